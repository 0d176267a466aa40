import type { CalendarioLegal, DiaParado } from "../../../src/core/denuncias/calendario.ts";
import { montarCalendario } from "../../../src/core/denuncias/calendario.ts";
import { diaDe } from "../../../src/core/denuncias/dia.ts";

const dia = (data: string, nome: string, tipo: DiaParado["tipo"] = "feriado", municipio: number | null = null): DiaParado => ({ inicio: data, fim: data, tipo, nome, municipio });

/** National holidays that fall on weekdays, and Carnaval (Monday, Tuesday) and Corpus Christi as optional days, as printed in the almanacs. */
export const FERIADOS: readonly DiaParado[] = [
  dia("2024-01-01", "Ano-novo"),
  dia("2024-02-12", "Carnaval", "facultativo"),
  dia("2024-02-13", "Carnaval", "facultativo"),
  dia("2024-03-29", "Sexta-feira Santa"),
  dia("2024-05-01", "Dia do Trabalho"),
  dia("2024-05-30", "Corpus Christi", "facultativo"),
  dia("2024-11-15", "Proclamação da República"),
  dia("2024-11-20", "Consciência Negra"),
  dia("2024-12-25", "Natal"),
  dia("2025-01-01", "Ano-novo"),
  dia("2025-03-03", "Carnaval", "facultativo"),
  dia("2025-03-04", "Carnaval", "facultativo"),
  dia("2025-04-18", "Sexta-feira Santa"),
  dia("2025-04-21", "Tiradentes"),
  dia("2025-05-01", "Dia do Trabalho"),
  dia("2025-06-19", "Corpus Christi", "facultativo"),
  dia("2025-11-20", "Consciência Negra"),
  dia("2025-12-25", "Natal"),
  dia("2026-01-01", "Ano-novo"),
  dia("2026-02-16", "Carnaval", "facultativo"),
  dia("2026-02-17", "Carnaval", "facultativo"),
  dia("2026-04-03", "Sexta-feira Santa"),
  dia("2026-04-21", "Tiradentes"),
  dia("2026-05-01", "Dia do Trabalho"),
  dia("2026-06-04", "Corpus Christi", "facultativo"),
  dia("2026-09-07", "Independência"),
  dia("2026-10-12", "Nossa Senhora Aparecida"),
  dia("2026-11-02", "Finados"),
  dia("2026-11-20", "Consciência Negra"),
  dia("2026-12-25", "Natal"),
  dia("2027-01-01", "Ano-novo"),
  dia("2028-02-28", "Carnaval", "facultativo"),
  dia("2028-02-29", "Carnaval", "facultativo"),
];

export const DE = diaDe("2023-01-01");
export const ATE = diaDe("2029-12-31");

/** A municipality with days of its own, and one without. */
export const COM_DIAS_SEUS = 5100000;
export const SEM_DIAS_SEUS = 5199999;

export const LOCAIS: readonly DiaParado[] = [
  dia("2026-04-08", "Aniversário da cidade", "feriado", COM_DIAS_SEUS),
  { inicio: "2026-05-11", fim: "2026-05-15", tipo: "suspensao", nome: "Prazos suspensos por enchente", municipio: COM_DIAS_SEUS },
];

export const RECESSO: DiaParado = { inicio: "2025-12-20", fim: "2026-01-20", tipo: "suspensao", nome: "Recesso", municipio: null };

/** Calendar of one place with the holidays above and the days given. */
export function calendarioCom(parados: readonly DiaParado[], municipio: number | null = null, facultativosParados = true): CalendarioLegal {
  return montarCalendario({ de: DE, ate: ATE, parados: [...FERIADOS, ...parados], municipio, facultativosParados });
}
