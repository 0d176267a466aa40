import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { writeManifest } from "../../../scripts/extracts/manifest.ts";
import { CONTRACTS } from "../../../src/data/contracts/index.ts";
import { readManifest } from "../../../src/data/refresh/manifest.ts";

const INDICADORES = "codigo,periodo,indicador,valor,fonte\n1100015,2022,populacao,21494,ibge-censo-2022\n1100023,2022,ivs,0.5,\"ipea, ivs\"\n";
const DENUNCIAS = "protocolo\nDEMO-1\n";
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");
const nome = (base: string, text: string): string => `${base}-${sha256(text).slice(0, 16)}.csv`;
let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "mirante-manifesto-"));
  writeFileSync(join(dir, "indicadores.csv"), INDICADORES);
  writeFileSync(join(dir, "demonstracao-denuncias.csv"), DENUNCIAS);
  writeFileSync(join(dir, "dicionario.csv"), "extrato,coluna\n");
});

afterEach(() => {
  rmSync(dir, { recursive: true });
});

const write = () => writeManifest({ dir, territorio: "RO", dataReferencia: "2026-06-30" });

it("lists each extract of the folder with its hash, size, rows and source, and copies it under the hash", async () => {
  const manifest = await write();
  expect(manifest.arquivos).toEqual([
    { extrato: "indicadores", nome: nome("indicadores", INDICADORES), linhas: 2, sha256: sha256(INDICADORES), bytes: Buffer.byteLength(INDICADORES), fonte: "ibge-censo-2022, ipea, ivs", demonstracao: false },
    { extrato: "denuncias", nome: nome("demonstracao-denuncias", DENUNCIAS), linhas: 1, sha256: sha256(DENUNCIAS), bytes: 17, fonte: CONTRACTS.denuncias.source, demonstracao: true },
  ]);
  const { aplicativo, esquema, territorio, dataReferencia } = manifest;
  expect([aplicativo, esquema, territorio, dataReferencia]).toEqual(["mirante-suas", 1, "RO", "2026-06-30"]);
  expect(readFileSync(join(dir, nome("indicadores", INDICADORES)), "utf8")).toBe(INDICADORES);
  expect(readManifest(readFileSync(join(dir, "manifest.json"), "utf8"), "RO")).toEqual({ manifesto: manifest });
});

it("is the same bytes for the same files, and another version for others", async () => {
  const first = await write();
  const bytes = readFileSync(join(dir, "manifest.json"), "utf8");
  await write();
  expect(readFileSync(join(dir, "manifest.json"), "utf8")).toBe(bytes);
  writeFileSync(join(dir, "demonstracao-denuncias.csv"), `${DENUNCIAS}DEMO-2\n`);
  expect((await write()).versao).not.toBe(first.versao);
});

it("leaves no copy the list does not name, and touches nothing else", async () => {
  await write();
  writeFileSync(join(dir, "indicadores.csv"), `${INDICADORES}1100031,2022,populacao,5351,x\n`);
  const { arquivos } = await write();
  expect(readdirSync(dir).sort()).toEqual(
    [...arquivos.map((file) => file.nome), "demonstracao-denuncias.csv", "dicionario.csv", "indicadores.csv", "manifest.json"].sort(),
  );
});

it("of a folder without extracts, or with a broken one, is not written", async () => {
  writeFileSync(join(dir, "indicadores.csv"), "codigo,periodo\n1,2,3\n");
  await expect(write()).rejects.toThrow("indicadores.csv, line 2");
  rmSync(join(dir, "indicadores.csv"));
  rmSync(join(dir, "demonstracao-denuncias.csv"));
  await expect(write()).rejects.toThrow("has no extract to publish");
  expect(readdirSync(dir)).toEqual(["dicionario.csv"]);
});
