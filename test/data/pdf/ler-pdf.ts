import { inflateSync } from "node:zlib";
import { type Dicionario, Leitor, type Valor } from "./valores.ts";

/** A tagged piece of a document, as an assistive technology is told of it. */
export interface Elemento {
  readonly etiqueta: string;
  readonly texto: string;
  readonly alternativa: string | null;
  readonly escopo: string | null;
  readonly titulo: string | null;
  readonly filhos: readonly Elemento[];
}

export interface PdfLido {
  readonly paginas: readonly { readonly largura: number; readonly altura: number; readonly linhas: readonly Posta[] }[];
  readonly raiz: readonly Elemento[];
  readonly idioma: Valor | undefined;
  readonly titulo: Valor | undefined;
  readonly isMarcado: boolean;
  /** Text that is neither tagged nor an artifact. */
  readonly soltos: readonly string[];
  /** Bookmarks, with those under each. */
  readonly marcadores: readonly Marcador[];
}

export interface Posta {
  readonly x: number;
  /** Baseline, from the foot of the page. */
  readonly y: number;
  readonly corpo: number;
  readonly texto: string;
}

export interface Marcador {
  readonly titulo: string;
  readonly filhos: readonly Marcador[];
}

interface Objeto {
  readonly valor: Valor;
  readonly fluxo: Buffer | null;
}

/** Reads what the tests ask of a PDF: text in its structure, pages and bookmarks. Written apart from the writer, from ISO 32000-1. */
export function lerPdf(bytes: Uint8Array): PdfLido {
  const buffer = Buffer.from(bytes);
  const fonte = buffer.toString("latin1");
  const objetos = new Map<number, Objeto>();
  const xref = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(fonte)?.[1]);
  const cabeca = /^xref\s+0 (\d+)\s+/.exec(fonte.slice(xref, xref + 60));
  if (cabeca === null) throw new Error("no table of objects");
  const quantos = Number(cabeca[1]);
  for (let n = 1; n < quantos; n += 1) {
    const linha = fonte.slice(xref + cabeca[0].length + 20 * n, xref + cabeca[0].length + 20 * n + 20);
    if (linha.includes("n")) objetos.set(n, objetoEm(buffer, fonte, Number(linha.slice(0, 10))));
  }
  const ver = (valor: Valor | undefined): Objeto => {
    if (isDicionario(valor) && "ref" in valor) {
      const achado = objetos.get(Number(valor.ref));
      if (achado === undefined) throw new Error(`no object ${String(valor.ref)}`);
      return achado;
    }
    return { valor: valor ?? null, fluxo: null };
  };
  const dic = (valor: Valor | undefined): Dicionario => {
    const lido = ver(valor).valor;
    if (!isDicionario(lido)) throw new Error(`${JSON.stringify(lido)} is no dictionary`);
    return lido;
  };
  const lista = (valor: Valor | undefined): readonly Valor[] => {
    const lido = ver(valor).valor;
    return Array.isArray(lido) ? (lido as readonly Valor[]) : lido === null ? [] : [lido];
  };

  const trailer = new Leitor(fonte, fonte.indexOf("trailer", xref) + "trailer".length).valor();
  const catalogo = dic(dic(trailer)["/Root"]);
  const conteudos = new Map<number, Conteudo>();
  const soltos: string[] = [];
  const paginas = lista(dic(catalogo["/Pages"])["/Kids"]).map((kid: Valor) => {
    const pagina = dic(kid);
    const fontes = new Map(
      entradasDe(dic(dic(pagina["/Resources"])["/Font"])).map(([nome, fonteDaPagina]) => [nome, paraUnicode(ver(dic(fonteDaPagina)["/ToUnicode"]).fluxo)]),
    );
    const conteudo = lerConteudo(ver(pagina["/Contents"]).fluxo?.toString("latin1") ?? "", fontes);
    conteudos.set(isDicionario(kid) ? Number(kid["ref" as `/${string}`]) : -1, conteudo);
    soltos.push(...conteudo.soltos);
    const [, , largura, altura] = lista(pagina["/MediaBox"]);
    return { largura: Number(largura), altura: Number(altura), linhas: conteudo.linhas };
  });

  const elemento = (valor: Valor): Elemento => {
    const dados = dic(valor);
    const pagina = dados["/Pg"];
    const daPagina = isDicionario(pagina) ? conteudos.get(Number(pagina["ref" as `/${string}`])) : undefined;
    let texto = "";
    const filhos: Elemento[] = [];
    for (const k of lista(dados["/K"])) {
      if (typeof k === "number") texto += daPagina?.marcados.get(k) ?? "";
      else filhos.push(elemento(k));
    }
    const atributos = dados["/A"] === undefined ? {} : dic(dados["/A"]);
    return {
      etiqueta: textoOuNulo(dados["/S"])?.slice(1) ?? "",
      texto,
      alternativa: textoOuNulo(dados["/Alt"]),
      escopo: textoOuNulo(atributos["/Scope"]),
      titulo: textoOuNulo(dados["/T"]),
      filhos,
    };
  };
  const marcadores = (pai: Dicionario): Marcador[] => {
    const achados: Marcador[] = [];
    for (let item = pai["/First"]; item !== undefined; item = dic(item)["/Next"]) {
      achados.push({ titulo: textoOuNulo(dic(item)["/Title"]) ?? "", filhos: marcadores(dic(item)) });
    }
    return achados;
  };
  return {
    paginas,
    raiz: lista(dic(catalogo["/StructTreeRoot"])["/K"]).map(elemento),
    idioma: catalogo["/Lang"],
    titulo: ver(dic(dic(trailer)["/Info"])["/Title"]).valor,
    isMarcado: catalogo["/MarkInfo"] !== undefined && dic(catalogo["/MarkInfo"])["/Marked"] === true,
    soltos,
    marcadores: catalogo["/Outlines"] === undefined ? [] : marcadores(dic(catalogo["/Outlines"])),
  };
}

function entradasDe(dicionario: Dicionario): readonly (readonly [string, Valor | undefined])[] {
  return Object.keys(dicionario).map((nome) => [nome, dicionario[nome as `/${string}`]]);
}

function textoOuNulo(valor: Valor | undefined): string | null {
  return typeof valor === "string" ? valor : null;
}

function isDicionario(valor: Valor | undefined): valor is Dicionario {
  return typeof valor === "object" && valor !== null && !Array.isArray(valor);
}

function objetoEm(buffer: Buffer, fonte: string, offset: number): Objeto {
  const leitor = new Leitor(fonte, fonte.indexOf("obj", offset) + 3);
  const valor = leitor.valor();
  leitor.pular();
  if (!fonte.startsWith("stream", leitor.pos) || !isDicionario(valor)) return { valor, fluxo: null };
  const de = fonte.indexOf("\n", leitor.pos) + 1;
  const cru = buffer.subarray(de, de + Number(valor["/Length"]));
  return { valor, fluxo: valor["/Filter"] === "/FlateDecode" ? inflateSync(cru) : cru };
}

/** Letters of each code of a font (9.10.3), as the writer's array of a range has them. */
function paraUnicode(cmap: Buffer | null): ReadonlyMap<number, string> {
  const codigos = new Map<number, string>();
  for (const [, de = "", , lista = ""] of (cmap?.toString("latin1") ?? "").matchAll(/<([0-9a-f]+)> <([0-9a-f]+)> \[([^\]]*)\]/g)) {
    [...lista.matchAll(/<([0-9a-f ]*)>/g)].forEach(([, unidades = ""], n) => {
      const letras = unidades.split(" ").map((unidade) => String.fromCharCode(Number.parseInt(unidade, 16)));
      codigos.set(Number.parseInt(de, 16) + n, letras.join(""));
    });
  }
  return codigos;
}

interface Conteudo {
  readonly marcados: ReadonlyMap<number, string>;
  readonly linhas: readonly Posta[];
  readonly soltos: readonly string[];
}

/** Text of a page by marked content (14.6). */
function lerConteudo(operacoes: string, fontes: ReadonlyMap<string, ReadonlyMap<number, string>>): Conteudo {
  const marcados = new Map<number, string>();
  const linhas: Posta[] = [];
  const soltos: string[] = [];
  /** Open marks: a number where the content has a place in the structure. */
  const abertos: (number | "artefato" | "outro")[] = [];
  let [fonte, corpo, x, y] = ["", 0, 0, 0];
  for (const linha of operacoes.replace(/<<\n([^>]*)\n>>/g, "<<$1>>").split("\n")) {
    const [, mcid] = /\/MCID (\d+)/.exec(linha) ?? [];
    if (linha.endsWith("BDC") || linha.endsWith("BMC")) abertos.push(mcid !== undefined ? Number(mcid) : linha.startsWith("/Artifact") ? "artefato" : "outro");
    else if (linha === "EMC") abertos.pop();
    else if (linha.endsWith(" Tf")) [fonte, corpo] = [linha.split(" ")[0] ?? "", Number(linha.split(" ")[1])];
    else if (linha.endsWith(" Tm")) [x, y] = [Number(linha.split(" ")[4]), Number(linha.split(" ")[5])];
    else if (linha.endsWith("TJ") || linha.endsWith("Tj")) {
      let texto = "";
      for (const [, hexa = ""] of linha.matchAll(/<([0-9a-f]+)>/g)) {
        for (let i = 0; i < hexa.length; i += 4) texto += fontes.get(fonte)?.get(Number.parseInt(hexa.slice(i, i + 4), 16)) ?? "\uFFFD";
      }
      linhas.push({ x, y, corpo, texto });
      const lugar = abertos.findLast((marca) => marca !== "outro");
      if (typeof lugar === "number") marcados.set(lugar, (marcados.get(lugar) ?? "") + texto);
      else if (lugar === undefined) soltos.push(texto);
    }
  }
  return { marcados, linhas, soltos };
}

/** Pieces with text of their own, or a figure's words, in reading order: [tag, text]. */
export function lidosEmOrdem(elementos: readonly Elemento[]): readonly (readonly [string, string])[] {
  return elementos.flatMap(({ etiqueta, texto, alternativa, filhos }): (readonly [string, string])[] => {
    if (etiqueta === "Figure") return [[etiqueta, alternativa ?? ""]];
    return [...(texto === "" && !["TD", "TH"].includes(etiqueta) ? [] : [[etiqueta, texto] as const]), ...lidosEmOrdem(filhos)];
  });
}
