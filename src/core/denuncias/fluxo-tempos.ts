import { codigoDoPasso, DESFECHOS, PASSOS, SEM_DIA, type Passo } from "./passos.ts";
import { quantilDaContagem } from "./percentil.ts";
import type { Reproducao } from "./reproducao.ts";

/** Days a step took, over the cases where it started and ended. */
export interface TempoDoPasso {
  readonly de: Passo;
  readonly para: Passo;
  readonly casos: number;
  /** Median and 90th percentile, definition 7 of Hyndman & Fan (1996); null without cases. */
  readonly mediana: number | null;
  readonly p90: number | null;
  /** Cases where both happened but a day is missing, in doubt, or the second came first. */
  readonly semComoContar: number;
}

/** Steps whose time is shown, in the order of the norm (Res. CIB/MT 012/2025, arts. 5 to 12). */
const PARES_DE_PASSOS: readonly { readonly de: Passo; readonly para: Passo }[] = [
  { de: "registro", para: "analise-preliminar" },
  { de: "analise-preliminar", para: "encaminhamento-outro-orgao" },
  { de: "analise-preliminar", para: "encaminhamento-municipio" },
  { de: "analise-preliminar", para: "notificacao" },
  { de: "notificacao", para: "manifestacao" },
  { de: "manifestacao", para: "distribuicao" },
  { de: "distribuicao", para: "verificacao" },
  { de: "verificacao", para: "relatorio" },
  { de: "distribuicao", para: "manifestacao-tecnica" },
  { de: "manifestacao-tecnica", para: "desfecho" },
  { de: "desfecho", para: "encaminhamento-controle" },
  { de: "registro", para: "resposta" },
  { de: "registro", para: "arquivamento" },
];

const P = PASSOS.length;
const D = DESFECHOS.length;
const K = PARES_DE_PASSOS.length;
const DE = Uint8Array.from(PARES_DE_PASSOS, ({ de }) => codigoDoPasso(de));
const PARA = Uint8Array.from(PARES_DE_PASSOS, ({ para }) => codigoDoPasso(para));
const CONTROLE = codigoDoPasso("encaminhamento-controle");
const INDICIO = DESFECHOS.indexOf("indicio-de-irregularidade");
const TODOS = (1 << P) - 1;

/**
 * Days of each pair of steps, in the order of `PARES_DE_PASSOS`; those of the control
 * bodies run from the finding that sends the case there (art. 11). Steps after today
 * have not happened.
 * @param proprios cases, by position
 */
export function temposDosPassos(proprios: Int32Array, { diaDoPasso, diaDoDesfecho, emDuvida }: Reproducao, hoje: number): TempoDoPasso[] {
  const n = proprios.length;
  const dias = new Int32Array(n * K);
  const quantos = new Int32Array(K);
  const semComoContar = new Int32Array(K);
  const maior = new Int32Array(K).fill(-1);
  for (let i = 0; i < n; i += 1) {
    const caso = proprios[i] ?? 0;
    const base = caso * P;
    const duvidas = emDuvida[caso] ?? 0;
    let houve = duvidas;
    for (let passo = 0; passo < P; passo += 1) {
      const dia = diaDoPasso[base + passo] ?? SEM_DIA;
      if (dia > hoje) houve &= TODOS ^ (1 << passo);
      else if (dia !== SEM_DIA) houve |= 1 << passo;
    }
    for (let k = 0; k < K; k += 1) {
      const de = DE[k] ?? 0;
      const para = PARA[k] ?? 0;
      if ((houve & (1 << de)) === 0 || (houve & (1 << para)) === 0) continue;
      const inicio = (para === CONTROLE ? diaDoDesfecho[caso * D + INDICIO] : diaDoPasso[base + de]) ?? SEM_DIA;
      const duracao = (diaDoPasso[base + para] ?? SEM_DIA) - inicio;
      if (inicio === SEM_DIA || duracao < 0 || (duvidas & ((1 << de) | (1 << para))) !== 0) {
        semComoContar[k] = (semComoContar[k] ?? 0) + 1;
        continue;
      }
      const quantosJa = quantos[k] ?? 0;
      dias[k * n + quantosJa] = duracao;
      quantos[k] = quantosJa + 1;
      if (duracao > (maior[k] ?? -1)) maior[k] = duracao;
    }
  }
  return PARES_DE_PASSOS.map(({ de, para }, k) => {
    const casos = quantos[k] ?? 0;
    const contagem = contar(dias.subarray(k * n, k * n + casos), maior[k] ?? -1);
    return { de, para, casos, mediana: quantilDaContagem(contagem, 0.5), p90: quantilDaContagem(contagem, 0.9), semComoContar: semComoContar[k] ?? 0 };
  });
}

function contar(dias: Int32Array, maior: number): Int32Array {
  const contagem = new Int32Array(maior + 1);
  for (let i = 0; i < dias.length; i += 1) {
    const dia = dias[i] ?? 0;
    contagem[dia] = (contagem[dia] ?? 0) + 1;
  }
  return contagem;
}
