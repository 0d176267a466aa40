import type { ExportHeader } from "../../../core/export-header.ts";
import { cabecalhoDe } from "../cabecalho.ts";
import type { ParteProps } from "../parte.ts";

/** Header of a file of a part: the sources and the method behind the index, whatever the map shows. */
export function cabecalhoDaParte(
  { contexto, modelo, emVigor, cabecalho, dataReferencia }: Pick<ParteProps, "contexto" | "modelo" | "emVigor" | "cabecalho" | "dataReferencia">,
  titulo: string,
  filtros: readonly string[],
): ExportHeader {
  return {
    ...cabecalhoDe({
      ...contexto,
      medida: { ...modelo.medida, arquivos: modelo.eIndice ? modelo.medida.arquivos : [] },
      eIndice: true,
      metodo: emVigor.metodo,
      hashDados: modelo.hashDados,
      filtros,
      dataReferencia,
    }),
    titulo,
    demonstracao: cabecalho.demonstracao,
  };
}
