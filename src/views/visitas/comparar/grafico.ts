import { formatNumber, formatPercent } from "../../../core/format.ts";
import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { ChartOptions, LegendItem } from "../../../ui/chart/props.ts";
import type { LinhaDeGrupo } from "./model.ts";

/** Colours of the plans, in their order. */
const CORES = ["var(--cat-1)", "var(--cat-2)"] as const;
const ALTURA_DA_BARRA = 20;
const ENTRE_GRUPOS = 30;
const LARGURA_ESTREITA = 560;
const TEXTO = { fill: "var(--text)", textAnchor: "start", pointerEvents: "none" } as const;

/** Legend of `coberturaPorGrupo`. */
export function legendaDosPlanos(planos: readonly string[]): LegendItem[] {
  return planos.map((rotulo, i) => ({ rotulo, cor: CORES[i] ?? CORES[0] }));
}

/**
 * Share of the municipalities of each group that each plan visits: bars side by
 * side on a track as long as the whole group, the name over them, the count beside.
 */
export function coberturaPorGrupo(linhas: readonly LinhaDeGrupo[], planos: readonly string[]): ChartOptions {
  const grupos = [...new Set(linhas.map(({ grupo }) => grupo))];
  const cor = ({ plano }: LinhaDeGrupo): string => CORES[planos.indexOf(plano)] ?? CORES[0];
  return (largura, Plot) => {
    const barra = { fy: "grupo", y: "plano", insetTop: 2, insetBottom: 2 };
    return {
      width: largura,
      height: alturaDaCobertura(linhas),
      marginLeft: 4,
      marginRight: largura < LARGURA_ESTREITA ? 96 : 120,
      marginTop: 24,
      marginBottom: 0,
      fy: { domain: grupos, axis: null, padding: ENTRE_GRUPOS / (ENTRE_GRUPOS + ALTURA_DA_BARRA * planos.length) },
      x: { domain: [0, 100], axis: null },
      y: { domain: planos, axis: null, padding: 0 },
      marks: [
        Plot.barX(linhas, { ...barra, x1: 0, x2: 100, fill: "var(--surface-sunken)", ...MARCA }),
        Plot.barX(linhas, { ...barra, x: "parte", fill: cor, pointerEvents: "none" }),
        Plot.text(linhas, { ...TEXTO, fy: "grupo", y: "plano", x: 100, text: valorDoGrupo, dx: 6 }),
        Plot.text(
          grupos.map((grupo) => ({ grupo })),
          { ...TEXTO, fy: "grupo", x: 0, text: "grupo", frameAnchor: "top-left", dy: -ENTRE_GRUPOS / 2 - 2, fontWeight: 600 },
        ),
      ],
    };
  };
}

/** Height in px of `coberturaPorGrupo`. */
export function alturaDaCobertura(linhas: readonly LinhaDeGrupo[]): number {
  const grupos = new Set(linhas.map(({ grupo }) => grupo)).size;
  return linhas.length * ALTURA_DA_BARRA + grupos * ENTRE_GRUPOS + 24;
}

/** "3 de 7 · 42,9 %". */
export function valorDoGrupo({ municipios, visitados, parte }: LinhaDeGrupo): string {
  return `${formatNumber(visitados)} de ${formatNumber(municipios)} · ${formatPercent(parte, 0)}`;
}
