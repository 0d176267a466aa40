import { useMemo, useState } from "react";
import { count, formatNumber } from "../../../core/format.ts";
import { listarAcoes, planosPorMunicipio, type AcaoContada, type PlanosDoMunicipio } from "../../../core/planos/index.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { colunasDasAcoes, colunasDoArquivo, colunasDosMunicipios } from "./colunas.tsx";
import type { ContextoDosPlanos } from "./contexto.ts";
import { Dividas } from "./Dividas.tsx";
import { LISTAS_DOS_PLANOS, type ListaDosPlanos } from "./estado-da-parte.ts";
import { Problemas } from "./Problemas.tsx";

const LISTA_ROTULO: Readonly<Record<ListaDosPlanos, string>> = { municipios: "Por município", acoes: "Ação por ação", problemas: "A conferir" };

/** All municipalities: progress, what the state owes, each action, what does not fit. */
export function Visao(props: ContextoDosPlanos) {
  const { filtro, filtrar, todos, problemas } = props;
  if (todos.length === 0 && problemas.length === 0) {
    return (
      <>
        <Empty
          mensagem="Nenhum plano carregado nem escrito neste navegador. Escreva um em “Novo plano” ou carregue a planilha dos planos."
          acao={<a href="#/dados">Ir para a página de dados</a>}
        />
        <Dividas {...props} />
      </>
    );
  }
  return (
    <>
      <div className="ui-row ui-no-print" role="group" aria-label="O que listar">
        {LISTAS_DOS_PLANOS.map((lista) => (
          <button
            key={lista}
            type="button"
            className="ui-button"
            aria-pressed={filtro.lista === lista}
            onClick={() => {
              filtrar({ lista });
            }}
          >
            {LISTA_ROTULO[lista]}
            {lista === "problemas" ? ` (${formatNumber(problemas.length)})` : ""}
          </button>
        ))}
      </div>
      {filtro.lista === "municipios" ? (
        <>
          {filtro.especies.join() === "apoio" ? null : <PorMunicipio {...props} />}
          <Dividas {...props} />
        </>
      ) : filtro.lista === "acoes" ? (
        <Acoes {...props} />
      ) : (
        <Problemas {...props} />
      )}
    </>
  );
}

function PorMunicipio({ planos, abrir, nome, cabecalho, deDemonstracao, hoje }: ContextoDosPlanos) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const linhas = useMemo(() => planosPorMunicipio(planos.filter(({ plano }) => plano.especie === "providencias")), [planos]);
  const doArquivo = useMemo(() => colunasDosMunicipios(nome), [nome]);
  const colunas = useMemo(() => doArquivo.filter(({ id }) => id !== "acoes"), [doArquivo]);
  return (
    <section className="planos-secao" aria-labelledby="planos-municipios">
      <div className="ui-row">
        <h2 id="planos-municipios">Quanto já foi feito em cada município?</h2>
        {deDemonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-small ui-muted ui-reading">
        Planos de Providências, em ordem de dias de atraso. Escolha um município para ler os planos dele, ação por ação, com o que o Estado lhe deve.
      </p>
      <DataTable
        legenda="Andamento dos Planos de Providências de cada município"
        colunas={colunas}
        linhas={linhas}
        chave={municipioDe}
        ordem={ordem}
        onOrdem={setOrdem}
        onSelecionar={({ municipio }) => {
          abrir(municipio);
        }}
        vazio="Nenhum Plano de Providências com os filtros em uso. Remova um filtro para ver mais."
        nomeLinhas={["município", "municípios", "m"]}
      />
      {linhas.length === 0 ? null : (
        <div className="ui-row ui-no-print">
          <TableCsvButton cabecalho={cabecalho("Andamento dos Planos de Providências por município", deDemonstracao)} colunas={doArquivo} linhas={linhas} arquivo={`planos-por-municipio-${hoje}`} />
        </div>
      )}
    </section>
  );
}

const PASSO = 200;

function Acoes({ planos, filtro, nome, cabecalho, deDemonstracao, hoje, abrir }: ContextoDosPlanos) {
  const [ate, setAte] = useState(PASSO);
  const acoes = useMemo(() => listarAcoes(planos, filtro.situacoes), [planos, filtro.situacoes]);
  const linhas = useMemo(() => acoes.slice(0, ate), [acoes, ate]);
  const colunas = useMemo(() => colunasDasAcoes(nome), [nome]);
  const doArquivo = useMemo(() => colunasDoArquivo(nome), [nome]);
  return (
    <section className="planos-secao" aria-labelledby="planos-acoes">
      <div className="ui-row">
        <h2 id="planos-acoes">{count(acoes.length, "ação", "ações", "f")}, da mais atrasada à concluída</h2>
        {deDemonstracao ? <DemoMark /> : null}
      </div>
      <DataTable
        legenda="Ações dos planos, uma por linha: dificuldade, ação, órgão, prazo, evidência e conclusão"
        colunas={colunas}
        linhas={linhas}
        chave={acaoDe}
        ordem={null}
        onOrdem={semOrdem}
        onSelecionar={({ plano }) => {
          abrir(plano.municipio);
        }}
        vazio="Nenhuma ação com os filtros em uso. Remova um filtro para ver mais."
        nomeLinhas={["ação", "ações", "f"]}
      />
      {acoes.length === 0 ? null : (
        <div className="ui-row ui-no-print">
          {linhas.length < acoes.length ? (
            <button
              type="button"
              className="ui-button"
              onClick={() => {
                setAte(ate + PASSO);
              }}
            >
              Mostrar mais {formatNumber(Math.min(PASSO, acoes.length - linhas.length))}
            </button>
          ) : null}
          <TableCsvButton cabecalho={cabecalho("Ações dos planos", deDemonstracao)} colunas={doArquivo} linhas={acoes} arquivo={`planos-acoes-${hoje}`}>
            Baixar CSV de {count(acoes.length, "ação", "ações", "f")}
          </TableCsvButton>
        </div>
      )}
    </section>
  );
}

/** The order is by days past the deadline only. */
function semOrdem(): void {
  return undefined;
}

function municipioDe({ municipio }: PlanosDoMunicipio): number {
  return municipio;
}

function acaoDe({ acao }: AcaoContada): string {
  return acao.id;
}
