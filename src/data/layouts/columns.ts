import { personHeader, personIn } from "../import/person.ts";
import { Refusal } from "../import/whole-file.ts";
import type { RawTable } from "../raw/raw.ts";
import { cellText } from "./cells.ts";
import type { Conversion, Fit, UsedColumn } from "./layout.ts";
import { openingRows } from "./match.ts";

export type ColumnRoles = Pick<Conversion, "usadas" | "ignoradas" | "pessoais">;

export interface KnownColumns {
  /** Field of the fit → what it feeds, as the user is told. */
  readonly usos: ReadonlyMap<string, string>;
  /** Personal columns the layout knows whose titles say nothing ("q13_3"): what a title announces, or null. */
  readonly pessoal?: (titulo: string) => string | null;
  /** Titles of counts and sums, which may name persons and hold none of them ("Idosos beneficiários do BPC"). */
  readonly agregada?: (titulo: string) => boolean;
}

/**
 * What was made of each column: used, of persons, or read past. A column is of
 * persons by its title, by the layout's own knowledge, or by what its opening
 * values look like (CPF, e-mail, telephone); none of them is ever used or kept
 * (Lei 13.709/2018, art. 6º, III).
 */
export function columnRoles(tabela: RawTable, fit: Fit, { usos, pessoal, agregada }: KnownColumns): ColumnRoles {
  const usedAt = new Map<number, string>();
  for (const [campo, position] of fit.posicao) {
    const uso = usos.get(campo);
    if (uso !== undefined) usedAt.set(position, uso);
  }
  const usadas: UsedColumn[] = [];
  const ignoradas: string[] = [];
  const pessoais: { titulo: string; dado: string }[] = [];
  const rows = openingRows(tabela, fit.linhaCabecalho);
  fit.titulos.forEach((titulo, position) => {
    const uso = usedAt.get(position);
    if (uso !== undefined) {
      usadas.push({ titulo, uso });
      return;
    }
    if (titulo === "") return;
    const byTitle = agregada?.(titulo) === true ? null : personHeader(titulo);
    const dado = pessoal?.(titulo) ?? byTitle ?? personByValue(rows.map(({ campos }) => cellText(campos, position)));
    if (dado === null) ignoradas.push(titulo);
    else pessoais.push({ titulo, dado });
  });
  return { usadas, ignoradas, pessoais };
}

function personByValue(texts: readonly string[]): string | null {
  for (const text of texts) {
    const found = personIn(text);
    if (found !== null) return `${found}, pelo valor`;
  }
  return null;
}

/** Refuses a list of persons: nothing in it is a figure of a municipality. */
export function nominalRefusal(oQue: string): Refusal {
  return new Refusal(
    "so-dados-pessoais",
    `O arquivo é uma lista de pessoas (${oQue}): nada dele foi lido nem guardado (LGPD, Lei 13.709/2018, art. 6º, III, e art. 11).`,
    "Peça ou baixe o arquivo agregado por município, sem dados de pessoas.",
  );
}
