import loadHighs, { type Highs } from "highs";
import { beforeAll, describe, expect, it } from "vitest";
import { planejar } from "../../../../src/core/visitas/planejar.ts";
import type { NoticiaDoLimite, RespostaDoLimite, TarefaDoLimite } from "../../../../src/data/visitas/limite/messages.ts";
import { limiteRunner } from "../../../../src/data/visitas/limite/run.ts";
import { entradaDeTeste } from "./entrada.ts";

let engine: Highs;
beforeAll(async () => {
  engine = await loadHighs();
});

const ENTRADA = entradaDeTeste(6);
const PLANO = planejar(ENTRADA);
const LIMITE: TarefaDoLimite = { tipo: "limite", entrada: ENTRADA, plano: PLANO };

/** A world whose mailbox is read by hand. */
function world(highs: () => Promise<Highs> = () => Promise.resolve(engine)) {
  const said: RespostaDoLimite[] = [];
  const waiting: (() => void)[] = [];
  const receive = limiteRunner({ post: (resposta) => said.push(resposta), highs, later: (task) => waiting.push(task) });
  return {
    receive,
    said,
    noticias: (): NoticiaDoLimite[] => said.map(({ noticia }) => noticia),
    slice: (): boolean => {
      const task = waiting.shift();
      task?.();
      return task !== undefined;
    },
    loaded: () => new Promise<void>((resolve) => void setTimeout(resolve, 0)),
  };
}

const isPronto = (noticia: NoticiaDoLimite | undefined): boolean => noticia !== undefined && "pronto" in noticia && noticia.pronto;

describe("the worker of the bound", () => {
  it("tells a bound at every round and marks the last one", async () => {
    const { receive, noticias, slice, loaded } = world();
    receive({ tipo: "tarefa", pedido: 1, tarefa: LIMITE });
    await loaded();
    while (slice());
    expect(noticias().length).toBeGreaterThan(1);
    expect(noticias().map(isPronto).indexOf(true)).toBe(noticias().length - 1);
    expect(noticias().at(-1)).toMatchObject({ tipo: "limite", progresso: 1, limite: { provado: true, motivo: null } });
  });

  it("stops with the bound so far as its last word", async () => {
    const { receive, noticias, slice, loaded } = world();
    receive({ tipo: "tarefa", pedido: 1, tarefa: LIMITE });
    await loaded();
    receive({ tipo: "parar" });
    const last = noticias().at(-1);
    expect(last).toMatchObject({ tipo: "limite", pronto: true, limite: { provado: false, motivo: "interrompido" } });
    expect(last?.tipo === "limite" ? last.limite.limite : 0).toBeGreaterThanOrEqual(PLANO.objetivo);
    while (slice());
    expect(noticias().at(-1)).toBe(last);
  });

  it("says that it stopped when nothing was known yet", async () => {
    const { receive, noticias, loaded } = world();
    receive({ tipo: "tarefa", pedido: 1, tarefa: LIMITE });
    receive({ tipo: "parar" });
    await loaded();
    expect(noticias()).toEqual([{ tipo: "parado" }]);
  });

  it("drops a task for a newer one", async () => {
    const { receive, said, slice, loaded } = world();
    receive({ tipo: "tarefa", pedido: 1, tarefa: LIMITE });
    await loaded();
    slice();
    receive({ tipo: "tarefa", pedido: 2, tarefa: { tipo: "colisoes", entrada: ENTRADA } });
    const before = said.length;
    await loaded();
    while (slice());
    expect(said.slice(before)).toEqual([{ pedido: 2, noticia: { tipo: "colisoes", colisoes: [], pronto: true } }]);
  });

  it("tells that HiGHS did not load, and asks for it again with the next task", async () => {
    let tries = 0;
    const { receive, noticias, slice, loaded } = world(() => {
      tries += 1;
      return tries === 1 ? Promise.reject(new Error("offline")) : Promise.resolve(engine);
    });
    receive({ tipo: "tarefa", pedido: 1, tarefa: LIMITE });
    await loaded();
    expect(noticias()).toEqual([{ tipo: "falha", detalhe: "Error: offline" }]);
    receive({ tipo: "tarefa", pedido: 2, tarefa: LIMITE });
    await loaded();
    while (slice());
    expect(isPronto(noticias().at(-1))).toBe(true);
  });

  it("tells what is wrong with an input that cannot be planned", async () => {
    const { receive, noticias, loaded } = world();
    receive({ tipo: "tarefa", pedido: 1, tarefa: { tipo: "colisoes", entrada: entradaDeTeste(6, { bases: [{ codigo: 1, equipes: 1 }] }) } });
    await loaded();
    expect(noticias()).toMatchObject([{ tipo: "falha", detalhe: expect.stringContaining("base 1") as string }]);
  });
});
