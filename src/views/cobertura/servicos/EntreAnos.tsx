import { useMemo } from "react";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import {
  ALTURA_DOS_ANOS,
  colunasDeMudanca,
  COLUNAS_DOS_ANOS,
  desenhoDosAnos,
  leituraDosAnos,
  linhasDeMudanca,
  linhasDosAnos,
  type LinhaDeMudanca,
  type LinhaDoAno,
} from "./entre-anos.ts";
import type { LinhasProps } from "./PorServico.tsx";
import { anoEmPalavras } from "./recorte.ts";

/** The services in two years, over the municipalities that tell of both; of a chosen service, every year. */
export function EntreAnos({ contexto, linhas }: LinhasProps) {
  const { recorte, cabecalho, extrato } = contexto;
  const { ano, contra, anoDeHoje, servico } = recorte;
  const dasLinhas = useMemo(() => linhasDeMudanca(servico === null ? linhas : linhas.filter((linha) => linha.servico.chave === servico.chave)), [linhas, servico]);
  const [antes, depois] = [contra === null ? "" : anoEmPalavras(contra, anoDeHoje), ano === null ? "" : anoEmPalavras(ano, anoDeHoje)];
  const colunas = useMemo(() => colunasDeMudanca(antes, depois), [antes, depois]);
  if (ano === null) return null;
  const titulo = `De ${antes} a ${depois}: o que mudou`;
  return (
    <section className="cobertura-servicos-secao" aria-labelledby="servicos-entre-anos">
      <div className="ui-row">
        <h2 id="servicos-entre-anos">{contra === null ? "Entre anos" : titulo}</h2>
        {extrato.demonstracao ? <DemoMark /> : null}
      </div>
      {contra === null ? (
        <p>Os dados têm um ano só: não há com que comparar.</p>
      ) : (
        <>
          <p className="ui-small ui-muted ui-reading">
            Só entram municípios que informaram o número nos dois anos: a diferença não vem de quem entrou ou saiu. No tempo médio, cada ano tem o peso das suas concluídas; por isso
            ele também muda quando muda quem conclui mais. Quem trocou de escala não entra na satisfação.
          </p>
          <DataTable
            legenda={`Cada medida em ${antes} e em ${depois}, e a diferença`}
            colunas={colunas}
            linhas={dasLinhas}
            chave={chaveDaMudanca}
            ordem={null}
            onOrdem={semOrdem}
            vazio="Nenhum serviço com dados nos dois anos."
            altura="32rem"
          />
          <div>
            <TableCsvButton arquivo={`servicos-${contra}-${ano}`} cabecalho={cabecalho(titulo)} colunas={colunas} linhas={dasLinhas} discreto />
          </div>
        </>
      )}
      {servico === null ? null : <AnoAAno contexto={contexto} linhas={linhas} />}
    </section>
  );
}

function AnoAAno({ contexto }: LinhasProps) {
  const { recorte, cabecalho } = contexto;
  const { servico, anoDeHoje } = recorte;
  const linhas = useMemo(() => linhasDosAnos(recorte), [recorte]);
  const options = useMemo(() => desenhoDosAnos(linhas, anoDeHoje), [linhas, anoDeHoje]);
  const titulo = `${servico?.nome ?? ""}: tempo médio ano a ano`;
  return (
    <ChartFrame
      titulo={titulo}
      subtitulo="Dias, em média, de todas as solicitações concluídas de quem informou; quem informa muda de um ano a outro"
      leitura={leituraDosAnos(linhas, anoDeHoje)}
      linhas={linhas}
      colunas={COLUNAS_DOS_ANOS}
      chave={anoDe}
      options={options}
      cabecalho={cabecalho(titulo)}
      arquivo={`servicos-${servico?.chave ?? ""}-anos`}
      altura={ALTURA_DOS_ANOS}
      vazio="Nenhum ano nos dados."
    />
  );
}

function chaveDaMudanca({ chave }: LinhaDeMudanca): string {
  return chave;
}

function anoDe({ ano }: LinhaDoAno): number {
  return ano;
}

/** The rows stay in the order of the services. */
function semOrdem(): void {
  return;
}
