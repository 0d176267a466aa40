import type { ReactNode } from "react";
import type { TableColumn } from "../../ui/table/props.ts";
import { Dossie } from "./Dossie.tsx";
import "./colunas.css";

interface DoMunicipio {
  readonly codigo: number;
  readonly nome: string;
}

/** A municipality's name, which opens what is known of it under the method of the address. */
export function colunaDoMunicipio<R extends DoMunicipio>(metodo: string): TableColumn<R> {
  return {
    id: "nome",
    titulo: "Município",
    tipo: "texto",
    valor: ({ nome }) => nome,
    render: ({ codigo, nome }) => <Dossie codigo={codigo} nome={nome} metodo={metodo} />,
  };
}

/** The IBGE code, first in every file. */
export const COLUNA_DO_CODIGO: TableColumn<Pick<DoMunicipio, "codigo">> = {
  id: "codigo",
  titulo: "Código IBGE",
  tipo: "texto",
  valor: ({ codigo }) => String(codigo),
};

/** What became of a municipality or a visit. */
export function colunaDaSituacao<S extends string, R extends { readonly situacao: S }>(
  rotulo: Readonly<Record<S, string>>,
  sinal: (situacao: S) => FormaDoSinal,
): TableColumn<R> {
  return {
    id: "situacao",
    titulo: "Situação",
    tipo: "texto",
    valor: ({ situacao }) => rotulo[situacao],
    render: ({ situacao }) => <span className={`visitas-sinal visitas-sinal-${sinal(situacao)}`}>{rotulo[situacao]}</span>,
  };
}

/** Marks told apart by shape, so that colour is not alone. */
export type FormaDoSinal = "dentro" | "fora" | "feita" | "antecipada" | "atrasada" | "perdida" | "por-vir";

/** A cell without a figure: a dash, in words for who hears the page. */
export function SemValor({ texto }: { readonly texto: string }): ReactNode {
  return (
    <span className="ui-absence">
      <span aria-hidden="true">–</span>
      <span className="ui-hidden">{texto}</span>
    </span>
  );
}
