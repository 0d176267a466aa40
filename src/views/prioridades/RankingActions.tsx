import type { ExportHeader } from "../../core/export-header.ts";
import { CsvButton } from "../../ui/download/CsvButton.tsx";
import { sortRows } from "../../ui/table/order.ts";
import type { TableOrder } from "../../ui/table/props.ts";
import { colunasCsv } from "./colunas.tsx";
import { ORDEM_PADRAO } from "./estado.ts";
import type { LinhaViva, Pontos } from "./linha-viva.ts";
import type { Modelo } from "./use-model.ts";

export interface RankingActionsProps {
  readonly modelo: Modelo;
  readonly viva: LinhaViva;
  readonly pontos: Pontos;
  readonly cabecalho: ExportHeader;
  readonly ordem: TableOrder;
  /** Whether the drawer of weights is open; null where weights are a dialog opened elsewhere. */
  readonly pesosAbertos: boolean | null;
  readonly pesosMudados: boolean;
  readonly onPesos: () => void;
}

/** Title of the list with its buttons: weights and CSV. */
export function RankingActions(props: RankingActionsProps) {
  const { modelo, cabecalho, ordem, pesosAbertos, pesosMudados, onPesos } = props;
  const csv = async (): Promise<string> => {
    const { tableCsv } = await import("../../data/export/table-csv.ts");
    const colunas = colunasCsv(modelo.medida, modelo.eIndice, props.viva, props.pontos);
    const { coluna, sentido } = colunas.some(({ id }) => id === ordem.coluna) ? ordem : ORDEM_PADRAO;
    const linhas = colunas.filter(({ id }) => id === coluna).flatMap((c) => sortRows(modelo.visiveis, c, sentido));
    return tableCsv(cabecalho, colunas, linhas);
  };
  return (
    <header className="prioridades-lista-topo">
      <h2>Municípios em ordem</h2>
      {pesosAbertos === null ? null : (
        <button type="button" className="ui-button" aria-expanded={pesosAbertos} onClick={onPesos}>
          Pesos{pesosMudados ? " (mudados)" : ""}
        </button>
      )}
      <CsvButton arquivo={`ranking-${modelo.medida.id}`} csv={csv} />
    </header>
  );
}
