import { useState } from "react";
import { count } from "../../../core/format.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import type { Contexto } from "./contexto.ts";
import { COLUNAS_POR_SERVICO, COLUNAS_POR_SERVICO_EM_CEM, type LinhaPorServico } from "./por-servico.ts";
import { anoEmPalavras } from "./recorte.ts";

export interface LinhasProps {
  readonly contexto: Contexto;
  readonly linhas: readonly LinhaPorServico[];
}

/** Every service in the year shown; choosing one opens what sets municipalities side by side. */
export function PorServico({ contexto, linhas }: LinhasProps) {
  const { recorte, mudar, cabecalho, extrato } = contexto;
  const { ano, anoDeHoje, cem, servico } = recorte;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  if (ano === null) return null;
  const titulo = `O que cada serviço fez em ${anoEmPalavras(ano, anoDeHoje)}`;
  const colunas = cem ? COLUNAS_POR_SERVICO_EM_CEM : COLUNAS_POR_SERVICO;
  const duvidas = linhas.reduce((soma, { agregado }) => soma + agregado.tempoMedio.emDuvida + agregado.satisfacaoEmDuvida, 0);
  return (
    <section className="cobertura-servicos-secao" aria-labelledby="servicos-por-servico">
      <div className="ui-row">
        <h2 id="servicos-por-servico">{titulo}</h2>
        {extrato.demonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-small ui-muted ui-reading">
        {servico === null ? "Escolha um serviço para comparar municípios. " : ""}O tempo médio é o de todas as solicitações concluídas: a média de cada município com o peso
        das suas concluídas. A mediana não se soma: sem o tempo de cada solicitação, só se sabe entre que valores está.{" "}
        {cem
          ? "Satisfação posta de 0 a 100: (nota − menor nota) ÷ (maior nota − menor nota) × 100. Isso põe as pesquisas na mesma régua; não torna iguais as perguntas."
          : "Notas de escalas diferentes não se juntam: cada escala tem a sua média, com o peso das respostas."}
        {duvidas === 0 ? "" : ` ${count(duvidas, "número em dúvida ficou", "números em dúvida ficaram")} fora das médias (veja “O que conferir”).`}
      </p>
      <DataTable
        legenda={`${titulo}: solicitações, tempo e satisfação`}
        colunas={colunas}
        linhas={linhas}
        chave={chaveDaLinha}
        ordem={ordem}
        onOrdem={setOrdem}
        selecionada={servico?.chave ?? null}
        onSelecionar={({ servico: { chave } }) => {
          mudar({ servico: chave === servico?.chave ? "" : chave });
        }}
        vazio="Nenhum serviço nos dados carregados."
        nomeLinhas={["serviço", "serviços", "m"]}
      />
      <div>
        <TableCsvButton arquivo={`servicos-${ano}`} cabecalho={cabecalho(titulo)} colunas={colunas} linhas={linhas} discreto />
      </div>
    </section>
  );
}

function chaveDaLinha({ servico }: LinhaPorServico): string {
  return servico.chave;
}
