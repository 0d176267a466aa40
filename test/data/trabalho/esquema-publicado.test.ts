import { describe, expect, it } from "vitest";
import { CAMPOS, lapide, registro, TIPOS } from "../../../src/core/mescla/index.ts";
import { escreverTrabalho, lerTrabalho } from "../../../src/data/trabalho/arquivo.ts";
import { dataText } from "../folder.ts";
import { schemaErrors } from "../metodo/json-schema.ts";
import { acao, plano, TERRITORIO } from "./exemplos.ts";

interface Esquema {
  readonly $defs: Readonly<Record<string, { readonly required: readonly string[]; readonly properties: Readonly<Record<string, unknown>> }>>;
}
const TEXTO = dataText("trabalho.schema.json");
const SCHEMA = JSON.parse(TEXTO) as Parameters<typeof schemaErrors>[0];
const { $defs } = JSON.parse(TEXTO) as Esquema;
const visita = registro(`visita-${"c".repeat(32)}`, {
  municipio: 1100015,
  data: "2026-03-01",
  modalidade: "presencial",
  estrategia: "visita-tecnica",
  tema: "peti",
  participantes: 12,
  plano: plano.id,
});
const nota = registro(`nota-${"d".repeat(32)}`, { texto: "Conferir", municipio: 1100015, sobre: acao.id, data: "2026-03-02" });

describe("the published schema of a file of work", () => {
  it("fits a file with every kind of record and one taken out", async () => {
    const { texto, sha256 } = await escreverTrabalho({ territorio: TERRITORIO, versoes: ["a".repeat(64)], registros: [plano, acao, visita, nota, lapide(registro(`nota-${"e".repeat(32)}`, { texto: "x" }))] });
    expect(schemaErrors(SCHEMA, JSON.parse(texto))).toEqual([]);
    expect(await lerTrabalho(texto, TERRITORIO)).toMatchObject({ sha256 });
  });

  it.each(TIPOS)("has the fields of a %s, and asks for those without which it does not stand", (tipo) => {
    const campos = Object.entries(CAMPOS[tipo]);
    expect(Object.keys($defs[tipo]?.properties ?? {})).toEqual(["id", "tipo", ...campos.map(([nome]) => nome)]);
    expect($defs[tipo]?.required).toEqual(["id", "tipo", ...campos.filter(([, { obrigatorio }]) => obrigatorio === true).map(([nome]) => nome)]);
  });

  it.each([
    ["a record of no known kind", { id: plano.id, tipo: "outro" }],
    ["a plan without its municipality", { id: plano.id, tipo: "plano", especie: "apoio", dificuldade: "x", origem: "auditoria" }],
    ["a member that no kind has", { id: nota.id, tipo: "nota", texto: "x", autor: "y" }],
  ])("refuses %s", (_nome, valor) => {
    const arquivo = { formato: "mirante-trabalho", versao: 1, territorio: "XX", sha256: "0".repeat(64), versoes: [], registros: [valor] };
    expect(schemaErrors(SCHEMA, arquivo)).not.toEqual([]);
  });
});
