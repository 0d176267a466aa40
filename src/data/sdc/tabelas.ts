import type { Highs } from "highs";
import { herdar, type CelulaAnterior, type HerancaDasAnteriores } from "../../core/sdc/anteriores.ts";
import { auditar, type AuditoriaSdc } from "../../core/sdc/auditoria.ts";
import { contarCubos, type Cubo, type Dimensao, type Fato, type SistemaDeCubos } from "../../core/sdc/cubos.ts";
import { custoDeOcultar, publicar } from "../../core/sdc/protecao.ts";
import { atacanteHighs } from "./ataque.ts";
import { suprimir, type PartesFeitas } from "./suprimir.ts";

/** A table that is wanted, and the level of each dimension in each way it may go out, from fine to coarse. */
export interface TabelaDesejada {
  readonly id: string;
  readonly tentar: readonly Readonly<Record<string, string>>[];
}

/** What is to go out together: one thing counted in many ways. */
export interface PedidoDeProtecao {
  readonly k: number;
  readonly dimensoes: readonly Dimensao[];
  readonly fatos: readonly Fato[];
  readonly tabelas: readonly TabelaDesejada[];
  /** Greatest hidden part of a table's total. */
  readonly ocultoAte: number;
  /** Blank in the source and known to be so: never hidden. */
  readonly emBranco?: (id: string) => boolean;
  /** Tables of earlier releases and their cells. */
  readonly antes?: readonly EdicaoAnterior[];
}

export interface EdicaoAnterior {
  readonly cubos: readonly Cubo[];
  readonly celulas: readonly CelulaAnterior[];
}

/** Cells of too few persons that an earlier release printed as they are: nothing hides them any more. */
export class CelulasExpostasError extends Error {
  override readonly name = "CelulasExpostasError";
  readonly celulas: readonly string[];

  constructor(celulas: readonly string[]) {
    super(`printed before, and of too few persons now: ${celulas.join(", ")}`);
    this.celulas = celulas;
  }
}

/** How much of a table is hidden. */
export interface OcultoNaTabela {
  readonly celulas: readonly number[];
  readonly primarias: number;
  readonly complementares: number;
  readonly total: number;
  readonly parteOculta: number;
  /** If only what is of too few persons were hidden. */
  readonly parteDasPrimarias: number;
}

export interface TabelaPronta extends OcultoNaTabela {
  readonly id: string;
  /** Position in its `tentar`. */
  readonly nivel: number;
}

export interface TabelasProtegidas {
  readonly sistema: SistemaDeCubos;
  /** Position of each cell by its id. */
  readonly posicoes: ReadonlyMap<string, number>;
  readonly ocultas: ReadonlySet<number>;
  readonly heranca: HerancaDasAnteriores;
  readonly prontas: readonly TabelaPronta[];
  /** Wanted, and no level of them hides as little as asked; the least that they would hide. */
  readonly semNivel: readonly { readonly id: string; readonly parteOculta: number }[];
  readonly auditoria: AuditoriaSdc;
  readonly supressaoS: number;
  readonly auditoriaS: number;
}

/**
 * Protects all the tables as one system, each at the finest level at which no more than
 * `ocultoAte` of its total has to be hidden, and lets an attacker try it. Tables of earlier
 * releases stay in the system: what they printed and still holds stays known, what they hid stays hidden.
 * @throws RangeError as `contarCubos`, SemProtecaoError as `suprimir`, CelulasExpostasError
 */
export function protegerTabelas(highs: Highs, pedido: PedidoDeProtecao): TabelasProtegidas {
  const niveis = new Map(pedido.tabelas.map(({ id }) => [id, 0]));
  const semNivel: { id: string; parteOculta: number }[] = [];
  const feitas: PartesFeitas = new Map();
  let supressaoMs = 0;
  for (;;) {
    const montado = montar(pedido, niveis);
    const primarias = new Set(montado.sistema.cells.flatMap(({ primary }, i) => (primary ? [i] : [])));
    const demais = medir(pedido, niveis, montado, primarias).filter(({ parteOculta }) => parteOculta > pedido.ocultoAte);
    if (demais.length > 0) {
      for (const { id, parteOculta } of demais) engrossar(pedido, niveis, semNivel, id, parteOculta);
      continue;
    }
    const from = performance.now();
    const { sistema, heranca } = montado;
    if (heranca.expostas.length > 0) throw new CelulasExpostasError(heranca.expostas);
    const { ocultas } = suprimir(highs, { k: pedido.k, cells: sistema.cells, relations: sistema.relations, custo: custoDeOcultar(sistema.cells, "valor", montado.fixas), manter: heranca.manter }, feitas);
    supressaoMs += performance.now() - from;
    const medidas = medir(pedido, niveis, montado, ocultas);
    const [pior] = medidas.filter(({ parteOculta }) => parteOculta > pedido.ocultoAte).sort((a, b) => b.parteOculta - a.parteOculta);
    if (pior !== undefined) {
      engrossar(pedido, niveis, semNivel, pior.id, pior.parteOculta);
      continue;
    }
    const audit = performance.now();
    const auditoria = auditar({ k: pedido.k, cells: publicar(sistema.cells, ocultas), relations: sistema.relations }, atacanteHighs(highs));
    return {
      sistema,
      posicoes: new Map(sistema.cells.map(({ id }, i) => [id, i])),
      ocultas,
      heranca,
      prontas: medidas.map((medida) => ({ ...medida, nivel: niveis.get(medida.id) ?? 0 })),
      semNivel,
      auditoria,
      supressaoS: supressaoMs / 1000,
      auditoriaS: (performance.now() - audit) / 1000,
    };
  }
}

interface Montado {
  readonly sistema: SistemaDeCubos;
  readonly heranca: HerancaDasAnteriores;
  readonly fixas: ReadonlySet<string>;
}

function montar({ dimensoes, tabelas, fatos, k, emBranco, antes = [] }: PedidoDeProtecao, niveis: ReadonlyMap<string, number>): Montado {
  const cubos = tabelas.flatMap(({ id, tentar }): Cubo[] => {
    const nivel = tentar[niveis.get(id) ?? tentar.length];
    return nivel === undefined ? [] : [{ id, niveis: nivel }];
  });
  const sistema = contarCubos(dimensoes, [...antes.flatMap((edicao) => edicao.cubos), ...cubos], fatos, k);
  const heranca = herdar(sistema.cells, antes.map(({ celulas }) => celulas));
  const fixas = new Set(heranca.fixas);
  if (emBranco !== undefined) for (const { id } of sistema.cells) if (emBranco(id)) fixas.add(id);
  return { sistema, heranca, fixas };
}

/** How much of each table that still has a level is hidden. */
function medir({ tabelas }: PedidoDeProtecao, niveis: ReadonlyMap<string, number>, { sistema }: Montado, ocultas: ReadonlySet<number>): (OcultoNaTabela & { readonly id: string })[] {
  return tabelas.flatMap(({ id }) => (niveis.has(id) ? [{ id, ...ocultoEm(sistema, sistema.doCubo.get(id) ?? [], ocultas) }] : []));
}

/** How much of some cells is hidden. */
export function ocultoEm({ cells }: Pick<SistemaDeCubos, "cells">, celulas: readonly number[], ocultas: ReadonlySet<number>): OcultoNaTabela {
  const somar = (quais: readonly number[]): number => quais.reduce((soma, i) => soma + (cells[i]?.value ?? 0), 0);
  const total = somar(celulas);
  const parte = (quais: readonly number[]): number => (total === 0 ? 0 : somar(quais) / total);
  const escondidas = celulas.filter((i) => ocultas.has(i));
  const primarias = celulas.filter((i) => cells[i]?.primary === true);
  return {
    celulas,
    primarias: primarias.length,
    complementares: escondidas.filter((i) => cells[i]?.primary !== true).length,
    total,
    parteOculta: parte(escondidas),
    parteDasPrimarias: parte(primarias),
  };
}

function engrossar({ tabelas }: PedidoDeProtecao, niveis: Map<string, number>, semNivel: { id: string; parteOculta: number }[], id: string, parteOculta: number): void {
  const proximo = (niveis.get(id) ?? 0) + 1;
  const ultimo = (tabelas.find((tabela) => tabela.id === id)?.tentar.length ?? 0) - 1;
  if (proximo <= ultimo) {
    niveis.set(id, proximo);
    return;
  }
  niveis.delete(id);
  semNivel.push({ id, parteOculta });
}
