import { joinPt } from "../../core/format.ts";
import type { ProblemLog } from "../import/report.ts";
import { fileProblem } from "../import/whole-file.ts";
import type { RawTable } from "../raw/raw.ts";
import { yearsIn } from "./cells.ts";
import { isRising, oneYear, titlesAbove } from "./header-blocks.ts";
import type { IndexHeader } from "./indice-idsuas-header.ts";
import type { Questions } from "./questions.ts";

/** First year of these indices. */
const FIRST_YEAR = 2007;

/** What is known of the years of a table, before anybody is asked. */
interface YearEvidence {
  /** By the labels above each block, and by the titles of its columns. */
  readonly porRotulo: readonly (string | null)[];
  readonly porTitulo: readonly (string | null)[];
  /** Years the sheet's name, the titles above the table and the file's name give. */
  readonly daAba: readonly string[];
  readonly doAlto: readonly string[];
  readonly doArquivo: readonly string[];
}

/**
 * The year of each block; null where only the user can tell. MDS's labels are at
 * times wrong ("Censo SUAS 2020" over the columns of 2021), so that a label is
 * overruled only by others that make a rising series of years, and that is announced.
 */
export function blockYears(tabela: RawTable, header: IndexHeader, arquivo: string, perguntas: Questions, log: ProblemLog): readonly (string | null)[] {
  const evidence: YearEvidence = {
    porRotulo: header.blocos.map(({ rotulos }) => oneYear(rotulos)),
    porTitulo: header.blocos.map(({ titulos }) => oneYear(titulos)),
    daAba: yearsIn(yearText(tabela.nome ?? "")),
    doAlto: [...new Set(titlesAbove(tabela, header.primeiraLinha).flatMap(yearsIn))],
    doArquivo: yearsIn(yearText(arquivo)),
  };
  return header.blocos.length === 1 ? [singleYear(evidence, perguntas, log)] : seriesYears(evidence, header.blocos.length, perguntas, log);
}

/** A name without the dates of its edition: "retificado_07_10_2016", "(01062017)", "190822". */
function yearText(texto: string): string {
  return texto.replace(/(?<!\d)\d{1,2}[-_. ]\d{1,2}[-_. ](?:20)?\d{2}(?!\d)/g, " ").replace(/_/g, " ");
}

function singleYear({ porRotulo, porTitulo, daAba, doAlto, doArquivo }: YearEvidence, perguntas: Questions, log: ProblemLog): string | null {
  const near = new Set([...porRotulo, ...porTitulo, ...daAba].filter((year) => year !== null));
  const [named] = near;
  // A title may cite other years beside the table's own; it may not contradict the columns or the sheet.
  if (near.size === 1 && named !== undefined && (doAlto.length === 0 || doAlto.includes(named))) return named;
  const written = new Set([...near, ...doAlto]);
  const [only] = written;
  if (written.size === 1 && only !== undefined) return only;
  if (written.size === 0 && doArquivo.length === 1) {
    const [fromName = ""] = doArquivo;
    log.add("ano-pelo-nome", fileProblem("aviso", `A tabela não diz o ano; ${fromName} vem do nome do arquivo.`, "Confira o ano antes de usar os números."));
    return fromName;
  }
  const candidates = new Set([...written, ...doArquivo]);
  return perguntas.ask({
    id: "ano",
    pergunta: written.size > 1 ? `A tabela cita mais de um ano: ${joinPt([...written].sort())}. De que ano são os números?` : "De que ano são os números? A tabela não diz.",
    opcoes: yearOptions(candidates),
  });
}

function seriesYears({ porRotulo, porTitulo, doAlto, daAba }: YearEvidence, blocks: number, perguntas: Questions, log: ProblemLog): readonly (string | null)[] {
  const labels = isRising(porRotulo) ? porRotulo : null;
  const titles = isRising(porTitulo) ? porTitulo : null;
  if (labels !== null && titles !== null) {
    if (labels.join() === titles.join()) return labels;
    const answer = perguntas.ask({
      id: "ano:blocos",
      pergunta: "Os rótulos acima das colunas e os títulos das colunas dão anos diferentes. Quais valem?",
      opcoes: [labels, titles].map((years) => ({ valor: years.join(","), rotulo: joinPt(years) })),
    });
    return answer === null ? labels.map(() => null) : answer.split(",");
  }
  const rising = labels ?? titles;
  const overruled = labels !== null ? porTitulo : porRotulo;
  if (rising !== null) {
    rising.forEach((year, i) => {
      const wrong = overruled[i] ?? null;
      if (wrong !== null && wrong !== year) announce(log, wrong, year);
    });
    return rising;
  }
  const repaired = repairLast(porRotulo, [...doAlto, ...daAba]) ?? repairLast(porTitulo, [...doAlto, ...daAba]);
  if (repaired !== null) {
    announce(log, porRotulo.at(-1) ?? porTitulo.at(-1) ?? "", repaired.at(-1) ?? "");
    return repaired;
  }
  const candidates = new Set([...porRotulo, ...porTitulo, ...doAlto, ...daAba].filter((year) => year !== null));
  return Array.from({ length: blocks }, (_, i) =>
    perguntas.ask({
      id: `ano:bloco-${String(i + 1)}`,
      pergunta: `De que ano é o ${String(i + 1)}º grupo de colunas da tabela? Os rótulos não deixam claro.`,
      opcoes: yearOptions(candidates),
    }),
  );
}

/** Years that rise but for the last, which repeats the one before: the year the title gives ends the series. */
function repairLast(years: readonly (string | null)[], titles: readonly string[]): readonly string[] | null {
  const head = years.slice(0, -1);
  const [end, ...others] = titles;
  if (end === undefined || others.some((year) => year !== end) || !isRising(head)) return null;
  const repaired = [...head, end];
  return isRising(repaired) ? repaired : null;
}

function announce(log: ProblemLog, wrong: string, year: string): void {
  log.add(
    "rotulo-de-ano",
    fileProblem(
      "aviso",
      `Um grupo de colunas traz o rótulo ${wrong}, mas pela sequência dos anos da tabela é ${year}: foi lido como ${year}.`,
      "Confira um município conhecido na publicação daquele ano.",
    ),
  );
}

function yearOptions(first: ReadonlySet<string>): { valor: string; rotulo: string }[] {
  const last = Math.max(...[...first].map(Number), FIRST_YEAR + 25);
  const all = Array.from({ length: last - FIRST_YEAR + 1 }, (_, i) => String(last - i));
  return [...new Set([...[...first].sort().reverse(), ...all])].map((valor) => ({ valor, rotulo: valor }));
}
