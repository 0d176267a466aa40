import type { Indicador } from "../../../src/core/indicador.ts";
import type { DimensaoDoMetodo, IndicadorDoMetodo, Metodo } from "../../../src/core/metodo/method.ts";

/** An indicator of a made-up method: 0–100, more is more need. */
export function indicador(id: string, changes: Partial<IndicadorDoMetodo> = {}): IndicadorDoMetodo {
  return {
    id,
    peso: 1,
    tipo: "amount",
    polaridade: "maior-mais-necessidade",
    baliza: { lo: 0, hi: 100, origem: "limite-natural", fonte: "escala", periodo: null },
    validadeMeses: 24,
    ...changes,
  };
}

export function dimensao(id: string, peso: number, indicadores: readonly IndicadorDoMetodo[]): DimensaoDoMetodo {
  return { id, nome: id, peso, indicadores };
}

/** A small method: dimensions "a" (weight 60: x, y) and "b" (weight 40: z). */
export function metodo(changes: Partial<Metodo> = {}): Metodo {
  return {
    versao: 1,
    id: "pequeno",
    nome: "Método pequeno",
    datas: { versao: "2026-01-31", inicio: "2026-02-01", fim: "2026-12-31" },
    semente: "semente",
    k: 2,
    sorteios: 100,
    concentracao: 0.3,
    normalizacao: "balizas",
    agregacao: "aritmetica",
    presencaMinima: 2 / 3,
    dimensoes: [dimensao("a", 60, [indicador("x"), indicador("y")]), dimensao("b", 40, [indicador("z")])],
    planejamento: { pesoNota: 0.8, pesoTempo: 0.2, meses: 12, carenciaDias: 90, reserva: 0.1, sementeReserva: "reserva" },
    mapa: { quebras: [0, 20, 40], periodo: "2025" },
    ...changes,
  };
}

/** A catalogue record for each id. */
export function catalogo(...ids: readonly string[]): Indicador[] {
  return ids.map((id) => ({
    id,
    nome: `Indicador ${id}`,
    nomeCurto: id,
    pergunta: "?",
    dimensao: "a",
    unidade: "",
    casas: 2,
    polaridade: "maior-mais-necessidade",
    formula: "f",
    fonte: "fonte",
    cadencia: "anual",
    ressalva: "",
  }));
}
