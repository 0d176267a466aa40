import { useState } from "react";
import { compareNames } from "../../../core/format.ts";
import { PORTE_ROTULO, PORTES, type Municipio } from "../../../core/municipio.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { CampoNumero, Nota, Recusa, Secao } from "./Campos.tsx";
import type { ContextoDosCampos } from "./contexto.ts";

/** Bases, teams, and the days and hours they have. */
export function Equipes({ contexto }: { readonly contexto: ContextoDosCampos }) {
  const { ajustes, padrao, mudar, nota, nome } = contexto;
  const { bases } = ajustes;
  const [recusa, setRecusa] = useState("");
  return (
    <Secao titulo="Equipes e dias">
      <div className="visitas-campos">
        {bases.map((base, i) => (
          <div key={base.codigo} className="visitas-base">
            <CampoNumero
              rotulo={`Equipes que saem de ${nome(base.codigo)}`}
              valor={base.equipes}
              onMudar={(equipes) => mudar({ bases: bases.with(i, { ...base, equipes }) })}
            />
            {bases.length === 1 ? null : (
              <button
                type="button"
                className="ui-button ui-button-quiet"
                onClick={() => {
                  setRecusa(mudar({ bases: bases.toSpliced(i, 1) }));
                }}
              >
                Tirar a base {nome(base.codigo)}
              </button>
            )}
          </div>
        ))}
        <EscolherMunicipio
          rotulo="Acrescentar base"
          municipios={contexto.municipios}
          fora={new Set(bases.map(({ codigo }) => codigo))}
          onEscolher={(codigo) => mudar({ bases: [...bases, { codigo, equipes: 1 }] })}
        />
      </div>
      <Recusa motivo={recusa} />
      <Nota nota={nota("bases")} />
      <div className="visitas-campos">
        <CampoNumero
          rotulo="Dias fora por equipe e trimestre"
          unidade="dias úteis"
          valor={ajustes.diasPorEquipe}
          padrao={padrao.diasPorEquipe}
          nota={nota("diasPorEquipe")}
          onMudar={(diasPorEquipe) => mudar({ diasPorEquipe })}
        />
        <CampoNumero
          rotulo="Dias de uma viagem, no máximo"
          unidade="dias úteis"
          valor={ajustes.diasPorViagem}
          padrao={padrao.diasPorViagem}
          nota={nota("diasPorViagem")}
          onMudar={(diasPorViagem) => mudar({ diasPorViagem })}
        />
        <CampoNumero
          rotulo="Dias na base entre duas viagens"
          unidade="dias úteis"
          valor={ajustes.intervalo}
          padrao={padrao.intervalo}
          nota={nota("intervalo")}
          onMudar={(intervalo) => mudar({ intervalo })}
        />
        <CampoNumero
          rotulo="Horas de estrada que enchem um dia"
          unidade="horas"
          valor={ajustes.horasPorDia}
          padrao={padrao.horasPorDia}
          nota={nota("horasPorDia")}
          onMudar={(horasPorDia) => mudar({ horasPorDia })}
        />
      </div>
      <h4>Duração de uma visita</h4>
      <div className="visitas-campos">
        {PORTES.map((porte) => (
          <CampoNumero
            key={porte}
            rotulo={PORTE_ROTULO[porte]}
            unidade="dias"
            valor={ajustes.duracao[porte]}
            padrao={padrao.duracao[porte]}
            onMudar={(dias) => mudar({ duracao: { ...ajustes.duracao, [porte]: dias } })}
          />
        ))}
      </div>
      <Nota nota={nota("duracao")} />
    </Secao>
  );
}

export interface EscolherMunicipioProps {
  readonly rotulo: string;
  readonly municipios: readonly Pick<Municipio, "codigo" | "nome">[];
  /** Not offered. */
  readonly fora: ReadonlySet<number>;
  /** Puts the one chosen in force; returns why it was refused, or "". */
  readonly onEscolher: (codigo: number) => string;
}

const NENHUM = "";

/** A list of municipalities and the button that takes the one chosen. */
export function EscolherMunicipio({ rotulo, municipios, fora, onEscolher }: EscolherMunicipioProps) {
  const [escolhido, setEscolhido] = useState(NENHUM);
  const [recusa, setRecusa] = useState("");
  const opcoes = [
    { valor: NENHUM, rotulo: "Escolha o município" },
    ...municipios
      .filter(({ codigo }) => !fora.has(codigo))
      .toSorted((a, b) => compareNames(a.nome, b.nome))
      .map(({ codigo, nome }) => ({ valor: String(codigo), rotulo: nome })),
  ];
  return (
    <div className="visitas-escolher">
      <SelectField rotulo={rotulo} valor={escolhido} opcoes={opcoes} onMudar={setEscolhido} />
      <button
        type="button"
        className="ui-button"
        disabled={escolhido === NENHUM}
        onClick={() => {
          setRecusa(onEscolher(Number(escolhido)));
          setEscolhido(NENHUM);
        }}
      >
        Acrescentar<span className="ui-hidden">: {rotulo}</span>
      </button>
      <Recusa motivo={recusa} />
    </div>
  );
}
