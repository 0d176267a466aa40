import { useQuery } from "@tanstack/react-query";
import { parseVerbetes, type Verbete } from "../../data/publico/ler-glossario.ts";
import { HELD } from "../held-query.ts";

/** Where the words are, beside the page. */
const ENDERECO = "publico/glossario.json";

const NENHUM: readonly Verbete[] = [];

async function ler(): Promise<readonly Verbete[]> {
  const response = await fetch(ENDERECO);
  if (!response.ok) throw new Error(`${ENDERECO}: HTTP ${response.status}`);
  return parseVerbetes(await response.json());
}

/** The words of the glossary, read once a page life; none while they are on their way, or if they never come. */
export function useGlossario(): readonly Verbete[] {
  const { data } = useQuery({ queryKey: ["publico", "glossario"], queryFn: ler, gcTime: Infinity, ...HELD });
  return data ?? NENHUM;
}
