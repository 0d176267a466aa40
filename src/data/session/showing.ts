import type { ExtractId } from "../contracts/contract.ts";
import type { CanonicalExtract } from "./session.ts";

/** The loads of an extract that show: those from the last replacement on, oldest first. */
export function showing(loads: readonly CanonicalExtract[], id: ExtractId): readonly CanonicalExtract[] {
  const own = loads.filter((load) => load.id === id);
  const last = own.findLastIndex(({ modo }) => modo === "substitui");
  return own.slice(Math.max(last, 0));
}
