import { Fragment, memo, useState, type ReactNode } from "react";
import { formatDate, formatNumber, formatOrdinal, formatPercent } from "../../../core/format.ts";
import { chanceEmPalavras, faixa } from "../colunas.tsx";
import { ContributionBar } from "../ContributionBar.tsx";
import { CASAS_NOTA, partesDaBarra, type ParteDimensao } from "../explicacao.ts";
import type { LinhaViva } from "../linha-viva.ts";
import { motivo, presencaEmPalavras, type Comparado } from "./comparacao.ts";

export interface CompareTableProps {
  readonly comparados: readonly Comparado[];
  readonly k: number;
  readonly onAbrir: (codigo: number) => void;
  readonly onTirar: (codigo: number) => void;
}

/** A column for each municipality; the points of a dimension are bars on one scale, from zero. */
export const CompareTable = memo(function CompareTable({ comparados, k, onAbrir, onTirar }: CompareTableProps) {
  const [comIndicadores, setComIndicadores] = useState(false);
  const dimensoes = comparados.find(({ painel }) => painel !== null)?.painel?.dimensoes ?? [];
  const maior = Math.max(0, ...comparados.flatMap(({ painel }) => painel?.dimensoes.map(({ pontos }) => pontos ?? 0) ?? []));
  const linha = (titulo: ReactNode, celula: (comparado: Comparado) => ReactNode, chave?: string): ReactNode => (
    <tr key={chave}>
      <th scope="row">{titulo}</th>
      {comparados.map((comparado) => (
        <td key={comparado.codigo}>{celula(comparado)}</td>
      ))}
    </tr>
  );
  return (
    <>
      <div className="prioridades-comparar-caixa" role="region" aria-label="Comparação de municípios" tabIndex={0}>
        <table>
          <caption className="ui-hidden">Nota, posição e pontos por dimensão dos municípios comparados</caption>
          <thead>
            <tr>
              <td />
              {comparados.map(({ codigo, nome, painel }) => (
                <th key={codigo} scope="col">
                  {painel === null ? (
                    nome
                  ) : (
                    <button
                      type="button"
                      className="prioridades-link"
                      onClick={() => {
                        onAbrir(codigo);
                      }}
                    >
                      {nome}
                    </button>
                  )}
                  <button
                    type="button"
                    className="ui-button ui-button-quiet ui-no-print"
                    aria-label={`Tirar ${nome} da comparação`}
                    onClick={() => {
                      onTirar(codigo);
                    }}
                  >
                    Tirar
                  </button>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {linha("Nota", (c) => <Nota comparado={c} />)}
            {linha("Posição", ({ painel }) => (painel === null || painel.posicao === null ? <NaoComparado /> : formatOrdinal(painel.posicao)))}
            {linha("Com o que falta, a nota ficaria", ({ painel }) =>
              painel === null || painel.limites === null ? (
                <NaoComparado />
              ) : (
                `entre ${formatNumber(painel.limites.min, CASAS_NOTA)} e ${formatNumber(painel.limites.max, CASAS_NOTA)}`
              ),
            )}
            {linha("Posição em 90\u00a0% dos sorteios", ({ sorteio }) => <DoSorteio sorteio={sorteio} texto={faixa} />)}
            {linha(`Chance de estar entre os ${formatNumber(k)} primeiros`, ({ sorteio }) => (
              <DoSorteio sorteio={sorteio} texto={chanceEmPalavras} />
            ))}
            {linha("Peso com dado", ({ painel }) => (painel === null ? <NaoComparado /> : formatPercent(painel.pesoPresente, 0)))}
            {linha("Última visita técnica", ({ painel, visita }) => (painel === null ? <NaoComparado /> : <Visita visita={visita} />))}
          </tbody>
          <tbody>
            <tr className="prioridades-comparar-grupo">
              <th scope="rowgroup" colSpan={comparados.length + 1}>
                Pontos na nota, por dimensão
              </th>
            </tr>
            {dimensoes.map((dimensao) => (
              <Fragment key={dimensao.id}>
                {linha(
                  <>
                    <span className={`prioridades-amostra prioridades-dimensao-${dimensao.cor % 6}`} aria-hidden="true" />
                    {dimensao.nome}
                    <span className="prioridades-peso">{formatPercent(dimensao.fatiaPeso, 0)} do peso</span>
                  </>,
                  (c) => <Dimensao dimensao={c.painel?.dimensoes.find(({ id }) => id === dimensao.id) ?? null} maior={maior} />,
                )}
                {comIndicadores
                  ? dimensao.indicadores.map((indicador) =>
                      linha(
                        <span className="prioridades-comparar-indicador">{indicador.nome}</span>,
                        (c) => <Indicador comparado={c} id={indicador.id} />,
                        indicador.id,
                      ),
                    )
                  : null}
              </Fragment>
            ))}
          </tbody>
        </table>
      </div>
      {maior > 0 ? (
        <p className="ui-small ui-muted">
          As barras de todas as dimensões têm a mesma escala, de 0 a {formatNumber(maior, CASAS_NOTA)} pontos.
        </p>
      ) : null}
      <button
        type="button"
        className="ui-button ui-no-print prioridades-comparar-mais"
        aria-expanded={comIndicadores}
        onClick={() => {
          setComIndicadores(!comIndicadores);
        }}
      >
        {comIndicadores ? "Esconder os indicadores" : "Ver os indicadores"}
      </button>
    </>
  );
});

function Nota({ comparado }: { readonly comparado: Comparado }) {
  const { painel } = comparado;
  if (painel === null || painel.nota === null) return <NaoComparado motivo={motivo(comparado)} />;
  return (
    <>
      <strong className="prioridades-comparar-nota">{formatNumber(painel.nota, CASAS_NOTA)}</strong>
      {painel.limites === null ? null : <ContributionBar partes={partesDaBarra(painel.dimensoes)} />}
    </>
  );
}

function Dimensao({ dimensao, maior }: { readonly dimensao: ParteDimensao | null; readonly maior: number }) {
  if (dimensao === null) return <NaoComparado />;
  if (dimensao.pontos === null) return <NaoComparado motivo={presencaEmPalavras(dimensao.presentes, dimensao.total)} />;
  return (
    <>
      {formatNumber(dimensao.pontos, CASAS_NOTA)}
      <span className="prioridades-trilho" aria-hidden="true">
        <span
          className={`prioridades-dimensao-${dimensao.cor % 6}`}
          style={{ width: `${maior > 0 ? Math.max(0, (100 * dimensao.pontos) / maior) : 0}%` }}
        />
      </span>
      {dimensao.presentes < dimensao.total ? (
        <span className="prioridades-peso">{presencaEmPalavras(dimensao.presentes, dimensao.total)}</span>
      ) : null}
    </>
  );
}

function Indicador({ comparado, id }: { readonly comparado: Comparado; readonly id: string }) {
  const indicador = comparado.painel?.dimensoes.flatMap(({ indicadores }) => indicadores).find((i) => i.id === id);
  if (indicador === undefined) return <NaoComparado />;
  const { valor, periodo, vencido, pontos } = indicador;
  return (
    <>
      {pontos === null ? <NaoComparado /> : formatNumber(pontos, CASAS_NOTA)}
      <span className="prioridades-peso">
        {valor === null ? <span className="ui-absence">sem dado</span> : `${valor}${periodo === null ? "" : ` · ${periodo}`}`}
        {vencido ? " · dado além da validade" : ""}
      </span>
    </>
  );
}

function DoSorteio({
  sorteio,
  texto,
}: {
  readonly sorteio: Comparado["sorteio"];
  readonly texto: (sorteio: Exclude<Comparado["sorteio"], string>) => string;
}) {
  if (typeof sorteio !== "string") return texto(sorteio);
  if (sorteio === "nenhum") return <NaoComparado />;
  return <span className="ui-absence">{sorteio === "esperando" ? "sorteando…" : "não calculado"}</span>;
}

function Visita({ visita }: { readonly visita: ReturnType<LinhaViva["visita"]> }) {
  if (visita === "esperando") return <span className="ui-absence">lendo…</span>;
  if (visita === "indisponivel") return <span className="ui-absence">não carregado</span>;
  return visita === "nenhum" ? <span className="ui-absence">sem registro</span> : formatDate(visita.dia);
}

/** A proper outcome, with its reason where there is one. */
function NaoComparado({ motivo: porque = null }: { readonly motivo?: string | null }) {
  return (
    <span className="ui-absence">
      não comparado
      {porque === null ? null : <span className="prioridades-peso">{porque}</span>}
    </span>
  );
}
