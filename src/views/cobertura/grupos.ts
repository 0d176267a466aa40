import { type Celula, celula } from "../../core/absence.ts";
import type { CivilDate } from "../../core/civil-date.ts";
import { count, formatNumber, joinPt } from "../../core/format.ts";
import type { Modalidade } from "../../data/contracts/apoios.ts";
import type { municipiosPorEixo, municipiosPorEstrategia } from "../../data/queries/cobertura-por-grupo.ts";
import type { RowOf } from "../../data/queries/query.ts";
import { EIXOS, ESTRATEGIAS } from "./estrategias.ts";

type RowEstrategia = RowOf<(typeof municipiosPorEstrategia)["row"]>;
type RowEixo = RowOf<(typeof municipiosPorEixo)["row"]>;

/** What one strategy or one eixo reached in the period; nothing held is a true zero. */
export interface LinhaGrupo<Id extends string = string> {
  readonly id: Id;
  readonly nome: string;
  /** Group of the norm; null for an eixo. */
  readonly grupo: Modalidade | null;
  readonly artigos: string;
  /** Distinct municipalities. */
  readonly municipios: number;
  /** Per cent of the municipalities inside the filter; an absence when there are none. */
  readonly parte: Celula;
  /** Distinct events. */
  readonly eventos: number;
  /** Event × municipality. */
  readonly alcances: number;
  readonly participantes: Celula;
  readonly ultima: CivilDate | null;
}

/** The twelve strategies, those with nothing held included. */
export function linhasPorEstrategia(rows: readonly RowEstrategia[], total: number): LinhaGrupo[] {
  const porId = new Map(rows.map((row) => [row.estrategia, row]));
  return ESTRATEGIAS.map(({ id, nome, grupo, artigos }) =>
    linha({ id, nome, grupo, artigos }, porId.get(id), total),
  );
}

/** The four eixos, those with nothing held included. */
export function linhasPorEixo(rows: readonly RowEixo[], total: number): LinhaGrupo[] {
  const porId = new Map(rows.map((row) => [row.eixo, row]));
  return EIXOS.map(({ id, nome }) =>
    linha({ id, nome, grupo: null, artigos: "art. 7º" }, porId.get(id), total),
  );
}

/** The widest reach, and what had nothing held. */
export function leituraGrupos(linhas: readonly LinhaGrupo[], total: number): string {
  const maior = linhas.reduce<LinhaGrupo | null>((m, l) => (m === null || l.municipios > m.municipios ? l : m), null);
  if (maior === null || maior.municipios === 0) {
    return "Nenhum apoio registrado no período com esses filtros.";
  }
  const vazias = linhas.filter(({ eventos }) => eventos === 0);
  const sem = vazias.length === 0 ? "" : ` Sem nada registrado: ${joinPt(vazias.map(({ nome }) => nome))}.`;
  return `Maior alcance: ${maior.nome}, em ${formatNumber(maior.municipios)} de ${count(total, "município", "municípios")}.${sem}`;
}

function linha<Id extends string>(
  pacto: Pick<LinhaGrupo<Id>, "id" | "nome" | "grupo" | "artigos">,
  row: Omit<RowEixo, "eixo"> | undefined,
  total: number,
): LinhaGrupo<Id> {
  const municipios = row?.municipios ?? 0;
  return {
    ...pacto,
    municipios,
    parte: celula(total === 0 ? null : (100 * municipios) / total, "dados-insuficientes"),
    eventos: row?.eventos ?? 0,
    alcances: row?.alcances ?? 0,
    participantes: row === undefined ? { valor: 0 } : celula(row.participantes),
    ultima: row?.ultima ?? null,
  };
}
