import type { ExtractId } from "../contracts/contract.ts";
import { headerNames } from "../raw/header-names.ts";
import type { OpeningRecord, RawTable } from "../raw/raw.ts";
import { isBlank } from "../raw/shape.ts";
import { recognise, type Recognition } from "./recognise.ts";
import { Refusal } from "./whole-file.ts";

/** The header a file is read by. */
export interface FoundHeader {
  readonly tabela: RawTable;
  /** 1-based line of the (last) header record. */
  readonly linha: number;
  readonly nomes: readonly string[];
  /** The reader of the table took the same record for the header, so its kinds and defects stand. */
  readonly porForma: boolean;
  readonly recognition: Recognition;
}

const SEARCH_RECORDS = 30;

/**
 * The header among the first records of the tables: the first a contract
 * recognises, else the one that reads like a header by its shape.
 * @throws Refusal when nothing looks like one.
 */
export function findHeader(tabelas: readonly RawTable[], expected?: ExtractId): FoundHeader {
  let byShape: FoundHeader | null = null;
  for (const tabela of tabelas) {
    for (const { linha, campos, porForma } of candidates(tabela)) {
      const nomes = headerNames(campos);
      const recognition = recognise(nomes, expected);
      const found: FoundHeader = { tabela, linha, nomes, porForma, recognition };
      if (recognition.match !== null) return found;
      if (porForma) byShape ??= found;
    }
  }
  if (byShape !== null) return byShape;
  throw new Refusal(
    "sem-cabecalho",
    "Nenhuma linha do arquivo parece um cabeçalho.",
    "Ponha na primeira linha os nomes das colunas, como no arquivo-modelo.",
  );
}

function candidates({ cabecalho, inicio }: RawTable): (OpeningRecord & { readonly porForma: boolean })[] {
  const filled = inicio.filter(({ campos }) => !isBlank(campos)).slice(0, SEARCH_RECORDS);
  const others = filled.map((record) => ({ ...record, porForma: false }));
  // Without any header by shape the first record stands for one, so that the report can say what the file has.
  if (cabecalho === null) return others.map((record, i) => ({ ...record, porForma: i === 0 }));
  return [{ linha: cabecalho.linha, campos: cabecalho.nomes, porForma: true }, ...others];
}
