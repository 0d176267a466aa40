import { useState } from "react";
import { parseCivilDate, type CivilDate } from "../../../core/civil-date.ts";
import { formatDate, formatMonth, joinPt } from "../../../core/format.ts";
import type { VisitasDoTerritorio } from "../../../data/visitas/padrao.ts";
import { MultiSelect } from "../../../ui/filters/MultiSelect.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { CampoData, CampoNumero, CampoSolto, Nota, PorRegiao, Recusa, Secao } from "./Campos.tsx";
import type { ContextoDosCampos } from "./contexto.ts";
import { EscolherMunicipio } from "./Equipes.tsx";
import { Acrescentar, Itens } from "./Itens.tsx";

const TRIMESTRES = [1, 2, 3, 4] as const;

export interface DatasProps {
  readonly contexto: ContextoDosCampos;
  readonly hoje: CivilDate;
  /** Null = the data's own day. */
  readonly onHoje: (hoje: CivilDate | null) => void;
  readonly hojeDaPagina: boolean;
  readonly feriados: readonly CivilDate[];
  readonly propostas: VisitasDoTerritorio["propostas"];
}

/** Period, today, per diems, and the days and months nobody travels. */
export function Datas({ contexto, hoje, onHoje, hojeDaPagina, feriados, propostas }: DatasProps) {
  const { ajustes, padrao, mudar, nota, nome } = contexto;
  const { prazoDiarias, comPassagem } = ajustes;
  const [recusa, setRecusa] = useState("");
  return (
    <>
      <Secao titulo="Período">
        <div className="visitas-campos">
          <CampoData rotulo="Primeiro dia do plano" valor={ajustes.inicio} nota={nota("inicio")} onMudar={(inicio) => mudar({ inicio })} />
          <SelectField
            rotulo="Trimestres"
            valor={String(ajustes.trimestres)}
            opcoes={TRIMESTRES.map((n) => ({ valor: String(n), rotulo: n === 4 ? "4 (um ano)" : String(n) }))}
            onMudar={(n) => {
              setRecusa(mudar({ trimestres: Number(n) }));
            }}
            ajuda="Cada trimestre são três meses a partir do primeiro dia."
          />
          <div>
            <CampoData
              rotulo="Dia contado como hoje"
              valor={hoje}
              onMudar={(data) => {
                onHoje(data);
                return "";
              }}
            />
            {hojeDaPagina ? (
              <p className="filters-help">É a data dos dados.</p>
            ) : (
              <button
                type="button"
                className="ui-button ui-button-quiet"
                onClick={() => {
                  onHoje(null);
                }}
              >
                Voltar à data dos dados
              </button>
            )}
          </div>
        </div>
        <Recusa motivo={recusa} />
      </Secao>
      <Secao titulo="Diárias">
        <div className="visitas-campos">
          <CampoNumero
            rotulo="Pedir com antecedência de"
            unidade="dias úteis"
            valor={prazoDiarias.uteis}
            padrao={padrao.prazoDiarias.uteis}
            onMudar={(uteis) => mudar({ prazoDiarias: { ...prazoDiarias, uteis } })}
          />
          <CampoNumero
            rotulo="Com passagem aérea"
            unidade="dias úteis"
            valor={prazoDiarias.comPassagem}
            padrao={padrao.prazoDiarias.comPassagem}
            onMudar={(dias) => mudar({ prazoDiarias: { ...prazoDiarias, comPassagem: dias } })}
          />
          <EscolherMunicipio
            rotulo="Município a que se vai de avião"
            municipios={contexto.municipios}
            fora={new Set(comPassagem)}
            onEscolher={(codigo) => mudar({ comPassagem: [...comPassagem, codigo] })}
          />
        </div>
        <Nota nota={nota("prazoDiarias")} />
        <Itens
          itens={comPassagem}
          chave={String}
          texto={nome}
          vazio="Nenhum município é alcançado de avião."
          onMudar={(codigos) => mudar({ comPassagem: codigos })}
        />
      </Secao>
      <SemViagem contexto={contexto} feriados={feriados} />
      <Meses contexto={contexto} propostas={propostas} />
    </>
  );
}

function SemViagem({ contexto: { ajustes, mudar, nota }, feriados }: { readonly contexto: ContextoDosCampos; readonly feriados: readonly CivilDate[] }) {
  const [texto, setTexto] = useState("");
  const { semViagem } = ajustes;
  const acrescentar = (): string => {
    const data = parseCivilDate(texto);
    if (data === null) return "Escolha um dia.";
    const motivo = semViagem.includes(data) ? "Esse dia já está na lista." : mudar({ semViagem: [...semViagem, data].sort() });
    if (motivo === "") setTexto("");
    return motivo;
  };
  return (
    <Secao titulo="Dias sem viagem">
      <p className="ui-small">
        Feriados nacionais e estaduais já ficam de fora{feriados.length === 0 ? "" : `: ${feriados.map((data) => formatDate(data)).join(", ")}`}.
      </p>
      <Acrescentar botao="Acrescentar" onAcrescentar={acrescentar}>
        <CampoSolto rotulo="Outro dia sem viagem" tipo="dia" valor={texto} onMudar={setTexto} />
      </Acrescentar>
      <Itens
        itens={semViagem}
        chave={String}
        texto={formatDate}
        vazio="Nenhum dia além dos feriados."
        onMudar={(dias) => mudar({ semViagem: dias })}
      />
      <Nota nota={nota("semViagem")} />
    </Secao>
  );
}

const MESES = Array.from({ length: 12 }, (_, i) => ({ valor: i + 1, rotulo: nomeDoMes(i + 1) }));

function nomeDoMes(mes: number): string {
  return formatMonth(`2000-${String(mes).padStart(2, "0")}`).slice(0, -5);
}

interface MesesProps {
  readonly contexto: ContextoDosCampos;
  readonly propostas: VisitasDoTerritorio["propostas"];
}

function Meses({ contexto: { ajustes, mudar, nota, regioes }, propostas }: MesesProps) {
  const [recusa, setRecusa] = useState("");
  const { mesesProibidos } = ajustes;
  const nomeDaRegiao = (codigo: number): string => regioes.find((regiao) => regiao.codigo === codigo)?.nome ?? String(codigo);
  const por = (regiao: number, meses: readonly number[]): void => {
    const outras = mesesProibidos.filter((proibido) => proibido.regiao !== regiao);
    const todas = meses.length === 0 ? outras : [...outras, { regiao, meses }].sort((a, b) => a.regiao - b.regiao);
    setRecusa(mudar({ mesesProibidos: todas }));
  };
  const sugeridas = propostas.filter(({ regiao }) => !mesesProibidos.some((proibido) => proibido.regiao === regiao));
  return (
    <Secao titulo="Meses sem visita, por região">
      {sugeridas.map(({ regiao, meses, texto }) => (
        <div key={regiao} className="visitas-proposta">
          <p>
            <strong>
              {nomeDaRegiao(regiao)}: {joinPt(meses.map(nomeDoMes))}
            </strong>
            <br />
            {texto}
          </p>
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              por(regiao, meses);
            }}
          >
            Usar esta proposta
          </button>
        </div>
      ))}
      <PorRegiao
        titulo={`Escolher os meses de cada região (${mesesProibidos.length} com meses sem visita)`}
        regioes={regioes}
        campo={(codigo, regiao) => (
          <MultiSelect
            rotulo={regiao}
            todas="nenhum"
            opcoes={MESES}
            escolhidas={mesesProibidos.find((proibido) => proibido.regiao === codigo)?.meses ?? []}
            onMudar={(meses) => {
              por(codigo, meses);
            }}
          />
        )}
      />
      <Itens
        itens={mesesProibidos}
        chave={({ regiao }) => String(regiao)}
        texto={({ regiao, meses }) => `${nomeDaRegiao(regiao)}: ${joinPt(meses.map(nomeDoMes))}`}
        vazio="Nenhuma região tem meses sem visita."
        onMudar={(proibidos) => mudar({ mesesProibidos: proibidos })}
      />
      <Recusa motivo={recusa} />
      <Nota nota={nota("mesesProibidos")} />
    </Secao>
  );
}
