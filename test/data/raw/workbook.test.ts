import { strToU8 } from "fflate";
import { describe, expect, it } from "vitest";
import { LIMITS } from "../../../src/data/import/limits.ts";
import { looksLikeWorkbook, readWorkbook } from "../../../src/data/raw/workbook.ts";
import { plainNumber } from "../../../src/data/raw/workbook-values.ts";
import { odsOf, refusalOf, textRow, xlsxOf, zipOf } from "./workbook-files.ts";

const XLSX = xlsxOf({ abas: [{ nome: "Dados", linhas: textRow(1, ["a", "b"]) }] });
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

describe("which file it is", () => {
  it("is told by what is inside, not by a name", async () => {
    expect((await readWorkbook(XLSX)).formato).toBe("xlsx");
    expect((await readWorkbook(odsOf('<table:table table:name="a"/>'))).formato).toBe("ods");
    expect([looksLikeWorkbook(XLSX), looksLikeWorkbook(new Uint8Array(OLE)), looksLikeWorkbook(strToU8("PK;nome\n1;2\n"))]).toEqual([true, true, false]);
  });

  it("a workbook with other steps in its addresses, other case and parts nobody reads is read all the same", async () => {
    const type = "http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet";
    const bytes = zipOf({
      "xl/workbook.xml":
        '<x:workbook xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main" xmlns:r="http://purl.oclc.org/ooxml/officeDocument/relationships"><x:sheets><x:sheet name="A" sheetId="1" r:id="r1"/></x:sheets></x:workbook>',
      "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Type="${type}" Target="../xl/./worksheets/sheet1.xml"/></Relationships>`,
      "xl/Worksheets/Sheet1.xml":
        '<x:worksheet xmlns:x="http://purl.oclc.org/ooxml/spreadsheetml/main"><x:sheetData><x:row><x:c t="e"><x:v>#N/A</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>',
      "xl/pivotCache/lixo.xml": "<não é xml",
    });
    const { tabelas } = await readWorkbook(bytes);
    expect(tabelas.map(({ nome, inicio }) => [nome, inicio.map(({ campos }) => campos)])).toEqual([["A", [["#N/A", "2"]]]]);
  });
});

describe("what is no workbook is refused in plain words", () => {
  it.each([
    ["a zip of a CSV, with its name", zipOf({ "dados.csv": "a;b" }), "nao-e-planilha", "Dentro dele há: dados.csv."],
    ["a zip with nothing inside", zipOf({}), "nao-e-planilha", "sem nada dentro"],
    ["a text document", zipOf({ "word/document.xml": "<w/>" }), "nao-e-planilha", "documento de texto"],
    ["a text document of LibreOffice", zipOf({ mimetype: "application/vnd.oasis.opendocument.text", "content.xml": "<o/>" }), "nao-e-planilha", "documento de texto"],
    ["a binary workbook", zipOf({ "xl/workbook.bin": "x" }), "nao-e-planilha", "xlsb"],
    ["an old workbook", new Uint8Array(OLE), "planilha-antiga", "xls"],
    ["a locked workbook", new Uint8Array([...OLE, ...[..."EncryptedPackage"].flatMap((char) => [char.charCodeAt(0), 0])]), "planilha-com-senha", "senha"],
    ["a workbook without its list of sheets", zipOf({ "xl/workbook.xml": "<workbook/>" }), "planilha-danificada", "danificada"],
    ["bytes that only open like a zip", new Uint8Array([0x50, 0x4b, 3, 4, 1, 2, 3]), "planilha-danificada", "incompleto"],
  ])("%s", async (_what, bytes, tipo, palavras) => {
    const refusal = await refusalOf(Uint8Array.from(bytes));
    expect(refusal.tipo).toBe(tipo);
    expect(refusal.message).toContain(palavras);
    expect(refusal.conserto).toMatch(/^(Abra|Baixe|Descompacte|Copie)/);
  });

  it("a workbook larger than the limit of the settings", async () => {
    expect(await refusalOf(XLSX, { ...LIMITS, bytes: 100 })).toMatchObject({ tipo: "arquivo-grande" });
  });
});

describe("a stored number as text", () => {
  it.each([
    ["1E+2", "100"],
    ["1.5E-3", "0.0015"],
    ["12345.678E-2", "123.45678"],
    ["-0.0", "0"],
    ["7.", "7"],
    ["0.125", "0.125"],
    ["1234.125", "1234.125"],
    ["12.500", "12.5000"],
    ["1E+400", "1E+400"],
    ["abc", "abc"],
  ])("%s is %s", (stored, text) => {
    expect(plainNumber(stored)).toBe(text);
  });
});
