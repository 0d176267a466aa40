import { useDroppable } from "@dnd-kit/core";
import { memo, useId, useMemo } from "react";
import { count, formatDate, formatNumber, joinPt } from "../../../core/format.ts";
import type { EntradaDoPlano, Viagem } from "../../../core/visitas/plano.ts";
import { useGrowing } from "../../../ui/use-growing.ts";
import { corDaEquipe, type Equipe } from "../equipes.ts";
import { diaEMes, intervaloEmDatas, type Trimestre } from "../periodo.ts";
import { calendarioDe, type Bloco, type LinhaDoCalendario } from "./calendario.ts";

/** Teams drawn in one turn of the page's thread: more than are in sight at once. */
const POR_VEZ = 12;

export interface CalendarioProps {
  readonly trimestre: Trimestre;
  readonly equipes: readonly Equipe[];
  readonly viagens: readonly Viagem[];
  readonly entrada: EntradaDoPlano;
  readonly nome: (codigo: number) => string;
  readonly selecionada: string | null;
  readonly onSelecionar: (viagem: string) => void;
}

/** How to read the calendars. */
export function LegendaDoCalendario() {
  return (
    <p className="ui-small ui-muted visitas-calendario-legenda">
      Cada bloco é uma viagem, com quantos municípios visita; cada coluna, uma semana (a data é a da segunda-feira). Hachura: feriado ou dia sem
      viagem.
    </p>
  );
}

/** Teams by weeks of one quarter; on narrow screens the tours of each team in a line. */
export const Calendario = memo(function Calendario({ trimestre, equipes, viagens, entrada, nome, selecionada, onSelecionar }: CalendarioProps) {
  const { feriados, ajustes } = entrada;
  const calendario = useMemo(
    () => calendarioDe(trimestre, equipes, viagens, [...feriados, ...ajustes.semViagem]),
    [trimestre, equipes, viagens, feriados, ajustes.semViagem],
  );
  const { semanas, linhas, paradas } = calendario;
  const id = useId();
  const desenhadas = useGrowing(linhas.length, POR_VEZ, POR_VEZ);
  const colunas = { gridTemplateColumns: `repeat(${5 * semanas.length}, minmax(0, 1fr))` };
  return (
    <section className="visitas-calendario" aria-labelledby={id}>
      <h2 id={id}>Por equipe e semana: {trimestre.rotulo}</h2>
      <div className="visitas-calendario-linha visitas-calendario-semanas" aria-hidden="true">
        <span />
        <div className="visitas-calendario-dias" style={colunas}>
          {semanas.map(({ segunda, rotulo }, i) => (
            <span key={segunda} style={{ gridColumn: `${5 * i + 1} / span 5` }}>
              {rotulo}
            </span>
          ))}
        </div>
      </div>
      <div className="visitas-calendario-linhas">
        {linhas.slice(0, desenhadas).map((linha) => (
          <div key={linha.equipe.id} className="visitas-calendario-linha" role="group" aria-label={leituraDaLinha(linha, ajustes.diasPorEquipe)}>
            <h3>
              <span className={`visitas-equipe ${corDaEquipe(linha.equipe)}`}>{linha.equipe.rotulo}</span>{" "}
              <span className="ui-small ui-muted">
                {formatNumber(linha.dias)} de {count(ajustes.diasPorEquipe, "dia", "dias")}
              </span>
            </h3>
            <ol className="visitas-calendario-dias" style={colunas}>
              {paradas.map(({ coluna, data }) => (
                <li
                  key={data}
                  aria-hidden="true"
                  className="visitas-calendario-parada"
                  style={{ gridColumn: `${coluna} / span 1` }}
                  title={`${formatDate(data)}: sem viagem`}
                />
              ))}
              {linha.blocos.map((bloco) => (
                <BlocoDaViagem
                  key={bloco.viagem.id}
                  bloco={bloco}
                  equipe={linha.equipe}
                  nome={nome}
                  selecionada={bloco.viagem.id === selecionada}
                  onSelecionar={onSelecionar}
                />
              ))}
            </ol>
          </div>
        ))}
      </div>
    </section>
  );
});

interface BlocoProps {
  readonly bloco: Bloco;
  readonly equipe: Equipe;
  readonly nome: (codigo: number) => string;
  readonly selecionada: boolean;
  readonly onSelecionar: (viagem: string) => void;
}

function BlocoDaViagem({ bloco: { viagem, de, ate }, equipe, nome, selecionada, onSelecionar }: BlocoProps) {
  const { setNodeRef, isOver } = useDroppable({ id: `bloco:${viagem.id}`, data: { viagem: viagem.id } });
  const nomes = joinPt(viagem.paradas.map(({ codigo }) => nome(codigo)));
  const leitura = `${intervaloEmDatas(viagem.inicio, viagem.fim)}: ${nomes}; ${count(viagem.dias, "dia", "dias")}, ${formatNumber(viagem.km)} km${viagem.travada ? "; travada" : ""}`;
  return (
    <li ref={setNodeRef} style={{ gridColumn: `${de} / ${ate}` }}>
      <button
        type="button"
        className={`visitas-bloco ${corDaEquipe(equipe)}${isOver ? " visitas-alvo" : ""}`}
        aria-pressed={selecionada}
        aria-label={leitura}
        title={leitura}
        onClick={() => {
          onSelecionar(viagem.id);
        }}
      >
        <span className="visitas-bloco-data">{diaEMes(viagem.inicio)} · </span>
        <span>{formatNumber(viagem.paradas.length)}</span>
        <span className="visitas-bloco-nomes">{viagem.paradas.map(({ codigo }) => nome(codigo)).join(", ")}</span>
        {viagem.travada ? <Cadeado /> : null}
      </button>
    </li>
  );
}

/** A closed lock. */
export function Cadeado() {
  return (
    <svg viewBox="0 0 12 14" width="10" height="12" aria-hidden="true">
      <path d="M3 6V4a3 3 0 0 1 6 0v2" fill="none" stroke="currentColor" strokeWidth="1.6" />
      <rect x="1.5" y="6" width="9" height="7" rx="1" fill="currentColor" />
    </svg>
  );
}

function leituraDaLinha({ equipe, blocos, dias }: LinhaDoCalendario, disponiveis: number): string {
  return `${equipe.rotulo}: ${count(blocos.length, "viagem", "viagens", "f")}, ${formatNumber(dias)} de ${count(disponiveis, "dia", "dias")}`;
}
