import type { Celula } from "../../core/absence.ts";
import { formatNumber, formatPeriod } from "../../core/format.ts";
import {
  POLARIDADE_MARCA,
  POLARIDADE_ROTULO,
  type ColunaIndicador,
  type Fonte,
  type Indicador,
} from "../../core/indicador.ts";
import type { Municipio } from "../../core/municipio.ts";
import { CASAS_DA_LISTA } from "../../core/metodo/list.ts";
import type { ClassesDoMapa, Metodo } from "../../core/metodo/method.ts";
import type { PriorityScores } from "../../core/metodo/priority.ts";
import type { Dimensao, IndiceConfig, Territorio } from "../../core/territorio.ts";
import { INDICE } from "./estado.ts";

/** What the page maps and ranks: the priority index or one indicator, seen the same way. */
export interface Medida {
  readonly id: string;
  readonly nome: string;
  readonly nomeCurto: string;
  /** The plain-language question it answers. */
  readonly pergunta: string;
  readonly unidade: string;
  readonly casas: number;
  /** The figures are coded answers, printed in words. */
  readonly emPalavras: boolean;
  /** Ends of the scale, for a measure that is read on one ("de 1 a 5"); null otherwise. */
  readonly escala: { readonly min: number; readonly max: number } | null;
  /** Which end asks for more support; null for context. */
  readonly maisNecessidade: "maior" | "menor" | null;
  readonly marca: string;
  readonly sentido: string;
  /** Newest period in words; null for the index, which mixes periods. */
  readonly periodo: string | null;
  readonly fonte: string;
  readonly ressalva: string;
  readonly celulas: ReadonlyMap<number, Celula>;
  /** Period of a municipality's figure ("2023", "2026-06"); null when it has none. */
  readonly periodoDe: (codigo: number) => string | null;
  /** The user's file a municipality's figure came from, in words; null for bundled figures. */
  readonly arquivoDe: (codigo: number) => string | null;
  /** How many figures came from the user's files, by file. */
  readonly arquivos: readonly { readonly texto: string; readonly figuras: number }[];
  /** A value as text, without unit; coded answers in words. */
  readonly format: (valor: number) => string;
  /** Classes of the map frozen by the method; null where they are cut on the figures shown. */
  readonly classes: ClassesDoMapa | null;
}

/** How the unit of a scale starts: "de 0 a 100", "de 1 a 5". */
const ESCALA = "de ";

/** The index as a measure, `municipios` those that were scored. Municipalities not ranked are "dados insuficientes". */
export function medidaIndice(
  config: IndiceConfig,
  metodo: Metodo,
  municipios: readonly Pick<Municipio, "codigo">[],
  scores: PriorityScores,
): Medida {
  const deEstudo = metodo.normalizacao !== "balizas";
  return {
    id: INDICE,
    nome: config.nome,
    nomeCurto: "Nota",
    pergunta: "Onde os indicadores, juntos, apontam mais necessidade de apoio técnico?",
    unidade: scores.bounds === null ? "" : "de 0 a 100",
    casas: CASAS_DA_LISTA,
    emPalavras: false,
    escala: scores.bounds === null ? null : { min: 0, max: 100 },
    maisNecessidade: "maior",
    marca: POLARIDADE_MARCA["maior-mais-necessidade"],
    sentido: POLARIDADE_ROTULO["maior-mais-necessidade"],
    periodo: null,
    fonte: "calculado aqui, com o número mais recente de cada indicador",
    ressalva:
      `Indicadores de anos diferentes entram juntos. Município com menos de ${formatNumber(metodo.presencaMinima * 100)}% do peso presente, ` +
      `em alguma dimensão que falte ou no total, não recebe nota.${deEstudo ? " Normalização de estudo: as notas dependem da amostra do dia e não servem para definir visitas." : ""}`,
    celulas: new Map(
      municipios.map(({ codigo }, i): [number, Celula] => {
        const nota = scores.total[i] ?? Number.NaN;
        return [codigo, Number.isNaN(nota) ? { ausencia: "dados-insuficientes" } : { valor: nota }];
      }),
    ),
    periodoDe: () => null,
    arquivoDe: () => null,
    arquivos: [],
    format: (valor) => formatNumber(valor, CASAS_DA_LISTA),
    classes: deEstudo ? null : metodo.mapa,
  };
}

/** An indicator as a measure; `coluna` is null when nobody has a figure. */
export function medidaIndicador(
  indicador: Indicador,
  coluna: ColunaIndicador | null,
  municipios: readonly Municipio[],
  fontes: readonly Fonte[],
  proveniencia: Proveniencia = () => null,
): Medida {
  const arquivos = municipios.map((_, i) => arquivoNa(coluna, i, proveniencia));
  const posicao = new Map(municipios.map(({ codigo }, i) => [codigo, i]));
  return {
    id: indicador.id,
    nome: indicador.nome,
    nomeCurto: indicador.nomeCurto,
    pergunta: indicador.pergunta,
    ...formatoDe(indicador),
    casas: indicador.casas,
    emPalavras: indicador.niveis !== undefined,
    escala: indicador.unidade.startsWith(ESCALA) ? (indicador.limites ?? null) : null,
    maisNecessidade: sentidoDe(indicador),
    marca: POLARIDADE_MARCA[indicador.polaridade],
    sentido: POLARIDADE_ROTULO[indicador.polaridade],
    periodo: coluna === null ? null : formatPeriod(coluna.periodo),
    fonte: nomeFonte(fontes, coluna?.fonte ?? indicador.fonte),
    ressalva: indicador.ressalva,
    celulas: new Map(
      municipios.map(({ codigo }, i): [number, Celula] => {
        const valor = coluna?.valores[i] ?? null;
        return [codigo, valor === null ? { ausencia: coluna === null ? "nao-carregado" : "sem-dado" } : { valor }];
      }),
    ),
    periodoDe: (codigo) => {
      const i = posicao.get(codigo);
      if (coluna === null || i === undefined || (coluna.valores[i] ?? null) === null) return null;
      return coluna.periodos?.[i] ?? coluna.periodo;
    },
    arquivoDe: (codigo) => arquivos[posicao.get(codigo) ?? -1] ?? null,
    arquivos: contados(arquivos),
    classes: null,
  };
}

/** Says which of the user's files a figure came from; null for bundled figures. */
export type Proveniencia = (carga: string | null) => string | null;

/** The user's file behind a column's figure; null where there is no figure or it is a bundled one. */
export function arquivoNa(coluna: ColunaIndicador | null | undefined, i: number, proveniencia: Proveniencia): string | null {
  if (coluna === null || coluna === undefined || (coluna.valores[i] ?? null) === null) return null;
  return proveniencia(coluna.cargas?.[i] ?? null);
}

function contados(arquivos: readonly (string | null)[]): { texto: string; figuras: number }[] {
  const porTexto = new Map<string, number>();
  for (const texto of arquivos) if (texto !== null) porTexto.set(texto, (porTexto.get(texto) ?? 0) + 1);
  return [...porTexto].map(([texto, figuras]) => ({ texto, figuras }));
}

/** How the figures of an indicator print: coded answers in words and without unit. */
export function formatoDe(indicador: Indicador): Pick<Medida, "format" | "unidade"> {
  const { niveis, casas } = indicador;
  return {
    unidade: niveis === undefined ? indicador.unidade : "",
    format: (valor) => niveis?.[String(valor)] ?? formatNumber(valor, casas),
  };
}

/**
 * A value with its unit: "37,5 %", "R$ 410,00", "1.234 hab.". A scale ("de 1 a 5")
 * says where the figure lies and is not printed after it.
 */
export function comUnidade({ format, unidade }: Pick<Medida, "format" | "unidade">, valor: number): string {
  const texto = format(valor);
  if (unidade === "" || unidade.startsWith(ESCALA)) return texto;
  return unidade.startsWith("R$") ? `R$\u00a0${texto}${unidade.slice(2)}` : `${texto}\u00a0${unidade}`;
}

export function nomeFonte(fontes: readonly Fonte[], id: string): string {
  return fontes.find((fonte) => fonte.id === id)?.nome ?? id;
}

export interface GrupoIndicadores {
  readonly dimensao: string;
  readonly indicadores: readonly Indicador[];
}

/** Catalogue indicators that have figures, grouped by dimension in the territory's order; the rest last as "Contexto". */
export function gruposDeIndicadores(
  territorio: Territorio,
  catalogo: readonly Indicador[],
  colunas: readonly ColunaIndicador[],
): GrupoIndicadores[] {
  const comFigura = new Set(colunas.map((coluna) => coluna.indicador));
  const disponiveis = catalogo.filter(({ id }) => comFigura.has(id));
  const dimensoes: readonly Pick<Dimensao, "id" | "nome">[] = territorio.indice.dimensoes;
  const conhecidas = new Set(dimensoes.map(({ id }) => id));
  const grupos = dimensoes.map(({ id, nome }) => ({
    dimensao: nome,
    indicadores: disponiveis.filter(({ dimensao }) => dimensao === id),
  }));
  const resto = disponiveis.filter(({ dimensao }) => !conhecidas.has(dimensao));
  return [...grupos, { dimensao: "Contexto", indicadores: resto }].filter(({ indicadores }) => indicadores.length > 0);
}

function sentidoDe(indicador: Indicador): Medida["maisNecessidade"] {
  if (indicador.polaridade === "contexto") return null;
  return indicador.polaridade === "maior-mais-necessidade" ? "maior" : "menor";
}
