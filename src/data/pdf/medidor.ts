import PDFDocument from "pdfkit";
import type { LarguraDe } from "./blocos.ts";
import { PESOS, type Fontes, type Peso } from "./papel.ts";

/** Letters are measured once, at this size, and their widths scaled. */
const CORPO = 1000;
/** Stretches remembered at most: names and figures of a whole country fit. */
const LEMBRADOS = 200_000;

export interface Medidor {
  readonly larguraDe: LarguraDe;
}

/** Widths of text in the document's own letters, remembered from one document to the next. */
export function criarMedidor(fontes: Fontes): Medidor {
  const doc = new PDFDocument({ autoFirstPage: false, font: "" });
  const larguras = new Map<Peso, Map<string, number>>();
  for (const peso of PESOS) {
    doc.registerFont(peso, fontes[peso]);
    larguras.set(peso, new Map());
  }
  return {
    larguraDe: (texto, { peso, corpo }) => {
      const lembradas = larguras.get(peso);
      const lembrada = lembradas?.get(texto);
      if (lembrada !== undefined) return (lembrada * corpo) / CORPO;
      const medida = doc.font(peso).fontSize(CORPO).widthOfString(texto);
      if (lembradas !== undefined) {
        if (lembradas.size >= LEMBRADOS) lembradas.clear();
        lembradas.set(texto, medida);
      }
      return (medida * corpo) / CORPO;
    },
  };
}
