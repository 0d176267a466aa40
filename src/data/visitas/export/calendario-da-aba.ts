import * as v from "valibot";
import { type CivilDate, parseCivilDate } from "../../../core/civil-date.ts";
import type { EstadoDoCalendario } from "./calendario-estado.ts";

const civil = v.pipe(
  v.string(),
  v.check((texto) => parseCivilDate(texto) === texto, "not a civil date"),
);
const inteiro = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const ESTADO = v.strictObject({
  versao: v.literal(1),
  inicio: civil,
  eventos: v.array(
    v.strictObject({
      numero: v.pipe(inteiro, v.minValue(1)),
      equipe: v.pipe(v.string(), v.regex(/^\d{7}-\d{1,3}$/)),
      sequencia: v.pipe(inteiro, v.maxValue(2_000_000_000)),
      inicio: civil,
      fim: civil,
      municipios: v.array(inteiro),
      pedirDiariasAte: civil,
      texto: v.pipe(v.string(), v.regex(/^(?:[0-9a-f]{64})?$/)),
      cancelado: v.boolean(),
    }),
  ),
});

/** States of the calendars written, by the first day of their period. */
export interface GuardaDoCalendario {
  /** Null when no calendar of that period was written. */
  readonly ler: (inicio: CivilDate) => EstadoDoCalendario | null;
  readonly guardar: (estado: EstadoDoCalendario) => void;
  /** Takes the state a plan's file carries; of two of one period each event keeps its later writing. False when it is none. */
  readonly adotar: (valor: unknown) => boolean;
}

/** Lives in memory: between visits the state is carried by the plan's file. */
export function createGuardaDoCalendario(): GuardaDoCalendario {
  const porInicio = new Map<CivilDate, EstadoDoCalendario>();
  return {
    ler: (inicio) => porInicio.get(inicio) ?? null,
    guardar: (estado) => {
      porInicio.set(estado.inicio, estado);
    },
    adotar: (valor) => {
      const lido = v.safeParse(ESTADO, valor);
      if (!lido.success) return false;
      const atual = porInicio.get(lido.output.inicio);
      porInicio.set(lido.output.inicio, atual === undefined ? lido.output : juntar(atual, lido.output));
      return true;
    },
  };
}

function juntar(a: EstadoDoCalendario, b: EstadoDoCalendario): EstadoDoCalendario {
  const eventos = new Map(a.eventos.map((evento) => [`${evento.equipe} ${evento.numero}`, evento]));
  for (const evento of b.eventos) {
    const chave = `${evento.equipe} ${evento.numero}`;
    const outro = eventos.get(chave);
    if (outro === undefined || outro.sequencia < evento.sequencia) eventos.set(chave, evento);
  }
  return { ...a, eventos: [...eventos.values()] };
}

/** The tab's own. */
export const calendarioDaAba = createGuardaDoCalendario();
