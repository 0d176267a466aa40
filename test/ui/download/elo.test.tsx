// @vitest-environment jsdom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { SvgActions } from "../../../src/ui/chart/SvgActions.tsx";
import { AvisoDoElo } from "../../../src/ui/download/AvisoDoElo.tsx";
import { DadosDaPaginaProvider } from "../../../src/ui/download/dados-da-pagina.ts";
import { hashDosDadosEmUso } from "../../../src/ui/download/dados-em-uso.ts";
import { eloDaPagina, outrosDadosNoElo, semElo } from "../../../src/ui/download/elo.ts";
import { FigureActions } from "../../../src/ui/download/FigureActions.tsx";
import { button, click, render, settle } from "../render.tsx";

const A = { nome: "dados", hash: `aaaaaaaaaaaaaaaa${"1".repeat(48)}` } as const;
const B = { nome: "dados", hash: `bbbbbbbbbbbbbbbb${"1".repeat(48)}` } as const;
const PAGINA = "https://exemplo.org/mirante/?mapa=svg#/cobertura?parte=mapa&ano=2025";

describe("the link to what is on screen", () => {
  it("keeps the state after the # and says in the query string of which data it is", () => {
    expect(eloDaPagina(PAGINA, A)).toBe("https://exemplo.org/mirante/?mapa=svg&dados=aaaaaaaaaaaaaaaa#/cobertura?parte=mapa&ano=2025");
  });

  it("made again from a page opened by a link says the data of now, once", () => {
    expect(eloDaPagina(eloDaPagina(PAGINA, A), B)).toBe("https://exemplo.org/mirante/?mapa=svg&dados=bbbbbbbbbbbbbbbb#/cobertura?parte=mapa&ano=2025");
  });

  it("is of other data exactly when its digits are not those in use", () => {
    expect(outrosDadosNoElo(eloDaPagina(PAGINA, A), A)).toBeNull();
    expect(outrosDadosNoElo(PAGINA, A)).toBeNull();
    expect(outrosDadosNoElo(eloDaPagina(PAGINA, A), B)).toBe("aaaaaaaaaaaaaaaa");
    // A release and the data in use are not compared with one another.
    expect(outrosDadosNoElo(eloDaPagina(PAGINA, A), { nome: "publicacao", hash: B.hash })).toBeNull();
    expect(semElo(eloDaPagina(PAGINA, A), A)).toBe(PAGINA);
  });

  it("changes with each file loaded and with their order, and is that of the bundled data without any", () => {
    const carga = (sha256: string) => ({ id: "denuncias", modo: "acrescenta", carga: { sha256 } }) as unknown as Parameters<typeof hashDosDadosEmUso>[1][number];
    const x = carga("x");
    const y = carga("y");
    expect(hashDosDadosEmUso("base", [])).toBe("base");
    expect(new Set([[], [x], [y], [x, y], [y, x]].map((loads) => hashDosDadosEmUso("base", loads))).size).toBe(5);
  });
});

describe("a page opened by a link", () => {
  beforeEach(() => {
    history.replaceState(null, "", "/?mapa=svg&dados=aaaaaaaaaaaaaaaa#/cobertura");
  });
  afterEach(() => {
    history.replaceState(null, "", "/");
  });

  it("over other data says so until the reader goes on, and then forgets it", () => {
    const { host } = render(<AvisoDoElo dados={B} />);
    expect(host.querySelector("[role=alert]")?.textContent).toContain("Este link foi feito com outros dados. Os números desta página podem não ser os que você viu ou recebeu. O link traz aaaaaaaaaaaaaaaa; agora os dados são bbbbbbbbbbbbbbbb.");
    click(button(host, "Continuar com os números de agora"));
    expect(host.textContent).toBe("");
    expect(location.search).toBe("?mapa=svg");
    expect(location.hash).toBe("#/cobertura");
  });

  it("over the same data says nothing", () => {
    expect(render(<AvisoDoElo dados={A} />).host.textContent).toBe("");
  });

  it("whose task says it by itself is not told twice", () => {
    history.replaceState(null, "", "/?dados=aaaaaaaaaaaaaaaa#/prioridades?dados=cccccccccccccccc");
    expect(render(<AvisoDoElo dados={B} />).host.textContent).toBe("");
  });
});

describe("the buttons of a figure", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  const acoes = (imagem: ((formato: "png" | "svg") => Promise<Blob>) | null) => (
    <DadosDaPaginaProvider value={A}>
      <FigureActions desenho="mapa" isTable={false} onTable={() => undefined} arquivo="mapa" csv={() => Promise.resolve("")} imagem={imagem} />
    </DadosDaPaginaProvider>
  );

  it("save pixels and vectors each in its own format", async () => {
    vi.stubGlobal("URL", Object.assign(URL, { createObjectURL: () => "blob:x", revokeObjectURL: () => undefined }));
    const salvos: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
      salvos.push(this.download);
    });
    const pedidos: string[] = [];
    const { host } = render(acoes((formato) => {
      pedidos.push(formato);
      return Promise.resolve(new Blob(["x"]));
    }));
    click(button(host, "Baixar PNG"));
    click(button(host, "Baixar SVG"));
    await settle(Promise.resolve());
    expect(pedidos).toEqual(["png", "svg"]);
    expect(salvos).toEqual(["mapa.png", "mapa.svg"]);
  });

  it("offer no image where there is nothing drawn", () => {
    const { host } = render(acoes(null));
    expect(host.textContent).not.toMatch(/PNG|SVG/);
  });

  it("copy a link that says of which data it is", async () => {
    const copiados: string[] = [];
    vi.stubGlobal("navigator", { clipboard: { writeText: (text: string) => Promise.resolve(copiados.push(text)) } });
    history.replaceState(null, "", "/#/cobertura?ano=2025");
    const { host } = render(acoes(null));
    click(button(host, "Copiar link"));
    await settle(Promise.resolve());
    expect(copiados).toEqual([`${location.origin}/?dados=aaaaaaaaaaaaaaaa#/cobertura?ano=2025`]);
    expect(host.textContent).toContain("Link copiado");
  });

  it("show the link to be selected where the browser does not let it be copied", async () => {
    vi.stubGlobal("navigator", { clipboard: { writeText: () => Promise.reject(new Error("no")) } });
    history.replaceState(null, "", "/#/cobertura");
    vi.spyOn(console, "error").mockImplementation(() => undefined);
    const { host } = render(acoes(null));
    click(button(host, "Copiar link"));
    await settle(Promise.resolve());
    expect(host.querySelector("input")?.value).toBe(`${location.origin}/?dados=aaaaaaaaaaaaaaaa#/cobertura`);
  });
});

describe("a drawing that is neither a chart's frame nor a map's", () => {
  afterEach(() => {
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });

  it("says what to do when it is not there to be saved", async () => {
    const quadro = { titulo: "t", subtitulo: "", legenda: [], cabecalho: { titulo: "t", fontes: [], filtros: [], dataReferencia: "2026-10-31", demonstracao: false } };
    const { host } = render(<SvgActions desenho={() => null} quadro={quadro} arquivo="mapa" />);
    click(button(host, "Baixar SVG"));
    await settle(Promise.resolve());
    expect(host.textContent).toContain("recarregue a página e tente de novo. Motivo: Error: o desenho ainda não está na página");
  });
});
