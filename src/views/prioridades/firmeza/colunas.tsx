import type { TableColumn } from "../../../ui/table/props.ts";
import { Intervalo } from "./Intervalo.tsx";
import { intervaloEmTexto, numero, palavraDe, porCento, type Faixa, type LinhaFirmeza } from "./linhas.ts";

/** Columns of the table on the screen. They change only with K and with how many positions there are. */
export function colunasDaFirmeza(k: number, posicoes: number): TableColumn<LinhaFirmeza>[] {
  const intervalo = (id: string, titulo: string, de: (linha: LinhaFirmeza) => Faixa | null): TableColumn<LinhaFirmeza> => ({
    id,
    titulo,
    tipo: "texto",
    valor: (linha) => {
      const faixa = de(linha);
      return faixa === null ? numero(linha, null) : intervaloEmTexto(faixa);
    },
    render: (linha) => {
      const faixa = de(linha);
      return faixa === null ? <Falta linha={linha} /> : <Intervalo faixa={faixa} posicoes={posicoes} k={k} />;
    },
  });
  return [
    { id: "nome", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome },
    {
      id: "posicao",
      titulo: "Posição",
      tipo: "numero",
      valor: ({ posicao }) => (posicao === null ? { ausencia: "dados-insuficientes" } : { valor: posicao }),
      render: ({ posicao }) => (posicao === null ? <span className="ui-absence">dados insuficientes</span> : `${posicao}º`),
    },
    {
      id: "palavra",
      titulo: "Escolha",
      tipo: "texto",
      valor: (linha) => (linha.tudo === null ? numero(linha, null) : palavraDe(linha.tudo)),
      render: (linha) => (linha.tudo === null ? <Falta linha={linha} /> : palavraDe(linha.tudo)),
    },
    {
      id: "chance",
      titulo: `Entre os ${k}`,
      unidade: "%",
      tipo: "numero",
      valor: (linha) => numero(linha, porCento(linha.tudo)),
      render: (linha) => porCento(linha.tudo) ?? <Falta linha={linha} />,
    },
    {
      id: "mediana",
      titulo: "Mediana",
      tipo: "numero",
      valor: (linha) => numero(linha, linha.tudo?.mediana),
      render: (linha) => (linha.tudo === null ? <Falta linha={linha} /> : `${linha.tudo.mediana}º`),
    },
    intervalo("intervalo", "Em 90 % dos sorteios", ({ tudo }) => tudo),
    intervalo("numeros", "Só o ruído", ({ numeros }) => numeros),
    intervalo("metodo", "Só o método", ({ metodo }) => metodo),
  ];
}

function Falta({ linha: { falta } }: { readonly linha: Pick<LinhaFirmeza, "falta"> }) {
  return (
    <span className="ui-absence">
      <span aria-hidden="true">{falta === "esperando" ? "…" : "–"}</span>
      <span className="ui-hidden">{falta === "esperando" ? "à espera dos sorteios" : "sem nota, fora dos sorteios"}</span>
    </span>
  );
}
