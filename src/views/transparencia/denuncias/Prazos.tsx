import { useMemo, useState } from "react";
import { formatPeriod } from "../../../core/format.ts";
import { celulaPublica } from "../../../core/publico/numero.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import type { ParteDeTransparenciaProps } from "../parte.ts";
import { Citacao, NORMA } from "../protecao/Citacao.tsx";
import { Prosa } from "../protecao/Prosa.tsx";
import { ALTURA_EM_PE, barrasEmPe, type Barra } from "./desenhos.ts";
import { celulaDaParte, entreCurto, fraseDoPrazo, rotuloDe, type PrazosDoPeriodo } from "./modelo.ts";
import { SOBRE_O_PRAZO } from "./textos.ts";

const COLUNAS_DO_GRAFICO: readonly TableColumn<Barra>[] = [
  { id: "periodo", titulo: "Período do registro", tipo: "data", valor: ({ chave }) => chave },
  { id: "parte", titulo: "Respondidas em até 15 dias, ao menos", unidade: "%", tipo: "numero", casas: 1, valor: ({ valor }) => valor },
];

interface PrazosProps extends ParteDeTransparenciaProps {
  readonly prazos: readonly PrazosDoPeriodo[];
}

/** Whether who complained had an answer in time, by the period of the complaint. */
export function Prazos({ prazos, publicacao, cabecalho, demonstracao, norma }: PrazosProps) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const barras = useMemo(
    () =>
      prazos.map(({ periodo, noPrazo }): Barra => {
        const texto = noPrazo === null || noPrazo === "oculto" ? {} : { texto: entreCurto(noPrazo) };
        return { chave: periodo, rotulo: formatPeriod(periodo), valor: celulaDaParte(noPrazo), ...texto };
      }),
    [prazos],
  );
  const options = useMemo(() => barrasEmPe(barras, "%"), [barras]);
  const colunas = useMemo((): TableColumn<PrazosDoPeriodo>[] => {
    const situacoes = [...new Set(prazos.flatMap(({ contagens }) => Object.keys(contagens)))];
    return [
      { id: "periodo", titulo: "Período do registro", tipo: "data", valor: ({ periodo }) => periodo },
      ...situacoes.map((id): TableColumn<PrazosDoPeriodo> => ({ id, titulo: rotuloDe(publicacao, "prazo", id), tipo: "numero", valor: ({ contagens }) => celulaPublica(contagens[id] ?? null) })),
      { id: "parte", titulo: "No prazo, ao menos", unidade: "% das devidas", tipo: "numero", casas: 1, valor: ({ noPrazo }) => celulaDaParte(noPrazo) },
      { id: "parte-ate", titulo: "No prazo, no máximo", unidade: "% das devidas", tipo: "numero", casas: 1, valor: ({ noPrazo }) => celulaDaParte(noPrazo, "ate") },
    ];
  }, [prazos, publicacao]);
  const titulo = "Respostas em até 15 dias";
  return (
    <section className="parte-secao" aria-label="Prazo da resposta">
      <ChartFrame
        titulo={titulo}
        subtitulo="De cada 100 denúncias que já deviam ter resposta, quantas tiveram no prazo, por período do registro"
        leitura={fraseDoPrazo(prazos)}
        linhas={barras}
        colunas={COLUNAS_DO_GRAFICO}
        chave={({ chave }) => chave}
        options={options}
        cabecalho={cabecalho(titulo, [], demonstracao)}
        arquivo="denuncias-resposta-no-prazo"
        altura={ALTURA_EM_PE}
        vazio="Nenhum período com prazo contado."
      />
      <Prosa textos={SOBRE_O_PRAZO} />
      <p>
        <Citacao norma={norma} id={NORMA.denuncias} artigo="art. 5º, § 5º" antes="A regra do prazo está na " depois=". " />
        <Citacao norma={norma} id={NORMA.resposta} artigo="art. 3º" antes="Ela vem da " depois="." />
      </p>
      <DataTable legenda="Denúncias por período do registro e situação da resposta" colunas={colunas} linhas={prazos} chave={({ periodo }) => periodo} ordem={ordem} onOrdem={setOrdem} vazio="Nenhum período com prazo contado." nomeLinhas={["período", "períodos", "m"]} />
      <TableCsvButton arquivo="denuncias-prazo" cabecalho={cabecalho("Situação da resposta às denúncias", [], demonstracao)} colunas={colunas} linhas={prazos} discreto />
    </section>
  );
}
