import { formatNumber } from "../../../core/format.ts";
import { CASAS_NOTA } from "../explicacao.ts";
import { comSinal, fraseDaMediana, type DianteDaMediana } from "./mediana.ts";

export interface MedianaProps {
  readonly codigo: number;
  readonly nome: string;
  /** Null when the municipality has no score. */
  readonly diante: DianteDaMediana | null;
}

/** The municipality beside the one in the middle of the list; without a score, not compared. */
export function Mediana({ codigo, nome, diante }: MedianaProps) {
  return (
    <section aria-label="Diante do meio da lista">
      <h3>Diante do meio da lista</h3>
      {diante === null ? (
        <p>
          <span className="ui-absence">Não comparado</span>: sem nota não há pontos a comparar.
        </p>
      ) : (
        <>
          <p>{fraseDaMediana(codigo, diante)}</p>
          {diante.codigo === codigo ? null : (
            <details className="prioridades-valores">
              <summary>Diferença por dimensão</summary>
              <table className="prioridades-contas">
                <caption className="ui-hidden">
                  Pontos de {nome} e de {diante.nome} por dimensão
                </caption>
                <thead>
                  <tr>
                    <th scope="col">Dimensão</th>
                    <th scope="col" className="ui-number">
                      {nome}
                    </th>
                    <th scope="col" className="ui-number">
                      {diante.nome}
                    </th>
                    <th scope="col" className="ui-number">
                      Diferença
                    </th>
                  </tr>
                </thead>
                <tbody>
                  {diante.dimensoes.map((d) => (
                    <tr key={d.id}>
                      <th scope="row">
                        <span className={`prioridades-amostra prioridades-dimensao-${d.cor % 6}`} aria-hidden="true" />
                        {d.nome}
                      </th>
                      <Pontos valor={d.pontos} />
                      <Pontos valor={d.mediana} />
                      {d.diferenca === null ? (
                        <td className="ui-number ui-absence">não comparado</td>
                      ) : (
                        <td className="ui-number">{comSinal(d.diferenca)}</td>
                      )}
                    </tr>
                  ))}
                </tbody>
              </table>
            </details>
          )}
        </>
      )}
    </section>
  );
}

function Pontos({ valor }: { readonly valor: number | null }) {
  return valor === null ? (
    <td className="ui-number ui-absence">sem dado</td>
  ) : (
    <td className="ui-number">{formatNumber(valor, CASAS_NOTA)}</td>
  );
}
