import { formatDate } from "../../core/format.ts";
import type { Achado } from "../../core/qualidade/achado.ts";
import { marcaDe, mudouDesde, SITUACAO_ROTULO, type Marcas } from "../../core/qualidade/acompanhamento.ts";

/** "pedido ao município em 31/10/2026"; says so when the figure changed since; empty without a mark. */
export function marcaEmPalavras(achado: Achado, marcas: Marcas): string {
  const marca = marcaDe(marcas, achado);
  if (marca === null) return "";
  const texto = `${SITUACAO_ROTULO[marca.situacao]} em ${formatDate(marca.data)}`;
  return mudouDesde(marca, achado) ? `${texto}; o valor mudou desde então` : texto;
}
