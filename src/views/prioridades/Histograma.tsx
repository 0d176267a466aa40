import { memo, useMemo } from "react";
import { isValor } from "../../core/absence.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import type { MapLayer } from "../../core/map-layer.ts";
import type { Municipio } from "../../core/municipio.ts";
import { ChartFrame } from "../../ui/chart/ChartFrame.tsx";
import { rampStyle } from "../../ui/map/ramp-style.ts";
import type { TableColumn } from "../../ui/table/props.ts";
import { faixasDe, histogramaOptions, leituraHistograma, marcaSelecionada, type Faixa } from "./histograma.ts";
import type { Medida } from "./medida.ts";

export interface HistogramaProps {
  readonly medida: Medida;
  readonly layer: MapLayer;
  readonly selecionado: Municipio | null;
  readonly cabecalho: ExportHeader;
}

const COLUNAS: readonly TableColumn<Faixa>[] = [
  { id: "faixa", titulo: "Faixa de valor", tipo: "texto", valor: ({ rotulo }) => rotulo, ordenavel: false },
  { id: "contagem", titulo: "Municípios", tipo: "numero", casas: 0, valor: ({ contagem }) => ({ valor: contagem }) },
];

/** How the figures spread over the territory, with the map's class limits. */
export const Histograma = memo(function Histograma({ medida, layer, selecionado, cabecalho }: HistogramaProps) {
  const faixas = useMemo(() => faixasDe(medida), [medida]);
  const marcado = useMemo(() => {
    const celula = selecionado === null ? undefined : medida.celulas.get(selecionado.codigo);
    if (selecionado === null || celula === undefined || !isValor(celula)) return null;
    return { nome: selecionado.nome, valor: celula.valor };
  }, [medida, selecionado]);
  const options = useMemo(
    () => histogramaOptions({ medida, layer, faixas, selecionado: marcado }),
    [medida, layer, faixas, marcado],
  );
  return (
    <div className="map-ramp" style={rampStyle(layer.ramp, layer.classes.length)}>
    <ChartFrame
      titulo="Como os municípios se distribuem"
      subtitulo={[
        layer.titulo,
        "linhas tracejadas: limites das classes do mapa",
        ...(marcado === null ? [] : [marcaSelecionada(medida, marcado.nome, marcado.valor)]),
      ].join(" · ")}
      leitura={leituraHistograma(medida, faixas)}
      linhas={faixas}
      colunas={COLUNAS}
      chave={chaveFaixa}
      options={options}
      cabecalho={cabecalho}
      arquivo={`distribuicao-${medida.id}`}
      altura={168}
      vazio="Nenhum município tem este dado na base carregada."
    />
    </div>
  );
});

const chaveFaixa = ({ rotulo }: Faixa): string => rotulo;
