import { describe, expect, it } from "vitest";
import type { ExtractSummary } from "../../../src/data/snapshot/snapshot.ts";
import { cabecalhoDaParte } from "../../../src/views/cobertura/cabecalho.ts";
import { EXTRATO } from "./municipios.ts";

const extrato = (mudanca: Partial<ExtractSummary>): ExtractSummary => ({ ...EXTRATO, ...mudanca });

/** The record of support counts days, the indicators count years. */
const EXTRATOS = [
  extrato({}),
  extrato({ id: "indicadores", origem: "incluído no aplicativo", inicio: "2010", fim: "2026-06", demonstracao: false }),
  extrato({ id: "planos", origem: "planos.csv", inicio: null, fim: null }),
];
const pedido = { titulo: "Equidade", extratos: EXTRATOS, norma: null, filtros: ["porte: Médio"], hoje: "2026-10-31", demonstracao: true } as const;

describe("the head of the exports of a part", () => {
  it("names the extracts the part counts from, each with its ends as they are dated", () => {
    expect(cabecalhoDaParte({ ...pedido, parte: "equidade" })).toEqual({
      titulo: "Equidade",
      fontes: [
        `registro de apoio técnico (${EXTRATO.origem}), de 01/11/2023 a 31/10/2026`,
        "indicadores (incluído no aplicativo), de 2010 a jun. 2026",
      ],
      filtros: ["porte: Médio"],
      dataReferencia: "2026-10-31",
      demonstracao: true,
    });
  });

  it("names an extract without days without them, and leaves out what is not loaded", () => {
    expect(cabecalhoDaParte({ ...pedido, parte: "planos" }).fontes[0]).toBe("planos de providências e de apoio (planos.csv)");
    expect(cabecalhoDaParte({ ...pedido, parte: "servicos" }).fontes).toEqual([]);
  });
});
