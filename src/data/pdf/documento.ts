import PDFDocument from "pdfkit";
import type { CivilDate } from "../../core/civil-date.ts";
import type { Dossie } from "../../core/dossie/dossie.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import { comporDossie } from "./compor.ts";
import { escreverComposicao } from "./escrever.ts";
import type { Medidor } from "./medidor.ts";
import { A4, PESOS, type Fontes } from "./papel.ts";

export interface AberturaDoDocumento {
  /** Title of the document, shown by readers in place of the file's name. */
  readonly titulo: string;
  /** Date the document bears: the same data give the same bytes. */
  readonly data: CivilDate;
  readonly fontes: Fontes;
  readonly medidor: Medidor;
  readonly mesh: SvgMesh;
  /** Where each dossier has a bookmark of its own, with its sections under it; without, the sections come first. */
  readonly muitos: boolean;
  /** Hears the bytes as they are written. */
  readonly receber: (bytes: Uint8Array) => void;
}

export interface Documento {
  /** Writes a dossier on sheets of its own; how many. */
  readonly juntar: (dossie: Dossie) => number;
  /** Ends the document, once all its bytes were heard. */
  readonly fechar: () => Promise<void>;
}

/**
 * A PDF of dossiers (ISO 32000-1): real text in an embedded font, tagged in reading
 * order, in Brazilian Portuguese, with a title and bookmarks.
 */
export function abrirDocumento({ titulo, data, fontes, medidor, mesh, muitos, receber }: AberturaDoDocumento): Documento {
  const quando = new Date(`${data}T12:00:00Z`);
  const doc = new PDFDocument({
    size: [A4.width, A4.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: "pt-BR",
    displayTitle: true,
    // None at first: the standard fonts are not in this build.
    font: "",
    info: { Title: titulo, Author: "Mirante SUAS", Creator: "Mirante SUAS", Producer: "PDFKit", CreationDate: quando, ModDate: quando },
  });
  const fim = new Promise<void>((resolve, reject) => {
    doc.on("data", receber);
    doc.on("end", resolve);
    doc.on("error", reject);
  });
  for (const peso of PESOS) doc.registerFont(peso, fontes[peso]);
  const raiz = doc.struct("Document", { title: titulo, lang: "pt-BR" });
  doc.addStructure(raiz);
  return {
    juntar: (dossie) => {
      const composicao = comporDossie(dossie, medidor.larguraDe);
      escreverComposicao(doc, raiz, composicao, mesh, muitos);
      return composicao.folhas.length;
    },
    fechar: () => {
      raiz.end();
      doc.end();
      return fim;
    },
  };
}
