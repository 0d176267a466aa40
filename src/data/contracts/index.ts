import { ANDAMENTOS } from "./andamentos.ts";
import { APOIOS } from "./apoios.ts";
import type { Contract, ExtractId } from "./contract.ts";
import { DENUNCIAS } from "./denuncias.ts";
import { INDICADORES } from "./indicadores.ts";
import { MUNICIPIOS } from "./municipios.ts";
import { PLANOS } from "./planos.ts";
import { SERVICOS } from "./servicos.ts";

/** The contract of every extract the app can load. */
export const CONTRACTS: Readonly<Record<ExtractId, Contract>> = {
  municipios: MUNICIPIOS,
  indicadores: INDICADORES,
  denuncias: DENUNCIAS,
  andamentos: ANDAMENTOS,
  apoios: APOIOS,
  planos: PLANOS,
  servicos: SERVICOS,
};
