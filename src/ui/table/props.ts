import type { ReactNode } from "react";
import type { Celula } from "../../core/absence.ts";

/** How a column prints, sorts and exports. */
export interface TableColumn<R> {
  readonly id: string;
  readonly titulo: string;
  /** Unit, shown in the header and in the CSV header. */
  readonly unidade?: string;
  /** A `data` is ISO text ("2026-11-22", "2026-11", "2023-T2"): sorted as such, shown in pt-BR. */
  readonly tipo: "texto" | "numero" | "data";
  /** Text, a number or the reason there is none. Sorting puts absences last in both directions. */
  readonly valor: (linha: R) => string | Celula;
  /** Decimal places of a number column. */
  readonly casas?: number;
  /** Custom rendering; must say the same as `valor`. */
  readonly render?: (linha: R) => ReactNode;
  readonly largura?: string;
  readonly ordenavel?: boolean;
}

export interface TableOrder {
  readonly coluna: string;
  readonly sentido: "asc" | "desc";
}

/** Props of `DataTable` (`ui/table/DataTable.tsx`). */
export interface DataTableProps<R> {
  /** Says what the rows are; the table's accessible name. */
  readonly legenda: string;
  readonly colunas: readonly TableColumn<R>[];
  readonly linhas: readonly R[];
  readonly chave: (linha: R) => string | number;
  readonly ordem: TableOrder | null;
  readonly onOrdem: (ordem: TableOrder) => void;
  readonly selecionada?: string | number | null;
  readonly onSelecionar?: (linha: R) => void;
  readonly destacada?: string | number | null;
  readonly onDestacar?: (linha: R | null) => void;
  /** Shown instead of rows when there are none: why, and the next step. */
  readonly vazio: string;
  /** Fixed height makes the body scroll on its own and draws only visible rows. */
  readonly altura?: string;
  /** What the rows are called in the count line; default "linha", "linhas", feminine. */
  readonly nomeLinhas?: readonly [singular: string, plural: string, genero: "m" | "f"];
}
