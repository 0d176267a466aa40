import { civilDe, diaDe } from "../../src/core/denuncias/dia.ts";
import type { Passo } from "../../src/core/denuncias/passos.ts";
import { ANDAMENTOS } from "../../src/data/contracts/andamentos.ts";
import { CANAL_ROTULO, DENUNCIAS, TEMA_DENUNCIA_ROTULO } from "../../src/data/contracts/denuncias.ts";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import { csvFile } from "./csv-file.ts";
import { generator, pickFrom } from "./generator.ts";

const FIRST_DAY = diaDe("2024-01-01");
const LAST_DAY = diaDe("2026-11-30");
const CASES_A_BLOCK = 500;

interface Event {
  readonly caso: number;
  readonly passo: Passo;
  readonly dia: number;
}

/** A step, days after the one before (least and most), and the share of cases in which it happens. */
const STEPS: readonly (readonly [passo: Passo, from: number, to: number, share: number])[] = [
  ["registro", 0, 0, 1],
  ["analise-preliminar", 0, 4, 0.98],
  ["notificacao", 1, 6, 0.97],
  ["manifestacao", 6, 38, 0.92],
  ["distribuicao", 0, 4, 0.95],
  ["verificacao", 3, 20, 0.25],
  ["relatorio", 4, 25, 0.22],
  ["manifestacao-tecnica", 2, 20, 0.9],
  ["desfecho", 0, 5, 0.85],
  ["resposta", 0, 9, 0.85],
];

/** Findings, grounds and offices of the steps that have one. */
const DETAILS: Partial<Record<Passo, readonly [column: string, values: readonly string[]]>> = {
  desfecho: ["desfecho", ["dificuldade-na-gestao", "indicio-de-irregularidade", "sem-irregularidade"]],
  distribuicao: ["superintendencia", ["gestao-suas", "servicos", "beneficios"]],
};

export interface ClockFiles {
  readonly denuncias: string;
  readonly andamentos: string;
}

/**
 * Writes made-up complaints and `events` events of theirs as canonical CSV: traces like
 * real ones, one in fifty with a day out of order. Where traces are too few, cases are
 * distributed once more. The same bytes for the same arguments.
 */
export async function writeClockFiles(files: ClockFiles, cases: number, events: number, { municipios }: Snapshot): Promise<void> {
  const random = generator(20_261_123);
  const days = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const trace = (caso: number, registered: number): Event[] => {
    let dia = registered;
    return STEPS.flatMap(([passo, from, to, share]): Event[] => {
      dia += days(from, to);
      if (random() >= share || dia > LAST_DAY) return [];
      return [{ caso, passo, dia: random() < 0.02 ? dia - 40 : dia }];
    });
  };
  const denuncias = csvFile(files.denuncias, DENUNCIAS);
  const andamentos = csvFile(files.andamentos, ANDAMENTOS);
  let left = events;
  for (let first = 0; first < cases; first += CASES_A_BLOCK) {
    const block: Event[] = [];
    const last = Math.min(first + CASES_A_BLOCK, cases);
    for (let caso = first; caso < last; caso += 1) {
      const registered = days(FIRST_DAY, LAST_DAY);
      const principal = caso > 0 && random() < 0.02 ? { protocolo_principal: protocol(caso - 1) } : {};
      const canal = pickFrom(random, Object.keys(CANAL_ROTULO));
      const tema = pickFrom(random, Object.keys(TEMA_DENUNCIA_ROTULO));
      const situacao = pickFrom(random, ["aguardando-manifestacao", "em-analise-tecnica", "respondida"]);
      await denuncias.row({ protocolo: protocol(caso), data_registro: civilDe(registered), codigo_ibge: pickFrom(random, municipios).codigo, canal, tema, situacao, ...principal });
      block.push(...trace(caso, registered));
    }
    const owed = Math.round(((cases - last) * events) / cases);
    while (left - block.length > owed) block.push({ caso: days(first, last - 1), passo: "distribuicao", dia: days(FIRST_DAY, LAST_DAY) });
    for (const { caso, passo, dia } of block.slice(0, left - owed).sort((a, b) => a.dia - b.dia)) {
      const detail = DETAILS[passo];
      await andamentos.row({ protocolo: protocol(caso), passo, data: civilDe(dia), ...(detail === undefined ? {} : { [detail[0]]: pickFrom(random, detail[1]) }) });
    }
    left = owed;
  }
  await Promise.all([denuncias.end(), andamentos.end()]);
}

function protocol(caso: number): string {
  return `SETASC-2026/${String(caso).padStart(6, "0")}`;
}
