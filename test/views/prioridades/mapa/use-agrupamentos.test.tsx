// @vitest-environment jsdom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { localMoran } from "../../../../src/core/metodo/local-moran.ts";
import type { LocalMoran, LocalMoranInput } from "../../../../src/core/metodo/local-moran.ts";
import type { EntradaDeAgrupamentos } from "../../../../src/views/prioridades/mapa/agrupamentos.ts";
import { useAgrupamentos } from "../../../../src/views/prioridades/mapa/use-agrupamentos.ts";
import type { Agrupamentos } from "../../../../src/views/prioridades/mapa/use-agrupamentos.ts";
import { medidaIndicador } from "../../../../src/views/prioridades/medida.ts";
import { render } from "../../../ui/render.tsx";
import { CATALOGO, COLUNAS, MUNICIPIOS, SNAPSHOT } from "../fixture.ts";

let pedidos: { readonly pedido: LocalMoranInput; readonly signal: AbortSignal; readonly responder: (r: LocalMoran) => void; readonly falhar: (e: Error) => void }[];
let visto: Agrupamentos;

const noWorker = (pedido: LocalMoranInput, signal: AbortSignal): Promise<LocalMoran> =>
  new Promise((responder, falhar) => {
    pedidos.push({ pedido, signal, responder, falhar });
  });

function entrada(indicador: string, permutacoes?: number): EntradaDeAgrupamentos {
  const registro = CATALOGO.find(({ id }) => id === indicador);
  const coluna = COLUNAS.find((c) => c.indicador === indicador) ?? null;
  if (registro === undefined) throw new Error(`no ${indicador}`);
  return {
    municipios: MUNICIPIOS,
    medida: medidaIndicador(registro, coluna, MUNICIPIOS, []),
    contagens: null,
    vizinhos: SNAPSHOT.mesh.vizinhos,
    semente: "s",
    ...(permutacoes === undefined ? {} : { permutacoes }),
  };
}

function Probe({ de }: { readonly de: EntradaDeAgrupamentos | null }) {
  const agora = useAgrupamentos(de, noWorker);
  return (
    <p
      ref={() => {
        visto = agora;
      }}
    >
      {agora.camada?.leitura}
    </p>
  );
}

const wait = (ms: number): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, ms));
  });
/** Waits in short steps until the assertion holds. */
async function until(assertion: () => void): Promise<void> {
  for (let i = 0; ; i += 1) {
    await wait(5);
    try {
      assertion();
      return;
    } catch (error) {
      if (i === 400) throw error;
    }
  }
}

/** More than the page does itself. */
const MUITAS = 100_000;

beforeEach(() => {
  pedidos = [];
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("useAgrupamentos", () => {
  it("works few municipalities out on the page", async () => {
    render(<Probe de={entrada("vulnerabilidade")} />);
    expect(visto).toEqual({ camada: null, calculando: true, erro: null });
    await until(() => {
      expect(visto.calculando).toBe(false);
    });
    expect(pedidos).toHaveLength(0);
    expect(visto.camada?.layer.titulo).toContain("Índice de vulnerabilidade");
  });

  it("asks the worker for many, and calls the former question off when a newer comes", async () => {
    const { update } = render(<Probe de={entrada("vulnerabilidade", MUITAS)} />);
    await until(() => {
      expect(pedidos).toHaveLength(1);
    });
    update(<Probe de={entrada("rede", MUITAS)} />);
    expect(pedidos[0]?.signal.aborted).toBe(true);
    await until(() => {
      expect(pedidos).toHaveLength(2);
    });
    const [velho, novo] = pedidos;
    await act(async () => {
      velho?.responder(localMoran({ ...velho.pedido, permutations: 9 }));
      await Promise.resolve();
    });
    expect(visto.camada).toBeNull();
    await act(async () => {
      novo?.responder(localMoran({ ...novo.pedido, permutations: 9 }));
      await Promise.resolve();
    });
    expect(visto.camada?.layer.titulo).toContain("Desenvolvimento da rede");
  });

  it("says in words that it failed, and works the next time", async () => {
    const { update } = render(<Probe de={entrada("vulnerabilidade", MUITAS)} />);
    await until(() => {
      expect(pedidos).toHaveLength(1);
    });
    await act(async () => {
      pedidos[0]?.falhar(new Error("the worker did not start"));
      await Promise.resolve();
    });
    expect(visto.erro).toBe("Os grupos de vizinhos não puderam ser calculados: Error: the worker did not start");
    expect(visto.calculando).toBe(false);
    update(<Probe de={entrada("vulnerabilidade")} />);
    await until(() => {
      expect(visto.erro).toBeNull();
      expect(visto.camada).not.toBeNull();
    });
  });

  it("shows nothing and asks for nothing without a question", async () => {
    render(<Probe de={null} />);
    await wait(10);
    expect(visto).toEqual({ camada: null, calculando: false, erro: null });
    expect(pedidos).toHaveLength(0);
  });
});
