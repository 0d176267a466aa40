import type { Achado } from "./achado.ts";
import type { Avaliacao, ColunaAvaliada } from "./avaliar.ts";
import { ESTADOS, estadoDaCelula, type EstadoCelula } from "./celulas.ts";
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

/**
 * Counts the cells of some columns over some municipalities (by their places).
 * @param estadoDe how a packed cell reads, see `leitorDeEstados`.
 */
export function contarEstados(
  colunas: readonly ColunaAvaliada[],
  linhas: readonly number[],
  estadoDe: (celula: number) => number,
): ContagemDeEstados {
  const contagem = new Uint32Array(ESTADOS.length);
  for (const { celulas } of colunas) {
    for (const linha of linhas) somar(contagem, estadoDe(celulas[linha] ?? 0));
  }
  return comoContagem(contagem, 0);
}

/** The same counts, one for each municipality. */
export function contarPorLinha(
  colunas: readonly ColunaAvaliada[],
  linhas: readonly number[],
  estadoDe: (celula: number) => number,
): ContagemDeEstados[] {
  const contagens = new Uint32Array(linhas.length * ESTADOS.length);
  for (const { celulas } of colunas) {
    for (let i = 0; i < linhas.length; i += 1) {
      somar(contagens, i * ESTADOS.length + estadoDe(celulas[linhas[i] ?? 0] ?? 0));
    }
  }
  return linhas.map((_, i) => comoContagem(contagens, i * ESTADOS.length));
}

function somar(contagem: Uint32Array, lugar: number): void {
  contagem[lugar] = (contagem[lugar] ?? 0) + 1;
}

function comoContagem(contagem: Uint32Array, inicio: number): ContagemDeEstados {
  const de = (estado: EstadoCelula): number => contagem[inicio + ESTADOS.indexOf(estado)] ?? 0;
  return {
    erro: de("erro"),
    "a-conferir": de("a-conferir"),
    "sem-dado": de("sem-dado"),
    ok: de("ok"),
    "nao-avaliado": de("nao-avaliado"),
  };
}

/** Counts added up. */
export function somarContagens(contagens: readonly ContagemDeEstados[]): ContagemDeEstados {
  const total = { erro: 0, "a-conferir": 0, "sem-dado": 0, ok: 0, "nao-avaliado": 0 };
  for (const contagem of contagens) for (const estado of ESTADOS) total[estado] += contagem[estado];
  return total;
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
  const iguais = contarIguais(avaliacao.colunas, linhas);
  return ESPECIES.map((especie) => ({
    especie,
    regras: regras.filter((regra) => regra.especie === especie).length,
    estados: estadosDosIguais(iguais, especie),
    municipios: municipios.get(especie)?.size ?? 0,
    series: new Set(
      avaliacao.achadosDeSerie.filter(({ regra }) => especieDe.get(regra) === especie).map(({ indicador }) => indicador),
    ).size,
  }));
}

/** How many cells hold each packed state: few are distinct, so the kinds are read from these. */
function contarIguais(colunas: readonly ColunaAvaliada[], linhas: readonly number[]): ReadonlyMap<number, number> {
  const contados = new Uint32Array(1 << 16);
  for (const { celulas } of colunas) {
    for (const linha of linhas) somar(contados, celulas[linha] ?? 0);
  }
  const iguais = new Map<number, number>();
  contados.forEach((quantos, celula) => {
    if (quantos > 0) iguais.set(celula, quantos);
  });
  return iguais;
}

function estadosDosIguais(iguais: ReadonlyMap<number, number>, especie: Especie): ContagemDeEstados {
  const contagem = { erro: 0, "a-conferir": 0, "sem-dado": 0, ok: 0, "nao-avaliado": 0 };
  for (const [celula, quantos] of iguais) contagem[estadoDaCelula(celula, [especie])] += quantos;
  return contagem;
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
