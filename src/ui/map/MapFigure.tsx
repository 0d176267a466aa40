import { useId, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { ExportHeader } from "../../core/export-header.ts";
import { useDadosDaPagina } from "../download/dados-da-pagina.ts";
import { FigureActions } from "../download/FigureActions.tsx";
import type { FormatoDaImagem } from "../download/svg-file.ts";
import { DemoMark } from "../states/DemoMark.tsx";
import { DataTable } from "../table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../table/props.ts";
import { Legend } from "./Legend.tsx";
import { mapModel, meshNotes } from "./map-model.ts";
import { MunicipalMap } from "./MunicipalMap.tsx";
import type { MunicipalMapProps } from "./props.ts";
import { TourLegend } from "./TourLegend.tsx";
import "./figure.css";

/** Props of `MapFigure`: the map's, plus what its twin, downloads and notes need. */
export interface MapFigureProps<R> extends MunicipalMapProps {
  readonly cabecalho: ExportHeader;
  /** File name of downloads, without extension. */
  readonly arquivo: string;
  readonly colunas: readonly TableColumn<R>[];
  /** Columns of the CSV, where it says more than the screen, as the IBGE code; else `colunas`. */
  readonly colunasCsv?: readonly TableColumn<R>[];
  /** Rows of the table twin, one per municipality. */
  readonly linhas: readonly R[];
  /** Municipal code of a row. */
  readonly chave: (linha: R) => number;
  /** Under the map: method, caveats, norms with their links. */
  readonly notas?: ReactNode;
}

/** A map with its legend, its table twin, its CSV, its image and its link. */
export function MapFigure<R>(props: MapFigureProps<R>) {
  const { layer, mesh, municipios, cabecalho, arquivo, colunas, linhas, chave, notas } = props;
  const titleId = useId();
  const dados = useDadosDaPagina();
  const [isTable, setTable] = useState(false);
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const model = useMemo(() => mapModel(mesh, municipios), [mesh, municipios]);

  const csv = async (): Promise<string> => {
    const { tableCsv } = await import("../../data/export/table-csv.ts");
    return tableCsv(cabecalho, props.colunasCsv ?? colunas, linhas);
  };
  const imagem = async (formato: FormatoDaImagem): Promise<Blob> => {
    const { mapImage } = await import("./map-image.ts");
    const { leitura, selecionado, rotulados, viagens } = props;
    return mapImage({ mesh, model, layer, cabecalho, leitura, selecionado, rotulados, viagens, notas: meshNotes(mesh, model), hash: dados?.hash ?? null }, formato);
  };

  return (
    <figure className="map-figure" aria-labelledby={titleId}>
      <header className="map-figure-head">
        <h2 id={titleId} className="map-figure-title">
          {layer.titulo}
        </h2>
        {cabecalho.demonstracao ? <DemoMark /> : null}
      </header>
      {/* Hidden, not taken away: zoom and the WebGL picture are there when the reader comes back. */}
      <div className="map-figure-body" hidden={isTable}>
        <MunicipalMap {...props} />
        {props.viagens === undefined ? null : <TourLegend tours={props.viagens} />}
        <Legend layer={layer} semTitulo />
      </div>
      {isTable ? (
        <DataTable
          legenda={cabecalho.titulo}
          colunas={colunas}
          linhas={linhas}
          chave={chave}
          ordem={ordem}
          onOrdem={setOrdem}
          selecionada={props.selecionado}
          onSelecionar={(linha) => {
            props.onSelecionar(chave(linha));
          }}
          destacada={props.destacado}
          onDestacar={(linha) => {
            props.onDestacar(linha === null ? null : chave(linha));
          }}
          altura="28rem"
          vazio="Nenhum município com estes filtros. Retire um filtro."
        />
      ) : null}
      {notas === undefined ? null : <figcaption className="map-note">{notas}</figcaption>}
      <FigureActions
        desenho="mapa"
        isTable={isTable}
        onTable={setTable}
        arquivo={arquivo}
        csv={csv}
        imagem={imagem}
      />
    </figure>
  );
}
