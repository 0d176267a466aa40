import type { RawTable } from "../raw/raw.ts";
import { rowWithoutFigures, shownValue } from "./cell-problems.ts";
import { cellText } from "./cells.ts";
import { columnRoles } from "./columns.ts";
import { readInteger } from "../import/numbers.ts";
import { readIndexHeader, readLevel, unitNamed, type IndexHeader, type IndexSigla } from "./indice-idsuas-header.ts";
import { blockYears } from "./indice-idsuas-years.ts";
import type { Conversion, ConversionContext, FileHint, Fit, OfficialLayout } from "./layout.ts";
import { fitOf, looksLikeCode, openingRows, shareOf } from "./match.ts";
import { questions } from "./questions.ts";
import { meanOf, tallies } from "./tally.ts";
import { placeReader, walkPlaces } from "./walk.ts";

interface IndexLayout {
  readonly sigla: IndexSigla;
  readonly id: string;
  readonly titulo: string;
  /** Catalogue id of the count of units that answered; null where the index is of the municipality itself. */
  readonly respondentes: string | null;
}

function match(layout: IndexLayout, tabela: RawTable, { arquivo }: FileHint): Fit | null {
  const header = readIndexHeader(tabela, layout.sigla);
  if (header === null) return null;
  const { posicao, blocos, linha } = header;
  const rows = openingRows(tabela, linha);
  const codes = Math.max(...["codigo", "codigo7"].map((campo) => shareOf(rows, posicao.get(campo), looksLikeCode) ?? 0));
  const placed = codes > 0 ? codes : posicao.has("municipio") && posicao.has("uf") ? 0.8 : 0;
  const levels = blocos.flatMap(({ dimensoes }) => [...dimensoes.values()]);
  const inScale = levels.map((at) => shareOf(rows, at, (text) => isLevel(readLevel(text)) || text === "0" || text === "-")).filter((share) => share !== null);
  const scale = inScale.length === 0 ? 1 : inScale.reduce((sum, share) => sum + share, 0) / inScale.length;
  const hasIndex = blocos.every(({ dimensoes }) => dimensoes.has(""));
  const named = layout.sigla === "IDConselho" ? layout.sigla : unitNamed(tabela, header, arquivo);
  if (named !== null && named !== layout.sigla) return null;
  const faltam = [...(hasIndex ? [] : [layout.sigla]), ...(placed > 0 ? [] : ["IBGE"])];
  const what = `As três dimensões do ${layout.sigla} estão no cabeçalho${blocos.length > 1 ? `, em ${String(blocos.length)} grupos de colunas, um por ano` : ""}`;
  const reason =
    named === null
      ? `${what}, mas nada diz se é IDCRAS ou IDCREAS: as dimensões são as mesmas.`
      : placed === 0
        ? `${what}, mas falta a coluna do município.`
        : scale < 0.8
          ? `${what}, mas os valores não estão na escala de 1 a 5.`
          : `${what} e os valores estão na escala de 1 a 5.`;
  const confianca = (0.4 + (hasIndex ? 0.1 : 0) + 0.25 * placed + 0.25 * scale) * (named === null ? 0.7 : 1);
  return fitOf(header, { confianca, motivo: reason, faltam, linhasDeCabecalho: header.linhasDeCabecalho });
}

const isLevel = (value: number | null): value is number => value !== null && value >= 1 && value <= 5;

function convert(layout: IndexLayout, tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const { log } = context;
  const perguntas = questions(context.respostas);
  const header = readIndexHeader(tabela, layout.sigla);
  const years = header === null ? [] : blockYears(tabela, header, context.arquivo, perguntas, log);
  const sums = tallies();
  const respondents = tallies();
  const units = new Set<string>();
  const unitAt = fit.posicao.get("unidade");
  const base = layout.id;
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    {
      coluna: fit.titulos[fit.posicao.get("codigo") ?? fit.posicao.get("codigo7") ?? fit.posicao.get("municipio") ?? 0] ?? "",
      lugar: placeReader(fit, context.lugares, { codigos: ["codigo", "codigo7"], nome: "municipio", uf: "uf" }),
      linha: ({ linha, campos, codigo }) => {
        const unit = cellText(campos, unitAt);
        if (unit !== "") {
          if (units.has(unit)) {
            repeatedUnit(log, linha);
            return false;
          }
          units.add(unit);
        }
        let hasFigure = false;
        header?.blocos.forEach(({ dimensoes, respondentes }, i) => {
          const year = years[i] ?? null;
          if (year === null) return;
          let answered = false;
          for (const [sufixo, at] of dimensoes) {
            const text = cellText(campos, at);
            const level = readLevel(text);
            if (isLevel(level)) {
              sums.add(codigo, year, `${base}${sufixo}`, level, linha);
              answered = true;
            } else if (text !== "" && !/^[-–—.]+$/.test(text)) outOfScale(log, linha, fit.titulos[at] ?? "", text);
          }
          hasFigure ||= answered;
          if (layout.respondentes === null) return;
          if (respondentes === null) {
            if (answered && unitAt !== undefined) respondents.add(codigo, year, layout.respondentes, 1, linha);
            return;
          }
          const count = readInteger(cellText(campos, respondentes));
          if (typeof count === "object" && count.valor >= 0) respondents.add(codigo, year, layout.respondentes, count.valor, linha);
        });
        if (!hasFigure && !years.includes(null)) rowWithoutFigures(log, linha);
        return hasFigure;
      },
    },
    context.onProgress,
  );
  sums.each((tally) => {
    context.figura({ codigo: tally.codigo, periodo: tally.periodo, indicador: tally.indicador, valor: meanOf(tally) }, tally.linha);
  });
  respondents.each(({ codigo, periodo, indicador, soma, linha }) => {
    context.figura({ codigo, periodo, indicador, valor: soma }, linha);
  });
  return { contagem, ...columnRoles(tabela, fit, { usos: usesOf(layout, header, years), agregada: () => true }), perguntas: perguntas.open() };
}

function usesOf(layout: IndexLayout, header: IndexHeader | null, years: readonly (string | null)[]): Map<string, string> {
  const usos = new Map([
    ["unidade", "unidade (para não contar duas vezes)"],
    ["codigo", "município (código IBGE)"],
    ["codigo7", "município (código IBGE)"],
    ["municipio", "município (nome, onde falta o código)"],
    ["uf", "município (UF, onde falta o código)"],
  ]);
  header?.blocos.forEach(({ dimensoes, respondentes }, i) => {
    const year = years[i] ?? "ano a confirmar";
    for (const sufixo of dimensoes.keys()) usos.set(`${String(i)}${sufixo}`, `${layout.id}${sufixo} (${year})`);
    if (respondentes !== null && layout.respondentes !== null) usos.set(`${String(i)}:respondentes`, `${layout.respondentes} (${year})`);
  });
  return usos;
}

function outOfScale(log: ConversionContext["log"], linha: number, coluna: string, valor: string): void {
  log.add("fora-da-escala", {
    gravidade: "aviso",
    linha,
    coluna,
    valor: shownValue(valor),
    mensagem: "A escala vai de 1 a 5: o valor não é um nível e não foi lido.",
    conserto: "Confira na origem se a unidade respondeu ao Censo SUAS daquele ano.",
  });
}

function repeatedUnit(log: ConversionContext["log"], linha: number): void {
  log.add("unidade-repetida", {
    gravidade: "linha-separada",
    linha,
    coluna: null,
    valor: null,
    mensagem: "A mesma unidade já apareceu na tabela; ficou a primeira linha.",
    conserto: "Confira na origem qual das linhas vale.",
  });
}

const ORGAO = "Ministério do Desenvolvimento e Assistência Social (MDS)";

function officialLayout(layout: IndexLayout, grao: string): OfficialLayout {
  return {
    id: layout.id,
    titulo: layout.titulo,
    orgao: ORGAO,
    fonte: `mds-${layout.id}`,
    grao,
    match: (tabela, pista) => match(layout, tabela, pista),
    convert: (tabela, fit, context) => convert(layout, tabela, fit, context),
  };
}

const UNIT_GRAIN =
  "Uma linha é uma unidade (ou, na aba do médio municipal, um município) e cada grupo de colunas é um ano; o número do município é a média das suas unidades, com duas casas, como o MDS publica. Valor fora da escala de 1 a 5 não é lido.";

/** IDCRAS, IDCREAS and IDConselho as MDS publishes them: by unit or by municipality, one year or several side by side. */
export const ID_INDICES: readonly OfficialLayout[] = [
  officialLayout({ sigla: "IDCRAS", id: "idcras", titulo: "IDCRAS: Índice de Desenvolvimento do CRAS", respondentes: "cras-respondentes" }, UNIT_GRAIN),
  officialLayout({ sigla: "IDCREAS", id: "idcreas", titulo: "IDCREAS: Índice de Desenvolvimento do CREAS", respondentes: "creas-respondentes" }, UNIT_GRAIN),
  officialLayout(
    { sigla: "IDConselho", id: "idconselho", titulo: "IDConselho: Índice de Desenvolvimento do Conselho Municipal", respondentes: null },
    "Uma linha é o conselho de um município em um ano. Valor fora da escala de 1 a 5 não é lido.",
  ),
];

