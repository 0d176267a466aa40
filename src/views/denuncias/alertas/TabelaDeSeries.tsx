import { useState } from "react";
import type { ExportHeader } from "../../../core/export-header.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { COLUNAS_DAS_SERIES, type LinhaDaSerie } from "./series.ts";

interface TabelaDeSeriesProps {
  readonly linhas: readonly LinhaDaSerie[];
  readonly escolhida: string;
  readonly onEscolher: (id: string) => void;
  readonly isAberta: boolean;
  readonly onAbrir: (isAberta: boolean) => void;
  readonly titulo: string;
  readonly cabecalho: ExportHeader;
  readonly arquivo: string;
}

/** All series of the month, on request, with their CSV. */
export function TabelaDeSeries({ linhas, escolhida, onEscolher, isAberta, onAbrir, titulo, cabecalho, arquivo }: TabelaDeSeriesProps) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  return (
    <>
      <div className="ui-row ui-no-print">
        <button
          type="button"
          className="ui-button"
          aria-expanded={isAberta}
          onClick={() => {
            onAbrir(!isAberta);
          }}
        >
          {isAberta ? "Esconder a tabela" : "Ver a tabela"}
        </button>
        <TableCsvButton cabecalho={cabecalho} colunas={COLUNAS_DAS_SERIES} linhas={linhas} arquivo={arquivo}>
          Baixar CSV
        </TableCsvButton>
      </div>
      {isAberta ? (
        <DataTable
          legenda={titulo}
          colunas={COLUNAS_DAS_SERIES}
          linhas={linhas}
          chave={idDe}
          ordem={ordem}
          onOrdem={setOrdem}
          selecionada={escolhida}
          onSelecionar={({ id }) => {
            onEscolher(id);
          }}
          vazio="Nenhuma série, com os filtros em uso."
          nomeLinhas={["série", "séries", "f"]}
        />
      ) : null}
    </>
  );
}

function idDe({ id }: LinhaDaSerie): string {
  return id;
}
