import { fold } from "../../core/search.ts";
import { readInteger } from "../import/numbers.ts";
import { isBlankWord } from "../import/blank.ts";
import type { RawTable } from "../raw/raw.ts";
import { unreadableNumber, unreadablePeriod } from "./cell-problems.ts";
import { cellText, readMonth, readYear } from "./cells.ts";
import { columnRoles } from "./columns.ts";
import type { Conversion, ConversionContext, FileHint, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, looksLikeCode, missingTitles, openingRows, shareOf, type FieldRule, type HeaderFound } from "./match.ts";
import { questions } from "./questions.ts";
import { CRAS_ITEMS, CREAS_ITEMS, rmaItem, type RmaItem } from "./rma-items.ts";
import { ratio4, tallies, type Tallies } from "./tally.ts";
import { placeReader, walkPlaces } from "./walk.ts";

type Unit = "CRAS" | "CREAS";

interface RmaLayout {
  readonly unidade: Unit;
  readonly id: string;
  readonly itens: Readonly<Record<string, RmaItem>>;
  /** Items only this form has. */
  readonly proprios: RegExp;
  /** Catalogue ids of the units that reported and of the quotient of acts by them. */
  readonly unidades: string;
  readonly razao: { readonly item: string; readonly indicador: string } | null;
}

const KEYS: readonly FieldRule[] = [
  { campo: "codigo", titulos: ["IBGE", "codigo_ibge", "Código IBGE"] },
  { campo: "codigo7", titulos: ["IBGE7", "codigo_ibge7"] },
  { campo: "uf", titulos: ["UF_A", "UF", "sigla_uf"] },
  { campo: "municipio", titulos: ["Municipio", "nome_municipio", "no_municipio"] },
  { campo: "ano", titulos: ["ano", "ano_referencia", "nu_ano"] },
  { campo: "mes", titulos: ["mes", "mes_numero", "nu_mes"] },
  { campo: "referencia", titulos: ["mes_referencia", "mes_ano", "anomes", "competencia", "referencia"] },
  { campo: "unidade", titulos: ["NU_IDENTIFICADOR", "nu_identificador_unidade", "id_cras", "id_creas"], padrao: /^(?:n|nu|numero) identificador/ },
];

function itemColumns(titulos: readonly string[]): Map<string, number> {
  const items = new Map<string, number>();
  titulos.forEach((titulo, at) => {
    const item = rmaItem(titulo);
    if (item !== null && !items.has(item)) items.set(item, at);
  });
  return items;
}

function match(layout: RmaLayout, tabela: RawTable, { arquivo }: FileHint): Fit | null {
  const header = findHeader(tabela, KEYS);
  if (header === null) return null;
  const items = itemColumns(header.titulos);
  if (!items.has("a1") || items.size < 2 || isOtherForm(tabela.nome, arquivo)) return null;
  const named = formOf(items, tabela.nome, arquivo, header);
  if (named !== null && named !== layout.unidade) return null;
  const has = (campo: string): boolean => header.posicao.has(campo);
  const hasPeriod = (has("ano") && has("mes")) || has("referencia");
  const rows = openingRows(tabela, header.linha);
  const codes = Math.max(...["codigo", "codigo7"].map((campo) => shareOf(rows, header.posicao.get(campo), looksLikeCode) ?? 0));
  const placed = codes > 0 ? codes : has("municipio") && has("uf") ? 0.8 : 0;
  const faltam = [...(placed > 0 ? [] : ["IBGE"]), ...(hasPeriod ? [] : ["ano", "mes"]), ...(has("unidade") ? [] : missingTitles(KEYS.slice(-1), header.posicao))];
  const found = Object.keys(layout.itens).filter((item) => items.has(item));
  const sheet = fold(tabela.nome ?? "");
  const treated = sheet.includes("original") ? 0.9 : 1;
  const posicao = new Map([...header.posicao, ...found.map((item): [string, number] => [`item:${item}`, items.get(item) ?? 0])]);
  const which = `Os itens do formulário do RMA do ${layout.unidade} (${found.slice(0, 4).join(", ")}${found.length > 4 ? "…" : ""}) estão no cabeçalho`;
  const motivo =
    named === null
      ? `Os itens a1 e a2 do RMA estão no cabeçalho, mas nada diz se são do CRAS ou do CREAS.`
      : faltam.length > 0
        ? `${which}, mas falta ${faltam.join(", ")}.`
        : treated < 1
          ? `${which}; é a base original, antes da revisão do MDS: prefira a aba "Base tratada".`
          : `${which}, com município, mês e unidade.`;
  const confianca = (0.3 + 0.25 * placed + (hasPeriod ? 0.25 : 0) + (has("unidade") ? 0.2 : 0.1)) * treated * (named === null ? 0.7 : 1);
  return fitOf({ ...header, posicao }, { confianca, motivo, faltam });
}

/** The form of the Centro POP has items of the same codes and other meanings. */
function isOtherForm(nome: string | null, arquivo: string): boolean {
  return /\b(?:centro )?pop\b/.test(fold(`${nome ?? ""} ${arquivo}`));
}

/** CRAS or CREAS by the items only one form has, else by what the sheet or the file is called. */
function formOf(items: ReadonlyMap<string, number>, nome: string | null, arquivo: string, { titulos }: HeaderFound): Unit | null {
  const keys = [...items.keys()];
  const creas = keys.filter((item) => CREAS.proprios.test(item)).length;
  const cras = keys.filter((item) => CRAS.proprios.test(item)).length;
  if (creas !== cras) return creas > cras ? "CREAS" : "CRAS";
  for (const texto of [titulos.join(" "), nome ?? "", arquivo]) {
    const folded = fold(texto);
    const isCreas = folded.includes("creas");
    const isCras = folded.replaceAll("creas", "").includes("cras");
    if (isCreas !== isCras) return isCreas ? "CREAS" : "CRAS";
  }
  return null;
}

const MESES = ["jan", "fev", "mar", "abr", "mai", "jun", "jul", "ago", "set", "out", "nov", "dez"];

function periodReader({ posicao }: Fit): (campos: readonly string[]) => string | null {
  const yearAt = posicao.get("ano");
  const monthAt = posicao.get("mes");
  const bothAt = posicao.get("referencia");
  return (campos) => {
    const year = readYear(cellText(campos, yearAt));
    const text = cellText(campos, monthAt);
    const digits = /^0?([1-9]|1[0-2])(?:[.,]0+)?$/.exec(text)?.[1];
    const month = digits === undefined ? MESES.indexOf(fold(text).slice(0, 3)) + 1 : Number(digits);
    if (year !== null && month > 0) return `${year}-${String(month).padStart(2, "0")}`;
    return readMonth(cellText(campos, bothAt)) ?? readMonth(text);
  };
}

/** What one municipality's units filled in of one item in one month. */
interface ItemSums {
  readonly preenchidos: Tallies;
  readonly vazios: Tallies;
}

function convert(layout: RmaLayout, tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const { log } = context;
  const perguntas = questions(context.respostas);
  const periodo = periodReader(fit);
  const items = Object.entries(layout.itens).flatMap(([item, { indicador }]) => {
    const at = fit.posicao.get(`item:${item}`);
    return at === undefined ? [] : [{ item, indicador, at }];
  });
  const allItems = [...itemColumns(fit.titulos).values()];
  const unitAt = fit.posicao.get("unidade");
  const sums: ItemSums = { preenchidos: tallies(), vazios: tallies() };
  const reporting = tallies();
  const seen = new Set<string>();
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      coluna: fit.titulos[fit.posicao.get("codigo") ?? fit.posicao.get("codigo7") ?? fit.posicao.get("municipio") ?? 0] ?? "",
      lugar: placeReader(fit, context.lugares, { codigos: ["codigo", "codigo7"], nome: "municipio", uf: "uf" }),
      linha: ({ linha, campos, codigo }) => {
        const quando = periodo(campos);
        if (quando === null) {
          const at = fit.posicao.get("mes") ?? fit.posicao.get("referencia");
          unreadablePeriod(log, linha, fit.titulos[at ?? 0] ?? "", cellText(campos, at), "ano (2026) e mês (de 1 a 12)");
          return false;
        }
        const unit = cellText(campos, unitAt);
        const key = `${unit} ${quando}`;
        if (unit !== "" && seen.has(key)) {
          log.add("unidade-repetida", {
            gravidade: "linha-separada",
            linha,
            coluna: null,
            valor: null,
            mensagem: "A mesma unidade já apareceu neste mês; ficou a primeira linha.",
            conserto: "Confira na origem qual das linhas vale.",
          });
          return false;
        }
        if (unit !== "") seen.add(key);
        const reported = allItems.some((at) => !isEmpty(cellText(campos, at)));
        for (const { indicador, at } of items) {
          const text = cellText(campos, at);
          const reading = isEmpty(text) ? "vazio" : readInteger(text);
          if (typeof reading === "object" && reading.valor >= 0) sums.preenchidos.add(codigo, quando, indicador, reading.valor, linha);
          else {
            sums.vazios.add(codigo, quando, indicador, 1, linha);
            if (reading !== "vazio") unreadableNumber(log, linha, fit.titulos[at] ?? "", text);
          }
        }
        if (reported) {
          reporting.add(codigo, quando, layout.unidades, 1, linha);
          return true;
        }
        log.add("unidade-sem-registro", {
          gravidade: "linha-separada",
          linha,
          coluna: null,
          valor: null,
          mensagem: "A unidade não preencheu o mês: vazio não é zero.",
          conserto: "Peça à unidade o registro do mês e baixe a base de novo.",
        });
        return false;
      },
    },
    context.onProgress,
  );
  publish(layout, sums, reporting, fit, context);
  const usos = new Map([
    ["codigo", "município (código IBGE)"],
    ["codigo7", "município (código IBGE)"],
    ["municipio", "município (nome, onde falta o código)"],
    ["uf", "município (UF, onde falta o código)"],
    ["ano", "ano"],
    ["mes", "mês"],
    ["referencia", "mês"],
    ["unidade", "unidade (para não contar duas vezes)"],
    ...items.map(({ item, indicador }): [string, string] => [`item:${item}`, indicador]),
  ]);
  return { contagem, ...columnRoles(tabela, fit, { usos }), perguntas: perguntas.open() };
}

const isEmpty = (text: string): boolean => text === "" || isBlankWord(text, "decimal");

/**
 * A municipality's total of an item in a month exists only when every unit the
 * base lists for that month filled it: a sum with a unit missing is another number.
 */
function publish(layout: RmaLayout, { preenchidos, vazios }: ItemSums, reporting: Tallies, fit: Fit, { log, figura }: ConversionContext): void {
  preenchidos.each(({ codigo, periodo, indicador, n, soma, linha }) => {
    const missing = vazios.get(codigo, periodo, indicador)?.n ?? 0;
    const item = Object.keys(layout.itens).find((key) => layout.itens[key]?.indicador === indicador) ?? "";
    if (missing > 0) {
      log.add("rma-incompleto", {
        gravidade: "aviso",
        linha,
        coluna: fit.titulos[fit.posicao.get(`item:${item}`) ?? 0] ?? null,
        valor: null,
        mensagem: "Nem todas as unidades do município preencheram o item neste mês: o total do município ficou sem número.",
        conserto: "Peça às unidades que faltam o registro do mês e baixe a base de novo.",
      });
      return;
    }
    figura({ codigo, periodo, indicador, valor: soma }, linha);
    if (layout.razao?.item === item) {
      figura({ codigo, periodo, indicador: layout.razao.indicador, valor: ratio4(soma, n), numerador: soma, denominador: n }, linha);
    }
  });
  reporting.each(({ codigo, periodo, indicador, n, linha }) => {
    figura({ codigo, periodo, indicador, valor: n }, linha);
  });
}

const CRAS: RmaLayout = {
  unidade: "CRAS",
  id: "rma-cras",
  itens: CRAS_ITEMS,
  proprios: /^(?:c[6-9]|d[3-8])$/,
  unidades: "rma-cras-unidades",
  razao: { item: "c1", indicador: "rma-atendimentos-por-cras" },
};

const CREAS: RmaLayout = {
  unidade: "CREAS",
  id: "rma-creas",
  itens: CREAS_ITEMS,
  proprios: /^(?:b7|e[12]|[f-i]1|[j-m]\d)$/,
  unidades: "rma-creas-unidades",
  razao: null,
};

function officialLayout(layout: RmaLayout, titulo: string, estoque: string): OfficialLayout {
  return {
    id: layout.id,
    titulo,
    orgao: "Ministério do Desenvolvimento e Assistência Social (MDS)",
    fonte: "mds-rma",
    grao: `Uma linha é uma unidade em um mês. O número do município é a soma das suas unidades naquele mês, e só existe quando todas as que a base lista preencheram o item. ${estoque} (a1) é estoque: não se soma entre meses. Vazio é unidade que não informou, não zero.`,
    match: (tabela, pista) => match(layout, tabela, pista),
    convert: (tabela, fit, context) => convert(layout, tabela, fit, context),
  };
}

/** RMA (Registro Mensal de Atendimentos; Resolução CIT nº 4/2011): yearly bases of CRAS and CREAS. */
export const RMA: readonly OfficialLayout[] = [
  officialLayout(CRAS, "RMA do CRAS: famílias e atendimentos por mês", "O total em acompanhamento pelo PAIF"),
  officialLayout(CREAS, "RMA do CREAS: casos e atendimentos por mês", "O total em acompanhamento pelo PAEFI"),
];
