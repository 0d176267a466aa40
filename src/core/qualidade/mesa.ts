import type { CivilDate } from "../civil-date.ts";
import type { Indicador } from "../indicador.ts";
import type { Achado, AchadoDeSerie } from "./achado.ts";
import { anotar } from "./celulas.ts";
import type { ColunaPainel, Painel } from "./painel.ts";
import { terminouAntes } from "../periodo.ts";
import type { Gravidade, Regra, RegraQuebra, Selecao } from "./regra.ts";

/** One column of the panel at work: its figures and what the rules noted in its cells so far. */
export interface ColunaNaMesa extends ColunaPainel {
  readonly celulas: Uint16Array;
}

/** What a rule says of a figure besides where it stands. */
export type Constatacao = Partial<Pick<Achado, "min" | "max" | "esperado" | "comparado" | "medida" | "semPar">>;

/** Where the rules of one evaluation work: figures, catalogue, date, and what they have found. */
export interface Mesa {
  readonly painel: Painel;
  readonly catalogo: ReadonlyMap<string, Indicador>;
  readonly dataReferencia: CivilDate;
  /** Columns of each indicator of the catalogue that has figures, oldest first. */
  readonly series: ReadonlyMap<string, readonly ColunaNaMesa[]>;
  /** Indicators a selection covers, among those with figures. */
  readonly escolher: (selecao: Selecao) => readonly Indicador[];
  readonly colunaDe: (indicador: string, periodo: string) => ColunaNaMesa | null;
  /** False for a period that ended before the municipality (by its place) existed. */
  readonly existia: (linha: number, periodo: string) => boolean;
  /** True when the carving out of a municipality lies between the two periods of one of its origins. */
  readonly cruzaQuebra: (linha: number, antes: string, depois: string) => boolean;
  /** The rule looked at the figure and has nothing to say. */
  readonly passa: (regra: Regra, coluna: ColunaNaMesa, linha: number) => void;
  /** The rule fires. */
  readonly acusa: (regra: Regra, coluna: ColunaNaMesa, linha: number, constatacao?: Constatacao) => void;
  readonly acusaSerie: (achado: AchadoDeSerie) => void;
  readonly achados: Achado[];
  readonly achadosDeSerie: AchadoDeSerie[];
  /** Counts one more thing the rule looked at: a cell, or for rules of whole series a series. */
  readonly conta: (regra: Regra) => void;
  /** How many things each rule looked at, by its id. */
  readonly avaliadas: ReadonlyMap<string, { readonly quantas: number }>;
}

/** Lays out the figures for the rules. Columns of indicators the catalogue does not have are left aside. */
export function porMesa(
  painel: Painel,
  catalogo: readonly Indicador[],
  regras: readonly Regra[],
  dataReferencia: CivilDate,
): Mesa {
  const porId = new Map(catalogo.map((indicador) => [indicador.id, indicador]));
  const series = new Map<string, ColunaNaMesa[]>();
  for (const coluna of painel.colunas) {
    if (!porId.has(coluna.indicador)) continue;
    const naMesa = { ...coluna, celulas: new Uint16Array(painel.codigos.length) };
    const serie = series.get(coluna.indicador);
    if (serie === undefined) series.set(coluna.indicador, [naMesa]);
    else serie.push(naMesa);
  }
  const comDados = catalogo.filter(({ id }) => series.has(id));
  const quebras = regras.filter((regra): regra is RegraQuebra => regra.tipo === "quebra");
  const criado = new Map(quebras.map(({ novo, desde }) => [novo, desde]));
  const achados: Achado[] = [];
  const achadosDeSerie: AchadoDeSerie[] = [];
  const avaliadas = new Map<string, { quantas: number }>();

  let contada: Regra | null = null;
  let contador = { quantas: 0 };
  const conta = (regra: Regra): void => {
    if (regra !== contada) {
      contada = regra;
      contador = avaliadas.get(regra.id) ?? { quantas: 0 };
      avaliadas.set(regra.id, contador);
    }
    contador.quantas += 1;
  };
  const nota = (regra: Regra, coluna: ColunaNaMesa, linha: number, gravidade: Gravidade | null): void => {
    anotar(coluna.celulas, linha, regra.especie, gravidade);
    conta(regra);
  };
  return {
    painel,
    catalogo: porId,
    dataReferencia,
    series,
    escolher: (selecao) => comDados.filter((indicador) => cobre(selecao, indicador)),
    colunaDe: (indicador, periodo) => series.get(indicador)?.find((coluna) => coluna.periodo === periodo) ?? null,
    existia: (linha, periodo) => {
      const desde = criado.get(painel.codigos[linha] ?? 0);
      return desde === undefined || !terminouAntes(periodo, desde);
    },
    cruzaQuebra: (linha, antes, depois) => {
      const codigo = painel.codigos[linha] ?? 0;
      return quebras.some(
        ({ origens, desde }) => origens.includes(codigo) && terminouAntes(antes, desde) && !terminouAntes(depois, desde),
      );
    },
    passa: (regra, coluna, linha) => {
      nota(regra, coluna, linha, null);
    },
    acusa: (regra, coluna, linha, constatacao = {}) => {
      nota(regra, coluna, linha, regra.gravidade);
      const valor = coluna.valores[linha] ?? Number.NaN;
      achados.push({
        regra: regra.id,
        indicador: coluna.indicador,
        periodo: coluna.periodo,
        codigo: painel.codigos[linha] ?? 0,
        gravidade: regra.gravidade,
        fonte: coluna.fonte,
        valor: Number.isNaN(valor) ? null : valor,
        min: null,
        max: null,
        esperado: null,
        comparado: null,
        medida: null,
        ...constatacao,
      });
    },
    acusaSerie: (achado) => {
      achadosDeSerie.push(achado);
    },
    conta,
    achados,
    achadosDeSerie,
    avaliadas,
  };
}

/** True when the selection covers the indicator. */
export function cobre(
  { todos, ids, unidades, cadencias, exceto }: Selecao,
  { id, unidade, cadencia }: Pick<Indicador, "id" | "unidade" | "cadencia">,
): boolean {
  if (exceto?.includes(id) === true) return false;
  return (
    todos === true ||
    ids?.includes(id) === true ||
    unidades?.includes(unidade) === true ||
    cadencias?.includes(cadencia) === true
  );
}

/** Runs over the places of a column that have a figure. */
export function cadaValor(coluna: ColunaPainel, visita: (linha: number, valor: number) => void): void {
  coluna.valores.forEach((valor, linha) => {
    if (!Number.isNaN(valor)) visita(linha, valor);
  });
}

/** The newest figure of a municipality in a series; null when it has none. */
export function maisNovo(serie: readonly ColunaNaMesa[], linha: number): ColunaNaMesa | null {
  return serie.findLast((coluna) => !Number.isNaN(coluna.valores[linha] ?? Number.NaN)) ?? null;
}
