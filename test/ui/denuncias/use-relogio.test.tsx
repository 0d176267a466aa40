// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type ReactElement } from "react";
import { describe, expect, it } from "vitest";
import type { RegraDaCasa } from "../../../src/core/denuncias/prazos.ts";
import type { AjustesDoRelogio, FiltroDeCasos, Perguntas } from "../../../src/data/denuncias/perguntas.ts";
import type { CasosLidos, ColunasCruas } from "../../../src/data/denuncias/relogio-mensagens.ts";
import type { ExtractSummary } from "../../../src/data/snapshot/snapshot.ts";
import { usePergunta } from "../../../src/ui/denuncias/use-pergunta.ts";
import { useRelogio } from "../../../src/ui/denuncias/use-relogio.ts";
import { button, click, render } from "../render.tsx";
import { SessionByHand } from "../session-double.ts";
import { settled, workersByHand } from "../worker-by-hand.ts";

const FILTRO: FiltroDeCasos = { de: null, ate: null, canais: [], temas: [], municipios: null, superintendencias: [], esperas: [], prazos: [], estadosDoPrazo: [] };
/** A new object at each call, as a page makes it. */
const ajustes = (regra: RegraDaCasa): AjustesDoRelogio => ({ hoje: "2026-11-30", regra, prazos: [], parados: [], facultativosParados: true, sede: 1, superintendenciaDoTema: {} });
const LIDOS = { casos: 7, eventos: 2, repetidas: 0, eventosSemCaso: 0, primeiroRegistro: null, ultimoRegistro: null, ms: 1 };

const workers = workersByHand<ColunasCruas, CasosLidos, AjustesDoRelogio, Perguntas>();

function Page({ session, regra, mes }: { readonly session: SessionByHand; readonly regra: RegraDaCasa; readonly mes: string | null }): ReactElement {
  const relogio = useRelogio(session, ajustes(regra));
  const { carga } = relogio;
  const apoio = usePergunta(relogio, "apoio", { filtro: { ...FILTRO, de: mes } }, { enabled: carga.estado === "pronto" });
  return (
    <>
      <p className="carga">{carga.estado === "pronto" ? carga.carga.casos : carga.estado}</p>
      <p className="aviso">{relogio.aviso}</p>
      {apoio.estado === "erro" ? (
        <button type="button" onClick={apoio.tentarDeNovo}>
          {apoio.erro.message}
        </button>
      ) : (
        <p className="apoio">{apoio.estado === "pronto" ? `${apoio.pede.filtro.de ?? "tudo"}: ${String(apoio.resposta[0]?.municipio)}${apoio.atualizando ? " atualizando" : ""}` : apoio.estado}</p>
      )}
      {carga.estado === "erro" && (
        <button type="button" onClick={carga.tentarDeNovo}>
          {carga.erro.message}
        </button>
      )}
    </>
  );
}

function mount(session: SessionByHand) {
  const client = new QueryClient();
  const screen = (regra: RegraDaCasa, mes: string | null): ReactElement => (
    <QueryClientProvider client={client}>
      <Page session={session} regra={regra} mes={mes} />
    </QueryClientProvider>
  );
  const { host, update } = render(screen(null, null));
  return { text: (part: string) => host.querySelector(`.${part}`)?.textContent ?? null, host, ask: (regra: RegraDaCasa, mes: string | null) => update(screen(regra, mes)) };
}

function extracts(denuncias = true, andamentos = true): ExtractSummary[] {
  const of = (id: "denuncias" | "andamentos", demonstracao: boolean): ExtractSummary => ({ id, linhas: 1, inicio: null, fim: null, demonstracao, origem: "teste" });
  return [of("denuncias", denuncias), of("andamentos", andamentos)];
}

async function read(session: SessionByHand): Promise<void> {
  for (let i = 0; i < 2; i += 1) {
    await settled();
    session.askedColumns.at(-1)?.answer(new Uint8Array(1));
  }
  await settled();
  workers.last().answer({ tipo: "carregado", lidos: LIDOS });
  await settled();
}

async function answer(municipio: number): Promise<void> {
  const resposta = [{ municipio, dificuldades: 1, manifestacoesVencidas: 0, casos: 1, protocolos: 1 }];
  workers.last().answer({ tipo: "resposta", resposta: { resposta, msDoPreparo: 1, msDaPergunta: 1 } });
  await settled();
}

describe("the clock on a page", () => {
  it("reads the cases, then asks, and asks nothing again for adjustments that say the same", async () => {
    const session = new SessionByHand(extracts());
    const { text, ask } = mount(session);
    expect([text("carga"), text("apoio")]).toEqual(["carregando", "carregando"]);
    await read(session);
    expect(text("carga")).toBe("7");
    await answer(1);
    expect(text("apoio")).toBe("tudo: 1");
    ask(null, null);
    await settled();
    expect(workers.last().received.map(({ tipo }) => tipo)).toEqual(["carregar", "ajustar", "perguntar"]);
  });

  it("keeps the previous answer, with what it was asked, while the next one comes, and drops a question nobody waits for", async () => {
    const session = new SessionByHand(extracts());
    const { text, ask } = mount(session);
    await read(session);
    await answer(1);
    ask(null, "2026-01");
    await settled();
    ask(null, "2026-02");
    await settled();
    ask(null, "2026-03");
    await settled();
    expect(text("apoio")).toBe("tudo: 1 atualizando");
    await answer(2);
    await answer(3);
    expect(text("apoio")).toBe("2026-03: 3");
    const months = workers.last().received.flatMap((request) => (request.tipo === "perguntar" && "filtro" in request.pede ? [request.pede.filtro.de] : []));
    expect(months).toEqual([null, "2026-01", "2026-03"]);
  });

  it("asks again under another rule, without reading the cases again", async () => {
    const session = new SessionByHand(extracts());
    const { text, ask } = mount(session);
    await read(session);
    await answer(1);
    ask("uteis", null);
    await settled();
    await answer(2);
    expect(text("apoio")).toBe("tudo: 2");
    expect(session.askedColumns).toHaveLength(2);
    expect(workers.last().received.map(({ tipo }) => tipo)).toEqual(["carregar", "ajustar", "perguntar", "ajustar", "perguntar"]);
  });

  it("reads again when an extract changes, and says which events stay aside", async () => {
    const session = new SessionByHand(extracts());
    const { text } = mount(session);
    await read(session);
    await answer(1);
    expect(text("aviso")).toBe("");
    act(() => {
      session.replace(extracts(false, true));
    });
    await settled();
    expect(text("carga")).toBe("carregando");
    expect(text("aviso")).toContain("Os andamentos de demonstração ficaram de lado");
    expect(session.askedColumns).toHaveLength(3);
  });

  it("tells a worker that died and, asked to try again, reads the cases into another", async () => {
    const session = new SessionByHand(extracts());
    const { text, host } = mount(session);
    await read(session);
    workers.last().die("out of memory");
    await settled();
    click(button(host, "O relógio das denúncias parou de responder."));
    await read(session);
    await answer(5);
    expect(text("apoio")).toBe("tudo: 5");
    expect(workers.all()).toHaveLength(2);
  });

  it("tells cases that could not be read, and reads them when asked to try again", async () => {
    const session = new SessionByHand(extracts());
    const { text, host } = mount(session);
    await settled();
    session.askedColumns[0]?.fail(new Error("broken"));
    await settled();
    expect(text("carga")).toBe("erro");
    click(button(host, "O relógio das denúncias não conseguiu responder a esta tela."));
    await read(session);
    expect(text("carga")).toBe("7");
  });
});
