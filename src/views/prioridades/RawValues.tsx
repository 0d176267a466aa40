import { memo } from "react";
import type { ValorBruto } from "./explicacao.ts";

/** Every figure of the municipality with its period and source, by dimension, folded away. */
export const RawValues = memo(function RawValues({ valores, nome }: { readonly valores: readonly ValorBruto[]; readonly nome: string }) {
  const dimensoes = [...new Set(valores.map(({ dimensao }) => dimensao))];
  return (
    <details className="prioridades-valores">
      <summary>Todos os números e fontes</summary>
      {dimensoes.map((dimensao) => (
        <table key={dimensao} className="prioridades-contas">
          <caption>
            {dimensao}
            <span className="ui-hidden"> em {nome}</span>
          </caption>
          <thead>
            <tr>
              <th scope="col">Indicador</th>
              <th scope="col" className="ui-number">
                Valor
              </th>
            </tr>
          </thead>
          <tbody>
            {valores
              .filter((valor) => valor.dimensao === dimensao)
              .map((valor) => (
                <tr key={valor.id}>
                  <th scope="row">
                    {valor.nome}
                    <span className="prioridades-peso">
                      {valor.periodo === null ? "" : `${valor.periodo} · `}
                      {valor.fonte}
                      {valor.arquivo === null ? "" : ` · ${valor.arquivo}`}
                    </span>
                  </th>
                  {valor.valor === null ? (
                    <td className="ui-number ui-absence">sem dado</td>
                  ) : (
                    <td className="prioridades-figura">{valor.valor}</td>
                  )}
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </details>
  );
});
