import { joined, type Pieces } from "../../src/data/pieces.ts";

/** The text of a canonical file; empty where there is none. */
export function csvText(csv: Pieces | undefined): string {
  return new TextDecoder().decode(joined(csv ?? []));
}
