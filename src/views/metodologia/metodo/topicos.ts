import type { Indicador } from "../../../core/indicador.ts";
import type { Metodo } from "../../../core/metodo/method.ts";
import { topicosDoCiclo } from "./ciclo.ts";
import { topicosDaFirmeza } from "./firmeza.ts";
import { topicosDoMapa } from "./mapas.ts";
import { topicosDaNota } from "./nota.ts";
import { topicosDosNumerosPequenos } from "./pequenos.ts";
import type { Topico } from "./topico.ts";
import { topicosDasVisitas } from "./visitas.ts";

/**
 * Every rule of the method, in the order a reader meets them, with the method's own numbers.
 * @param capacidade id of the dimension that tells the installed capacity; null where none does
 */
export function topicosDoMetodo(metodo: Metodo, catalogo: readonly Indicador[], capacidade: string | null): readonly Topico[] {
  const nomes = new Map(catalogo.map(({ id, nome }) => [id, nome]));
  return [
    ...topicosDaNota(metodo),
    ...topicosDosNumerosPequenos(metodo, (id) => nomes.get(id) ?? id),
    ...topicosDaFirmeza(metodo),
    ...topicosDoMapa(metodo, metodo.dimensoes.find(({ id }) => id === capacidade)?.nome ?? null),
    ...topicosDoCiclo(metodo),
    ...topicosDasVisitas(),
  ];
}
