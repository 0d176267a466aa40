import type { Indicador } from "../../core/indicador.ts";
import { indicadoresDoMetodo, type Metodo } from "../../core/metodo/method.ts";
import type { PreparedPriority } from "../../core/metodo/priority.ts";

/**
 * What the figures in use do to the method: an indicator that nobody has, or that
 * is the same everywhere, a sentence each. One without weight is left aside.
 */
export function avisosDosDados(preparada: PreparedPriority, metodo: Metodo, catalogo: readonly Indicador[]): string[] {
  const nomes = new Map(catalogo.map(({ id, nome }) => [id, nome]));
  const pesos = new Map(indicadoresDoMetodo(metodo).map(({ id, peso }) => [id, peso]));
  return preparada.indicadores.flatMap(({ metodo: { id }, presentes, constante }) => {
    if ((pesos.get(id) ?? 0) === 0) return [];
    const nome = nomes.get(id) ?? id;
    if (presentes === 0) {
      return [`Nenhum município tem número de “${nome}” nos dados em uso: ele não entra em nota alguma, e o seu peso conta como faltando. Carregue o dado ou dê peso zero ao indicador.`];
    }
    return constante && presentes > 1
      ? [`“${nome}” tem o mesmo número em todos os municípios: entra na nota, mas não separa ninguém. Confira o arquivo de origem.`]
      : [];
  });
}
