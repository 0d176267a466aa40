import type { NomeDaPergunta, Perguntas } from "../../data/denuncias/perguntas.ts";
import { useKeeperQuestion, type QuestionState } from "../keeper/use-keeper.ts";
import type { RelogioEmUso } from "./use-relogio.ts";

/** What a view knows of a question it asked of the cases. */
export type EstadoDaPergunta<N extends NomeDaPergunta> = QuestionState<Perguntas, N>;

/** Asks the cases and keeps the previous answer on screen while the next one comes; see `useKeeperQuestion`. */
export function usePergunta<N extends NomeDaPergunta>(
  { aba, ajustes, versao }: RelogioEmUso,
  nome: N,
  pede: Perguntas[N]["pede"],
  opcoes: { readonly enabled?: boolean } = {},
): EstadoDaPergunta<N> {
  return useKeeperQuestion({ keeper: "relogio", aba, ajustes, versao }, nome, pede, opcoes);
}
