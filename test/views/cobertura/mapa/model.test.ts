import { describe, expect, it } from "vitest";
import {
  camadaTempo,
  codigosForaDaLista,
  leituraTempo,
  type LinhaMunicipio,
  linhasPorMunicipio,
  semMonitoramento,
  teveApoioPresencial,
} from "../../../../src/views/cobertura/mapa/model.ts";
import { alternar, recorteDe } from "../../../../src/views/cobertura/mapa/recorte.ts";
import { PADRAO } from "../../../../src/views/cobertura/estado.ts";
import { MUNICIPIOS, RECORTE } from "../municipios.ts";

const EM = "2026-10-31";

const row = (codigo: number, presencial: string | null, monitoramento: string | null, eventos = 0) => ({
  codigo,
  ultimo_presencial: presencial,
  ultimo_monitoramento: monitoramento,
  ultimo_monitoramento_presencial: null,
  eventos_presenciais: eventos,
  eventos_nao_presenciais: 0,
});

/**
 * On 31/10/2026: Alfa had on-site support 2 months ago (31/08) and monitoring
 * exactly 12 months ago; Beta on-site on 1/11/2025, 11 whole months ago, and
 * monitoring then too; Gama on-site 30 months ago and no monitoring; Delta has no row.
 */
const ROWS = [
  row(9900001, "2026-08-31", "2025-10-31", 3),
  row(9900002, "2025-11-01", "2025-11-01", 1),
  row(9900003, "2024-04-30", null),
];

const linhas = linhasPorMunicipio(MUNICIPIOS, ROWS, EM);

const porNome = (nome: string): LinhaMunicipio => {
  const linha = linhas.find(({ municipio }) => municipio.nome === nome);
  if (linha === undefined) throw new Error(`no line for ${nome}`);
  return linha;
};

describe("a municipality's line", () => {
  it("counts whole months up to the reference date", () => {
    expect(porNome("Alfa").mesesPresencial).toEqual({ valor: 2 });
    expect(porNome("Beta").mesesPresencial).toEqual({ valor: 11 });
    // 30/04/2024 → 30/10/2026 is 30 months.
    expect(porNome("Gama").mesesPresencial).toEqual({ valor: 30 });
  });

  it("keeps a municipality with nothing on record, as an absence and not as zero months", () => {
    expect(linhas).toHaveLength(4);
    expect(porNome("Delta").mesesPresencial).toEqual({ ausencia: "sem-registro" });
    expect(porNome("Delta").eventosPresenciais).toBe(0);
  });

  it("is still in time on the very day twelve months are complete, and past it the day after, as in the yearly minimum", () => {
    const atrasados = (em: string): string[] => linhas.filter((linha) => semMonitoramento(linha, em)).map((l) => l.municipio.nome);
    expect(atrasados(EM)).toEqual(["Gama", "Delta"]);
    expect(atrasados("2026-11-01")).toEqual(["Alfa", "Gama", "Delta"]);
  });

  it.each([
    ["2024-02-29", "2025-02-28", false],
    ["2024-02-29", "2025-03-01", true],
    ["2023-02-28", "2024-02-28", false],
    ["2023-02-28", "2024-02-29", true],
  ])("monitored on %s, on %s is past the yearly monitoring: %s", (ultimoMonitoramento, em, passou) => {
    expect(semMonitoramento({ ultimoMonitoramento }, em)).toBe(passou);
  });

  it("had on-site support when an event falls in the period, whatever came before", () => {
    expect(linhas.filter(teveApoioPresencial).map((l) => l.municipio.nome)).toEqual(["Alfa", "Beta"]);
  });

  it("names codes of the record that are no municipality of the table", () => {
    expect(codigosForaDaLista(MUNICIPIOS, [...ROWS, row(9999999, null, null)])).toEqual([9999999]);
  });
});

describe("the map layer", () => {
  it("has the five fixed classes and puts 0–3, 6–12 and 24 or more where they belong", () => {
    const layer = camadaTempo(linhas);
    expect(layer.ramp).toBe("tempo");
    expect(layer.classes.map(({ rotulo, contagem }) => [rotulo, contagem])).toEqual([
      ["0 a menos de 3", 1],
      ["3 a menos de 6", 0],
      ["6 a menos de 12", 1],
      ["12 a menos de 24", 0],
      ["24 ou mais", 1],
    ]);
    expect(layer.classe.get(9900002)).toBe(2);
    expect(layer.ausencia.get(9900004)).toBe("sem-registro");
    expect(layer.ausencias).toEqual([{ ausencia: "sem-registro", contagem: 1 }]);
  });

  it("is read in one sentence whose parts are counts of municipalities", () => {
    expect(leituraTempo(linhas, 4)).toBe(
      "Último apoio presencial há menos de 3 meses em 1 município e há 12 meses ou mais em 1 município; 1 município sem registro de apoio presencial.",
    );
    expect(leituraTempo(linhas.slice(0, 2), 4)).toBe(
      "Entre 2 municípios com os filtros: último apoio presencial há menos de 3 meses em 1 município e há 12 meses ou mais em nenhum município; nenhum município sem registro de apoio presencial.",
    );
  });
});

describe("the question asked", () => {
  it("is today and twelve months back, unless the address says otherwise", () => {
    expect(recorteDe(PADRAO, "2026-10-31")).toEqual(RECORTE);
    expect(recorteDe({ ...PADRAO, meses: 24 }, "2024-02-29")).toMatchObject({
      em: "2024-02-29",
      apos: "2022-02-28",
      meses: 24,
    });
  });

  it("toggles an item of a filter", () => {
    expect(alternar(["a", "b"], "a")).toEqual(["b"]);
    expect(alternar(["b"], "a")).toEqual(["b", "a"]);
  });
});
