import { fold } from "../../core/search.ts";
import { joinPt } from "../../core/format.ts";
import type { RawTable } from "../raw/raw.ts";
import { shownValue } from "./cell-problems.ts";
import { decimalQuestion } from "../import/decimal-question.ts";
import { cellText, columnStyles, readFigure } from "./cells.ts";
import type { Conversion, ConversionContext, FileHint, Fit, OfficialLayout } from "./layout.ts";
import { findHeader, fitOf, looksLikeCode, openingRows, shareOf, type FieldRule } from "./match.ts";
import { askMonth, askYear, monthInName, yearFrom } from "./period.ts";
import { questions, type Questions } from "./questions.ts";
import { countSetAside, WITHOUT_FIGURES } from "./reference-only.ts";
import { fileProblem } from "../import/whole-file.ts";
import { placeReader, progressPart, walkPlaces } from "./walk.ts";

const RULES: readonly FieldRule[] = [
  { campo: "codigo", titulos: ["chave"] },
  { campo: "valor", titulos: ["valor"] },
];

/** What such files hold in practice; `periodo` is fixed where the indicator is of one year only. */
const INDICADORES: readonly { readonly id: string; readonly rotulo: string; readonly pista: RegExp; readonly periodo: "mes" | "ano" | { readonly fixo: string } }[] = [
  { id: "populacao", rotulo: "População no Censo 2022", pista: /popula|4709/, periodo: { fixo: "2022" } },
  { id: "populacao-estimada", rotulo: "População estimada pelo IBGE", pista: /estima|6579/, periodo: "ano" },
  { id: "cadunico-pessoas", rotulo: "Pessoas no Cadastro Único", pista: /cadun|cadastro unico/, periodo: "mes" },
];

const NENHUM = "nenhum";

/** JSON objects from municipality code to number: the figures do not say what they are, so the user does. */
export const CODIGO_VALOR: OfficialLayout = {
  id: "codigo-valor",
  titulo: "Números por código de município (JSON)",
  orgao: "não declarado no arquivo",
  fonte: "arquivo-do-usuario",
  grao: "Cada item é um município e um número. O arquivo não diz que número é: você diz.",
  match: matchCodeValue,
  convert: convertCodeValue,
};

function matchCodeValue(tabela: RawTable, { arquivo }: FileHint): Fit | null {
  if (tabela.cabecalho?.nomes.length !== 2) return null;
  const found = findHeader(tabela, RULES);
  if (found === null || found.posicao.size < 2) return null;
  const rows = openingRows(tabela, found.linha);
  const codes = shareOf(rows, found.posicao.get("codigo"), looksLikeCode) ?? 0;
  const numbers = shareOf(rows, found.posicao.get("valor"), (texto) => /^[+-]?[\d.,]+$/.test(texto)) ?? 0;
  if (codes < 0.9 || numbers < 0.5) return null;
  const hinted = INDICADORES.filter(({ pista }) => pista.test(fold(arquivo))).map(({ rotulo }) => rotulo);
  const hint = hinted.length === 0 ? "" : ` O nome do arquivo sugere: ${joinPt(hinted)}.`;
  return fitOf(found, { confianca: 0.8, motivo: `Cada item é o código IBGE de um município e um número, sem dizer qual.${hint}` });
}

function convertCodeValue(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const { log } = context;
  const perguntas = questions(context.respostas);
  const aside = (): Conversion => ({
    contagem: countSetAside(tabela, fit, context.onProgress),
    usadas: [],
    ignoradas: [...fit.titulos],
    pessoais: [],
    perguntas: perguntas.open(),
  });
  const answer = askIndicator(perguntas, context.arquivo);
  if (answer === NENHUM) {
    log.add(WITHOUT_FIGURES, fileProblem("aviso", "Você disse que o arquivo não é de nenhum indicador da lista: nada foi carregado.", "Use a tela de mapeamento se o número for de outro indicador do catálogo."));
    return aside();
  }
  const indicador = INDICADORES.find(({ id }) => id === answer);
  if (indicador === undefined) return aside();
  const periodo = periodOf(indicador, perguntas, context.arquivo);
  if (periodo === null) return aside();
  const valorAt = fit.posicao.get("valor");
  const titulo = fit.titulos[valorAt ?? -1] ?? "valor";
  const style = columnStyles(tabela, fit, valorAt === undefined ? [] : [valorAt], progressPart(context.onProgress, 0, 0.4)).get(valorAt ?? -1) ?? "inteiro";
  const decided = style === "ambiguo" ? perguntas.ask(decimalQuestion(titulo)) : style;
  if (decided !== "virgula" && decided !== "ponto" && decided !== "inteiro" && decided !== "misto") return aside();
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      lugar: placeReader(fit, context.lugares, { codigos: ["codigo"] }),
      coluna: fit.titulos[fit.posicao.get("codigo") ?? -1] ?? "",
      linha: ({ linha, campos, codigo }) => {
        const texto = cellText(campos, valorAt);
        const reading = readFigure(texto, decided);
        if (reading === "vazio") {
          log.add("sem-valor", { gravidade: "linha-separada", linha, coluna: titulo, valor: null, mensagem: "O item não traz valor; vazio não é zero.", conserto: "Confira o valor na origem do arquivo." });
          return false;
        }
        if (typeof reading === "number" && reading >= 0 && Number.isInteger(reading)) {
          context.figura({ codigo, periodo, indicador: indicador.id, valor: reading }, linha);
          return true;
        }
        log.add("numero-invalido", { gravidade: "linha-separada", linha, coluna: titulo, valor: shownValue(texto), mensagem: "Não é um número inteiro de pessoas.", conserto: "Confira o valor na origem do arquivo." });
        return false;
      },
    },
    progressPart(context.onProgress, 0.4, 1),
  );
  return {
    contagem,
    usadas: [
      { titulo: fit.titulos[fit.posicao.get("codigo") ?? -1] ?? "", uso: "município (código IBGE)" },
      { titulo, uso: indicador.id },
    ],
    ignoradas: [],
    pessoais: [],
    perguntas: perguntas.open(),
  };
}

/** The plausible ones first: those the file's name suggests. */
function askIndicator(perguntas: Questions, arquivo: string): string | null {
  const name = fold(arquivo);
  const isHinted = ({ pista }: { readonly pista: RegExp }): boolean => pista.test(name);
  const ordered = [...INDICADORES.filter(isHinted), ...INDICADORES.filter((indicador) => !isHinted(indicador))];
  return perguntas.ask({
    id: "indicador",
    pergunta: "O arquivo traz um número para cada código de município, mas não diz o que ele é. Que número é este?",
    opcoes: [
      ...ordered.map((indicador) => ({ valor: indicador.id, rotulo: isHinted(indicador) ? `${indicador.rotulo} (o nome do arquivo sugere)` : indicador.rotulo })),
      { valor: NENHUM, rotulo: "Nenhum destes" },
    ],
  });
}

function periodOf({ periodo, rotulo }: (typeof INDICADORES)[number], perguntas: Questions, arquivo: string): string | null {
  if (typeof periodo === "object") return periodo.fixo;
  if (periodo === "ano") return yearFrom([arquivo]) ?? askYear(perguntas, rotulo);
  return monthInName(arquivo) ?? askMonth(perguntas, rotulo);
}
