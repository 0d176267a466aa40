import type { ExtractId } from "../contracts/contract.ts";
import { forEachRecord } from "./parse.ts";
import { recognise, type Recognition } from "./recognise.ts";
import { isBlank, type Layout } from "./sniff.ts";
import { headerNames } from "./table.ts";
import { Refusal } from "./whole-file.ts";

export interface FoundHeader {
  readonly nomes: readonly string[];
  readonly layout: Layout;
  readonly recognition: Recognition;
}

const SEARCH_RECORDS = 30;
const SEARCH_CHARACTERS = 262_144;

/**
 * The header among the first records: the one a contract recognises, else the
 * one that reads like a header by its shape.
 * @throws Refusal when nothing looks like one or it has more columns than `maxColunas`.
 */
export function findHeader(
  texto: string,
  layout: Layout,
  maxColunas: number,
  expected?: ExtractId,
): FoundHeader {
  let byShape: FoundHeader | null = null;
  let recognised: FoundHeader | null = null;
  let seen = 0;
  const sample = texto.slice(layout.inicio, layout.inicio + SEARCH_CHARACTERS);
  forEachRecord(sample, layout.separador, layout.abertura.length + 1, ({ linha, campos }) => {
    if (campos.length > maxColunas) {
      throw new Refusal(
        "colunas-demais",
        `O arquivo tem mais de ${String(maxColunas)} colunas.`,
        "Deixe só as colunas do arquivo-modelo e carregue de novo.",
      );
    }
    if (isBlank(campos)) return true;
    const nomes = headerNames(campos);
    const recognition = recognise(headerNames(campos), expected);
    const found: FoundHeader = { nomes, recognition, layout: { ...layout, linhaCabecalho: linha } };
    if (linha === layout.linhaCabecalho) byShape = found;
    if (recognition.match !== null) recognised = found;
    seen += 1;
    return recognised === null && seen < SEARCH_RECORDS;
  });
  const found = recognised ?? byShape;
  if (found === null) {
    throw new Refusal(
      "sem-cabecalho",
      "Nenhuma linha do arquivo parece um cabeçalho.",
      "Ponha na primeira linha os nomes das colunas, como no arquivo-modelo.",
    );
  }
  return found;
}
