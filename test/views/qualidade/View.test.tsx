// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Fonte } from "../../../src/core/indicador.ts";
import type { Municipio } from "../../../src/core/municipio.ts";
import { avaliar } from "../../../src/core/qualidade/avaliar.ts";
import { montarPainel } from "../../../src/core/qualidade/painel.ts";
import type { LivroDeRegras } from "../../../src/core/qualidade/regra.ts";
import type { Territorio } from "../../../src/core/territorio.ts";
import type { Snapshot } from "../../../src/data/snapshot/snapshot.ts";
import type { GuardaDeMarcas } from "../../../src/views/qualidade/acompanhamento-store.ts";
import type { Avaliador } from "../../../src/views/qualidade/avaliador.ts";
import { codec, type Estado, PADRAO } from "../../../src/views/qualidade/estado.ts";
import { paginaDeQualidade } from "../../../src/views/qualidade/View.tsx";
import { metodo } from "../../core/metodo/a-method.ts";
import { BASE, indicador, MUNICIPIOS, pacote } from "../../core/qualidade/amostra.ts";
import { button, click, only, render, settle } from "../../ui/render.tsx";
import { SessionByHand } from "../../ui/session-double.ts";

const LIVRO: LivroDeRegras = {
  regras: [
    { ...BASE, id: "faixa", gravidade: "erro", tipo: "faixa", indicadores: { todos: true }, limites: { min: 0 } },
    { ...BASE, id: "falta", especie: "completude", gravidade: "sem-dado", tipo: "falta", indicadores: { todos: true }, esperado: "todos", parteMinima: 0.5, frase: "Não há {dado}." },
    { ...BASE, id: "atrasada", especie: "atualidade", tipo: "fonte-atrasada", carta: false, cadencias: [{ cadencia: "anual", meses: 24 }], frase: "“{indicador}” parou há {meses}." },
  ],
  familias: [],
  correcoes: [{ fonte: "fonte-a", onde: "no Censo SUAS", municipioCorrige: true }],
  carta: { abertura: "Pedimos que a equipe confira.", fecho: "Obrigado.", normas: [] },
};

const MUNICIPIOS_DA_BASE: readonly Municipio[] = MUNICIPIOS.map((m) => ({
  ...m,
  regiaoImediata: { codigo: 990001, nome: "Serra" },
  regiaoIntermediaria: null,
  sede: null,
  areaKm2: null,
  populacao: null,
  anoCenso: null,
}));

const FONTES: readonly Fonte[] = [
  { id: "fonte-a", nome: "Censo da Rede", orgao: "Ministério", url: null, licenca: "aberta", referencia: "2023", nota: "" },
];

const SNAPSHOT = {
  hash: "inventado",
  dataReferencia: "2026-10-31",
  territorio: { orgao: "Secretaria ZZ", nomeRegiao: "região imediata", normas: [], indice: { dimensoes: [] } } as unknown as Territorio,
  fontes: FONTES,
  catalogo: [indicador("a")],
  metodo: metodo(),
  municipios: MUNICIPIOS_DA_BASE,
  colunas: [],
  mesh: { width: 1, height: 1, paths: [], sedes: [], regioes: "", vizinhos: [], nota: "" },
  extratos: [],
} satisfies Snapshot;

const LINHAS = [
  { ...pacote({ indicador: "a", periodo: "2022", valores: [1, 2, 3, 4, 5] }), municipios: 5 },
  { ...pacote({ indicador: "a", periodo: "2023", valores: [1, 2, 3, 4, -5] }), municipios: 5 },
];

/** The worker's work, done here. */
const aqui: Avaliador = (pedido) =>
  Promise.resolve(avaliar({ ...pedido, painel: montarPainel(pedido.pacotes, pedido.municipios) }));

function memoria(): GuardaDeMarcas {
  let texto: string | null = null;
  return {
    ler: () => texto,
    gravar: (novo) => {
      texto = novo;
      return true;
    },
    aoMudar: () => () => undefined,
  };
}

let wide = true;

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
  vi.stubGlobal("matchMedia", (media: string) => ({
    media,
    matches: media.includes("min-width") ? wide : false,
    addEventListener: () => undefined,
    removeEventListener: () => undefined,
  }));
  vi.stubGlobal("scrollTo", () => undefined);
});

afterEach(() => {
  vi.unstubAllGlobals();
  wide = true;
});

/** The page with an address of its own, its figures answered and judged. */
async function open(inicial: Partial<Estado> = {}, avaliador: Avaliador = aqui, livro: unknown = LIVRO) {
  const session = new SessionByHand();
  const View = paginaDeQualidade(livro, { avaliador, guarda: memoria() });
  const enderecos: Record<string, string>[] = [];
  const client = new QueryClient();
  function Page() {
    const [params, setParams] = useState(codec.encode({ ...PADRAO, ...inicial }));
    return (
      <QueryClientProvider client={client}>
        <View
          estado={codec.decode(params)}
          mudar={(mudanca) => {
            const novo = codec.encode({ ...codec.decode(params), ...mudanca });
            enderecos.push(novo);
            setParams(novo);
          }}
          snapshot={SNAPSHOT}
          session={session}
          topologyUrl="about:blank"
          lugaresUrl="about:blank"
        />
      </QueryClientProvider>
    );
  }
  const { host } = render(<Page />);
  await settle();
  session.asked[0]?.answer(LINHAS);
  await settled(host);
  return { host, enderecos, session };
}

/** Waits for the judgement, or for what stands where it failed. */
async function settled(host: HTMLElement, pronta = ".qualidade-quadro, .qualidade-cartas, .states-error, .states-empty"): Promise<void> {
  for (let vez = 0; vez < 50 && host.querySelector(pronta) === null; vez += 1) await settle();
}

const sentence = (host: HTMLElement): string => only(host, ".states-sentence-text").textContent;

describe("the page", () => {
  it("asks for all figures once, and answers with what the rules found", async () => {
    const { host, session } = await open();
    expect(session.asked.map(({ name }) => name)).toEqual(["qualidade-valores"]);
    expect(sentence(host)).toBe("1 erro, nenhum dado a conferir e nenhum dado que falta, em 1 de 5 municípios; 1 de 1 série tem fonte atrasada em 31/10/2026.");
  });

  it("counts every state, and the states add up", async () => {
    const { host } = await open();
    const estados = [...host.querySelectorAll(".qualidade-estado")].map((b) => b.textContent.trim());
    expect(estados).toEqual(["erro 1", "a conferir 0", "sem dado 0", "ok 9", "não avaliado 0"]);
    expect(only(host, ".qualidade-total").textContent).toContain("= 10 dados");
  });

  it("goes from the counts to one municipality and back", async () => {
    const { host, enderecos } = await open();
    const linha = [...host.querySelectorAll(".qualidade-quadro tbody th")].find((th) => th.textContent === "Épsilon");
    click(linha ?? host);
    expect(enderecos.at(-1)).toEqual({ municipio: "9900005" });
    const celulas = [...host.querySelectorAll(".qualidade-quadro tbody tr.table-row td")].map((td) => td.textContent);
    expect(celulas).toEqual(["erro\u22125", "ok5"]);
    click(button(host, "Voltar ao quadro geral"));
    expect(enderecos.at(-1)).toEqual({});
  });

  it("filters by kind of rule with one button, pressed while it filters", async () => {
    const { host, enderecos } = await open();
    const completude = [...host.querySelectorAll(".qualidade-especie")][1] ?? host;
    click(completude);
    expect(enderecos.at(-1)).toEqual({ tipo: "completude" });
    expect(completude.getAttribute("aria-pressed")).toBe("true");
    expect(sentence(host)).toBe("Nada a conferir em 5 municípios.");
  });
});

describe("a finding", () => {
  it("opens in full beside the list, and its mark stays", async () => {
    const { host, enderecos } = await open();
    click([...host.querySelectorAll(".qualidade-itens tbody th")][0] ?? host);
    expect(enderecos.at(-1)).toEqual({ item: "faixa:a:2023:9900005" });
    const painel = only(host, ".panel-side");
    expect(painel.textContent).toContain("Conferir no Censo SUAS.");
    expect(painel.textContent).toContain("Ainda sem marca.");
    click(button(painel, "pedido ao município"));
    expect(painel.textContent).toContain("Marcado: pedido ao município em 31/10/2026.");
    expect(host.textContent).toContain("Acompanhamento: 1 marca");
    click(button(painel, "pedido ao município"));
    expect(painel.textContent).toContain("Ainda sem marca.");
  });

  it("has no place to type anything but days and searches", async () => {
    const { host } = await open({ item: "faixa:a:2023:9900005" });
    const campos = [...host.querySelectorAll("input, textarea")].map((campo) => campo.getAttribute("type"));
    expect(campos.filter((tipo) => !["search", "date", "checkbox", "file"].includes(tipo ?? ""))).toEqual([]);
  });

  it("found right leaves its municipality without a letter", async () => {
    const { host } = await open({ item: "faixa:a:2023:9900005" });
    expect(host.textContent).toContain("Cartas para 1 município; 4 municípios não têm o que conferir e ficam sem carta.");
    click(button(only(host, ".panel-side"), "conferido: está certo"));
    expect(host.textContent).toContain("Nenhuma carta a escrever aos municípios; 5 municípios não têm o que conferir");
  });

  it("is a card on a small screen", async () => {
    wide = false;
    const { host } = await open();
    expect(only(host, ".qualidade-lista-item").textContent).toContain("Épsilon");
    expect(button(host, "Filtros")).toBeInstanceOf(HTMLButtonElement);
  });
});

describe("the letters", () => {
  it("have a page of their own, dated, addressed and without signature", async () => {
    const { host, enderecos } = await open();
    click(button(host, "Ver a carta"));
    expect(enderecos.at(-1)).toEqual({ carta: "todas" });
    const carta = only(host, ".qualidade-carta");
    expect(carta.textContent).toContain("Secretaria ZZ");
    expect(carta.textContent).toContain("31/10/2026");
    expect(only(carta, "h2").textContent).toBe("À gestão municipal da assistência social de Épsilon");
    expect(document.activeElement).toBe(only(host, "h1"));
    click(button(host, "Voltar ao quadro"));
    expect(document.activeElement).toBe(button(host, "Ver a carta"));
  });

  it("say that a municipality without points gets none", async () => {
    const { host } = await open({ carta: 9900001 });
    expect(host.textContent).toContain("Nenhuma carta");
  });
});

describe("when something fails", () => {
  it("the rules say so, with a retry", async () => {
    let vezes = 0;
    const { host } = await open({}, (pedido) => {
      vezes += 1;
      return vezes === 1 ? Promise.reject(new Error("worker died")) : aqui(pedido);
    });
    expect(only(host, ".states-error").textContent).toContain("As regras de qualidade não puderam ser aplicadas.");
    expect(sentence(host)).toBe("Os dados não puderam ser conferidos.");
    click(button(host, "Tentar de novo"));
    await settled(host, ".qualidade-quadro");
    expect(sentence(host)).toContain("1 erro");
  });

  it("a territory without rules is told what is missing", async () => {
    const { host } = await open({}, aqui, { ...LIVRO, regras: [] });
    expect(host.textContent).toContain("Este território não tem regras de qualidade");
  });
});
