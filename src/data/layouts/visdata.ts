import { fold } from "../../core/search.ts";
import type { RawTable } from "../raw/raw.ts";
import { cellText, readMonth, readYear } from "./cells.ts";
import { columnRoles } from "./columns.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, looksLikeCode, missingTitles, openingRows, shareOf, type FieldRule } from "./match.ts";
import type { MeasureColumn } from "./measure.ts";
import { measureReader, monthlyRow, withMeasures } from "./measures.ts";
import { MONTHLY_RATIOS } from "./misocial.ts";
import { questions } from "./questions.ts";
import { visdataMeasure } from "./visdata-titles.ts";
import { placeReader, progressPart, walkPlaces } from "./walk.ts";

const KEYS: readonly FieldRule[] = [
  { campo: "codigo", titulos: ["Código"] },
  { campo: "nome", titulos: ["Unidade Territorial"] },
  { campo: "uf", titulos: ["UF"] },
  { campo: "periodo", titulos: ["Referência"] },
];

function measureColumns(titulos: readonly string[], posicao: ReadonlyMap<string, number>): MeasureColumn[] {
  const keys = new Set(posicao.values());
  return titulos.flatMap((titulo, position) => {
    const measure = keys.has(position) ? null : visdataMeasure(fold(titulo));
    return measure === null ? [] : [{ measure, position, titulo }];
  });
}

const readPeriod = (text: string): string | null => readMonth(text) ?? readYear(text);

function match(tabela: RawTable): Fit | null {
  const header = findHeader(tabela, KEYS);
  if (header === null || !header.posicao.has("nome") || !header.posicao.has("periodo")) return null;
  const faltam = missingTitles(KEYS, header.posicao);
  const found = measureColumns(header.titulos, header.posicao);
  const rows = openingRows(tabela, header.linha);
  const codes = shareOf(rows, header.posicao.get("codigo"), looksLikeCode) ?? 1;
  const months = shareOf(rows, header.posicao.get("periodo"), (text) => readPeriod(text) !== null) ?? 1;
  const keys = `As colunas ${KEYS.filter(({ campo }) => header.posicao.has(campo)).map(({ titulos }) => titulos[0]).join(", ")} são as do VIS DATA`;
  if (found.length === 0) {
    return fitOf(header, { confianca: 0.6, motivo: `${keys}, mas nenhum dos indicadores do arquivo está no catálogo.`, faltam });
  }
  return fitOf(header, {
    confianca: (faltam.length === 0 ? 0.5 : 0.4) + 0.3 * codes + 0.2 * months,
    motivo:
      codes >= 0.9 && months >= 0.9
        ? `${keys}; ${found.length === 1 ? "um indicador está" : `${String(found.length)} indicadores estão`} no catálogo, e códigos e meses têm a forma publicada.`
        : `${keys}, mas ${codes < 0.9 ? "os códigos não são de municípios" : "a referência não é mês nem ano"}.`,
    faltam,
  });
}

function convert(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const perguntas = questions(context.respostas);
  const columns = measureColumns(fit.titulos, fit.posicao);
  const periodAt = fit.posicao.get("periodo");
  const periodo = (campos: readonly string[]): string | null => readPeriod(cellText(campos, periodAt));
  const reader = measureReader(tabela, fit, columns, periodo, MONTHLY_RATIOS, perguntas, context, progressPart(context.onProgress, 0, 0.5));
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      coluna: fit.titulos[fit.posicao.get("codigo") ?? fit.posicao.get("nome") ?? 0] ?? "",
      lugar: placeReader(fit, context.lugares, { codigos: ["codigo"], nome: "nome", uf: "uf" }),
      linha: monthlyRow(reader, periodo, fit, context.log, "MM/AAAA, por exemplo 06/2026"),
    },
    progressPart(context.onProgress, 0.5, 1),
  );
  const { used, usos } = withMeasures(fit, columns, reader, [
    ["codigo", "município (código IBGE)"],
    ["nome", "município (nome, onde falta o código)"],
    ["uf", "município (UF, onde falta o código)"],
    ["periodo", "mês ou ano"],
  ]);
  return { contagem, ...columnRoles(tabela, used, { usos, agregada: () => true }), perguntas: perguntas.open() };
}

/** VIS DATA (SAGICAD/MDS), "data-explorer": one row a municipality and month, one column an indicator by its title. */
export const VISDATA: OfficialLayout = {
  id: "visdata",
  titulo: "VIS DATA: indicadores por município e mês",
  orgao: "Ministério do Desenvolvimento e Assistência Social (MDS)",
  fonte: "mds-visdata",
  grao:
    "Uma linha é um município em um mês (ou ano); cada coluna é um indicador, e nada é somado entre meses. O vazio, que no VIS DATA costuma ser zero, fica sem número: não é completado.",
  match,
  convert,
};
