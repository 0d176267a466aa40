import { medianUnit } from "../../../core/metodo/compare.ts";
import type { Contexto, ParteDimensao } from "../explicacao.ts";
import { pontosImpressos, CASAS_NOTA } from "../explicacao.ts";
import { dimensionNode } from "../../../core/metodo/method.ts";
import { formatNumber, joinPt } from "../../../core/format.ts";

export interface DiferencaDaDimensao {
  readonly id: string;
  readonly nome: string;
  readonly cor: number;
  readonly pontos: number | null;
  readonly mediana: number | null;
  /** Missing on one side counts as no points. Null where both lack it. */
  readonly diferenca: number | null;
}

/** A municipality beside the one in the middle of the list, as printed: differences add up to the printed difference. */
export interface DianteDaMediana {
  readonly codigo: number;
  readonly nome: string;
  readonly nota: number;
  readonly diferenca: number;
  readonly dimensoes: readonly DiferencaDaDimensao[];
}

/** @returns null when the municipality has no score: it is not compared */
export function dianteDaMediana(codigo: number, contexto: Contexto, dimensoes: readonly ParteDimensao[]): DianteDaMediana | null {
  const { preparada, scores, municipios } = contexto;
  const i = municipios.findIndex((municipio) => municipio.codigo === codigo);
  const meio = medianUnit(scores.total);
  const outro = meio === null ? undefined : municipios[meio];
  const proprios = pontosImpressos(preparada, scores, i);
  if (meio === null || outro === undefined || proprios === null) return null;
  const medianos = pontosImpressos(preparada, scores, meio);
  const node = new Map(preparada.prepared.tree.ids.map((id, k) => [id, k]));
  const nota = medianos?.at(-1) ?? 0;
  return {
    codigo: outro.codigo,
    nome: outro.nome,
    nota,
    diferenca: menos(proprios.at(-1) ?? 0, nota),
    dimensoes: dimensoes.map(({ id, nome, cor }) => {
      const k = node.get(dimensionNode(id)) ?? -1;
      const [pontos, mediana] = [proprios[k] ?? null, medianos?.[k] ?? null];
      return { id, nome, cor, pontos, mediana, diferenca: pontos === null && mediana === null ? null : menos(pontos ?? 0, mediana ?? 0) };
    }),
  };
}

/** The difference from the middle of the list in one sentence. */
export function fraseDaMediana(codigo: number, { codigo: meio, nome, nota, diferenca, dimensoes }: DianteDaMediana): string {
  if (codigo === meio) return `É o município do meio da lista: metade dos que têm nota fica acima e metade abaixo dele.`;
  const comeco = `${nome}, no meio da lista, tem nota ${formatNumber(nota, CASAS_NOTA)}`;
  if (diferenca === 0) return `${comeco}, a mesma.`;
  const lado = (sinal: 1 | -1): string =>
    joinPt(
      dimensoes
        .filter((d) => sinal * (d.diferenca ?? 0) > 0)
        .toSorted((a, b) => sinal * ((b.diferenca ?? 0) - (a.diferenca ?? 0)))
        .map((d) => `${d.nome} (${comSinal(d.diferenca ?? 0)})`),
    );
  const lados = [
    { quanto: "mais", nomes: lado(1) },
    { quanto: "menos", nomes: lado(-1) },
  ].filter(({ nomes }) => nomes !== "");
  if (diferenca < 0) lados.reverse();
  const partes = lados.map(({ quanto, nomes }, n) => `${quanto}${n === 0 ? " pontos" : ""} em ${nomes}`);
  return `${comeco}. A diferença é de ${comSinal(diferenca)} pontos${partes.length === 0 ? "" : `: ${partes.join("; ")}`}.`;
}

/** "+4,20", "−4,20", "0,00". */
export function comSinal(x: number, casas: number = CASAS_NOTA): string {
  const texto = formatNumber(x, casas);
  return Number(x.toFixed(casas)) > 0 ? `+${texto}` : texto;
}

/** The difference of two printed figures, without the dust of binary fractions. */
function menos(a: number, b: number): number {
  return Math.round((a - b) * 10 ** CASAS_NOTA) / 10 ** CASAS_NOTA;
}
