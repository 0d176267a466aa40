import { describe, expect, it } from "vitest";
import type { CasosCarregados } from "../../../src/data/denuncias/perguntas.ts";
import { ordemDosProtocolos } from "../../../src/data/denuncias/relogio-ordem.ts";
import { casosDe } from "../../core/denuncias/casos.ts";

function carregados(textos: readonly string[]): CasosCarregados {
  const bytes = textos.map((texto) => new TextEncoder().encode(texto));
  const protocoloEm = new Int32Array(textos.length + 1);
  for (const [i, { length }] of bytes.entries()) protocoloEm[i + 1] = (protocoloEm[i] ?? 0) + length;
  const colunas = casosDe(textos.map(() => ({})));
  return { colunas, protocolos: Uint8Array.from(bytes.flatMap((each) => [...each])), protocoloEm, repetidas: 0, eventosSemCaso: 0, eventos: 0 };
}

describe("the order of the protocols", () => {
  it.each([
    ["a shorter one before those it begins", ["ab", "a", "abc", "b"], [1, 0, 2, 3]],
    ["a common beginning and end", ["P-3/26", "P-1/26", "P-2/26"], [2, 0, 1]],
    ["accents after plain letters, as bytes", ["é", "e", "z"], [2, 0, 1]],
    ["one", ["x"], [0]],
    ["none", [], []],
  ] as const)("puts %s", (_, textos, ordem) => {
    expect([...ordemDosProtocolos(carregados(textos))]).toEqual(ordem);
  });

  it("is that of sorting the texts, for a thousand of any length", () => {
    const textos = Array.from({ length: 1000 }, (_, i) => String((i * 7919) % 100_003).repeat(1 + (i % 3)));
    const sorted = textos.toSorted();
    const ordem = ordemDosProtocolos(carregados(textos));
    expect(textos.every((texto, i) => sorted[ordem[i] ?? -1] === texto)).toBe(true);
  });
});
