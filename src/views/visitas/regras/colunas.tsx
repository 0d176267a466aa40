import type { ReactNode } from "react";
import { formatNumber, formatPercent } from "../../../core/format.ts";
import type { Celula } from "../../../core/absence.ts";
import type { PrecoDaRegra, Regra } from "../../../core/visitas/preco.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { SemValor } from "../colunas.tsx";
import type { EstadoDoPreco } from "./calculadora.ts";

/** A rule with what is known of its price. */
export interface LinhaDaRegra {
  readonly chave: string;
  readonly regra: Regra;
  readonly rotulo: string;
  readonly preco: EstadoDoPreco | null;
  /** What the price says; empty while it is not known. */
  readonly frase: string;
}

type Coluna = TableColumn<LinhaDaRegra>;

/** Rules and means, with what the plan would gain without the one or with the other. */
export function colunasDasRegras(calcular: (regra: Regra) => void): readonly Coluna[] {
  return [
    { id: "regra", titulo: "Regra ou meio", tipo: "texto", valor: ({ rotulo }) => rotulo },
    { ...figura("pontos", "Preço", 1, ({ pontos }) => pontos), unidade: "pontos", render: (linha) => <Preco linha={linha} calcular={calcular} /> },
    { ...figura("valor", "Prioridade coberta", 1, ({ valor }) => valor), unidade: "pontos" },
    figura("visitas", "Visitas", 0, ({ visitas }) => visitas),
    { ...figura("km", "Estrada", 0, ({ km }) => km), unidade: "km" },
    figura("dias", "Dias de campo", 0, ({ dias }) => dias),
    { id: "frase", titulo: "Em palavras", tipo: "texto", valor: ({ preco, frase }) => (frase === "" ? estadoEmPalavras(preco) : frase), largura: "28rem" },
  ];
}

/** What stands where a price is not known. */
export function estadoEmPalavras(preco: EstadoDoPreco | null): string {
  switch (preco?.estado) {
    case undefined:
      return "não calculado";
    case "na-fila":
      return "na fila";
    case "andando":
      return preco.total === 0 ? "calculando" : `calculando (${formatPercent((100 * preco.feitas) / preco.total, 0)})`;
    case "falhou":
      return `não pôde ser calculado (${preco.detalhe}); tente de novo`;
    case "pronto":
      return "";
  }
}

function figura(id: string, titulo: string, casas: number, de: (preco: PrecoDaRegra) => number): Coluna {
  const valor = ({ preco }: LinhaDaRegra): Celula => (preco?.estado === "pronto" ? { valor: de(preco.preco) } : { ausencia: "dados-insuficientes" });
  return {
    id,
    titulo,
    tipo: "numero",
    casas,
    valor,
    render: ({ preco }): ReactNode => (preco?.estado === "pronto" ? comSinal(de(preco.preco), casas) : <SemValor texto="não calculado" />),
  };
}

/** "+3,2", "−12", "0". */
function comSinal(valor: number, casas: number): string {
  const texto = formatNumber(valor, casas);
  return valor > 0 && Number(valor.toFixed(casas)) !== 0 ? `+${texto}` : texto;
}

function Preco({ linha, calcular }: { readonly linha: LinhaDaRegra; readonly calcular: (regra: Regra) => void }): ReactNode {
  const { preco, regra, rotulo } = linha;
  if (preco?.estado === "pronto") return formatNumber(preco.preco.pontos, 1);
  if (preco !== null && preco.estado !== "falhou") return <span className="ui-absence">{estadoEmPalavras(preco)}</span>;
  return (
    <button
      type="button"
      className="ui-button ui-button-quiet ui-no-print"
      onClick={() => {
        calcular(regra);
      }}
    >
      Calcular<span className="ui-hidden"> o preço de: {rotulo}</span>
    </button>
  );
}
