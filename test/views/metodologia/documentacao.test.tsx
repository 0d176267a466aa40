// @vitest-environment jsdom
import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { createRoot } from "react-dom/client";
import { beforeAll, describe, expect, it, vi } from "vitest";
import type { Fonte, Indicador } from "../../../src/core/indicador.ts";
import type { Territorio } from "../../../src/core/territorio.ts";
import { indicadoresDoMetodo, methodHash, type Metodo } from "../../../src/core/metodo/method.ts";
import { readMetodo } from "../../../src/data/metodo/parse.ts";
import type { Session } from "../../../src/data/session/session.ts";
import { normaHref } from "../../../src/ui/norma/NormaLink.tsx";
import { ancoraArtigo, enderecoDe } from "../../../src/views/metodologia/ancora.ts";
import { codec, PADRAO } from "../../../src/views/metodologia/estado.ts";
import MetodologiaView from "../../../src/views/metodologia/View.tsx";

const NO_LOADS: readonly never[] = [];

const data = join(dirname(fileURLToPath(import.meta.url)), "../../../data");
const read = <T,>(file: string): T => JSON.parse(readFileSync(join(data, file), "utf8")) as T;

const catalogo = read<readonly Indicador[]>("catalogo.json");
const fontes = read<readonly Fonte[]>("fontes.json");
const territorio = read<Territorio>("territorio.json");
const metodo = theMethod();

function theMethod(): Metodo {
  const { metodo: lido, problemas } = readMetodo(readFileSync(join(data, "metodo.json"), "utf8"), catalogo);
  if (lido === null) throw new Error(problemas.map(({ mensagem }) => mensagem).join(" "));
  return lido;
}

const EXTRATOS: ReturnType<Session["extracts"]> = [];

/** A session with nothing loaded and no engine: the page draws from the snapshot alone. */
const session: Session = {
  phase: () => ({ phase: "idle" }),
  version: () => 0,
  extracts: () => EXTRATOS,
  subscribe: () => () => undefined,
  start: () => Promise.resolve(),
  ask: () => Promise.reject(new Error("the page must not ask the engine")),
  askColumns: () => Promise.reject(new Error("the page must not ask the engine")),
  load: () => Promise.resolve(),
  remove: () => Promise.resolve(),
  restore: () => Promise.resolve(),
  loads: () => NO_LOADS,
};

const page = document.createElement("div");

beforeAll(async () => {
  vi.stubGlobal("IS_REACT_ACT_ENVIRONMENT", true);
  vi.stubGlobal("matchMedia", () => ({ matches: true }));
  document.body.append(page);
  await act(async () => {
    createRoot(page).render(
      <QueryClientProvider client={new QueryClient()}>
        <MetodologiaView
          estado={PADRAO}
          mudar={() => undefined}
          session={session}
          topologyUrl=""
          lugaresUrl=""
          snapshot={{
            hash: "teste",
            dataReferencia: "2026-10-31",
            territorio,
            fontes,
            catalogo,
            metodo,
            municipios: [],
            colunas: [],
            mesh: { width: 1, height: 1, paths: [], sedes: [], regioes: "", vizinhos: [], nota: "" },
            extratos: EXTRATOS,
          }}
        />
      </QueryClientProvider>,
    );
    await Promise.resolve();
  });
});

const byId = (id: string): Element | null => page.querySelector(`[id="${id}"]`);

describe("the method page documents", () => {
  it.each(catalogo.map(({ id, nome }) => [id, nome]))("indicator %s under its own heading", (id, nome) => {
    const heading = byId(`indicador-${id}`);
    expect(heading?.tagName).toBe("H3");
    expect(heading?.textContent).toBe(nome);
  });

  it("each indicator's question, formula, cadence and caveat in the words of the catalogue", () => {
    for (const { id, pergunta, formula, cadencia, ressalva } of catalogo) {
      const ficha = byId(`indicador-${id}`)?.closest("article")?.textContent ?? "";
      for (const texto of [pergunta, formula, cadencia, ressalva]) expect(ficha, id).toContain(texto);
    }
  });

  it.each(territorio.normas.map(({ id, nomeCurto }) => [id, nomeCurto]))("norm %s, where links to it lead", (id, nome) => {
    const params = new URLSearchParams(normaHref(id).split("?")[1]);
    const { secao } = codec.decode(Object.fromEntries(params));
    expect(byId(secao ?? "")?.textContent).toBe(nome);
  });

  it("every article of every norm at an address of its own", () => {
    for (const { id, artigos } of territorio.normas) {
      for (const { ref, resumo } of artigos) {
        expect(byId(ancoraArtigo(id, ref))?.textContent, `${id} ${ref}`).toBe(`${ref}${resumo}`);
      }
    }
  });

  it("every source, with its address written out where it has one", () => {
    for (const { id, url } of fontes) {
      const fonte = byId(`fonte-${id}`)?.closest("article");
      expect(fonte?.tagName, id).toBe("ARTICLE");
      if (url !== null) expect(fonte?.textContent, id).toContain(url);
    }
  });

  it("every indicator of the method in the table of goalposts, with origin, source and validity", () => {
    const linhas = [...(byId("metodo-balizas")?.parentElement?.querySelectorAll(".metodologia-balizas tbody") ?? [])].map((tbody) => tbody.textContent);
    const usados = indicadoresDoMetodo(metodo);
    expect(linhas).toHaveLength(usados.length);
    usados.forEach(({ id, baliza, validadeMeses }, i) => {
      expect(linhas[i], id).toContain(catalogo.find((indicador) => indicador.id === id)?.nome);
      expect(linhas[i], id).toContain(baliza.fonte);
      expect(linhas[i], id).toContain(`${validadeMeses} meses`);
    });
  });

  it("the method's own hash, seeds and number of places", () => {
    expect(byId("metodo-selo")?.closest("article")?.textContent).toContain(methodHash(metodo));
    expect(byId("metodo-sorteios")?.closest("article")?.textContent).toContain(`“${metodo.semente}”`);
    expect(byId("metodo-planejamento")?.closest("article")?.textContent).toContain(`“${metodo.planejamento.sementeReserva}”`);
    expect(byId("metodo-planejamento")?.closest("article")?.textContent).toContain("35 municípios");
  });

  it("nothing twice under one anchor, and no link to an anchor that is not there", () => {
    const ids = [...page.querySelectorAll("[id]")].map(({ id }) => id);
    expect(ids.filter((id, i) => ids.indexOf(id) !== i)).toEqual([]);
    const links = [...page.querySelectorAll<HTMLAnchorElement>('a[href^="#/metodologia?secao="]')];
    expect(links.length).toBeGreaterThan(catalogo.length);
    const alvos = new Set(ids.map((id) => enderecoDe(id)));
    expect(links.map((a) => a.getAttribute("href") ?? "").filter((href) => !alvos.has(href))).toEqual([]);
  });
});
