import type { TablePreview } from "../../data/import/report.ts";

/** Columns drawn; the list of columns below has them all. */
const COLUNAS = 20;

/** The first rows of a file as it has them; columns of persons are masked. */
export function Previa({ previa: { titulos, pessoais, linhas, nome } }: { readonly previa: TablePreview }) {
  const shown = titulos.slice(0, COLUNAS);
  return (
    <div className="dados-previa" role="region" aria-label="Começo da tabela" tabIndex={0}>
      <table>
        <caption>
          Começo da tabela{nome === null ? "" : ` “${nome}”`}
          {shown.length < titulos.length ? `, primeiras ${String(COLUNAS)} de ${String(titulos.length)} colunas` : ""}
        </caption>
        <thead>
          <tr>
            {shown.map((titulo, i) => (
              <th key={i} scope="col">
                {titulo === "" ? <span className="ui-hidden">coluna sem título</span> : titulo}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linhas.map((linha, i) => (
            <tr key={i}>
              {shown.map((_, coluna) =>
                pessoais[coluna] === null ? (
                  <td key={coluna}>{linha[coluna] ?? ""}</td>
                ) : (
                  <td key={coluna} className="dados-oculto">
                    oculto
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
