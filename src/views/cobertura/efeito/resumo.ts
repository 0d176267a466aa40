import { isValor, type Celula } from "../../../core/absence.ts";
import type { Comparacao } from "../../../core/equidade/index.ts";
import { formatNumber } from "../../../core/format.ts";
import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { ChartOptions } from "../../../ui/chart/props.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import type { Par } from "./pares.ts";

/** Mean change of a side of the pairs, or the difference between the two. */
export interface LinhaDoResumo {
  readonly id: "apoiados" | "semelhantes" | "diferenca";
  readonly nome: string;
  readonly municipios: Talvez;
  readonly antes: Talvez;
  readonly depois: Talvez;
  readonly mudanca: number;
  /** Limits of 95 %; only the difference has them. */
  readonly de: Talvez;
  readonly ate: Talvez;
}

/** A cell that the row has by nature none of: blank, which is neither missing nor zero. */
type Talvez = Celula | "";

export function resumoDe(comparacao: Comparacao, pares: readonly Par[]): LinhaDoResumo[] {
  const { mudancaApoiados, mudancaSemelhantes, diferenca, intervalo } = comparacao;
  const media = (valor: (par: Par) => number): number => pares.reduce((soma, par) => soma + valor(par), 0) / pares.length;
  const lado = (id: "apoiados" | "semelhantes", nome: string, antes: number, mudanca: number): LinhaDoResumo => ({
    id,
    nome,
    municipios: { valor: pares.length },
    antes: { valor: antes },
    depois: { valor: antes + mudanca },
    mudanca,
    de: "",
    ate: "",
  });
  return [
    lado("apoiados", "Com apoio", media(({ antesApoiado }) => antesApoiado), mudancaApoiados),
    lado("semelhantes", "Semelhantes sem apoio", media(({ antesSemelhante }) => antesSemelhante), mudancaSemelhantes),
    {
      id: "diferenca",
      nome: "Diferença, com intervalo de 95 %",
      municipios: "",
      antes: "",
      depois: "",
      mudanca: diferenca,
      de: { valor: intervalo.lower },
      ate: { valor: intervalo.upper },
    },
  ];
}

/** @param casas of the means */
export function colunasDoResumo(casas: number, unidade: string): TableColumn<LinhaDoResumo>[] {
  const numero = (id: string, titulo: string, valor: (linha: LinhaDoResumo) => Talvez): TableColumn<LinhaDoResumo> => ({ id, titulo, unidade, tipo: "numero", casas, valor });
  return [
    { id: "nome", titulo: "Lado do par", tipo: "texto", valor: ({ nome }) => nome },
    { id: "municipios", titulo: "Municípios", tipo: "numero", valor: ({ municipios }) => municipios },
    numero("antes", "Média antes", ({ antes }) => antes),
    numero("depois", "Média depois", ({ depois }) => depois),
    numero("mudanca", "Mudança média", ({ mudanca }) => ({ valor: mudanca })),
    numero("de", "Intervalo: de", ({ de }) => de),
    numero("ate", "Intervalo: a", ({ ate }) => ate),
  ];
}

function isNumero(valor: Talvez): valor is { readonly valor: number } {
  return valor !== "" && isValor(valor);
}

/** Narrower than this, in px, only the start of a name fits. */
const ESTREITA = 480;
const ALTURA = 52;
const ALTURA_DO_EIXO = 44;
export const ALTURA_DO_RESUMO = 3 * ALTURA + ALTURA_DO_EIXO;

/** The mean change of each side and the difference with its limits, over a line at no change. */
export function desenhoDoResumo(linhas: readonly LinhaDoResumo[], { casas, rotulo }: { readonly casas: number; readonly rotulo: string }): ChartOptions {
  const faixas = linhas.flatMap(({ id, de, ate }) => (isNumero(de) && isNumero(ate) ? [{ id, de: de.valor, ate: ate.valor }] : []));
  const extremos = [0, ...linhas.map(({ mudanca }) => mudanca), ...faixas.flatMap(({ de, ate }) => [de, ate])];
  const comSinal = (valor: number): string => `${Number(valor.toFixed(casas)) > 0 ? "+" : ""}${formatNumber(valor, casas)}`;
  return (largura, Plot) => ({
    width: largura,
    height: ALTURA_DO_RESUMO,
    marginLeft: 12,
    marginRight: 12,
    marginTop: 0,
    marginBottom: ALTURA_DO_EIXO - 4,
    x: { domain: [Math.min(...extremos), Math.max(...extremos)], nice: true, grid: true, label: rotulo, labelArrow: "none", ticks: largura < 420 ? 4 : 7, tickFormat: (v: number) => formatNumber(v, casas) },
    y: { domain: linhas.map(({ id }) => id), axis: null, padding: 0 },
    marks: [
      Plot.ruleX([0], { stroke: "var(--text-muted)", strokeWidth: 1.5 }),
      Plot.barX(faixas, { y: "id", x1: "de", x2: "ate", fill: "var(--chart-soft)", insetTop: 26, insetBottom: 10 }),
      Plot.dot(linhas, {
        y: "id",
        x: "mudanca",
        dy: 8,
        r: 6,
        symbol: ({ id }: LinhaDoResumo) => (id === "diferenca" ? "diamond" : "circle"),
        fill: ({ id }: LinhaDoResumo) => (id === "semelhantes" ? "var(--chart-muted)" : id === "apoiados" ? "var(--chart-accent)" : "var(--chart-reference)"),
        stroke: "var(--surface)",
        ...MARCA,
      }),
      Plot.text(linhas, {
        y: "id",
        frameAnchor: "left",
        textAnchor: "start",
        dx: -10,
        dy: -14,
        text: (linha: LinhaDoResumo) => `${largura < ESTREITA ? (linha.nome.split(",")[0] ?? "") : linha.nome}: ${comSinal(linha.mudanca)}${isNumero(linha.de) && isNumero(linha.ate) ? ` (de ${comSinal(linha.de.valor)} a ${comSinal(linha.ate.valor)})` : ""}`,
        fill: "var(--text)",
        stroke: "var(--surface)",
        strokeWidth: 3,
        paintOrder: "stroke",
        pointerEvents: "none",
      }),
    ],
  });
}
