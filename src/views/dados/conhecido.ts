import type { Fonte, Indicador } from "../../core/indicador.ts";
import type { Territorio } from "../../core/territorio.ts";
import type { Mapping } from "../../data/layouts/mapping.ts";
import type { Escolha } from "./entrada.ts";

/** An official file the app can read, to choose by. */
export interface LayoutConhecido {
  readonly id: string;
  readonly titulo: string;
}

/** What a report is told against. */
export interface Conhecido {
  readonly catalogo: readonly Indicador[];
  readonly fontes: readonly Fonte[];
  readonly territorio: Pick<Territorio, "totalMunicipios" | "indice">;
  readonly layouts: readonly LayoutConhecido[];
  readonly mapeamentos: readonly Mapping[];
  readonly dataReferencia: string;
}

/** What can be done about a file from its report. */
export interface AcoesDoRelatorio {
  readonly onRetirar: () => void;
  readonly onVoltar: () => void;
  readonly onFechar: () => void;
  readonly onReler: (escolha: Escolha) => void;
  readonly onMapear: (mapeamento: Mapping) => void;
}
