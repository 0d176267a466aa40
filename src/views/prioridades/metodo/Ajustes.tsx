import { useState } from "react";
import type { Indicador } from "../../../core/indicador.ts";
import { AGREGACOES, NORMALIZACOES, type Metodo } from "../../../core/metodo/method.ts";
import type { IndiceConfig } from "../../../core/territorio.ts";
import type { ProblemaMetodo } from "../../../data/metodo/parse.ts";
import { RangeField } from "../../../ui/filters/RangeField.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import type { MetodoEmVigor } from "../../../ui/metodo/use-metodo.ts";
import { WeightsPanel } from "../WeightsPanel.tsx";
import { problemasDoMetodo } from "./abrir.ts";
import { CampoK } from "./CampoK.tsx";
import { AGREGACAO_ROTULO, isParaEstudo, NORMALIZACAO_ROTULO, parteEmPorCento } from "./rotulos.ts";

/** Ends of the slider of the draws' weights, per cent; a method outside them widens them. */
const CONCENTRACAO = { min: 10, max: 60 } as const;

export interface AjustesProps {
  readonly emVigor: MetodoEmVigor;
  readonly catalogo: readonly Indicador[];
  readonly indice: IndiceConfig;
  readonly municipios: number;
}

/** What may be changed of the method by hand: weights, places, aggregation, normalisation, spread of the draws, least data. */
export function Ajustes({ emVigor, catalogo, indice, municipios }: AjustesProps) {
  const { metodo, padrao } = emVigor;
  const [problemas, setProblemas] = useState<readonly ProblemaMetodo[]>([]);
  const mudar = (mudanca: Partial<Metodo>): void => {
    const novo = { ...metodo, ...mudanca };
    const recusado = problemasDoMetodo(padrao, novo, catalogo);
    setProblemas(recusado.length > 0 ? recusado : emVigor.mudar(novo));
  };
  const concentracao = Math.round(100 * metodo.concentracao);
  return (
    <div className="prioridades-ajustes">
      <div className="prioridades-ajustes-campos">
        <CampoK
          k={metodo.k}
          municipios={municipios}
          onK={(k) => {
            mudar({ k });
          }}
        />
        <SelectField
          rotulo="Agregação"
          valor={metodo.agregacao}
          opcoes={AGREGACOES.map((valor) => ({ valor, rotulo: AGREGACAO_ROTULO[valor] }))}
          onMudar={(agregacao) => {
            mudar({ agregacao });
          }}
          ajuda="Como os indicadores se juntam na nota."
        />
        <SelectField
          rotulo="Normalização"
          valor={metodo.normalizacao}
          opcoes={NORMALIZACOES.map((valor) => ({
            valor,
            rotulo: NORMALIZACAO_ROTULO[valor],
            grupo: isParaEstudo(valor) ? "Só para estudo" : "Do método",
          }))}
          onMudar={(normalizacao) => {
            mudar({ normalizacao });
          }}
          ajuda="Como cada indicador vira uma escala de 0 a 100."
        />
        <RangeField
          rotulo="Variação dos pesos nos sorteios (c)"
          valor={concentracao}
          min={Math.min(CONCENTRACAO.min, concentracao)}
          max={Math.max(CONCENTRACAO.max, concentracao)}
          formato={() => parteEmPorCento(metodo.concentracao)}
          onMudar={(valor) => {
            mudar({ concentracao: daBarra(valor, padrao.concentracao) });
          }}
          ajuda="Quanto os pesos variam, em média, de um sorteio a outro."
        />
        <RangeField
          rotulo="Peso mínimo com dado"
          valor={Math.round(100 * metodo.presencaMinima)}
          min={0}
          max={100}
          formato={() => parteEmPorCento(metodo.presencaMinima)}
          onMudar={(valor) => {
            mudar({ presencaMinima: daBarra(valor, padrao.presencaMinima) });
          }}
          ajuda="Com menos do que isso, na dimensão ou no total, não há nota."
        />
      </div>
      <ul className="prioridades-problemas" role="status">
        {problemas.map(({ caminho, mensagem, conserto }) => (
          <li key={caminho}>
            {mensagem} {conserto} Nada mudou.
          </li>
        ))}
      </ul>
      <details className="prioridades-ajustes-pesos">
        <summary>Mudar os pesos das dimensões e dos indicadores</summary>
        <WeightsPanel
          indice={indice}
          catalogo={catalogo}
          metodo={metodo}
          mudado={emVigor.mudado}
          onMudar={emVigor.mudar}
          onVoltar={emVigor.voltar}
        />
      </details>
    </div>
  );
}

/** A slider moves in whole per cents: back at the default's place it is the default itself, and not a number beside it. */
function daBarra(porCento: number, padrao: number): number {
  return Math.round(100 * padrao) === porCento ? padrao : porCento / 100;
}
