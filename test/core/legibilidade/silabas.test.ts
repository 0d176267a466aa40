import { describe, expect, it } from "vitest";
import { silabas } from "../../../src/core/legibilidade/silabas.ts";

/** Divided by hand; the number of parts is what is expected. */
const DIVIDIDAS = `
ca-sa fa-mí-lia fa-mí-lias di-a ri-o há a-í sa-ú-de mu-ni-cí-pio mu-ni-cí-pios
po-pu-la-ção po-pu-la-ções as-sis-tên-cia so-ci-al so-ci-ais na-ci-o-nal
de-nún-cia de-nún-cias re-la-tó-rio his-tó-ria á-rea á-gua guar-da a-de-qua-do
qua-li-da-de que quem se-guin-te se-gun-do fi-gu-ra i-guais a-nu-al a-nu-ais
con-tí-nua con-ti-nu-a mai-or mai-o mais pa-ís pais ra-i-nha ru-im
ra-iz Ra-ul ca-ir bair-ro cau-sa eu-ro seis mui-to mãe põe põem têm le-em ve-em
co-or-de-na-ção re-u-ni-ão pro-i-bi-do re-u-ti-li-zar re-u-nir vi-ú-va ju-iz in-clu-ir in-clui cons-ti-tu-i-ção
dis-tri-bu-i-ção be-ne-fi-ci-á-rio u-su-á-rio pe-rí-o-do i-ní-cio pa-pel pa-péis he-rói
céu o-cul-to ser-vi-ço vul-ne-ra-bi-li-da-de me-di-a-na Cui-a-bá A-ra-guai-a A-ri-pu-a-nã
Ju-í-na trans-pa-rên-cia pro-te-ção cri-an-ças po-bre-za re-gi-ão vi-a-gem ao aos
`;

/** Words with a hyphen of their own, capitals and figures. */
const A_PARTE: readonly (readonly [string, number])[] = [
  ["ainda", 3],
  ["guarda-chuva", 4],
  ["bem-vindo", 3],
  ["CRAS", 1],
  ["CREAS", 2],
  ["MDS", 3],
  ["2.500", 1],
  ["1º", 1],
];

const PALAVRAS = DIVIDIDAS.trim()
  .split(/\s+/)
  .map((dividida) => [dividida.replaceAll("-", ""), dividida.split("-").length] as const);

describe("syllables of Portuguese words", () => {
  it("divides at least sixty words", () => {
    expect(PALAVRAS.length).toBeGreaterThanOrEqual(60);
  });

  it.each([...PALAVRAS, ...A_PARTE])("%s has %i", (palavra, quantas) => {
    expect(silabas(palavra)).toBe(quantas);
  });

  it("counts capitals as the same word in small letters", () => {
    expect(silabas("POPULAÇÃO")).toBe(silabas("população"));
  });
});
