import { celula, isValor, type Celula } from "../../../core/absence.ts";
import { buildLayer, quantileClasses } from "../../../core/classes.ts";
import { taxaPor10Mil } from "../../../core/denuncia.ts";
import { count, formatNumber, joinPt } from "../../../core/format.ts";
import type { MapClass, MapLayer } from "../../../core/map-layer.ts";
import type { Municipio } from "../../../core/municipio.ts";

export interface LinhaTaxa {
  readonly municipio: Municipio;
  readonly casos: number;
  /** Cases in the period per 10,000 inhabitants; absent when the population is unknown. */
  readonly taxa: Celula;
}

/** Below this many cases the rate is marked as unsteady: one case more or less changes it much. */
export const POUCOS_CASOS = 5;

const CLASSES = 5;
const CASAS = 1;

/** One row for each municipality; one with no case has a true zero. */
export function linhasPorMunicipio(
  municipios: readonly Municipio[],
  casos: ReadonlyMap<number, number>,
): LinhaTaxa[] {
  return municipios.map((municipio) => {
    const n = casos.get(municipio.codigo) ?? 0;
    return { municipio, casos: n, taxa: celula(taxaPor10Mil(n, municipio.populacao)) };
  });
}

/** Codes that the filter of region leaves out. */
export function codigosFora(municipios: readonly Municipio[], regioes: readonly number[]): ReadonlySet<number> {
  if (regioes.length === 0) return new Set();
  return new Set(
    municipios.flatMap(({ codigo, regiaoImediata: r }) =>
      r !== null && regioes.includes(r.codigo) ? [] : [codigo],
    ),
  );
}

/** Classes come from every municipality, so that colours keep their meaning when a region is chosen; counts from those inside. */
export function camadaTaxa(linhas: readonly LinhaTaxa[], fora: ReadonlySet<number>): MapLayer {
  const classes = classesDaTaxa(linhas.flatMap(({ taxa }) => (isValor(taxa) ? [taxa.valor] : [])));
  const layer = (de: readonly LinhaTaxa[]): MapLayer =>
    buildLayer({
      titulo: "Denúncias por 10 mil habitantes",
      unidade: "por 10 mil hab.",
      ramp: "quantidade",
      celulas: new Map(de.map((l) => [l.municipio.codigo, l.taxa])),
      classes,
    });
  const { classe, ausencia } = layer(linhas);
  return { ...layer(linhas.filter(({ municipio }) => !fora.has(municipio.codigo))), classe, ausencia };
}

/** A class of its own for the true zeros, quantiles for the rest. */
function classesDaTaxa(valores: readonly number[]): MapClass[] {
  const zeros = valores.filter((v) => v === 0).length;
  const format = (v: number): string => formatNumber(v, CASAS);
  const positivas = quantileClasses(valores.filter((v) => v > 0), zeros > 0 ? CLASSES - 1 : CLASSES, format);
  if (zeros === 0) return positivas;
  return [{ min: 0, max: positivas[0]?.min ?? 0, rotulo: "nenhuma denúncia", contagem: zeros }, ...positivas];
}

/** One sentence for the map, over the municipalities inside the filter. */
export function leituraTaxa(linhas: readonly LinhaTaxa[]): string {
  const comTaxa = linhas.flatMap(({ municipio, casos, taxa }) =>
    isValor(taxa) ? [{ nome: municipio.nome, casos, taxa: taxa.valor }] : [],
  );
  const zeros = comTaxa.filter(({ casos }) => casos === 0).length;
  const firmes = comTaxa.filter(({ casos }) => casos >= POUCOS_CASOS).sort((a, b) => b.taxa - a.taxa);
  const maiores = firmes.slice(0, 3).map(({ nome, taxa, casos }) => `${nome} (${formatNumber(taxa, CASAS)}; ${count(casos, "caso", "casos")})`);
  const frase =
    maiores.length === 0
      ? `Nenhum município tem ${POUCOS_CASOS} casos ou mais: as taxas dizem pouco.`
      : `As maiores taxas, entre os municípios com ${POUCOS_CASOS} casos ou mais, são de ${joinPt(maiores)}.`;
  return zeros === 0 ? frase : `${frase} ${count(zeros, "município", "municípios")} sem nenhuma denúncia.`;
}

/** "Censo 2022": the census years the populations come from. */
export function anosDoCenso(municipios: readonly Municipio[]): string {
  const anos = [...new Set(municipios.flatMap(({ anoCenso }) => (anoCenso === null ? [] : [anoCenso])))].sort();
  if (anos.length === 0) return "ano não informado";
  return `Censo ${joinPt(anos.map(String))}`;
}
