import { useMemo, useState } from "react";
import { count } from "../../../core/format.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import type { Contexto } from "./contexto.ts";
import { colunasDeProblema, linhasDeProblema, PROBLEMA_EFEITO, PROBLEMA_ROTULO, PROBLEMAS, type LinhaDeProblema } from "./faltas.ts";
import { doServico } from "./recorte.ts";

/** Rows that cannot be right, of every year: what is wrong, what it costs, what to do. */
export function Problemas({ contexto }: { readonly contexto: Contexto }) {
  const { recorte, nome, cabecalho, hoje, extrato } = contexto;
  const { painel, registros, codigos, servico } = recorte;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const linhas = useMemo(() => {
    const todas = linhasDeProblema({ painel, registros: doServico(registros, servico), codigos });
    return servico === null ? todas : todas.filter(({ registro }) => registro.chave === servico.chave);
  }, [painel, registros, codigos, servico]);
  const colunas = useMemo(() => colunasDeProblema(nome), [nome]);
  const titulo = "O que conferir nas linhas";
  return (
    <section className="cobertura-servicos-secao" aria-labelledby="servicos-problemas">
      <div className="ui-row">
        <h2 id="servicos-problemas">{linhas.length === 0 ? "Nada a conferir nas linhas" : `O que conferir: ${count(linhas.length, "problema", "problemas")} em todos os anos`}</h2>
        {extrato.demonstracao ? <DemoMark /> : null}
      </div>
      {linhas.length === 0 ? (
        <p>Nenhuma linha tem tempo, escala, satisfação ou ano que não possa estar certo.</p>
      ) : (
        <>
          <ul className="cobertura-servicos-tipos">
            {PROBLEMAS.map((tipo) => ({ tipo, quantos: linhas.filter((linha) => linha.tipo === tipo).length }))
              .filter(({ quantos }) => quantos > 0)
              .map(({ tipo, quantos }) => (
                <li key={tipo}>
                  <strong>{PROBLEMA_ROTULO[tipo]}</strong>: {count(quantos, "linha", "linhas", "f")}; {PROBLEMA_EFEITO[tipo]}.
                </li>
              ))}
          </ul>
          <DataTable
            legenda={titulo}
            colunas={colunas}
            linhas={linhas}
            chave={chaveDaLinha}
            ordem={ordem}
            onOrdem={setOrdem}
            vazio=""
            altura="24rem"
            nomeLinhas={["problema", "problemas", "m"]}
          />
          <div>
            <TableCsvButton arquivo={`servicos-a-conferir-${hoje}`} cabecalho={cabecalho(titulo)} colunas={colunas} linhas={linhas} discreto />
          </div>
        </>
      )}
    </section>
  );
}

function chaveDaLinha({ chave }: LinhaDeProblema): string {
  return chave;
}
