import { isValor } from "../../../core/absence.ts";
import { headerText, valueText } from "../../../ui/table/cell-text.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

interface TabelaProps<R> {
  readonly legenda: string;
  readonly colunas: readonly TableColumn<R>[];
  readonly linhas: readonly R[];
  readonly chave: (linha: R) => string | number;
}

/** A short table to be read, in the flow of the text; the first column names the row. */
export function Tabela<R>({ legenda, colunas, linhas, chave }: TabelaProps<R>) {
  return (
    <div className="municipio-tabela" role="region" aria-label={legenda} tabIndex={0}>
      <table>
        <caption>{legenda}</caption>
        <thead>
          <tr>
            {colunas.map((coluna) => (
              <th key={coluna.id} scope="col" className={coluna.tipo === "numero" ? "ui-number" : undefined}>
                {headerText(coluna)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {linhas.map((linha) => (
            <tr key={chave(linha)}>
              {colunas.map((coluna, i) => (
                <Celula key={coluna.id} coluna={coluna} linha={linha} isTitulo={i === 0} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Celula<R>({ coluna, linha, isTitulo }: { readonly coluna: TableColumn<R>; readonly linha: R; readonly isTitulo: boolean }) {
  const valor = coluna.valor(linha);
  const texto = valueText(coluna, valor);
  if (isTitulo) return <th scope="row">{texto}</th>;
  if (typeof valor !== "string" && !isValor(valor)) return <td className={`ui-absence municipio-falta municipio-falta-${valor.ausencia}`}>{texto}</td>;
  return <td className={coluna.tipo === "numero" ? "ui-number" : undefined}>{texto}</td>;
}
