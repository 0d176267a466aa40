import type { Highs } from "highs";
import { faltaProteger, separarTabela, type TabelaAProteger } from "../../core/sdc/protecao.ts";
import { type Desvio, Desvios, FOLGA } from "./desvios.ts";

/** What was hidden besides the primary cells. */
export interface Supressao {
  /** Positions of all that is hidden. */
  readonly ocultas: ReadonlySet<number>;
  /** Of these, what was hidden only to protect others. */
  readonly complementares: readonly number[];
}

/** What was hidden of parts of tables, by all that was known of them. */
export type PartesFeitas = Map<string, ReadonlySet<number>>;

/** A cell to be hidden that no set of hidden cells protects. */
export class SemProtecaoError extends Error {
  override readonly name = "SemProtecaoError";
  readonly celula: string;

  constructor(celula: string) {
    super(`no set of hidden cells protects ${JSON.stringify(celula)}`);
    this.celula = celula;
  }
}

/**
 * Complementary suppression over linked tables: each primary cell gets the cheapest moves
 * of other cells that make the numbers it needs think-able, what moves is hidden, and what
 * is not needed after all is shown again. Near the optimum, not proved to be it; what
 * proves the protection is the audit, which knows nothing of this.
 * Source: the moves are those of Kelly, Golden & Assad, Networks 22, 1992.
 * @param feitas parts protected before, as they were then: the same part is not protected twice
 * @throws RangeError for a cell without its true value
 * @throws SemProtecaoError when a primary cell cannot be protected whatever is hidden
 */
export function suprimir(highs: Highs, tabela: TabelaAProteger, feitas: PartesFeitas = new Map()): Supressao {
  for (const { id, value } of tabela.cells) if (value === null) throw new RangeError(`cell ${JSON.stringify(id)} has no true value`);
  const ocultas = new Set(tabela.cells.flatMap(({ primary }, i) => (primary || tabela.manter?.has(i) === true ? [i] : [])));
  for (const { celulas, parte } of separarTabela(tabela)) {
    if (!parte.cells.some(({ primary }, i) => primary || parte.manter?.has(i) === true)) continue;
    const assinatura = JSON.stringify([parte.k, parte.cells, parte.relations, [...parte.custo], [...(parte.manter ?? [])]]);
    const dela = feitas.get(assinatura) ?? suprimirParte(highs, parte);
    feitas.set(assinatura, dela);
    for (const i of dela) ocultas.add(celulas[i] ?? -1);
  }
  return { ocultas, complementares: [...ocultas].filter((i) => tabela.cells[i]?.primary !== true).sort((a, b) => a - b) };
}

/** What is hidden of cells that hang together. */
function suprimirParte(highs: Highs, parte: TabelaAProteger): ReadonlySet<number> {
  const { cells, custo, manter = new Set<number>() } = parte;
  const trabalho = new Trabalho(highs, parte);
  try {
    cells.forEach(({ primary }, i) => {
      if (primary || manter.has(i)) trabalho.proteger(i);
    });
    trabalho.mostrarOQueNaoPrecisa(trabalho.complementares().filter((i) => !manter.has(i)).sort((a, b) => (custo[b] ?? 0) - (custo[a] ?? 0) || a - b));
    return trabalho.ocultas;
  } finally {
    trabalho.dispose();
  }
}

class Trabalho {
  readonly ocultas = new Set<number>();
  readonly #tabela: TabelaAProteger;
  readonly #desvios: Desvios;
  readonly #acima: Float64Array;
  readonly #abaixo: Float64Array;

  constructor(highs: Highs, tabela: TabelaAProteger) {
    this.#tabela = tabela;
    this.#desvios = new Desvios(highs, tabela, tabela.custo);
    this.#acima = new Float64Array(tabela.cells.length);
    this.#abaixo = new Float64Array(tabela.cells.length);
    tabela.cells.forEach(({ primary }, i) => {
      if (primary || tabela.manter?.has(i) === true) this.#ocultar(i);
    });
  }

  complementares(): number[] {
    return [...this.ocultas].filter((i) => this.#tabela.cells[i]?.primary !== true).sort((a, b) => a - b);
  }

  proteger(celula: number): void {
    const provas = this.#provar(celula, { acima: this.#acima[celula] ?? 0, abaixo: this.#abaixo[celula] ?? 0 });
    if (provas === null) throw new SemProtecaoError(this.#tabela.cells[celula]?.id ?? "");
    for (const prova of provas) for (const i of prova.celulas) this.#ocultar(i);
  }

  /** Shows again what every primary cell can do without. */
  mostrarOQueNaoPrecisa(candidatas: readonly number[]): void {
    this.#tabela.cells.forEach((_, i) => {
      if (!this.ocultas.has(i)) this.#desvios.prender(i, true);
    });
    const provas = new Map([...this.ocultas].filter((i) => this.#tabela.cells[i]?.primary === true || this.#tabela.manter?.has(i) === true).map((i) => [i, this.#provar(i, { acima: 0, abaixo: 0 })]));
    const usadaPor = (celula: number): number[] => [...provas].filter(([, das]) => das?.some(({ celulas }) => celulas.includes(celula)) === true).map(([i]) => i);
    for (const candidata of candidatas) {
      this.#desvios.prender(candidata, true);
      const novas = new Map<number, Desvio[]>();
      const podeSair = usadaPor(candidata).every((primaria) => {
        const outras = this.#provar(primaria, { acima: 0, abaixo: 0 });
        if (outras !== null) novas.set(primaria, outras);
        return outras !== null;
      });
      if (podeSair) {
        this.ocultas.delete(candidata);
        for (const [primaria, outras] of novas) provas.set(primaria, outras);
      } else this.#desvios.prender(candidata, false);
    }
  }

  dispose(): void {
    this.#desvios.dispose();
  }

  /** Moves that, with those already known, protect a primary cell; null when there are none. */
  #provar(celula: number, conhecido: { readonly acima: number; readonly abaixo: number }): Desvio[] | null {
    const { value = 0, primary = false } = this.#tabela.cells[celula] ?? {};
    return primary ? this.#provarPrimaria(celula, value ?? 0, conhecido) : this.#provarMantida(celula);
  }

  /** What was hidden before need not be far from what anyone thinks, only not known. */
  #provarMantida(celula: number): Desvio[] | null {
    const desvio = this.#desvios.mover(celula, 1, 1) ?? this.#desvios.mover(celula, -1, 1);
    return desvio === null ? null : [desvio];
  }

  #provarPrimaria(celula: number, value: number, conhecido: { readonly acima: number; readonly abaixo: number }): Desvio[] | null {
    const provas: Desvio[] = [];
    let alcance = conhecido;
    for (let falta = faltaProteger(value, this.#tabela.k, alcance); falta !== null; falta = faltaProteger(value, this.#tabela.k, alcance)) {
      const desvio = falta.acima > 0 ? this.#desvios.mover(celula, 1, falta.acima) : this.#alargar(celula, alcance, falta.abaixo);
      if (desvio === null) return null;
      provas.push(desvio);
      this.#lembrar(desvio);
      const moveu = desvio.quanto[desvio.celulas.indexOf(celula)] ?? 0;
      alcance = { acima: Math.max(alcance.acima, moveu), abaixo: Math.max(alcance.abaixo, -moveu) };
    }
    return provas;
  }

  /** Down by what is missing; where it does not go that far, as far as it goes and the rest up. */
  #alargar(celula: number, { abaixo }: { readonly abaixo: number }, falta: number): Desvio | null {
    const inteiro = this.#desvios.mover(celula, -1, falta);
    if (inteiro !== null) return inteiro;
    const parte = this.#desvios.maisLonge(celula, -1, falta);
    const desceu = -(parte?.quanto[parte.celulas.indexOf(celula)] ?? 0);
    return parte !== null && desceu > abaixo + FOLGA ? parte : this.#desvios.mover(celula, 1, this.#tabela.k - 1 - abaixo);
  }

  #lembrar({ celulas, quanto }: Desvio): void {
    celulas.forEach((i, j) => {
      const moveu = quanto[j] ?? 0;
      this.#acima[i] = Math.max(this.#acima[i] ?? 0, moveu);
      this.#abaixo[i] = Math.max(this.#abaixo[i] ?? 0, -moveu);
    });
  }

  #ocultar(celula: number): void {
    if (this.ocultas.has(celula)) return;
    this.ocultas.add(celula);
    this.#desvios.custar(celula, 0);
  }
}
