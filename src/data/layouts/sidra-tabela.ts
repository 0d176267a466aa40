import { joinPt } from "../../core/format.ts";
import { fold } from "../../core/search.ts";
import { isBlank } from "../raw/shape.ts";
import type { OpeningRecord, RawTable } from "../raw/raw.ts";
import { shownValue } from "./cell-problems.ts";
import { cellText, readYear } from "./cells.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { looksLikeCode } from "./match.ts";
import { questions } from "./questions.ts";
import { withoutFigures } from "./reference-only.ts";
import { SIDRA_ABSENCES, sidraValue, sidraVariable, type SidraVariable } from "./sidra-variaveis.ts";
import { placeReader, walkPlaces } from "./walk.ts";

const TITLE = /^Tabela (\d+) - (.+)$/;
const VARIABLE = /^Vari[áa]vel - (.+?)(?: \(([^()]+)\))?$/;
/** "Abadia de Goiás (GO)": how SIDRA's site names a municipality. */
const PLACE = /^.+ \([A-Z]{2}\)$/;

/** A table as SIDRA's site saves it: title, variable, two or more header rows, names with the UF, a note of the source. */
export const SIDRA_TABELA: OfficialLayout = {
  id: "ibge-sidra-tabela",
  titulo: "SIDRA: tabela baixada do site",
  orgao: "IBGE",
  fonte: "ibge-sidra",
  grao: "Cada linha é um município, e cada coluna um ano e uma categoria de cada classificação. Só as colunas do Total de todas as classificações entram; as partes não são somadas a elas.",
  match: matchTable,
  convert: convertTable,
};

interface SiteHeader {
  readonly tabela: string;
  readonly variavel: string;
  readonly linhaCabecalho: number;
  readonly linhasDeCabecalho: number;
  readonly titulos: readonly string[];
  readonly codigoAt: number | undefined;
  readonly nomeAt: number;
  /** Columns of values and what their header rows say, from the top. */
  readonly colunas: readonly { readonly at: number; readonly rotulos: readonly string[] }[];
}

function siteHeader({ inicio }: RawTable): SiteHeader | null {
  const filled = inicio.filter(({ campos }) => !isBlank(campos));
  const title = TITLE.exec(cellText(filled[0]?.campos ?? [], 0));
  const variableIndex = filled.findIndex(({ campos }) => VARIABLE.test(cellText(campos, 0)));
  const variable = VARIABLE.exec(cellText(filled[variableIndex]?.campos ?? [], 0));
  if (title === null || variable === null) return null;
  const firstRow = filled.findIndex(({ campos }, i) => i > variableIndex + 1 && isPlaceRow(campos));
  const data = filled[firstRow];
  const header = filled.slice(variableIndex + 1, firstRow);
  const last = header.at(-1);
  if (firstRow === -1 || data === undefined || last === undefined) return null;
  const nomeAt = data.campos.findIndex((campo) => PLACE.test(campo.trim()));
  const codigoAt = data.campos.findIndex((campo) => looksLikeCode(campo.trim()));
  const firstValue = Math.max(nomeAt, codigoAt) + 1;
  const filledRows = header.map((row) => forwardFilled(row, firstValue));
  const width = Math.max(...filledRows.map((row) => row.length), data.campos.length);
  const colunas = Array.from({ length: Math.max(0, width - firstValue) }, (_, i) => {
    const at = firstValue + i;
    return { at, rotulos: filledRows.map((row) => row[at] ?? "").filter((rotulo) => rotulo !== "") };
  }).filter(({ rotulos }) => rotulos.length > 0);
  const titulos = Array.from({ length: width }, (_, at) => (at < firstValue ? cellText(header[0]?.campos ?? [], at) : (colunas.find((coluna) => coluna.at === at)?.rotulos.join(" ") ?? "")));
  return {
    tabela: `${title[1] ?? ""} (${title[2] ?? ""})`,
    variavel: variable[1] ?? "",
    linhaCabecalho: last.linha,
    linhasDeCabecalho: header.length,
    titulos,
    codigoAt: codigoAt === -1 ? undefined : codigoAt,
    nomeAt,
    colunas,
  };
}

function isPlaceRow(campos: readonly string[]): boolean {
  return campos.slice(0, 3).some((campo) => PLACE.test(campo.trim()));
}

/** A merged cell stands once and covers the ones to its right. */
function forwardFilled({ campos }: OpeningRecord, from: number): string[] {
  let current = "";
  return campos.map((_, at) => {
    const text = cellText(campos, at);
    if (at < from) return text;
    if (text !== "") current = text;
    return current;
  });
}

/** Names of dimensions, which stand over the values and are none themselves ("Ano x Sexo"). */
function isDimension(rotulo: string): boolean {
  return /^(ano|sexo|idade|cor ou raca|situacao do domicilio|forma de declaracao da idade|grupo de idade|variavel|municipio)( x .+)?$/.test(fold(rotulo)) || / x /.test(rotulo);
}

interface YearColumn {
  readonly at: number;
  readonly ano: string;
}

/** The columns that are a year and nothing but totals. */
function totalColumns({ colunas }: SiteHeader): readonly YearColumn[] {
  return colunas.flatMap(({ at, rotulos }) => {
    const said = rotulos.filter((rotulo) => !isDimension(rotulo));
    const years = said.flatMap((rotulo) => readYear(rotulo) ?? []);
    const others = said.filter((rotulo) => readYear(rotulo) === null && fold(rotulo) !== "total");
    const [ano] = years;
    return ano !== undefined && new Set(years).size === 1 && others.length === 0 ? [{ at, ano }] : [];
  });
}

function matchTable(tabela: RawTable): Fit | null {
  const header = siteHeader(tabela);
  if (header === null) return null;
  return {
    confianca: 0.95,
    motivo: `O título diz que é a tabela ${header.tabela} do SIDRA, com a variável "${header.variavel}".`,
    posicao: new Map([["nome", header.nomeAt], ...(header.codigoAt === undefined ? [] : [["codigo", header.codigoAt] as const])]),
    faltam: [],
    titulos: header.titulos,
    linhaCabecalho: header.linhaCabecalho,
    linhasDeCabecalho: header.linhasDeCabecalho,
  };
}

function convertTable(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const header = siteHeader(tabela);
  if (header === null) throw new Error("converted a table that is not of SIDRA's site");
  const variable = sidraVariable("", header.variavel);
  const columns = variable === null ? [] : totalColumns(header).filter(({ ano }) => variable.anos === null || variable.anos.includes(ano));
  if (variable === null || columns.length === 0) {
    const why = variable === null ? "não alimenta nenhum indicador do catálogo" : "não tem nenhuma coluna do Total no ano do indicador";
    return withoutFigures(tabela, fit, context, `A tabela ${header.tabela} do SIDRA, com a variável "${header.variavel}", ${why}: nada foi carregado.`, "Confira se era esta a tabela que você queria; o catálogo diz que tabelas alimentam cada indicador.");
  }
  const perguntas = questions(context.respostas);
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      lugar: placeReader(fit, context.lugares, { codigos: ["codigo"], nome: "nome" }),
      coluna: fit.titulos[header.nomeAt] ?? "",
      isRodape: (campos) => isNote(campos),
      linha: ({ linha, campos, codigo }) => {
        const read = columns.filter(({ at, ano }) => {
          const valor = readCell(cellText(campos, at), variable, { linha, coluna: fit.titulos[at] ?? ano }, context);
          if (valor !== null) context.figura({ codigo, periodo: ano, indicador: variable.indicador, valor }, linha);
          return valor !== null;
        });
        return read.length > 0;
      },
    },
    context.onProgress,
  );
  const used = new Set([...fit.posicao.values(), ...columns.map(({ at }) => at)]);
  return {
    contagem,
    usadas: [
      { titulo: fit.titulos[header.nomeAt] ?? "", uso: "município (nome)" },
      ...columns.map(({ at }) => ({ titulo: fit.titulos[at] ?? "", uso: variable.indicador })),
    ],
    ignoradas: fit.titulos.filter((titulo, at) => titulo !== "" && !used.has(at)),
    pessoais: [],
    perguntas: perguntas.open(),
  };
}

/** "Fonte: IBGE" and the notes under the table: text in the first cell and nothing else. */
function isNote(campos: readonly string[]): boolean {
  return campos.filter((campo) => campo.trim() !== "").length === 1 && !isPlaceRow(campos);
}

/** A value as the site writes it: "5.014" is 5014 in whole numbers, "93,41" a decimal. */
function readCell(texto: string, { inteiro, max }: SidraVariable, { linha, coluna }: { linha: number; coluna: string }, { log }: ConversionContext): number | null {
  const plain = /^\d{1,3}(\.\d{3})+$/.test(texto) && inteiro ? texto.replaceAll(".", "") : texto.replace(",", ".");
  const reading = sidraValue(plain);
  if (typeof reading === "number" && reading >= 0 && reading <= max && (!inteiro || Number.isInteger(reading))) return reading;
  const { mensagem, conserto } =
    typeof reading === "number" || reading === "invalido"
      ? { mensagem: "Não é um número que esta variável possa ter.", conserto: "Baixe a tabela de novo no SIDRA." }
      : SIDRA_ABSENCES[reading];
  const tipo = typeof reading === "number" || reading === "invalido" ? "numero-invalido" : `sidra-${reading}`;
  log.add(tipo, { gravidade: "aviso", linha, coluna, valor: shownValue(texto), mensagem, conserto });
  return null;
}

/** The answer of the other service (v3/agregados), whose values stand apart from the name of their variable. */
export const SIDRA_AGREGADOS: OfficialLayout = {
  id: "ibge-agregados",
  titulo: "IBGE: resposta do serviço de agregados (v3)",
  orgao: "IBGE",
  fonte: "ibge-sidra",
  grao: "Os valores ficam em listas dentro de listas, longe do nome da variável: o aplicativo lê a mesma tabela pelo serviço /values.",
  match: ({ cabecalho }) => {
    const nomes = new Set(cabecalho?.nomes ?? []);
    const isRoot = ["id", "variavel", "unidade", "resultados"].every((nome) => nomes.has(nome));
    const isSeries = nomes.has("localidade.id") && nomes.has("localidade.nivel.id");
    if (cabecalho === null || !(isRoot || isSeries)) return null;
    return {
      confianca: 0.9,
      motivo: "Tem os nomes do serviço de agregados do IBGE (variavel, unidade, resultados, localidade).",
      posicao: new Map(),
      faltam: [],
      titulos: cabecalho.nomes,
      linhaCabecalho: cabecalho.linha,
      linhasDeCabecalho: 1,
    };
  },
  convert: (tabela, fit, context) => {
    const variables = tabela.inicio.map(({ campos }) => cellText(campos, fit.titulos.indexOf("variavel"))).filter((nome) => nome !== "");
    const what = variables.length === 0 ? "" : ` de ${joinPt(variables.slice(0, 4).map((nome) => `"${nome}"`))}`;
    return withoutFigures(
      tabela,
      fit,
      context,
      `É a resposta${what} do serviço de agregados do IBGE (v3), que o aplicativo não lê: nada foi carregado.`,
      "Baixe a mesma tabela no site do SIDRA ou pelo serviço apisidra.ibge.gov.br/values.",
    );
  },
};
