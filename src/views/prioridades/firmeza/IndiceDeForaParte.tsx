import { useId, useMemo, useState } from "react";
import type { ExportHeader } from "../../../core/export-header.ts";
import { count, formatNumber } from "../../../core/format.ts";
import type { Problem } from "../../../core/problem.ts";
import type { Territorio } from "../../../core/territorio.ts";
import { RangeField } from "../../../ui/filters/RangeField.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { ErrorState } from "../../../ui/states/ErrorState.tsx";
import { Loading } from "../../../ui/states/Loading.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import type { Modelo } from "../use-model.ts";
import { Baixar } from "./Baixar.tsx";
import { colunasDoIndice, compararComIndice, faixaEmPalavras, fraseDoIndice, LEITURA_PADRAO, type Leitura, type LinhaComparada } from "./indice-de-fora.ts";
import { useIndiceDeFora, type UsoDoIndice } from "./use-indice-de-fora.ts";

interface IndiceDeForaParteProps {
  readonly modelo: Modelo;
  readonly territorio: Territorio;
  readonly lugaresUrl: string;
  readonly cabecalho: ExportHeader;
}

/** The list beside an index made elsewhere, from a file that stays in the tab. */
export function IndiceDeForaParte({ modelo, territorio, lugaresUrl, cabecalho }: IndiceDeForaParteProps) {
  const id = useId();
  const uso = useIndiceDeFora(lugaresUrl, territorio);
  const { lendo, lido, recusa, abrir, fechar } = uso;
  return (
    <section className="prioridades-bloco" aria-labelledby="firmeza-indice">
      <h3 id="firmeza-indice">A lista e um índice de fora</h3>
      <p id={`${id}-ajuda`}>
        Abra um arquivo (CSV, planilha ou JSON) com o código do IBGE ou o nome do município e um índice de 0 a 1, como o de
        desenvolvimento do SUAS que o estado calcula. Ele é só comparado: não entra na nota, fica nesta aba e não vai a lugar nenhum.
      </p>
      <div className="ui-row ui-no-print">
        <label className="ui-button" htmlFor={id}>
          {lido === null ? "Abrir um índice" : "Abrir outro índice"}
        </label>
        <input
          id={id}
          className="ui-hidden prioridades-arquivo"
          type="file"
          accept=".csv,.txt,.tsv,.xlsx,.ods,.json"
          aria-describedby={`${id}-ajuda`}
          onChange={({ target }) => {
            const [arquivo] = target.files ?? [];
            if (arquivo !== undefined) abrir(arquivo);
            // The same file, mended, may be chosen again.
            target.value = "";
          }}
        />
        {lido === null ? null : (
          <button type="button" className="ui-button ui-button-quiet" onClick={fechar}>
            Tirar da página
          </button>
        )}
      </div>
      {lendo === null ? null : <Loading rotulo={`Lendo ${lendo}`} />}
      {recusa === null ? null : (
        <ErrorState titulo={`${recusa.arquivo} não foi lido`} mensagem={recusa.mensagem} conserto={recusa.conserto} detalhe={recusa.detalhe} />
      )}
      {lido === null ? null : <Comparado uso={uso} lido={lido} modelo={modelo} territorio={territorio} cabecalho={cabecalho} />}
    </section>
  );
}

interface ComparadoProps {
  readonly uso: UsoDoIndice;
  readonly lido: NonNullable<UsoDoIndice["lido"]>;
  readonly modelo: Modelo;
  readonly territorio: Territorio;
  readonly cabecalho: ExportHeader;
}

function Comparado({ uso, lido: { arquivo, indice }, modelo, territorio, cabecalho }: ComparadoProps) {
  const [leitura, setLeitura] = useState<Leitura>(LEITURA_PADRAO);
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const { municipios, scores, metodo, noFiltro } = modelo;
  const comparacao = useMemo(
    () => compararComIndice(municipios, scores.ranks, metodo.k, indice.valores, leitura),
    [municipios, scores.ranks, metodo.k, indice, leitura],
  );
  const visiveis = useMemo(() => comparacao.linhas.filter(({ codigo }) => noFiltro.has(codigo)), [comparacao, noFiltro]);
  const colunas = useMemo(() => colunasDoIndice(indice.coluna), [indice.coluna]);
  const colunasCsv = useMemo(
    () => [{ id: "codigo", titulo: "Código IBGE", tipo: "texto" as const, valor: ({ codigo }: LinhaComparada) => String(codigo) }, ...colunas],
    [colunas],
  );
  const header = useMemo(
    () => ({
      ...cabecalho,
      titulo: `A lista e o índice “${indice.coluna}”`,
      fontes: [...cabecalho.fontes, `índice “${indice.coluna}” do arquivo ${arquivo}, aberto nesta aba`],
      filtros: [...cabecalho.filtros, `faixa do índice: ${faixaEmPalavras(leitura)}`],
    }),
    [cabecalho, indice.coluna, arquivo, leitura],
  );
  const notas = [
    `${count(indice.valores.size, "município", "municípios")} com valor`,
    ...(indice.vazios.size === 0 ? [] : [`${formatNumber(indice.vazios.size)} sem valor`]),
    ...(indice.deFora === 0 ? [] : [`${count(indice.deFora, "linha", "linhas", "f")} de outros estados`]),
  ];
  return (
    <>
      <p className="ui-small ui-muted">
        {arquivo}, coluna “{indice.coluna}”: {notas.join("; ")}.
      </p>
      <div className="prioridades-firmeza-controles">
        {indice.colunas.length < 2 ? null : (
          <SelectField
            rotulo="Coluna do índice"
            valor={indice.coluna}
            opcoes={indice.colunas.map((coluna) => ({ valor: coluna, rotulo: coluna }))}
            onMudar={uso.escolherColuna}
          />
        )}
        <SelectField
          rotulo="Quem pede mais apoio"
          valor={leitura.maisNecessidade}
          opcoes={[
            { valor: "menor", rotulo: "valor menor" },
            { valor: "maior", rotulo: "valor maior" },
          ]}
          onMudar={(maisNecessidade) => {
            setLeitura({ ...leitura, maisNecessidade });
          }}
        />
        <RangeField
          rotulo="Corte do índice"
          valor={leitura.corte}
          min={0}
          max={1}
          passo={0.01}
          formato={(valor) => formatNumber(valor, 2)}
          onMudar={(corte) => {
            setLeitura({ ...leitura, corte });
          }}
        />
      </div>
      {indice.ambiguos === 0 && !uso.todosDaqui ? null : (
        <label className="prioridades-marca">
          <input
            type="checkbox"
            checked={uso.todosDaqui}
            onChange={({ target }) => {
              uso.dizerTodosDaqui(target.checked);
            }}
          />
          Todas as linhas sem estado são de municípios {territorio.nomeCom}
        </label>
      )}
      <p aria-live="polite">{fraseDoIndice(comparacao, metodo.k, leitura)}</p>
      <Problemas problemas={indice.problemas} />
      <DataTable
        legenda={`A lista e o índice ${indice.coluna}`}
        colunas={colunas}
        linhas={visiveis}
        chave={chave}
        ordem={ordem}
        onOrdem={setOrdem}
        altura="24rem"
        nomeLinhas={["município", "municípios", "m"]}
        vazio="Nenhum município passa pelos filtros. Retire um filtro ou mude a busca."
      />
      <Baixar rotulo="da comparação com o índice" arquivo="prioridades-e-indice-de-fora" cabecalho={header} colunas={colunasCsv} linhas={visiveis} />
    </>
  );
}

const chave = ({ codigo }: LinhaComparada): number => codigo;
/** Problems shown one by one. */
const MOSTRADOS = 50;

function Problemas({ problemas }: { readonly problemas: readonly Problem[] }) {
  if (problemas.length === 0) return null;
  return (
    <details className="prioridades-problemas" open={problemas.length <= 5}>
      <summary>{count(problemas.length, "problema no arquivo", "problemas no arquivo")}</summary>
      <ul>
        {problemas.slice(0, MOSTRADOS).map(({ linha, valor, mensagem, conserto }, i) => (
          <li key={i}>
            {linha === null ? "" : `Linha ${formatNumber(linha)}${valor === null ? "" : ` (“${valor}”)`}: `}
            {mensagem} {conserto}
          </li>
        ))}
      </ul>
      {problemas.length <= MOSTRADOS ? null : <p>E mais {formatNumber(problemas.length - MOSTRADOS)}.</p>}
    </details>
  );
}
