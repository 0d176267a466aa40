import { useDeferredValue, useMemo, useState } from "react";
import type { CivilDate } from "../../../core/civil-date.ts";
import { capitalize, count, formatDate } from "../../../core/format.ts";
import type { ItemDaAgenda, Perguntas } from "../../../data/denuncias/perguntas.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { usePergunta } from "../../../ui/denuncias/use-pergunta.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { Chip } from "../../../ui/filters/Chip.tsx";
import { Answered } from "../../../ui/keeper/Answered.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { Loading } from "../../../ui/states/Loading.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { regraEmPalavras } from "../rotulos.ts";
import {
  ALTURA_DA_AGENDA,
  COLUNAS_DO_DIA,
  diaDaSemanaEmPalavras,
  leituraDaAgenda,
  linhasPorDia,
  linhasPorUnidade,
  vencimentosPorDia,
  type LinhaDaUnidade,
  type LinhaDoDia,
} from "./agenda.ts";
import { BaixarIcs } from "./BaixarIcs.tsx";
import { colunasDaAgenda, colunasDaTela, colunasDaUnidade, unidadeDoItem } from "./colunas.tsx";
import "./agenda.css";

const DIAS = 30;

/** What falls due in the next 30 days: by day, by step and unit, and one by one. */
export default function Agenda(props: ParteDeDenunciasProps) {
  const { relogio, filtro } = props;
  const pede = useMemo<Perguntas["agenda"]["pede"]>(() => ({ filtro, dias: DIAS }), [filtro]);
  const pergunta = usePergunta(relogio, "agenda", pede);
  return (
    <Answered pergunta={pergunta} rotulo="montando a agenda" altura="40rem">
      {(itens) => <Itens {...props} itens={itens} />}
    </Answered>
  );
}

interface ItensProps extends ParteDeDenunciasProps {
  readonly itens: readonly ItemDaAgenda[];
}

function Itens(props: ItensProps) {
  const { itens, hoje, ajustes, nome, norma, doTerritorio, cabecalho, demonstracao, filtrar } = props;
  const { regra } = ajustes;
  const [dia, setDia] = useState<CivilDate | null>(null);
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const [ordemDasUnidades, setOrdemDasUnidades] = useState<TableOrder | null>(null);
  const contexto = useMemo(() => ({ nome, norma, doTerritorio, regra }), [nome, norma, doTerritorio, regra]);
  const dias = useMemo(() => linhasPorDia(itens, hoje, DIAS + 1), [itens, hoje]);
  const unidades = useMemo(() => linhasPorUnidade(itens, (item) => unidadeDoItem(item, contexto)), [itens, contexto]);
  const colunas = useMemo(() => colunasDaAgenda(contexto), [contexto]);
  const daTela = useMemo(() => colunasDaTela(colunas), [colunas]);
  const colunasDasUnidades = useMemo(() => colunasDaUnidade(doTerritorio), [doTerritorio]);
  const options = useMemo(() => vencimentosPorDia(dias, dia), [dias, dia]);
  const doDia = useMemo(() => (dia === null ? itens : itens.filter(({ vence }) => vence === dia)), [itens, dia]);
  // Thousands of rows are measured in a turn of their own, after what stands above them is drawn.
  const naLista = useDeferredValue<readonly ItemDaAgenda[] | null>(doDia, null);
  return (
    <div className="denuncias-agenda">
      <ChartFrame
        titulo="O que vence em cada dia?"
        subtitulo={`Prazos que vencem de hoje (${formatDate(hoje)}) até ${DIAS} dias adiante; ${regraEmPalavras(regra)}`}
        leitura={leituraDaAgenda(dias)}
        linhas={dias}
        colunas={COLUNAS_DO_DIA}
        chave={diaDe}
        options={options}
        cabecalho={cabecalho("Prazos que vencem por dia: uso interno")}
        arquivo={`denuncias-agenda-por-dia-${hoje}`}
        onMarca={({ dia: clicado }) => {
          setDia((atual) => (atual === clicado ? null : clicado));
        }}
        selecionada={dia}
        rotuloMarca={(linha) => `${formatDate(linha.dia)}, ${diaDaSemanaEmPalavras(linha.dia)}: ${count(linha.vencem, "prazo", "prazos")}`}
        altura={ALTURA_DA_AGENDA}
        vazio="Nenhum dia na agenda."
      />
      <section className="denuncias-agenda-parte" aria-labelledby="denuncias-agenda-unidades">
        <div className="ui-row">
          <h2 id="denuncias-agenda-unidades">Quem tem o que entregar?</h2>
          {demonstracao ? <DemoMark /> : null}
        </div>
        <DataTable
          legenda="Prazos que vencem por passo e unidade; Enter filtra pelo passo"
          colunas={colunasDasUnidades}
          linhas={unidades}
          chave={chaveDaUnidade}
          ordem={ordemDasUnidades}
          onOrdem={setOrdemDasUnidades}
          onSelecionar={({ prazo }) => {
            filtrar({ prazos: [prazo] });
          }}
          vazio="Nenhum prazo vence nos próximos dias com estes filtros."
        />
        <TableCsvButton arquivo={`denuncias-agenda-por-unidade-${hoje}`} cabecalho={cabecalho("Prazos que vencem por passo e unidade: uso interno")} colunas={colunasDasUnidades} linhas={unidades} discreto />
      </section>
      <section className="denuncias-agenda-parte" aria-labelledby="denuncias-agenda-lista">
        <div className="ui-row">
          <h2 id="denuncias-agenda-lista">
            {dia === null ? "Um por um" : capitalize(`${diaDaSemanaEmPalavras(dia)}, ${formatDate(dia)}`)}: {count(doDia.length, "prazo", "prazos")}
          </h2>
          {dia === null ? null : (
            <Chip
              rotulo={formatDate(dia)}
              onRemover={() => {
                setDia(null);
              }}
            />
          )}
          {demonstracao ? <DemoMark /> : null}
        </div>
        <div className="ui-row">
          <BaixarIcs {...props} />
          <TableCsvButton arquivo={`denuncias-agenda-${hoje}`} cabecalho={cabecalho("Agenda de prazos das denúncias: uso interno")} colunas={colunas} linhas={itens}>
            Baixar a agenda (CSV)
          </TableCsvButton>
        </div>
        <p className="ui-small ui-muted ui-reading">
          Os arquivos levam só o protocolo, o passo, a unidade e o artigo: nada de quem denunciou. São de uso interno.
        </p>
        {naLista === null ? (
          <Loading rotulo="listando os prazos" altura="32rem" />
        ) : (
          <DataTable
            legenda="Prazos que vencem, um por linha"
            colunas={daTela}
            linhas={naLista}
            chave={chaveDoItem}
            ordem={ordem}
            onOrdem={setOrdem}
            vazio="Nenhum prazo vence nestes dias com estes filtros."
            nomeLinhas={["prazo", "prazos", "m"]}
          />
        )}
      </section>
    </div>
  );
}

function diaDe({ dia }: LinhaDoDia): string {
  return dia;
}

function chaveDaUnidade({ prazo, unidade }: LinhaDaUnidade): string {
  return `${prazo} ${unidade}`;
}

function chaveDoItem({ protocolo, prazo }: ItemDaAgenda): string {
  return `${protocolo} ${prazo}`;
}
