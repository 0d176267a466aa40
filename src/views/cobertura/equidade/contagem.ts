import { count } from "../../../core/format.ts";
import type { ContagemDeApoio } from "../../../data/apoio/perguntas.ts";

interface PalavrasDaContagem {
  /** As a choice. */
  readonly rotulo: string;
  readonly singular: string;
  readonly plural: string;
  readonly genero: "m" | "f";
}

/** What each count of support is called. */
export const CONTAGEM: Readonly<Record<ContagemDeApoio, PalavrasDaContagem>> = {
  visitas: { rotulo: "Visitas técnicas", singular: "visita técnica", plural: "visitas técnicas", genero: "f" },
  presencial: { rotulo: "Todo apoio presencial", singular: "apoio presencial", plural: "apoios presenciais", genero: "m" },
  todos: { rotulo: "Todo apoio, presencial ou não", singular: "apoio", plural: "apoios", genero: "m" },
};

/** "37 visitas técnicas", "nenhum apoio". */
export function contados(conta: ContagemDeApoio, n: number): string {
  const { singular, plural, genero } = CONTAGEM[conta];
  return count(n, singular, plural, genero);
}

/** "37 visitas técnicas recebidas", for a count by municipality of events that may reach several. */
export function recebidos(conta: ContagemDeApoio, n: number): string {
  const { genero } = CONTAGEM[conta];
  return `${contados(conta, n)} ${genero === "f" ? "recebida" : "recebido"}${n > 1 ? "s" : ""}`;
}

export const OPCOES_DE_CONTAGEM = (["visitas", "presencial", "todos"] as const).map((valor) => ({ valor, rotulo: CONTAGEM[valor].rotulo }));
