import { describe, expect, it } from "vitest";
import { decode, decodeCp1252 } from "../../../src/data/raw/decode.ts";

const bytes = (...values: number[]): Uint8Array => new Uint8Array(values);
const ascii = (text: string): number[] => [...text].map((char) => char.charCodeAt(0));

describe("decode", () => {
  it("reads every byte from 0x80 to 0x9F as Windows-1252 does, not as Latin-1", () => {
    const range = Array.from({ length: 32 }, (_, i) => 0x80 + i);
    // The WHATWG index of windows-1252; the five undefined bytes keep their code.
    expect(decodeCp1252(bytes(...range))).toBe(
      "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ",
    );
  });

  it("reads 0xA0–0xFF as their own code points", () => {
    const range = Array.from({ length: 96 }, (_, i) => 0xa0 + i);
    expect(decodeCp1252(bytes(...range))).toBe(String.fromCharCode(...range));
  });

  it("takes what is not UTF-8 for Windows-1252 and says why", () => {
    const { texto, codificacao, motivo, ilegiveis } = decode(bytes(...ascii("Cuiab"), 0xe1, 0x96));
    expect([texto, codificacao, ilegiveis]).toEqual(["Cuiabá–", "Windows-1252", 0]);
    expect(motivo).toContain("não formam UTF-8");
  });

  it("takes a byte-order mark at its word and does not keep it in the text", () => {
    expect(decode(bytes(0xef, 0xbb, 0xbf, 0x61))).toMatchObject({ texto: "a", codificacao: "UTF-8 com BOM" });
    expect(decode(bytes(0xff, 0xfe, 0xe1, 0x00))).toMatchObject({ texto: "á", codificacao: "UTF-16 LE" });
    expect(decode(bytes(0xfe, 0xff, 0x00, 0xe1))).toMatchObject({ texto: "á", codificacao: "UTF-16 BE" });
  });

  it("knows UTF-16 without its mark by the NUL in every second byte", () => {
    const little = bytes(...[..."código;ano\n1;2\n"].flatMap((char) => [char.charCodeAt(0), 0]));
    expect(decode(little)).toMatchObject({ texto: "código;ano\n1;2\n", codificacao: "UTF-16 LE" });
    expect(decode(little).motivo).toContain("falta a marca");
    const big = bytes(...[..."a;b\n1;2\n"].flatMap((char) => [0, char.charCodeAt(0)]));
    expect(decode(big)).toMatchObject({ texto: "a;b\n1;2\n", codificacao: "UTF-16 BE" });
  });

  it("does not take a few NUL bytes, or binary ones, for UTF-16", () => {
    expect(decode(bytes(...ascii("a;b\n"), 0, ...ascii("1;2"))).codificacao).toBe("UTF-8");
    expect(decode(bytes(...Array.from({ length: 64 }, (_, i) => i % 2))).codificacao).toBe("UTF-8");
  });

  it("reads plain ASCII and an empty file as UTF-8", () => {
    expect(decode(bytes(...ascii("a;b")))).toMatchObject({ texto: "a;b", codificacao: "UTF-8", ilegiveis: 0 });
    expect(decode(bytes())).toMatchObject({ texto: "", codificacao: "UTF-8" });
  });

  it("keeps UTF-8 with one damaged byte as UTF-8 and counts the byte", () => {
    const damaged = bytes(...new TextEncoder().encode("Cuiabá "), 0xe3, ...ascii(" Sinop"));
    expect(decode(damaged)).toMatchObject({ texto: "Cuiabá \ufffd Sinop", codificacao: "UTF-8", ilegiveis: 1 });
  });

  it("does not accept overlong forms or surrogates as UTF-8", () => {
    expect(decode(bytes(0xc0, 0xaf)).codificacao).toBe("Windows-1252");
    expect(decode(bytes(0xed, 0xa0, 0x80)).codificacao).toBe("Windows-1252");
    expect(decode(bytes(0xf0, 0x9f, 0x98, 0x80)).codificacao).toBe("UTF-8");
  });
});
