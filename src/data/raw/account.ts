import { fileProblem, type FileWarning } from "../import/whole-file.ts";
import type { RawTable, TableRecord } from "./raw.ts";

/** Records of a table by kind, and how many of its data records are in doubt. */
export interface TableAccount {
  readonly lidas: number;
  readonly dados: number;
  readonly preambulo: number;
  readonly cabecalho: number;
  readonly branco: number;
  readonly rodape: number;
  /** Data records by what is wrong or was mended; these are among `dados`. */
  readonly aspas: number;
  readonly colunas: number;
  readonly corrigidas: number;
}

/** Lines of the first records of a kind, for the message. */
const NAMED_LINES = 5;

/**
 * Walks a table once, visiting every record, and says of its rows what a person
 * has to know before trusting them. Empty for a table in which nothing was guessed.
 */
export function accountTable(tabela: RawTable, visit: (record: TableRecord) => void): { conta: TableAccount; avisos: FileWarning[] } {
  const conta = { lidas: 0, dados: 0, preambulo: 0, cabecalho: 0, branco: 0, rodape: 0, aspas: 0, colunas: 0, corrigidas: 0 };
  const lines = { aspas: [] as number[], colunas: [] as number[], corrigidas: [] as number[], largas: [] as number[] };
  let width = tabela.cabecalho?.nomes.length ?? Infinity;
  let wide = 0;
  const name = (list: number[], linha: number): void => {
    if (list.length < NAMED_LINES) list.push(linha);
  };
  tabela.percorrer((record) => {
    conta.lidas += 1;
    conta[record.tipo] += 1;
    if (record.tipo === "cabecalho") width = Math.max(width, record.campos.length);
    if (record.tipo === "dados" || record.reparo !== undefined) {
      const flaw = record.defeito ?? (record.reparo === undefined ? null : "corrigidas");
      if (flaw !== null) {
        conta[flaw] += 1;
        name(lines[flaw], record.linha);
      } else if (record.campos.length > width) {
        wide += 1;
        name(lines.largas, record.linha);
      }
    }
    visit(record);
    return true;
  });
  const avisos: FileWarning[] = [];
  const say = (tipo: string, count: number, one: string, many: string, conserto: string, at: readonly number[]): void => {
    if (count === 0) return;
    const text = count === 1 ? one : `${count.toLocaleString("pt-BR")} ${many}`;
    avisos.push({ tipo, problem: { ...fileProblem("aviso", `${text} (${linesIn(at, count)}).`, conserto), linha: at[0] ?? null } });
  };
  say("linhas-com-aspas-duvidosas", conta.aspas, "Uma linha tem aspas fora do lugar", "linhas têm aspas fora do lugar", "Confira essas linhas: feche as aspas ou apague-as.", lines.aspas);
  say("linhas-com-outra-largura", conta.colunas, "Uma linha não tem tantas colunas quanto o cabeçalho", "linhas não têm tantas colunas quanto o cabeçalho", "Confira se falta ou sobra um separador nessas linhas.", lines.colunas);
  say("aspas-lidas-como-texto", conta.corrigidas, "Uma linha tem aspas soltas, lidas como texto", "linhas têm aspas soltas, lidas como texto", "Confira o texto dessas linhas.", lines.corrigidas);
  say("celulas-vazias-a-mais", wide, "Uma linha tem células vazias depois da última coluna", "linhas têm células vazias depois da última coluna", "Confira se não falta um nome no cabeçalho.", lines.largas);
  const { rodape } = conta;
  if (rodape > 0) {
    const text = rodape === 1 ? "A última linha é de total ou de nota e não foi lida como dado." : `As ${String(rodape)} últimas linhas são de total ou de nota e não foram lidas como dados.`;
    avisos.push({ tipo: "rodape", problem: fileProblem("aviso", text, "Confira se nenhuma delas é uma linha de dados.") });
  }
  return { conta, avisos };
}

function linesIn(at: readonly number[], count: number): string {
  const shown = at.map((linha) => linha.toLocaleString("pt-BR")).join(", ");
  return count > at.length ? `a partir da ${at[0]?.toLocaleString("pt-BR") ?? ""}` : `${count === 1 ? "linha" : "linhas"} ${shown}`;
}
