import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { TextRow } from "../../../scripts/extracts/csv.ts";
import type { TerritoryFolder } from "../../../scripts/extracts/territory.ts";
import { fatosDasDenuncias, fatosDosServicos, type FatosDasDenuncias } from "../../../scripts/publico/fatos.ts";
import type { PoliticaDePublicacao } from "../../../src/core/publico/politica.ts";
import { EXTRACTS } from "../../../src/data/contracts/contract.ts";
import { parseDenunciasDoTerritorio } from "../../../src/data/denuncias/padrao.ts";

const ROOT = join(import.meta.dirname, "../../..");
const territorio = JSON.parse(readFileSync(join(ROOT, "data/territorio.json"), "utf8")) as TerritoryFolder["territorio"];
const doTerritorio = parseDenunciasDoTerritorio(JSON.parse(readFileSync(join(ROOT, "data/denuncias.json"), "utf8")));
const HOJE = "2026-10-31";

function pasta(rows: Readonly<Record<string, readonly TextRow[]>>): Pick<TerritoryFolder, "territorio" | "extratos"> {
  const extratos = Object.fromEntries(EXTRACTS.map((id) => [id, { id, csv: "", rows: rows[id] ?? [], demonstracao: true }]));
  return { territorio, extratos: extratos as unknown as TerritoryFolder["extratos"] };
}

const denuncia = (protocolo: string, data_registro: string, outras: TextRow = {}): TextRow => ({ protocolo, data_registro, codigo_ibge: "5103403", tema: "bpc", situacao: "registrada", anonima: "não", ...outras });

const contar = (denuncias: readonly TextRow[], andamentos: readonly TextRow[] = [], anonimas: PoliticaDePublicacao["anonimas"] = "uma-por-protocolo"): FatosDasDenuncias =>
  fatosDasDenuncias(pasta({ denuncias, andamentos }), doTerritorio, HOJE, anonimas);

const prazos = (feitos: FatosDasDenuncias): (string | undefined)[] => feitos.fatos.map(({ membros }) => membros[3]);
const desfechos = (feitos: FatosDasDenuncias): (string | undefined)[] => feitos.fatos.map(({ membros }) => membros[4]);

describe("complaints to be counted", () => {
  it("are the main protocols: apensadas and repeated rows count once", () => {
    const feitos = contar([denuncia("P1", "2026-03-02"), denuncia("P2", "2026-03-05", { protocolo_principal: "P1" }), denuncia("P1", "2026-03-09"), denuncia("P3", "2026-04-01", { tema: "outro" })]);
    expect(feitos.fatos.map(({ membros, quem }) => [...membros.slice(0, 3), quem])).toEqual([
      ["5103403", "2026-03", "bpc", 0],
      ["5103403", "2026-04", "outro", 1],
    ]);
    expect([feitos.primeiroMes, feitos.aParte]).toEqual(["2026-03", 2]);
  });

  it("leave out what has no day, or an impossible one", () => {
    expect(contar([denuncia("P1", ""), denuncia("P2", "1999-01-01"), denuncia("P3", "2026-11-01")])).toEqual({ fatos: [], primeiroMes: null, aParte: 3 });
  });

  it("without a name count as somebody each, or as one person where the policy says so", () => {
    const anonimas = [denuncia("P1", "2026-03-02", { anonima: "sim" }), denuncia("P2", "2026-03-02", { anonima: "sim" }), denuncia("P3", "2026-03-02")];
    expect(contar(anonimas).fatos.map(({ quem }) => quem)).toEqual([0, 1, 2]);
    expect(contar(anonimas, [], "uma-so-pessoa").fatos.map(({ quem }) => quem)).toEqual([-1, -1, 2]);
  });
});

describe("the term of the answer", () => {
  // 15 running days from Monday 2 March 2026 end on Tuesday 17 March.
  it.each([
    [{ data_resposta: "2026-03-17" }, "no-prazo"],
    [{ data_resposta: "2026-03-18" }, "fora-do-prazo"],
    [{}, "aberta-vencida"],
    [{ data_arquivamento: "2026-03-10", situacao: "arquivada" }, "encerrada-sem-resposta"],
    [{ data_resposta: "2026-03-01" }, "sem-como-contar"],
  ])("with %j is %s", (outras: TextRow, estado) => {
    expect(prazos(contar([denuncia("P1", "2026-03-02", outras)]))).toEqual([estado]);
  });

  it("is still running for what came in the last days", () => {
    // 15 days from 20 October 2026 are 4 November.
    expect(prazos(contar([denuncia("P1", "2026-10-20")]))).toEqual(["aberta-no-prazo"]);
  });

  it("goes by the events too", () => {
    expect(prazos(contar([denuncia("P1", "2026-03-02")], [{ protocolo: "P1", passo: "resposta", data: "2026-03-10" }]))).toEqual(["no-prazo"]);
  });
});

describe("the outcome", () => {
  const evento = (passo: string, data: string, outras: TextRow = {}): TextRow => ({ protocolo: "P1", passo, data, ...outras });
  it.each([
    [[evento("desfecho", "2026-03-10", { desfecho: "sem-irregularidade" })], "sem-irregularidade"],
    [[evento("desfecho", "2026-03-10", { desfecho: "dificuldade-na-gestao" }), evento("desfecho", "2026-03-11", { desfecho: "indicio-de-irregularidade" })], "indicio-de-irregularidade"],
    [[evento("encaminhamento-municipio", "2026-03-04"), evento("resposta", "2026-03-05")], "encaminhada"],
    [[evento("arquivamento", "2026-03-04", { motivo_arquivamento: "falta-de-provas" })], "arquivada"],
    [[evento("notificacao", "2026-03-04")], "em-apuracao"],
  ])("of %j is %s: of several findings the gravest", (eventos, resultado) => {
    expect(desfechos(contar([denuncia("P1", "2026-03-02")], eventos))).toEqual([resultado]);
  });
});

it("requests of services count as many as they are; a blank is no figure", () => {
  const servicos = [
    { codigo_ibge: "5103403", servico: "Cadastro Único", ano: "2025", concluidas: "12", em_andamento: "" },
    { codigo_ibge: "5103403", servico: "cadastro unico", ano: "2024", concluidas: "0", em_andamento: "3" },
  ];
  const { fatos, anos, nomes } = fatosDosServicos(pasta({ servicos }));
  expect(fatos.map(({ membros, quantos }) => [...membros, quantos])).toEqual([
    ["5103403", "2025", "cadastro-unico", "concluidas", 12],
    ["5103403", "2024", "cadastro-unico", "concluidas", 0],
    ["5103403", "2024", "cadastro-unico", "em-andamento", 3],
  ]);
  expect(anos).toEqual([2025, 2024]);
  expect([...nomes]).toEqual([["cadastro-unico", "Cadastro Único"]]);
});
