import { useMemo, useState } from "react";
import { count, formatNumber } from "../../../core/format.ts";
import { PROBLEMA_TEXTO, PROBLEMAS_DOS_PLANOS, type ProblemaDoPlano } from "../../../core/planos/index.ts";
import { NORMA_DOS_PLANOS } from "../../../data/planos/norma.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import type { TableColumn } from "../../../ui/table/props.ts";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import { colunasDosProblemas } from "./colunas.tsx";
import type { ContextoDosPlanos } from "./contexto.ts";

/** Rows of a kind shown on the screen; the file has all. */
const MOSTRADAS = 200;

/** What does not fit in the plans, by kind, with its fix; nothing is changed for it. */
export function Problemas({ problemas, nome, norma, cabecalho, deDemonstracao, hoje, abrir }: ContextoDosPlanos) {
  const [aberto, setAberto] = useState<string | null>(null);
  const grupos = useMemo(() => {
    const porCodigo = new Map<string, ProblemaDoPlano[]>();
    for (const cada of problemas) {
      const grupo = porCodigo.get(cada.codigo);
      if (grupo === undefined) porCodigo.set(cada.codigo, [cada]);
      else grupo.push(cada);
    }
    return PROBLEMAS_DOS_PLANOS.flatMap((codigo) => {
      const linhas = porCodigo.get(codigo);
      return linhas === undefined ? [] : [{ codigo, linhas, texto: PROBLEMA_TEXTO[codigo] }];
    });
  }, [problemas]);
  const doArquivo = useMemo(() => colunasDosProblemas(nome), [nome]);
  const colunas = useMemo((): readonly TableColumn<ProblemaDoPlano>[] => doArquivo.filter(({ id }) => NA_TELA.has(id)).map((coluna) => ({ ...coluna, ordenavel: false })), [doArquivo]);
  const citada = norma(NORMA_DOS_PLANOS.id);
  return (
    <section className="planos-secao" aria-labelledby="planos-problemas">
      <div className="ui-row">
        <h2 id="planos-problemas">O que conferir nos planos?</h2>
        {deDemonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-reading">
        {problemas.length === 0
          ? "Nada a conferir: as datas, as ligações e as linhas dos planos combinam."
          : `${count(problemas.length, "ponto", "pontos")} a conferir, de ${count(grupos.length, "tipo", "tipos")}. Nenhum dado foi mudado nem deixado de fora; o que cada ponto faz na conta está escrito no seu tipo.`}
      </p>
      {grupos.map(({ codigo, linhas, texto }) => (
        <details
          key={codigo}
          className="planos-problema"
          open={aberto === codigo}
          onToggle={(event) => {
            if (event.currentTarget.open) setAberto(codigo);
            else if (aberto === codigo) setAberto(null);
          }}
        >
          <summary>
            <strong>
              {formatNumber(linhas.length)} · {texto.nome}
            </strong>
          </summary>
          <p>
            {texto.mensagem} <strong>O que fazer:</strong> {texto.conserto}{" "}
            {texto.artigo === null ? null : citada === null ? texto.artigo : <NormaLink norma={citada} artigo={texto.artigo} />}
          </p>
          {aberto === codigo ? (
            <DataTable
              legenda={`${texto.nome}, um ponto por linha`}
              colunas={colunas}
              linhas={linhas.slice(0, MOSTRADAS)}
              chave={chaveDe}
              ordem={null}
              onOrdem={semOrdem}
              onSelecionar={({ municipio }) => {
                if (municipio !== null) abrir(municipio);
              }}
              vazio=""
            />
          ) : null}
          {linhas.length > MOSTRADAS ? <p className="ui-small">Os primeiros {formatNumber(MOSTRADAS)}; o CSV tem todos.</p> : null}
        </details>
      ))}
      {problemas.length === 0 ? null : (
        <div className="ui-row ui-no-print">
          <TableCsvButton cabecalho={cabecalho("O que conferir nos planos", deDemonstracao)} colunas={doArquivo} linhas={problemas} arquivo={`planos-a-conferir-${hoje}`} />
        </div>
      )}
    </section>
  );
}

const NA_TELA: ReadonlySet<string> = new Set(["municipio", "plano", "descricao", "dado"]);

function semOrdem(): void {
  return undefined;
}

function chaveDe({ codigo, plano, acao, dado }: ProblemaDoPlano): string {
  return `${codigo} ${plano ?? ""} ${acao ?? ""} ${dado ?? ""}`;
}
