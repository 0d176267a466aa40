import { memo } from "react";
import { formatPercent } from "../../core/format.ts";
import { weightShares, type Pesos, type PreparedIndex } from "../../core/priority-index.ts";
import type { IndiceConfig } from "../../core/territorio.ts";
import { PESO_MAXIMO } from "./estado.ts";

export interface WeightsPanelProps {
  readonly indice: IndiceConfig;
  readonly prepared: PreparedIndex;
  readonly pesos: Pesos;
  /** Gets only the weights that differ from the default. */
  readonly onMudar: (pesos: Pesos) => void;
}

/** One row per dimension: name, question, share of the weight as bar and figure, and a handle. */
export const WeightsPanel = memo(function WeightsPanel({ indice, prepared, pesos, onMudar }: WeightsPanelProps) {
  const fatias = weightShares(prepared, pesos);
  const mudou = Object.keys(pesos).length > 0;
  const zerado = indice.dimensoes.every(({ id }) => (fatias[id] ?? 0) === 0);
  return (
    <div className="prioridades-pesos-corpo">
      <p className="ui-small ui-muted">
        Quanto cada dimensão vale na nota. Mova para ver o mapa e a lista mudarem; o endereço da página guarda a sua escolha.
      </p>
      <ul className="prioridades-pesos-lista">
        {indice.dimensoes.map((dimensao, i) => {
          const peso = pesos[dimensao.id] ?? dimensao.peso;
          const fatia = 100 * (fatias[dimensao.id] ?? 0);
          const campo = `peso-${dimensao.id}`;
          return (
            <li key={dimensao.id}>
              <div className="prioridades-peso-topo">
                <label htmlFor={campo}>{dimensao.nome}</label>
                <output htmlFor={campo} className="ui-number">
                  {formatPercent(fatia, 0)}
                </output>
              </div>
              <div className="prioridades-trilho prioridades-trilho-peso" aria-hidden="true">
                <span className={`prioridades-dimensao-${i % 6}`} style={{ width: `${fatia}%` }} />
              </div>
              <input
                id={campo}
                type="range"
                min={0}
                max={PESO_MAXIMO}
                step={1}
                value={peso}
                aria-valuetext={`${formatPercent(fatia, 0)} do peso`}
                onChange={(event) => {
                  onMudar(withWeight(indice, pesos, dimensao.id, Number(event.target.value)));
                }}
              />
              <p className="ui-small ui-muted">
                {dimensao.pergunta} {dimensao.indicadores.length === 1 ? "1 indicador" : `${dimensao.indicadores.length} indicadores`}.
              </p>
            </li>
          );
        })}
      </ul>
      {zerado ? <p role="status">Com todos os pesos em zero não há nota. Dê peso a pelo menos uma dimensão.</p> : null}
      <button
        type="button"
        className="ui-button"
        disabled={!mudou}
        onClick={() => {
          onMudar({});
        }}
      >
        Voltar aos pesos padrão
      </button>
    </div>
  );
});

/** The chosen weights with one changed; a weight back at its default is left out. */
export function withWeight(indice: IndiceConfig, pesos: Pesos, id: string, peso: number): Pesos {
  const padrao = new Map(indice.dimensoes.map((d) => [d.id, d.peso]));
  return Object.fromEntries(Object.entries({ ...pesos, [id]: peso }).filter(([k, valor]) => padrao.get(k) !== valor));
}
