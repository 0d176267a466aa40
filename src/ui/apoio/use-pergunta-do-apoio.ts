import type { NomeDaPergunta, Perguntas } from "../../data/apoio/perguntas.ts";
import { useKeeperQuestion, type QuestionState } from "../keeper/use-keeper.ts";
import type { ApoioEmUso } from "./use-apoio.ts";

/** What a view knows of a question it asked of the record of support. */
export type EstadoDaPergunta<N extends NomeDaPergunta> = QuestionState<Perguntas, N>;

/** Asks the record of support and keeps the previous answer on screen while the next one comes; see `useKeeperQuestion`. */
export function usePerguntaDoApoio<N extends NomeDaPergunta>(
  { aba, ajustes, versao }: ApoioEmUso,
  nome: N,
  pede: Perguntas[N]["pede"],
  opcoes: { readonly enabled?: boolean } = {},
): EstadoDaPergunta<N> {
  return useKeeperQuestion({ keeper: "apoio", aba, ajustes, versao }, nome, pede, opcoes);
}
