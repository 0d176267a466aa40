import type { Achado } from "./achado.ts";
import type { Avaliacao, ColunaAvaliada } from "./avaliar.ts";
import { ESTADOS, estadoDaCelula, estadoDaEspecie, type EstadoCelula } from "./celulas.ts";
import { ESPECIES, type Especie, type Regra } from "./regra.ts";

/** How many cells have each state; they add up to all the cells counted. */
export type ContagemDeEstados = Readonly<Record<EstadoCelula, number>>;

/** What one kind of rule found. */
export interface ResumoDaEspecie {
  readonly especie: Especie;
  readonly regras: number;
  /** Cells by the state this kind gives them. */
  readonly estados: ContagemDeEstados;
  /** Municipalities with at least one finding of the kind. */
  readonly municipios: number;
  /** Series with a finding, whatever the municipality. */
  readonly series: number;
}

/** Counts the cells of some columns over some municipalities (by their places). */
export function contarEstados(
  colunas: readonly ColunaAvaliada[],
  linhas: readonly number[],
  especies: readonly Especie[] = [],
): ContagemDeEstados {
  return contar(colunas, linhas, (celula) => estadoDaCelula(celula, especies));
}

function contar(
  colunas: readonly ColunaAvaliada[],
  linhas: readonly number[],
  estadoDe: (celula: number) => EstadoCelula,
): ContagemDeEstados {
  const contagem = contagemVazia();
  // Few distinct cells, many of each: decoded once.
  const conhecidas = new Map<number, EstadoCelula>();
  for (const { celulas } of colunas) {
    for (const linha of linhas) {
      const celula = celulas[linha] ?? 0;
      let estado = conhecidas.get(celula);
      if (estado === undefined) {
        estado = estadoDe(celula);
        conhecidas.set(celula, estado);
      }
      contagem[estado] += 1;
    }
  }
  return contagem;
}

/** All the states at zero, to count in. */
export function contagemVazia(): Record<EstadoCelula, number> {
  return { erro: 0, "a-conferir": 0, "sem-dado": 0, ok: 0, "nao-avaliado": 0 };
}

/** Sum of a count: all its cells. */
export function totalDe(contagem: ContagemDeEstados): number {
  return ESTADOS.reduce((total, estado) => total + contagem[estado], 0);
}

/** What each kind of rule found among some municipalities (by their places). */
export function resumirPorEspecie(
  avaliacao: Avaliacao,
  regras: readonly Regra[],
  linhas: readonly number[],
): ResumoDaEspecie[] {
  const especieDe = new Map(regras.map(({ id, especie }) => [id, especie]));
  const dentro = new Set(linhas.map((linha) => avaliacao.codigos[linha]));
  const municipios = new Map<Especie, Set<number>>(ESPECIES.map((especie) => [especie, new Set()]));
  for (const { regra, codigo } of avaliacao.achados) {
    const especie = especieDe.get(regra);
    if (especie !== undefined && dentro.has(codigo)) municipios.get(especie)?.add(codigo);
  }
  return ESPECIES.map((especie) => ({
    especie,
    regras: regras.filter((regra) => regra.especie === especie).length,
    estados: contar(avaliacao.colunas, linhas, (celula) => estadoDaEspecie(celula, especie)),
    municipios: municipios.get(especie)?.size ?? 0,
    series: new Set(
      avaliacao.achadosDeSerie.filter(({ regra }) => especieDe.get(regra) === especie).map(({ indicador }) => indicador),
    ).size,
  }));
}

/** Findings by municipality code, in the order they were found. */
export function achadosPorMunicipio(achados: readonly Achado[]): ReadonlyMap<number, readonly Achado[]> {
  const por = new Map<number, Achado[]>();
  for (const achado of achados) {
    const lista = por.get(achado.codigo);
    if (lista === undefined) por.set(achado.codigo, [achado]);
    else lista.push(achado);
  }
  return por;
}
