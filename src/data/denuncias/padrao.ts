import type { Prazo } from "../../core/denuncias/prazos.ts";
import type { Superintendencia } from "../../core/denuncias/passos.ts";
import type { TemaDenuncia } from "../contracts/denuncias.ts";
import { parseShape } from "../snapshot/parse.ts";
import { DenunciasSchema } from "./padrao-schema.ts";

/** A part of the state's office to which cases are distributed, with the themes it answers for. */
export interface SuperintendenciaDoTerritorio {
  readonly id: Superintendencia;
  /** "Superintendência de Serviços Socioassistenciais". */
  readonly nome: string;
  readonly temas: readonly TemaDenuncia[];
  /** Norm and article that say so; null where it is an assumption of ours. */
  readonly fonte: string | null;
}

/** `data/denuncias.json`: a territory's terms, offices and optional days. */
export interface DenunciasDoTerritorio {
  /** Id in the territory's norms of the one that sets the procedure; null where there is none, and then no term is shown. */
  readonly norma: string | null;
  readonly prazos: readonly Prazo[];
  readonly superintendencias: readonly SuperintendenciaDoTerritorio[];
  /** Names of the ombudsman's office and of the head office ("Ouvidoria Setorial", "Gabinete da SAAS"). */
  readonly ouvidoria: string;
  readonly gabinete: string;
  /** Optional days of the library that the offices keep ("Carnaval"), by its names. */
  readonly facultativos: readonly string[];
  /** Where each assumption comes from, in plain sentences. */
  readonly notas: readonly string[];
}

/** Reads `denuncias.json`. Throws a sentence naming the place of the first thing that does not fit. */
export function parseDenunciasDoTerritorio(valor: unknown): DenunciasDoTerritorio {
  return parseShape(DenunciasSchema, valor, "denuncias.json");
}

/**
 * A territory whose folder says nothing of complaints: no norm, so no term is
 * counted, and no office is named but in general words.
 */
export function denunciasSemArquivo(): DenunciasDoTerritorio {
  return {
    norma: null,
    prazos: [],
    superintendencias: [],
    ouvidoria: "Ouvidoria",
    gabinete: "Gabinete",
    facultativos: [],
    notas: ["Os dados deste território não dizem a norma das denúncias: nenhum prazo é contado."],
  };
}
