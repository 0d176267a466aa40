import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const ROOT = fileURLToPath(new URL("../../../", import.meta.url));
let folder = "";

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "extract-"));
  writeFileSync(join(folder, "bom.csv"), Buffer.from("município;valor\r\nCuiabá;\"1,5\"\r\nSinop;\"dois; \"\"três\"\"\"\r\n", "latin1"));
  writeFileSync(join(folder, "vazio.csv"), "");
  writeFileSync(join(folder, "pagina.csv"), "<!doctype html><html><body>erro</body></html>");
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function extract(...args: string[]): { stdout: string; stderr: string; status: number | null } {
  return spawnSync(process.execPath, ["--import", "tsx", "scripts/extract.ts", ...args], { cwd: ROOT, encoding: "utf8" });
}

describe("npm run extract -- --raw", () => {
  it("prints nothing but the table on one side and nothing but the report on the other", () => {
    const { stdout, stderr, status } = extract("--raw", join(folder, "bom.csv"));
    expect(stdout).toBe('município,valor\r\nCuiabá,"1,5"\r\nSinop,"dois; ""três"""\r\n');
    expect(JSON.parse(stderr)).toMatchObject({
      arquivo: "bom.csv",
      descricao: { codificacao: "Windows-1252", separador: ";", aspas: '"', finalDeLinha: "CRLF" },
      cabecalho: { linha: 1, nomes: ["município", "valor"] },
      contagem: { lidas: 3, dados: 2, cabecalho: 1 },
      avisos: [],
      recusado: null,
    });
    expect(status).toBe(0);
  });

  it("takes several files into a folder, an empty one as an empty table, and refuses in words", () => {
    const out = join(folder, "saida");
    const { stdout, status } = extract("--raw", join(folder, "vazio.csv"), join(folder, "pagina.csv"), "--out", out);
    expect([stdout, status]).toEqual(["", 1]);
    const report = (name: string): unknown => JSON.parse(readFileSync(join(out, `${name}.json`), "utf8"));
    expect(readFileSync(join(out, "vazio.csv.csv"), "utf8")).toBe("");
    expect(report("vazio.csv")).toMatchObject({ avisos: [{ tipo: "vazio" }], recusado: null });
    expect(report("pagina.csv")).toMatchObject({ avisos: [], recusado: { tipo: "nao-e-csv" } });
  });

  it("explains itself when asked for something else", () => {
    const { stdout, stderr, status } = extract(join(folder, "bom.csv"));
    expect([stdout, status]).toEqual(["", 2]);
    expect(stderr).toContain("Uso: npm run extract -- --raw");
  });
});
