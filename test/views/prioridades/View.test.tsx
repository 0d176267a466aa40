// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer } from "../../../src/data/queries/query.ts";
import type { Session } from "../../../src/data/session/session.ts";
import { codec, ESTADO_PADRAO, type Estado } from "../../../src/views/prioridades/estado.ts";
import { paginaDePrioridades } from "../../../src/views/prioridades/View.tsx";
import { PACTO } from "../../core/pacto/caso.ts";
import { button, click, only, press, render, settle, type } from "../../ui/render.tsx";
import { SNAPSHOT } from "./fixture.ts";

const lerPacto = vi.fn(() => Promise.resolve(PACTO));

/** No method here weighs complaints: their terms are never asked for. */
const View = paginaDePrioridades(
  () => Promise.reject(new Error("terms of complaints were asked for")),
  () => lerPacto(),
);

const NO_LOADS: readonly never[] = [];

/** An engine that never answers: the page must work from the snapshot alone. */
const SESSION: Session = {
  phase: () => IDLE,
  version: () => 0,
  extracts: () => SNAPSHOT.extratos,
  subscribe: () => () => undefined,
  start: () => new Promise<void>(() => undefined),
  ask: () => new Promise<Answer<never, never>>(() => undefined),
  askColumns: () => new Promise(() => undefined),
  load: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  restore: () => Promise.resolve(),
  loads: () => NO_LOADS,
};
const IDLE = { phase: "idle" } as const;

let wide = true;

beforeEach(() => {
  // No probing for a GPU here: the SVG map.
  history.replaceState(null, "", "?mapa=svg");
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe(): void {
        // No layout in this environment.
      }
      unobserve(): void {
        // No layout in this environment.
      }
      disconnect(): void {
        // No layout in this environment.
      }
    },
  );
  vi.stubGlobal("matchMedia", (media: string) => ({
    media,
    matches: media.includes("min-width") ? wide : false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  wide = true;
});

/** The page with an address of its own: what the shell does, in one variable. */
function open(inicial: Partial<Estado> = {}) {
  const enderecos: Record<string, string>[] = [];
  const comDados: string[] = [];
  const trocas: boolean[] = [];
  const client = new QueryClient();
  function Page() {
    const [params, setParams] = useState(codec.encode({ ...ESTADO_PADRAO, ...inicial }));
    return (
      <QueryClientProvider client={client}>
        <View
          estado={codec.decode(params)}
          mudar={(mudanca, opcoes) => {
            const novo = codec.encode({ ...codec.decode(params), ...mudanca });
            const { dados, ...resto } = novo;
            enderecos.push(resto);
            if (dados !== undefined) comDados.push(dados);
            trocas.push(opcoes?.replace ?? false);
            setParams(novo);
          }}
          snapshot={SNAPSHOT}
          session={SESSION}
          topologyUrl="about:blank"
          lugaresUrl="about:blank"
        />
      </QueryClientProvider>
    );
  }
  const { host } = render(<Page />);
  return { host, enderecos, trocas, comDados };
}

const names = (host: HTMLElement): string[] =>
  [...host.querySelectorAll(".prioridades-lista tbody tr.table-row th")].map((cell) => cell.textContent);
const rowOf = (host: HTMLElement, nome: string): HTMLElement => {
  const cell = [...host.querySelectorAll<HTMLElement>(".prioridades-lista tbody th")].find((th) => th.textContent === nome);
  const row = cell?.parentElement ?? null;
  if (row === null) throw new Error(`no row ${nome}`);
  return row;
};

describe("the page, before any engine", () => {
  it("opens with the sentence, the ranking by need and the norm that rules visits", () => {
    const { host } = open();
    expect(only(host, "h1").textContent).toContain("o município com mais necessidade de apoio");
    expect(names(host)).toEqual(["Água Fria", "Barra d'Oeste", "Esperança", "Campo Novo", "Divisa", "Fronteira"]);
    expect(only(host, "a.norma-link").textContent).toBe("Res. ZZ 1/2020, art. 9º");
  });

  it("lists last, without score, the municipality with insufficient data", () => {
    const { host } = open();
    const cells = [...rowOf(host, "Fronteira").children].map((cell) => cell.textContent);
    expect(cells[2]).toBe("dados insuficientes");
    expect(cells[1]).toContain("sem posição");
  });

  it("changes map, table and address with the indicator", () => {
    const { host, enderecos } = open();
    type(only<HTMLSelectElement>(host, ".prioridades-indicador select"), "rede");
    expect(enderecos.at(-1)).toEqual({ indicador: "rede" });
    expect(names(host).slice(0, 2)).toEqual(["Água Fria", "Esperança"]);
    expect([...rowOf(host, "Divisa").children].map((cell) => cell.textContent).slice(1, 4)).toEqual(["4º", "5", "2023"]);
    expect(only(host, ".prioridades-sentido").textContent).toContain("quanto maior, menos necessidade de apoio");
  });

  it("finds a municipality typed without accents", async () => {
    const { host, enderecos, trocas } = open();
    type(only<HTMLInputElement>(host, "input[type=search]"), "agua");
    await settle(new Promise((resolve) => setTimeout(resolve, 400)));
    expect(names(host)).toEqual(["Água Fria"]);
    expect(enderecos.at(-1)).toEqual({ busca: "agua" });
    expect(trocas.at(-1)).toBe(true);
  });

  it("opens the panel from the table, with points that add up, and closes it with Escape", () => {
    const { host, enderecos } = open();
    click(rowOf(host, "Barra d'Oeste").children[0] ?? host);
    expect(enderecos.at(-1)).toEqual({ municipio: "9900002" });
    const panel = only(host, ".panel-side");
    expect(panel.querySelector("h2")?.textContent).toBe("Barra d'Oeste");
    expect(panel.textContent).toContain("2ª maior necessidade de apoio entre 5 municípios com nota");
    const pontos = [...panel.querySelectorAll(".prioridades-linha-dimensao td:last-child")].map((td) => td.textContent);
    expect(pontos).toEqual(["+45,00", "+10,00"]);
    expect(only(panel, "tfoot td:last-child").textContent).toBe("55,00");
    expect(document.activeElement).toBe(panel.querySelector("h2"));
    press("Escape");
    expect(enderecos.at(-1)).toEqual({});
    expect(host.querySelector(".panel-side")).toBeNull();
  });

  it("ends the panel with whom to talk to, folded away and read only when opened", async () => {
    const { host } = open({ municipio: 9900002 });
    const card = only(host, ".panel-body").lastElementChild;
    if (!(card instanceof HTMLDetailsElement)) throw new Error("the panel does not end with a fold");
    await settle();
    expect(card.open).toBe(false);
    expect(card.textContent).toBe("Com quem falar sobre cada assunto");
    expect(lerPacto).not.toHaveBeenCalled();
    act(() => {
      card.open = true;
      card.dispatchEvent(new Event("toggle"));
    });
    for (let turn = 0; turn < 100 && card.querySelector("select") === null; turn += 1) await settle();
    const select = only<HTMLSelectElement>(card, "select");
    type(select, [...select.options].find(({ text }) => text === "PAIF")?.value ?? "");
    expect(card.textContent).toContain("Coordenadoria de Proteção Social Básica");
    expect(lerPacto).toHaveBeenCalledTimes(1);
  });

  it("leaves the focus alone when the address already names a municipality", () => {
    const { host } = open({ municipio: 9900003 });
    expect(only(host, ".panel-side").textContent).toContain("O que falta");
    expect(document.activeElement).toBe(document.body);
  });

  it("orders by position when the address asks for a column that the measure does not have", () => {
    const { host } = open({ indicador: "rede", ordem: { coluna: "completude", sentido: "desc" } });
    expect(names(host).slice(0, 2)).toEqual(["Água Fria", "Esperança"]);
  });

  it("ignores a municipality that does not exist", () => {
    expect(open({ municipio: 1234567 }).host.querySelector(".panel-side")).toBeNull();
  });

  it("says that the series waits for the engine", () => {
    const { host } = open({ municipio: 9900001, indicador: "rede" });
    expect(only(host, ".panel-side").textContent).toContain("Carregando o motor de dados para mostrar a série");
  });
});

describe("weights", () => {
  it("re-sort at once and reach the address a moment later, without history, only where they differ", () => {
    vi.useFakeTimers();
    const { host, enderecos, trocas } = open();
    click(button(host, "Pesos"));
    type(only<HTMLInputElement>(host, "#peso-social"), "0");
    expect(names(host).slice(0, 2)).toEqual(["Água Fria", "Esperança"]);
    expect(enderecos).toEqual([]);
    act(() => {
      vi.advanceTimersByTime(1000);
    });
    expect(enderecos).toEqual([{ metodo: "d.social.peso:0" }]);
    expect(trocas).toEqual([true]);
  });

  it("go back to the default with one button", () => {
    vi.useFakeTimers();
    const { host, enderecos } = open({ metodo: "d.servicos.peso:90,d.social.peso:0" });
    click(button(host, "Pesos (mudados)"));
    click(button(host, "Voltar ao método padrão"));
    act(() => {
      vi.advanceTimersByTime(1000);
    });
    expect(enderecos).toEqual([{}]);
    expect(button(host, "Voltar ao método padrão").disabled).toBe(true);
  });

  it("add no notice above the map while a handle moves, whatever they add up to", () => {
    const { host } = open();
    click(button(host, "Pesos"));
    type(only<HTMLInputElement>(host, "#peso-social"), "95");
    expect(host.querySelector(".prioridades-ressalvas")).toBeNull();
  });

  it("cannot all be zero: the last good weights stay, and what to do is said", () => {
    const { host, enderecos } = open({ metodo: "d.social.peso:0" });
    const antes = names(host);
    click(button(host, "Pesos (mudados)"));
    type(only<HTMLInputElement>(host, "#peso-servicos"), "0");
    expect(host.textContent).toContain("O peso de todas as dimensões é zero");
    expect(host.textContent).toContain("Dê peso maior que zero a pelo menos um. Nada mudou.");
    expect(names(host)).toEqual(antes);
    expect(enderecos).toEqual([]);
  });
});

describe("the figures an address was made with", () => {
  it("go into it with the first change, and are told when they are not those in use", () => {
    const { host, comDados } = open();
    expect(host.querySelector("[role=alert]")).toBeNull();
    act(() => {
      host.querySelector<HTMLElement>(".prioridades-lista tbody tr.table-row th")?.click();
    });
    expect(comDados).toHaveLength(1);
    expect(comDados[0]).toMatch(/^[0-9a-f]{16}$/);

    const { host: outro, comDados: depois } = open({ dados: "0123456789abcdef" });
    expect(only(outro, "[role=alert]").textContent).toContain("Este endereço foi feito com outros dados.");
    click(button(outro, "Continuar com os dados de agora"));
    expect(depois.at(-1)).toBe(comDados[0]);
    expect(outro.querySelector("[role=alert]")).toBeNull();
  });
});

describe("on a small screen", () => {
  it("keeps filters and weights in dialogs behind buttons that say how many are in use", () => {
    wide = false;
    const { host } = open({ regiao: [990001], porte: ["medio"], metodo: "d.social.peso:10" });
    expect(button(host, "Filtros (2)")).toBeInstanceOf(HTMLButtonElement);
    expect(button(host, "Pesos (mudados)")).toBeInstanceOf(HTMLButtonElement);
    expect(host.querySelector(".prioridades-gaveta")).toBeNull();
    expect(names(host)).toEqual(["Campo Novo"]);
  });
});
