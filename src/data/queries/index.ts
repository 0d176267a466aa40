import * as andamentosColunas from "./andamentos-colunas.ts";
import * as apoioColunas from "./apoio-colunas.ts";
import * as coberturaDoMunicipio from "./cobertura-do-municipio.ts";
import * as coberturaPorGrupo from "./cobertura-por-grupo.ts";
import * as coberturaPorMes from "./cobertura-por-mes.ts";
import * as coberturaPorMunicipio from "./cobertura-por-municipio.ts";
import * as denunciasComoContar from "./denuncias-como-contar.ts";
import * as denunciasLinhas from "./denuncias-linhas.ts";
import * as denunciasPorDimensao from "./denuncias-por-dimensao.ts";
import * as dossieColunas from "./dossie-colunas.ts";
import * as extratosLinhas from "./extratos-linhas.ts";
import * as extratosMunicipios from "./extratos-municipios.ts";
import * as extratosResumo from "./extratos-resumo.ts";
import * as planosAcoes from "./planos-acoes.ts";
import * as prioridadesColunas from "./prioridades-colunas.ts";
import * as prioridadesColunasAte from "./prioridades-colunas-ate.ts";
import * as prioridadesSerie from "./prioridades-serie.ts";
import * as prioridadesVisitas from "./prioridades-visitas.ts";
import * as qualidadeValores from "./qualidade-valores.ts";
import type { Query, RowContract } from "./query.ts";
import * as servicosLinhas from "./servicos-linhas.ts";
import * as visitasRealizadas from "./visitas-realizadas.ts";

/** A question of any parameters and any answer. */
export type AnyQuery = Query<never, RowContract>;

/** Every question the app can ask. A new file of this folder is listed here; a test counts them. */
export const QUERIES: readonly AnyQuery[] = [
  andamentosColunas,
  apoioColunas,
  coberturaDoMunicipio,
  coberturaPorGrupo,
  coberturaPorMes,
  coberturaPorMunicipio,
  denunciasComoContar,
  denunciasLinhas,
  denunciasPorDimensao,
  dossieColunas,
  extratosLinhas,
  extratosMunicipios,
  extratosResumo,
  planosAcoes,
  prioridadesColunas,
  prioridadesColunasAte,
  prioridadesSerie,
  prioridadesVisitas,
  qualidadeValores,
  servicosLinhas,
  visitasRealizadas,
].flatMap((file) => queriesIn(file));

/** The queries among a module's exports, alone or in a record of queries. */
export function queriesIn(exports: Readonly<Record<string, unknown>>): AnyQuery[] {
  return Object.values(exports).flatMap((value) => {
    if (isQuery(value)) return [value];
    if (typeof value !== "object" || value === null) return [];
    return Object.values(value).filter(isQuery);
  });
}

function isQuery(value: unknown): value is AnyQuery {
  return (
    typeof value === "object" && value !== null && "name" in value && "sql" in value && "params" in value && "row" in value
  );
}
