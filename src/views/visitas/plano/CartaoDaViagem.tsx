import { useDraggable, useDroppable } from "@dnd-kit/core";
import { memo } from "react";
import { count, formatDate, formatNumber } from "../../../core/format.ts";
import type { Parada, Viagem } from "../../../core/visitas/plano.ts";
import { Dossie } from "../Dossie.tsx";
import { corDaEquipe, type Equipe } from "../equipes.ts";
import { intervaloEmDatas } from "../periodo.ts";
import { idDoCartao } from "./arrasto.ts";
import { Cadeado } from "./Calendario.tsx";
import { valorDaViagem } from "./linhas.ts";

export interface CartaoProps {
  readonly viagem: Viagem;
  readonly equipe: Equipe | null;
  readonly nome: (codigo: number) => string;
  readonly selecionada: boolean;
  /** Municipality chosen on the page. */
  readonly municipio: number | null;
  /** The method of the address, for the links. */
  readonly metodo: string;
  /** Municipalities whose place is locked. */
  readonly travados: ReadonlySet<number>;
  /** Codes outside the filters of the page. */
  readonly fora: ReadonlySet<number>;
  readonly onSelecionar: (viagem: string, municipio: number | null) => void;
  readonly onTravar: (viagem: Viagem) => void;
  readonly onMudar: (codigo: number) => void;
}

/** A tour: when, what it takes, when to ask for per diems, and its municipalities, which can be carried to another. */
export const CartaoDaViagem = memo(function CartaoDaViagem(props: CartaoProps) {
  const { viagem, equipe, selecionada, onSelecionar, onTravar } = props;
  const datas = intervaloEmDatas(viagem.inicio, viagem.fim);
  const rotulo = equipe?.rotulo ?? viagem.equipe;
  const { setNodeRef, isOver } = useDroppable({ id: idDoCartao(viagem.id), data: { viagem: viagem.id, rotulo: `${datas}, ${rotulo}` } });
  const titulo = `viagem-${viagem.id.replace("/", "-")}`;
  return (
    <article
      ref={setNodeRef}
      className={`visitas-cartao${selecionada ? " visitas-cartao-escolhido" : ""}${isOver ? " visitas-alvo" : ""}`}
      aria-labelledby={titulo}
    >
      <header className="visitas-cartao-topo">
        <h3 id={titulo}>
          <button
            type="button"
            className="visitas-cartao-nome"
            aria-pressed={selecionada}
            onClick={() => {
              onSelecionar(viagem.id, null);
            }}
          >
            <span className={equipe === null ? "visitas-equipe" : `visitas-equipe ${corDaEquipe(equipe)}`}>{rotulo}</span> {datas}
          </button>
        </h3>
        <button
          type="button"
          className="ui-button ui-button-quiet ui-no-print"
          aria-pressed={viagem.travada}
          aria-label={`Travar a viagem de ${datas} da ${rotulo}`}
          onClick={() => {
            onTravar(viagem);
          }}
        >
          {viagem.travada ? (
            <>
              <Cadeado /> Travada
            </>
          ) : (
            "Travar"
          )}
        </button>
      </header>
      <p className="ui-small">
        {count(viagem.dias, "dia útil", "dias úteis")} · {formatNumber(viagem.km)} km · {formatNumber(valorDaViagem(viagem), 1)} pontos de
        prioridade
        <br />
        Pedir diárias até <strong>{formatDate(viagem.pedirDiariasAte)}</strong>
        {viagem.comPassagem ? " (com passagem aérea)" : ""}
      </p>
      <ol className="visitas-paradas">
        {viagem.paradas.map((parada) => (
          <ItemDaParada key={parada.codigo} {...props} parada={parada} />
        ))}
      </ol>
    </article>
  );
});

function ItemDaParada({ viagem, parada, nome, municipio, metodo, travados, fora, onSelecionar, onMudar }: CartaoProps & { readonly parada: Parada }) {
  const { codigo, chegada, saida } = parada;
  const { attributes, listeners, setNodeRef, setActivatorNodeRef, isDragging } = useDraggable({
    id: codigo,
    data: { viagem: viagem.id },
    disabled: viagem.travada,
    attributes: { roleDescription: "município que se pode mover" },
  });
  const travado = travados.has(codigo);
  return (
    <li
      ref={setNodeRef}
      className={`visitas-parada${isDragging ? " visitas-parada-no-ar" : ""}${fora.has(codigo) ? " visitas-parada-fora" : ""}`}
    >
      <button
        ref={setActivatorNodeRef}
        type="button"
        className="visitas-alca ui-no-print"
        {...attributes}
        {...listeners}
        disabled={viagem.travada}
        aria-label={`Mover ${nome(codigo)}`}
      >
        <svg viewBox="0 0 8 14" width="8" height="14" aria-hidden="true">
          <g fill="currentColor">
            {[2, 7, 12].map((y) => (
              <g key={y}>
                <circle cx="2" cy={y} r="1.2" />
                <circle cx="6" cy={y} r="1.2" />
              </g>
            ))}
          </g>
        </svg>
      </button>
      <span className="visitas-parada-nome">
        <Dossie codigo={codigo} nome={nome(codigo)} metodo={metodo} />
        {travado ? (
          <>
            {" "}
            <Cadeado />
            <span className="ui-hidden"> (travado)</span>
          </>
        ) : null}
      </span>
      <button
        type="button"
        className="ui-small visitas-parada-datas"
        aria-pressed={codigo === municipio}
        onClick={() => {
          onSelecionar(viagem.id, codigo);
        }}
      >
        {intervaloEmDatas(chegada, saida).slice(0, -5)}
        <span className="ui-hidden"> ({nome(codigo)}, no mapa)</span>
      </button>
      <button
        type="button"
        className="ui-button ui-button-quiet ui-no-print"
        onClick={() => {
          onMudar(codigo);
        }}
      >
        Mudar<span className="ui-hidden"> {nome(codigo)}</span>
      </button>
    </li>
  );
}
