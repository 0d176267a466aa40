import { cadaValor, type ColunaNaMesa, type Mesa } from "./mesa.ts";
import { mesesEntre } from "../periodo.ts";
import type { RegraAtipico, RegraSalto } from "./regra.ts";
import { robusto, zModificado } from "./robusto.ts";

interface Escala {
  readonly ida: (valor: number) => number;
  readonly volta: (valor: number) => number;
  readonly aceita: (valor: number) => boolean;
}

const ESCALAS: Readonly<Record<RegraAtipico["escala"], Escala>> = {
  linear: { ida: (v) => v, volta: (v) => v, aceita: () => true },
  raiz: { ida: Math.sqrt, volta: (v) => Math.max(0, v) ** 2, aceita: (v) => v >= 0 },
  log: { ida: Math.log, volta: Math.exp, aceita: (v) => v > 0 },
};

/**
 * Robust outliers of each period, among all municipalities or those of one size
 * class. A group that is too small, or whose MAD is zero, is not judged.
 */
export function atipico(regra: RegraAtipico, mesa: Mesa): void {
  for (const indicador of mesa.escolher(regra.indicadores)) {
    for (const coluna of mesa.series.get(indicador.id) ?? []) {
      for (const linhas of gruposDe(regra, coluna, mesa)) julgarGrupo(regra, coluna, linhas, mesa);
    }
  }
}

function gruposDe({ escala, grupo }: RegraAtipico, coluna: ColunaNaMesa, mesa: Mesa): Iterable<readonly number[]> {
  const grupos = new Map<string, number[]>();
  cadaValor(coluna, (linha, valor) => {
    if (!ESCALAS[escala].aceita(valor)) return;
    const chave = grupo === "todos" ? "todos" : (mesa.painel.portes[linha] ?? null);
    if (chave === null) return;
    const linhas = grupos.get(chave);
    if (linhas === undefined) grupos.set(chave, [linha]);
    else linhas.push(linha);
  });
  return grupos.values();
}

function julgarGrupo(regra: RegraAtipico, coluna: ColunaNaMesa, linhas: readonly number[], mesa: Mesa): void {
  if (linhas.length < regra.minimo) return;
  const { ida, volta } = ESCALAS[regra.escala];
  const valores = linhas.map((linha) => ida(coluna.valores[linha] ?? Number.NaN));
  const resumo = robusto(valores);
  const meio = (regra.limite * resumo.mad) / 0.6745;
  linhas.forEach((linha, i) => {
    const z = zModificado(valores[i] ?? Number.NaN, resumo);
    if (z === null) return;
    if (Math.abs(z) <= regra.limite) mesa.passa(regra, coluna, linha);
    else {
      mesa.acusa(regra, coluna, linha, {
        esperado: volta(resumo.mediana),
        min: volta(resumo.mediana - meio),
        max: volta(resumo.mediana + meio),
        medida: z,
      });
    }
  });
}

/** Each figure against the municipality's previous one, when that is recent enough and no new municipality lies between. */
export function salto(regra: RegraSalto, mesa: Mesa): void {
  for (const indicador of mesa.escolher(regra.indicadores)) {
    const anterior = new Map<number, ColunaNaMesa>();
    for (const coluna of mesa.series.get(indicador.id) ?? []) {
      cadaValor(coluna, (linha, valor) => {
        const antes = anterior.get(linha);
        anterior.set(linha, coluna);
        if (antes === undefined || mesesEntre(antes.periodo, coluna.periodo) > regra.mesesEntre) return;
        if (mesa.cruzaQuebra(linha, antes.periodo, coluna.periodo)) return;
        const valorAntes = antes.valores[linha] ?? Number.NaN;
        if (regra.medida === "relativa" && valorAntes === 0) return;
        const medida = regra.medida === "diferenca" ? valor - valorAntes : valor / valorAntes - 1;
        // 4.33 − 2.33 is a hair under 2 in binary.
        if (Math.abs(medida) < regra.limite - 1e-9) mesa.passa(regra, coluna, linha);
        else {
          const folga = regra.medida === "diferenca" ? regra.limite : regra.limite * Math.abs(valorAntes);
          mesa.acusa(regra, coluna, linha, {
            min: valorAntes - folga,
            max: valorAntes + folga,
            comparado: { indicador: coluna.indicador, periodo: antes.periodo, valor: valorAntes },
            medida,
          });
        }
      });
    }
  }
}
