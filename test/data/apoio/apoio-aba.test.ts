import { describe, expect, it } from "vitest";
import { apoioDaSessao, criarApoioDaAba, type ApoioClient } from "../../../src/data/apoio/apoio-aba.ts";
import type { ApoioCru, ApoioLido } from "../../../src/data/apoio/apoio-mensagens.ts";
import { pactoSemArquivo } from "../../../src/data/apoio/pacto.ts";
import type { AjustesDoApoio, Perguntas } from "../../../src/data/apoio/perguntas.ts";
import { KeeperStopped, QuestionRefused } from "../../../src/data/keeper/client.ts";
import type { ExtractSummary } from "../../../src/data/snapshot/snapshot.ts";
import { SessionByHand } from "../../ui/session-double.ts";
import { settle } from "../../ui/render.tsx";

const AJUSTES: AjustesDoApoio = { hoje: "2026-11-30", pacto: pactoSemArquivo(), codigos: [], populacao: [], notas: null };
const LIDO: ApoioLido = { linhas: 1, eventos: 1, periodo: null, dizSituacao: false, porMunicipio: [], ms: 1 };
const DEMANDA: Perguntas["demanda"]["pede"] = { periodo: { de: 0, ate: 1 }, dentro: null };

const extract = (demonstracao: boolean, id: ExtractSummary["id"] = "apoios"): ExtractSummary => ({ id, linhas: 1, inicio: null, fim: null, demonstracao, origem: "teste" });

function open(summaries = [extract(true)]) {
  const session = new SessionByHand(summaries);
  const given: ApoioCru[] = [];
  const failures: Error[] = [];
  let die: () => void = () => undefined;
  const client: ApoioClient = {
    carregar: (bytes) => {
      given.push(bytes);
      return Promise.resolve(LIDO);
    },
    perguntar: () => Promise.reject(failures.shift() ?? new QuestionRefused("RangeError: bad")),
    close: () => undefined,
  };
  const aba = criarApoioDaAba(session, (onDeath) => {
    die = onDeath;
    return client;
  });
  /** Answers the engine's question with bytes whose first tells which. */
  const answer = async (n: number): Promise<void> => {
    await settle();
    session.askedColumns.at(-1)?.answer(Uint8Array.of(n));
    await settle();
  };
  return { session, aba, given, failures, answer, die: () => die() };
}

describe("the one record of support of the tab", () => {
  it("is the same for every page of a session", () => {
    const session = new SessionByHand([]);
    expect(apoioDaSessao(session)).toBe(apoioDaSessao(session));
    expect(apoioDaSessao(new SessionByHand([]))).not.toBe(apoioDaSessao(session));
  });

  it("is read once, however many ask, by one question to the engine", async () => {
    const { aba, session, given, answer } = open();
    const both = Promise.all([aba.carregar(), aba.carregar()]);
    await answer(1);
    expect(await both).toEqual([LIDO, LIDO]);
    expect(session.askedColumns.map(({ name }) => name)).toEqual(["apoio-para-as-perguntas"]);
    expect(given).toEqual([Uint8Array.of(1)]);
  });

  it("says whether it is the demonstration; without the extract it is not", () => {
    expect([open().aba.extratos().demonstracao, open([extract(false)]).aba.extratos().demonstracao, open([]).aba.extratos().demonstracao]).toEqual([true, false, false]);
  });

  it("is read again when it changes, and not when complaints do", async () => {
    const { aba, session, given, answer } = open();
    const first = aba.carregar();
    await answer(1);
    await first;
    session.replace([...session.extracts(), extract(false, "denuncias")]);
    await aba.carregar();
    expect(given).toHaveLength(1);
    session.replace([extract(false)]);
    const second = aba.carregar();
    await answer(2);
    await second;
    expect(given.at(-1)).toEqual(Uint8Array.of(2));
    expect(aba.extratos().demonstracao).toBe(false);
  });

  it("never gives the worker a record that changed while it was read", async () => {
    const { aba, session, given, answer } = open();
    const carga = aba.carregar();
    await settle();
    session.replace([extract(false)]);
    await answer(1);
    await answer(2);
    await carga;
    expect(given).toEqual([Uint8Array.of(2)]);
  });

  it("says in words that the worker stopped and reads again, and that a question was refused", async () => {
    const { aba, given, failures, answer, die } = open();
    const first = aba.carregar();
    await answer(1);
    await first;
    await expect(aba.perguntar(AJUSTES, "demanda", DEMANDA)).rejects.toThrow("não conseguiu responder a esta tela");
    expect(given).toHaveLength(1);
    failures.push(new KeeperStopped("out of memory"));
    die();
    const question = aba.perguntar(AJUSTES, "demanda", DEMANDA).catch((error: unknown) => error);
    await answer(2);
    expect(given).toHaveLength(2);
    expect(await question).toMatchObject({ message: "A contagem do apoio técnico parou de responder.", detail: "KeeperStopped: out of memory" });
  });
});
