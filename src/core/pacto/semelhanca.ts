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
  return entreDobrados(ler(a), ler(b), 0);
}

/** The most alike of the candidates, the first of equals; null when none reaches `SEMELHANCA_MINIMA`. */
export function maisParecido(texto: string, candidatos: readonly string[]): MaisParecido | null {
  return parecidosCom(candidatos)(texto);
}

/** `maisParecido` for many texts against the same candidates, which are read once. */
export function parecidosCom(candidatos: readonly string[]): (texto: string) => MaisParecido | null {
  const lidos = candidatos.map(ler);
  return (texto) => {
    const alvo = ler(texto);
    let melhor: MaisParecido | null = null;
    let aVencer = SEMELHANCA_MINIMA;
    lidos.forEach((candidato, indice) => {
      const valor = entreDobrados(alvo, candidato, aVencer);
      if (valor < SEMELHANCA_MINIMA || (melhor !== null && valor <= melhor.semelhanca)) return;
      melhor = { indice, semelhanca: valor };
      aVencer = valor;
    });
    return melhor;
  };
}

/** A text folded, its words, and how many there are of each of its letters. */
interface Dobrado {
  readonly texto: string;
  readonly palavras: ReadonlySet<string>;
  /** By the last bits of the letter: two letters may share a place. */
  readonly letras: Uint16Array;
}

const LUGARES = 64;

function ler(texto: string): Dobrado {
  const dobrado = fold(texto);
  const letras = new Uint16Array(LUGARES);
  for (let i = 0; i < dobrado.length; i += 1) {
    const lugar = dobrado.charCodeAt(i) % LUGARES;
    letras[lugar] = (letras[lugar] ?? 0) + 1;
  }
  return { texto: dobrado, palavras: new Set(dobrado.split(" ")), letras };
}

/** Likeness of folded texts; the distance is spared where it cannot reach `aVencer`. */
function entreDobrados(um: Dobrado, outro: Dobrado, aVencer: number): number {
  if (um.texto === outro.texto) return 1;
  const [a, b] = [um.texto, outro.texto];
  const maior = Math.max(a.length, b.length);
  const palavras = dice(um.palavras, outro.palavras);
  const limite = (1 - aVencer) * maior;
  if (menorDistancia(um.letras, outro.letras) > limite) return palavras;
  return Math.max(1 - distancia(a, b, limite) / maior, palavras);
}

/** What the letters alone make the distance be at least; a swap changes none of them. */
function menorDistancia(uns: Uint16Array, outros: Uint16Array): number {
  let [aMais, aMenos] = [0, 0];
  for (let lugar = 0; lugar < LUGARES; lugar += 1) {
    const diferenca = (uns[lugar] ?? 0) - (outros[lugar] ?? 0);
    if (diferenca > 0) aMais += diferenca;
    else aMenos -= diferenca;
  }
  return Math.max(aMais, aMenos);
}

function dice(uma: ReadonlySet<string>, outra: ReadonlySet<string>): number {
  let comuns = 0;
  for (const palavra of uma) if (outra.has(palavra)) comuns += 1;
  return (2 * comuns) / (uma.size + outra.size);
}

/** Optimal string alignment distance; where it is above `limite`, the longer of the lengths. */
function distancia(a: string, b: string, limite: number): number {
  let [antepenultima, anterior, atual] = [0, 1, 2].map(() => new Int32Array(b.length + 1)) as [Int32Array, Int32Array, Int32Array];
  for (let j = 0; j <= b.length; j += 1) anterior[j] = j;
  let menorAntes = 0;
  for (let i = 1; i <= a.length; i += 1) {
    atual[0] = i;
    let menor = i;
    for (let j = 1; j <= b.length; j += 1) {
      const troca = a.charCodeAt(i - 1) === b.charCodeAt(j - 1) ? 0 : 1;
      let d = Math.min((anterior[j] ?? 0) + 1, (atual[j - 1] ?? 0) + 1, (anterior[j - 1] ?? 0) + troca);
      if (i > 1 && j > 1 && a.charCodeAt(i - 1) === b.charCodeAt(j - 2) && a.charCodeAt(i - 2) === b.charCodeAt(j - 1)) d = Math.min(d, (antepenultima[j - 2] ?? 0) + 1);
      atual[j] = d;
      if (d < menor) menor = d;
    }
    // A swap steps over one row: both must be past the limit.
    if (menor > limite && menorAntes > limite) return Math.max(a.length, b.length);
    menorAntes = menor;
    [antepenultima, anterior, atual] = [anterior, atual, antepenultima];
  }
  return anterior[b.length] ?? 0;
}
