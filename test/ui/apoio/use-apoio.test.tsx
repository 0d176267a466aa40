// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, type ReactElement } from "react";
import { describe, expect, it } from "vitest";
import type { ApoioCru, ApoioLido } from "../../../src/data/apoio/apoio-mensagens.ts";
import { pactoSemArquivo } from "../../../src/data/apoio/pacto.ts";
import type { AjustesDoApoio, Perguntas } from "../../../src/data/apoio/perguntas.ts";
import type { ExtractSummary } from "../../../src/data/snapshot/snapshot.ts";
import { useApoio } from "../../../src/ui/apoio/use-apoio.ts";
import { usePerguntaDoApoio } from "../../../src/ui/apoio/use-pergunta-do-apoio.ts";
import { render } from "../render.tsx";
import { SessionByHand } from "../session-double.ts";
import { settled, workersByHand } from "../worker-by-hand.ts";

const PACTO = pactoSemArquivo();
/** A new object at each call, as a page makes it. */
const ajustes = (hoje: string): AjustesDoApoio => ({ hoje, pacto: PACTO, codigos: [10, 20], populacao: [1, null], notas: null });
const LIDO: ApoioLido = {
  linhas: 9,
  eventos: 7,
  periodo: null,
  dizSituacao: false,
  porMunicipio: [{ codigo: 10, linhas: 4 }, { codigo: 20, linhas: 3 }, { codigo: 99, linhas: 2 }],
  ms: 1,
};
const EXTRATO: ExtractSummary = { id: "apoios", linhas: 9, inicio: null, fim: null, demonstracao: true, origem: "teste" };

const workers = workersByHand<ApoioCru, ApoioLido, AjustesDoApoio, Perguntas>();

function Page({ session, hoje, ate }: { readonly session: SessionByHand; readonly hoje: string; readonly ate: number }): ReactElement {
  const apoio = useApoio(session, ajustes(hoje));
  const { carga, demonstracao } = apoio;
  const demanda = usePerguntaDoApoio(apoio, "demanda", { periodo: { de: 0, ate }, dentro: null }, { enabled: carga.estado === "pronto" });
  return (
    <>
      <p className="carga">{carga.estado === "pronto" ? `${String(carga.carga.linhas)} linhas, ${String(carga.carga.deFora)} de fora, demonstração: ${String(demonstracao)}` : carga.estado}</p>
      <p className="demanda">
        {demanda.estado === "pronto" ? `até ${String(demanda.pede.periodo.ate)}: ${String(demanda.resposta.pedidos)}${demanda.atualizando ? " atualizando" : ""}` : demanda.estado}
      </p>
    </>
  );
}

function mount(session: SessionByHand) {
  const client = new QueryClient();
  const screen = (hoje: string, ate: number): ReactElement => (
    <QueryClientProvider client={client}>
      <Page session={session} hoje={hoje} ate={ate} />
    </QueryClientProvider>
  );
  const { host, update } = render(screen("2026-11-30", 1));
  return { text: (part: string) => host.querySelector(`.${part}`)?.textContent ?? null, ask: (hoje: string, ate: number) => update(screen(hoje, ate)) };
}

async function read(session: SessionByHand): Promise<void> {
  await settled();
  session.askedColumns.at(-1)?.answer(new Uint8Array(1));
  await settled();
  workers.last().answer({ tipo: "carregado", lidos: LIDO });
  await settled();
}

async function answer(pedidos: number): Promise<void> {
  const resposta = { pedidos } as Perguntas["demanda"]["responde"];
  workers.last().answer({ tipo: "resposta", resposta: { resposta, msDoPreparo: 1, msDaPergunta: 1 } });
  await settled();
}

describe("the record of support on a page", () => {
  it("is read, says how many rows are of no municipality of the list, and is asked once for adjustments that say the same", async () => {
    const session = new SessionByHand([EXTRATO]);
    const { text, ask } = mount(session);
    expect([text("carga"), text("demanda")]).toEqual(["carregando", "carregando"]);
    await read(session);
    expect(text("carga")).toBe("9 linhas, 2 de fora, demonstração: true");
    await answer(5);
    expect(text("demanda")).toBe("até 1: 5");
    ask("2026-11-30", 1);
    await settled();
    expect(workers.last().received.map(({ tipo }) => tipo)).toEqual(["carregar", "ajustar", "perguntar"]);
  });

  it("keeps the previous answer, with what it was asked, while the next comes", async () => {
    const session = new SessionByHand([EXTRATO]);
    const { text, ask } = mount(session);
    await read(session);
    await answer(5);
    ask("2026-11-30", 2);
    await settled();
    expect(text("demanda")).toBe("até 1: 5 atualizando");
    await answer(6);
    expect(text("demanda")).toBe("até 2: 6");
  });

  it("is counted again for another day without being read again, and read again when the extract changes", async () => {
    const session = new SessionByHand([EXTRATO]);
    const { text, ask } = mount(session);
    await read(session);
    await answer(5);
    ask("2026-10-31", 1);
    await settled();
    await answer(4);
    expect(text("demanda")).toBe("até 1: 4");
    expect(workers.last().received.map(({ tipo }) => tipo)).toEqual(["carregar", "ajustar", "perguntar", "ajustar", "perguntar"]);
    act(() => {
      session.replace([{ ...EXTRATO, demonstracao: false }]);
    });
    await settled();
    expect(text("carga")).toBe("carregando");
    await read(session);
    expect(text("carga")).toContain("demonstração: false");
  });
});
