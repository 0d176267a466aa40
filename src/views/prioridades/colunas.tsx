import { isValor } from "../../core/absence.ts";
import type { TableColumn } from "../../ui/table/props.ts";
import type { Medida } from "./medida.ts";
import type { Linha } from "./model.ts";

/** What the columns need to know of a measure: nothing that changes with the weights. */
export type MedidaDaColuna = Pick<Medida, "nomeCurto" | "unidade" | "casas" | "emPalavras">;

/** Columns of the ranking, which is also the table twin of the map. */
export function colunasDe(medida: MedidaDaColuna, eIndice: boolean): TableColumn<Linha>[] {
  return [
    { id: "nome", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome },
    {
      id: "posicao",
      titulo: "Posição",
      tipo: "numero",
      casas: 0,
      valor: ({ posicao, valor }) =>
        posicao === null ? { ausencia: isValor(valor) ? "sem-dado" : valor.ausencia } : { valor: posicao },
      render: ({ posicao }) => (posicao === null ? <SemPosicao /> : `${posicao}º`),
    },
    {
      id: "valor",
      titulo: medida.nomeCurto,
      ...(eIndice ? { unidade: "pontos" } : medida.unidade === "" ? {} : { unidade: medida.unidade }),
      tipo: "numero",
      casas: medida.casas,
      valor: ({ valor }) => valor,
      ...(medida.emPalavras ? { render: (linha: Linha) => linha.texto ?? <span className="ui-absence">sem dado</span> } : {}),
    },
    eIndice
      ? {
          id: "completude",
          titulo: "Dados",
          unidade: "%",
          tipo: "numero",
          casas: 0,
          valor: ({ completude }) => ({ valor: completude }),
        }
      : {
          id: "periodo",
          titulo: "Período",
          tipo: "data",
          valor: ({ periodo }) => periodo ?? { ausencia: "sem-dado" },
        },
    { id: "regiao", titulo: "Região", tipo: "texto", valor: ({ regiao }) => regiao },
    { id: "porte", titulo: "Porte", tipo: "texto", valor: ({ porte }) => porte },
  ];
}

function SemPosicao() {
  return (
    <span className="ui-absence">
      <span aria-hidden="true">–</span>
      <span className="ui-hidden">sem posição</span>
    </span>
  );
}

/** Columns of the CSV: the screen's, with the IBGE code and the indicator's text where it is coded. */
export function colunasCsv(medida: MedidaDaColuna, eIndice: boolean): TableColumn<Linha>[] {
  const codigo: TableColumn<Linha> = {
    id: "codigo",
    titulo: "Código IBGE",
    tipo: "texto",
    valor: (linha) => String(linha.codigo),
  };
  return [codigo, ...colunasDe(medida, eIndice)];
}
