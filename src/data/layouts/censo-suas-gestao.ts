import { fold } from "../../core/search.ts";
import type { RawTable } from "../raw/raw.ts";
import { rowWithoutFigures, shownValue } from "./cell-problems.ts";
import { cellText, readYear } from "./cells.ts";
import { answersFit, CENSUS_USES, censusYear, levelOf, ORGAO_MDS, readCensusHeader, type AnswerScale, type CensusHeader } from "./censo-suas-columns.ts";
import { SIM_NAO } from "./censo-suas-fundo-questions.ts";
import { columnRoles } from "./columns.ts";
import type { Conversion, ConversionContext, FileHint, Fit, OfficialLayout } from "./layout.ts";
import { fitOf, shareOf } from "./match.ts";
import { questions, type Questions } from "./questions.ts";
import { placeReader, walkPlaces } from "./walk.ts";

/** The edition whose dictionary of variables the codes were read from. */
const DICTIONARY = "2021";

/** How an area stands in the body that runs social assistance. */
const AREA: AnswerScale = [
  { padrao: /^nao\b/, valor: 0 },
  { padrao: /\binforma(?:l|lmente)\b/, valor: 1 },
  { padrao: /\bforma(?:l|lmente)\b/, valor: 2 },
];

interface Anchors {
  /** Areas of the body, `q1_1` … `q1_11`; the second is vigilância socioassistencial. */
  readonly vigilancia: number | null;
  /** Year of the law of the SUAS, `q3`, and "there is none", `q3_1`. */
  readonly lei: number | null;
  readonly semLei: number | null;
  /** Plan of education of the workers, `q73`. */
  readonly capacitacao: number | null;
  /** The areas have their answers, so that the file is of the municipal body. */
  readonly areas: number;
}

function anchorsOf({ perguntas, linhas, titulos }: CensusHeader): Anchors {
  const areas = [...perguntas].filter(([codigo, position]) => /^q1_\d{1,2}$/.test(codigo) && answersFit(linhas, position, AREA)).length;
  const titled = (texto: RegExp): number | null => {
    const at = titulos.findIndex((titulo) => texto.test(fold(titulo)));
    return at === -1 ? null : at;
  };
  const q3 = perguntas.get("q3");
  const isYear = (shareOf(linhas, q3, (text) => readYear(text) !== null) ?? 0) >= 0.8;
  const q73 = perguntas.get("q73");
  return {
    areas,
    vigilancia: titled(/\bvigilancia socioassistencial inclusive\b/) ?? (areas >= 6 ? (perguntas.get("q1_2") ?? null) : null),
    lei: isYear ? (q3 ?? null) : null,
    semLei: isYear ? (perguntas.get("q3_1") ?? null) : null,
    capacitacao: titled(/\bplano municipal de capacitacao e educacao permanente\b/) ?? (q73 !== undefined && answersFit(linhas, q73, SIM_NAO) ? q73 : null),
  };
}

function match(tabela: RawTable, { arquivo }: FileHint): Fit | null {
  const header = readCensusHeader(tabela);
  if (header === null || header.posicao.has("unidade")) return null;
  const anchors = anchorsOf(header);
  const named = /\bgestao municipal\b/.test(fold(`${tabela.nome ?? ""} ${arquivo}`));
  if (anchors.areas < 6 && !named) return null;
  const posicao = new Map(header.posicao);
  for (const campo of ["vigilancia", "lei", "semLei", "capacitacao"] as const) {
    const at = anchors[campo];
    if (at !== null) posicao.set(campo, at);
  }
  const isKnown = anchors.areas >= 6;
  return fitOf(
    { ...header, posicao },
    {
      confianca: (isKnown ? 0.7 : 0.4) + 0.3 * header.codigos,
      motivo: isKnown
        ? "As colunas do Censo SUAS estão no cabeçalho e as respostas das áreas do órgão gestor são as da Gestão Municipal."
        : "O nome diz Gestão Municipal, mas as perguntas das áreas do órgão gestor não foram reconhecidas pelas respostas.",
      faltam: isKnown ? [] : ["q1_1 a q1_11 (áreas do órgão gestor)"],
    },
  );
}

/** A question known by its code in the 2021 dictionary; for another year the user confirms it. */
function confirm(perguntas: Questions, ano: string | null, titulo: string, pergunta: string): boolean {
  if (ano === DICTIONARY || /[a-z]{4}/i.test(titulo)) return true;
  const answer = perguntas.ask({
    id: `pergunta:${titulo}`,
    pergunta: `No dicionário de variáveis deste arquivo, ${titulo} é "${pergunta}"`,
    opcoes: [
      { valor: "sim", rotulo: "Sim, é essa a pergunta" },
      { valor: "nao", rotulo: "Não: deixar esta coluna de fora" },
    ],
  });
  return answer === "sim";
}

function convert(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const { log } = context;
  const perguntas = questions(context.respostas);
  const header = readCensusHeader(tabela);
  const ano = header === null ? null : censusYear(tabela, header, context.arquivo, perguntas, log);
  const kept = (campo: string, pergunta: string): number | undefined => {
    const at = fit.posicao.get(campo);
    return at !== undefined && confirm(perguntas, ano, fit.titulos[at] ?? "", pergunta) ? at : undefined;
  };
  const vigilancia = kept("vigilancia", "a área de Vigilância Socioassistencial está constituída no órgão gestor?");
  const lei = kept("lei", "em que ano ocorreu a última atualização da lei municipal do SUAS?");
  const semLei = lei === undefined ? undefined : kept("semLei", "o município não possui lei municipal do SUAS?");
  const capacitacao = kept("capacitacao", "o município possui plano de capacitação e educação permanente dos trabalhadores do SUAS?");
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      coluna: fit.titulos[fit.posicao.get("codigo") ?? fit.posicao.get("codigo7") ?? 0] ?? "",
      lugar: placeReader(fit, context.lugares, { codigos: ["codigo", "codigo7"], nome: "municipio", uf: "uf" }),
      linha: ({ linha, campos, codigo }) => {
        if (ano === null) return false;
        const answers: [string, number | null][] = [
          ["gestao-vigilancia", answer(AREA, campos, vigilancia, linha)],
          ["gestao-lei-suas", law(cellText(campos, lei), cellText(campos, semLei))],
          ["gestao-plano-capacitacao", answer(SIM_NAO, campos, capacitacao, linha)],
        ];
        const given = answers.filter((entry): entry is [string, number] => entry[1] !== null);
        for (const [indicador, valor] of given) context.figura({ codigo, periodo: ano, indicador, valor }, linha);
        if (given.length === 0) rowWithoutFigures(log, linha);
        return given.length > 0;
      },
    },
    context.onProgress,
  );
  function answer(scale: AnswerScale, campos: readonly string[], at: number | undefined, linha: number): number | null {
    const text = cellText(campos, at);
    if (text === "") return null;
    const level = levelOf(scale, text);
    if (level !== undefined) return level;
    log.add("resposta-desconhecida", {
      gravidade: "aviso",
      linha,
      coluna: fit.titulos[at ?? 0] ?? "",
      valor: shownValue(text),
      mensagem: "A resposta não é das que o questionário prevê para esta pergunta e não foi lida.",
      conserto: "Compare com as outras respostas da coluna e corrija na origem.",
    });
    return null;
  }
  const quando = ano ?? "ano a confirmar";
  const usos = new Map<string, string>(CENSUS_USES);
  if (vigilancia !== undefined) usos.set("vigilancia", `gestao-vigilancia (${quando})`);
  if (lei !== undefined) usos.set("lei", `gestao-lei-suas (${quando})`);
  if (semLei !== undefined) usos.set("semLei", `gestao-lei-suas (${quando})`);
  if (capacitacao !== undefined) usos.set("capacitacao", `gestao-plano-capacitacao (${quando})`);
  return { contagem, ...columnRoles(tabela, fit, { usos }), perguntas: perguntas.open() };
}

/** A year of the law is a law; "there is none" is none; both blank, or both given, is no answer. */
function law(year: string, none: string): number | null {
  const hasYear = readYear(year) !== null;
  const saysNone = levelOf(SIM_NAO, none) === 1 || none === "1";
  if (hasYear === saysNone) return null;
  return hasYear ? 1 : 0;
}

/** Censo SUAS, Gestão Municipal, "Dados Gerais": one row a municipality. */
export const CENSO_GESTAO: OfficialLayout = {
  id: "censo-suas-gestao",
  titulo: "Censo SUAS: gestão municipal, dados gerais",
  orgao: ORGAO_MDS,
  fonte: "mds-censo-suas",
  grao: "Uma linha é o órgão gestor de um município; as respostas são do ano do Censo. As perguntas mudam de código a cada ano: fora do dicionário de 2021, cada uma é confirmada antes de ser lida.",
  match,
  convert,
};
