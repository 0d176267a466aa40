import { useState } from "react";
import type { CivilDate } from "../../../core/civil-date.ts";
import { capitalize } from "../../../core/format.ts";
import type { Metodo } from "../../../core/metodo/method.ts";
import { tableCsv } from "../../../data/export/table-csv.ts";
import { downloadCsv } from "../../../ui/download/download.ts";
import { ANCORA, enderecoDe, TITULO } from "../ancora.ts";
import type { LinhaDimensao } from "../model.ts";
import { COLUNAS_DAS_BALIZAS, cabecalhoDasBalizas } from "./balizas-csv.ts";

interface BalizasProps {
  readonly dimensoes: readonly LinhaDimensao[];
  readonly metodo: Metodo;
  readonly dataReferencia: CivilDate;
}

/** The goalposts of every indicator, with where each comes from. */
export function Balizas({ dimensoes, metodo, dataReferencia }: BalizasProps) {
  const [falha, setFalha] = useState("");
  const linhas = dimensoes.flatMap(({ indicadores }) => indicadores);
  const baixar = (): void => {
    try {
      downloadCsv("balizas", tableCsv(cabecalhoDasBalizas(metodo, dataReferencia), COLUNAS_DAS_BALIZAS, linhas));
      setFalha("");
    } catch (error) {
      setFalha(`O CSV não pôde ser gerado (${error instanceof Error ? error.message : String(error)}). Tente de novo.`);
    }
  };
  return (
    <>
      <h3 id={ANCORA.balizas} tabIndex={-1}>
        {TITULO.balizas}
      </h3>
      <p>
        De baliza a baliza vai a escala de cada indicador. Com ▲, a superior vale 100 e a inferior 0; com ▼, o contrário.
        Estão escritas como foram congeladas no arquivo do método.
      </p>
      <div className="metodologia-rolagem" role="region" aria-label={TITULO.balizas} tabIndex={0}>
        <table className="metodologia-tabela metodologia-balizas">
          <caption>De onde até onde vai cada escala, e por quê</caption>
          <thead>
            <tr>
              <th scope="col">Indicador</th>
              <th scope="col" className="ui-number">
                Inferior
              </th>
              <th scope="col" className="ui-number">
                Superior
              </th>
            </tr>
          </thead>
          {linhas.map((linha) => (
            <tbody key={linha.id}>
              <tr>
                <th scope="rowgroup">
                  <span aria-hidden="true">{linha.marca}</span>
                  <span className="ui-hidden">{linha.sentido}: </span> <a href={enderecoDe(linha.ancora)}>{linha.nome}</a>
                </th>
                <td className="ui-number">{comQuebra(linha.inferior)}</td>
                <td className="ui-number">{comQuebra(linha.superior)}</td>
              </tr>
              <tr>
                <td colSpan={3} className="ui-small ui-muted">
                  {capitalize(linha.origem)}: {linha.fonte}. {linha.periodo === null ? "" : `Período: ${linha.periodo}. `}
                  Validade: {linha.validade}.
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      </div>
      <p className="ui-no-print">
        <button type="button" className="ui-button" onClick={baixar}>
          Baixar as balizas em CSV
        </button>{" "}
        <span role="status" className="ui-small">
          {falha}
        </span>
      </p>
    </>
  );
}

/** Number and unit may part at the end of a line: the column is narrow. */
function comQuebra(texto: string): string {
  return texto.replaceAll("\u00a0", " ");
}
