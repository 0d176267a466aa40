import type { Contract } from "../contracts/contract.ts";
import { isBlankWord } from "./blank.ts";
import { canonicalWriter } from "./canonical.ts";
import { rowChecker, type CheckContext } from "./check.ts";
import type { ImportLimits } from "./limits.ts";
import { numberEvidence, type NumberStyle } from "./numbers.ts";
import type { HeaderMatch } from "./recognise.ts";
import type { ProblemLog, RowCounts } from "./report.ts";
import type { Delimiter, Layout } from "./sniff.ts";
import { walkTable, type TableRecord } from "./table.ts";
import { clean } from "./values.ts";
import { DEMONSTRATION_KEY, fileProblem, Refusal } from "./whole-file.ts";

/** Decides how each decimal column writes its numbers, from all its values. Empty when the contract has none. */
export function decideStyles(
  texto: string,
  layout: Layout,
  { contract, posicao }: HeaderMatch,
  log: ProblemLog,
  onProgress: (share: number) => void,
): Map<string, NumberStyle> {
  const measured = contract.columns.flatMap(({ name, type }) => {
    const position = posicao.get(name);
    return type === "decimal" && position !== undefined ? [{ name, position, evidence: numberEvidence() }] : [];
  });
  if (measured.length > 0) {
    walkTable(
      texto,
      layout,
      ({ tipo, defeito, campos }) => {
        if (tipo !== "dados" || defeito !== null) return true;
        for (const { position, evidence } of measured) {
          const text = clean(campos[position] ?? "");
          if (text !== "" && !isBlankWord(text, "decimal")) evidence.add(text);
        }
        return true;
      },
      onProgress,
    );
  }
  const styles = new Map(measured.map(({ name, evidence }) => [name, evidence.decide()]));
  settleAmbiguous(styles, layout.separador, log);
  return styles;
}

/**
 * "4.990" alone may be 4990 or 4.99. The other columns of the file tell; failing
 * them the delimiter (a comma between cells leaves the dot for decimals), and
 * then the reading is announced.
 */
function settleAmbiguous(styles: Map<string, NumberStyle>, separador: Delimiter, log: ProblemLog): void {
  const sure = new Set([...styles.values()].filter((style) => style === "virgula" || style === "ponto"));
  const [only] = sure.size === 1 ? sure : [];
  for (const [name, style] of styles) {
    if (style !== "ambiguo") continue;
    const settled = only ?? (separador === "," ? "ponto" : "virgula");
    styles.set(name, settled);
    const example = settled === "virgula" ? "4.990 foi lido como 4990" : "4.990 foi lido como 4,99";
    log.add("decimal-presumido", {
      ...fileProblem(
        "aviso",
        `Todos os números da coluna cabem em duas leituras: ${example}.`,
        "Confira um valor conhecido; se estiver errado, escreva os decimais de outro modo (por exemplo 4,99).",
      ),
      coluna: name,
    });
  }
}

export interface ReadRows {
  readonly csv: Uint8Array;
  readonly contagem: RowCounts;
  readonly inicio: string | null;
  readonly fim: string | null;
  /** A row carries the key of a made-up record. */
  readonly demonstracao: boolean;
}

export interface RowsContext extends CheckContext {
  readonly limits: ImportLimits;
  /** Ids an indicator may have; null when any may. */
  readonly indicadores: ReadonlySet<string> | null;
}

/**
 * Types every row. The counts add up: `lidas` is counted on its own.
 * @throws Refusal when the file has more rows than the limit.
 */
export function readRows(
  texto: string,
  layout: Layout,
  match: HeaderMatch,
  context: RowsContext,
  log: ProblemLog,
  onProgress: (share: number) => void,
): ReadRows {
  const contagem = { lidas: 0, carregadas: 0, separadas: 0, preambulo: 0, cabecalho: 0, branco: 0, rodape: 0, fora: 0 };
  const writer = canonicalWriter(match.contract.columns.map(({ name }) => name));
  const checker = rowChecker(match, context, log);
  const unknown = unknownIndicators(match.contract, context.indicadores, log);
  const keyAt = match.contract.columns.findIndex(({ name }) => name === match.contract.key[0]);
  let demonstracao = false;
  let last: TableRecord | null = null as TableRecord | null;
  walkTable(
    texto,
    layout,
    (record) => {
      contagem.lidas += 1;
      if (record.tipo !== "branco") last = record;
      if (record.tipo !== "dados") {
        contagem[record.tipo] += 1;
        return true;
      }
      const cells = checker.check(record);
      if (cells === null) contagem.separadas += 1;
      else {
        contagem.carregadas += 1;
        demonstracao ||= cells[keyAt]?.startsWith(DEMONSTRATION_KEY) === true;
        unknown(cells, record.linha);
        writer.row(cells);
      }
      return contagem.carregadas + contagem.separadas <= context.limits.linhas;
    },
    onProgress,
  );
  if (contagem.carregadas + contagem.separadas > context.limits.linhas) {
    throw new Refusal(
      "linhas-demais",
      `O arquivo tem mais de ${context.limits.linhas.toLocaleString("pt-BR")} linhas.`,
      "Divida o arquivo, por exemplo por ano, e carregue uma parte.",
    );
  }
  if (last?.defeito === "colunas" && !texto.endsWith("\n")) {
    log.add(
      "arquivo-cortado",
      fileProblem(
        "aviso",
        "A última linha está incompleta: o arquivo parece ter sido cortado.",
        "Baixe o arquivo de novo na origem e confira se ele termina onde devia.",
      ),
    );
  }
  if (contagem.rodape > 0) {
    log.add(
      "rodape",
      fileProblem(
        "aviso",
        `As últimas linhas são de total ou de nota (${String(contagem.rodape)}) e não foram lidas como dados.`,
        "Confira se nenhuma delas é uma linha de dados.",
      ),
    );
  }
  return { csv: writer.finish(), contagem, demonstracao, ...checker.span() };
}

/** Announces, once each, the indicators the catalogue does not know: they load, and no screen shows them. */
function unknownIndicators(
  contract: Contract,
  known: ReadonlySet<string> | null,
  log: ProblemLog,
): (cells: readonly (string | null)[], linha: number) => void {
  const at = contract.id === "indicadores" ? contract.columns.findIndex(({ name }) => name === "indicador") : -1;
  if (known === null || at === -1) return () => undefined;
  const announced = new Set<string>();
  return (cells, linha) => {
    const id = cells[at] ?? "";
    if (known.has(id) || announced.has(id) || announced.size >= 1000) return;
    announced.add(id);
    log.add("indicador-fora-do-catalogo", {
      gravidade: "aviso",
      linha,
      coluna: "indicador",
      valor: id,
      mensagem: "O indicador não está no catálogo: foi carregado, mas nenhuma tela o mostra.",
      conserto: "Use o identificador que o catálogo dá, na página de metodologia.",
    });
  };
}
