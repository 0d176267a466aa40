import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readComplaints, writeComplaints } from "../../../scripts/extracts/complaints.ts";
import type { Territorio } from "../../../src/core/territorio.ts";
import { paradosDosAnos } from "../../../src/data/feriados.ts";
import { denunciasSemArquivo, parseDenunciasDoTerritorio } from "../../../src/data/denuncias/padrao.ts";
import { dataPath, dataText } from "../folder.ts";
import { schemaErrors } from "../metodo/json-schema.ts";

const SCHEMA = JSON.parse(dataText("denuncias.schema.json")) as Parameters<typeof schemaErrors>[0];
const valor = JSON.parse(dataText("denuncias.json")) as Record<string, unknown> & { readonly prazos: readonly Record<string, unknown>[] };
const territorio = JSON.parse(dataText("territorio.json")) as Territorio;

let dir = "";
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "mirante-denuncias-"));
});
afterAll(() => rm(dir, { recursive: true }));

const comPrazo = (mudado: Readonly<Record<string, unknown>>): unknown => ({ ...valor, prazos: [{ ...valor.prazos[0], ...mudado }] });

describe("the terms of the complaints", () => {
  it("are the four of the resolution, as its articles give them", () => {
    // Res. CIB/MT 012/2025: art. 5 §5 says "corridos"; arts. 7, 9 and 11 say days and no more.
    expect(parseDenunciasDoTerritorio(valor).prazos.map(({ id, n, unidade, desde, cumpre, artigo }) => [id, n, unidade, desde, cumpre, artigo])).toEqual([
      ["resposta", 15, "corridos", "registro", "resposta", "art. 5º, § 5º"],
      ["manifestacao", 20, "silente", "notificacao", "manifestacao", "art. 7º"],
      ["relatorio", 15, "silente", "verificacao", "relatorio", "art. 9º"],
      ["controle", 15, "silente", "desfecho", "encaminhamento-controle", "art. 11"],
    ]);
  });

  it("fit the published schema", () => {
    expect(schemaErrors(SCHEMA, valor)).toEqual([]);
    expect(schemaErrors(SCHEMA, denunciasSemArquivo())).toEqual([]);
  });

  it("cite articles that the territory's norms have", async () => {
    expect(await readComplaints(dataPath(""), { territorio })).toEqual(valor);
    await writeFile(join(dir, "denuncias.json"), JSON.stringify(comPrazo({ artigo: "art. 99" })));
    await expect(readComplaints(dir, { territorio })).rejects.toThrow('the term "resposta" cites cib-mt-12-2025 art. 99, which territorio.json does not have');
    await writeFile(join(dir, "denuncias.json"), JSON.stringify({ ...valor, norma: "outra" }));
    await expect(readComplaints(dir, { territorio })).rejects.toThrow('"outra" is not a norm');
  });

  it("are none in a territory without the file, which then counts no term", async () => {
    const vazio = await mkdtemp(join(dir, "vazio-"));
    expect(await readComplaints(vazio, { territorio })).toEqual(denunciasSemArquivo());
    await writeComplaints(vazio, { territorio }, join(vazio, "saida.json"));
    expect(denunciasSemArquivo()).toMatchObject({ norma: null, prazos: [], superintendencias: [], facultativos: [] });
  });

  it("name optional days that the library has", () => {
    const { facultativos } = parseDenunciasDoTerritorio(valor);
    const nomes = paradosDosAnos(territorio.uf, 2026, 2026, facultativos).filter(({ tipo }) => tipo === "facultativo").map(({ nome }) => nome);
    expect(nomes).toEqual(facultativos);
  });

  it("give every theme but “outro” to one office", () => {
    const temas = parseDenunciasDoTerritorio(valor).superintendencias.flatMap((superintendencia) => superintendencia.temas);
    expect(new Set(temas).size).toBe(10);
    expect(temas).toHaveLength(10);
    expect(temas).not.toContain("outro");
  });
});

describe("terms that do not fit", () => {
  it.each<[string, unknown, RegExp]>([
    ["a step that is none", comPrazo({ desde: "inicio" }), /denuncias\.json: em prazos\[0\]\.desde/],
    ["half a day", comPrazo({ n: 1.5 }), /em prazos\[0\]\.n/],
    ["a unit that is none", comPrazo({ unidade: "dias" }), /em prazos\[0\]\.unidade/],
    ["a finding for a term that does not start at one", comPrazo({ desfecho: "indicio-de-irregularidade" }), /em prazos/],
    ["two terms of one id", { ...valor, prazos: [valor.prazos[0], valor.prazos[0]] }, /em prazos/],
    ["a theme of two offices", { ...valor, superintendencias: ["gestao-suas", "servicos"].map((id) => ({ id, nome: "N", temas: ["bpc"], fonte: null })) }, /em superintendencias/],
    ["a member of no meaning", { ...valor, prazo: 1 }, /em prazo/],
    ["nothing at all", null, /denuncias\.json/],
  ])("are refused by their place: %s", (_, ruim, onde) => {
    expect(() => parseDenunciasDoTerritorio(ruim)).toThrow(onde);
  });
});
