import { fold } from "../../core/search.ts";
import type { RawTable } from "../raw/raw.ts";
import { shownValue } from "./cell-problems.ts";
import { cellText } from "./cells.ts";
import { answersFit, CENSUS_USES, censusYear, levelOf, ORGAO_MDS, readCensusHeader, type AnswerScale, type CensusHeader } from "./censo-suas-columns.ts";
import { columnRoles } from "./columns.ts";
import type { Conversion, ConversionContext, FileHint, Fit, OfficialLayout } from "./layout.ts";
import { fitOf, shareOf } from "./match.ts";
import { questions } from "./questions.ts";
import { tallies } from "./tally.ts";
import { placeReader, walkPlaces } from "./walk.ts";

interface UnitKind {
  readonly id: string;
  readonly sigla: string;
  readonly titulo: string;
  readonly indicador: string;
  /** How such units are called, and what the file of them is called; on folded text. */
  readonly nome: RegExp;
  readonly arquivo: RegExp;
}

const CRAS: UnitKind = {
  id: "censo-suas-cras",
  sigla: "CRAS",
  titulo: "Censo SUAS: CRAS, dados gerais",
  indicador: "cras-unidades",
  nome: /\bcras\b|\bcentro de referencia (?:de|da|em) assistencia social\b/,
  arquivo: /\bcras\b/,
};

const CREAS: UnitKind = {
  id: "censo-suas-creas",
  sigla: "CREAS",
  titulo: "Censo SUAS: CREAS, dados gerais",
  indicador: "creas-unidades",
  nome: /\bcreas\b|\bcentro de referencia especializad[oa] (?:de|da|em) assistencia social\b/,
  arquivo: /\bcreas\b/,
};

const CENTRO_POP: UnitKind = {
  id: "censo-suas-centro-pop",
  sigla: "Centro POP",
  titulo: "Censo SUAS: Centro POP, dados gerais",
  indicador: "centro-pop-unidades",
  nome: /\bcentro ?pop\b|\bpopulacao em situacao de rua\b/,
  arquivo: /\bcentro ?pop\b/,
};

const KINDS: readonly UnitKind[] = [CRAS, CREAS, CENTRO_POP];

/** Families a CRAS may refer: the answer to "capacidade de referenciamento para até". */
const CAPACITY: AnswerScale = [
  { padrao: /^(?:ate )?2 ?500(?: familias)?(?: referenciadas)?$/, valor: 2500 },
  { padrao: /^(?:ate )?3 ?500(?: familias)?(?: referenciadas)?$/, valor: 3500 },
  { padrao: /^(?:ate )?5 ?000(?: familias)?(?: referenciadas)?$/, valor: 5000 },
];

/** The unit's own name is the first question of the form: `q0_1`, in some editions `q01`. */
const nameAt = ({ perguntas }: CensusHeader): number | undefined => perguntas.get("q0_1") ?? perguntas.get("q01");

function kindOf(header: CensusHeader, tabela: RawTable, arquivo: string): { readonly kind: UnitKind | null; readonly por: "nomes" | "arquivo" } {
  const shares = KINDS.map((kind) => ({ kind, share: shareOf(header.linhas, nameAt(header), (text) => kind.nome.test(fold(text))) ?? 0 }));
  const [best] = [...shares].sort((a, b) => b.share - a.share);
  if (best !== undefined && best.share >= 0.4) return { kind: best.kind, por: "nomes" };
  const named = KINDS.filter((kind) => kind.arquivo.test(fold(`${tabela.nome ?? ""} ${arquivo}`)));
  return { kind: named.length === 1 ? (named[0] ?? null) : null, por: "arquivo" };
}

/** A file of workers is about persons, one a row: it has another layout. */
const isWorkers = ({ titulos }: CensusHeader): boolean => titulos.some((titulo) => /^nu_trabalhador$|^faixas_etarias$/i.test(titulo.trim()));

function match(kind: UnitKind, tabela: RawTable, { arquivo }: FileHint): Fit | null {
  const header = readCensusHeader(tabela);
  if (header === null || !header.posicao.has("unidade") || isWorkers(header)) return null;
  const { kind: found, por } = kindOf(header, tabela, arquivo);
  if (found !== null && found !== kind) return null;
  const posicao = new Map(header.posicao);
  const name = nameAt(header);
  if (name !== undefined) posicao.set("nome", name);
  const capacity = kind === CRAS ? capacityAt(header) : undefined;
  if (capacity !== undefined) posicao.set("capacidade", capacity);
  const base = 0.45 + 0.3 * header.codigos;
  if (found === null) {
    return fitOf({ ...header, posicao }, { confianca: base * 0.8, motivo: "É um arquivo de unidades do Censo SUAS, mas nem os nomes das unidades nem o do arquivo dizem de que tipo elas são." });
  }
  return fitOf(
    { ...header, posicao },
    {
      confianca: base + (por === "nomes" ? 0.25 : 0.1),
      motivo:
        por === "nomes"
          ? `As colunas do Censo SUAS estão no cabeçalho, cada linha é uma unidade e os nomes são de ${kind.sigla}.`
          : `As colunas do Censo SUAS estão no cabeçalho e cada linha é uma unidade; que são ${kind.sigla} só o nome do arquivo diz.`,
    },
  );
}

function capacityAt({ perguntas, linhas }: CensusHeader): number | undefined {
  return [...perguntas.values()].find((position) => answersFit(linhas, position, CAPACITY));
}

function convert(kind: UnitKind, tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const { log } = context;
  const perguntas = questions(context.respostas);
  const header = readCensusHeader(tabela);
  const ano = header === null ? null : censusYear(tabela, header, context.arquivo, perguntas, log);
  const unitAt = fit.posicao.get("unidade");
  const capacityColumn = fit.posicao.get("capacidade");
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
        const unit = cellText(campos, unitAt);
        if (unit === "" || seen.has(unit)) {
          log.add("unidade-repetida", {
            gravidade: "linha-separada",
            linha,
            coluna: fit.titulos[unitAt ?? 0] ?? "",
            valor: shownValue(unit),
            mensagem: unit === "" ? "A linha não tem o número da unidade: não dá para saber se é outra." : "A mesma unidade já apareceu no arquivo; ficou a primeira linha.",
            conserto: "Confira na origem o NU_IDENTIFICADOR da unidade.",
          });
          return false;
        }
        seen.add(unit);
        units.add(codigo, ano, kind.indicador, 1, linha);
        const capacity = capacityColumn === undefined ? undefined : levelOf(CAPACITY, cellText(campos, capacityColumn));
        if (typeof capacity === "number") units.add(codigo, ano, "cras-capacidade", capacity, linha);
        return true;
      },
    },
    context.onProgress,
  );
  units.each(({ codigo, periodo, indicador, soma, n, linha }) => {
    // A capacity that some unit left blank would be that of fewer units than the count beside it.
    if (indicador === "cras-capacidade" && n !== units.get(codigo, periodo, kind.indicador)?.n) return;
    context.figura({ codigo, periodo, indicador, valor: soma }, linha);
  });
  const usos = new Map<string, string>([
    ...CENSUS_USES,
    ["unidade", `${kind.indicador} (${ano ?? "ano a confirmar"})`],
    ["capacidade", `cras-capacidade (${ano ?? "ano a confirmar"})`],
  ]);
  return { contagem, ...columnRoles(tabela, fit, { usos }), perguntas: perguntas.open() };
}

/** Censo SUAS, "Dados Gerais" of the units: one row a unit. */
export const CENSO_UNIDADES: readonly OfficialLayout[] = KINDS.map((kind) => ({
  id: kind.id,
  titulo: kind.titulo,
  orgao: ORGAO_MDS,
  fonte: "mds-censo-suas",
  grao: `Uma linha é uma unidade que respondeu ao Censo SUAS; o número do município é quantas responderam naquele ano. A mesma unidade em duas linhas conta uma vez. As coordenadas do arquivo, que vêm quebradas, não são lidas.`,
  match: (tabela: RawTable, pista: FileHint) => match(kind, tabela, pista),
  convert: (tabela: RawTable, fit: Fit, context: ConversionContext) => convert(kind, tabela, fit, context),
}));
