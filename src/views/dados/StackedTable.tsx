import type { ReactNode } from "react";

export interface StackedColumn<R> {
  readonly id: string;
  readonly titulo: string;
  readonly celula: (linha: R) => ReactNode;
  /** The cell that names the row. */
  readonly nome?: boolean;
}

/**
 * A short table that becomes one block a row on narrow screens. The roles are
 * written out because a table laid out as blocks loses its own.
 */
export function StackedTable<R>({
  legenda,
  colunas,
  linhas,
  chave,
}: {
  readonly legenda: string;
  readonly colunas: readonly StackedColumn<R>[];
  readonly linhas: readonly R[];
  readonly chave: (linha: R) => string;
}) {
  return (
    <table className="dados-table" role="table">
      <caption className="ui-hidden">{legenda}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {colunas.map(({ id, titulo }) => (
            <th key={id} scope="col" role="columnheader">
              {titulo}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {linhas.map((linha) => (
          <tr key={chave(linha)} role="row">
            {colunas.map(({ id, titulo, celula, nome }) =>
              nome === true ? (
                <th key={id} scope="row" role="rowheader">
                  {celula(linha)}
                </th>
              ) : (
                <td key={id} role="cell">
                  <span className="dados-label" aria-hidden="true">
                    {titulo}
                  </span>
                  <div className="dados-cell">{celula(linha)}</div>
                </td>
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
