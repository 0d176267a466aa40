import type { RawTable } from "../raw/raw.ts";
import { cellText, readMonth } from "./cells.ts";
import { columnRoles } from "./columns.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, looksLikeCode, openingRows, shareOf, type FieldRule, type HeaderFound } from "./match.ts";
import type { MeasureColumn } from "./measure.ts";
import { measureReader, monthlyRow, withMeasures, type RowRatio } from "./measures.ts";
import { MISOCIAL_FIELDS, POVERTY_ALIAS, solrBase } from "./misocial-fields.ts";
import { questions } from "./questions.ts";
import { placeReader, progressPart, walkPlaces, type RowRefusal } from "./walk.ts";

const KEYS: readonly FieldRule[] = [
  { campo: "codigo", titulos: ["codigo_ibge", "ibge", "cod_ibge"] },
  { campo: "periodo", titulos: ["anomes_s", "anomes"] },
  { campo: "tipo", titulos: ["tipo_s"] },
];

/** Quotients whose two terms one row may bring. */
export const MONTHLY_RATIOS: readonly RowRatio[] = [
  { indicador: "cadunico-pobreza-percentual", numerador: "cadunico-familias-pobreza", denominador: "cadunico-familias", fator: 100 },
  { indicador: "cadunico-meio-salario-percentual", numerador: "cadunico-familias-meio-salario", denominador: "cadunico-familias", fator: 100 },
  { indicador: "familias-por-cras", numerador: "cadunico-familias", denominador: "cadsuas-cras", fator: 1 },
  { indicador: "pbf-cobertura", numerador: "pbf-familias", denominador: "cadunico-familias-pobreza", fator: 100 },
];

/** Columns of the table that are fields of MI Social, by position. */
function fieldsOf(titulos: readonly string[]): MeasureColumn[] {
  const bases = titulos.map(solrBase);
  const splitsPoverty = bases.includes(POVERTY_ALIAS.irmao);
  return titulos.flatMap((titulo, position) => {
    const base = bases[position] ?? "";
    const measure = base === POVERTY_ALIAS.campo && !splitsPoverty ? POVERTY_ALIAS.desde : Object.hasOwn(MISOCIAL_FIELDS, base) ? MISOCIAL_FIELDS[base] : undefined;
    return measure === undefined ? [] : [{ measure, position, titulo }];
  });
}

function match(tabela: RawTable): Fit | null {
  const header = findHeader(tabela, KEYS);
  if (header === null || !header.posicao.has("codigo")) return null;
  const fields = fieldsOf(header.titulos);
  const solrLike = header.titulos.filter((titulo) => /^[a-z][a-z0-9]*(?:_[a-z0-9]+)+_[isdfl]$/.test(titulo)).length;
  if (!header.posicao.has("periodo")) {
    if (fields.length === 0) return null;
    return fitOf(header, { confianca: 0.5, motivo: "Há campos do MI Social, mas falta a coluna do mês (anomes_s).", faltam: ["anomes_s"] });
  }
  if (fields.length === 0) {
    if (solrLike === 0) return null;
    return fitOf(header, {
      confianca: 0.4,
      motivo: "Há código do município e mês como no MI Social, mas nenhum campo que alimente um indicador do catálogo.",
      faltam: ["um campo do catálogo, como cadun_qtd_familias_cadastradas_i"],
    });
  }
  const rows = openingRows(tabela, header.linha);
  const codes = shareOf(rows, header.posicao.get("codigo"), looksLikeCode) ?? 1;
  const months = shareOf(rows, header.posicao.get("periodo"), (text) => readMonth(text) !== null) ?? 1;
  return fitOf(header, {
    confianca: 0.4 + 0.3 * codes + 0.3 * months,
    motivo: reason(header, fields.length, codes, months),
  });
}

function reason({ titulos, posicao }: HeaderFound, fields: number, codes: number, months: number): string {
  const keys = `${titulos[posicao.get("codigo") ?? 0] ?? ""} e ${titulos[posicao.get("periodo") ?? 0] ?? ""}`;
  const found = `As colunas ${keys} e ${String(fields)} ${fields === 1 ? "campo" : "campos"} do MI Social estão no cabeçalho`;
  if (codes >= 0.9 && months >= 0.9) return `${found}; os códigos e os meses têm a forma publicada.`;
  return `${found}, mas ${codes < 0.9 ? "os códigos de município" : "os meses"} não têm a forma publicada.`;
}

function convert(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const perguntas = questions(context.respostas);
  const columns = fieldsOf(fit.titulos);
  const periodAt = fit.posicao.get("periodo");
  const typeAt = fit.posicao.get("tipo");
  const months = new Map<string, string | null>();
  const periodo = (campos: readonly string[]): string | null => {
    const text = cellText(campos, periodAt);
    const known = months.get(text);
    if (known !== undefined) return known;
    const month = readMonth(text);
    if (months.size < 5_000) months.set(text, month);
    return month;
  };
  const reader = measureReader(tabela, fit, columns, periodo, MONTHLY_RATIOS, perguntas, context, progressPart(context.onProgress, 0, 0.5));
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      coluna: fit.titulos[fit.posicao.get("codigo") ?? 0] ?? "",
      recusa: (campos) => {
        const tipo = cellText(campos, typeAt);
        return tipo === "" || tipo === "mes_mu" ? null : NOT_MUNICIPAL;
      },
      lugar: placeReader(fit, context.lugares, { codigos: ["codigo"] }),
      linha: monthlyRow(reader, periodo, fit, context.log, "AAAAMM, por exemplo 202606"),
    },
    progressPart(context.onProgress, 0.5, 1),
  );
  const { used, usos } = withMeasures(fit, columns, reader, [
    ["codigo", "município (código IBGE)"],
    ["periodo", "mês"],
    ["tipo", "só as linhas de município"],
  ]);
  return { contagem, ...columnRoles(tabela, used, { usos, agregada: isCount }), perguntas: perguntas.open() };
}

/** Fields of MI Social are counts, sums and rates of a municipality, whatever persons their names mention. */
function isCount(titulo: string): boolean {
  return /^(?:qtde?|valor|vlr?|tx|taxa|cadun(?:ico)?|pbf|pab|bpc|igd|igdm|cadsuas|peti|rmv)_/.test(titulo.toLowerCase());
}

const NOT_MUNICIPAL: RowRefusal = {
  tipo: "linha-de-outro-recorte",
  mensagem: "A linha não é de município por mês (tipo_s diferente de mes_mu): é um total ou outro recorte.",
  conserto: "Baixe o arquivo só com tipo_s:mes_mu.",
};

/** MI Social (Matriz de Informação Social, SAGICAD/MDS): Solr's answers in CSV or JSON, any set of fields. */
export const MISOCIAL: OfficialLayout = {
  id: "misocial",
  titulo: "MI Social: Cadastro Único, Bolsa Família, BPC e rede, por mês",
  orgao: "Ministério do Desenvolvimento e Assistência Social (MDS)",
  fonte: "mds-misocial",
  grao:
    "Uma linha é um município em um mês; cada campo é um número daquele mês, e nada é somado entre meses. Zero de mês ainda não publicado não vira zero: fica sem número.",
  match,
  convert,
};
