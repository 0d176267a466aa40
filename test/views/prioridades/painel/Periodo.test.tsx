// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { describe, expect, it } from "vitest";
import type { Answer } from "../../../../src/data/queries/query.ts";
import { EngineError, type EnginePhase, type Session } from "../../../../src/data/session/session.ts";
import { Periodo } from "../../../../src/views/prioridades/painel/Periodo.tsx";
import type { Contexto } from "../../../../src/views/prioridades/explicacao.ts";
import { button, click, only, render, settle, type } from "../../../ui/render.tsx";
import { AGORA, ATE_2020 } from "./periodo-dados.ts";

const NO_LOADS: readonly never[] = [];
const PRONTO: EnginePhase = { phase: "ready", ms: 1 };
const PARADO: EnginePhase = { phase: "idle" };

interface Pergunta {
  readonly nome: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** An engine that answers from a function; what it was asked is kept. */
function sessao(responder: (pergunta: Pergunta) => Promise<readonly unknown[]>, fase: EnginePhase = PRONTO) {
  const perguntas: Pergunta[] = [];
  const session: Session = {
    phase: () => fase,
    version: () => 0,
    extracts: () => NO_LOADS,
    subscribe: () => () => undefined,
    start: () => Promise.resolve(),
    askColumns: () => Promise.reject(new Error("no columns here")),
    ask: async (query, params) => {
      const pergunta = { nome: query.name, params: params as Pergunta["params"] };
      perguntas.push(pergunta);
      return { params, rows: await responder(pergunta), version: 0, ms: 0 } as Answer<never, never>;
    },
    load: () => Promise.resolve(),
    remove: () => Promise.resolve(),
    restore: () => Promise.resolve(),
    loads: () => NO_LOADS,
  };
  return { session, perguntas };
}

const anos = (...lista: number[]): { ano: number; figuras: number }[] => lista.map((ano) => ({ ano, figuras: 1 }));
const pelasDatas = ({ nome, params }: Pergunta): Promise<readonly unknown[]> =>
  Promise.resolve(nome === "anos-dos-indicadores" ? anos(2015, 2020, 2023) : params["ate"] === 2020 ? ATE_2020 : []);

const CABECALHO = { titulo: "", fontes: ["Atlas Social"], filtros: [], dataReferencia: "2026-10-31", demonstracao: false };

function montar(session: Session, codigo = 9900002, contexto: Contexto = AGORA): HTMLElement {
  const nome = AGORA.municipios.find((m) => m.codigo === codigo)?.nome ?? "";
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <Periodo codigo={codigo} nome={nome} contexto={contexto} cabecalho={CABECALHO} session={session} />
    </QueryClientProvider>,
  ).host;
}

async function abrir(host: HTMLElement, ate: string): Promise<void> {
  const details = only<HTMLDetailsElement>(host, "details");
  act(() => {
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
  });
  // The section's own code arrives first: on a busy machine it takes its time.
  for (const limite = performance.now() + 4000; performance.now() < limite && !host.textContent.includes(ate); ) await settle();
  expect(host.textContent).toContain(ate);
}

const tabela = (host: HTMLElement): string[][] =>
  [...host.querySelectorAll(".prioridades-periodo-tabela tr")].map((linha) => [...linha.children].map((cell) => cell.textContent));

describe("what changed, in the panel", () => {
  it("asks nothing before it is opened, then the newest earlier year", async () => {
    const { session, perguntas } = sessao(pelasDatas);
    const host = montar(session);
    await settle();
    expect(perguntas).toEqual([]);
    await abrir(host, "De 2020 para cá");
    expect(perguntas).toEqual([
      { nome: "anos-dos-indicadores", params: { indicadores: ["vulnerabilidade", "rede", "fundo"] } },
      { nome: "colunas-ate-o-ano", params: { indicadores: ["vulnerabilidade", "rede", "fundo"], ate: 2020 } },
    ]);
    expect([...host.querySelectorAll("option")].map((o) => o.textContent)).toEqual(["2020", "2015"]);
  });

  it("shows the sentence and a table whose parts add up to the difference", async () => {
    const host = montar(sessao(pelasDatas).session);
    await abrir(host, "De 2020 para cá a nota subiu 25,00: +30,00 porque os números mudaram");
    expect(tabela(host)).toEqual([
      ["Dimensão", "Números", "Dados e pesos", "Diferença"],
      ["Vulnerabilidade socialde 50,00 para 75,00", "+15,00", "0,00", "+15,00"],
      ["Rede e serviçosde 0,00 para 25,00", "+15,00", "−5,00", "+10,00"],
      ["Notade 30,00 para 55,00", "+30,00", "−5,00", "+25,00"],
    ]);
    expect(host.textContent).toContain("Dados que antes não havia:Fundo municipal é unidade orçamentária (Sim em 2023)");
    expect(host.textContent).not.toContain("pior");
    expect(button(host, "Baixar CSV do que mudou").disabled).toBe(false);
  });

  it("without a score then shows the need of the dimensions that had one", async () => {
    const host = montar(sessao(pelasDatas).session, 9900004);
    await abrir(host, "No fim de 2020 o município estava sem nota");
    expect(tabela(host)).toEqual([
      ["Dimensão", "Fim de 2020", "Agora"],
      ["Vulnerabilidade social", "sem nota", "25,00"],
      ["Rede e serviços", "0,00", "0,00"],
      ["Nota", "sem nota", "15,00"],
    ]);
  });

  it("another year is asked for and answered under its own name", async () => {
    const host = montar(sessao(pelasDatas).session);
    await abrir(host, "De 2020 para cá");
    type(only<HTMLSelectElement>(host, "select"), "2015");
    for (let i = 0; i < 20 && host.textContent.includes("De 2020"); i += 1) await settle();
    expect(host.textContent).toContain("Nenhum número deste município que entra na nota é de 2015 ou de antes");
    expect(tabela(host)).toEqual([]);
  });

  it("with nothing older says so", async () => {
    await abrir(montar(sessao(() => Promise.resolve(anos(2023))).session), "Os números carregados não têm nada mais antigo");
  });

  it("waits for an engine that is starting", async () => {
    const host = montar(sessao(() => new Promise(() => undefined), PARADO).session);
    await abrir(host, "Carregando o motor de dados para buscar os anos anteriores…");
    expect(host.querySelector("[role=status]")).not.toBeNull();
  });

  it("says in a sentence that the engine failed, and tries again when asked to", async () => {
    let falhas = 0;
    const { session } = sessao((pergunta) => {
      if (falhas > 0) return pelasDatas(pergunta);
      falhas += 1;
      return Promise.reject(new EngineError("O motor de dados não abriu.", "Tente de novo.", "sem memória"));
    });
    const host = montar(session);
    await abrir(host, "O motor de dados não abriu.");
    click(button(host, "Tentar de novo"));
    for (let i = 0; i < 20 && host.querySelector("[role=alert]") !== null; i += 1) await settle();
    await settle();
    expect(host.textContent).toContain("De 2020 para cá");
  });

  it("is not compared under a normalisation that looks at the day's sample", async () => {
    const { session, perguntas } = sessao(pelasDatas);
    const preparada = { ...AGORA.preparada, metodo: { ...AGORA.preparada.metodo, normalizacao: "percentil" as const } };
    await abrir(montar(session, 9900002, { ...AGORA, preparada }), "Não comparado");
    expect(perguntas).toEqual([]);
  });
});
