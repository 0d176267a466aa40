import { CARGA_ID_LENGTH, type Carga } from "../../core/carga.ts";
import type { Conversion } from "../layouts/layout.ts";
import type { PlaceResolver } from "../places/places.ts";
import type { RawDescription, RawTable } from "../raw/raw.ts";
import type { Choice, FittedTable } from "./choose-layout.ts";
import { figureSink, type KnownIndicator } from "./figure-sink.ts";
import type { Question } from "./question.ts";
import type { FileResult, ProblemLog, RowCounts, SheetOutcome } from "./report.ts";
import { fileProblem, Refusal, saysDemonstration } from "./whole-file.ts";

export interface OfficialContext {
  readonly arquivo: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly descricao: RawDescription;
  readonly tabelas: readonly RawTable[];
  readonly lugares: PlaceResolver;
  readonly catalogo: readonly KnownIndicator[];
  readonly respostas: ReadonlyMap<string, string>;
  readonly carregadaEm: string;
  readonly onProgress: (share: number) => void;
}

const NO_ROWS: RowCounts = { lidas: 0, carregadas: 0, separadas: 0, preambulo: 0, cabecalho: 0, branco: 0, rodape: 0, fora: 0 };

/**
 * Reads the chosen tables of a file as figures of the official layout. A sheet
 * that cannot be used does not take the others down; when none can, the first
 * reason is the file's.
 * @throws Refusal when the file brings nothing that may be loaded.
 */
export function readOfficial({ lidas }: Choice, log: ProblemLog, context: OfficialContext): FileResult {
  const [surest] = lidas;
  if (surest === undefined) throw new RangeError("no table was chosen");
  const { arquivo, sha256, descricao } = context;
  const carga = sha256.slice(0, CARGA_ID_LENGTH);
  const sink = figureSink(context.catalogo, { fonte: surest.layout.fonte, carga, log });
  const folhas: SheetOutcome[] = [];
  const conversions: { readonly fitted: FittedTable; readonly conversion: Conversion }[] = [];
  let refusal: Refusal | null = null;

  lidas.forEach((fitted, i) => {
    const { tabela, layout, fit } = fitted;
    const door = sink.table(tabela.nome);
    try {
      const conversion = layout.convert(tabela, fit, {
        lugares: context.lugares,
        arquivo,
        log,
        figura: door.put,
        respostas: context.respostas,
        onProgress: (share) => {
          context.onProgress((i + share) / lidas.length);
        },
      });
      conversions.push({ fitted, conversion });
      if (tabela.nome !== null) folhas.push({ nome: tabela.nome, situacao: outcome(layout.titulo, door.aceitas(), door.cedidas()), lida: true });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      refusal ??= error;
      if (tabela.nome !== null) folhas.push({ nome: tabela.nome, situacao: error.message, lida: false });
    }
  });
  if (conversions.length === 0 && refusal !== null) throw refusal as Refusal;
  for (const { nome } of context.tabelas) {
    if (nome !== null && !folhas.some((folha) => folha.nome === nome)) {
      folhas.push({ nome, situacao: "Não é uma tabela deste conjunto: não foi lida.", lida: false });
    }
  }
  warnPersonal(conversions.map(({ conversion }) => conversion), log);

  const linhas = sink.linhas();
  const perguntas = distinct(conversions.flatMap(({ conversion }) => conversion.perguntas));
  const demonstracao = saysDemonstration(arquivo, []);
  const origin: Carga = {
    id: carga,
    arquivo,
    sha256,
    titulo: surest.layout.titulo,
    fonte: surest.layout.fonte,
    inicio: sink.inicio(),
    fim: sink.fim(),
    carregadaEm: context.carregadaEm,
  };
  const { layout, fit } = surest;
  return {
    arquivo,
    bytes: context.bytes,
    sha256,
    descricao,
    extrato: "indicadores",
    reconhecimento: fit.motivo,
    codificacao: descricao.codificacao,
    motivoCodificacao: descricao.motivoCodificacao,
    separador: descricao.separador,
    colunas: conversions.flatMap(({ conversion }) => conversion.usadas.map(({ titulo, uso }) => ({ coluna: uso, titulo, numeros: null }))),
    descartadas: conversions.flatMap(({ conversion }) => [
      ...conversion.ignoradas.map((titulo) => ({ titulo, dadoPessoal: null })),
      ...conversion.pessoais.map(({ titulo, dado }) => ({ titulo, dadoPessoal: dado })),
    ]),
    contagem: total(conversions.map(({ conversion }) => conversion.contagem)),
    problemas: log.problemas(),
    totais: log.totais(),
    demonstracao,
    perguntas,
    oficial: {
      id: layout.id,
      titulo: layout.titulo,
      orgao: layout.orgao,
      fonte: layout.fonte,
      grao: layout.grao,
      confianca: fit.confianca,
      motivo: fit.motivo,
      faltam: fit.faltam,
    },
    candidatos: [],
    figuras: sink.figuras(),
    folhas,
    previa: null,
    extract:
      linhas === 0
        ? null
        : {
            id: "indicadores",
            fileName: arquivo,
            csv: sink.finish(),
            summary: { id: "indicadores", linhas, inicio: sink.inicio(), fim: sink.fim(), demonstracao, origem: arquivo },
            modo: "acrescenta",
            carga: origin,
          },
  };
}

function outcome(titulo: string, aceitas: number, cedidas: ReadonlySet<string>): string {
  const ceded = cedidas.size === 0 ? "" : " O que outra folha já trazia não foi lido de novo.";
  return aceitas === 0 ? `Lida como ${titulo}: nenhum valor novo.${ceded}` : `Lida como ${titulo}.${ceded}`;
}

function warnPersonal(conversions: readonly Conversion[], log: ProblemLog): void {
  const told = new Set<string>();
  for (const { titulo, dado } of conversions.flatMap(({ pessoais }) => pessoais)) {
    if (told.has(titulo)) continue;
    told.add(titulo);
    log.add("coluna-pessoal", {
      ...fileProblem(
        "aviso",
        `A coluna traz dado pessoal (${dado}): nada dela foi guardado.`,
        "Retire a coluna antes de compartilhar o arquivo (LGPD, Lei 13.709/2018, art. 6º, III: só o dado necessário).",
      ),
      coluna: titulo,
    });
  }
}

function distinct(perguntas: readonly Question[]): Question[] {
  return [...new Map(perguntas.map((pergunta) => [pergunta.id, pergunta])).values()];
}

function total(counts: readonly RowCounts[]): RowCounts {
  const sum = { ...NO_ROWS };
  for (const each of counts) {
    for (const key of Object.keys(sum) as (keyof RowCounts)[]) sum[key] += each[key];
  }
  return sum;
}

