import * as v from "valibot";
import type { CivilDate } from "../../core/civil-date.ts";
import { AJUSTES_VERSAO, type Ajustes } from "../../core/visitas/ajustes.ts";
import { parseShape } from "../snapshot/parse.ts";
import { comoAjustes } from "./parse.ts";
import { AjustesSchema } from "./schema.ts";

/** Where a default comes from. */
export interface NotaDoAjuste {
  /** Member of the settings ("prazoDiarias"), or "desvio.510014" for one region. */
  readonly campo: string;
  readonly texto: string;
  /** Norm or source; null for an estimate of ours. */
  readonly fonte: string | null;
  readonly estimada: boolean;
}

/** `data/visitas.json`: a territory's defaults and where they come from. */
export interface VisitasDoTerritorio {
  readonly ajustes: Ajustes;
  readonly notas: readonly NotaDoAjuste[];
  /** Days that are not holidays by law and that this territory does not travel on ("Carnaval"), by the library's names. */
  readonly feriadosOpcionais: readonly string[];
  /** Forbidden months somebody may want, with the reason: never in force by themselves. */
  readonly propostas: readonly { readonly regiao: number; readonly meses: readonly number[]; readonly texto: string }[];
}

const texto = v.pipe(v.string(), v.nonEmpty());

const VisitasSchema = v.strictObject({
  ajustes: AjustesSchema,
  notas: v.array(v.strictObject({ campo: texto, texto, fonte: v.nullable(texto), estimada: v.boolean() })),
  feriadosOpcionais: v.array(texto),
  propostas: v.array(
    v.strictObject({
      regiao: v.pipe(v.number(), v.integer()),
      meses: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(12))), v.minLength(1)),
      texto,
    }),
  ),
});

/** Reads `visitas.json`. Throws a sentence naming the place of the first thing that does not fit. */
export function parseVisitasDoTerritorio(valor: unknown): VisitasDoTerritorio {
  const { ajustes, ...resto } = parseShape(VisitasSchema, valor, "visitas.json");
  return { ...resto, ajustes: comoAjustes(ajustes) };
}

/** The settings of a territory whose folder says nothing of visits: one team at the base, plain figures, all of them estimates. */
export function visitasSemArquivo(base: number, inicio: CivilDate): VisitasDoTerritorio {
  return {
    ajustes: {
      versao: AJUSTES_VERSAO,
      inicio,
      trimestres: 1,
      bases: [{ codigo: base, equipes: 1 }],
      diasPorEquipe: 20,
      diasPorViagem: 10,
      horasPorDia: 8,
      velocidade: 60,
      intervalo: 1,
      duracao: { "pequeno-1": 1, "pequeno-2": 1, medio: 1.5, grande: 2, metropole: 3 },
      prazoDiarias: { uteis: 5, comPassagem: 10 },
      comPassagem: [],
      semViagem: [],
      mesesProibidos: [],
      desvio: { padrao: 1.3, regioes: [] },
      pesoDoTrimestre: [1, 0.8, 0.6, 0.4],
      custoKm: 0.002,
      penalidadeDozeMeses: 5,
      travas: [],
      viagensTravadas: [],
      cotas: [],
      reserva: null,
      iteracoes: 20_000,
      semente: `visitas-${inicio}`,
    },
    notas: [{ campo: "ajustes", texto: "Os dados deste território não trazem ajustes de visitas: todos são suposições.", fonte: null, estimada: true }],
    feriadosOpcionais: [],
    propostas: [],
  };
}
