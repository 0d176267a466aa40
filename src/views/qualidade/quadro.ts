import type { Municipio } from "../../core/municipio.ts";
import type { Indicador } from "../../core/indicador.ts";
import type { Avaliacao, ColunaAvaliada } from "../../core/qualidade/avaliar.ts";
import { estadoDaCelula, leitorDeEstados, type EstadoCelula } from "../../core/qualidade/celulas.ts";
import type { Especie } from "../../core/qualidade/regra.ts";
import { contarEstados, contarPorLinha, type ContagemDeEstados } from "../../core/qualidade/resumo.ts";
import type { Recorte } from "./recorte.ts";

/** One cell of the board: its state and its figure. */
export interface CelulaDoQuadro {
  readonly estado: EstadoCelula;
  /** Null where there is none. */
  readonly valor: number | null;
  readonly indicador: Indicador;
}

/** A row of counts: one municipality over all indicators, or one indicator over all municipalities. */
export interface LinhaDeContagem {
  /** Municipal code or indicator id. */
  readonly chave: number | string;
  readonly nome: string;
  readonly contagem: ContagemDeEstados;
}

/** A row of states: one municipality or one indicator, by period; a period the indicator does not have is not there. */
export interface LinhaDeEstados {
  readonly chave: number | string;
  readonly nome: string;
  readonly celulas: ReadonlyMap<string, CelulaDoQuadro>;
}

/** What each municipality has, all its indicators and periods together. */
export function contarPorMunicipio(
  { colunas, codigos }: Avaliacao,
  municipios: readonly Municipio[],
  { linhas }: Recorte,
  especies: readonly Especie[],
): LinhaDeContagem[] {
  const nomes = new Map(municipios.map(({ codigo, nome }) => [codigo, nome]));
  return contarPorLinha(colunas, linhas, leitorDeEstados(especies)).map((contagem, i) => {
    const codigo = codigos[linhas[i] ?? 0] ?? 0;
    return { chave: codigo, nome: nomes.get(codigo) ?? String(codigo), contagem };
  });
}

/** What each indicator has, all its periods and the municipalities inside the filters together. */
export function contarPorIndicador(
  avaliacao: Avaliacao,
  catalogo: readonly Indicador[],
  { linhas }: Recorte,
  especies: readonly Especie[],
): LinhaDeContagem[] {
  const estadoDe = leitorDeEstados(especies);
  return seriesDe(avaliacao, catalogo).map(({ indicador, colunas }) => ({
    chave: indicador.id,
    nome: indicador.nome,
    contagem: contarEstados(colunas, linhas, estadoDe),
  }));
}

/** One indicator: its periods, oldest first, and a row for each municipality. */
export function quadroDoIndicador(
  { colunas, codigos }: Avaliacao,
  indicador: Indicador,
  municipios: readonly Municipio[],
  { linhas }: Recorte,
  especies: readonly Especie[],
): { readonly periodos: readonly string[]; readonly linhas: readonly LinhaDeEstados[] } {
  const nomes = new Map(municipios.map(({ codigo, nome }) => [codigo, nome]));
  const suas = colunas.filter((coluna) => coluna.indicador === indicador.id);
  return {
    periodos: suas.map(({ periodo }) => periodo),
    linhas: linhas.map((linha) => {
      const codigo = codigos[linha] ?? 0;
      return {
        chave: codigo,
        nome: nomes.get(codigo) ?? String(codigo),
        celulas: new Map(suas.map((coluna) => [coluna.periodo, celulaDe(coluna, linha, indicador, especies)])),
      };
    }),
  };
}

/** One municipality: all periods of all its indicators, oldest first, and a row for each indicator. */
export function quadroDoMunicipio(
  avaliacao: Avaliacao,
  codigo: number,
  catalogo: readonly Indicador[],
  especies: readonly Especie[],
): { readonly periodos: readonly string[]; readonly linhas: readonly LinhaDeEstados[] } {
  const linha = avaliacao.codigos.indexOf(codigo);
  if (linha < 0) return { periodos: [], linhas: [] };
  return {
    periodos: [...new Set(avaliacao.colunas.map(({ periodo }) => periodo))].sort(),
    linhas: seriesDe(avaliacao, catalogo).map(({ indicador, colunas }) => ({
      chave: indicador.id,
      nome: indicador.nome,
      celulas: new Map(colunas.map((coluna) => [coluna.periodo, celulaDe(coluna, linha, indicador, especies)])),
    })),
  };
}

/** The rows with at least one cell in one of the states; all of them when no state is asked for. */
export function comEstado<L extends LinhaDeContagem | LinhaDeEstados>(
  linhas: readonly L[],
  estados: readonly EstadoCelula[],
): readonly L[] {
  if (estados.length === 0) return linhas;
  return linhas.filter((linha) =>
    "contagem" in linha
      ? estados.some((estado) => linha.contagem[estado] > 0)
      : [...linha.celulas.values()].some(({ estado }) => estados.includes(estado)),
  );
}

/** What there is to look at: wrong, to check, missing. */
export function aOlhar({ erro, "a-conferir": aConferir, "sem-dado": semDado }: ContagemDeEstados): number {
  return erro + aConferir + semDado;
}

interface Serie {
  readonly indicador: Indicador;
  readonly colunas: readonly ColunaAvaliada[];
}

function seriesDe({ colunas }: Avaliacao, catalogo: readonly Indicador[]): Serie[] {
  const por = new Map<string, ColunaAvaliada[]>();
  for (const coluna of colunas) {
    const serie = por.get(coluna.indicador);
    if (serie === undefined) por.set(coluna.indicador, [coluna]);
    else serie.push(coluna);
  }
  return catalogo.flatMap((indicador) => {
    const suas = por.get(indicador.id);
    return suas === undefined ? [] : [{ indicador, colunas: suas }];
  });
}

function celulaDe(
  coluna: ColunaAvaliada,
  linha: number,
  indicador: Indicador,
  especies: readonly Especie[],
): CelulaDoQuadro {
  const valor = coluna.valores[linha] ?? Number.NaN;
  return {
    estado: estadoDaCelula(coluna.celulas[linha] ?? 0, especies),
    valor: Number.isNaN(valor) ? null : valor,
    indicador,
  };
}
