import type { ExportHeader } from "../export-header.ts";
import { formatPeriod } from "../format.ts";
import type { Dossie } from "./dossie.ts";
import type { EntradaDosDossies } from "./entrada.ts";
import { crasDe, creasDe } from "./unidades.ts";

/** What is printed with the map of a dossier where it leaves the page as an image: sources with their periods, place, day. */
export function cabecalhoDoMapa(entrada: EntradaDosDossies, { nome, codigo }: Pick<Dossie, "nome" | "codigo">): ExportHeader {
  const unidades = entrada.municipios.flatMap((_, m) => [crasDe(entrada, m), creasDe(entrada, m)]);
  const fontes = new Set(unidades.flatMap((uma) => (uma === null ? [] : [`${uma.fonte} (${formatPeriod(uma.periodo)})`])));
  return {
    titulo: `CRAS e CREAS em ${nome} e em volta`,
    fontes: fontes.size === 0 ? ["nenhuma traz CRAS e CREAS"] : [...fontes],
    filtros: [`município ${nome} (${codigo})`],
    dataReferencia: entrada.dataReferencia,
    demonstracao: entrada.demonstracao.indicadores,
  };
}
