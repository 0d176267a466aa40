import { mesPorExtenso } from "../../../core/alerta/frase.ts";
import type { MetodoDeAlerta } from "../../../core/alerta/metodos.ts";
import type { CivilDate, CivilMonth } from "../../../core/civil-date.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { formatDate } from "../../../core/format.ts";
import type { Estado } from "../estado.ts";
import { filtrosEmPalavras, type NomesDoFiltro } from "../filtros/filtro.ts";
import { estadoDasSeries } from "./pedido.ts";
import { METODO } from "./rotulos-dos-metodos.ts";

interface DoCabecalho {
  readonly estado: Estado;
  readonly nomes: NomesDoFiltro;
  readonly hoje: CivilDate;
  readonly mes: CivilMonth;
  readonly metodo: MetodoDeAlerta;
}

/**
 * Head of this part's exports: of the page's filters only those that the series take,
 * with the month, the method and that it is for internal use.
 * @param daPagina the page's own head, which begins its filters with all of those in force
 */
export function cabecalhoDosAlertas(daPagina: ExportHeader, { estado, nomes, hoje, mes, metodo }: DoCabecalho): ExportHeader {
  const regras = daPagina.filtros.slice(filtrosEmPalavras(estado, nomes).length);
  return {
    ...daPagina,
    filtros: [
      ...filtrosEmPalavras(estadoDasSeries(estado), nomes),
      `mês testado: ${mesPorExtenso(mes)}, visto em ${formatDate(hoje)}`,
      `método: ${METODO[metodo].nome} (${METODO[metodo].fonte})`,
      "uso interno: números pequenos de denúncias não são publicados",
      ...regras,
    ],
  };
}
