// @vitest-environment jsdom
import { File as FileWithBytes } from "node:buffer";
import { act } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { rankDraws } from "../../../../src/core/metodo/draws.ts";
import { drawInputOf } from "../../../../src/core/metodo/priority-draws.ts";
import { preparePriority, scorePriority } from "../../../../src/core/metodo/priority.ts";
import type { DrawsClient, DrawsNews } from "../../../../src/data/metodo/draws-client.ts";
import { opcoesDosSorteios } from "../../../../src/views/prioridades/use-sorteios.ts";
import { button, click, only, render, settle, type } from "../../../ui/render.tsx";
import { CATALOGO, COLUNAS, METODO, MUNICIPIOS } from "../fixture.ts";
import { Pagina } from "./pagina.tsx";

beforeEach(() => {
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
  vi.stubGlobal("matchMedia", (media: string) => ({ media, matches: false, addEventListener: () => undefined, removeEventListener: () => undefined }));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

const wait = (ms: number): Promise<void> => settle(new Promise((resolve) => setTimeout(resolve, ms)));
const until = async (is: () => boolean): Promise<void> => {
  for (let tries = 0; !is(); tries += 1) {
    if (tries > 100) throw new Error("it never came");
    await wait(20);
  }
};
const section = (host: HTMLElement, titulo: string): HTMLElement => {
  const found = [...host.querySelectorAll<HTMLElement>(".prioridades-bloco")].find((s) => s.querySelector("h3")?.textContent === titulo);
  if (found === undefined) throw new Error(`no part "${titulo}"`);
  return found;
};
const cells = (row: Element): string[] => [...row.children].map((cell) => cell.textContent);
const rows = (part: HTMLElement): string[][] => [...part.querySelectorAll("tbody tr.table-row")].map(cells);

/** A worker that answers only when the test says so. */
function aMano() {
  const ouvintes: ((news: DrawsNews) => void)[] = [];
  const parou = vi.fn();
  const abrir = (): DrawsClient => ({
    draw: (_data, _options, onNews) => void ouvintes.push(onNews),
    stop: parou,
    close: () => undefined,
  });
  const diz = (news: DrawsNews, qual = ouvintes.length - 1): void => {
    act(() => {
      ouvintes[qual]?.(news);
    });
  };
  return { abrir, diz, parou, pedidos: () => ouvintes.length };
}

const PREPARADA = preparePriority(METODO, CATALOGO, COLUNAS, MUNICIPIOS);
const OPCOES = opcoesDosSorteios({ preparada: PREPARADA, metodo: METODO, scores: scorePriority(PREPARADA) });
const RESUMO = rankDraws(drawInputOf(PREPARADA), OPCOES);

describe("how solid the list is", () => {
  it("waits for the draws without a number, then says the sentence and shows each municipality's figures", async () => {
    const { host } = render(<Pagina />);
    expect(host.textContent).toContain("Sorteando 200 vezes");
    const part = section(host, "Município por município");
    expect(rows(part)[0]?.[4]).toContain("à espera dos sorteios");
    await until(() => host.textContent.includes("Em 200 sorteios"));
    const first = rows(part)[0] ?? [];
    const { all } = RESUMO;
    expect(first.slice(0, 3)).toEqual(["Água Fria", "1º", "firme"]);
    expect(first[3]).toBe(String(Math.floor(100 * (all.top[0] ?? 0) + 1e-9)));
    expect(first[4]).toBe(`${all.median[0]}º`);
    expect(first[5]).toBe(all.low[0] === all.high[0] ? String(all.low[0]) : `${all.low[0]} a ${all.high[0]}`);
    expect(rows(part).at(-1)?.[1]).toBe("dados insuficientes");
    expect(rows(part).at(-1)?.[2]).toContain("sem nota");
  });

  it("shows the two kinds of doubt apart", async () => {
    const { host } = render(<Pagina />);
    await until(() => host.textContent.includes("Em 200 sorteios"));
    expect(rows(section(host, "De onde vem a dúvida")).map(([nome]) => nome)).toEqual(["Ruído dos números", "Escolha do método", "Tudo junto"]);
  });

  it("keeps nothing of an answer to another question: after a change all waits for the new draws", () => {
    const { abrir, diz, pedidos } = aMano();
    const { host } = render(<Pagina abrir={abrir} />);
    diz({ tipo: "estimativa", resumo: RESUMO });
    expect(host.textContent).toContain("Em 200 sorteios");
    type(only<HTMLInputElement>(host, ".prioridades-firmeza-controles input[type=range]"), "50");
    expect(pedidos()).toBe(2);
    expect(host.textContent).not.toContain("Em 200 sorteios");
    expect(rows(section(host, "Município por município"))[0]?.[2]).toContain("à espera dos sorteios");
    diz({ tipo: "estimativa", resumo: RESUMO }, 0);
    expect(rows(section(host, "Município por município"))[0]?.[2]).toContain("à espera dos sorteios");
  });

  it("tells how far it is, can be cancelled keeping what was drawn, and begun again", () => {
    const { abrir, diz, parou, pedidos } = aMano();
    const { host } = render(<Pagina abrir={abrir} />);
    diz({ tipo: "andamento", feitos: 40 });
    expect(only(host, ".prioridades-sorteios").textContent).toContain("40 de 200");
    click(button(host, "Cancelar"));
    expect(parou).toHaveBeenCalledOnce();
    diz({ tipo: "estimativa", resumo: { ...RESUMO, drawn: 50 } });
    expect(only(host, ".prioridades-sorteios").textContent).toContain("Parado com 50 de 200 sorteios");
    expect(host.textContent).toContain("Com 50 de 200 sorteios feitos");
    click(button(host, "Recomeçar os sorteios"));
    expect(pedidos()).toBe(2);
    expect(host.textContent).toContain("Sorteando…");
  });

  it("says in words that the draws failed, and the rest of the part still works", () => {
    const { abrir, diz } = aMano();
    const { host } = render(<Pagina abrir={abrir} />);
    diz({ tipo: "falha", detalhe: "out of memory" });
    expect(only(host, ".prioridades-sorteios [role=status]").textContent).toBe(
      "Os sorteios pararam antes do fim (out of memory). Recomece; se continuar, recarregue a página.",
    );
    expect(rows(section(host, "E se faltasse um indicador?")).length).toBe(4);
  });

  it("moves the method's concentration with the handle, in steps of five per cent from 10 to 60", () => {
    const { abrir, pedidos } = aMano();
    const { host } = render(<Pagina abrir={abrir} />);
    const handle = only<HTMLInputElement>(host, ".prioridades-firmeza-controles input[type=range]");
    expect([handle.min, handle.max, handle.step, handle.value]).toEqual(["10", "60", "5", "30"]);
    type(handle, "45");
    expect(handle.getAttribute("aria-valuetext")).toBe("45\u00a0%");
    expect(pedidos()).toBe(2);
  });
});

describe("the list leaning and compared", () => {
  it("chooses a municipality from the table for the smallest change of weight, and the address keeps it", () => {
    const mudancas: unknown[] = [];
    const { host } = render(<Pagina abrir={aMano().abrir} onEstado={(mudanca) => mudancas.push(mudanca)} />);
    const part = section(host, "Quanto falta para entrar ou sair?");
    expect(part.textContent).toContain("Esperança está em 3º, fora dos 2 da lista. Entraria se o peso de");
    const linha = [...section(host, "Município por município").querySelectorAll("tbody th")].find((th) => th.textContent === "Água Fria");
    click(linha ?? host);
    expect(mudancas).toEqual([{ municipio: 9900001 }]);
    expect(part.textContent).toContain("Nenhuma mudança de um só peso o tira dela.");
  });

  it("says who enters and who leaves against the default only when the method is another", () => {
    const igual = render(<Pagina abrir={aMano().abrir} />);
    expect(section(igual.host, "O que mudou em relação ao método padrão?").textContent).toContain("O método em vigor é o padrão");
    const metodo = { ...METODO, dimensoes: METODO.dimensoes.map((d) => (d.id === "social" ? { ...d, peso: 0 } : d)) };
    const { host } = render(<Pagina metodo={metodo} abrir={aMano().abrir} />);
    const part = section(host, "O que mudou em relação ao método padrão?");
    expect(part.textContent).toContain("Em relação ao método padrão, entra Esperança e sai Barra d'Oeste.");
    expect(rows(part)).toEqual([
      ["Esperança", "entra", "3", "2"],
      ["Barra d'Oeste", "sai", "2", "3"],
    ]);
  });
});

describe("an index from a file", () => {
  const LUGARES = {
    ufs: [[99, "ZZ", "Estado Inventado"]],
    codigos: MUNICIPIOS.map(({ codigo }) => codigo),
    nomes: MUNICIPIOS.map(({ nome }) => nome),
    siafi: MUNICIPIOS.map((_, i) => i),
    variantes: [],
  };
  const choose = async (host: HTMLElement, name: string, text: string): Promise<void> => {
    const input = only<HTMLInputElement>(host, "input[type=file]");
    Object.defineProperty(input, "files", { configurable: true, value: [new FileWithBytes([text], name)] });
    act(() => {
      input.dispatchEvent(new Event("change", { bubbles: true }));
    });
    await until(() => !host.textContent.includes(`Lendo ${name}`));
  };

  beforeEach(() => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response(JSON.stringify(LUGARES))));
  });

  it("is compared by its cut and kept when the next file is refused, with the reason", async () => {
    const { host } = render(<Pagina abrir={aMano().abrir} />);
    const part = section(host, "A lista e um índice de fora");
    await choose(host, "indice.csv", "Município;Índice\nÁgua Fria;0,30\nBarra d'Oeste;0,70\nEsperança;0,40\nCidade Que Não Há;0,20\n");
    expect(part.textContent).toContain("2 municípios estão abaixo de 0,50 no índice: 1 também entre os 2 da lista e 1 fora dela");
    expect(part.textContent).toContain("Linha 5 (“Cidade Que Não Há”): Nenhum município do Brasil tem este nome.");
    expect(rows(part)[0]).toEqual(["Água Fria", "1", "0,300", "1", "nas duas"]);
    await choose(host, "outro.csv", "ano;valor\n2024;0,3\n");
    expect(only(part, "[role=alert]").textContent).toContain("outro.csv não foi lido");
    expect(only(part, "[role=alert]").textContent).toContain("O arquivo não tem uma coluna de município.");
    expect(rows(part)[0]).toEqual(["Água Fria", "1", "0,300", "1", "nas duas"]);
    click(button(part, "Tirar da página"));
    expect(rows(part)).toEqual([]);
  });

  it("says what to do when the list of places does not arrive", async () => {
    vi.stubGlobal("fetch", () => Promise.resolve(new Response("", { status: 503 })));
    const { host } = render(<Pagina abrir={aMano().abrir} />);
    await choose(host, "indice.csv", "Município;Índice\nÁgua Fria;0,30\n");
    expect(only(host, "[role=alert]").textContent).toContain("HTTP 503");
  });
});
