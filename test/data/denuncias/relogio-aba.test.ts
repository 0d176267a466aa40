import { describe, expect, it } from "vitest";
import type { AjustesDoRelogio } from "../../../src/data/denuncias/perguntas.ts";
import { criarRelogioDaAba, relogioDaSessao } from "../../../src/data/denuncias/relogio-aba.ts";
import type { RelogioClient } from "../../../src/data/denuncias/relogio-client.ts";
import type { CargaDoRelogio, CasosLidos, ColunasCruas } from "../../../src/data/denuncias/relogio-mensagens.ts";
import { KeeperStopped, QuestionRefused } from "../../../src/data/keeper/client.ts";
import { EngineError } from "../../../src/data/session/session.ts";
import type { ExtractSummary } from "../../../src/data/snapshot/snapshot.ts";
import { SessionByHand } from "../../ui/session-double.ts";

const AJUSTES: AjustesDoRelogio = { hoje: "2026-11-30", regra: null, prazos: [], parados: [], facultativosParados: true, sede: 1, superintendenciaDoTema: {} };
const LIDOS: CasosLidos = { casos: 1, eventos: 2, repetidas: 0, eventosSemCaso: 0, primeiroRegistro: null, ultimoRegistro: null, ms: 1 };
const CARGA: CargaDoRelogio = { ...LIDOS, protocolosSemCaso: [] };
const CASO = { protocolo: "a" };

function extracts(denuncias: boolean, andamentos: boolean): ExtractSummary[] {
  const of = (id: "denuncias" | "andamentos", demonstracao: boolean): ExtractSummary => ({ id, linhas: 1, inicio: null, fim: null, demonstracao, origem: "teste" });
  return [of("denuncias", denuncias), of("andamentos", andamentos)];
}

/** Bytes with a name: the first byte tells which. */
const bytes = (n: number): Uint8Array<ArrayBuffer> => Uint8Array.of(n);

function open(summaries = extracts(true, true), lidos = LIDOS) {
  const session = new SessionByHand(summaries);
  const given: ColunasCruas[] = [];
  const failures: Error[] = [];
  let die: () => void = () => undefined;
  const client: RelogioClient = {
    carregar: (colunas) => {
      given.push(colunas);
      const failure = failures.shift();
      return failure === undefined ? Promise.resolve(lidos) : Promise.reject(failure);
    },
    perguntar: () => {
      const failure = failures.shift();
      return failure === undefined ? Promise.reject(new QuestionRefused("RangeError: bad")) : Promise.reject(failure);
    },
    close: () => undefined,
  };
  const aba = criarRelogioDaAba(session, (onMorte) => {
    die = onMorte;
    return client;
  });
  /** Answers the question the engine was asked last. */
  const answer = async (n: number): Promise<void> => {
    await settle();
    session.askedColumns.at(-1)?.answer(bytes(n));
    await settle();
  };
  return { session, aba, given, failures, answer, die: () => die() };
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

describe("the one clock of the tab", () => {
  it("is the same for every page of a session", () => {
    const session = new SessionByHand(extracts(true, true));
    expect(relogioDaSessao(session)).toBe(relogioDaSessao(session));
    expect(relogioDaSessao(new SessionByHand([]))).not.toBe(relogioDaSessao(session));
  });

  it("reads both extracts once, however many ask, and gives them to the worker together", async () => {
    const { aba, session, given, answer } = open();
    const both = Promise.all([aba.carregar(), aba.carregar()]);
    await answer(1);
    await answer(2);
    expect(await both).toEqual([CARGA, CARGA]);
    expect(session.askedColumns.map(({ name }) => name)).toEqual(["denuncias-para-o-relogio", "andamentos-para-o-relogio"]);
    expect(given).toEqual([{ denuncias: bytes(1), andamentos: bytes(2) }]);
    expect(session.asked).toEqual([]);
  });

  it.each([
    ["official complaints and demonstration events", extracts(false, true), "andamentos-sao-demonstracao"],
    ["demonstration complaints and official events", extracts(true, false), "denuncias-sao-demonstracao"],
  ] as const)("never joins %s: the events are left aside and it says so", async (_, summaries, deLado) => {
    const { aba, session, given, answer } = open(summaries);
    expect(aba.extratos().deLado).toBe(deLado);
    const carga = aba.carregar();
    await answer(1);
    await carga;
    expect(session.askedColumns).toHaveLength(1);
    expect(given).toEqual([{ denuncias: bytes(1), andamentos: null }]);
  });

  it("joins two of the same nature, and says whether it is the demonstration", () => {
    expect(open(extracts(false, false)).aba.extratos()).toMatchObject({ demonstracao: false, deLado: null });
    expect(open(extracts(true, true)).aba.extratos()).toMatchObject({ demonstracao: true, deLado: null });
  });

  it("reads again when one of the two extracts changes, and not when another does", async () => {
    const { aba, session, given, answer } = open();
    const first = aba.carregar();
    await answer(1);
    await answer(2);
    await first;
    const before = aba.extratos();
    const other: ExtractSummary = { id: "apoios", linhas: 1, inicio: null, fim: null, demonstracao: false, origem: "teste" };
    session.replace([...session.extracts(), other]);
    expect(aba.extratos()).toBe(before);
    await aba.carregar();
    expect(given).toHaveLength(1);
    session.replace(extracts(true, true));
    expect(aba.extratos().versao).toBe(before.versao + 1);
    const second = aba.carregar();
    await answer(3);
    await answer(4);
    await second;
    expect(given.at(-1)).toEqual({ denuncias: bytes(3), andamentos: bytes(4) });
  });

  it("never joins complaints of one moment with events of another: it asks both again", async () => {
    const { aba, session, given, answer } = open();
    const carga = aba.carregar();
    await answer(1);
    session.replace(extracts(true, true));
    await answer(2);
    await answer(3);
    await answer(4);
    await carga;
    expect(given).toEqual([{ denuncias: bytes(3), andamentos: bytes(4) }]);
  });

  it("names the first protocols of the events without a complaint, and asks for none where there is none", async () => {
    const { aba, session, answer } = open(extracts(true, true), { ...LIDOS, eventosSemCaso: 3 });
    const carga = aba.carregar();
    await answer(1);
    await answer(2);
    expect(session.asked.map(({ name }) => name)).toEqual(["protocolos-sem-denuncia"]);
    session.asked[0]?.answer([{ protocolo: "x" }, { protocolo: "y" }]);
    expect(await carga).toMatchObject({ eventosSemCaso: 3, protocolosSemCaso: ["x", "y"] });
  });

  it("forgets a failed reading, says it in words, and then works", async () => {
    const { aba, session, given, answer } = open();
    const failed = aba.carregar();
    await settle();
    session.askedColumns[0]?.fail(new EngineError("O motor parou.", "Tente de novo.", "died"));
    await expect(failed).rejects.toThrow("O motor parou.");
    const again = aba.carregar();
    await answer(1);
    await answer(2);
    await again;
    expect(given).toHaveLength(1);
  });

  it("says in words that the worker stopped, and reads the cases again for the next question", async () => {
    const { aba, given, failures, answer, die } = open();
    const first = aba.carregar();
    await answer(1);
    await answer(2);
    await first;
    failures.push(new KeeperStopped("out of memory"));
    die();
    const question = aba.perguntar(AJUSTES, "caso", CASO).catch((error: unknown) => error);
    await answer(3);
    await answer(4);
    expect(given).toHaveLength(2);
    expect(await question).toMatchObject({ message: "O relógio das denúncias parou de responder.", detail: "KeeperStopped: out of memory" });
  });

  it("says a refused question in words, and keeps the cases", async () => {
    const { aba, given, answer } = open();
    const first = aba.carregar();
    await answer(1);
    await answer(2);
    await first;
    await expect(aba.perguntar(AJUSTES, "caso", CASO)).rejects.toThrow("não conseguiu responder");
    await expect(aba.perguntar(AJUSTES, "caso", CASO)).rejects.toThrow("não conseguiu responder");
    expect(given).toHaveLength(1);
  });

  it("gives the same adjustments for the same text, with a number of their own", () => {
    const { aba } = open();
    const first = aba.fixar(JSON.stringify(AJUSTES));
    expect(aba.fixar(JSON.stringify(AJUSTES))).toBe(first);
    expect(first.ajustes).toEqual(AJUSTES);
    const other = aba.fixar(JSON.stringify({ ...AJUSTES, regra: "uteis" }));
    expect(other.numero).not.toBe(first.numero);
  });
});
