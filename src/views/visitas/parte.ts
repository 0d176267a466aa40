import type { CivilDate } from "../../core/civil-date.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Territorio } from "../../core/territorio.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import type { Destino } from "../../core/visitas/mover.ts";
import type { EntradaDoPlano, MatrizDeDistancias, PlanoDeVisitas } from "../../core/visitas/plano.ts";
import type { PlanClient } from "../../data/visitas/plan-client.ts";
import type { ProblemaDosAjustes } from "../../data/visitas/parse.ts";
import type { VisitasDoTerritorio } from "../../data/visitas/padrao.ts";
import type { Session } from "../../data/session/session.ts";
import type { MetodoEmVigor } from "../../ui/metodo/use-metodo.ts";
import type { Visitas } from "../../ui/metodo/use-visitas.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import type { Estado } from "./estado.ts";

/** A plan with what it was made of. */
export interface PlanoFeito {
  readonly plano: PlanoDeVisitas;
  /** What the plan was made from; it may not be what the page stands at now (`desatualizado`). */
  readonly entrada: EntradaDoPlano;
  /** Greedy of the same input; null for a plan opened from a file until it is planned again. */
  readonly gulosa: PlanoDeVisitas | null;
  /** Walk down the priority list, same input. */
  readonly ordemDaLista: PlanoDeVisitas | null;
  /** SHA-256 of the method (`methodHash`) and of the figures (`dataHash`) it was made with. */
  readonly metodo: string;
  readonly dados: string;
  /** An input whose limit holds for this plan too: its own, or the same without locks set since. */
  readonly limitadoPor: EntradaDoPlano;
  /** "editado": something was moved by hand since; "arquivo": opened from a `.mirante.json`. */
  readonly origem: "calculado" | "editado" | "arquivo";
}

/** Where the making of the plan stands. */
export interface Andamento {
  readonly estado: "esperando" | "andando" | "pronto" | "parado" | "falhou";
  /** Steps of the search made, and asked for; the parts are told 0 made while it goes on. */
  readonly feitas: number;
  readonly total: number;
  readonly erro: string | null;
}

/** What is known of the best plan possible, over all bases together. */
export interface LimiteEmTela {
  readonly estado: "parado" | "andando" | "pronto" | "falhou";
  /** Share done, 0–1; null where it cannot be known. */
  readonly progresso: number | null;
  /** No plan of these settings has a higher `objetivo`; null until something is proved. */
  readonly limite: number | null;
  /** (limite − objetivo) ÷ limite of the plan on screen, ≥ 0; null while unknown. */
  readonly distancia: number | null;
  /** False: cut off before the end; the limit is still true, only looser. */
  readonly completo: boolean;
  readonly erro: string | null;
  readonly calcular: () => void;
  readonly cancelar: () => void;
}

/** A change by hand of the plan on screen; each can be undone. */
export type Edicao =
  /** Moves, adds or takes out a municipality. */
  | { readonly tipo: "mover"; readonly codigo: number; readonly destino: Destino }
  /** Locks a planned municipality where it is (team and quarter). */
  | { readonly tipo: "travar"; readonly codigo: number }
  /** Locks a municipality in or out, wherever it fits: counts from the next planning on. */
  | { readonly tipo: "exigir-lugar"; readonly codigo: number; readonly lugar: "dentro" | "fora" }
  | { readonly tipo: "destravar"; readonly codigo: number }
  | { readonly tipo: "travar-viagem"; readonly viagem: string }
  | { readonly tipo: "destravar-viagem"; readonly viagem: string }
  /** Puts a plan read from a file on screen; the one before becomes `anterior`. */
  | { readonly tipo: "abrir"; readonly feito: PlanoFeito };

/**
 * What every part of the page gets; a part draws, `mudar` and `aplicar` decide. A
 * part is the default export of a file of its own, loaded when first shown.
 */
export interface ParteDeVisitasProps {
  readonly territorio: Territorio;
  readonly municipios: readonly Municipio[];
  /** Aligned with `municipios`. */
  readonly mesh: SvgMesh;
  /** Name by code; the code itself for one that is not in the list. */
  readonly nome: (codigo: number) => string;
  readonly emVigor: MetodoEmVigor;
  /** Settings in force (defaults + address). */
  readonly ajustes: Ajustes;
  /** The territory's own settings, and where they come from. */
  readonly doTerritorio: VisitasDoTerritorio;
  /** Puts other settings in force: the plan becomes stale, nothing is planned again. Returns what is wrong with them, and then nothing changes. */
  readonly mudarAjustes: (ajustes: Ajustes) => readonly ProblemaDosAjustes[];
  /** What a plan made now would be made of; null while visits are read or it cannot be made (the page says why). */
  readonly entrada: EntradaDoPlano | null;
  /** Plan on screen; null before the first one. Draw its `plano` with its own `entrada`. */
  readonly feito: PlanoFeito | null;
  /** The plan before the last replanning or opening, to compare with; null when there is none. */
  readonly anterior: PlanoFeito | null;
  readonly andamento: Andamento;
  readonly limite: LimiteEmTela;
  /** What changed since the plan was made, in words ("os pesos"); empty = the plan is of the input in force. */
  readonly desatualizado: readonly string[];
  /** Makes the change, away from the page; settles with why it cannot be made, a whole sentence, or null. Never rejects. */
  readonly aplicar: (edicao: Edicao) => Promise<string | null>;
  /** Plans again with the input in force (locks kept). */
  readonly planejar: () => void;
  readonly cancelar: () => void;
  /** Opens a worker for long sums besides the plan (prices of rules); close what you open. */
  readonly abrirCliente: () => PlanClient;
  /** Distances imported in this tab; null = estimated. A change makes the plan stale. */
  readonly matriz: MatrizDeDistancias | null;
  readonly usarMatriz: (matriz: MatrizDeDistancias | null) => void;
  readonly visitas: Visitas;
  readonly estado: Estado;
  readonly mudar: ViewProps<Estado>["mudar"];
  /** Header of every file the page exports; `titulo` is the page's, parts give their own. */
  readonly cabecalho: ExportHeader;
  /** The day counted as today. */
  readonly hoje: CivilDate;
  readonly session: Session;
  readonly topologyUrl: string;
  readonly lugaresUrl: string;
}
