// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type ReactElement } from "react";
import { describe, expect, it } from "vitest";
import type { Indicador } from "../../src/core/indicador.ts";
import type { Municipio } from "../../src/core/municipio.ts";
import { EngineError } from "../../src/data/session/session.ts";
import type { ExtractSummary, Snapshot } from "../../src/data/snapshot/snapshot.ts";
import { useBase, type Base } from "../../src/ui/use-base.ts";
import { metodo } from "../core/metodo/a-method.ts";
import { render, settle } from "./render.tsx";
import { SessionByHand } from "./session-double.ts";

function municipio(codigo: number, nome: string): Municipio {
  const blank = { regiaoImediata: null, regiaoIntermediaria: null, sede: null, areaKm2: null };
  return { codigo, nome, ...blank, populacao: null, anoCenso: null, porte: null };
}

const IDCRAS = { id: "idcras", fonte: "mds" } as Indicador;

const bundled = (id: ExtractSummary["id"], fim: string | null): ExtractSummary => ({
  id,
  linhas: 2,
  inicio: null,
  fim,
  demonstracao: false,
  origem: "incluído no aplicativo",
});

const EXTRATOS = [bundled("municipios", null), bundled("indicadores", "2023"), bundled("denuncias", "2026-06-30")];

const SNAPSHOT: Snapshot = {
  hash: "h",
  dataReferencia: "2026-06-30",
  territorio: {} as Snapshot["territorio"],
  fontes: [],
  catalogo: [IDCRAS],
  metodo: metodo(),
  municipios: [municipio(1000001, "Alfa"), municipio(1000002, "Beta")],
  colunas: [{ indicador: "idcras", periodo: "2023", valores: [1, 2], periodos: null, fonte: "mds" }],
  mesh: { width: 1, height: 1, paths: ["M1", "M2"], sedes: [{ x: 1, y: 1 }, null], regioes: "", vizinhos: [[1], [0]], nota: "" },
  extratos: EXTRATOS,
};

const OWN: readonly ExtractSummary[] = EXTRATOS.map((summary) =>
  summary.id === "municipios" ? { ...summary, origem: "meus.csv" } : summary,
);

function mount(session: SessionByHand): { readonly base: () => Base } {
  let latest: Base | null = null;
  function Probe(): ReactElement {
    latest = useBase(SNAPSHOT, session);
    return <p />;
  }
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Probe />
    </QueryClientProvider>,
  );
  return {
    base: () => {
      if (latest === null) throw new Error("nothing was drawn");
      return latest;
    },
  };
}

const LINHA = {
  codigo: 1000002,
  nome: "Beta nova",
  regiao_imediata_codigo: 510001,
  regiao_imediata: "Cuiabá",
  regiao_intermediaria_codigo: null,
  regiao_intermediaria: null,
  sede_lat: -15,
  sede_lon: -56,
  area_km2: null,
  populacao: 100,
  ano_censo: 2022,
  porte: "pequeno-1",
};

/** The query cache tells its listeners in a timer of its own, set after the promise settled. */
async function answered(): Promise<void> {
  await settle();
  await settle();
}

describe("useBase", () => {
  it("is the snapshot's while nothing of the user's is loaded, and asks the engine nothing", () => {
    const session = new SessionByHand(EXTRATOS);
    const { base } = mount(session);
    expect(base()).toMatchObject({ origem: "instantaneo", municipios: SNAPSHOT.municipios, carregando: false });
    expect(base().dataReferencia).toBe("2026-06-30");
    expect(session.asked).toEqual([]);
  });

  it("is the engine's once the user loaded municipalities, with figures and drawing laid out by code", async () => {
    const session = new SessionByHand(EXTRATOS);
    const { base } = mount(session);
    act(() => session.replace(OWN));
    expect(base()).toMatchObject({ origem: "instantaneo", carregando: true });

    session.asked.find(({ name }) => name === "municipios-do-extrato")?.answer([
      LINHA,
      { ...LINHA, codigo: 1000003, nome: "Gama", porte: null },
    ]);
    session.asked.find(({ name }) => name === "colunas-dos-indicadores")?.answer([
      { indicador: "idcras", codigo: 1000002, periodo: "2021", valor: 3, numerador: null, denominador: null, fonte: "minha", carga: null },
      { indicador: "idcras", codigo: 1000003, periodo: "2022", valor: 4, numerador: 8, denominador: 2, fonte: null, carga: null },
      { indicador: "fora-do-catalogo", codigo: 1000003, periodo: "2022", valor: 9, numerador: null, denominador: null, fonte: null, carga: null },
    ]);
    await answered();

    const { municipios, colunas, mesh, origem, carregando, erro } = base();
    expect([origem, carregando, erro]).toEqual(["motor", false, null]);
    expect(municipios.map(({ nome, regiaoImediata }) => [nome, regiaoImediata?.nome])).toEqual([
      ["Beta nova", "Cuiabá"],
      ["Gama", "Cuiabá"],
    ]);
    expect(colunas).toEqual([
      { indicador: "idcras", periodo: "2022", valores: [3, 4], periodos: ["2021", null], fonte: "mds", numeradores: [null, 8], denominadores: [null, 2] },
    ]);
    expect(mesh.paths).toEqual(["M2", ""]);
    expect(mesh.sedes).toEqual([null, null]);
    expect(mesh.vizinhos).toEqual([[], []]);
  });

  it("goes back to the snapshot when the bundled extract is restored", async () => {
    const session = new SessionByHand(EXTRATOS);
    const { base } = mount(session);
    act(() => session.replace(OWN));
    session.asked.forEach(({ answer }) => answer([]));
    await answered();
    expect(base().municipios).toEqual([]);
    act(() => session.replace(EXTRATOS));
    await answered();
    expect(base()).toMatchObject({ origem: "instantaneo", municipios: SNAPSHOT.municipios, carregando: false });
  });

  it("says that the user's own could not be read", async () => {
    const session = new SessionByHand(EXTRATOS);
    const { base } = mount(session);
    act(() => session.replace(OWN));
    session.asked[0]?.fail(new EngineError("O motor parou.", "Tente de novo.", ""));
    await answered();
    expect(base().erro?.message).toBe("O motor parou.");
    expect(base().carregando).toBe(false);
  });

  it("takes its date from what is loaded: a period counts by its last day", () => {
    const session = new SessionByHand(EXTRATOS);
    const { base } = mount(session);
    const withEnd = (fim: string): readonly ExtractSummary[] =>
      EXTRATOS.map((summary) => (summary.id === "denuncias" ? { ...summary, fim } : summary));
    act(() => session.replace(withEnd("2024-02")));
    expect(base().dataReferencia).toBe("2024-02-29");
    act(() => session.replace(withEnd("2025-T2")));
    expect(base().dataReferencia).toBe("2025-06-30");
    act(() => session.replace(withEnd("2020-01-01")));
    expect(base().dataReferencia).toBe("2023-12-31");
  });
});
