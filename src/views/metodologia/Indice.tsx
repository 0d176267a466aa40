import type { CivilDate } from "../../core/civil-date.ts";
import { formatPercent } from "../../core/format.ts";
import type { Metodo } from "../../core/metodo/method.ts";
import { ANCORA, enderecoDe, TITULO } from "./ancora.ts";
import { Balizas } from "./metodo/Balizas.tsx";
import { Topicos } from "./metodo/Topicos.tsx";
import type { AberturaIndice, SecaoIndice } from "./model.ts";

interface IndiceProps {
  readonly indice: SecaoIndice;
  readonly metodo: Metodo;
  readonly dataReferencia: CivilDate;
}

/** The priority index: in plain language, then its weights, its goalposts and every rule with its formula. */
export function Indice({ indice, metodo, dataReferencia }: IndiceProps) {
  const { nome, abertura, topicos } = indice;
  return (
    <section aria-labelledby={ANCORA.indice}>
      <h2 id={ANCORA.indice} tabIndex={-1}>
        {nome}
      </h2>
      {abertura === null ? null : (
        <>
          {abertura.passos.map((passo) => (
            <p key={passo}>{passo}</p>
          ))}
          {abertura.fundamento === null ? null : (
            <p>
              {abertura.fundamento.resumo} (<a href={enderecoDe(abertura.fundamento.ancora)}>{abertura.fundamento.citacao}</a>)
            </p>
          )}
          <Pesos dimensoes={abertura.dimensoes} />
          <Balizas dimensoes={abertura.dimensoes} metodo={metodo} dataReferencia={dataReferencia} />
        </>
      )}
      <Topicos topicos={topicos} />
    </section>
  );
}

function Pesos({ dimensoes }: Pick<AberturaIndice, "dimensoes">) {
  return (
    <>
      <h3 id={ANCORA.pesos} tabIndex={-1}>
        {TITULO.pesos}
      </h3>
      <p>
        Os pesos são partes de 100 %: a da dimensão no total e a do indicador no total. Quando falta um número, a parte
        dele passa para os irmãos presentes.
      </p>
      <div className="metodologia-rolagem" role="region" aria-label={TITULO.pesos} tabIndex={0}>
        <table className="metodologia-tabela">
          <caption>{TITULO.pesos}, em partes do total</caption>
          <thead>
            <tr>
              <th scope="col">Dimensão e indicador</th>
              <th scope="col" className="ui-number">
                Parte
              </th>
            </tr>
          </thead>
          {dimensoes.map(({ id, nome, parte, indicadores }) => (
            <tbody key={id}>
              <tr>
                <th scope="rowgroup">{nome}</th>
                <td className="ui-number">
                  <strong>{formatPercent(parte)}</strong>
                </td>
              </tr>
              {indicadores.map((linha) => (
                <tr key={linha.id}>
                  <th scope="row" className="metodologia-indicador">
                    <span aria-hidden="true">{linha.marca}</span> <a href={enderecoDe(linha.ancora)}>{linha.nome}</a>
                  </th>
                  <td className="ui-number">{formatPercent(linha.parteNoTotal)}</td>
                </tr>
              ))}
            </tbody>
          ))}
        </table>
      </div>
    </>
  );
}
