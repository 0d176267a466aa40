import { fold } from "../../core/search.ts";
import type { RawTable } from "../raw/raw.ts";
import { cellText } from "./cells.ts";
import { answersFit, CENSUS_USES, censusYear, isCensusColumn, levelOf, ORGAO_MDS, readCensusHeader, type AnswerScale, type CensusHeader } from "./censo-suas-columns.ts";
import { columnRoles, nominalRefusal } from "./columns.ts";
import type { Conversion, ConversionContext, FileHint, Fit, OfficialLayout } from "./layout.ts";
import { fitOf, openingRows, shareOf } from "./match.ts";
import { questions } from "./questions.ts";
import { ratio4, tallies } from "./tally.ts";
import { placeReader, walkPlaces } from "./walk.ts";

interface StaffKind {
  readonly id: string;
  readonly equipe: string;
  readonly titulo: string;
  /** Prefix of the catalogue ids. */
  readonly prefixo: string;
  /** Columns and answers only this body's file has, and what the file is called; on folded text. */
  readonly colunas: RegExp;
  readonly respostas: RegExp | null;
  readonly arquivo: RegExp;
  /** One row is of a unit with its own number: workers a unit can be told. */
  readonly temUnidade: boolean;
}

const KINDS: readonly StaffKind[] = [
  {
    id: "censo-suas-fundo-rh",
    equipe: "do Fundo Municipal",
    titulo: "Censo SUAS: Fundo Municipal, trabalhadores",
    prefixo: "fmas",
    colunas: /^fundo$/,
    respostas: /^ordenador ?a? de despesas?$/,
    arquivo: /\bfundo\b/,
    temUnidade: false,
  },
  {
    id: "censo-suas-cras-rh",
    equipe: "dos CRAS",
    titulo: "Censo SUAS: CRAS, trabalhadores",
    prefixo: "cras",
    colunas: /^paif$|bin paif\b|\bcras\b/,
    respostas: /\bpaif\b/,
    arquivo: /\bcras\b/,
    temUnidade: true,
  },
  {
    id: "censo-suas-creas-rh",
    equipe: "dos CREAS",
    titulo: "Censo SUAS: CREAS, trabalhadores",
    prefixo: "creas",
    colunas: /^paefi$|bin paefi\b|\bcreas\b/,
    respostas: /\bpaefi\b/,
    arquivo: /\bcreas\b/,
    temUnidade: true,
  },
  {
    id: "censo-suas-gestao-rh",
    equipe: "da gestão municipal",
    titulo: "Censo SUAS: gestão municipal, trabalhadores",
    prefixo: "gestao",
    colunas: /bin vigilancia socioassistencial\b|bin regulacao do suas\b/,
    respostas: /\bvigilancia socioassistencial\b/,
    arquivo: /\bgestao municipal\b/,
    temUnidade: false,
  },
];

/** Kinds of bond; 1 is a permanent post by public examination (servidor estatutário). */
const VINCULO: AnswerScale = [
  { padrao: /^servidor ?a? estatutario ?a?$|^servidor estatutario$|^estatutario ?a?$/, valor: 1 },
  { padrao: /^empregado ?a? publico ?a?(?: clt)?(?: celetista)?$|^comissionado ?a?$|^servidor ?a? temporario ?a?$|^outros? vinculos? nao permanentes?$|^sem vinculo$|^terceirizado ?a?$|^voluntario ?a?$|^trabalhador ?a? de empresa.*$|^cedido ?a?$|^estagiario ?a?$/, valor: 0 },
];

const SEXO = /^(?:feminino|masculino)$/;

function staffColumns(header: CensusHeader): { readonly vinculo: number | undefined; readonly isStaff: boolean } {
  const positions = [...header.perguntas.values()];
  const vinculo = positions.find((position) => answersFit(header.linhas, position, VINCULO));
  const sexo = positions.some((position) => (shareOf(header.linhas, position, (text) => SEXO.test(fold(text))) ?? 0) >= 0.9);
  const derived = header.titulos.some((titulo) => /^(?:faixas_etarias|nu_trabalhador|nu_conselheiros)$/i.test(titulo.trim()));
  return { vinculo, isStaff: derived || (sexo && vinculo !== undefined) };
}

function kindOf(header: CensusHeader, tabela: RawTable, arquivo: string): StaffKind | null {
  const titles = header.titulos.map((titulo) => fold(titulo));
  const byTitle = KINDS.filter(({ colunas }) => titles.some((titulo) => colunas.test(titulo)));
  if (byTitle.length === 1) return byTitle[0] ?? null;
  const positions = [...header.perguntas.values()];
  const byAnswer = KINDS.filter(({ respostas }) => respostas !== null && header.linhas.some(({ campos }) => positions.some((position) => respostas.test(fold(cellText(campos, position))))));
  if (byAnswer.length === 1) return byAnswer[0] ?? null;
  const named = fold(`${tabela.nome ?? ""} ${arquivo}`);
  const byName = KINDS.filter((kind) => kind.arquivo.test(named));
  return byName.length === 1 ? (byName[0] ?? null) : null;
}

function match(kind: StaffKind, tabela: RawTable, { arquivo }: FileHint): Fit | null {
  const header = readCensusHeader(tabela);
  if (header === null || isCouncil(header)) return null;
  const { vinculo, isStaff } = staffColumns(header);
  if (!isStaff) return null;
  const found = kindOf(header, tabela, arquivo);
  if (found !== null && found !== kind) return null;
  const posicao = new Map(header.posicao);
  if (vinculo !== undefined) posicao.set("vinculo", vinculo);
  const confianca = (0.45 + 0.3 * header.codigos + (vinculo === undefined ? 0.05 : 0.25)) * (found === null ? 0.7 : 1);
  return fitOf(
    { ...header, posicao },
    {
      confianca,
      motivo:
        found === null
          ? "É um arquivo de trabalhadores do Censo SUAS, mas nada diz de que equipe."
          : `As colunas do Censo SUAS estão no cabeçalho e cada linha é um trabalhador ${kind.equipe}: as linhas são só contadas.`,
      faltam: vinculo === undefined ? ["a coluna do vínculo"] : [],
    },
  );
}

function convert(kind: StaffKind, tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const perguntas = questions(context.respostas);
  const header = readCensusHeader(tabela);
  const ano = header === null ? null : censusYear(tabela, header, context.arquivo, perguntas, context.log);
  const bondAt = fit.posicao.get("vinculo");
  const unitAt = kind.temUnidade ? fit.posicao.get("unidade") : undefined;
  const workers = tallies();
  const units = tallies();
  const seen = new Set<string>();
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
        workers.add(codigo, ano, "todos", 1, linha);
        const bond = bondAt === undefined ? undefined : levelOf(VINCULO, cellText(campos, bondAt));
        if (typeof bond === "number") workers.add(codigo, ano, "vinculo", bond, linha);
        const unit = cellText(campos, unitAt);
        if (unit !== "" && !seen.has(unit)) {
          seen.add(unit);
          units.add(codigo, ano, "unidades", 1, linha);
        }
        return true;
      },
    },
    context.onProgress,
  );
  workers.each(({ codigo, periodo, indicador, n, soma, linha }) => {
    if (indicador === "vinculo") {
      context.figura({ codigo, periodo, indicador: `${kind.prefixo}-vinculo-efetivo`, valor: ratio4(soma * 100, n), numerador: soma, denominador: n }, linha);
      return;
    }
    context.figura({ codigo, periodo, indicador: `${kind.prefixo}-trabalhadores`, valor: n }, linha);
    const unidades = units.get(codigo, periodo, "unidades")?.n ?? 0;
    if (unidades > 0) {
      context.figura({ codigo, periodo, indicador: `${kind.prefixo}-trabalhadores-por-unidade`, valor: ratio4(n, unidades), numerador: n, denominador: unidades }, linha);
    }
  });
  const usos = new Map<string, string>([
    ...CENSUS_USES,
    ["vinculo", `${kind.prefixo}-vinculo-efetivo: só a contagem por município (${ano ?? "ano a confirmar"})`],
  ]);
  if (kind.temUnidade) usos.set("unidade", "unidade (para contar quantas são)");
  const rows = openingRows(tabela, fit.linhaCabecalho);
  const pessoal = (titulo: string): string | null => {
    if (isCensusColumn(titulo)) return null;
    const at = fit.titulos.indexOf(titulo);
    return rows.some(({ campos }) => SEXO.test(fold(cellText(campos, at)))) ? "sexo do trabalhador" : "característica do trabalhador";
  };
  return { contagem, ...columnRoles(tabela, fit, { usos, pessoal, agregada: isCensusColumn }), perguntas: perguntas.open() };
}

/** The council's members, with their CPF: MDS's file has no figure but them. */
const isCouncil = ({ titulos }: CensusHeader): boolean => titulos.some((titulo) => /^(?:nu_conselheiros|tempomandato)$/i.test(titulo.trim()));

const CONSELHO: OfficialLayout = {
  id: "censo-suas-conselho-rh",
  titulo: "Censo SUAS: Conselho Municipal, conselheiros",
  orgao: ORGAO_MDS,
  fonte: "mds-censo-suas",
  grao: "Uma linha é uma pessoa do conselho: o arquivo não traz número do município e não é lido.",
  match(tabela) {
    const header = readCensusHeader(tabela);
    if (header === null || !isCouncil(header)) return null;
    return fitOf(header, { confianca: 0.6 + 0.4 * header.codigos, motivo: "As colunas do Censo SUAS estão no cabeçalho e cada linha é uma pessoa do conselho municipal." });
  },
  convert() {
    throw nominalRefusal("conselheiros, uma por linha, com CPF, sexo e escolaridade");
  },
};

/** Censo SUAS, "RH": one row a worker, of which only counts are kept. */
export const CENSO_RH: readonly OfficialLayout[] = [
  ...KINDS.map((kind) => ({
    id: kind.id,
    titulo: kind.titulo,
    orgao: ORGAO_MDS,
    fonte: "mds-censo-suas",
    grao: `Uma linha é um trabalhador ${kind.equipe}: as linhas são contadas por município, e o vínculo entra só como parte do total. Sexo, escolaridade, profissão, idade e datas não são lidos.`,
    match: (tabela: RawTable, pista: FileHint) => match(kind, tabela, pista),
    convert: (tabela: RawTable, fit: Fit, context: ConversionContext) => convert(kind, tabela, fit, context),
  })),
  CONSELHO,
];
