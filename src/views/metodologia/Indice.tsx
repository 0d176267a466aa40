import { formatNumber, formatPercent } from "../../core/format.ts";
import { ANCORA, enderecoDe } from "./ancora.ts";
import type { SecaoIndice } from "./model.ts";

/** The priority index in plain language, with the territory's default weights. */
export function Indice({ indice }: { readonly indice: SecaoIndice }) {
  return (
    <section aria-labelledby={ANCORA.indice}>
      <h2 id={ANCORA.indice} tabIndex={-1}>
        {indice.nome}
      </h2>
      {indice.passos.map((passo) => (
        <p key={passo}>{passo}</p>
      ))}
      {indice.fundamento === null ? null : (
        <p>
          {indice.fundamento.resumo} (<a href={enderecoDe(indice.fundamento.ancora)}>{indice.fundamento.citacao}</a>)
        </p>
      )}
      <div className="metodologia-rolagem" role="region" aria-label="Pesos de partida do índice" tabIndex={0}>
        <table className="metodologia-tabela">
          <caption>Pesos de partida, por dimensão</caption>
          <thead>
            <tr>
              <th scope="col">Dimensão</th>
              <th scope="col" className="ui-number">
                Peso
              </th>
              <th scope="col" className="ui-number">
                Parte
              </th>
              <th scope="col">Indicadores</th>
            </tr>
          </thead>
          <tbody>
            {indice.dimensoes.map(({ dimensao, parte, indicadores }) => (
              <tr key={dimensao.id}>
                <th scope="row">{dimensao.nome}</th>
                <td className="ui-number">{formatNumber(dimensao.peso)}</td>
                <td className="ui-number">{formatPercent(parte)}</td>
                <td>
                  <ul>
                    {indicadores.map(({ nome, ancora, marca }) => (
                      <li key={ancora}>
                        <span aria-hidden="true">{marca}</span> <a href={enderecoDe(ancora)}>{nome}</a>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
