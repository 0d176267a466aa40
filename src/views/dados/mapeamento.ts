import { count, joinPt } from "../../core/format.ts";
import type { Indicador } from "../../core/indicador.ts";
import { fold } from "../../core/search.ts";
import type { Dimensao } from "../../core/territorio.ts";
import { personHeader } from "../../data/import/person.ts";
import type { TablePreview } from "../../data/import/report.ts";
import { headerNames } from "../../data/raw/header-names.ts";
import { readMonth, readYear } from "../../data/layouts/cells.ts";
import { isPeriod, type Mapping } from "../../data/layouts/mapping.ts";
import { looksLikeCode } from "../../data/layouts/match.ts";

/** What the user says a column is. */
export type Papel = "ignorar" | "codigo" | "siafi" | "nome" | "uf" | "periodo" | "ano" | "mes" | "valor";

export const PAPEIS: readonly { readonly valor: Papel; readonly rotulo: string }[] = [
  { valor: "ignorar", rotulo: "não usar" },
  { valor: "codigo", rotulo: "município: código do IBGE" },
  { valor: "siafi", rotulo: "município: código SIAFI" },
  { valor: "nome", rotulo: "município: nome" },
  { valor: "uf", rotulo: "município: UF" },
  { valor: "periodo", rotulo: "período: ano, mês ou trimestre" },
  { valor: "ano", rotulo: "período: só o ano" },
  { valor: "mes", rotulo: "período: só o mês" },
  { valor: "valor", rotulo: "valor de um indicador" },
];

/** What the user has said so far; lists go by column. */
export interface Rascunho {
  readonly nome: string;
  /** 0: the header found; n: the nth row of the preview is the header. */
  readonly cabecalho: number;
  readonly papeis: readonly Papel[];
  /** Catalogue id of the columns that are values; "" until chosen. */
  readonly indicadores: readonly string[];
  /** Period of all rows, as typed; counts only where no column has it. */
  readonly periodoFixo: string;
}

/** A first draft: what titles say without doubt is proposed, the rest is left for the user. */
export function rascunhoDe(previa: TablePreview, cabecalho: number, nome: string, catalogo: readonly Indicador[]): Rascunho {
  const tabela = comCabecalho(previa, cabecalho);
  const { titulos, pessoais } = tabela;
  const papeis: Papel[] = titulos.map(() => "ignorar");
  const indicadores = titulos.map(() => "");
  const byName = new Map(catalogo.flatMap(({ id, nome: longo, nomeCurto }) => [id, longo, nomeCurto].map((name) => [fold(name), id] as const)));
  const used = new Set<string>();
  titulos.forEach((titulo, i) => {
    if (pessoais[i] !== null || titulo === "") return;
    const indicador = byName.get(fold(titulo));
    if (indicador !== undefined && !used.has(indicador)) {
      papeis[i] = "valor";
      indicadores[i] = indicador;
      used.add(indicador);
      return;
    }
    const papel = PROPOSTAS.find(([pattern]) => pattern.test(fold(titulo)))?.[1];
    if (papel === undefined || used.has(papel)) return;
    papeis[i] = papel;
    used.add(papel);
  });
  const code = titulos.findIndex((_, i) => papeis[i] === "ignorar" && pessoais[i] === null && isCodeColumn(tabela, i));
  if (!used.has("codigo") && code !== -1) {
    papeis[code] = "codigo";
    used.add("codigo");
  }
  const drop = (papel: Papel): void => {
    papeis.forEach((said, i) => {
      if (said === papel) papeis[i] = "ignorar";
    });
  };
  if (used.has("codigo")) for (const papel of ["siafi", "nome", "uf"] as const) drop(papel);
  if (used.has("periodo")) for (const papel of ["ano", "mes"] as const) drop(papel);
  return { nome, cabecalho, papeis, indicadores, periodoFixo: "" };
}

/** The draft a mapping came from, to be corrected. */
export function rascunhoDoMapeamento(previa: TablePreview, { nome, titulos, municipio, periodo, valores }: Mapping): Rascunho {
  const headers = [0, ...previa.linhas.map((_, i) => i + 1)];
  const cabecalho = headers.find((n) => comCabecalho(previa, n).titulos.join("\n") === titulos.join("\n")) ?? 0;
  const papeis: Papel[] = titulos.map(() => "ignorar");
  const say = (papel: Papel, coluna: number | null): void => {
    if (coluna !== null) papeis[coluna] = papel;
  };
  for (const papel of ["codigo", "siafi", "nome", "uf"] as const) say(papel, municipio[papel]);
  if (periodo.tipo === "coluna") say("periodo", periodo.coluna);
  if (periodo.tipo === "ano-mes") {
    say("ano", periodo.ano);
    say("mes", periodo.mes);
  }
  const indicadores = titulos.map(() => "");
  for (const { coluna, indicador } of valores) {
    say("valor", coluna);
    indicadores[coluna] = indicador;
  }
  return { nome, cabecalho, papeis, indicadores, periodoFixo: periodo.tipo === "fixo" ? periodo.valor : "" };
}

/** True when every value shown of a column has the form of a municipality's code. */
function isCodeColumn(previa: TablePreview, coluna: number): boolean {
  const values = exemplos(previa, coluna, previa.linhas.length);
  return values.length > 0 && values.every(looksLikeCode);
}

const PROPOSTAS: readonly (readonly [RegExp, Papel])[] = [
  [/\bibge7?\b|^cod(igo)?( do| de)? munic/, "codigo"],
  [/\bsiafi\b/, "siafi"],
  [/^(nome )?(do |de )?municipio$|^nome (do )?munic|^cidade$/, "nome"],
  [/^(sigla )?(da )?uf$|^sigla uf$/, "uf"],
  [/^(competencia|referencia|mes (de )?referencia|anomes( s)?|periodo|mes ano)$/, "periodo"],
  [/^ano( |$)/, "ano"],
  [/^mes$/, "mes"],
];

/** The preview as it is when another row is the header. */
export function comCabecalho(previa: TablePreview, cabecalho: number): TablePreview {
  const row = previa.linhas[cabecalho - 1];
  if (row === undefined) return previa;
  const names = headerNames(row.map((cell) => cell ?? ""));
  const titulos = row.map((cell, i) => (cell === null ? "(oculto)" : (names[i] ?? "")));
  while (titulos.length > 1 && titulos.at(-1) === "") titulos.pop();
  return {
    nome: previa.nome,
    titulos,
    pessoais: titulos.map((titulo, i) => previa.pessoais[i] ?? personHeader(titulo)),
    linhas: previa.linhas.slice(cabecalho),
  };
}

/** The first values of a column, each once. */
export function exemplos({ linhas }: TablePreview, coluna: number, quantos = 3): readonly string[] {
  const texts = linhas.flatMap((linha) => {
    const cell = (linha[coluna] ?? "").trim();
    return cell === "" ? [] : [cell];
  });
  return [...new Set(texts)].slice(0, quantos);
}

export interface Conferencia {
  /** Null while something is missing. */
  readonly mapeamento: Mapping | null;
  /** What is missing or contradicts itself, in sentences. */
  readonly faltas: readonly string[];
}

/** Says whether a draft is enough to read the file by. */
export function conferir({ nome, papeis, indicadores, periodoFixo }: Rascunho, titulos: readonly string[]): Conferencia {
  const faltas: string[] = [];
  const at = (papel: Papel): number[] => papeis.flatMap((said, i) => (said === papel ? [i] : []));
  const one = (papel: Papel): number | null => {
    const [first, second] = at(papel);
    if (second !== undefined) faltas.push(`Deixe só uma coluna como “${rotuloDe(papel)}”.`);
    return first ?? null;
  };
  const municipio = { codigo: one("codigo"), siafi: one("siafi"), nome: one("nome"), uf: one("uf") };
  if (municipio.codigo === null && municipio.siafi === null && municipio.nome === null) {
    faltas.push("Diga qual coluna identifica o município: o código ou o nome.");
  }
  const periodo = readPeriod({ periodo: one("periodo"), ano: one("ano"), mes: one("mes") }, periodoFixo, faltas);
  const columns = at("valor");
  if (columns.length === 0) faltas.push("Diga ao menos uma coluna de valor, e de qual indicador.");
  const semIndicador = columns.filter((i) => indicadores[i] === "").map((i) => `“${titulos[i] ?? ""}”`);
  if (semIndicador.length > 0) {
    faltas.push(`Escolha o indicador ${semIndicador.length === 1 ? "da coluna" : "das colunas"} ${joinPt(semIndicador)}.`);
  }
  const valores = columns.flatMap((coluna) => {
    const indicador = indicadores[coluna] ?? "";
    return indicador === "" ? [] : [{ coluna, indicador }];
  });
  if (new Set(valores.map(({ indicador }) => indicador)).size < valores.length) faltas.push("Duas colunas têm o mesmo indicador: deixe uma.");
  if (nome.trim() === "") faltas.push("Dê um nome ao mapeamento.");
  if (faltas.length > 0 || periodo === null) return { mapeamento: null, faltas };
  return {
    faltas,
    mapeamento: { tipo: "mapeamento-mirante", versao: 1, nome: nome.trim().slice(0, 120), titulos, municipio, periodo, valores },
  };
}

function readPeriod(
  { periodo, ano, mes }: { readonly periodo: number | null; readonly ano: number | null; readonly mes: number | null },
  fixo: string,
  faltas: string[],
): Mapping["periodo"] | null {
  if (periodo !== null && (ano !== null || mes !== null)) {
    faltas.push("O período está em duas colunas que se repetem: deixe a do período inteiro ou as de ano e mês.");
    return null;
  }
  if (periodo !== null) return { tipo: "coluna", coluna: periodo };
  if (ano !== null) return mes === null ? { tipo: "coluna", coluna: ano } : { tipo: "ano-mes", ano, mes };
  if (mes !== null) {
    faltas.push("Diga qual coluna é o ano: só o mês não basta.");
    return null;
  }
  if (fixo.trim() === "") {
    faltas.push("Diga o período: uma coluna, ou um só para todas as linhas.");
    return null;
  }
  const valor = periodoDe(fixo);
  if (valor === null) faltas.push(`“${fixo.trim()}” não é um período: escreva 2023, 06/2026 ou 2023-T2.`);
  return valor === null ? null : { tipo: "fixo", valor };
}

/** A period as people type it, as figures keep it; null for anything else. */
export function periodoDe(texto: string): string | null {
  const plain = texto.trim().toUpperCase();
  return isPeriod(plain) ? plain : (readYear(plain) ?? readMonth(texto.trim()));
}

function rotuloDe(papel: Papel): string {
  return PAPEIS.find(({ valor }) => valor === papel)?.rotulo ?? papel;
}

export interface GrupoDeIndicadores {
  readonly dimensao: string;
  readonly indicadores: readonly Indicador[];
}

/** The catalogue by dimension, in the order of the index; what belongs to none comes last. */
export function indicadoresPorDimensao(catalogo: readonly Indicador[], dimensoes: readonly Dimensao[]): GrupoDeIndicadores[] {
  const known = new Set(dimensoes.map(({ id }) => id));
  const groups = dimensoes.map(({ id, nome }) => ({ dimensao: nome, indicadores: catalogo.filter(({ dimensao }) => dimensao === id) }));
  const rest = catalogo.filter(({ dimensao }) => !known.has(dimensao));
  return [...groups, { dimensao: "Outros", indicadores: rest }].filter(({ indicadores }) => indicadores.length > 0);
}

/** Which columns of an unknown table are of persons, in a sentence; null where none is. */
export function colunasDePessoas({ titulos, pessoais }: TablePreview): string | null {
  const nomes = titulos.flatMap((titulo, i) => ((pessoais[i] ?? null) === null ? [] : [titulo === "" ? `a ${String(i + 1)}ª` : titulo]));
  if (nomes.length === 0) return null;
  const oQue = nomes.length === 1 ? "traz dados de pessoas e não é mostrada nem lida" : "trazem dados de pessoas e não são mostradas nem lidas";
  return `${count(nomes.length, "coluna", "colunas", "f")} ${oQue}: ${joinPt(nomes)} (LGPD, Lei 13.709/2018, art. 6º, III).`;
}
