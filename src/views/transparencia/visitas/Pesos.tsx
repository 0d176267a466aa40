import { useMemo, useState } from "react";
import { formatPercent } from "../../../core/format.ts";
import { POLARIDADE_MARCA, POLARIDADE_ROTULO } from "../../../core/indicador.ts";
import type { IndicadorPublicado } from "../../../core/publico/visitas.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import { alturaDasBarras, barrasDeitadas, type Barra } from "../denuncias/desenhos.ts";
import { leituraDosPesos } from "./frases.ts";
import type { ComVisitas } from "./props.ts";

interface LinhaDoPeso extends IndicadorPublicado {
  readonly dimensao: string;
}

const COLUNAS: readonly TableColumn<LinhaDoPeso>[] = [
  { id: "nome", titulo: "Número usado", tipo: "texto", valor: ({ nome }) => nome },
  { id: "pergunta", titulo: "O que ele pergunta", tipo: "texto", valor: ({ pergunta }) => pergunta, largura: "18rem" },
  { id: "parte", titulo: "Parte da nota", unidade: "%", tipo: "numero", casas: 1, valor: ({ parte }) => ({ valor: parte }) },
  {
    id: "sentido",
    titulo: "Sentido",
    tipo: "texto",
    valor: ({ polaridade }) => POLARIDADE_ROTULO[polaridade],
    render: ({ polaridade }) => `${POLARIDADE_MARCA[polaridade]} ${POLARIDADE_ROTULO[polaridade]}`,
  },
  { id: "dimensao", titulo: "Assunto", tipo: "texto", valor: ({ dimensao }) => dimensao },
  { id: "fonte", titulo: "Fonte", tipo: "texto", valor: ({ fonte }) => fonte, largura: "16rem" },
];

const COLUNAS_DAS_BARRAS: readonly TableColumn<Barra>[] = [
  { id: "rotulo", titulo: "Assunto", tipo: "texto", valor: ({ rotulo }) => rotulo },
  { id: "valor", titulo: "Parte da nota", unidade: "%", tipo: "numero", casas: 1, valor: ({ valor }) => valor },
];

/** What weighs in the score: by subject, then figure by figure with its source. */
export function Pesos({ visitas, cabecalho }: ComVisitas) {
  const { dimensoes, nome } = visitas.metodo;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const barras = useMemo(
    () => dimensoes.map(({ id, nome: rotulo, parte }): Barra => ({ chave: id, rotulo, valor: { valor: parte }, texto: formatPercent(parte, 0) })),
    [dimensoes],
  );
  const options = useMemo(() => barrasDeitadas(barras), [barras]);
  const linhas = useMemo(() => dimensoes.flatMap(({ nome: dimensao, indicadores }) => indicadores.map((indicador): LinhaDoPeso => ({ ...indicador, dimensao }))), [dimensoes]);
  const titulo = "O que pesa na nota";
  return (
    <section className="parte-secao" aria-label={titulo}>
      <ChartFrame
        titulo={titulo}
        subtitulo={`Parte de cada assunto na nota, em %. Método “${nome}”`}
        leitura={leituraDosPesos(visitas)}
        linhas={barras}
        colunas={COLUNAS_DAS_BARRAS}
        chave={chaveDaBarra}
        options={options}
        cabecalho={cabecalho(titulo, [], false)}
        arquivo="visitas-pesos-por-assunto"
        altura={alturaDasBarras(barras.length)}
        vazio="O método não tem assuntos."
      />
      <h3>Cada número, com o seu peso e a sua fonte</h3>
      <DataTable
        legenda="Números usados na nota, com peso, sentido e fonte"
        colunas={COLUNAS}
        linhas={linhas}
        chave={({ id }) => id}
        ordem={ordem}
        onOrdem={setOrdem}
        vazio="O método não usa números."
        nomeLinhas={["número", "números", "m"]}
      />
      <TableCsvButton arquivo="visitas-pesos" cabecalho={cabecalho("Números usados na nota", [], false)} colunas={COLUNAS} linhas={linhas} discreto />
    </section>
  );
}

function chaveDaBarra({ chave }: Barra): string {
  return chave;
}
