import { expect, it } from "vitest";
import { type EntradaDaFrase, filtrosEmPalavras, fraseQualidade, lugarEmPalavras } from "../../../src/views/qualidade/frase.ts";
import { PADRAO } from "../../../src/views/qualidade/estado.ts";

const ENTRADA: EntradaDaFrase = {
  contagem: { erro: 0, "a-conferir": 204, "sem-dado": 1, ok: 16_697, "nao-avaliado": 4 },
  municipios: 142,
  comAlgo: 111,
  atrasadas: 51,
  series: 55,
  em: "2026-10-31",
  lugar: "",
};
const REGIOES = new Map([[990001, "Serra"]]);

it("answers in one sentence: what is wrong, to check and missing, where, and which sources are late", () => {
  expect(fraseQualidade(ENTRADA)).toBe(
    "Nenhum erro, 204 dados a conferir e 1 dado que falta, em 111 de 142 municípios; 51 de 55 séries têm fonte atrasada em 31/10/2026.",
  );
  expect(fraseQualidade({ ...ENTRADA, contagem: { ...ENTRADA.contagem, erro: 2, "sem-dado": 3 }, atrasadas: 0, lugar: " da região de Serra" })).toBe(
    "2 erros, 204 dados a conferir e 3 dados que faltam, em 111 de 142 municípios da região de Serra.",
  );
});

it("says plainly when there is nothing to look at, nobody inside the filters, or nothing loaded", () => {
  const nada = { erro: 0, "a-conferir": 0, "sem-dado": 0, ok: 10, "nao-avaliado": 0 };
  expect(fraseQualidade({ ...ENTRADA, contagem: nada, comAlgo: 0, atrasadas: 0 })).toBe("Nada a conferir em 142 municípios.");
  expect(fraseQualidade({ ...ENTRADA, municipios: 0 })).toBe("Nenhum município corresponde aos filtros.");
  expect(fraseQualidade({ ...ENTRADA, contagem: { ...nada, ok: 0 } })).toBe("Nenhum indicador carregado para conferir.");
});

it("carries its filters in words", () => {
  const estado = { ...PADRAO, regioes: [990001, 990009], portes: ["medio"] as const, busca: "são", especies: ["correcao"] as const, estados: ["a-conferir"] as const, acompanhamento: "sem-marca" as const, municipio: 9900001 };
  expect(lugarEmPalavras(estado, REGIOES)).toBe(" das regiões de Serra e região 990009 de porte Médio com “são” no nome");
  expect(lugarEmPalavras(PADRAO, REGIOES)).toBe("");
  expect(filtrosEmPalavras(estado, REGIOES, { indicadores: new Map(), municipios: new Map([[9900001, "Alfa"]]) })).toEqual([
    "município: Alfa",
    "região: Serra e região 990009",
    "porte: Médio",
    "tipo de regra: Correção",
    "estado: a conferir",
    "acompanhamento: ainda sem marca",
    "nome com: “são”",
  ]);
});
