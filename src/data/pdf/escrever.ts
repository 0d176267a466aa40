import type { SvgMesh } from "../../core/map-layer.ts";
import type { Composicao, Figura, Grupo, Ornamento, Trecho } from "./composicao.ts";
import { desenharMapa } from "./mapa.ts";
import { TRACO } from "./papel.ts";

type Doc = PDFKit.PDFDocument;
type Elemento = PDFKit.PDFStructureElement;

/** Draws a laid out dossier on sheets of its own, tagged under `raiz`, with its bookmarks. */
export function escreverComposicao(doc: Doc, raiz: Elemento, { dossie, escala, folhas }: Composicao, mesh: SvgMesh, isUmDeMuitos: boolean): void {
  const pai = isUmDeMuitos ? doc.struct("Sect", { title: dossie.titulo }) : raiz;
  if (isUmDeMuitos) raiz.add(pai);
  let marcadores = isUmDeMuitos ? null : doc.outline;
  for (const { postos } of folhas) {
    doc.addPage();
    for (const { x, y, bloco } of postos) {
      if (bloco.marcador !== null) {
        if (marcadores === null) marcadores = doc.outline.addItem(bloco.marcador);
        else {
          // `top` is missing in the library's types.
          const lugar = { expanded: false, top: y };
          marcadores.addItem(bloco.marcador, lugar);
        }
      }
      doc.markContent("Artifact", { type: "Layout" });
      for (const ornamento of bloco.ornamentos) ornar(doc, ornamento, x, y);
      doc.endMarkedContent();
      for (const grupo of bloco.grupos) escreverGrupo(doc, pai, grupo, { x, y, escala, mesh });
    }
  }
  if (isUmDeMuitos) pai.end();
}

interface Lugar {
  readonly x: number;
  readonly y: number;
  readonly escala: number;
  readonly mesh: SvgMesh;
}

function escreverGrupo(doc: Doc, pai: Elemento, { etiqueta, filhos, escopo, nome }: Grupo, lugar: Lugar): void {
  const figura = filhos.find((filho) => filho.tipo === "figura");
  const elemento = doc.struct(etiqueta, {
    ...(escopo === undefined ? {} : { scope: escopo }),
    ...(nome === undefined ? {} : { title: nome }),
    ...(figura === undefined ? {} : { alt: figura.mapa.alternativa, bbox: caixaDe(figura, lugar) }),
  });
  pai.add(elemento);
  for (const filho of filhos) {
    if (filho.tipo === "grupo") escreverGrupo(doc, elemento, filho, lugar);
    else {
      elemento.add(() => {
        if (filho.tipo === "trecho") escreverTrecho(doc, filho, lugar);
        else desenharMapa(doc, filho, lugar);
      });
    }
  }
  elemento.end();
}

function caixaDe({ x, y, width, height }: Figura, lugar: Lugar): [number, number, number, number] {
  return [lugar.x + x, lugar.y + y, lugar.x + x + width, lugar.y + y + height];
}

function escreverTrecho(doc: Doc, { letra, linhas }: Trecho, { x, y }: Lugar): void {
  doc.font(letra.peso).fontSize(letra.corpo).fillColor(letra.cor);
  for (const linha of linhas) doc.text(linha.texto, x + linha.x, y + linha.y, { lineBreak: false });
}

function ornar(doc: Doc, ornamento: Ornamento, dx: number, dy: number): void {
  const [x, y] = [dx + ornamento.x, dy + ornamento.y];
  switch (ornamento.tipo) {
    case "fio":
      doc
        .lineWidth(ornamento.forte ? 0.8 : 0.3)
        .moveTo(x, y)
        .lineTo(x + ornamento.width, y)
        .stroke(ornamento.forte ? TRACO.forte : TRACO.fio);
      break;
    case "ponto":
      doc.circle(x + ornamento.lado / 2, y + ornamento.lado / 2, ornamento.lado / 2).fill(TRACO.forte);
      break;
    case "marcar":
      doc.lineWidth(0.6).rect(x, y, ornamento.lado, ornamento.lado).stroke(TRACO.forte);
      break;
    case "moldura":
      doc.lineWidth(1).rect(x, y, ornamento.width, ornamento.height).stroke(TRACO.forte);
      break;
  }
}
