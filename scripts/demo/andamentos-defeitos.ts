import { addDays, type CivilDate } from "../../src/core/civil-date.ts";
import type { Passo } from "../../src/core/denuncias/passos.ts";
import type { AndamentoDemo } from "./andamentos.ts";
import type { CasoDemo } from "./denuncias-caso.ts";
import { FIM } from "./places.ts";
import type { Random } from "./random.ts";

/** What may be wrong with the events of a case, and how many cases in 1,000 have it. */
const TAXAS = {
  "registro-de-outro-dia": 14,
  "seculo-trocado": 12,
  "ano-adiantado": 14,
  "antes-do-registro": 14,
  "fora-de-ordem": 20,
  "sem-analise": 20,
  "depois-do-fim": 20,
  repetido: 20,
  "sem-data": 18,
  "desfecho-sem-tipo": 20,
  "arquivamento-sem-motivo": 10,
} as const;

type Defeito = keyof typeof TAXAS;

/** Events whose protocol no complaint has. */
const SEM_CASO = 40;

/** Steps that the row of the complaint has no date of: what is wrong with them nothing mends. */
const SO_NOS_ANDAMENTOS: readonly Passo[] = ["analise-preliminar", "distribuicao", "desfecho"];

/**
 * Puts into the events the defects of real registers, at most one a case: days
 * mistyped, steps out of order, missing, repeated, after the end, without a day.
 * Every cell stays of its type; `eventos` is aligned with `casos`.
 */
export function addEventDefects(casos: readonly CasoDemo[], eventos: readonly AndamentoDemo[][], random: Random): AndamentoDemo[][] {
  const nenhum = 1000 - Object.values(TAXAS).reduce((sum, taxa) => sum + taxa, 0);
  const feitos = casos.map((caso, i) => {
    const lista = eventos[i] ?? [];
    const defeito: Defeito | "nenhum" = random.weighted({ ...TAXAS, nenhum });
    return defeito === "nenhum" || caso.data_registro === null ? lista : DEFEITOS[defeito](lista, random);
  });
  return [...feitos, orphans(casos, random)];
}

const DEFEITOS: Readonly<Record<Defeito, (lista: AndamentoDemo[], random: Random) => AndamentoDemo[]>> = {
  "registro-de-outro-dia": (lista, random) => redate(lista, "registro", (dia) => addDays(dia, -random.integer(1, 9))),
  "seculo-trocado": (lista, random) => redate(lista, lastOf(lista, random), (dia) => `19${dia.slice(2)}`),
  "ano-adiantado": (lista, random) => redate(lista, lastOf(lista, random), () => addDays(FIM, random.integer(2, 300))),
  "antes-do-registro": (lista, random) => redate(lista, lastOf(lista, random), () => addDays(lista[0]?.data ?? FIM, -random.integer(1, 25))),
  "fora-de-ordem": swapped,
  "sem-analise": (lista) => lista.filter(({ passo }) => passo !== "analise-preliminar"),
  "depois-do-fim": afterTheEnd,
  repetido: (lista, random) => {
    const evento = lista.at(-1);
    if (evento === undefined || evento.data === null || lista.length < 2) return lista;
    const outro = addDays(evento.data, random.integer(1, 12));
    return outro > FIM ? lista : [...lista, { ...evento, data: outro }];
  },
  "sem-data": (lista, random) => {
    const passo = random.pick(SO_NOS_ANDAMENTOS.filter((each) => lista.some((evento) => evento.passo === each)).concat(lastOf(lista, random)));
    return lista.map((evento) => (evento.passo === passo ? { ...evento, data: null } : evento));
  },
  "desfecho-sem-tipo": (lista) => lista.map((evento) => (evento.passo === "desfecho" ? { ...evento, desfecho: null } : evento)),
  "arquivamento-sem-motivo": (lista) => lista.map((evento) => ({ ...evento, motivo_arquivamento: null })),
};

/** A later step than the registration; the registration where there is no other. */
function lastOf(lista: readonly AndamentoDemo[], random: Random): Passo {
  return lista.length < 2 ? "registro" : (lista[random.integer(1, lista.length - 1)]?.passo ?? "registro");
}

function redate(lista: readonly AndamentoDemo[], passo: Passo, novo: (dia: CivilDate) => CivilDate): AndamentoDemo[] {
  return lista.map((evento) => (evento.passo === passo && evento.data !== null ? { ...evento, data: novo(evento.data) } : evento));
}

/** Two neighbouring steps with each other's days. */
function swapped(lista: AndamentoDemo[], random: Random): AndamentoDemo[] {
  const pares = lista.slice(0, -1).flatMap((evento, i) => (i > 0 && evento.data !== lista[i + 1]?.data ? [i] : []));
  if (pares.length === 0) return lista;
  const i = random.pick(pares);
  return lista.map((evento, at) => (at === i ? { ...evento, data: lista[i + 1]?.data ?? null } : at === i + 1 ? { ...evento, data: lista[i]?.data ?? null } : evento));
}

/** Something written down after the case was over. */
function afterTheEnd(lista: AndamentoDemo[], random: Random): AndamentoDemo[] {
  const ultimo = lista.reduce((last, { data }) => (data !== null && data > last ? data : last), "");
  const fim = lista.find(({ passo }) => passo === "arquivamento" || passo === "resposta");
  const dia = ultimo === "" ? FIM : addDays(ultimo, random.integer(3, 30));
  if (fim === undefined || dia > FIM) return lista;
  return [...lista, { ...fim, passo: "manifestacao", data: dia, motivo_arquivamento: null }];
}

/** Rows of protocols that are in no complaint: digits typed wrong. */
function orphans(casos: readonly CasoDemo[], random: Random): AndamentoDemo[] {
  return Array.from({ length: SEM_CASO }, () => {
    const caso = random.pick(casos);
    const passo = random.pick(["registro", "notificacao", "manifestacao", "resposta"] as const);
    const data = caso.data_registro ?? FIM;
    return { protocolo: caso.protocolo.replace(/-(\d{2})/, "-9$1"), passo, data, desfecho: null, motivo_arquivamento: null, superintendencia: null };
  });
}
