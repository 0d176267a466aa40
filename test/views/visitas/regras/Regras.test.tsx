// @vitest-environment jsdom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PlanClient } from "../../../../src/data/visitas/plan-client.ts";
import type { PlanNews, PlanTask } from "../../../../src/data/visitas/plan-messages.ts";
import Regras from "../../../../src/views/visitas/regras/Regras.tsx";
import { button, click, only } from "../../../ui/render.tsx";
import { CAMPO, ESPERANCA, PLANO } from "../mapa/amostra.ts";
import { abrirParte } from "../mapa/abrir.tsx";

beforeEach(() => {
  vi.stubGlobal("matchMedia", (media: string) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A worker that answers when told to. */
function cliente() {
  const pedidos: PlanTask[] = [];
  let fechado = 0;
  let ouvir: (news: PlanNews) => void = () => undefined;
  const client: PlanClient = {
    run: (task, onNews) => {
      pedidos.push(task);
      ouvir = onNews;
    },
    stop: () => undefined,
    close: () => {
      fechado += 1;
    },
  };
  const responder = (news: PlanNews): void => {
    act(() => {
      ouvir(news);
    });
  };
  return { client, pedidos, responder, fechado: () => fechado };
}

const linha = (host: HTMLElement, rotulo: string): string[] => {
  const row = [...host.querySelectorAll("tbody tr")].find((tr) => tr.querySelector("th")?.textContent === rotulo);
  return [...(row?.querySelectorAll("td") ?? [])].map((td) => td.textContent.replaceAll("\u00a0", " "));
};
const COTA = "Cota: ao menos 1 município da região Serra Alta";

describe("the part of rules and prices", () => {
  it("works out the price of the rule asked for, on the plan on screen, and says it in figures and words", () => {
    const { client, pedidos, responder } = cliente();
    const { host } = abrirParte(Regras, { abrirCliente: () => client });
    expect(linha(host, COTA).at(-1)).toBe("não calculado");
    const calcular = [...host.querySelectorAll("tbody button")].find((b) => b.textContent.endsWith(COTA));
    if (calcular === undefined) throw new Error("no button of the quota");
    click(calcular);
    expect(pedidos).toMatchObject([{ tipo: "preco", plano: PLANO, regra: { tipo: "cota", cota: 0 } }]);
    responder({ tipo: "andamento", feitas: 25, total: 100 });
    expect(linha(host, COTA)[0]).toBe("calculando (25 %)");
    responder({
      tipo: "preco",
      preco: { regra: { tipo: "cota", cota: 0 }, pontos: 12.34, valor: 13.2, km: -140, visitas: 0, dias: 0, demandas: 0, entram: [ESPERANCA], saem: [CAMPO], plano: PLANO },
      feitas: 100,
      total: 100,
      pronto: true,
    });
    expect(linha(host, COTA)).toEqual([
      "12,3",
      "+13,2",
      "0",
      "−140",
      "0",
      "Sem ela, o plano somaria 12,3 pontos a mais: a prioridade coberta subiria 13,2 pontos e 140 km a menos. Entraria Esperança; sairia Campo Novo.",
    ]);
    expect(host.textContent).toContain("1 preço calculado de 8.");
  });

  it("ends the worker when the reader leaves", () => {
    const { client, fechado } = cliente();
    const { host, update } = abrirParte(Regras, { abrirCliente: () => client });
    click(button(host, "Calcular todos os preços"));
    expect(fechado()).toBe(0);
    update(null);
    expect(fechado()).toBe(1);
  });

  it("does not price a plan that is still being searched", () => {
    const { host } = abrirParte(Regras, { andamento: { estado: "andando", feitas: 1, total: 2, erro: null } });
    expect(button(host, "Calcular todos os preços").disabled).toBe(true);
  });

  it("names what was demanded and has no place", () => {
    const { host } = abrirParte(Regras);
    expect(only(host, "section[aria-labelledby=visitas-demandas]").textContent).toContain("ao menos 2 municípios de porte Médio (falta 1)");
  });

  it("says how far the best plan may be, how that is known, and measures when asked", () => {
    let medidas = 0;
    const limite = { estado: "pronto", progresso: null, limite: 190, distancia: 0.0155, completo: false, erro: null, cancelar: () => undefined } as const;
    const { host } = abrirParte(Regras, {
      limite: {
        ...limite,
        calcular: () => {
          medidas += 1;
        },
      },
    });
    const texto = only(host, "section[aria-labelledby=visitas-limite]").textContent.replaceAll("\u00a0", " ");
    expect(texto).toContain("nenhum plano com estes ajustes soma mais de 190,0");
    expect(texto).toContain("Esta conta parou antes do fim");
    click(button(host, "Medir de novo"));
    expect(medidas).toBe(1);
  });
});
