import { strFromU8, unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { describe, expect, it } from "vitest";
import { hashDaEntrada } from "../../../../src/core/visitas/hash.ts";
import { folhasDaPlanilha, type EntradaDaPlanilha } from "../../../../src/data/visitas/export/planilha.ts";
import { PlanilhaGrande, planoXlsx } from "../../../../src/data/visitas/export/xlsx.ts";
import { CABECALHO, ENTRADA, equipe, MUNICIPIOS, PLANO } from "./um-plano.ts";

const TUDO: EntradaDaPlanilha = {
  plano: PLANO,
  entrada: ENTRADA,
  municipios: MUNICIPIOS,
  equipe,
  cabecalho: CABECALHO,
  metodo: { nome: "Método de teste", sha256: "a".repeat(64) },
  dados: { sha256: "b".repeat(64) },
  interno: false,
};

async function bytesDe(mudancas: Partial<EntradaDaPlanilha> = {}): Promise<Buffer> {
  return Buffer.from(await (await planoXlsx({ ...TUDO, ...mudancas })).arrayBuffer());
}

async function abas(mudancas: Partial<EntradaDaPlanilha> = {}): Promise<Map<string, unknown[][]>> {
  const lidas = await readXlsxFile(await bytesDe(mudancas));
  return new Map(lidas.map(({ sheet, data }) => [sheet, data]));
}

/** The table under the lines of the top: what follows the blank row. */
function tabela(linhas: readonly unknown[][] | undefined): unknown[][] {
  const vazia = (linhas ?? []).findIndex((linha) => linha.every((valor) => valor === null));
  return (linhas ?? []).slice(vazia + 1);
}

const topo = (linhas: readonly unknown[][] | undefined): unknown[] => (linhas ?? []).map(([primeira]) => primeira).slice(0, 12);

describe("the workbook of a plan, read back by a second library", () => {
  it("has the visits with real days and figures, by tour and order", async () => {
    const [titulos, primeira, segunda] = tabela((await abas()).get("Plano"));
    expect(titulos).toEqual([
      "Equipe",
      "Trimestre",
      "Início da viagem",
      "Ordem na viagem",
      "Código IBGE",
      "Município",
      "Chegada",
      "Saída",
      "Visita (dias úteis)",
      "Prioridade (pontos)",
      "Motivo",
    ]);
    const dia = (texto: string): Date => new Date(`${texto}T00:00:00Z`);
    expect(primeira).toEqual([
      "Equipe 1",
      1,
      dia("2027-01-04"),
      1,
      "9900002",
      "Água Boa; do Norte, D'Oeste",
      dia("2027-01-04"),
      dia("2027-01-04"),
      1,
      50.25,
      "1ª maior prioridade",
    ]);
    expect(segunda?.slice(5, 8)).toEqual(["'=Cedro", dia("2027-01-05"), dia("2027-01-05")]);
  });

  it("has the tours with their way, km and last day to ask for per diems", async () => {
    const [, , daOutra] = tabela((await abas()).get("Viagens"));
    expect(daOutra).toEqual([
      "Equipe 2",
      "Serra",
      1,
      new Date("2027-01-04T00:00:00Z"),
      new Date("2027-01-04T00:00:00Z"),
      1,
      1.75,
      312.5,
      1,
      "Lagoa",
      "sim",
      new Date("2026-12-15T00:00:00Z"),
      "não",
    ]);
  });

  it("has who is not planned, a missing priority said as such", async () => {
    expect(tabela((await abas()).get("Não planejados")).slice(1)).toEqual([["9900006", "Pedra", "sem nota", "travado fora do plano"]]);
  });

  it("has every setting in words", async () => {
    const ajustes = new Map(tabela((await abas()).get("Ajustes")).map(([ajuste, valor]) => [ajuste, valor]));
    expect(ajustes.get("Base e equipes")).toBe("Serra: 2");
    expect(ajustes.get("Meses sem visita, por região")).toBe("Planalto: fevereiro e março");
    expect(ajustes.get("Fator de desvio: Planalto")).toBe("1,25");
    expect(ajustes.get("Pontos que um quilômetro custa")).toBe("0,002");
    expect(ajustes.get("Cota 1")).toBe("pelo menos 3: região Planalto");
    expect(ajustes.get("Dias sem viagem, além dos feriados")).toBe("08/02/2027");
    expect(ajustes.get("Municípios sorteados para a reserva")).toBe("quantos o método diz");
    expect(ajustes.get("Travas")).toBe("São José do Povoado: dentro do plano, 1º trimestre do plano");
  });

  it("opens every sheet with where it comes from", async () => {
    const lidas = await abas({ cabecalho: { ...CABECALHO, filtros: [`método: X, SHA-256 ${"a".repeat(64)}`, "hoje: 20/11/2026"] } });
    for (const nome of ["Plano", "Viagens", "Não planejados", "Ajustes"]) {
      expect(topo(lidas.get(nome)).slice(0, 6)).toEqual([
        "Plano de visitas, jan.–mar. 2027",
        "Fonte: Censo SUAS (MDS), 2025",
        "Filtros: hoje: 20/11/2026",
        "Data de referência: 31/10/2026",
        `Método: Método de teste, SHA-256 ${"a".repeat(64)}`,
        `Dados usados: SHA-256 ${"b".repeat(64)}`,
      ]);
    }
  });

  it("marks made-up data first of all", async () => {
    const lidas = await abas({ cabecalho: { ...CABECALHO, demonstracao: true } });
    for (const linhas of lidas.values()) expect(topo(linhas)[0]).toMatch(/^DADOS DE DEMONSTRAÇÃO/);
  });

  it("runs no text as a formula", async () => {
    const xml = Object.entries(unzipSync(new Uint8Array(await bytesDe())));
    expect(xml.filter(([nome, parte]) => nome.includes("worksheets/sheet") && strFromU8(parte).includes("<f>"))).toEqual([]);
    expect(strFromU8(xml.find(([nome]) => nome === "xl/sharedStrings.xml")?.[1] ?? new Uint8Array())).not.toContain("<t>=Cedro");
  });

  it("is refused, rather than waited for without end, when its texts would be compressed in a worker", async () => {
    const fora = Array.from({ length: 5_000 }, (_, i) => ({ codigo: 9_900_100 + i, motivo: { tipo: "nao-compensa", km: i } as const }));
    await expect(bytesDe({ plano: { ...PLANO, fora } })).rejects.toThrow(PlanilhaGrande);
  });

  it("of 853 municipalities goes on in further sheets, each under the size that a worker would take, and loses nobody", async () => {
    const muitos = Array.from({ length: 853 }, (_, i) => ({ codigo: 9_910_000 + i, nome: `Município de nome comprido ${i}`, regiaoImediata: null }));
    const fora = muitos.map(({ codigo }) => ({ codigo, motivo: { tipo: "nao-cabe", dias: 6.2, tiraria: [9900002, 9900003], saldo: -1 } as const }));
    const bytes = await bytesDe({ plano: { ...PLANO, fora }, municipios: [...MUNICIPIOS, ...muitos] });
    expect(Math.max(...Object.values(unzipSync(new Uint8Array(bytes))).map(({ length }) => length))).toBeLessThan(160_000);
    const lidas = await readXlsxFile(bytes);
    expect(lidas.map(({ sheet }) => sheet)).toEqual(["Plano", "Viagens", "Não planejados", "Não planejados 2", "Ajustes"]);
    const codigos = lidas.slice(2, 4).flatMap(({ data }) => tabela(data).slice(1).map(([codigo]) => codigo));
    expect(codigos).toEqual(fora.map(({ codigo }) => String(codigo)));
  });
});

describe("required visits in the workbook", () => {
  const naoAtendidas = [{ tipo: "municipio", codigo: 9900003 } as const, { tipo: "municipio", codigo: 9900004 } as const, { tipo: "cota", cota: 0, faltam: 2 } as const];
  const semLugar = { ...PLANO, naoAtendidas };
  const tudo = (mudancas: Partial<EntradaDaPlanilha>): string => JSON.stringify(folhasDaPlanilha({ ...TUDO, plano: semLugar, ...mudancas }));

  it("read as those locked, and are not among those without a place, where only the settings' own are", () => {
    expect(tudo({})).not.toContain("exigid");
    expect(folhasDaPlanilha({ ...TUDO, plano: semLugar })[0]?.linhasDoTopo.slice(-2)).toEqual([
      "Sem lugar no plano: São José do Povoado",
      "Cotas não alcançadas: cota 1: faltam 2",
    ]);
  });

  it("are not in the hash of the plan's input, in which they could be tried until one fits", () => {
    const semNinguem = { ...ENTRADA, municipios: ENTRADA.municipios.map((municipio) => ({ ...municipio, exigido: false })) };
    expect(tudo({})).toContain(`Entrada do plano: SHA-256 ${hashDaEntrada(semNinguem)}`);
    expect(tudo({})).not.toContain("e".repeat(64));
    expect(tudo({ interno: true })).toContain(`Entrada do plano: SHA-256 ${"e".repeat(64)}`);
  });

  it("are said in the internal version, marked on every sheet", () => {
    const folhas = folhasDaPlanilha({ ...TUDO, plano: semLugar, interno: true });
    expect(folhas.map(({ linhasDoTopo }) => linhasDoTopo[0])).toEqual(
      Array.from({ length: 4 }, () => "USO INTERNO: diz quais visitas são exigidas; não publique nem repasse"),
    );
    expect(folhas[0]?.linhas.map((linha) => linha.at(-1))).toEqual([
      "1ª maior prioridade",
      "visita exigida",
      "1ª maior prioridade",
      "travado dentro do plano",
    ]);
    expect(folhas[0]?.linhasDoTopo).toContain("Sem lugar no plano: =Cedro e São José do Povoado");
  });
});
