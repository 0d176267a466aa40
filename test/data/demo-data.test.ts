import { describe, expect, it } from "vitest";
import { inventDemonstration } from "../../scripts/demo/demonstration.ts";
import { createRandom } from "../../scripts/demo/random.ts";
import { readCsv } from "../../scripts/extracts/csv.ts";
import { readMunicipios } from "../../scripts/extracts/snapshot.ts";
import { addMonths, monthsRange } from "../../src/core/civil-date.ts";
import { DESFECHOS, MOTIVOS_DE_ARQUIVAMENTO, PASSOS, SUPERINTENDENCIAS } from "../../src/core/denuncias/passos.ts";
import type { Territorio } from "../../src/core/territorio.ts";
import { fold } from "../../src/core/search.ts";
import { parsePacto } from "../../src/data/apoio/pacto.ts";
import { ESTRATEGIA_ROTULO } from "../../src/data/contracts/apoios.ts";
import { NAO_CLASSIFICADO } from "../../src/data/contracts/contract.ts";
import { CANAL_ROTULO, SITUACAO_ROTULO, TEMA_DENUNCIA_ROTULO } from "../../src/data/contracts/denuncias.ts";
import { dataRows, dataText } from "./folder.ts";

const LAST_DAY = "2026-10-31";
const { base } = JSON.parse(dataText("territorio.json")) as Territorio;
const municipios = readMunicipios(dataRows("municipios.csv"));
const denuncias = dataRows("demonstracao/denuncias.csv");
const invented = inventDemonstration(municipios, base);
const andamentos = readCsv(invented.andamentos, "andamentos.csv").rows;
const planos = readCsv(invented.planos, "planos.csv").rows;
const servicos = readCsv(invented.servicos, "servicos.csv").rows;
const apoios = dataRows("demonstracao/apoios.csv");
const realizados = apoios.filter((row) => row["situacao"] === "realizado");
const DATE_COLUMNS = Object.keys(denuncias[0] ?? {}).filter((name) => name.startsWith("data_"));

const distinct = (rows: readonly Readonly<Record<string, string>>[], column: string): string[] =>
  [...new Set(rows.map((row) => row[column] ?? ""))].filter((value) => value !== "").sort();

describe("the demonstration set", () => {
  it("comes out byte for byte the same every time it is made, and is the committed one", () => {
    const first = inventDemonstration(municipios, base);
    const second = inventDemonstration(municipios, base);
    expect(second).toEqual(first);
    expect(first.denuncias === dataText("demonstracao/denuncias.csv")).toBe(true);
    expect(first.apoios === dataText("demonstracao/apoios.csv")).toBe(true);
  });

  it("says in every identifier that it is a demonstration", () => {
    expect(denuncias.filter((row) => !(row["protocolo"] ?? "").startsWith("DEMO-"))).toEqual([]);
    expect(andamentos.filter((row) => !(row["protocolo"] ?? "").startsWith("DEMO-"))).toEqual([]);
    expect(apoios.filter((row) => !(row["apoio"] ?? "").startsWith("DEMO-"))).toEqual([]);
    expect(planos.filter((row) => !(row["plano"] ?? "").startsWith("DEMO-"))).toEqual([]);
    expect(servicos.filter((row) => !(row["servico"] ?? "").endsWith(" (demonstração)"))).toEqual([]);
  });

  it("covers the 36 months up to October 2026 without a gap, and no day after", () => {
    const months = distinct(denuncias, "data_registro").map((date) => date.slice(0, 7));
    expect([...new Set(months)]).toEqual(monthsRange("2023-11", "2026-10"));
    const late = denuncias.filter((row) => DATE_COLUMNS.some((name) => (row[name] ?? "") > LAST_DAY));
    expect(late).toEqual([]);
  });

  it("has about the volume agreed", () => {
    expect(denuncias.length).toBeGreaterThan(5800);
    expect(denuncias.length).toBeLessThan(6200);
    expect(apoios.length).toBeGreaterThan(2300);
    expect(apoios.length).toBeLessThan(2700);
  });
});

describe("the demonstration complaints", () => {
  it("use every channel, theme and state", () => {
    expect(distinct(denuncias, "canal")).toEqual(Object.keys(CANAL_ROTULO).sort());
    expect(distinct(denuncias, "tema")).toEqual(Object.keys(TEMA_DENUNCIA_ROTULO).sort());
    expect(distinct(denuncias, "situacao")).toEqual(Object.keys(SITUACAO_ROTULO).sort());
  });

  it("follow the population: the capital has the most", () => {
    const counts = new Map<string, number>();
    for (const { codigo_ibge: codigo = "" } of denuncias) counts.set(codigo, (counts.get(codigo) ?? 0) + 1);
    expect([...counts].sort((a, b) => b[1] - a[1])[0]?.[0]).toBe("5103403");
  });

  it("keep the newest municipality out of the months before it existed (January 2025)", () => {
    const rows = denuncias.filter((row) => row["codigo_ibge"] === "5101837" && row["data_registro"] !== "");
    expect(rows.length).toBeGreaterThan(0);
    expect(rows.filter((row) => (row["data_registro"] ?? "") < "2025-01-01")).toEqual([]);
  });

  it("answer some within 15 days of registration and some after (Res. CIB/MT 012/2025 art. 5 §5)", () => {
    const days = denuncias
      .filter((row) => row["data_registro"] !== "" && row["data_resposta"] !== "")
      .map((row) => (Date.parse(row["data_resposta"] ?? "") - Date.parse(row["data_registro"] ?? "")) / 86_400_000);
    const onTime = days.filter((n) => n >= 0 && n <= 15).length / days.length;
    expect(onTime).toBeGreaterThan(0.4);
    expect(onTime).toBeLessThan(0.8);
  });

  it("give the origin of the money only to complaints about money", () => {
    const withOrigin = denuncias.filter((row) => row["origem_recurso"] !== "");
    expect(distinct(withOrigin, "tema")).toEqual(["recursos-fmas"]);
  });

  it("join a repeated complaint to an older one of the same municipality and theme", () => {
    const byProtocol = new Map(denuncias.map((row) => [row["protocolo"], row]));
    const joined = denuncias.filter((row) => row["protocolo_principal"] !== "");
    expect(joined.length).toBeGreaterThan(100);
    for (const row of joined) {
      const main = byProtocol.get(row["protocolo_principal"]);
      expect([main?.["codigo_ibge"], main?.["tema"]]).toEqual([row["codigo_ibge"], row["tema"]]);
      expect((main?.["protocolo"] ?? "") < (row["protocolo"] ?? "")).toBe(true);
    }
  });

  it("have the defects of real files: no registration, answers before it, repeated protocols, no answer date", () => {
    expect(denuncias.filter((row) => row["data_registro"] === "").length).toBeGreaterThan(10);
    const backwards = denuncias.filter(
      (row) => row["data_resposta"] !== "" && (row["data_resposta"] ?? "") < (row["data_registro"] ?? ""),
    );
    expect(backwards.length).toBeGreaterThan(10);
    expect(denuncias.length - distinct(denuncias, "protocolo").length).toBeGreaterThan(10);
    const unanswered = denuncias.filter((row) => row["situacao"] === "respondida" && row["data_resposta"] === "");
    expect(unanswered.length).toBeGreaterThan(10);
  });
});

describe("the demonstration events", () => {
  const daDenuncia = new Map(denuncias.map((row) => [row["protocolo"], row]));
  const doPasso = (passo: string): typeof andamentos => andamentos.filter((row) => row["passo"] === passo);

  it("have every step, finding, ground and office of the norm", () => {
    expect(distinct(andamentos, "passo")).toEqual([...PASSOS].sort());
    expect(distinct(andamentos, "desfecho")).toEqual([...DESFECHOS].sort());
    expect(distinct(andamentos, "motivo_arquivamento")).toEqual([...MOTIVOS_DE_ARQUIVAMENTO].sort());
    expect(distinct(andamentos, "superintendencia")).toEqual([...SUPERINTENDENCIAS].sort());
  });

  it("say a finding only at the desfecho, a ground only at the archiving and an office only at the distribution", () => {
    for (const [coluna, passo] of [["desfecho", "desfecho"], ["motivo_arquivamento", "arquivamento"], ["superintendencia", "distribuicao"]] as const) {
      expect(distinct(andamentos.filter((row) => row[coluna] !== ""), "passo"), coluna).toEqual([passo]);
    }
  });

  it("agree with the row of the complaint but for what was mistyped in one of the two", () => {
    const pares = [["resposta", "data_resposta"], ["notificacao", "data_notificacao"], ["manifestacao", "data_manifestacao"], ["verificacao", "data_visita"]] as const;
    for (const [passo, coluna] of pares) {
      const ambos = doPasso(passo).filter((row) => (daDenuncia.get(row["protocolo"])?.[coluna] ?? "") !== "");
      const iguais = ambos.filter((row) => daDenuncia.get(row["protocolo"])?.[coluna] === row["data"]).length;
      expect(ambos.length, passo).toBeGreaterThan(100);
      expect(iguais / ambos.length, passo).toBeGreaterThan(0.9);
      expect(iguais, passo).toBeLessThan(ambos.length);
    }
  });

  it("have the defects of real registers: no day, days of another century, in the future, before the registration, of no complaint", () => {
    const datas = andamentos.map((row) => row["data"] ?? "");
    expect(datas.filter((data) => data === "").length).toBeGreaterThan(50);
    expect(datas.filter((data) => data !== "" && data < "1990").length).toBeGreaterThan(30);
    expect(datas.filter((data) => data > LAST_DAY).length).toBeGreaterThan(30);
    expect(andamentos.filter((row) => !daDenuncia.has(row["protocolo"])).length).toBe(40);
    const antes = andamentos.filter((row) => row["data"] !== "" && (row["data"] ?? "") >= "2023" && (row["data"] ?? "") < (daDenuncia.get(row["protocolo"])?.["data_registro"] ?? ""));
    expect(antes.length).toBeGreaterThan(30);
  });
});

describe("the demonstration support", () => {
  it("uses every strategy, and some that is not of the list", () => {
    expect(distinct(apoios, "estrategia")).toEqual([...Object.keys(ESTRATEGIA_ROTULO), NAO_CLASSIFICADO].sort());
  });

  it("reaches a municipality at most once an event", () => {
    const keys = apoios.map((row) => `${row["apoio"]} ${row["codigo_ibge"]}`);
    expect(new Set(keys).size).toBe(keys.length);
  });

  it("never reaches some municipalities on site, the newest one among them", () => {
    const reached = new Set(realizados.filter((row) => row["modalidade"] === "presencial").map((row) => row["codigo_ibge"]));
    const never = municipios.filter(({ codigo }) => !reached.has(String(codigo))).map(({ codigo }) => codigo);
    expect(never).toContain(5101837);
    expect(never.length).toBeGreaterThanOrEqual(5);
    expect(never.length).toBeLessThanOrEqual(20);
  });

  it("leaves some municipalities without monitoring for 12 months and others not", () => {
    const from = addMonths(LAST_DAY, -12);
    const recent = new Set(
      realizados
        .filter((row) => row["estrategia"] === "monitoramento" && (row["data"] ?? "") > from)
        .map((row) => row["codigo_ibge"]),
    );
    expect(recent.size).toBeGreaterThan(30);
    expect(recent.size).toBeLessThan(120);
  });

  it("holds technical visits on site, and monitoring on site or from data", () => {
    const modalidades = (estrategia: string): string[] => distinct(apoios.filter((row) => row["estrategia"] === estrategia), "modalidade");
    expect(modalidades("visita-tecnica")).toEqual(["presencial"]);
    expect(modalidades("monitoramento")).toEqual(["nao-presencial", "presencial"]);
  });

  it("gives each reading of the yearly minimum its own answer: by either kind, on site only, from data only, by both", () => {
    const from = addMonths(LAST_DAY, -12);
    const monitored = (modalidade: string): Set<string> =>
      new Set(realizados.flatMap((row) => (row["estrategia"] === "monitoramento" && row["modalidade"] === modalidade && (row["data"] ?? "") > from ? [row["codigo_ibge"] ?? ""] : [])));
    const [onSite, byData] = [monitored("presencial"), monitored("nao-presencial")];
    const both = [...onSite].filter((codigo) => byData.has(codigo)).length;
    const counts = [onSite.size + byData.size - both, onSite.size, byData.size, both];
    expect([...counts].sort((a, b) => b - a)).toEqual([...new Set(counts)]);
    expect(both).toBeGreaterThan(0);
  });

  it("dates a request only where the municipality asked", () => {
    const dated = apoios.filter((row) => row["data_solicitacao"] !== "");
    expect(distinct(dated, "origem")).toEqual(["solicitado-municipio"]);
  });

  it("holds nothing after its last day, and plans, leaves open and calls off some", () => {
    expect(realizados.filter((row) => (row["data"] ?? "") > LAST_DAY || row["data"] === "")).toEqual([]);
    const of = (situacao: string, test: (row: (typeof apoios)[number]) => boolean): number => apoios.filter((row) => row["situacao"] === situacao && test(row)).length;
    expect(of("previsto", (row) => (row["data"] ?? "") > LAST_DAY)).toBeGreaterThan(30);
    expect(of("previsto", (row) => row["data"] === "")).toBeGreaterThan(20);
    expect(of("previsto", (row) => row["data"] !== "" && (row["data"] ?? "") <= LAST_DAY)).toBeGreaterThan(3);
    expect(of("previsto", (row) => row["data_solicitacao"] !== "")).toBeGreaterThan(30);
    expect(of("cancelado", () => true)).toBeGreaterThan(10);
  });

  it("has themes written in ways the pact does not have, and keeps most that it has", () => {
    const pacto = parsePacto(JSON.parse(dataText("apoio.json")));
    const ditos = new Set([...pacto.linhas.flatMap(({ tema, nome, temas }) => [tema, nome, ...temas]), ...pacto.coordenacoes.flatMap(({ temas }) => temas)].map(fold));
    const fora = new Set(realizados.filter((row) => !ditos.has(fold(row["tema"] ?? ""))).map((row) => row["tema"]));
    expect(fora.size).toBeGreaterThan(5);
    expect(realizados.filter((row) => fora.has(row["tema"])).length / realizados.length).toBeLessThan(0.25);
  });
});

describe("the demonstration plans", () => {
  const hoje = LAST_DAY;
  const porPlano = new Map<string, (typeof planos)[number][]>();
  for (const row of planos) porPlano.set(row["plano"] ?? "", [...(porPlano.get(row["plano"] ?? "") ?? []), row]);

  it("are some 150 with some 700 actions, of the municipalities and of the state", () => {
    expect(porPlano.size).toBeGreaterThan(140);
    expect(porPlano.size).toBeLessThan(180);
    expect(planos.length).toBeGreaterThan(600);
    expect(planos.length).toBeLessThan(800);
    expect(distinct(planos, "especie")).toEqual(["apoio", "providencias"]);
    expect(distinct(planos, "origem")).toEqual(["auditoria", "censo-suas", "denuncia", "monitoramento"]);
  });

  it("have an action once each: plan and action are the key", () => {
    expect(new Set(planos.map((row) => `${row["plano"]} ${row["acao"]}`)).size).toBe(planos.length);
  });

  it("have actions late, done late, undone, without a deadline; plans concluded, not approved, not pacted", () => {
    const some = (test: (row: (typeof planos)[number]) => boolean): number => planos.filter(test).length;
    expect(some(({ prazo = "", conclusao }) => prazo !== "" && prazo < hoje && conclusao === "")).toBeGreaterThan(50);
    expect(some(({ prazo = "", conclusao = "" }) => prazo !== "" && conclusao > prazo)).toBeGreaterThan(20);
    expect(some(({ prazo }) => prazo === "")).toBeGreaterThan(20);
    expect(some(({ conclusao = "", evidencia }) => conclusao !== "" && evidencia === "")).toBeGreaterThan(20);
    const plans = [...porPlano.values()];
    expect(plans.filter((rows) => rows.every(({ conclusao }) => conclusao !== "")).length).toBeGreaterThan(10);
    expect(plans.filter(([first]) => first?.["aprovacao_cmas"] === "").length).toBeGreaterThan(10);
    expect(plans.filter(([first]) => first?.["aprovacao_cmas"] !== "" && first?.["pactuacao_cib"] === "").length).toBeGreaterThan(10);
  });

  it("have the defects of real registers: three deadlines and conclusions before the plan, conclusions to come, and one plan in two places", () => {
    const some = (test: (row: (typeof planos)[number]) => boolean): number => planos.filter(test).length;
    expect(some(({ prazo = "", inicio = "" }) => prazo !== "" && prazo < inicio)).toBe(3);
    expect(some(({ conclusao = "" }) => conclusao > hoje)).toBe(3);
    expect(some(({ conclusao = "", inicio = "" }) => conclusao !== "" && conclusao < inicio)).toBe(3);
    expect([...porPlano.values()].filter((rows) => distinct(rows, "codigo_ibge").length > 1).length).toBe(3);
  });
});

describe("the demonstration services", () => {
  it("are six of most municipalities in three years, with gaps: blank, never a false zero", () => {
    expect(distinct(servicos, "servico")).toHaveLength(6);
    expect(distinct(servicos, "ano")).toEqual(["2023", "2024", "2025"]);
    expect(servicos.length).toBeLessThan(6 * 142 * 3);
    expect(servicos.length).toBeGreaterThan(0.75 * 6 * 142 * 3);
    for (const coluna of ["em_andamento", "concluidas", "tempo_medio_dias", "tempo_mediano_dias", "satisfacao"]) {
      expect(servicos.filter((row) => row[coluna] === "").length, coluna).toBeGreaterThan(50);
    }
  });

  it("measure satisfaction in two scales, one a municipality", () => {
    const escalas = servicos.filter(({ satisfacao }) => satisfacao !== "").map((row) => [row["codigo_ibge"], `${row["satisfacao_min"]} a ${row["satisfacao_max"]}`] as const);
    expect([...new Set(escalas.map(([, escala]) => escala))].sort()).toEqual(["0 a 10", "1 a 5"]);
    expect(new Set(escalas.map((par) => par.join(" "))).size).toBe(new Set(escalas.map(([codigo]) => codigo)).size);
  });
});

describe("the seeded random numbers", () => {
  it("are those of Mulberry32: the first three of seed 1", () => {
    const { unit } = createRandom(1);
    // Reference values from the author's C code, t / 2³².
    const first = [unit(), unit(), unit()].map((value) => Math.round(value * 4_294_967_296));
    expect(first).toEqual([2_693_262_067, 11_749_833, 2_265_367_787]);
  });

  it("choose by weight: a weight of zero is never chosen", () => {
    const random = createRandom(7);
    const picks = Array.from({ length: 500 }, () => random.weighted({ sim: 3, nunca: 0, talvez: 1 }));
    expect(picks).not.toContain("nunca");
    expect(picks.filter((pick) => pick === "sim").length).toBeGreaterThan(320);
  });
});
