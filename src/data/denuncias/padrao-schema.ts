import * as v from "valibot";
import { DESFECHOS, PASSOS, SUPERINTENDENCIAS } from "../../core/denuncias/passos.ts";
import { RESPONSAVEIS, type Unidade } from "../../core/denuncias/prazos.ts";
import { TEMA_DENUNCIA_ROTULO, type TemaDenuncia } from "../contracts/denuncias.ts";

const texto = v.pipe(v.string(), v.nonEmpty());
const UNIDADES: readonly Unidade[] = ["corridos", "uteis", "silente"];
const TEMAS = Object.keys(TEMA_DENUNCIA_ROTULO) as TemaDenuncia[];

const distintos = <T>(valores: readonly T[]): boolean => new Set(valores).size === valores.length;

/** Shape of `denuncias.json`, without what binds it to the territory's norms. */
export const DenunciasSchema = v.strictObject({
  norma: v.nullable(texto),
  prazos: v.pipe(
    v.array(
      v.strictObject({
        id: v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)),
        nome: texto,
        n: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(366)),
        unidade: v.picklist(UNIDADES),
        desde: v.picklist(PASSOS),
        desfecho: v.nullable(v.picklist(DESFECHOS)),
        cumpre: v.picklist(PASSOS),
        encerra: v.array(v.picklist(PASSOS)),
        responsavel: v.picklist(RESPONSAVEIS),
        norma: texto,
        artigo: texto,
      }),
    ),
    v.maxLength(30),
    v.check((prazos) => distintos(prazos.map(({ id }) => id)), "each term has an id of its own"),
    v.check((prazos) => prazos.every(({ desde, desfecho }) => desfecho === null || desde === "desfecho"), "only a term that starts at the desfecho names one"),
  ),
  superintendencias: v.pipe(
    v.array(v.strictObject({ id: v.picklist(SUPERINTENDENCIAS), nome: texto, temas: v.array(v.picklist(TEMAS)), fonte: v.nullable(texto) })),
    v.check((lista) => distintos(lista.map(({ id }) => id)), "each office comes once"),
    v.check((lista) => distintos(lista.flatMap(({ temas }) => temas)), "a theme is of one office"),
  ),
  ouvidoria: texto,
  gabinete: texto,
  facultativos: v.array(texto),
  notas: v.array(texto),
});
