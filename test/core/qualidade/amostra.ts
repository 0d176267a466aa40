import type { Indicador } from "../../../src/core/indicador.ts";
import type { Porte } from "../../../src/core/municipio.ts";
import { avaliar, type Avaliacao } from "../../../src/core/qualidade/avaliar.ts";
import { estadoDaCelula, type EstadoCelula } from "../../../src/core/qualidade/celulas.ts";
import { montarPainel, type PacoteDeValores } from "../../../src/core/qualidade/painel.ts";
import type { Regra, RegraBase } from "../../../src/core/qualidade/regra.ts";

/** Five made-up municipalities; the last has no size class. */
export const MUNICIPIOS = [
  { codigo: 9900001, nome: "Alfa", porte: "pequeno-1" },
  { codigo: 9900002, nome: "Beta", porte: "pequeno-1" },
  { codigo: 9900003, nome: "Gama", porte: "pequeno-1" },
  { codigo: 9900004, nome: "Delta", porte: "medio" },
  { codigo: 9900005, nome: "Épsilon", porte: null },
] as const satisfies readonly { codigo: number; nome: string; porte: Porte | null }[];

export function indicador(id: string, mudanca: Partial<Indicador> = {}): Indicador {
  return {
    id,
    nome: `Indicador ${id}`,
    nomeCurto: id,
    pergunta: "Quanto?",
    dimensao: "rede",
    unidade: "unidades",
    casas: 0,
    polaridade: "contexto",
    formula: "da fonte",
    fonte: "fonte-a",
    cadencia: "anual",
    ressalva: "",
    ...mudanca,
  };
}

/** What rules have in common, filled in: only what a test is about needs saying. */
export const BASE: Omit<RegraBase, "id"> = {
  especie: "correcao",
  nome: "Regra de teste",
  gravidade: "a-conferir",
  frase: "{dado} está com {valor}; o possível é {esperado}.",
  oQueFazer: "Conferir {onde}.",
  porque: "É um teste.",
  referencia: "nenhuma",
  carta: true,
};

/** Figures of one indicator and period, in the order of `MUNICIPIOS`; null where there is none. */
export interface Serie {
  readonly indicador: string;
  readonly periodo: string;
  readonly valores: readonly (number | null)[];
  readonly numeradores?: readonly (number | null)[];
  readonly denominadores?: readonly (number | null)[];
  readonly fonte?: string;
}

export function pacote({ indicador: id, periodo, valores, numeradores, denominadores, fonte = "fonte-a" }: Serie): PacoteDeValores {
  const presentes = valores.flatMap((valor, i) => (valor === null ? [] : [i]));
  const lista = (numeros: readonly (number | null)[]): string => presentes.map((i) => String(numeros[i] ?? "")).join("|");
  return {
    indicador: id,
    periodo,
    fonte,
    codigos: presentes.map((i) => String(MUNICIPIOS[i]?.codigo ?? 9900001 + i)).join("|"),
    valores: lista(valores),
    numeradores: numeradores === undefined ? null : lista(numeradores),
    denominadores: denominadores === undefined ? null : lista(denominadores),
  };
}

/** Judges made-up figures by made-up rules on 31/10/2026. */
export function julgar(
  regras: readonly Regra[],
  catalogo: readonly Indicador[],
  series: readonly Serie[],
  municipios: readonly { readonly codigo: number; readonly porte: Porte | null }[] = MUNICIPIOS,
): Avaliacao {
  const painel = montarPainel(series.map(pacote), municipios);
  return avaliar({ painel, catalogo, regras, dataReferencia: "2026-10-31" });
}

/** The states of one indicator in one period, in the order of the municipalities. */
export function estados({ colunas }: Avaliacao, id: string, periodo: string): EstadoCelula[] {
  const coluna = colunas.find((c) => c.indicador === id && c.periodo === periodo);
  if (coluna === undefined) throw new Error(`no column ${id} ${periodo}`);
  return [...coluna.celulas].map((celula) => estadoDaCelula(celula));
}

/** Codes of the municipalities a rule fired on, by their names. */
export function acusados({ achados }: Avaliacao, regra: string): string[] {
  return achados
    .filter((achado) => achado.regra === regra)
    .map(({ codigo }) => MUNICIPIOS.find((m) => m.codigo === codigo)?.nome ?? String(codigo));
}
