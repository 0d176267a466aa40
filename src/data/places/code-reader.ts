import type { PlaceReading } from "./places.ts";
import type { MunicipioBrasil, Uf } from "./reference.ts";
import { STATE_TOTAL } from "./totals.ts";

interface CodeSources {
  readonly brasil: readonly MunicipioBrasil[];
  readonly ufs: readonly Uf[];
  readonly uf: (text: string) => Uf | null;
  readonly found: (codigo: number) => PlaceReading;
}

export interface CodeReader {
  readonly codigo: (texto: string) => PlaceReading;
  readonly partido: (uf: string, municipio: string) => PlaceReading;
  readonly siafi: (texto: string) => PlaceReading;
  /** The reading of a code followed by a name ("1100015 | NOME"); null where the text is not so. */
  readonly codeAndName: (texto: string) => PlaceReading | null;
}

/** Reads municipality codes by their value: how many digits, and whether the list has them. */
export function codeReader({ brasil, ufs, uf, found }: CodeSources): CodeReader {
  const byCode = new Map<string, number>();
  const bySiafi = new Map<string, number>();
  for (const { codigo, siafi } of brasil) {
    const text = String(codigo);
    byCode.set(text, codigo);
    byCode.set(text.slice(0, 6), codigo);
    bySiafi.set(String(siafi).padStart(4, "0"), codigo);
  }
  const totals = new Set(ufs.flatMap(({ codigo }) => [String(codigo), `${String(codigo)}0000`, `${String(codigo)}00000`]));

  const byDigits = (digits: string): PlaceReading => {
    if (totals.has(digits)) return STATE_TOTAL;
    if (!/^\d{6,7}$/.test(digits)) return NOT_A_CODE;
    const codigo = byCode.get(digits);
    if (codigo !== undefined) return found(codigo);
    return digits.length === 7 && byCode.has(digits.slice(0, 6)) ? WRONG_LAST_DIGIT : NO_SUCH_CODE;
  };
  const codeAndName = (texto: string): PlaceReading | null => {
    const digits = /^\s*(\d{6,7})\s*[|:;–—-]?\s*\p{L}/u.exec(texto)?.[1];
    return digits === undefined ? null : byDigits(digits);
  };
  const codigo = (texto: string): PlaceReading => codeAndName(texto) ?? byDigits(plainDigits(texto));
  return {
    codigo,
    codeAndName,
    partido(ufText, municipio) {
      const digits = plainDigits(municipio);
      if (/^\d{6,7}$/.test(digits)) return byDigits(digits);
      const unit = uf(plainDigits(ufText));
      if (unit === null) return NO_SUCH_UF;
      return /^\d{1,5}$/.test(digits) ? byDigits(`${String(unit.codigo)}${digits.padStart(5, "0")}`) : NOT_A_SPLIT_CODE;
    },
    siafi(texto) {
      const digits = plainDigits(texto);
      if (!/^\d{1,4}$/.test(digits)) return NOT_SIAFI;
      const code = bySiafi.get(digits.padStart(4, "0"));
      return code === undefined ? NO_SUCH_SIAFI : found(code);
    },
  };
}

/** Takes off what spreadsheets put around a code: blanks and NBSP, `="…"`, an apostrophe, ".0", dots for thousands. */
function plainDigits(texto: string): string {
  const text = texto
    .replace(/[\u200b-\u200d\u2060\ufeff\0]/g, "")
    .trim()
    .replace(/^="(.*)"$/s, "$1")
    .replace(/^['’"]+|["]+$/g, "")
    .trim();
  if (/^\d{1,3}(?:\.\d{3})+$/.test(text)) return text.replaceAll(".", "");
  return text.replace(/[.,]0+$/, "");
}

const unknown = (mensagem: string, conserto: string): PlaceReading => ({ tipo: "desconhecido", mensagem, conserto });

const CHECK_AT_IBGE = "Confira o código no IBGE; se o município é novo, carregue antes a tabela de municípios com ele.";

const NOT_A_CODE = unknown(
  "O código do município não tem 6 nem 7 algarismos.",
  "Escreva o código do IBGE do município, com 7 algarismos (ou 6, sem o último).",
);
const NO_SUCH_CODE = unknown("Nenhum município do Brasil tem este código.", CHECK_AT_IBGE);
const WRONG_LAST_DIGIT = unknown(
  "Nenhum município do Brasil tem este código: os seis primeiros algarismos existem, mas o último é outro.",
  CHECK_AT_IBGE,
);
const NO_SUCH_UF = unknown("O código ou a sigla do estado não existe.", "Escreva o estado pela sigla ou pelo código de dois algarismos do IBGE.");
const NOT_A_SPLIT_CODE = unknown(
  "O código do município dentro do estado não tem até 5 algarismos.",
  "Escreva os cinco algarismos que vêm depois dos dois do estado.",
);
const NOT_SIAFI = unknown("O código SIAFI não tem até 4 algarismos.", "Escreva o código SIAFI do município, com 4 algarismos.");
const NO_SUCH_SIAFI = unknown("Nenhum município do Brasil tem este código SIAFI.", "Confira o código na lista do Tesouro Nacional ou use o código do IBGE.");
