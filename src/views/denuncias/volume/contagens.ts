import { CLASSES_A_PARTE, type ClasseAParte } from "../../../core/denuncia.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { GRUPO_DIMENSAO, GRUPO_LUGAR, type denunciasPorDimensao } from "../../../data/queries/denuncias-por-dimensao.ts";
import { CLASSE_CODIGO } from "../../../data/queries/denuncias-recorte.ts";
import type { RowOf } from "../../../data/queries/query.ts";

export type LinhaContada = RowOf<(typeof denunciasPorDimensao)["row"]>;

/** Distinct cases by each value of a dimension, leaving out the dimension's own filter. */
export interface Contagens {
  /** Cases that pass every filter. */
  readonly total: number;
  /** Of them, those with a step dated before the registration. */
  readonly comAviso: number;
  /** By `YYYY-MM`. */
  readonly mes: ReadonlyMap<string, number>;
  readonly canal: ReadonlyMap<string, number>;
  readonly tema: ReadonlyMap<string, number>;
  readonly situacao: ReadonlyMap<string, number>;
  /** By region code; null gathers the municipalities without one. */
  readonly regiao: ReadonlyMap<number | null, number>;
  /** By municipal code, leaving out the filters of municipality and region. */
  readonly municipio: ReadonlyMap<number, number>;
  /** Rows of the extract that the charts leave out, under the same filters. */
  readonly aParte: Readonly<Record<ClasseAParte, number>>;
}

/** Adds up the groups of the answer into one count for each chart. */
export function lerContagens(rows: readonly LinhaContada[], municipios: readonly Municipio[]): Contagens {
  const regiaoDe = new Map(municipios.map((m) => [m.codigo, m.regiaoImediata?.codigo ?? null]));
  const contagens = {
    total: 0,
    comAviso: 0,
    mes: new Map<string, number>(),
    canal: new Map<string, number>(),
    tema: new Map<string, number>(),
    situacao: new Map<string, number>(),
    regiao: new Map<number | null, number>(),
    municipio: new Map<number, number>(),
    aParte: Object.fromEntries(CLASSES_A_PARTE.map((classe) => [classe, 0])) as Record<ClasseAParte, number>,
  };
  for (const row of rows) {
    const { grupo, linhas } = row;
    const counts = (dimensao: keyof typeof GRUPO_DIMENSAO): boolean =>
      grupo === 0 || grupo === GRUPO_DIMENSAO[dimensao];
    if (row.mes !== null && counts("mes")) add(contagens.mes, monthText(row.mes), linhas);
    if (row.canal !== null && counts("canal")) add(contagens.canal, row.canal, linhas);
    if (row.tema !== null && counts("tema")) add(contagens.tema, row.tema, linhas);
    if (row.situacao !== null && counts("situacao")) add(contagens.situacao, row.situacao, linhas);
    if (row.municipio === null) continue;
    if (counts("regiao")) add(contagens.regiao, regiaoDe.get(row.municipio) ?? null, linhas);
    if (counts("municipio") || counts("regiao") || grupo === GRUPO_LUGAR) {
      add(contagens.municipio, row.municipio, linhas);
    }
    if (grupo === 0) {
      contagens.total += linhas;
      contagens.comAviso += row.com_aviso;
    }
    const classe = CLASSES_A_PARTE.find((c) => CLASSE_CODIGO[c] === grupo);
    if (classe !== undefined) contagens.aParte[classe] += linhas;
  }
  return contagens;
}

function add<K>(map: Map<K, number>, key: K, n: number): void {
  map.set(key, (map.get(key) ?? 0) + n);
}

function monthText(n: number): string {
  return `${String(Math.floor(n / 12)).padStart(4, "0")}-${String((n % 12) + 1).padStart(2, "0")}`;
}
