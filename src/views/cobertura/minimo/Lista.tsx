import { useId, useMemo, useState } from "react";
import { count, formatDate } from "../../../core/format.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { COLUNAS_DE_TODOS, COLUNAS_DO_CSV, COLUNAS_DOS_DEVIDOS } from "./colunas.tsx";
import { LISTAS_DO_MINIMO, type ListaDoMinimo } from "./estado-da-parte.ts";
import { devidos, type LinhaDoMinimo } from "./linhas.ts";
import type { ContadoProps } from "./props.ts";

interface ListaProps extends ContadoProps {
  readonly linhas: readonly LinhaDoMinimo[];
  readonly noFiltro: readonly LinhaDoMinimo[];
  readonly cabecalhoDaRegra: (titulo: string) => ExportHeader;
  readonly destacado: number | null;
  readonly onDestacar: (codigo: number | null) => void;
}

const TITULO: Readonly<Record<ListaDoMinimo, string>> = {
  devidos: "Fora do prazo",
  todos: "Todos os municípios",
};

/** Municipalities past the day and without a record, or every one, beside the map. */
export function Lista({ linhas, noFiltro, resposta, cabecalhoDaRegra, destacado, onDestacar, estado, mudar, hoje, demonstracao }: ListaProps) {
  const id = useId();
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const { minimo } = resposta;
  const { lista } = estado.minimo;
  const osDevidos = useMemo(() => devidos(linhas, minimo), [linhas, minimo]);
  const visiveis = lista === "todos" ? noFiltro : osDevidos;
  const titulo = TITULO[lista];
  return (
    <section className="cobertura-lista" aria-labelledby={id}>
      <header className="cobertura-parte-topo">
        <h2 id={id}>{osDevidos.length === 1 ? "1 município com monitoramento devido" : `${count(osDevidos.length, "município", "municípios")} com monitoramento devido`}</h2>
        <p className="ui-muted ui-small">Primeiro os que passaram do prazo há mais tempo; por fim os que não têm registro.</p>
        {demonstracao ? <DemoMark /> : null}
      </header>
      <div className="ui-row">
        <div className="cobertura-abas" role="group" aria-label="Qual lista mostrar">
          {LISTAS_DO_MINIMO.map((qual) => (
            <button
              key={qual}
              type="button"
              className="ui-button"
              aria-pressed={lista === qual}
              onClick={() => {
                mudar({ minimo: { ...estado.minimo, lista: qual } });
              }}
            >
              {TITULO[qual]}
            </button>
          ))}
        </div>
        <TableCsvButton
          arquivo={`minimo-anual-${lista}-${hoje}`}
          cabecalho={cabecalhoDaRegra(`Mínimo anual de monitoramento: ${titulo.toLowerCase()}, ${count(visiveis.length, "município", "municípios")}`)}
          colunas={COLUNAS_DO_CSV}
          linhas={visiveis}
          discreto
        >
          Baixar lista (CSV)
        </TableCsvButton>
        <button
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            window.print();
          }}
        >
          Imprimir
        </button>
      </div>
      <DataTable
        legenda={`${titulo}, até ${formatDate(hoje)}`}
        colunas={lista === "todos" ? COLUNAS_DE_TODOS : COLUNAS_DOS_DEVIDOS}
        linhas={visiveis}
        chave={codigoDe}
        ordem={ordem}
        onOrdem={setOrdem}
        selecionada={estado.municipio}
        onSelecionar={({ municipio }) => {
          mudar({ municipio: municipio.codigo });
        }}
        destacada={destacado}
        onDestacar={(linha) => {
          onDestacar(linha?.municipio.codigo ?? null);
        }}
        vazio="Nenhum município nesta lista com os filtros escolhidos."
        altura="32rem"
        nomeLinhas={["município", "municípios", "m"]}
      />
    </section>
  );
}

function codigoDe({ municipio }: LinhaDoMinimo): number {
  return municipio.codigo;
}
