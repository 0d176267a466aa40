import type { DividaDoEstado, Plano, PlanoContado, ProblemaDoPlano } from "../../../core/planos/index.ts";
import type { Edicao } from "../../../ui/trabalho/EditarRegistro.tsx";
import type { TrabalhoEmUso } from "../../../ui/trabalho/use-trabalho.ts";
import type { ParteDeCoberturaProps } from "../parte.ts";
import type { EstadoDosPlanos } from "./estado-da-parte.ts";
import type { DeLado, DividasDoApoio } from "./use-dividas.ts";
import type { PlanosEmUso } from "./use-planos.ts";

/** What the pieces of the part share. */
export interface ContextoDosPlanos extends ParteDeCoberturaProps {
  readonly filtro: EstadoDosPlanos;
  readonly filtrar: (mudanca: Partial<EstadoDosPlanos>) => void;
  /** Opens a municipality chosen in a list, or goes back to all; the focus goes along. */
  readonly abrir: (municipio: number | null) => void;
  /** The municipality shown was chosen in a list. */
  readonly focar: boolean;
  readonly trabalho: TrabalhoEmUso;
  /** Every plan in use. */
  readonly todos: readonly PlanoContado[];
  /** Those of the municipalities inside the page's filters. */
  readonly daqui: readonly PlanoContado[];
  /** Those that the part's filters let through too. */
  readonly planos: readonly PlanoContado[];
  readonly problemas: readonly ProblemaDoPlano[];
  /** The plans shown are of the demonstration. */
  readonly deDemonstracao: boolean;
  readonly escolha: PlanosEmUso["escolha"];
  /** What the state owes, by municipality. */
  readonly dividas: readonly DividaDoEstado[];
  readonly doApoio: DividasDoApoio;
  readonly deLado: DeLado;
  /** Anything of what the state owes is of the demonstration. */
  readonly dividasDeDemonstracao: boolean;
  readonly onNovo: (edicao: Edicao) => void;
  /** @param id of a record of the user's work */
  readonly onEditar: (id: string) => void;
  readonly onConcluir: (id: string) => void;
  /** Takes a plan of the extract into the user's work; null where it is invented, and nobody's. */
  readonly onContinuar: ((plano: Plano) => void) | null;
}
