export { isBlank } from "../raw/shape.ts";

export type Delimiter = ";" | "," | "\t" | "|";

export const DELIMITER_NAME: Readonly<Record<Delimiter, string>> = {
  ";": "ponto e vírgula",
  ",": "vírgula",
  "\t": "tabulação",
  "|": "barra vertical",
};
