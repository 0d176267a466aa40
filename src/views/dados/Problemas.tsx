import { memo, useDeferredValue, useMemo, useState } from "react";
import { count, formatNumber } from "../../core/format.ts";
import { tableCsv } from "../../data/export/table-csv.ts";
import type { Problem } from "../../core/problem.ts";
import type { ImportReport } from "../../data/import/report.ts";
import { downloadCsv } from "../../ui/download/download.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../ui/table/props.ts";
import { cabecalhoDosProblemas, COLUNAS_DE_PROBLEMAS, GRAVIDADE_ROTULO, gruposDeProblemas, totalDeProblemas } from "./relatorio.ts";

/** Sentences keep a readable width; on a narrow screen the table scrolls in its own box. */
const COLUNAS: readonly TableColumn<Problem>[] = COLUNAS_DE_PROBLEMAS.map((coluna) =>
  coluna.id === "mensagem" || coluna.id === "conserto" ? { ...coluna, render: sentence(coluna.id) } : coluna,
);

function sentence(field: "mensagem" | "conserto") {
  return (problema: Problem) => <span className="dados-problem">{problema[field]}</span>;
}

/** What is wrong with a file: by kind with the first line and what to do, then one by one. */
export function Problemas({
  relatorio,
  dataReferencia,
}: {
  readonly relatorio: ImportReport;
  readonly dataReferencia: string;
}) {
  // The list is drawn a turn after the rest: ten thousand rows take as long as all the page.
  const listado = useDeferredValue<ImportReport | null>(relatorio, null);
  const grupos = useMemo(() => gruposDeProblemas(relatorio), [relatorio]);
  const total = totalDeProblemas(relatorio);
  if (total === 0) return <p>Nenhum problema nas linhas do arquivo.</p>;
  const listados = relatorio.problemas.length;
  return (
    <div className="ui-stack">
      <h3>{count(total, "problema ou aviso", "problemas e avisos")}</h3>
      <ul className="dados-totals">
        {grupos.map(({ tipo, coluna, gravidade, mensagem, contagem, primeira, conserto }) => (
          <li key={`${tipo} ${coluna ?? ""} ${mensagem}`}>
            <strong>{formatNumber(contagem)}</strong> × {GRAVIDADE_ROTULO[gravidade]}
            {coluna === null ? "" : `, coluna ${coluna}`}: {mensagem}
            {primeira === null ? null : ` ${contagem === 1 ? "É" : "A primeira é"} a linha ${formatNumber(primeira)}.`}
            {conserto === null ? null : <span className="ui-muted"> {conserto}</span>}
          </li>
        ))}
      </ul>
      {listado === null ? <div style={{ height: listados > LINHAS_QUE_CABEM ? ALTURA : undefined }} /> : <Lista relatorio={listado} />}
      {listados < total ? (
        <p className="ui-muted">A lista mostra os primeiros {formatNumber(listados)}; os totais acima contam todos.</p>
      ) : null}
      <div>
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            downloadCsv(
              `problemas-${relatorio.arquivo.replace(/\.[^.]*$/, "")}`,
              tableCsv(cabecalhoDosProblemas(relatorio, dataReferencia), COLUNAS_DE_PROBLEMAS, relatorio.problemas),
            );
          }}
        >
          Baixar problemas (CSV)
        </button>
      </div>
    </div>
  );
}

const ALTURA = "24rem";
/** More rows than these fill the height of the list. */
const LINHAS_QUE_CABEM = 10;

/** One by one, in their order or another. Drawn again only for another report. */
const Lista = memo(function Lista({ relatorio }: { readonly relatorio: ImportReport }) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  // By the object itself: a copy of each with its number takes a frame at twenty thousand.
  const chave = useMemo(() => {
    const numeros = new Map(relatorio.problemas.map((problema, i) => [problema, i]));
    return (problema: Problem): number => numeros.get(problema) ?? -1;
  }, [relatorio]);
  return (
    <DataTable
      legenda={`Problemas de ${relatorio.arquivo}`}
      colunas={COLUNAS}
      linhas={relatorio.problemas}
      chave={chave}
      ordem={ordem}
      onOrdem={setOrdem}
      vazio="Nenhum problema nas linhas do arquivo."
      altura={ALTURA}
      nomeLinhas={NOME_DAS_LINHAS}
    />
  );
});

const NOME_DAS_LINHAS = ["problema", "problemas", "m"] as const;
