import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Dossie } from "../../../src/core/dossie/dossie.ts";
import { abrirLote } from "../../../src/data/pdf/lote.ts";
import type { FormatoDoLote, LotePronto } from "../../../src/data/pdf/lote-mensagens.ts";
import { dossieDeMao, ditosDoDossie, FONTES, MALHA } from "./dossie-de-mao.ts";
import { lerPdf, lidosEmOrdem, type PdfLido } from "./ler-pdf.ts";

async function escrito(dossies: readonly Dossie[], formato: FormatoDoLote = "documento"): Promise<LotePronto & { readonly bytes: Uint8Array }> {
  const lote = abrirLote({ formato, titulo: "Dossiês", data: "2026-11-22", mesh: MALHA, quantos: dossies.length }, FONTES);
  for (const dossie of dossies) await lote.juntar(dossie);
  const pronto = await lote.fechar();
  return { ...pronto, bytes: new Uint8Array(await pronto.arquivo.arrayBuffer()) };
}

const lido = async (dossies: readonly Dossie[]): Promise<PdfLido> => lerPdf((await escrito(dossies)).bytes);

describe("a dossier as PDF", () => {
  it("says what the model says, each text under its tag, in reading order", async () => {
    const dossie = dossieDeMao();
    const { raiz } = await lido([dossie]);
    expect(raiz.map(({ etiqueta }) => etiqueta)).toEqual(["Document"]);
    expect(lidosEmOrdem(raiz)).toEqual(ditosDoDossie(dossie));
  });

  it("has rows in its tables, items in its lists and scopes on its header cells", async () => {
    const [documento] = (await lido([dossieDeMao()])).raiz;
    const tabela = documento?.filhos.find(({ etiqueta }) => etiqueta === "Table");
    expect(tabela?.filhos.map(({ etiqueta }) => etiqueta)).toEqual(["Caption", "TR", "TR", "TR"]);
    expect(tabela?.filhos.slice(1).map(({ filhos }) => filhos.map(({ etiqueta, escopo }) => `${etiqueta} ${escopo ?? ""}`.trim()))).toEqual([
      ["TH /Column", "TH /Column", "TH /Column"],
      ["TH /Row", "TD", "TD"],
      ["TH /Row", "TD", "TD"],
    ]);
    const listas = documento?.filhos.filter(({ etiqueta }) => etiqueta === "L") ?? [];
    expect(listas.map(({ titulo, filhos }) => [titulo, filhos.map(({ etiqueta }) => etiqueta)])).toEqual([
      ["Destaques", ["LI", "LI"]],
      ["Perguntas", ["LI"]],
    ]);
  });

  it("is one A4 page in Portuguese with a title, bookmarks, and no text outside its tags", async () => {
    const { paginas, idioma, titulo, isMarcado, marcadores, soltos } = await lido([dossieDeMao()]);
    expect(paginas.map(({ largura, altura }) => [largura, altura])).toEqual([[595.28, 841.89]]);
    expect([idioma, titulo, isMarcado, soltos]).toEqual(["pt-BR", "Dossiês", true, []]);
    expect(marcadores.map((marcador) => marcador.titulo)).toEqual(["Dossiê de Poxoréu", "O que chama atenção", "Rede de proteção", "Indicadores", "O que perguntar na visita"]);
  });

  it("names on its map are text, with the counts and the scale", async () => {
    const [documento] = (await lido([dossieDeMao()])).raiz;
    const figura = documento?.filhos.find(({ etiqueta }) => etiqueta === "Figure");
    for (const dito of ["Poxoréu", "2", "1", "20 km"]) expect(figura?.texto).toContain(dito);
  });

  it("keeps every line between the margins, and sets fuller pages smaller", async () => {
    const curto = dossieDeMao();
    const cheio: Dossie = { ...curto, secoes: [...curto.secoes, ...Array.from({ length: 6 }, () => curto.secoes[0]).flatMap((secao) => secao ?? [])] };
    const [umCurto, umCheio] = [await lido([curto]), await lido([cheio])];
    const corpos = [umCurto, umCheio].map(({ paginas }) => Math.min(...(paginas[0]?.linhas.map(({ corpo }) => corpo) ?? [])));
    expect(umCheio.paginas).toHaveLength(1);
    expect(corpos[1]).toBeLessThan(corpos[0] ?? 0);
    for (const { x, y } of umCheio.paginas[0]?.linhas ?? []) {
      expect(x).toBeGreaterThanOrEqual(33.9);
      expect(x).toBeLessThan(595.28 - 34);
      expect(y).toBeGreaterThanOrEqual(34);
      expect(y).toBeLessThan(841.89 - 34);
    }
  });

  it("takes another sheet, and says so, when it is too full even at the least size", async () => {
    const um = dossieDeMao();
    const demais: Dossie = { ...um, secoes: Array.from({ length: 30 }, () => um.secoes[0]).flatMap((secao) => secao ?? []) };
    const { folhas, maisDeUma, bytes } = await escrito([demais]);
    const { paginas, raiz } = lerPdf(bytes);
    expect(folhas).toBe(paginas.length);
    expect(folhas).toBeGreaterThan(1);
    expect(maisDeUma).toEqual(["Poxoréu"]);
    expect(lidosEmOrdem(raiz)).toEqual(ditosDoDossie(demais));
  });

  it("is the same file, byte for byte, for the same data", async () => {
    const [um, outro] = [await escrito([dossieDeMao()]), await escrito([dossieDeMao()])];
    expect(Buffer.from(um.bytes).equals(Buffer.from(outro.bytes))).toBe(true);
  });

  it("shows the reader of this test a letter that the font does not have", async () => {
    const dossie = { ...dossieDeMao(), subtitulo: "a ≥ b" };
    expect(lidosEmOrdem((await lido([dossie])).raiz)).not.toEqual(ditosDoDossie(dossie));
  });
});

describe("a batch of dossiers", () => {
  const varios = [dossieDeMao("Poxoréu", 5107008), dossieDeMao("Cuiabá", 5103403), dossieDeMao("Mirassol d'Oeste", 5105622)];

  it("is one document with a section, a page and a bookmark for each", async () => {
    const { raiz, paginas, marcadores } = await lido(varios);
    const [documento] = raiz;
    expect(paginas).toHaveLength(3);
    expect(documento?.filhos.map(({ etiqueta, titulo }) => [etiqueta, titulo])).toEqual(varios.map(({ titulo }) => ["Sect", titulo]));
    expect(documento?.filhos.map(({ filhos }) => lidosEmOrdem(filhos))).toEqual(varios.map(ditosDoDossie));
    expect(marcadores.map(({ titulo, filhos }) => [titulo, filhos.length])).toEqual(varios.map(({ titulo }) => [titulo, 4]));
  });

  it("is a zip with a document for each, under plain names", async () => {
    const { bytes, folhas, arquivo } = await escrito(varios, "zip");
    const arquivos = unzipSync(bytes);
    expect([arquivo.type, folhas]).toEqual(["application/zip", 3]);
    expect(Object.keys(arquivos)).toEqual(["dossie-5107008-poxoreu.pdf", "dossie-5103403-cuiaba.pdf", "dossie-5105622-mirassol-doeste.pdf"]);
    expect(Object.values(arquivos).map((pdf) => lidosEmOrdem(lerPdf(pdf).raiz))).toEqual(varios.map(ditosDoDossie));
  });
});
