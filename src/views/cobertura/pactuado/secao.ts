import type { CoberturaDoPacto, PeriodoDoPacto } from "../../../core/pacto/index.ts";
import type { Perguntas } from "../../../data/apoio/perguntas.ts";
import type { ParteDeCoberturaProps } from "../parte.ts";
import type { Coberturas, LinhaDaMatriz } from "./matriz.ts";
import type { PeriodosDoPactuado } from "./periodos.ts";

/** The sections in order: where each is on the page, and its name in the list on top. */
export const SECOES = {
  "sem-nada": { id: "pactuado-sem-nada", nome: "Sem nada realizado" },
  matriz: { id: "pactuado-matriz", nome: "Linhas do plano" },
  municipios: { id: "pactuado-municipios", nome: "Municípios" },
  estrategias: { id: "pactuado-estrategias", nome: "Estratégias e eixos" },
  tempo: { id: "pactuado-tempo", nome: "No tempo" },
  demanda: { id: "pactuado-demanda", nome: "Pedidos dos municípios" },
  "sem-linha": { id: "pactuado-sem-linha", nome: "Fora do plano" },
} as const;

/** What a section of the part draws from: one answer, and what was asked for it. */
export interface DadosDoPactuado {
  readonly coberturas: Coberturas;
  readonly fatias: readonly CoberturaDoPacto[];
  readonly semLinha: Perguntas["pactuado"]["responde"]["semLinha"];
  /** How many such themes there are, given or not. */
  readonly quantosSemLinha: number;
  readonly periodos: PeriodosDoPactuado;
  /** First and last day of the record; null when no row has one. */
  readonly registro: PeriodoDoPacto | null;
  readonly meses: number;
  /** "nos 12 meses até 22/11/2026". */
  readonly quando: string;
  readonly isFiltrado: boolean;
  /** Positions inside the filter; null = all. */
  readonly dentro: ReadonlySet<number> | null;
  readonly linhas: readonly LinhaDaMatriz[];
  readonly tudo: LinhaDaMatriz;
  /** By position, 1 = in the most-in-need third; null where no index gives scores. */
  readonly necessitados: Uint8Array | null;
  /** Where the third comes from, in a sentence. */
  readonly terco: string;
}

/** What is drawn of one section. */
export interface SecaoProps {
  readonly parte: ParteDeCoberturaProps;
  readonly dados: DadosDoPactuado;
}

/** What a section takes that nothing the reader chooses in the part changes. */
export interface SecaoFixaProps {
  readonly parte: Pick<ParteDeCoberturaProps, "pacto" | "norma" | "municipios" | "apoio" | "dentro" | "periodo" | "cabecalho" | "hoje" | "demonstracao">;
  readonly dados: DadosDoPactuado;
}
