import { strToU8, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { Refusal } from "../../../src/data/import/whole-file.ts";
import { openZip, ZIP_LIMITS, type ZipLimits } from "../../../src/data/raw/zip.ts";
import { zipOf } from "./workbook-files.ts";

/** Reads every entry; what stops it. */
function refusal(bytes: Uint8Array, limits: Partial<ZipLimits> = {}): Refusal {
  try {
    const zip = openZip(bytes, { ...ZIP_LIMITS, ...limits });
    for (const nome of zip.nomes) zip.ler(nome);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("the zip was not refused");
}

/** Where a signature first occurs. */
function find(bytes: Uint8Array, signature: readonly number[]): number {
  const at = bytes.findIndex((_, i) => signature.every((byte, j) => bytes[i + j] === byte));
  if (at === -1) throw new Error("no such signature");
  return at;
}

const DIRECTORY = [0x50, 0x4b, 0x01, 0x02];
const END = [0x50, 0x4b, 0x05, 0x06];

/** A copy of the zip with a number of the first entry of the directory changed. */
function withDirectory(bytes: Uint8Array, offset: number, value: number, width: 2 | 4): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  const at = find(copy, DIRECTORY) + offset;
  if (width === 2) view.setUint16(at, value, true);
  else view.setUint32(at, value, true);
  return copy;
}

const PLAIN = zipOf({ "a.xml": "olá ".repeat(50), "pasta/b.xml": "b" });
const FLAGS = 8;
const METHOD = 10;
const CRC = 16;
const COMPRESSED = 20;
const SIZE = 24;

it("gives each entry as it was, and null for one that is not there", () => {
  const zip = openZip(PLAIN);
  expect(zip.nomes).toEqual(["a.xml", "pasta/b.xml"]);
  expect(new TextDecoder().decode(zip.ler("a.xml") ?? undefined)).toBe("olá ".repeat(50));
  expect(zip.ler("c.xml")).toBeNull();
});

it("reads what is stored without compression, empty entries and a comment at the end", () => {
  const bytes = zipSync({ "a.xml": [strToU8("a"), { level: 0 }], "vazio.xml": strToU8(""), "pasta/": strToU8("") });
  const copy = new Uint8Array(bytes.length + 3);
  copy.set(bytes);
  copy.set(strToU8("fim"), bytes.length);
  new DataView(copy.buffer).setUint16(find(copy, END) + 20, 3, true);
  const zip = openZip(copy);
  expect(zip.nomes).toEqual(["a.xml", "vazio.xml"]);
  expect([zip.ler("a.xml")?.length, zip.ler("vazio.xml")?.length]).toEqual([1, 0]);
});

describe("a zip is refused", () => {
  it("when it is larger than the limit, before anything else", () => {
    expect(refusal(PLAIN, { bytes: 10 })).toMatchObject({ tipo: "arquivo-grande" });
  });

  it("when an entry grows more than a hundred times", () => {
    const bomb = zipSync({ "a.xml": new Uint8Array(1_000_000) });
    expect(bomb.length).toBeLessThan(2_000);
    expect(refusal(bomb)).toMatchObject({ tipo: "planilha-suspeita" });
  });

  it("when the entries together declare more than the limit", () => {
    expect(refusal(PLAIN, { inflado: 200 })).toMatchObject({ tipo: "arquivo-grande" });
  });

  it("when it has more entries than the limit", () => {
    const many = Object.fromEntries(Array.from({ length: 101 }, (_, i) => [`${String(i)}.xml`, "x"]));
    expect(refusal(zipOf(many))).toMatchObject({ tipo: "planilha-suspeita" });
  });

  it("when an entry inflates to more than it declares: no byte beyond is kept", () => {
    const lying = withDirectory(zipSync({ "a.xml": new Uint8Array(1_000_000) }), SIZE, 1_000, 4);
    expect(refusal(lying)).toMatchObject({ tipo: "planilha-suspeita" });
  });

  it("when an entry inflates to less than it declares", () => {
    expect(refusal(withDirectory(PLAIN, SIZE, 300, 4))).toMatchObject({ tipo: "planilha-suspeita" });
  });

  it("when it is protected by a password", () => {
    expect(refusal(withDirectory(PLAIN, FLAGS, 1, 2))).toMatchObject({ tipo: "planilha-com-senha" });
  });

  it.each(["../fora.xml", "xl/../../fora.xml", "/etc/x.xml", "C:/x.xml", "..\\fora.xml", "a\0.xml"])("when an entry is called %j", (name) => {
    const refused = refusal(zipOf({ [name]: "x" }));
    expect(refused).toMatchObject({ tipo: "planilha-suspeita" });
    expect(refused.message).not.toContain("xml");
  });

  it("when two entries have one name", () => {
    const bytes = zipOf({ "a.xml": "1", "b.xml": "2" });
    const copy = bytes.map((byte, i) => (byte === 0x62 && bytes[i + 1] === 0x2e ? 0x61 : byte));
    expect(refusal(copy)).toMatchObject({ tipo: "planilha-danificada" });
  });

  it.each([0.2, 0.5, 0.9, 0.99])("when only %s of it came", (share) => {
    expect(refusal(PLAIN.slice(0, Math.floor(PLAIN.length * share)))).toMatchObject({ tipo: "planilha-danificada" });
  });

  it("when a byte of its content was changed", () => {
    const stored = zipSync({ "a.xml": [strToU8("conteúdo"), { level: 0 }] });
    const at = find(stored, [...strToU8("conte")]);
    stored[at] = 0x43;
    expect(refusal(stored)).toMatchObject({ tipo: "planilha-danificada" });
    expect(refusal(withDirectory(PLAIN, CRC, 1, 4))).toMatchObject({ tipo: "planilha-danificada" });
  });

  it("when it is compressed in a way no workbook is, or its directory points outside", () => {
    expect(refusal(withDirectory(PLAIN, METHOD, 14, 2))).toMatchObject({ tipo: "planilha-danificada" });
    expect(refusal(withDirectory(PLAIN, COMPRESSED, 0xffffff, 4))).toMatchObject({ tipo: "planilha-danificada" });
    expect(refusal(withDirectory(PLAIN, 42, 0xffffff, 4))).toMatchObject({ tipo: "planilha-danificada" });
  });

  it("with what to do about it", () => {
    expect(refusal(PLAIN.slice(0, 50)).conserto).toMatch(/^Baixe /);
    expect(refusal(withDirectory(PLAIN, FLAGS, 1, 2)).conserto).toMatch(/^Abra-o com a senha/);
  });
});
