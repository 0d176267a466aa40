import type { Celula } from "../../../core/absence.ts";
import type { MapLayer } from "../../../core/map-layer.ts";
import type { CardLine } from "../../../ui/map/props.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

/** A municipality in the table twin of a map that tells something else than a value. */
export interface LinhaDoMapa {
  readonly codigo: number;
  readonly nome: string;
  /** By column id. */
  readonly celulas: Readonly<Record<string, string | Celula>>;
}

/** What stands in the place of the value on the map: all that the map, its legend, its card and its twin need. */
export interface CamadaDoMapa {
  readonly layer: MapLayer;
  /** One sentence that says what the map shows. */
  readonly leitura: string;
  readonly card: (codigo: number) => readonly CardLine[];
  /** One row per municipality, unfiltered, in the order given. */
  readonly linhas: readonly LinhaDoMapa[];
  readonly colunas: readonly TableColumn<LinhaDoMapa>[];
  /** The screen's columns and the IBGE code. */
  readonly colunasCsv: readonly TableColumn<LinhaDoMapa>[];
  /** How it was made, a line each, for the first lines of exports. */
  readonly metodo: readonly string[];
}

export function colunaDe(
  id: string,
  titulo: string,
  resto: Omit<TableColumn<LinhaDoMapa>, "id" | "titulo" | "valor">,
): TableColumn<LinhaDoMapa> {
  return { id, titulo, valor: ({ celulas }) => celulas[id] ?? { ausencia: "sem-dado" }, ...resto };
}

export const COLUNA_NOME: TableColumn<LinhaDoMapa> = { id: "nome", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome };

export const COLUNA_CODIGO: TableColumn<LinhaDoMapa> = {
  id: "codigo",
  titulo: "Código IBGE",
  tipo: "texto",
  valor: ({ codigo }) => String(codigo),
};

export const chaveDaLinha = ({ codigo }: LinhaDoMapa): number => codigo;
