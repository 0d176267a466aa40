import { Fragment } from "react";
import { celula } from "../../../core/absence.ts";
import { joinPt } from "../../../core/format.ts";
import type { Viagem } from "../../../core/visitas/plano.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { Dossie } from "../Dossie.tsx";
import { rotuloDaEquipe, type Equipe } from "../equipes.ts";
import { valorDaViagem } from "./linhas.ts";

/** Columns of the tours: who, when, where, what it takes and when to ask for per diems. Names open what is known of the municipality. */
export function colunasDasViagens(equipes: readonly Equipe[], nome: (codigo: number) => string, metodo: string): readonly TableColumn<Viagem>[] {
  return [
    { id: "equipe", titulo: "Equipe", tipo: "texto", valor: ({ equipe }) => rotuloDaEquipe(equipes, equipe) },
    { id: "inicio", titulo: "Sai em", tipo: "data", valor: ({ inicio }) => inicio },
    { id: "fim", titulo: "Volta em", tipo: "data", valor: ({ fim }) => fim },
    {
      id: "municipios",
      titulo: "Municípios, na ordem",
      tipo: "texto",
      valor: ({ paradas }) => joinPt(paradas.map(({ codigo }) => nome(codigo))),
      render: ({ paradas }) => (
        <span className="visitas-nomes">
          {paradas.map(({ codigo }, i) => (
            <Fragment key={codigo}>
              {i === 0 ? "" : i === paradas.length - 1 ? " e " : ", "}
              <Dossie codigo={codigo} nome={nome(codigo)} metodo={metodo} />
            </Fragment>
          ))}
        </span>
      ),
    },
    numero("dias", "Dias", "úteis", 0, ({ dias }) => dias),
    numero("trabalho", "Estrada e visita", "dias", 2, ({ diasDeTrabalho }) => diasDeTrabalho),
    numero("km", "Estrada", "km", 1, ({ km }) => km),
    numero("valor", "Prioridade", "pontos", 1, valorDaViagem),
    { id: "diarias", titulo: "Pedir diárias até", tipo: "data", valor: ({ pedirDiariasAte }) => pedirDiariasAte },
    { id: "travada", titulo: "Travada", tipo: "texto", valor: ({ travada }) => (travada ? "sim" : "não") },
  ];
}

function numero(id: string, titulo: string, unidade: string, casas: number, valor: (viagem: Viagem) => number): TableColumn<Viagem> {
  return { id, titulo, unidade, tipo: "numero", casas, valor: (viagem) => celula(valor(viagem)) };
}
