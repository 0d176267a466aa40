import type { Lugar } from "./places.ts";
import { SERVICOS } from "./planos-textos.ts";
import type { Random } from "./random.ts";

/** One row of the demonstration of the services; the columns of the contract. */
export interface ServicoDemo {
  readonly codigo_ibge: number;
  readonly servico: string;
  readonly ano: number;
  em_andamento: number | null;
  concluidas: number | null;
  tempo_medio_dias: number | null;
  tempo_mediano_dias: number | null;
  satisfacao: number | null;
  satisfacao_min: number | null;
  satisfacao_max: number | null;
  satisfacao_respostas: number | null;
}

/** Whole years of the demonstration. */
const ANOS = [2023, 2024, 2025];
/** Rows with each defect of real registers. */
const DEFEITOS = 4;

/** The invented performance of the services: with years, services and parts missing, and two scales of satisfaction. */
export function inventServices(places: readonly Lugar[], random: Random): ServicoDemo[] {
  const rows = places.flatMap((place) => {
    const dez = random.chance(0.25);
    const demora = Math.max(0.4, 1 + 0.35 * random.normal());
    const agrado = 0.08 * random.normal();
    return SERVICOS.filter(() => !random.chance(0.08)).flatMap(({ servico, peso, dias, nota }) =>
      ANOS.filter((ano) => place.desde < `${ano + 1}` && !random.chance(0.1)).map((ano): ServicoDemo => {
        const pedidos = Math.round(((place.volume * peso) / 3000) * Math.max(0.3, 1 + 0.25 * random.normal()));
        const concluidas = Math.round(pedidos * (0.7 + 0.28 * random.unit()));
        const medio = dias * demora * (0.85 + 0.3 * random.unit());
        const respostas = Math.round(concluidas * 0.12 * random.unit());
        const semTempo = concluidas === 0 || random.chance(0.12);
        const semNota = respostas === 0 || random.chance(0.25);
        const parte = Math.min(0.98, Math.max(0.1, nota + agrado + 0.05 * random.normal()));
        return {
          codigo_ibge: place.codigo,
          servico,
          ano,
          em_andamento: random.chance(0.1) ? null : pedidos - concluidas,
          concluidas: random.chance(0.04) ? null : concluidas,
          tempo_medio_dias: semTempo ? null : tenths(medio),
          tempo_mediano_dias: semTempo || random.chance(0.3) ? null : tenths(medio * (0.65 + 0.25 * random.unit())),
          satisfacao: semNota ? null : hundredths(dez ? 10 * parte : 1 + 4 * parte),
          satisfacao_min: semNota ? null : dez ? 0 : 1,
          satisfacao_max: semNota ? null : dez ? 10 : 5,
          satisfacao_respostas: semNota ? null : respostas,
        };
      }),
    );
  });
  return withDefects(rows, random);
}

/** Figures that do not fit each other, as in real registers; each row gets one at most. */
function withDefects(rows: ServicoDemo[], random: Random): ServicoDemo[] {
  const rated = rows.filter(({ satisfacao, tempo_medio_dias: medio }) => satisfacao !== null && medio !== null);
  random.sample(rated, 3 * DEFEITOS).forEach((row, i) => {
    if (i < DEFEITOS) row.satisfacao = 11;
    else if (i < 2 * DEFEITOS) row.satisfacao_respostas = null;
    else row.concluidas = 0;
  });
  return rows;
}

function tenths(value: number): number {
  return Math.round(value * 10) / 10;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
