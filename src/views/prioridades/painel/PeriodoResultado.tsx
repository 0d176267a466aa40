import { useMemo, type ReactNode } from "react";
import type { Celula } from "../../../core/absence.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { formatNumber } from "../../../core/format.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import type { TableColumn } from "../../../ui/table/props.ts";
import { CASAS_NOTA } from "../explicacao.ts";
import { comSinal } from "./mediana.ts";
import { fraseDaMudanca, parado } from "./periodo-frase.ts";
import type { Mudanca, PartesDaMudanca } from "./periodo.ts";

export interface PeriodoResultadoProps {
  readonly codigo: number;
  readonly nome: string;
  readonly mudanca: Mudanca;
  readonly cabecalho: ExportHeader;
}

/** What changed in words, by dimension with parts that add up, and which figures moved. */
export function PeriodoResultado({ codigo, nome, mudanca, cabecalho }: PeriodoResultadoProps) {
  const { ano, dimensoes, partes } = mudanca;
  const frase = fraseDaMudanca(mudanca);
  const titulo = useMemo(
    () => ({ ...cabecalho, titulo: `O que mudou na nota de ${nome} desde o fim de ${ano}. ${frase}` }),
    [cabecalho, nome, ano, frase],
  );
  const colunas = useMemo(() => colunasDa(ano), [ano]);
  const linhas = useMemo(() => linhasDa(mudanca), [mudanca]);
  const comTabela = partes === null ? dimensoes.some(({ antes }) => antes !== null) : !parado(mudanca);
  return (
    <>
      <p>{frase}</p>
      {comTabela ? (
        <>
          <Tabela nome={nome} ano={ano} linhas={linhas} repartida={partes !== null} />
          {partes === null ? null : (
            <p className="ui-small ui-muted">
              Números: o que os próprios números moveram. Dados e pesos: o que entrou ou saiu, e os pesos repartidos de novo por isso. Sob
              cada nome, a necessidade de 0 a 100.
            </p>
          )}
          <Figuras titulo="Números que mudaram" nomes={mudanca.mudaram} />
          <Figuras titulo="Dados que antes não havia" nomes={mudanca.entraram} />
          <Figuras titulo="Dados que faltam agora" nomes={mudanca.sairam} />
          <p className="ui-no-print">
            <TableCsvButton arquivo={`mudanca-${codigo}-${ano}`} cabecalho={titulo} colunas={colunas} linhas={linhas} discreto>
              Baixar CSV<span className="ui-hidden"> do que mudou</span>
            </TableCsvButton>
          </p>
        </>
      ) : null}
    </>
  );
}

interface Linha {
  readonly id: string;
  readonly nome: string;
  /** Null in the row of the score. */
  readonly cor: number | null;
  readonly antes: number | null;
  readonly agora: number | null;
  readonly partes: PartesDaMudanca | null;
}

/** The dimensions, and last the score they add up to. */
function linhasDa({ dimensoes, antes, agora, partes }: Mudanca): Linha[] {
  return [...dimensoes, { id: "nota", nome: "Nota", cor: null, antes, agora, partes }];
}

function colunasDa(ano: number): TableColumn<Linha>[] {
  const numero = (id: string, titulo: string, valor: (linha: Linha) => number | null | undefined): TableColumn<Linha> => ({
    id,
    titulo,
    tipo: "numero",
    casas: CASAS_NOTA,
    valor: (linha): Celula => {
      const x = valor(linha) ?? null;
      return x === null ? { ausencia: "dados-insuficientes" } : { valor: x };
    },
  });
  return [
    { id: "nome", titulo: "Dimensão", tipo: "texto", valor: ({ nome }) => nome },
    numero("antes", `Necessidade no fim de ${ano}, de 0 a 100`, ({ antes }) => antes),
    numero("agora", "Necessidade agora, de 0 a 100", ({ agora }) => agora),
    numero("real", "Pontos: números que mudaram", ({ partes }) => partes?.real),
    numero("dados", "Pontos: dados e pesos", ({ partes }) => partes?.dados),
    numero("diferenca", "Pontos: diferença", ({ partes }) => partes?.diferenca),
  ];
}

interface TabelaProps {
  readonly nome: string;
  readonly ano: number;
  readonly linhas: readonly Linha[];
  /** Both moments have a score: the difference and its parts; otherwise the need at each. */
  readonly repartida: boolean;
}

function Tabela({ nome, ano, linhas, repartida }: TabelaProps) {
  const titulos = repartida ? ["Números", "Dados e pesos", "Diferença"] : [`Fim de ${ano}`, "Agora"];
  const linha = (l: Linha): ReactNode => (
    <tr key={l.id}>
      <th scope="row">
        {l.cor === null ? null : <span className={`prioridades-amostra prioridades-dimensao-${l.cor % 6}`} aria-hidden="true" />}
        {l.nome}
        {repartida ? <span className="prioridades-peso">{deParaDe(l, ano)}</span> : null}
      </th>
      {repartida ? (
        <>
          <Pontos valor={l.partes?.real} />
          <Pontos valor={l.partes?.dados} />
          <Pontos valor={l.partes?.diferenca} />
        </>
      ) : (
        <>
          <Necessidade valor={l.antes} />
          <Necessidade valor={l.agora} />
        </>
      )}
    </tr>
  );
  return (
    <table className="prioridades-contas prioridades-periodo-tabela">
      <caption className="ui-hidden">
        {repartida ? `Pontos que a nota de ${nome} ganhou ou perdeu desde o fim de ${ano}` : `Necessidade em ${nome} no fim de ${ano} e agora, de 0 a 100`}
      </caption>
      <thead>
        <tr>
          <th scope="col">Dimensão</th>
          {titulos.map((titulo) => (
            <th key={titulo} scope="col" className="ui-number">
              {titulo}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{linhas.slice(0, -1).map(linha)}</tbody>
      <tfoot>{linhas.slice(-1).map(linha)}</tfoot>
    </table>
  );
}

/** "de 37,10 para 41,20", "41,20 nos dois momentos"; what had no score is said. */
function deParaDe({ antes, agora }: Linha, ano: number): string {
  const [texto0, texto1] = [antes, agora].map((x) => (x === null ? null : formatNumber(x, CASAS_NOTA)));
  if (texto0 === texto1) return texto0 === null ? "sem dado bastante" : `${texto0} nos dois momentos`;
  if (texto0 === null) return `sem dado bastante em ${ano}; agora ${texto1}`;
  return texto1 === null ? `${texto0} em ${ano}; agora sem dado bastante` : `de ${texto0} para ${texto1}`;
}

function Pontos({ valor }: { readonly valor: number | null | undefined }) {
  return typeof valor === "number" ? <td className="ui-number">{comSinal(valor)}</td> : <td className="ui-number ui-absence">sem dado</td>;
}

function Necessidade({ valor }: { readonly valor: number | null }) {
  return valor === null ? (
    <td className="ui-number ui-absence">sem nota</td>
  ) : (
    <td className="ui-number">{formatNumber(valor, CASAS_NOTA)}</td>
  );
}

function Figuras({ titulo, nomes }: { readonly titulo: string; readonly nomes: readonly string[] }) {
  if (nomes.length === 0) return null;
  return (
    <div className="ui-small">
      <p>{titulo}:</p>
      <ul className="prioridades-faltas">
        {nomes.map((nome) => (
          <li key={nome}>{nome}</li>
        ))}
      </ul>
    </div>
  );
}
