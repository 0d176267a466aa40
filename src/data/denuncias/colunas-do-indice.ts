import { monthOf, type CivilDate } from "../../core/civil-date.ts";
import type { ColunaIndicador } from "../../core/indicador.ts";
import { indicadoresDoMetodo, type Metodo } from "../../core/metodo/method.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { ApoioPedido } from "./perguntas.ts";

/** Source of the figures counted from the complaints in use (`data/fontes.json`). */
const FONTE = "registro-de-denuncias";

/** What each indicator counted from the complaints takes from a municipality's cases. */
const CONTAGENS: Readonly<Record<string, (apoio: ApoioPedido) => number>> = {
  "denuncias-dificuldades": ({ dificuldades }) => dificuldades,
  "denuncias-manifestacoes-vencidas": ({ manifestacoesVencidas }) => manifestacoesVencidas,
};

/** What every file and page of such a method says. */
export const USO_INTERNO = "uso interno: o método conta denúncias por município, e publicar essas contagens pode expor quem denunciou";

/** True when a method weighs what the complaints found, and so cannot be computed without them. */
export function usaDenuncias(metodo: Metodo): boolean {
  return indicadoresDoMetodo(metodo).some(({ id }) => Object.hasOwn(CONTAGENS, id));
}

/**
 * Figures of the priority index that are counted from the complaints in use: numbers
 * of protocols, aligned with the municipalities. The register covers all of them, so
 * one without a case is a true zero.
 * @param hoje day the counts refer to; its month is the period of the figures
 */
export function colunasDasDenuncias(
  apoio: readonly ApoioPedido[],
  municipios: readonly Pick<Municipio, "codigo">[],
  hoje: CivilDate,
): ColunaIndicador[] {
  const porCodigo = new Map(apoio.map((pedido) => [pedido.municipio, pedido]));
  return Object.entries(CONTAGENS).map(([indicador, contar]) => ({
    indicador,
    periodo: monthOf(hoje),
    valores: municipios.map(({ codigo }) => {
      const pedido = porCodigo.get(codigo);
      return pedido === undefined ? 0 : contar(pedido);
    }),
    periodos: null,
    fonte: FONTE,
  }));
}
