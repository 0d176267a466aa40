import type { Row, Sheet } from "write-excel-file/universal";
import { type CivilDate, daysBetween } from "../../../core/civil-date.ts";
import { guardFormula } from "../../export/formula.ts";
import { folhasDaPlanilha, type CelulaDaPlanilha, type EntradaDaPlanilha, type FolhaDaPlanilha } from "./planilha.ts";

/** Day 0 of a spreadsheet's calendar, for every day after February 1900. */
const DIA_ZERO: CivilDate = "1899-12-30";

/** Bytes of a part past which the writer compresses it in a worker made of a blob, which a page that forbids those would wait for without end. */
const PARTE_MAXIMA = 155_000;
/** Most bytes that markup adds to a sheet, a row, a cell and a text. */
const MARCACAO = { folha: 3_000, linha: 24, celula: 44, texto: 20 };

/** The plan has too much text for a workbook written in the browser; as CSV it has not. */
export class PlanilhaGrande extends RangeError {}

/**
 * The plan as an Excel workbook: sheets Plano, Viagens, Não planejados, Ajustes;
 * a long one goes on in "Plano 2". Days are real dates, figures real numbers, text
 * that a spreadsheet could run stands behind an apostrophe.
 * @throws PlanilhaGrande past about 1,000 municipalities
 */
export async function planoXlsx(entrada: EntradaDaPlanilha): Promise<Blob> {
  const folhas = folhasDaPlanilha(entrada);
  const textos = bytesDosTextos(folhas);
  if (textos > PARTE_MAXIMA) throw new PlanilhaGrande(`the texts of the workbook would have ${textos} bytes, more than ${PARTE_MAXIMA}`);
  const { default: writeXlsxFile } = await import("write-excel-file/universal");
  return writeXlsxFile(folhas.flatMap(emPedacos).map(folha)).toBlob();
}

/** Bytes of all texts, each written once: never fewer than will be. */
function bytesDosTextos(folhas: readonly FolhaDaPlanilha[]): number {
  const textos = new Set(
    folhas.flatMap(({ linhasDoTopo, colunas, linhas }) => [
      ...linhasDoTopo,
      ...colunas.map(({ titulo }) => titulo),
      ...linhas.flat().filter((valor) => typeof valor === "string"),
    ]),
  );
  const escritos = new TextEncoder().encode([...textos].join("").replace(/[&<>"']/g, "&quot;"));
  return MARCACAO.folha + MARCACAO.texto * textos.size + escritos.length;
}

/** The same table on as many sheets as keep each small enough. */
function emPedacos(inteira: FolhaDaPlanilha): FolhaDaPlanilha[] {
  const { nome, linhasDoTopo, colunas, linhas } = inteira;
  const fixos = MARCACAO.folha + (MARCACAO.linha + MARCACAO.celula) * linhasDoTopo.length;
  const porFolha = Math.floor((PARTE_MAXIMA - fixos) / (MARCACAO.linha + MARCACAO.celula * colunas.length)) - 2;
  if (linhas.length <= porFolha) return [inteira];
  return Array.from({ length: Math.ceil(linhas.length / porFolha) }, (_, i) => ({
    ...inteira,
    nome: i === 0 ? nome : `${nome} ${i + 1}`,
    linhas: linhas.slice(i * porFolha, (i + 1) * porFolha),
  }));
}

function folha({ nome, linhasDoTopo, colunas, linhas }: FolhaDaPlanilha): Sheet<Blob> {
  const topo = linhasDoTopo.map((linha, i): Row => [{ value: guardFormula(linha), type: String, ...(i === 0 ? { fontWeight: "bold" } : {}) }]);
  const titulos = colunas.map(({ titulo, aDireita = false }) => ({
    value: titulo,
    type: String,
    fontWeight: "bold" as const,
    wrap: true,
    align: aDireita ? ("right" as const) : ("left" as const),
    bottomBorderStyle: "thin" as const,
  }));
  return {
    sheet: nome,
    columns: colunas.map(({ largura }) => ({ width: largura })),
    orientation: "landscape",
    data: [...topo, [], titulos, ...linhas.map((linha): Row => linha.map(celula))],
  };
}

function celula(valor: CelulaDaPlanilha): Row[number] {
  if (valor === null) return null;
  if (typeof valor === "string") return { value: guardFormula(valor), type: String };
  if ("data" in valor) return { value: daysBetween(DIA_ZERO, valor.data), type: Number, format: "dd/mm/yyyy", align: "right" };
  return { value: valor.numero, type: Number, format: valor.casas === 0 ? "#,##0" : `#,##0.${"0".repeat(valor.casas)}` };
}
