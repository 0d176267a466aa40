import { useMemo, useState } from "react";
import { compareNames, count, joinPt } from "../../../core/format.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { COLUNAS_DAS_FALTAS, colunasDeFalta, linhasDeFalta } from "./faltas.ts";
import type { LinhasProps } from "./PorServico.tsx";
import type { LinhaPorServico } from "./por-servico.ts";
import { anoEmPalavras } from "./recorte.ts";

/** What art. 20 asks and nobody told, by service; of a chosen one, by name. */
export function Faltas({ contexto, linhas }: LinhasProps) {
  const { recorte, cabecalho, nome, extrato } = contexto;
  const { ano, anoDeHoje, servico } = recorte;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const aVista = useMemo(() => (servico === null ? linhas : linhas.filter((linha) => linha.servico.chave === servico.chave)), [linhas, servico]);
  const detalhe = useMemo(() => linhasDeFalta(aVista), [aVista]);
  const anoDito = ano === null ? "" : anoEmPalavras(ano, anoDeHoje);
  const colunas = useMemo(() => colunasDeFalta(nome, anoDito), [nome, anoDito]);
  if (ano === null) return null;
  const titulo = `O que falta em ${anoDito}`;
  const semNada = aVista.length === 1 ? (aVista[0]?.faltas.semLinha ?? []).map(nome).sort(compareNames) : [];
  return (
    <section className="cobertura-servicos-secao" aria-labelledby="servicos-faltas">
      <div className="ui-row">
        <h2 id="servicos-faltas">{titulo}</h2>
        {extrato.demonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-small ui-muted ui-reading">
        Quantos municípios à vista não informaram cada número. Em branco é “sem dado”, nunca zero. Um município pode não oferecer o serviço: os dados não dizem. Onde nada foi
        concluído no ano não se deve tempo.
      </p>
      <DataTable
        legenda={`Quantos municípios não informaram cada número em ${anoDito}`}
        colunas={COLUNAS_DAS_FALTAS}
        linhas={aVista}
        chave={chaveDaLinha}
        ordem={ordem}
        onOrdem={setOrdem}
        vazio="Nenhum serviço nos dados carregados."
        nomeLinhas={["serviço", "serviços", "m"]}
      />
      {semNada.length === 0 ? null : (
        <details>
          <summary>{`Quem nada informou: ${count(semNada.length, "município", "municípios")}`}</summary>
          <p className="ui-small">{joinPt(semNada)}.</p>
        </details>
      )}
      <div>
        <TableCsvButton arquivo={`servicos-faltas-${ano}`} cabecalho={cabecalho(titulo)} colunas={colunas} linhas={detalhe} discreto>
          Baixar a lista do que falta, por município (CSV)
        </TableCsvButton>
      </div>
    </section>
  );
}

function chaveDaLinha({ servico }: LinhaPorServico): string {
  return servico.chave;
}
