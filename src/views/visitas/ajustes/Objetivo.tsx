import { useId, useState } from "react";
import { formatOrdinal } from "../../../core/format.ts";
import { CampoNumero, Nota, Secao } from "./Campos.tsx";
import type { ContextoDosCampos } from "./contexto.ts";

/** What the plan seeks, and how long it is sought. */
export function Objetivo({ contexto: { ajustes, padrao, mudar, nota } }: { readonly contexto: ContextoDosCampos }) {
  const id = useId();
  const [recusa, setRecusa] = useState("");
  const [semente, setSemente] = useState<string | null>(null);
  return (
    <Secao titulo="O que o plano procura">
      <p className="ui-small">
        Soma da prioridade dos visitados, com mais peso para quem é visitado antes, menos o custo da estrada e menos os pontos por município que
        terminaria o plano há doze meses ou mais sem visita.
      </p>
      <div className="visitas-campos">
        {ajustes.pesoDoTrimestre.map((peso, i) => (
          <CampoNumero
            // Quarters have no name but their place.
            key={i}
            rotulo={`Peso do ${formatOrdinal(i + 1)} trimestre`}
            valor={peso}
            {...(padrao.pesoDoTrimestre[i] === undefined ? {} : { padrao: padrao.pesoDoTrimestre[i] })}
            onMudar={(novo) => mudar({ pesoDoTrimestre: ajustes.pesoDoTrimestre.with(i, novo) })}
          />
        ))}
      </div>
      <Nota nota={nota("pesoDoTrimestre")} />
      <div className="visitas-campos">
        <CampoNumero
          rotulo="Custo de um quilômetro"
          unidade="pontos"
          valor={ajustes.custoKm}
          padrao={padrao.custoKm}
          nota={nota("custoKm")}
          onMudar={(custoKm) => mudar({ custoKm })}
        />
        <CampoNumero
          rotulo="Doze meses ou mais sem visita"
          unidade="pontos perdidos"
          valor={ajustes.penalidadeDozeMeses}
          padrao={padrao.penalidadeDozeMeses}
          nota={nota("penalidadeDozeMeses")}
          onMudar={(penalidadeDozeMeses) => mudar({ penalidadeDozeMeses })}
        />
        <CampoNumero
          rotulo="Tentativas de melhorar o plano"
          valor={ajustes.iteracoes}
          padrao={padrao.iteracoes}
          nota={nota("iteracoes")}
          onMudar={(iteracoes) => mudar({ iteracoes })}
        />
        <div className="filters-field visitas-campo">
          <label htmlFor={id}>Semente da busca</label>
          <input
            id={id}
            className="ui-input"
            autoComplete="off"
            spellCheck={false}
            value={semente ?? ajustes.semente}
            aria-describedby={`${id}-ajuda`}
            onChange={(event) => {
              setSemente(event.target.value);
            }}
            onBlur={() => {
              if (semente === null) return;
              const motivo = semente === ajustes.semente ? "" : mudar({ semente });
              setRecusa(motivo);
              if (motivo === "") setSemente(null);
            }}
          />
          <div id={`${id}-ajuda`}>
            <p role="alert" className="visitas-recusa">
              {recusa}
            </p>
            <p className="filters-help">A mesma semente e os mesmos ajustes dão o mesmo plano em qualquer computador.</p>
          </div>
        </div>
      </div>
    </Secao>
  );
}
