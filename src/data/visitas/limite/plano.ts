import type { Highs } from "highs";
import { montarProblemas } from "../../../core/visitas/montar.ts";
import type { EntradaDoPlano, PlanoDeVisitas } from "../../../core/visitas/plano.ts";
import { rotasDoPlano } from "../../../core/visitas/rotas.ts";
import { createBound, type Bound, type BoundOptions } from "./bound.ts";
import { collisions, type RegraEmColisao } from "./collision.ts";

/** How far a plan of visits can be from the best one, all bases together. */
export interface LimiteDoPlano {
  /** No plan that meets the demands this one meets has a higher `objetivo`. True at every moment; it only comes down. */
  readonly limite: number;
  /** (limite − objetivo) ÷ limite, ≥ 0; null where the limit is not above 0. */
  readonly distancia: number | null;
  /** Every base came to its end: more rounds would not bring the limit down by anything worth. */
  readonly provado: boolean;
  /** Tours looked at. */
  readonly colunas: number;
  readonly rodadas: number;
  /** Why it stopped before its end; null when it did not. */
  readonly motivo: "rodadas" | "interrompido" | "programa" | null;
}

type Parcial = Omit<LimiteDoPlano, "distancia">;

/** A bound of a plan being worked out: bases one after the other. */
export interface CalculoDoLimite {
  /** One round of one base; false when there is nothing more to do. */
  readonly passo: () => boolean;
  readonly estado: () => LimiteDoPlano;
  /** Share of the bases done, 0–1; null with one base, whose end cannot be foreseen. */
  readonly progresso: () => number | null;
  readonly fechar: () => void;
}

/**
 * The bound of a plan of visits. The same input and plan give the same bound on every machine.
 * @throws RangeError for an input that cannot be planned.
 */
export function createLimite(highs: Highs, entrada: EntradaDoPlano, plano: PlanoDeVisitas, opcoes: BoundOptions = {}): CalculoDoLimite {
  const montagem = montarProblemas(entrada);
  const rotas = rotasDoPlano(montagem, plano);
  // What no plan of these bases changes: the penalties of all, which the visits win back.
  const fixo = -entrada.ajustes.penalidadeDozeMeses * montagem.dozeMeses.size;
  const bases = montagem.bases.map(({ problema }, b) => ({ problema, rota: rotas[b] }));
  // Before its turn, a base is bounded by all its stops, each in its best quarter, without a kilometre.
  const parciais: Parcial[] = bases.map(({ problema }) => {
    let all = 0;
    for (let stop = 0; stop < problema.stops; stop += 1) {
      let best = 0;
      for (let period = 0; period < problema.periods; period += 1) best = Math.max(best, problema.gain[period * problema.stops + stop] ?? 0);
      all += best;
    }
    return { limite: all, provado: false, colunas: 0, rodadas: 0, motivo: "interrompido" };
  });
  let atual = 0;
  let bound: Bound | null = null;

  return {
    passo() {
      const base = bases[atual];
      if (base === undefined) return false;
      if (base.rota === undefined || base.problema.stops === 0) {
        parciais[atual] = { limite: base.rota?.objective ?? 0, provado: true, colunas: 0, rodadas: 0, motivo: null };
        atual += 1;
        return atual < bases.length;
      }
      bound ??= createBound(highs, base.problema, base.rota, opcoes);
      const isOn = bound.step();
      const { limite, provado, colunas, rodadas, motivo } = bound.state();
      parciais[atual] = { limite: Math.min(parciais[atual]?.limite ?? Infinity, limite ?? Infinity), provado, colunas, rodadas, motivo };
      if (isOn) return true;
      bound.dispose();
      bound = null;
      atual += 1;
      return atual < bases.length;
    },
    estado() {
      const soma = (of: (parcial: Parcial) => number): number => parciais.reduce((total, parcial) => total + of(parcial), 0);
      const limite = soma((parcial) => parcial.limite) + fixo;
      return {
        limite,
        distancia: limite <= 0 ? null : Math.max(0, (limite - plano.objetivo) / limite),
        provado: parciais.every((parcial) => parcial.provado),
        colunas: soma((parcial) => parcial.colunas),
        rodadas: soma((parcial) => parcial.rodadas),
        motivo: parciais.find((parcial) => parcial.motivo !== null)?.motivo ?? null,
      };
    },
    progresso: () => (bases.length === 1 ? null : atual / bases.length),
    fechar() {
      bound?.dispose();
      bound = null;
    },
  };
}

/** Demands of an input that no plan meets together: each is needed for the collision, and so is each rule. */
export interface ColisaoDoPlano {
  readonly base: number;
  /** Codes of required municipalities, ascending. */
  readonly municipios: readonly number[];
  /** Places in the settings' `cotas`, ascending. */
  readonly cotas: readonly number[];
  readonly regras: readonly RegraEmColisao[];
}

/**
 * The collisions of an input's demands, base by base, each of them proved. Yields between pieces of work.
 * @throws RangeError for an input that cannot be planned.
 */
export function* colisoesDoPlano(highs: Highs, entrada: EntradaDoPlano): Generator<void, readonly ColisaoDoPlano[]> {
  const todas: ColisaoDoPlano[] = [];
  for (const { base, problema, codigos, cotas } of montarProblemas(entrada).bases) {
    for (const colisao of yield* collisions(highs, problema)) {
      todas.push({
        base,
        municipios: colisao.exigidos.flatMap((stop) => codigos[stop] ?? []).sort((a, b) => a - b),
        cotas: colisao.cotas.flatMap((cota) => cotas[cota] ?? []).sort((a, b) => a - b),
        regras: colisao.regras,
      });
    }
  }
  return todas;
}
