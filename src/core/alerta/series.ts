import { addMonths, daysBetween, type CivilMonth } from "../civil-date.ts";

/** Complaints registered by month, municipality and theme. */
export interface ContagensMensais {
  readonly meses: readonly CivilMonth[];
  /** `grupos[g]` with `contagens[g * meses.length + m]`. */
  readonly grupos: readonly { readonly municipio: number; readonly tema: string }[];
  readonly contagens: ArrayLike<number>;
}

export interface LugarDaSerie {
  /** IBGE code. */
  readonly codigo: number;
  /** Inhabitants; null = not known, as none would be. */
  readonly populacao: number | null;
  /** Code of the region; null = in none. */
  readonly regiao: number | null;
}

export const TIPOS_DE_SERIE = ["territorio", "regiao", "municipio", "tema"] as const;

export type TipoDeSerie = (typeof TIPOS_DE_SERIE)[number];

/** Counts of a place or theme month by month, with what they happened over. */
export interface SerieDeContagens {
  /** "municipio-9900001", "tema-acolhimento", "territorio": fit for an address. */
  readonly id: string;
  readonly tipo: TipoDeSerie;
  /** Code of the region or municipality, id of the theme; "" for the whole territory. */
  readonly chave: string;
  readonly contagens: readonly number[];
  /** Inhabitant-days of each month; days alone where a population is not known. */
  readonly exposicao: readonly number[];
  /** Inhabitants of the place; of a theme, of the whole territory. Null = not known. */
  readonly populacao: number | null;
}

/**
 * Series of the territory, of each region and municipality of `lugares` (those without
 * a complaint among them) and of each theme seen. A complaint of a municipality that
 * is not in `lugares` counts in the territory and in its theme only.
 * @param n how many months, from the first
 */
export function montarSeries(
  { meses: todos, grupos, contagens }: ContagensMensais,
  lugares: readonly LugarDaSerie[],
  n = todos.length,
): SerieDeContagens[] {
  const meses = todos.slice(0, n);
  const dias = meses.map((mes) => daysBetween(`${mes}-01`, addMonths(`${mes}-01`, 1)));
  const porId = new Map<string, { tipo: TipoDeSerie; chave: string; contagens: number[]; populacao: number | null }>();
  const entra = (tipo: TipoDeSerie, chave: string, populacao: number | null): void => {
    const id = idDaSerie(tipo, chave);
    const known = porId.get(id);
    if (known === undefined) porId.set(id, { tipo, chave, contagens: meses.map(() => 0), populacao });
    else known.populacao = known.populacao === null || populacao === null ? null : known.populacao + populacao;
  };
  for (const { codigo, populacao: habitantes, regiao } of lugares) {
    const populacao = habitantes === 0 ? null : habitantes;
    entra("territorio", "", populacao);
    if (regiao !== null) entra("regiao", String(regiao), populacao);
    entra("municipio", String(codigo), populacao);
  }
  const regiaoDe = new Map(lugares.map(({ codigo, regiao }) => [codigo, regiao]));
  const doTerritorio = porId.get("territorio")?.populacao ?? null;
  for (const tema of new Set(grupos.map((grupo) => grupo.tema))) entra("tema", tema, doTerritorio);
  grupos.forEach(({ municipio, tema }, g) => {
    const regiao = regiaoDe.get(municipio) ?? null;
    const alvos = [
      porId.get("territorio"),
      porId.get(idDaSerie("municipio", String(municipio))),
      porId.get(idDaSerie("tema", tema)),
      regiao === null ? undefined : porId.get(idDaSerie("regiao", String(regiao))),
    ];
    for (let m = 0; m < meses.length; m += 1) {
      const novas = contagens[g * todos.length + m] ?? 0;
      if (novas !== 0) for (const alvo of alvos) if (alvo !== undefined) alvo.contagens[m] = (alvo.contagens[m] ?? 0) + novas;
    }
  });
  return [...porId].map(([id, serie]) => ({ id, ...serie, exposicao: dias.map((dia) => dia * (serie.populacao ?? 1)) }));
}

/**
 * Position of the first month of the counts that is in use: a registration typed in a
 * wrong year stands far from the others, and what lies before twelve months without
 * any complaint of the territory is left out.
 */
export function primeiroMesEmUso(totais: readonly number[]): number {
  let zeros = 0;
  let primeiro = 0;
  totais.forEach((total, mes) => {
    zeros = total === 0 ? zeros + 1 : 0;
    if (zeros >= 12) primeiro = mes + 1;
  });
  return primeiro;
}

function idDaSerie(tipo: TipoDeSerie, chave: string): string {
  return chave === "" ? tipo : `${tipo}-${chave}`;
}

/** Complaints per 10,000 inhabitants in 30 days; null where the population is not known. */
export function taxaNoMes({ contagens, exposicao, populacao }: SerieDeContagens, mes: number): number | null {
  const [n, e] = [contagens[mes], exposicao[mes]];
  return populacao === null || n === undefined || e === undefined || e === 0 ? null : (n / e) * 30 * 10_000;
}
