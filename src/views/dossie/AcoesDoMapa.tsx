import { useRef } from "react";
import { cabecalhoDoMapa } from "../../core/dossie/cabecalho-do-mapa.ts";
import type { Dossie } from "../../core/dossie/dossie.ts";
import type { EntradaDosDossies } from "../../core/dossie/entrada.ts";
import type { LegendItem } from "../../ui/chart/props.ts";
import { SvgActions } from "../../ui/chart/SvgActions.tsx";

const LEGENDA: readonly LegendItem[] = [
  { rotulo: "CRAS", cor: "var(--accent)" },
  { rotulo: "CREAS", cor: "var(--chart-reference)" },
];

/** The image of the dossier's map, inside whose figure this stands, and the link to the page. */
export function AcoesDoMapa({ entrada, dossie }: { readonly entrada: EntradaDosDossies; readonly dossie: Dossie }) {
  const lugar = useRef<HTMLDivElement>(null);
  const cabecalho = cabecalhoDoMapa(entrada, dossie);
  const mapa = dossie.secoes.flatMap(({ blocos }) => blocos).find(({ tipo }) => tipo === "mapa");
  return (
    <div ref={lugar} className="ui-no-print">
      <SvgActions
        desenho={() => lugar.current?.closest("figure")?.querySelector<SVGSVGElement>("svg") ?? null}
        quadro={{ titulo: cabecalho.titulo, subtitulo: dossie.subtitulo, legenda: LEGENDA, cabecalho, notas: mapa?.tipo === "mapa" ? [mapa.legenda] : [] }}
        arquivo={`mapa-${String(dossie.codigo)}`}
      />
    </div>
  );
}
