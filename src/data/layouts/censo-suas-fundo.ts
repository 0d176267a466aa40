import { joinPt } from "../../core/format.ts";
import { readInteger } from "../import/numbers.ts";
import type { RawTable } from "../raw/raw.ts";
import { rowWithoutFigures, shownValue, unreadableNumber } from "./cell-problems.ts";
import { decimalQuestion } from "../import/decimal-question.ts";
import { cellText, columnStyles, readFigure, yearsIn } from "./cells.ts";
import { CENSUS_USES, censusYear, levelOf, ORGAO_MDS, readCensusHeader } from "./censo-suas-columns.ts";
import { FUNDO_DICTIONARY, fundoQuestions, type AnswerQuestion, type MoneyQuestion } from "./censo-suas-fundo-questions.ts";
import { columnRoles } from "./columns.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout } from "./layout.ts";
import { fitOf } from "./match.ts";
import { questions, type Questions } from "./questions.ts";
import { ratio4 } from "./tally.ts";
import { placeReader, progressPart, walkPlaces } from "./walk.ts";

function match(tabela: RawTable): Fit | null {
  const header = readCensusHeader(tabela);
  if (header === null || header.posicao.has("unidade")) return null;
  const { respostas, valores } = fundoQuestions(header);
  const telling = respostas.filter(({ confirmar, indicador }) => confirmar === null && indicador !== "fmas-unidade-orcamentaria");
  if (telling.length === 0 && valores.length === 0) return null;
  const found = Math.min(1, (telling.length + valores.length) / 6);
  const posicao = new Map(header.posicao);
  for (const { codigo, position } of [...respostas, ...valores]) posicao.set(codigo, position);
  return fitOf(
    { ...header, posicao },
    {
      confianca: 0.35 + 0.25 * header.codigos + 0.4 * found,
      motivo: `As colunas do Censo SUAS e ${String(respostas.length + valores.length)} perguntas do Fundo Municipal foram reconhecidas pelas respostas${valores.length > 0 ? " e pelas somas" : ""}.`,
      faltam: valores.length > 0 ? [] : ["as colunas de valores (total dos recursos próprios, estaduais e da despesa)"],
    },
  );
}

/** Questions known only by their code in another year's dictionary wait for the user's word. */
function confirmed(respostas: readonly AnswerQuestion[], ano: string | null, perguntas: Questions): AnswerQuestion[] {
  return respostas.filter(({ codigo, confirmar }) => {
    if (confirmar === null || ano === FUNDO_DICTIONARY) return true;
    const answer = perguntas.ask({
      id: `pergunta:${codigo}`,
      pergunta: `No dicionário de variáveis deste arquivo, ${codigo} é "${confirmar}"`,
      opcoes: [
        { valor: "sim", rotulo: "Sim, é essa a pergunta" },
        { valor: "nao", rotulo: "Não: deixar esta coluna de fora" },
      ],
    });
    return answer === "sim";
  });
}

/** Numerators of the quotients by inhabitant, of the same file and year. */
const PER_CAPITA: Readonly<Record<string, string>> = {
  "fmas-repasse-estadual-valor": "fmas-repasse-estadual-per-capita",
  "fmas-despesa-propria-valor": "fmas-despesa-propria-per-capita",
};

function convert(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const { log } = context;
  const perguntas = questions(context.respostas);
  const header = readCensusHeader(tabela);
  const found = header === null ? { respostas: [], valores: [] } : fundoQuestions(header);
  const ano = header === null ? null : censusYear(tabela, header, context.arquivo, perguntas, log);
  const respostas = confirmed(found.respostas, ano, perguntas);
  const valores = found.valores;
  const moneyYear = ano === null ? null : String(Number(ano) - 1);
  const populationAt = fit.posicao.get("populacao");
  const populationYear = populationAt === undefined ? undefined : yearsIn((fit.titulos[populationAt] ?? "").replace(/_/g, " "))[0];
  const styles = columnStyles(tabela, fit, valores.map(({ position }) => position), progressPart(context.onProgress, 0, 0.4));
  const money = valores.map((column) => ({ ...column, style: settled(column, styles, fit, perguntas) }));
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      coluna: fit.titulos[fit.posicao.get("codigo") ?? fit.posicao.get("codigo7") ?? 0] ?? "",
      lugar: placeReader(fit, context.lugares, { codigos: ["codigo", "codigo7"], nome: "municipio", uf: "uf" }),
      linha: ({ linha, campos, codigo }) => {
        if (ano === null || moneyYear === null) return false;
        let figures = 0;
        for (const { indicador, escala, position } of respostas) {
          const text = cellText(campos, position);
          if (text === "") continue;
          const level = levelOf(escala, text);
          if (level === undefined) unknownAnswer(log, linha, fit.titulos[position] ?? "", text);
          if (level === undefined || level === null) continue;
          context.figura({ codigo, periodo: ano, indicador, valor: level }, linha);
          figures += 1;
        }
        const people = readInteger(cellText(campos, populationAt));
        for (const { indicador, position, style } of money) {
          const text = cellText(campos, position);
          const value = readFigure(text, style);
          if (value === "vazio") continue;
          if (typeof value !== "number" || value < 0) {
            unreadableNumber(log, linha, fit.titulos[position] ?? "", text, value === "ambiguo");
            continue;
          }
          context.figura({ codigo, periodo: moneyYear, indicador, valor: value }, linha);
          figures += 1;
          const perCapita = PER_CAPITA[indicador];
          if (perCapita === undefined || populationYear !== moneyYear || typeof people !== "object" || people.valor <= 0) continue;
          context.figura({ codigo, periodo: moneyYear, indicador: perCapita, valor: ratio4(value, people.valor), numerador: value, denominador: people.valor }, linha);
        }
        if (figures === 0) rowWithoutFigures(log, linha);
        return figures > 0;
      },
    },
    progressPart(context.onProgress, 0.4, 1),
  );
  const usos = new Map<string, string>(CENSUS_USES);
  for (const { codigo, indicador } of respostas) usos.set(codigo, `${indicador} (${ano ?? "ano a confirmar"})`);
  for (const { codigo, indicador } of valores) usos.set(codigo, `${indicador} (${moneyYear ?? "ano a confirmar"})`);
  if (populationYear !== undefined && populationYear === moneyYear) usos.set("populacao", "moradores, para os valores por morador");
  return { contagem, ...columnRoles(tabela, fit, { usos }), perguntas: perguntas.open() };
}

function settled({ position }: MoneyQuestion, styles: ReturnType<typeof columnStyles>, fit: Fit, perguntas: Questions): "virgula" | "ponto" | "misto" | "inteiro" | "ambiguo" {
  const style = styles.get(position) ?? "inteiro";
  if (style !== "ambiguo") return style;
  const answer = perguntas.ask(decimalQuestion(fit.titulos[position] ?? ""));
  return answer === "virgula" || answer === "ponto" ? answer : "ambiguo";
}

function unknownAnswer(log: ConversionContext["log"], linha: number, coluna: string, valor: string): void {
  log.add("resposta-desconhecida", {
    gravidade: "aviso",
    linha,
    coluna,
    valor: shownValue(valor),
    mensagem: "A resposta não é das que o questionário prevê para esta pergunta e não foi lida.",
    conserto: `Compare com as outras respostas da coluna ${coluna} e corrija na origem.`,
  });
}

/** Censo SUAS, Fundo Municipal, "Dados Gerais": one row a municipality. */
export const CENSO_FUNDO: OfficialLayout = {
  id: "censo-suas-fundo",
  titulo: "Censo SUAS: Fundo Municipal, dados gerais",
  orgao: ORGAO_MDS,
  fonte: "mds-censo-suas",
  grao: `Uma linha é o fundo de um município. As respostas são do ano do Censo; os valores em reais são do ano anterior. ${joinPt(["Vazio", '"não sabe informar"'])} ficam sem número. As coordenadas do arquivo, que vêm quebradas, não são lidas.`,
  match,
  convert,
};
