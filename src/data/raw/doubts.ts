import { fileProblem, type FileWarning } from "../import/whole-file.ts";
import { delimiterName } from "./dialect.ts";
import { joinHeader } from "./header-names.ts";
import type { OpeningRecord } from "./raw.ts";
import { isBlank } from "./shape.ts";
import type { TextLayout } from "./text-table.ts";

/** What is doubtful about where a table starts and how wide it is; a layout or contract that knows the header answers most of it. */
export function layoutDoubts({ estrutura, trecho, repetidos }: TextLayout, amostra: readonly OpeningRecord[]): FileWarning[] {
  const { cabecalho, separadorDoCabecalho } = estrutura;
  const doubts: FileWarning[] = [];
  const say = (tipo: string, mensagem: string, conserto: string): void => {
    doubts.push({ tipo, problem: fileProblem("aviso", mensagem, conserto) });
  };
  const [first] = cabecalho;
  const last = cabecalho.at(-1);
  if (first === undefined || last === undefined) {
    say("sem-cabecalho", "Nenhuma linha parece um cabeçalho: a primeira já é de dados.", "Ponha na primeira linha os nomes das colunas.");
    return doubts;
  }
  if (cabecalho.length === 1 && /^"?#(?!$)/.test(first.campos[0] ?? "")) {
    say("cabecalho-em-comentario", "O cabeçalho foi lido de uma linha que começa com #, como um comentário.", "Confira se os nomes das colunas estão certos.");
  }
  const above = amostra.filter(({ linha, campos }) => linha < first.linha && !isBlank(campos)).length;
  if (above > 0) {
    say("preambulo", `${above === 1 ? "Uma linha acima" : `${String(above)} linhas acima`} do cabeçalho não ${above === 1 ? "foi lida" : "foram lidas"} como dados.`, "Confira se o cabeçalho é mesmo o da linha indicada.");
  }
  if (cabecalho.length > 1) {
    say("cabecalho-de-varias-linhas", `O cabeçalho tem ${String(cabecalho.length)} linhas, juntadas numa só.`, "Confira se nenhuma delas é de dados.");
  }
  if (separadorDoCabecalho !== null) {
    say("cabecalho-com-outro-separador", `O cabeçalho usa outro separador (${delimiterName(separadorDoCabecalho)}) que as linhas.`, "Confira se os nomes das colunas estão certos.");
  }
  const width = joinHeader(cabecalho.map(({ campos }) => campos)).length;
  const data = trecho.largura;
  if (data !== null && data !== width && amostra.some(({ linha, campos }) => linha > last.linha && campos.length === data)) {
    say("cabecalho-de-outra-largura", `O cabeçalho tem ${String(width)} colunas e as linhas, ${String(data)}.`, "Confira se falta ou sobra um separador no cabeçalho.");
  }
  if (repetidos.size > 0) {
    say("cabecalho-repetido", `O cabeçalho aparece de novo mais abaixo (${String(repetidos.size)} ${repetidos.size === 1 ? "vez" : "vezes"}).`, "Confira se as linhas de baixo são da mesma tabela.");
  }
  return doubts;
}
