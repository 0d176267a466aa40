import { useId, useMemo, useState } from "react";
import type { ReactNode } from "react";
import type { ExportHeader } from "../../core/export-header.ts";
import { downloadBlob, downloadCsv } from "../download/download.ts";
import { DemoMark } from "../states/DemoMark.tsx";
import { DataTable } from "../table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../table/props.ts";
import { Legend } from "./Legend.tsx";
import { mapModel, meshNotes } from "./map-model.ts";
import { MunicipalMap } from "./MunicipalMap.tsx";
import type { MunicipalMapProps } from "./props.ts";
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

/** A map with its legend, its table twin, its CSV and its image. */
export function MapFigure<R>(props: MapFigureProps<R>) {
  const { layer, mesh, municipios, cabecalho, arquivo, colunas, linhas, chave, notas } = props;
  const titleId = useId();
  const [isTable, setTable] = useState(false);
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const [message, setMessage] = useState("");
  const model = useMemo(() => mapModel(mesh, municipios), [mesh, municipios]);

  const saveCsv = async (): Promise<void> => {
    const { tableCsv } = await import("../../data/export/table-csv.ts");
    downloadCsv(arquivo, tableCsv(cabecalho, props.colunasCsv ?? colunas, linhas));
  };
  const saveImage = async (): Promise<void> => {
    const { mapImage } = await import("./map-image.ts");
    const { leitura, selecionado, rotulados } = props;
    const picture = { mesh, model, layer, cabecalho, leitura, selecionado, rotulados, notas: meshNotes(mesh, model) };
    downloadBlob(`${arquivo}.png`, await mapImage(picture));
  };
  const attempt = (task: () => Promise<void>, failure: string): void => {
    setMessage("");
    task().catch((error: unknown) => {
      setMessage(`${failure} Motivo: ${String(error)}`);
    });
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
      <div className="map-actions">
        <button
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            setTable(!isTable);
          }}
        >
          {isTable ? "Ver mapa" : "Ver como tabela"}
        </button>
        <button
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            attempt(saveCsv, "Não foi possível gerar o CSV: recarregue a página e tente de novo.");
          }}
        >
          Baixar CSV
        </button>
        <button
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            attempt(saveImage, "Não foi possível gerar a imagem: use “Baixar CSV”.");
          }}
        >
          Baixar imagem
        </button>
        <span role="status">{message}</span>
      </div>
    </figure>
  );
}
