import type { MunicipioRef } from "../../data/import/codes.ts";
import { municipiosDoExtrato } from "../../data/queries/extratos-municipios.ts";
import type { Session } from "../../data/session/session.ts";
import type { Snapshot } from "../../data/snapshot/snapshot.ts";
import { isProprio } from "./model.ts";

/**
 * The municipalities a file's codes are resolved against: the snapshot's, or
 * those of the user's own table, asked to the engine. Rejects with `EngineError`.
 */
export async function municipiosEmUso(
  snapshot: Pick<Snapshot, "municipios">,
  session: Pick<Session, "extracts" | "ask">,
): Promise<readonly MunicipioRef[]> {
  const proprio = session.extracts().some((extrato) => extrato.id === "municipios" && isProprio(extrato));
  const list = proprio ? (await session.ask(municipiosDoExtrato, {})).rows : snapshot.municipios;
  return list.map(({ codigo, nome }) => ({ codigo, nome }));
}
