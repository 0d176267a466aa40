import { useId, useMemo, useRef, useState } from "react";
import { useDadosDaPagina } from "../download/dados-da-pagina.ts";
import { FigureActions } from "../download/FigureActions.tsx";
import type { FormatoDaImagem } from "../download/svg-file.ts";
import { DemoMark } from "../states/DemoMark.tsx";
import { Empty } from "../states/Empty.tsx";
import { cellText } from "../table/cell-text.ts";
import { DataTable } from "../table/DataTable.tsx";
import type { TableOrder } from "../table/props.ts";
import { chartImage } from "./export-image.ts";
import { MarkList } from "./MarkList.tsx";
import { PlotView } from "./PlotView.tsx";
import type { ChartFrameProps } from "./props.ts";
import "./chart.css";

/**
 * A chart with its title, reading, table twin, CSV, image and link.
 *
 * Marks: give `onMarca` and spread `MARCA` over the mark that stands for the rows
 * (`Plot.barX(linhas, { …, ...MARCA })`); its data must be `linhas` in order, not
 * grouped by a Plot transform (the engine has already counted). The frame then
 * makes the shapes clickable and gives the keyboard one tab stop that walks over
 * them. Keep `linhas`, `colunas` and `options` the same objects between renders
 * (`useMemo`): the chart is drawn again only when they change.
 */
export function ChartFrame<R>({
  titulo,
  subtitulo,
  leitura,
  linhas,
  colunas,
  chave,
  options,
  cabecalho,
  arquivo,
  onMarca,
  selecionada = null,
  rotuloMarca,
  legenda = [],
  altura = 280,
  vazio,
}: ChartFrameProps<R>) {
  const titleId = useId();
  const frame = useRef<HTMLElement>(null);
  const dados = useDadosDaPagina();
  const [isTable, setTable] = useState(false);
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const [active, setActive] = useState<number | null>(null);
  const selected = useMemo(() => {
    const index = selecionada === null ? -1 : linhas.findIndex((linha) => chave(linha) === selecionada);
    return index < 0 ? null : index;
  }, [linhas, chave, selecionada]);
  const labels = useMemo(
    () =>
      onMarca === undefined
        ? []
        : linhas.map(
            (linha) =>
              rotuloMarca?.(linha) ?? colunas.map((coluna) => cellText(coluna, linha)).join(", "),
          ),
    [linhas, colunas, rotuloMarca, onMarca],
  );
  const isEmpty = linhas.length === 0;
  const choose =
    onMarca === undefined
      ? null
      : (row: number): void => {
          const linha = linhas[row];
          if (linha !== undefined) onMarca(linha);
        };

  const csv = async (): Promise<string> => {
    const { tableCsv } = await import("../../data/export/table-csv.ts");
    return tableCsv(cabecalho, colunas, linhas);
  };
  const imagem = (formato: FormatoDaImagem): Promise<Blob> => {
    const svg = frame.current?.querySelector<SVGSVGElement>(".chart-drawing svg") ?? null;
    if (svg === null) return Promise.reject(new Error("o gráfico ainda não foi desenhado"));
    return chartImage(svg, { titulo, subtitulo, legenda, cabecalho, hash: dados?.hash ?? null }, formato);
  };

  return (
    <figure ref={frame} className="chart" aria-labelledby={titleId}>
      <header className="chart-head">
        <div className="ui-row">
          <h2 id={titleId} className="chart-title">
            {titulo}
          </h2>
          {cabecalho.demonstracao ? <DemoMark /> : null}
        </div>
        <p className="chart-subtitle">{subtitulo}</p>
      </header>
      {legenda.length === 0 || isTable ? null : (
        <ul className="chart-legend">
          {legenda.map(({ rotulo, cor }) => (
            <li key={rotulo}>
              <span className="chart-swatch" style={{ background: cor }} aria-hidden="true" />
              {rotulo}
            </li>
          ))}
        </ul>
      )}
      {isEmpty ? (
        <Empty mensagem={vazio} />
      ) : isTable ? (
        <DataTable
          legenda={`${titulo}. ${subtitulo}`}
          colunas={colunas}
          linhas={linhas}
          chave={chave}
          ordem={ordem}
          onOrdem={setOrdem}
          vazio={vazio}
          selecionada={selecionada}
          {...(onMarca === undefined ? {} : { onSelecionar: onMarca })}
        />
      ) : (
        <div className="chart-body">
          <PlotView
            leitura={leitura}
            options={options}
            altura={altura}
            rows={linhas.length}
            active={active}
            selected={selected}
            onChoose={choose}
          />
          {choose === null ? null : (
            <MarkList
              labels={labels}
              titulo={titulo}
              active={active}
              selected={selected}
              onActive={setActive}
              onChoose={choose}
            />
          )}
        </div>
      )}
      <figcaption className="chart-reading">{leitura}</figcaption>
      {isEmpty ? null : (
        <FigureActions
          desenho="gráfico"
          isTable={isTable}
          onTable={setTable}
          arquivo={arquivo}
          csv={csv}
          imagem={isTable ? null : imagem}
        />
      )}
    </figure>
  );
}
