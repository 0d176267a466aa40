import { memo, useMemo, useState } from "react";
import { count } from "../../../core/format.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { Recolhida } from "./Recolhida.tsx";
import { SECOES, type SecaoFixaProps } from "./secao.ts";
import { FORA_DO_PLANO, NAO_CLASSIFICADO } from "./estado-da-parte.ts";
import { COLUNAS_SEM_LINHA, fraseForaDoPlano, temasPorCorrigir, type TemaPorCorrigir } from "./sem-linha.ts";

/** What is in no line of the plan, counted apart, with what to mend. */
export const SemLinha = memo(function SemLinha({ parte, dados }: SecaoFixaProps) {
  const { pacto, norma, cabecalho, hoje } = parte;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const temas = useMemo(() => temasPorCorrigir(dados.semLinha, pacto), [dados, pacto]);
  const realizados = (chave: string): number => dados.linhas.find((linha) => linha.chave === chave)?.realizados ?? 0;
  const semEstrategia = dados.tudo.porEstrategia.find((item) => item.id === NAO_CLASSIFICADO)?.eventos ?? 0;
  const daNorma = pacto.norma === null ? null : norma(pacto.norma);
  const titulo = "Temas que não são de nenhuma linha do plano";
  return (
    <section className="pactuado-parte" aria-labelledby={SECOES["sem-linha"].id}>
      <div className="ui-row">
        <h2 id={SECOES["sem-linha"].id} tabIndex={-1}>Fora do plano e não classificado</h2>
        {parte.demonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-reading">
        {fraseForaDoPlano({ foraDoPlano: realizados(FORA_DO_PLANO), naoClassificados: realizados(NAO_CLASSIFICADO), semEstrategia, temas, quantosTemas: dados.quantosSemLinha })}
      </p>
      <p className="ui-small ui-muted pactuado-nota">
        Fora do plano é o tema que uma coordenação atende e nenhuma linha traz: o apoio não se esgota no plano
        {daNorma === null ? null : (
          <>
            {" "}
            (<NormaLink norma={daNorma} artigo="art. 8º" />)
          </>
        )}
        . Não classificado é o que não se reconhece: nada é adivinhado, e a correção se faz no arquivo, com a página <a href="#/dados">Dados</a> dizendo linha e coluna do que leu.
      </p>
      {temas.length === 0 ? null : (
        <>
          <Recolhida rotulo={`Ver ${count(temas.length, "tema", "temas")} e o que corrigir`}>
            <DataTable
              legenda={titulo}
              colunas={COLUNAS_DA_TELA}
              linhas={temas}
              chave={chaveDo}
              ordem={ordem}
              onOrdem={setOrdem}
              vazio="Nenhum tema por corrigir."
              nomeLinhas={["tema", "temas", "m"]}
            />
          </Recolhida>
          <div className="ui-row ui-no-print">
            <TableCsvButton cabecalho={cabecalho(titulo)} colunas={COLUNAS_SEM_LINHA} linhas={temas} arquivo={`pactuado-temas-por-corrigir-${hoje}`} discreto />
          </div>
        </>
      )}
    </section>
  );
});

const COLUNAS_DA_TELA = COLUNAS_SEM_LINHA.map((coluna) =>
  coluna.id === "conserto" ? { ...coluna, render: ({ conserto }: TemaPorCorrigir) => <span className="pactuado-conserto">{conserto}</span> } : coluna,
);

function chaveDo({ chave }: TemaPorCorrigir): string {
  return chave;
}
