import { fold } from "../../core/search.ts";

const FOOTER_SOLE = /^(fonte|nota|notas|obs|observacao|observacoes|elaboracao|elaborado|legenda|total|gerado|emitido|extraido|atualizado)\b/;
const FOOTER_HINT = /^\s*(total|subtotal|soma)/i;
const FOOTER_TOTAL = /^(total|total geral|subtotal|soma)$/;

/** A note alone on its line, or a total that leaves columns empty: footer when it stands at the end of a table of `width` columns. */
export function looksLikeFooter(campos: readonly string[], width: number): boolean {
  const first = campos[0] ?? "";
  if ((campos[1] ?? "") !== "" && !FOOTER_HINT.test(first)) return false;
  const filled = campos.filter((campo) => campo.trim() !== "").length;
  if (filled === 1 && width > 1) return FOOTER_SOLE.test(fold(first));
  return FOOTER_HINT.test(first) && FOOTER_TOTAL.test(fold(first)) && filled < width;
}
