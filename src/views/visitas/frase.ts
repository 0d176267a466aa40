import { count, formatNumber, formatPercent, joinPt } from "../../core/format.ts";
import type { DemandaNaoAtendida } from "../../core/visitas/plano.ts";
import type { PlanoFeito } from "./parte.ts";
import { periodoDoPlano } from "./periodo.ts";

export interface EntradaDaFrase {
  readonly feito: PlanoFeito;
  /** Share of the best plan possible that this one may be short of, 0–1; null while unknown. */
  readonly distancia: number | null;
  readonly nome: (codigo: number) => string;
}

/** The answer of the page: "26 visitas cabem em jan.–mar. 2027 com 3 equipes: …". */
export function fraseDoPlano({ feito: { plano, entrada }, distancia, nome }: EntradaDaFrase): string {
  const { viagens, valor, valorDeTodos, km, dias } = plano;
  const visitas = viagens.reduce((soma, { paradas }) => soma + paradas.length, 0);
  const equipes = entrada.ajustes.bases.reduce((soma, base) => soma + base.equipes, 0);
  const cabem = visitas === 1 ? "cabe" : visitas === 0 ? "cabe" : "cabem";
  const feitas = `${count(visitas, "visita", "visitas", "f")} ${cabem} em ${periodoDoPlano(entrada.ajustes)} com ${count(equipes, "equipe", "equipes", "f")}`;
  const partes = [
    `${count(dias, "dia", "dias")} de estrada e visita`,
    `${formatNumber(km)} km`,
    ...(valorDeTodos > 0 ? [`${formatPercent((100 * valor) / valorDeTodos, 0)} da prioridade`] : []),
  ];
  const limite = distancia === null ? "" : `; ${distanciaEmPalavras(distancia)}`;
  const faltam = naoAtendidasEmPalavras(plano.naoAtendidas, nome);
  return `${capitalizado(feitas)}: ${partes.join(", ")}${limite}.${faltam === "" ? "" : ` ${faltam}`}`;
}

/** "a no máximo 1,4% do melhor plano possível"; under the precision shown it says so. */
export function distanciaEmPalavras(distancia: number): string {
  const porCento = Math.ceil(distancia * 1000 - 1e-9) / 10;
  return porCento === 0 ? "nenhum plano possível é melhor" : `a no máximo ${formatPercent(porCento)} do melhor plano possível`;
}

/** The demands left unmet, a sentence; empty when there is none. */
export function naoAtendidasEmPalavras(demandas: readonly DemandaNaoAtendida[], nome: (codigo: number) => string): string {
  if (demandas.length === 0) return "";
  const municipios = demandas.flatMap((demanda) => (demanda.tipo === "municipio" ? [nome(demanda.codigo)] : []));
  const cotas = demandas.filter(({ tipo }) => tipo === "cota").length;
  const partes = [
    ...(municipios.length === 0 ? [] : [municipios.length > MAIS_NOMES ? count(municipios.length, "município pedido", "municípios pedidos") : joinPt(municipios)]),
    ...(cotas === 0 ? [] : [count(cotas, "cota", "cotas", "f")]),
  ];
  return `Não ${demandas.length === 1 ? "coube" : "couberam"}: ${joinPt(partes)}.`;
}

const MAIS_NOMES = 4;

function capitalizado(texto: string): string {
  return texto.charAt(0).toUpperCase() + texto.slice(1);
}
