import type { Highs } from "highs";
import { apertar } from "../../core/sdc/apertar.ts";
import type { AtaqueAoBloco, Atacante, IntervaloSdc } from "../../core/sdc/auditoria.ts";
import type { Bloco } from "../../core/sdc/sistema.ts";
import { FOLGA, Programa, type PontoExtremo } from "./programa.ts";

/** The attacker with HiGHS: two linear programmes a cell, and a whole-number one where their point is not whole. */
export function atacanteHighs(highs: Highs): Atacante {
  return (bloco) => {
    const ataque = new Ataque(highs, bloco);
    try {
      return ataque.atacar();
    } finally {
      ataque.dispose();
    }
  };
}

const NADA_CABE: IntervaloSdc = { status: "Infeasible", lo: Number.NaN, up: Number.NaN };

class Ataque {
  readonly #bloco: Bloco;
  readonly #highs: Highs;
  readonly #real: Programa;
  #inteiro: Programa | null = null;
  /** Ends that no point passes, and the farthest that points seen so far reached: where they meet, the end is known. */
  readonly #limites;
  readonly #vistoLo: Float64Array;
  readonly #vistoUp: Float64Array;
  readonly #inteiroLo: Float64Array;
  readonly #inteiroUp: Float64Array;

  constructor(highs: Highs, bloco: Bloco) {
    this.#highs = highs;
    this.#bloco = bloco;
    this.#real = new Programa(highs, bloco, false);
    this.#limites = apertar(bloco);
    const n = bloco.celulas.length;
    this.#vistoLo = new Float64Array(n).fill(Number.POSITIVE_INFINITY);
    this.#vistoUp = new Float64Array(n).fill(Number.NEGATIVE_INFINITY);
    this.#inteiroLo = this.#vistoLo.slice();
    this.#inteiroUp = this.#vistoUp.slice();
  }

  atacar(): AtaqueAoBloco {
    const lp: IntervaloSdc[] = [];
    const ip: IntervaloSdc[] = [];
    for (let coluna = 0; coluna < this.#bloco.celulas.length; coluna += 1) {
      const real = this.#intervalo(coluna);
      lp.push(real);
      ip.push(real.status === "Infeasible" ? NADA_CABE : this.#intervaloInteiro(coluna, real));
    }
    return { lp, ip };
  }

  dispose(): void {
    this.#real.dispose();
    this.#inteiro?.dispose();
  }

  #intervalo(coluna: number): IntervaloSdc {
    const [de, ate] = [this.#limites.lo[coluna] ?? 0, this.#limites.up[coluna] ?? 0];
    const lo = tocou(this.#vistoLo[coluna], de) ? de : this.#ver(this.#real.extremo(coluna, 1));
    const up = tocou(this.#vistoUp[coluna], ate) ? ate : this.#ver(this.#real.extremo(coluna, -1));
    return juntar(lo, up);
  }

  #intervaloInteiro(coluna: number, real: IntervaloSdc): IntervaloSdc {
    const [menor, maior] = [Math.ceil(real.lo - FOLGA), Math.floor(real.up + FOLGA)];
    const lo = !Number.isFinite(real.lo) || tocou(this.#inteiroLo[coluna], menor) ? menor : this.#ver(this.#programaInteiro().extremo(coluna, 1));
    const up = !Number.isFinite(real.up) || tocou(this.#inteiroUp[coluna], maior) ? maior : this.#ver(this.#programaInteiro().extremo(coluna, -1));
    return juntar(lo, up);
  }

  #programaInteiro(): Programa {
    this.#inteiro ??= new Programa(this.#highs, this.#bloco, true);
    return this.#inteiro;
  }

  /** Remembers how far a point reaches in every column. */
  #ver({ valor, ponto }: PontoExtremo): number {
    if (ponto === null) return valor;
    const isInteiro = ponto.every((x) => Math.abs(x - Math.round(x)) < FOLGA);
    ponto.forEach((x, i) => {
      if (x < (this.#vistoLo[i] ?? x)) this.#vistoLo[i] = x;
      if (x > (this.#vistoUp[i] ?? x)) this.#vistoUp[i] = x;
      if (!isInteiro) return;
      if (x < (this.#inteiroLo[i] ?? x)) this.#inteiroLo[i] = x;
      if (x > (this.#inteiroUp[i] ?? x)) this.#inteiroUp[i] = x;
    });
    return valor;
  }
}

function juntar(lo: number, up: number): IntervaloSdc {
  if (Number.isNaN(lo) || Number.isNaN(up)) return NADA_CABE;
  return { status: Number.isFinite(lo) && Number.isFinite(up) ? "Optimal" : "Unbounded", lo: limpo(lo), up: limpo(up) };
}

function tocou(visto: number | undefined, fim: number): boolean {
  return visto !== undefined && Math.abs(visto - fim) < FOLGA;
}

/** A whole number that the solver gives as 2.9999999 is 3. */
function limpo(valor: number): number {
  const inteiro = Math.round(valor);
  return Math.abs(valor - inteiro) < FOLGA ? inteiro + 0 : valor;
}
