import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import type { Territorio } from "../../src/core/territorio.ts";

const url = (relative: string): URL => new URL(`../../${relative}`, import.meta.url);

interface Finding {
  readonly arquivo: string;
  readonly linha: number;
  readonly achado: string;
}

/** Words that would tie the code to one territory: its name, its municipalities' codes and long names. */
function forbidden(): RegExp {
  const territorio = JSON.parse(readFileSync(url("data/territorio.json"), "utf8")) as Territorio;
  const linhas = readFileSync(url("data/municipios.csv"), "utf8").trim().split(/\r?\n/).slice(1);
  const codigos = linhas.map((linha) => linha.slice(0, 7));
  const base = linhas.find((linha) => linha.startsWith(String(territorio.base)))?.split(",")[1] ?? "";
  return new RegExp([territorio.nome, base, ...codigos].join("|"), "g");
}

function search(text: string, arquivo: string, words: RegExp): Finding[] {
  return text
    .split("\n")
    .flatMap((linha, i) => [...linha.matchAll(words)].map((m) => ({ arquivo, linha: i + 1, achado: m[0] })));
}

function sources(): string[] {
  return readdirSync(url("src"), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|css|html)$/.test(entry.name))
    .map((entry) => `${entry.parentPath}/${entry.name}`);
}

describe("src/ knows no territory", () => {
  it("holds neither the territory's name nor its base nor a municipal code", () => {
    const arquivos = sources();
    expect(arquivos.length).toBeGreaterThan(50);
    const words = forbidden();
    const root = fileURLToPath(url("src"));
    const achados = arquivos.flatMap((path) => search(readFileSync(path, "utf8"), path.slice(root.length + 1), words));
    expect(achados).toEqual([]);
  });

  it("would notice one", () => {
    const words = forbidden();
    expect(search("const a = 1;\nconst base = 5103403;", "x.ts", words)).toEqual([
      { arquivo: "x.ts", linha: 2, achado: "5103403" },
    ]);
    expect(search('"Mato Grosso", "Cuiabá"', "x.ts", words).map((f) => f.achado)).toEqual(["Mato Grosso", "Cuiabá"]);
  });
});
