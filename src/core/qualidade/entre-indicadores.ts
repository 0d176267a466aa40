import { cadaValor, maisNovo, type ColunaNaMesa, type Mesa } from "./mesa.ts";
import { mesesEntre } from "../periodo.ts";
import type { Condicao, RegraComparacao, RegraContradicao, RegraFormula, RegraRazao } from "./regra.ts";

/** A total against its parts of the same period. Nothing is said where a part is missing. */
export function formula(regra: RegraFormula, mesa: Mesa): void {
  const { total, tolerancia } = regra;
  for (const coluna of mesa.series.get(total) ?? []) {
    const partes = regra.partes.map((parte) => mesa.colunaDe(parte, coluna.periodo));
    if (!partes.every((parte) => parte !== null)) continue;
    cadaValor(coluna, (linha, valor) => {
      const numeros = partes.map(({ valores }) => valores[linha] ?? Number.NaN);
      const esperado = OPERACAO[regra.operacao](numeros);
      if (!Number.isNaN(esperado)) julgar(regra, mesa, coluna, linha, { valor, esperado, tolerancia });
    });
  }
}

const OPERACAO: Readonly<Record<RegraFormula["operacao"], (partes: readonly number[]) => number>> = {
  soma: (partes) => soma(partes),
  media: (partes) => soma(partes) / partes.length,
  "media-geometrica": (partes) => partes.reduce((produto, parte) => produto * parte, 1) ** (1 / partes.length),
};

function soma(partes: readonly number[]): number {
  return partes.reduce((total, parte) => total + parte, 0);
}

/** A rate against the numerator and denominator published with it. */
export function razao(regra: RegraRazao, mesa: Mesa): void {
  for (const indicador of mesa.escolher(regra.indicadores)) {
    for (const coluna of mesa.series.get(indicador.id) ?? []) {
      const { numeradores, denominadores } = coluna;
      if (numeradores === null || denominadores === null) continue;
      cadaValor(coluna, (linha, valor) => {
        const numerador = numeradores[linha] ?? Number.NaN;
        const denominador = denominadores[linha] ?? Number.NaN;
        if (Number.isNaN(numerador) || Number.isNaN(denominador) || denominador === 0) return;
        const esperado = (numerador / denominador) * regra.fator;
        julgar(regra, mesa, coluna, linha, { valor, esperado, tolerancia: regra.tolerancia });
      });
    }
  }
}

interface Conta {
  readonly valor: number;
  readonly esperado: number;
  readonly tolerancia: number;
}

function julgar(
  regra: RegraFormula | RegraRazao,
  mesa: Mesa,
  coluna: ColunaNaMesa,
  linha: number,
  { valor, esperado, tolerancia }: Conta,
): void {
  // Sums of decimals miss their value by a hair that is no difference of the data.
  if (Math.abs(valor - esperado) <= tolerancia + 1e-9) mesa.passa(regra, coluna, linha);
  else {
    mesa.acusa(regra, coluna, linha, {
      esperado,
      min: esperado - tolerancia,
      max: esperado + tolerancia,
      medida: valor - esperado,
    });
  }
}

/** Two indicators of one municipality. */
export function comparacao(regra: RegraComparacao, mesa: Mesa): void {
  const serieA = mesa.series.get(regra.a);
  const serieB = mesa.series.get(regra.b);
  if (serieA === undefined || serieB === undefined) return;
  for (const coluna of serieA) {
    cadaValor(coluna, (linha, valor) => {
      if (regra.periodos !== "mesmo" && maisNovo(serieA, linha) !== coluna) return;
      const par =
        regra.periodos === "mesmo" ? mesa.colunaDe(regra.b, coluna.periodo) : maisNovo(serieB, linha);
      const outro = par?.valores[linha] ?? Number.NaN;
      if (par === null || Number.isNaN(outro)) {
        if (regra.fraseSemPar !== undefined && valor > 0) mesa.acusa(regra, coluna, linha, { semPar: true });
        return;
      }
      if (regra.periodos !== "mesmo" && mesesEntre(coluna.periodo, par.periodo) > regra.periodos.mesesEntre) return;
      const { min, max, combina } = RELACAO[regra.relacao](valor, outro, regra.tolerancia);
      if (combina) mesa.passa(regra, coluna, linha);
      else {
        mesa.acusa(regra, coluna, linha, {
          min,
          max,
          comparado: { indicador: regra.b, periodo: par.periodo, valor: outro },
          medida: outro === 0 ? null : valor / outro - 1,
        });
      }
    });
  }
}

interface Comparada {
  readonly min: number | null;
  readonly max: number | null;
  readonly combina: boolean;
}

const RELACAO: Readonly<Record<RegraComparacao["relacao"], (a: number, b: number, t: number) => Comparada>> = {
  "no-maximo": (a, b, t) => ({ min: null, max: b * (1 + t), combina: a <= b * (1 + t) }),
  igual: (a, b, t) => ({ min: b - t, max: b + t, combina: Math.abs(a - b) <= t + 1e-9 }),
  proximo: (a, b, t) => ({
    min: b * (1 - t),
    max: b * (1 + t),
    combina: b === 0 ? a === 0 : Math.abs(a / b - 1) <= t + 1e-9,
  }),
};

/** Two answers that exclude each other, each the newest of its municipality. */
export function contradicao(regra: RegraContradicao, mesa: Mesa): void {
  const serieSe = mesa.series.get(regra.se.indicador);
  const serieNao = mesa.series.get(regra.nao.indicador);
  if (serieSe === undefined || serieNao === undefined) return;
  mesa.painel.codigos.forEach((_, linha) => {
    const colunaSe = maisNovo(serieSe, linha);
    const colunaNao = maisNovo(serieNao, linha);
    if (colunaSe === null || colunaNao === null) return;
    if (mesesEntre(colunaSe.periodo, colunaNao.periodo) > regra.mesesEntre) return;
    const valorSe = colunaSe.valores[linha] ?? Number.NaN;
    const valorNao = colunaNao.valores[linha] ?? Number.NaN;
    if (vale(regra.se, valorSe) && vale(regra.nao, valorNao)) {
      mesa.acusa(regra, colunaNao, linha, {
        comparado: { indicador: regra.se.indicador, periodo: colunaSe.periodo, valor: valorSe },
      });
    } else mesa.passa(regra, colunaNao, linha);
  });
}

function vale({ operador, valor: limite }: Condicao, valor: number): boolean {
  if (operador === "=") return valor === limite;
  if (operador === ">") return valor > limite;
  return operador === ">=" ? valor >= limite : valor < limite;
}
