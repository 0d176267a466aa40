import { describe, expect, it } from "vitest";
import { loteRunner } from "../../../src/data/pdf/lote-run.ts";
import { escreverPdf, type LoteWorker, type PedidoDePdf } from "../../../src/data/pdf/lote-client.ts";
import type { LotePronto, PedidoAoLote } from "../../../src/data/pdf/lote-mensagens.ts";
import { dossieDeMao, FONTES, MALHA } from "./dossie-de-mao.ts";
import { lerPdf } from "./ler-pdf.ts";

/** The worker's own runner behind messages, in this thread. */
function trabalhador(registro: { mensagens: number[]; isEncerrado: boolean }, isQuebrado = false): LoteWorker {
  const worker: LoteWorker = {
    onmessage: null,
    onerror: null,
    onmessageerror: null,
    postMessage: (pedido: PedidoAoLote) => {
      if (pedido.tipo === "dossies") registro.mensagens.push(pedido.dossies.length);
      void run(pedido);
    },
    terminate: () => {
      registro.isEncerrado = true;
    },
  };
  const run = loteRunner({
    post: (data) => {
      if (!registro.isEncerrado) worker.onmessage?.(new MessageEvent("message", { data }));
    },
    lerFontes: () => (isQuebrado ? Promise.reject(new Error("HTTP 404")) : Promise.resolve(FONTES)),
  });
  return worker;
}

function pedidoDe(quantos: number, dossie: PedidoDePdf["dossie"] = (n) => dossieDeMao(`Município ${n}`, n)): PedidoDePdf {
  return { formato: "documento", titulo: "Dossiês", data: "2026-11-22", mesh: MALHA, quantos, dossie };
}

const novo = (): { mensagens: number[]; isEncerrado: boolean } => ({ mensagens: [], isEncerrado: false });

describe("the writing of a batch", () => {
  it("asks for every dossier in order, never with more than 24 on the way, and ends its worker with the file", async () => {
    const registro = novo();
    const pedidos: number[] = [];
    let [escritos, maisNoCaminho] = [0, 0];
    const pronto = await new Promise<LotePronto>((resolve, reject) => {
      escreverPdf(
        pedidoDe(60, (n) => {
          pedidos.push(n);
          maisNoCaminho = Math.max(maisNoCaminho, pedidos.length - escritos);
          return dossieDeMao(`Município ${n}`, n);
        }),
        {
          onEscritos: (quantos) => {
            escritos = quantos;
          },
          onPronto: resolve,
          onFalha: reject,
        },
        () => trabalhador(registro),
      );
    });
    expect(pedidos).toEqual(Array.from({ length: 60 }, (_, n) => n));
    expect(maisNoCaminho).toBeLessThanOrEqual(24);
    expect([escritos, pronto.folhas, registro.isEncerrado]).toEqual([60, 60, true]);
    const { marcadores } = lerPdf(new Uint8Array(await pronto.arquivo.arrayBuffer()));
    expect(marcadores.map(({ titulo }) => titulo)).toEqual(pedidos.map((n) => `Dossiê de Município ${n}`));
  });

  it("cancelled, ends its worker and is heard no more", async () => {
    const registro = novo();
    const ouvidos: string[] = [];
    await new Promise<void>((resolve) => {
      const escrita = escreverPdf(
        pedidoDe(60),
        {
          onEscritos: () => {
            ouvidos.push("escritos");
            if (ouvidos.length !== 3) return;
            escrita.cancelar();
            setTimeout(resolve, 200);
          },
          onPronto: () => ouvidos.push("pronto"),
          onFalha: () => ouvidos.push("falha"),
        },
        () => trabalhador(registro),
      );
    });
    expect(registro.isEncerrado).toBe(true);
    expect(ouvidos).toEqual(["escritos", "escritos", "escritos"]);
  });

  it.each([
    ["its fonts cannot be read", pedidoDe(2), true, "Error: HTTP 404"],
    [
      "a dossier cannot be put together",
      pedidoDe(2, () => {
        throw new RangeError("no municipality with code 0");
      }),
      false,
      "RangeError: no municipality with code 0",
    ],
  ])("fails once, with the reason, when %s", async (_, pedido, isQuebrado, motivo) => {
    const registro = novo();
    const detalhe = await new Promise<string>((resolve, reject) => {
      escreverPdf(pedido, { onEscritos: () => undefined, onPronto: () => reject(new Error("written")), onFalha: resolve }, () => trabalhador(registro, isQuebrado));
    });
    expect(detalhe).toBe(motivo);
    expect(registro.isEncerrado).toBe(true);
  });
});
