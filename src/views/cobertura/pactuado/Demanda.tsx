import { memo, useMemo, useState } from "react";
import { isValor } from "../../../core/absence.ts";
import { count, formatCelula, formatNumber } from "../../../core/format.ts";
import type { RespostaADemanda } from "../../../core/pacto/index.ts";
import { usePerguntaDoApoio } from "../../../ui/apoio/use-pergunta-do-apoio.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { Answered } from "../../../ui/keeper/Answered.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { Artigos } from "../Artigos.tsx";
import { COLUNAS_DA_DEMANDA, COLUNAS_DA_DEMANDA_CSV, fatosDaDemanda, fraseDaDemanda, linhasDaDemanda, ressalvasDaDemanda, type FatoDaDemanda, type LinhaDaDemanda } from "./demanda.ts";
import { Recolhida } from "./Recolhida.tsx";
import { SECOES, type SecaoFixaProps } from "./secao.ts";

/** What municipalities asked for, how much of it was answered, and in how long. */
export const Demanda = memo(function Demanda({ parte, dados }: SecaoFixaProps) {
  const { apoio, dentro, periodo, pacto, norma } = parte;
  const pergunta = usePerguntaDoApoio(apoio, "demanda", useMemo(() => ({ periodo: periodo.dias, dentro }), [periodo, dentro]));
  const daNorma = pacto.norma === null ? null : norma(pacto.norma);
  return (
    <section className="pactuado-parte" aria-labelledby={SECOES.demanda.id}>
      <div className="ui-row">
        <h2 id={SECOES.demanda.id} tabIndex={-1}>O que os municípios pediram foi respondido?</h2>
        {parte.demonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-small ui-muted pactuado-nota">
        Pedidos feitos {dados.quando}.
        {daNorma === null ? null : (
          <>
            {" "}
            O apoio atende às demandas dos municípios: <Artigos norma={daNorma} artigos={["art. 2º, II", "art. 4º, I, b", "art. 5º"]} />.
          </>
        )}
      </p>
      <Answered pergunta={pergunta} rotulo="contando os pedidos dos municípios" altura="24rem">
        {(demanda) => <Pedidos parte={parte} demanda={demanda} />}
      </Answered>
    </section>
  );
});

function Pedidos({ parte, demanda }: { readonly parte: SecaoFixaProps["parte"]; readonly demanda: RespostaADemanda }) {
  const { municipios, cabecalho, hoje, apoio } = parte;
  const dizSituacao = apoio.carga.estado === "pronto" && apoio.carga.carga.dizSituacao;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const linhas = useMemo(() => linhasDaDemanda(demanda, municipios), [demanda, municipios]);
  const titulo = "Pedidos de apoio por município";
  return (
    <>
      <p className="ui-reading">{fraseDaDemanda(demanda)}</p>
      <dl className="pactuado-fatos">
        {fatosDaDemanda(demanda).map((fato) => (
          <div key={fato.rotulo}>
            <dt>{fato.rotulo}</dt>
            <dd className={isValor(fato.valor) ? undefined : "ui-absence"}>{fatoEmPalavras(fato)}</dd>
          </div>
        ))}
      </dl>
      {linhas.length === 0 ? null : (
        <div className="pactuado-parte pactuado-tabela">
          <Recolhida rotulo={`Ver ${count(linhas.length, "município que pediu", "municípios que pediram")}`}>
            <DataTable
              legenda={titulo}
              colunas={COLUNAS_DA_DEMANDA}
              linhas={linhas}
              chave={codigoDe}
              ordem={ordem}
              onOrdem={setOrdem}
              vazio="Nenhum município pediu apoio no período."
              nomeLinhas={["município", "municípios", "m"]}
            />
          </Recolhida>
          <div className="ui-row ui-no-print">
            <TableCsvButton cabecalho={cabecalho(titulo)} colunas={COLUNAS_DA_DEMANDA_CSV} linhas={linhas} arquivo={`pactuado-pedidos-${hoje}`} discreto />
          </div>
        </div>
      )}
      <ul className="ui-small ui-muted pactuado-notas">
        {ressalvasDaDemanda(demanda, dizSituacao).map((frase) => (
          <li key={frase}>{frase}</li>
        ))}
      </ul>
    </>
  );
}

function fatoEmPalavras({ valor, unidade }: FatoDaDemanda): string {
  if (!isValor(valor)) return formatCelula(valor);
  return `${formatNumber(valor.valor, Number.isInteger(valor.valor) ? 0 : 1)}${unidade === "" ? "" : ` ${unidade}`}`;
}

function codigoDe({ municipio }: LinhaDaDemanda): number {
  return municipio.codigo;
}
