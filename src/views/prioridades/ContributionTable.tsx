import { Fragment } from "react";
import { formatNumber, formatPercent } from "../../core/format.ts";
import { CASAS_NOTA, type PainelExplicacao, type ParteIndicador } from "./explicacao.ts";
import { comSinal } from "./painel/mediana.ts";

export interface ContributionTableProps {
  readonly painel: PainelExplicacao;
  readonly nome: string;
  /** Shows an indicator on the map. */
  readonly onIndicador: (id: string) => void;
  readonly indicadorAtual: string;
}

/** Points of the score by dimension and indicator; printed points add up to the printed score. */
export function ContributionTable({ painel, nome, onIndicador, indicadorAtual }: ContributionTableProps) {
  return (
    <table className="prioridades-contas">
      <caption className="ui-hidden">Pontos de cada dimensão e indicador na nota de {nome}</caption>
      <thead>
        <tr>
          <th scope="col">Dimensão e indicador</th>
          <th scope="col" className="ui-number">
            Necessidade <span className="ui-muted">(0 a 100)</span>
          </th>
          <th scope="col" className="ui-number">
            Pontos
          </th>
        </tr>
      </thead>
      <tbody>
        {painel.dimensoes.map((dimensao) => (
          <Fragment key={dimensao.id}>
            <tr className="prioridades-linha-dimensao">
              <th scope="row">
                <span className={`prioridades-amostra prioridades-dimensao-${dimensao.cor % 6}`} aria-hidden="true" />
                {dimensao.nome}
                <span className="prioridades-peso">
                  {formatPercent(dimensao.fatiaPeso, 0)} do peso
                  {dimensao.presentes < dimensao.total ? ` · ${dimensao.presentes} de ${dimensao.total} indicadores` : ""}
                </span>
              </th>
              <Numero valor={dimensao.nota} />
              <Numero valor={dimensao.pontos} sinal />
            </tr>
            {dimensao.indicadores.map((indicador) => (
              <tr key={indicador.id} className="prioridades-linha-indicador">
                <th scope="row">
                  <button
                    type="button"
                    className="prioridades-link"
                    aria-pressed={indicador.id === indicadorAtual}
                    title="Ver este indicador no mapa"
                    onClick={() => {
                      onIndicador(indicador.id);
                    }}
                  >
                    {indicador.nome}
                  </button>
                  <Figura indicador={indicador} />
                </th>
                <Numero valor={indicador.nota} barra />
                <Numero valor={indicador.pontos} sinal />
              </tr>
            ))}
          </Fragment>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">Nota</th>
          <td />
          <Numero valor={painel.nota} />
        </tr>
      </tfoot>
    </table>
  );
}

function Figura({ indicador }: { readonly indicador: ParteIndicador }) {
  if (indicador.valor === null) return <span className="prioridades-peso ui-absence">sem dado</span>;
  return (
    <span className="prioridades-peso">
      {indicador.valor}
      {indicador.periodo === null ? "" : ` · ${indicador.periodo}`}
      {indicador.vencido ? <span className="prioridades-vencido"> · dado além da validade</span> : null}
    </span>
  );
}

/** A printed number, or a dash that is read as "sem valor". */
function Numero({ valor, sinal = false, barra = false }: { readonly valor: number | null; readonly sinal?: boolean; readonly barra?: boolean }) {
  if (valor === null) {
    return (
      <td className="ui-number ui-absence">
        <span aria-hidden="true">–</span>
        <span className="ui-hidden">sem valor</span>
      </td>
    );
  }
  return (
    <td className="ui-number">
      {sinal ? comSinal(valor) : formatNumber(valor, barra ? 0 : CASAS_NOTA)}
      {barra ? (
        <span className="prioridades-trilho" aria-hidden="true">
          <span style={{ width: `${Math.max(0, Math.min(100, valor))}%` }} />
        </span>
      ) : null}
    </td>
  );
}
