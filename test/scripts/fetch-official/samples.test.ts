import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { acceptLocalidades, acceptMalhas, acceptMisocialCsv, acceptMisocialJson, acceptSidra } from "../../../scripts/fetch-official/accept.ts";
import { sharedPath } from "../../shared.ts";
import { RO } from "./desk.ts";

const MT = { codigo: 51, sigla: "MT", nome: "Mato Grosso" };
const localidades = sharedPath("dados-oficiais/samples/ibge/ibge_localidades_v1_municipio_1100015.json");
const malhas = sharedPath("dados-oficiais/samples/ibge/ibge_malhas_v3_uf51_codarea.json");
const sidra = sharedPath("dados-oficiais/samples/ibge/sidra_values_t6881_n6_5107925_sorriso.json");
const solr = sharedPath("dados-oficiais/samples/mds_misocial/misocial_solr_json_turvo-pr_202608-202609.json");
const csv = sharedPath("dados-oficiais/samples/mds_misocial/cadun_familias_cadastradas_2023_amostra20.csv");
const bytes = (path: string | null): Buffer => readFileSync(path ?? "");

// Answers as the services gave them.
it.skipIf(localidades === null)("localidades of Rondônia are taken, and not for another UF", () => {
  expect(acceptLocalidades(bytes(localidades), RO)).toEqual({ ok: true, linhas: 1, municipios: ["110001"], avisos: [] });
  expect(acceptLocalidades(bytes(localidades), MT)).toMatchObject({ ok: false, motivo: "Veio o código 1100015, que não é de município de Mato Grosso." });
});

it.skipIf(malhas === null)("a mesh of the UF's outline is not taken for one of its municipalities", () => {
  expect(acceptMalhas(bytes(malhas), MT)).toMatchObject({ ok: false, motivo: "Veio o código 51, que não é de município de Mato Grosso." });
});

it.skipIf(sidra === null)("a table of SIDRA is read by its labels up to the first other variable", () => {
  expect(acceptSidra(bytes(sidra), { uf: MT, variavel: "9587" })).toMatchObject({ ok: false, motivo: "Veio a variável 184 em vez da 9587." });
});

it.skipIf(solr === null)("records of MI Social are taken in Solr's own envelope, which says how many there are", () => {
  const { docs } = JSON.parse(bytes(solr).toString()) as { docs: unknown[] };
  const wanted = { uf: { codigo: 41, sigla: "PR", nome: "Paraná" }, campos: [], first: "202608", last: "202609", rows: 400 };
  const answer = (numFound: number): Buffer => Buffer.from(JSON.stringify({ response: { numFound, docs } }));
  expect(acceptMisocialJson(answer(2), wanted)).toEqual({ ok: true, linhas: 2, municipios: ["412796"], avisos: [] });
  expect(acceptMisocialJson(answer(3), wanted).ok).toBe(false);
});

it.skipIf(csv === null)("a CSV of MI Social of the whole country is not taken for one of a UF", () => {
  const campos = ["codigo_ibge", "anomes_s", "cadun_qtd_familias_cadastradas_i"];
  const wanted = { uf: MT, campos, first: "202301", last: "202312", rows: 100_000 };
  expect(acceptMisocialCsv(bytes(csv), wanted)).toMatchObject({ ok: false, motivo: "Veio o código 220345, que não é de Mato Grosso." });
  const own = bytes(csv).toString().split(/\r?\n/).filter((line) => /^(?:codigo|51)/.test(line));
  expect(own.length).toBeGreaterThan(1);
  expect(acceptMisocialCsv(Buffer.from(`${own.join("\n")}\n`), wanted)).toMatchObject({ ok: true, linhas: own.length - 1 });
});
