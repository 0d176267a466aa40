import { memo, useState } from "react";
import { formatPercent } from "../../core/format.ts";
import type { Indicador } from "../../core/indicador.ts";
import type { DimensaoDoMetodo, Metodo } from "../../core/metodo/method.ts";
import type { IndiceConfig } from "../../core/territorio.ts";
import type { ProblemaMetodo } from "../../data/metodo/parse.ts";
import { comDimensao, comPesoDaDimensao, comPesoDoIndicador, semDimensao } from "./pesos.ts";

export const PESO_MAXIMO = 100;
/** Weights among a dimension's indicators: what counts is their share. */
const PESO_INDICADOR_MAXIMO = 10;

export interface WeightsPanelProps {
  readonly indice: IndiceConfig;
  readonly catalogo: readonly Indicador[];
  readonly metodo: Metodo;
  readonly mudado: boolean;
  readonly onMudar: (metodo: Metodo) => readonly ProblemaMetodo[];
  readonly onVoltar: () => void;
}

/** One handle per dimension, and inside each one per indicator; always read as a share of the whole. */
export const WeightsPanel = memo(function WeightsPanel({ indice, catalogo, metodo, mudado, onMudar, onVoltar }: WeightsPanelProps) {
  const [problema, setProblema] = useState<ProblemaMetodo | null>(null);
  const total = metodo.dimensoes.reduce((soma, { peso }) => soma + peso, 0);
  const perguntas = new Map(indice.dimensoes.map(({ id, pergunta }) => [id, pergunta]));
  const nomes = new Map(catalogo.map(({ id, nome }) => [id, nome]));
  const mudar = (novo: Metodo): void => {
    setProblema(onMudar(novo)[0] ?? null);
  };
  return (
    <div className="prioridades-pesos-corpo">
      <p className="ui-small ui-muted">
        Quanto cada dimensão vale na nota. Mova para ver o mapa e a lista mudarem; o endereço da página guarda a sua escolha.
      </p>
      <ul className="prioridades-pesos-lista">
        {metodo.dimensoes.map((dimensao, i) => {
          const fatia = total === 0 ? 0 : (100 * dimensao.peso) / total;
          const soma = dimensao.indicadores.reduce((s, { peso }) => s + peso, 0);
          return (
            <li key={dimensao.id}>
              <Peso
                id={`peso-${dimensao.id}`}
                nome={dimensao.nome}
                fatia={fatia}
                cor={i % 6}
                peso={dimensao.peso}
                max={Math.max(PESO_MAXIMO, dimensao.peso)}
                passo={1}
                onPeso={(peso) => {
                  mudar(comPesoDaDimensao(metodo, dimensao.id, peso));
                }}
              />
              <p className="ui-small ui-muted">{perguntas.get(dimensao.id)}</p>
              {dimensao.indicadores.length < 2 ? null : (
                <details className="prioridades-pesos-dentro">
                  <summary>{dimensao.indicadores.length} indicadores</summary>
                  {dimensao.indicadores.map(({ id, peso }) => (
                    <Peso
                      key={id}
                      id={`peso-indicador-${id}`}
                      nome={nomes.get(id) ?? id}
                      fatia={soma === 0 ? 0 : (fatia * peso) / soma}
                      cor={i % 6}
                      peso={peso}
                      max={Math.max(PESO_INDICADOR_MAXIMO, peso)}
                      passo={0.5}
                      onPeso={(novo) => {
                        mudar(comPesoDoIndicador(metodo, id, novo));
                      }}
                    />
                  ))}
                </details>
              )}
            </li>
          );
        })}
      </ul>
      {indice.opcionais.map((dimensao) => (
        <Opcional
          key={dimensao.id}
          dimensao={dimensao}
          pergunta={perguntas.get(dimensao.id) ?? ""}
          incluida={metodo.dimensoes.some(({ id }) => id === dimensao.id)}
          onIncluir={() => {
            mudar(comDimensao(metodo, dimensao));
          }}
          onTirar={() => {
            mudar(semDimensao(metodo, dimensao.id));
          }}
        />
      ))}
      <p role="status" className="ui-small">
        {problema === null ? "" : `${problema.mensagem} ${problema.conserto} Nada mudou.`}
      </p>
      <button
        type="button"
        className="ui-button"
        disabled={!mudado}
        onClick={() => {
          setProblema(null);
          onVoltar();
        }}
      >
        Voltar ao método padrão
      </button>
    </div>
  );
});

interface OpcionalProps {
  readonly dimensao: DimensaoDoMetodo;
  readonly pergunta: string;
  readonly incluida: boolean;
  readonly onIncluir: () => void;
  readonly onTirar: () => void;
}

/** A dimension that the default method leaves out. */
function Opcional({ dimensao: { nome }, pergunta, incluida, onIncluir, onTirar }: OpcionalProps) {
  return (
    <div className="prioridades-pesos-opcional">
      {incluida ? null : <p className="ui-small ui-muted">{pergunta} Esta dimensão está fora do método padrão.</p>}
      <button type="button" className="ui-button" onClick={incluida ? onTirar : onIncluir}>
        {incluida ? `Tirar “${nome}”` : `Incluir “${nome}”`}
      </button>
    </div>
  );
}

interface PesoProps {
  readonly id: string;
  readonly nome: string;
  /** Share of the whole weight, per cent. */
  readonly fatia: number;
  readonly cor: number;
  readonly peso: number;
  readonly max: number;
  readonly passo: number;
  readonly onPeso: (peso: number) => void;
}

function Peso({ id, nome, fatia, cor, peso, max, passo, onPeso }: PesoProps) {
  return (
    <>
      <div className="prioridades-peso-topo">
        <label htmlFor={id}>{nome}</label>
        <output htmlFor={id} className="ui-number">
          {formatPercent(fatia, 0)}
        </output>
      </div>
      <div className="prioridades-trilho prioridades-trilho-peso" aria-hidden="true">
        <span className={`prioridades-dimensao-${cor}`} style={{ width: `${fatia}%` }} />
      </div>
      <input
        id={id}
        type="range"
        min={0}
        max={max}
        step={passo}
        value={peso}
        aria-valuetext={`${formatPercent(fatia, 0)} do peso`}
        onChange={(event) => {
          onPeso(Number(event.target.value));
        }}
      />
    </>
  );
}
