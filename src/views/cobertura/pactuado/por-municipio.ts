import { celula } from "../../../core/absence.ts";
import { assignLayer } from "../../../core/classes.ts";
import { compareNames, count, formatCelula, formatNumber } from "../../../core/format.ts";
import type { MapClass, MapLayer } from "../../../core/map-layer.ts";
import { PORTE_ROTULO, type Municipio } from "../../../core/municipio.ts";
import type { CoberturaDoPacto } from "../../../core/pacto/index.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { comSinal } from "./frases.ts";
import type { LinhaDaMatriz } from "./matriz.ts";

/** What a line gave one municipality. */
export interface LinhaDoMunicipio {
  readonly municipio: Municipio;
  /** Distinct events held that reached it, in the period and in the one before; null where the record has nothing of that. */
  readonly eventos: number;
  readonly antes: number | null;
  /** In the most-in-need third; null where no index gives scores. */
  readonly isNecessitado: boolean | null;
  readonly isDentro: boolean;
}

/** @param necessitados by position; null where no index gives scores */
export function linhasPorMunicipio(
  municipios: readonly Municipio[],
  { atual, anterior }: { readonly atual: CoberturaDoPacto; readonly anterior: CoberturaDoPacto | null },
  casa: number,
  necessitados: Uint8Array | null,
  dentro: ReadonlySet<number> | null,
): LinhaDoMunicipio[] {
  const em = ({ porMunicipio }: CoberturaDoPacto, m: number): number => porMunicipio[casa * municipios.length + m] ?? 0;
  return municipios.map((municipio, m) => ({
    municipio,
    eventos: em(atual, m),
    antes: anterior === null ? null : em(anterior, m),
    isNecessitado: necessitados === null ? null : necessitados[m] === 1,
    isDentro: dentro === null || dentro.has(m),
  }));
}

/** Most events first, then by name. */
export function emOrdem(linhas: readonly LinhaDoMunicipio[]): LinhaDoMunicipio[] {
  return linhas.filter(({ isDentro }) => isDentro).sort((a, b) => b.eventos - a.eventos || compareNames(a.municipio.nome, b.municipio.nome));
}

/** "Visitas técnicas: 37 dos 142 municípios alcançados; 105 ficaram sem, 30 deles do terço com mais necessidade." */
export function leituraPorMunicipio(linhas: readonly LinhaDoMunicipio[], nome: string): string {
  const dentro = linhas.filter(({ isDentro }) => isDentro);
  const sem = dentro.filter(({ eventos }) => eventos === 0);
  const com = dentro.length - sem.length;
  const total = count(dentro.length, "município", "municípios");
  if (com === 0) return `${nome}: nenhum dos ${total} alcançado no período.`;
  if (sem.length === 0) return `${nome}: ${dentro.length === 1 ? "o único município alcançado" : `os ${total} alcançados`} no período.`;
  const precisam = sem.filter(({ isNecessitado }) => isNecessitado === true).length;
  const terco = sem.every(({ isNecessitado }) => isNecessitado === null) ? "" : `, ${precisam === 0 ? "nenhum" : formatNumber(precisam)} deles do terço com mais necessidade`;
  return `${nome}: ${formatNumber(com)} dos ${total} ${com === 1 ? "alcançado" : "alcançados"} no período; ${formatNumber(sem.length)} ${sem.length === 1 ? "ficou" : "ficaram"} sem${terco}.`;
}

/** Classes of events: none, one, two, three or four, five to nine, ten or more; zero is a true zero. */
const FAIXAS: readonly MapClass[] = [
  { min: 0, max: 1, rotulo: "nenhum", contagem: 0 },
  { min: 1, max: 2, rotulo: "1 evento", contagem: 0 },
  { min: 2, max: 3, rotulo: "2 eventos", contagem: 0 },
  { min: 3, max: 5, rotulo: "3 ou 4", contagem: 0 },
  { min: 5, max: 10, rotulo: "5 a 9", contagem: 0 },
  { min: 10, max: Number.MAX_SAFE_INTEGER, rotulo: "10 ou mais", contagem: 0 },
];

export function camadaDaLinha(linhas: readonly LinhaDoMunicipio[], titulo: string): MapLayer {
  return assignLayer({
    titulo,
    unidade: "eventos",
    ramp: "quantidade",
    classes: FAIXAS,
    lugares: new Map(linhas.map(({ municipio, eventos }) => [municipio.codigo, FAIXAS.findLastIndex(({ min }) => eventos >= min)])),
  });
}

export function colunasPorMunicipio(comparar: boolean): readonly TableColumn<LinhaDoMunicipio>[] {
  return [
    { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ municipio }) => municipio.nome },
    { id: "eventos", titulo: "Realizados", unidade: "eventos", tipo: "numero", valor: ({ eventos }) => ({ valor: eventos }) },
    ...(comparar ? ANTES : []),
    { id: "terco", titulo: "No terço com mais necessidade", tipo: "texto", valor: noTerco },
    { id: "regiao", titulo: "Região", tipo: "texto", valor: ({ municipio }) => municipio.regiaoImediata?.nome ?? "sem dado" },
    { id: "porte", titulo: "Porte", tipo: "texto", valor: ({ municipio }) => (municipio.porte === null ? "sem dado" : PORTE_ROTULO[municipio.porte]) },
  ];
}

const ANTES: readonly TableColumn<LinhaDoMunicipio>[] = [
  { id: "antes", titulo: "Antes", unidade: "eventos", tipo: "numero", valor: ({ antes }) => celula(antes, "nao-carregado") },
  {
    id: "diferenca",
    titulo: "Diferença",
    tipo: "numero",
    valor: ({ eventos, antes }) => celula(antes === null ? null : eventos - antes, "nao-carregado"),
    render: ({ eventos, antes }) => (antes === null ? formatCelula(celula(null, "nao-carregado")) : comSinal(eventos - antes)),
  },
];

/** Columns of the file. */
export const COLUNAS_POR_MUNICIPIO_CSV: readonly TableColumn<LinhaDoMunicipio>[] = [
  { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ municipio }) => String(municipio.codigo) },
  ...colunasPorMunicipio(true),
  {
    id: "populacao",
    titulo: "População",
    unidade: "habitantes",
    tipo: "numero",
    valor: ({ municipio }) => (municipio.populacao === null ? { ausencia: "sem-dado" } : { valor: municipio.populacao }),
  },
];

function noTerco({ isNecessitado }: LinhaDoMunicipio): string {
  if (isNecessitado === null) return "sem índice em uso";
  return isNecessitado ? "sim" : "não";
}

/** What reached one municipality: a line, and how many events of it. */
export interface LinhaEmUmMunicipio {
  readonly linha: LinhaDaMatriz;
  readonly eventos: number;
}

/** The lines of the matrix in one municipality, those that reached it first. */
export function linhasEmUmMunicipio(matriz: readonly LinhaDaMatriz[], { porMunicipio }: Pick<CoberturaDoPacto, "porMunicipio">, municipios: number, m: number): LinhaEmUmMunicipio[] {
  return matriz.map((linha) => ({ linha, eventos: porMunicipio[linha.casa * municipios + m] ?? 0 })).sort((a, b) => b.eventos - a.eventos);
}

/** "Chegaram a Acorizal 3 das 20 linhas do plano." */
export function fraseDoMunicipio(linhas: readonly LinhaEmUmMunicipio[], nome: string): string {
  const doPlano = linhas.filter(({ linha }) => linha.linha !== null);
  const chegaram = doPlano.filter(({ eventos }) => eventos > 0).length;
  if (chegaram === 0) return `Nenhuma das ${formatNumber(doPlano.length)} linhas do plano chegou a ${nome} no período.`;
  return `${chegaram === 1 ? "Chegou" : "Chegaram"} a ${nome} ${formatNumber(chegaram)} das ${formatNumber(doPlano.length)} linhas do plano.`;
}
