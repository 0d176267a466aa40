import { fold } from "../search.ts";

/** Below this, two texts are not said to be alike. */
export const SEMELHANCA_MINIMA = 0.6;

/** The candidate a text is most like. */
export interface MaisParecido {
  /** Position in the list of candidates. */
  readonly indice: number;
  /** 0–1; 1 = the same but for accents, case and punctuation. */
  readonly semelhanca: number;
}

/**
 * How alike two texts are, 0–1, folded: the greater of `1 - d / longest`, where `d`
 * is the optimal string alignment distance (insertion, removal, exchange, swap of
 * neighbours; Boytsov, ACM JEA 16, 2011), and Dice's coefficient of their words.
 */
export function semelhanca(a: string, b: string): number {
  return entreDobrados(fold(a), fold(b), 0);
}

/** The most alike of the candidates, the first of equals; null when none reaches `SEMELHANCA_MINIMA`. */
export function maisParecido(texto: string, candidatos: readonly string[]): MaisParecido | null {
  const alvo = fold(texto);
  let melhor: MaisParecido | null = null;
  let aVencer = SEMELHANCA_MINIMA;
  candidatos.forEach((candidato, indice) => {
    const valor = entreDobrados(alvo, fold(candidato), aVencer);
    if (valor < SEMELHANCA_MINIMA || (melhor !== null && valor <= melhor.semelhanca)) return;
    melhor = { indice, semelhanca: valor };
    aVencer = valor;
  });
  return melhor;
}

/** Likeness of folded texts; the distance is spared where their lengths alone keep it below `aVencer`. */
function entreDobrados(um: string, outro: string, aVencer: number): number {
  if (um === outro) return 1;
  const maior = Math.max(um.length, outro.length);
  const palavras = dice(um.split(" "), outro.split(" "));
  if (Math.min(um.length, outro.length) / maior < aVencer) return palavras;
  return Math.max(1 - distancia(um, outro) / maior, palavras);
}

function dice(a: readonly string[], b: readonly string[]): number {
  const [uma, outra] = [new Set(a), new Set(b)];
  let comuns = 0;
  for (const palavra of uma) if (outra.has(palavra)) comuns += 1;
  return (2 * comuns) / (uma.size + outra.size);
}

function distancia(a: string, b: string): number {
  let [antepenultima, anterior, atual] = [0, 1, 2].map(() => new Int32Array(b.length + 1)) as [Int32Array, Int32Array, Int32Array];
  for (let j = 0; j <= b.length; j += 1) anterior[j] = j;
  for (let i = 1; i <= a.length; i += 1) {
    atual[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const troca = a[i - 1] === b[j - 1] ? 0 : 1;
      let d = Math.min((anterior[j] ?? 0) + 1, (atual[j - 1] ?? 0) + 1, (anterior[j - 1] ?? 0) + troca);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) d = Math.min(d, (antepenultima[j - 2] ?? 0) + 1);
      atual[j] = d;
    }
    [antepenultima, anterior, atual] = [anterior, atual, antepenultima];
  }
  return anterior[b.length] ?? 0;
}
