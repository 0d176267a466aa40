import { useState } from "react";
import { formatNumber, formatPeriod } from "../../core/format.ts";
import type { Indicador } from "../../core/indicador.ts";
import type { LoadedFigures } from "../../data/import/report.ts";
import { enderecoDoIndicador } from "./relatorio.ts";
import { StackedTable, type StackedColumn } from "./StackedTable.tsx";

/** Indicators shown before the user asks for all. */
const PRIMEIROS = 6;

/** The figures a file brought: indicator, period, municipalities, and the way to the map. */
export function Figuras({
  figuras,
  catalogo,
  totalMunicipios,
  emUso,
}: {
  readonly figuras: readonly LoadedFigures[];
  readonly catalogo: readonly Indicador[];
  readonly totalMunicipios: number;
  readonly emUso: boolean;
}) {
  const [isAll, setIsAll] = useState(false);
  const nomes = new Map(catalogo.map(({ id, nome }) => [id, nome]));
  const nomeDe = (id: string): string => nomes.get(id) ?? id;
  const colunas: readonly StackedColumn<LoadedFigures>[] = [
    { id: "indicador", titulo: "Indicador", nome: true, celula: ({ indicador }) => nomeDe(indicador) },
    {
      id: "periodo",
      titulo: "Período",
      celula: ({ inicio, fim }) => (inicio === fim ? formatPeriod(inicio) : `${formatPeriod(inicio)} a ${formatPeriod(fim)}`),
    },
    {
      id: "municipios",
      titulo: "Municípios",
      celula: ({ municipios }) => `${formatNumber(municipios)} de ${formatNumber(totalMunicipios)}`,
    },
    { id: "valores", titulo: "Valores", celula: ({ figuras: n }) => formatNumber(n) },
    {
      id: "mapa",
      titulo: "No mapa",
      celula: ({ indicador }) =>
        emUso ? (
          <a href={enderecoDoIndicador(indicador)}>
            Ver no mapa<span className="ui-hidden"> o indicador {nomeDe(indicador)}</span>
          </a>
        ) : (
          "fora de uso"
        ),
    },
  ];
  const shown = isAll ? figuras : figuras.slice(0, PRIMEIROS);
  return (
    <div className="ui-stack">
      <h3>O que o arquivo trouxe</h3>
      <StackedTable legenda="Valores que o arquivo trouxe, por indicador" colunas={colunas} linhas={shown} chave={({ indicador }) => indicador} />
      {shown.length < figuras.length ? (
        <div>
          <button
            type="button"
            className="ui-button ui-button-quiet"
            onClick={() => {
              setIsAll(true);
            }}
          >
            Mostrar os {String(figuras.length)} indicadores
          </button>
        </div>
      ) : null}
    </div>
  );
}
