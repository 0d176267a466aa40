import { type Celula, celula } from "../../../core/absence.ts";
import type { CivilDate } from "../../../core/civil-date.ts";
import { count, formatNumber, joinPt } from "../../../core/format.ts";
import type { Pacto } from "../../../core/pacto/index.ts";
import { EIXO_ROTULO, ESTRATEGIA_ROTULO, type Modalidade } from "../../../data/contracts/apoios.ts";
import { NAO_CLASSIFICADO } from "../../../data/contracts/contract.ts";
import type { municipiosPorEixo, municipiosPorEstrategia } from "../../../data/queries/cobertura-por-grupo.ts";
import type { RowOf } from "../../../data/queries/query.ts";
import { artigosEmPalavras } from "./artigos.ts";

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

/** The strategies of the pact, in its order, those with nothing held included. */
export function linhasPorEstrategia(rows: readonly RowEstrategia[], total: number, { estrategias }: Pick<Pacto, "estrategias">): LinhaGrupo[] {
  const porId = new Map(rows.map((row) => [row.estrategia, row]));
  return estrategias.map(({ id, nome, modalidade, artigos }) =>
    linha({ id, nome: rotulo(ESTRATEGIA_ROTULO, id) ?? nome, grupo: modalidade, artigos: artigosEmPalavras(artigos) }, porId.get(id), total),
  );
}

/** The eixos of the pact, in its order, those with nothing held included. */
export function linhasPorEixo(rows: readonly RowEixo[], total: number, { eixos, linhas }: Pick<Pacto, "eixos" | "linhas">): LinhaGrupo[] {
  const porId = new Map(rows.map((row) => [row.eixo, row]));
  return eixos.map(({ id, nome }) => {
    const artigos = [...new Set(linhas.filter(({ eixo }) => eixo === id).map(({ artigo }) => artigo))];
    return linha({ id, nome: rotulo(EIXO_ROTULO, id) ?? nome, grupo: null, artigos: artigosEmPalavras(artigos) }, porId.get(id), total);
  });
}

/** " 3 eventos no período não têm eixo da lista…"; empty where every event has one. */
export function aparteEmPalavras(rows: readonly (Contada & { readonly estrategia?: string; readonly eixo?: string })[], oque: "estratégia" | "eixo"): string {
  const n = rows.find((row) => (row.estrategia ?? row.eixo) === NAO_CLASSIFICADO)?.eventos ?? 0;
  return n === 0 ? "" : ` ${count(n, "evento", "eventos")} no período ${n === 1 ? "tem" : "têm"} ${oque} que não é da lista e ${n === 1 ? "conta" : "contam"} à parte.`;
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

type Contada = Omit<RowEixo, "eixo">;

function rotulo(rotulos: Readonly<Record<string, string>>, id: string): string | undefined {
  return Object.hasOwn(rotulos, id) ? rotulos[id] : undefined;
}

function linha<Id extends string>(
  pacto: Pick<LinhaGrupo<Id>, "id" | "nome" | "grupo" | "artigos">,
  row: Contada | undefined,
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
