import { describe, expect, it } from "vitest";
import type { ItemDaAgenda } from "../../../../src/data/denuncias/perguntas.ts";
import { AgendaGrande, escreverAgenda, MAXIMO_DE_EVENTOS, type OpcoesDaAgenda } from "../../../../src/data/denuncias/exportar/agenda-ics.ts";
import { PRAZOS } from "../../../core/denuncias/prazos-da-norma.ts";
import { importar, lerIcs } from "../../visitas/export/lido.ts";

const OPCOES: OpcoesDaAgenda = {
  prazos: PRAZOS,
  regra: null,
  unidade: ({ prazo }) => (prazo === "resposta" ? "Ouvidoria Setorial" : "Gestão municipal de Água Boa; do Norte, D'Oeste"),
  norma: () => "Res. CIB/ZZ 1/2025",
  cabecalho: {
    titulo: "Prazos das denúncias",
    fontes: [],
    filtros: ["hoje: 01/10/2026", "contagem: onde a norma não diz como contar, as duas datas", "calendário: feriados nacionais"],
    dataReferencia: "2026-10-01",
    demonstracao: false,
  },
  agora: "2026-11-22T13:17:51Z",
};

const item = (protocolo: string, prazo: string, corridos: string, uteis = corridos): ItemDaAgenda => ({
  protocolo,
  prazo,
  municipio: 9900001,
  superintendencia: null,
  vence: corridos,
  venceCorridos: corridos,
  venceUteis: uteis,
  faltam: 12,
});

const RESPOSTA = item("2026.000123", "resposta", "2026-11-18");
const MANIFESTACAO = item("2026.000123", "manifestacao", "2026-10-13", "2026-10-21");

describe("the calendar of dues, read back by a second library", () => {
  it("has one confidential all-day event a due, with an alarm, that ends the day after", async () => {
    const eventos = lerIcs(await escreverAgenda([RESPOSTA, MANIFESTACAO], OPCOES));
    expect(eventos.map(({ inicio, depois, diaInteiro, classe, status, alarmes }) => [inicio, depois, diaInteiro, classe, status, alarmes])).toEqual([
      ["2026-11-18", "2026-11-19", true, "CONFIDENTIAL", "CONFIRMED", 1],
      ["2026-10-13", "2026-10-14", true, "CONFIDENTIAL", "CONFIRMED", 1],
    ]);
  });

  it("says protocol, step, unit, term with its article, day, and how it was counted", async () => {
    const [evento] = lerIcs(await escreverAgenda([RESPOSTA], OPCOES));
    expect(evento?.titulo).toBe("vence Resposta a quem denunciou, 2026.000123");
    expect(evento?.texto.split("\n")).toEqual([
      "Protocolo: 2026.000123",
      "Passo esperado: Resposta a quem denunciou",
      "Com quem está: Ouvidoria Setorial",
      "Prazo: 15 dias corridos (Res. CIB/ZZ 1/2025, art. 5º, § 5º)",
      "Vence: 18/11/2026",
      "Hoje: 01/10/2026",
      "Contagem: onde a norma não diz como contar, as duas datas",
      "Calendário: feriados nacionais",
      "Uso interno.",
    ]);
  });

  it("says both dates where the norm does not say how to count, and which one the event is on", async () => {
    const [semRegra] = lerIcs(await escreverAgenda([MANIFESTACAO], OPCOES));
    expect(semRegra?.texto).toContain("Prazo: 20 dias, sem a norma dizer se corridos ou úteis (Res. CIB/ZZ 1/2025, art. 7º)");
    expect(semRegra?.texto).toContain("Vence: 13/10/2026 em dias corridos, 21/10/2026 em dias úteis; o evento está na primeira, porque nenhuma regra da casa foi escolhida");
    expect(semRegra?.texto).toContain("Com quem está: Gestão municipal de Água Boa; do Norte, D'Oeste");
    const uteis = { ...MANIFESTACAO, vence: "2026-10-21" };
    const [comRegra] = lerIcs(await escreverAgenda([uteis], { ...OPCOES, regra: "uteis" }));
    expect(comRegra?.inicio).toBe("2026-10-21");
    expect(comRegra?.texto).toContain("Vence: 21/10/2026, pela regra da casa (13/10/2026 em dias corridos, 21/10/2026 em dias úteis)");
  });

  it("keeps the UID of a term, without the protocol in it, and gives each term of a protocol its own", async () => {
    const [antes, depois] = [lerIcs(await escreverAgenda([RESPOSTA, MANIFESTACAO], OPCOES)), lerIcs(await escreverAgenda([RESPOSTA], { ...OPCOES, agora: "2027-01-01T00:00:00Z" }))];
    expect(antes[0]?.uid).toMatch(/^prazo-[0-9a-f]{32}@mirante-suas$/);
    expect(antes[1]?.uid).not.toBe(antes[0]?.uid);
    expect(depois[0]?.uid).toBe(antes[0]?.uid);
  });

  it("moves the event of an earlier file when the day changed", async () => {
    const antes = await escreverAgenda([MANIFESTACAO], OPCOES);
    const depois = await escreverAgenda([{ ...MANIFESTACAO, vence: "2026-10-21" }], { ...OPCOES, regra: "uteis", agora: "2026-11-22T13:19:00Z" });
    expect(importar(antes, depois).map(({ inicio }) => inicio)).toEqual(["2026-10-21"]);
  });

  it("is marked in every event when it is of the demonstration", async () => {
    const [evento] = lerIcs(await escreverAgenda([RESPOSTA], { ...OPCOES, cabecalho: { ...OPCOES.cabecalho, demonstracao: true } }));
    expect(evento?.titulo).toMatch(/^DADOS DE DEMONSTRAÇÃO: vence /);
    expect(evento?.texto).toMatch(/^DADOS DE DEMONSTRAÇÃO: registros fictícios/);
  });

  it("names the calendar, keeps every line within 75 octets, and is a calendar with nothing due", async () => {
    const texto = await escreverAgenda([RESPOSTA, MANIFESTACAO], OPCOES);
    expect(texto).toContain("METHOD:PUBLISH\r\n");
    expect(texto).toContain("PRODID:-//mirante-suas//prazos das denuncias//PT-BR\r\n");
    expect(texto).toContain("X-WR-CALNAME:Prazos das denúncias\r\n");
    expect(texto.split("\r\n").filter((linha) => new TextEncoder().encode(linha).length > 75)).toEqual([]);
    expect(lerIcs(await escreverAgenda([], OPCOES))).toEqual([]);
  });

  it("keeps control characters of a hostile protocol out of the file's lines", async () => {
    const hostil = item("1\r\nEND:VEVENT\r\nX;,\\", "resposta", "2026-11-18");
    const eventos = lerIcs(await escreverAgenda([hostil], OPCOES));
    expect(eventos).toHaveLength(1);
    expect(eventos[0]?.titulo).toContain("X;,\\");
  });

  it("refuses more dues than a calendar takes, saying what to do", async () => {
    const muitos = Array.from({ length: MAXIMO_DE_EVENTOS + 1 }, () => RESPOSTA);
    await expect(escreverAgenda(muitos, OPCOES)).rejects.toThrow(AgendaGrande);
    await expect(escreverAgenda(muitos, OPCOES)).rejects.toThrow("a agenda tem 5.001 prazos e um calendário leva até 5.000: escolha uma unidade nos filtros ou baixe o CSV");
  });

  it("refuses a term it does not know and an instant that is not one", async () => {
    await expect(escreverAgenda([item("1", "outro", "2026-11-18")], OPCOES)).rejects.toThrow('the term "outro"');
    await expect(escreverAgenda([RESPOSTA], { ...OPCOES, agora: "ontem" })).rejects.toThrow('"ontem"');
  });
});
