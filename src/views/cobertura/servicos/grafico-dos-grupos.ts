import { formatNumber } from "../../../core/format.ts";
import { POUCAS, type NoGrupo, type Referencia } from "../../../core/servicos/index.ts";
import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { ChartOptions, LegendItem } from "../../../ui/chart/props.ts";

/** A municipality drawn. */
export interface PontoDoGrupo {
  readonly codigo: number;
  readonly nome: string;
  readonly grupo: string;
  readonly valor: number;
  readonly n: number | null;
  readonly diferenca: number | null;
}

/** Rows that have a group and a figure of the scale, in the order given. */
export function pontosDosGrupos(linhas: readonly NoGrupo<string>[], escala: string, nome: (codigo: number) => string): PontoDoGrupo[] {
  return linhas.flatMap(({ registro, grupo, valor, diferenca }) =>
    grupo === null || valor === null || valor.escala !== escala
      ? []
      : [{ codigo: registro.codigo, nome: nome(registro.codigo), grupo, valor: valor.valor, n: valor.n, diferenca }],
  );
}

export const LEGENDA_DOS_GRUPOS: readonly LegendItem[] = [
  { rotulo: "Um município (vazado: poucos casos)", cor: "var(--chart-accent)" },
  { rotulo: "Metade dos municípios do grupo está nesta faixa", cor: "var(--chart-soft)" },
  { rotulo: "Município do meio do grupo", cor: "var(--chart-reference)" },
];

const ALTURA = 62;
const EIXO = 40;

/** Height in px of the drawing. */
export function alturaDosGrupos(grupos: number): number {
  return grupos * ALTURA + EIXO;
}

/** Steps by which dots of one group stand off its line, so that equals are not one. */
const DEGRAUS = [0, -1, 1, -2, 2] as const;
const DEGRAU = 0.055;
/** Where in the band of a group its dots are. */
const MEIO = 0.66;

/**
 * A line for each group: its name over it, a dot for each municipality, the middle half as a band and the
 * middle one as a mark. A dot that stands on few cases is hollow.
 * @param zero the axis starts at zero: for times and counts, not for marks of a scale
 */
export function desenhoDosGrupos(
  pontos: readonly PontoDoGrupo[],
  referencias: readonly Referencia<string>[],
  grupos: readonly string[],
  { unidade, zero }: { readonly unidade: string; readonly zero: boolean },
): ChartOptions {
  const linhaDe = new Map(grupos.map((grupo, i) => [grupo, i]));
  const valores = pontos.map(({ valor }) => valor);
  const [menor, maior] = [Math.min(...valores), Math.max(...valores)];
  const dominio = zero ? [0, Math.max(1, maior)] : menor === maior ? [menor - 1, maior + 1] : [menor, maior];
  const noGrupo = new Map<string, number>();
  const y = pontos.map(({ grupo }) => {
    const vez = noGrupo.get(grupo) ?? 0;
    noGrupo.set(grupo, vez + 1);
    return (linhaDe.get(grupo) ?? 0) + MEIO + DEGRAU * (DEGRAUS[vez % DEGRAUS.length] ?? 0);
  });
  const meios = referencias.flatMap(({ grupo, municipios, mediana, p25, p75 }) => {
    const linha = linhaDe.get(grupo);
    return linha === undefined ? [] : [{ linha, municipios, grupo, mediana, p25, p75 }];
  });
  const comMeio = meios.flatMap(({ linha, mediana, p25, p75 }) => (mediana === null || p25 === null || p75 === null ? [] : [{ linha, mediana, p25, p75 }]));
  return (largura, Plot) => ({
    width: largura,
    height: alturaDosGrupos(grupos.length),
    marginLeft: 10,
    marginRight: 14,
    marginTop: 0,
    marginBottom: EIXO - 4,
    x: { domain: dominio, nice: true, label: unidade, grid: true, ticks: largura < 560 ? 4 : 8, tickFormat: (v: number) => formatNumber(v, Number.isInteger(v) ? 0 : 1) },
    y: { domain: [grupos.length, 0], axis: null },
    marks: [
      Plot.rect(comMeio, { x1: "p25", x2: "p75", y1: ({ linha }: Meio) => linha + MEIO - 0.18, y2: ({ linha }: Meio) => linha + MEIO + 0.18, fill: "var(--chart-soft)", fillOpacity: 0.5 }),
      Plot.ruleX(comMeio, { x: "mediana", y1: ({ linha }: Meio) => linha + MEIO - 0.26, y2: ({ linha }: Meio) => linha + MEIO + 0.26, stroke: "var(--chart-reference)", strokeWidth: 3 }),
      Plot.dot(pontos, {
        x: "valor",
        y: (_: PontoDoGrupo, i: number) => y[i] ?? 0,
        r: 4,
        stroke: "var(--chart-accent)",
        strokeWidth: 1.5,
        fill: ({ n }: PontoDoGrupo) => (n === null || n < POUCAS ? "var(--surface)" : "var(--chart-accent)"),
        fillOpacity: 0.75,
        ...MARCA,
      }),
      Plot.text(meios, {
        x: dominio[0] ?? 0,
        y: ({ linha }: { readonly linha: number }) => linha + 0.22,
        text: ({ grupo, municipios, mediana }: (typeof meios)[number]) =>
          `${grupo} · ${municipios === 1 ? "1 município" : `${formatNumber(municipios)} municípios`}${mediana === null ? (largura < 560 ? " (poucos)" : " (dados insuficientes para o do meio)") : ` · meio: ${formatNumber(mediana, 1)}`}`,
        textAnchor: "start",
        fill: "var(--text)",
        stroke: "var(--surface)",
        strokeWidth: 3,
        paintOrder: "stroke",
        pointerEvents: "none",
      }),
    ],
  });
}

interface Meio {
  readonly linha: number;
}
