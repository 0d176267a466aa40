import { isValor, type Celula } from "../../../core/absence.ts";
import { formatCelula, formatNumber } from "../../../core/format.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { colunasDoCalor, maiorDe, tomDe, type TabelaDeCalor } from "./calor.ts";
import { Recolhida } from "./Recolhida.tsx";

interface CalorProps {
  /** Of its heading. */
  readonly id: string;
  readonly titulo: string;
  /** What is counted, in whom and when. */
  readonly subtitulo: string;
  /** One sentence that says what the table shows. */
  readonly leitura: string;
  readonly tabela: TabelaDeCalor;
  /** Headers of the first column and of its detail. */
  readonly nomes: readonly [linha: string, detalhe: string];
  readonly cabecalho: ExportHeader;
  readonly arquivo: string;
  /** Least width of a column, in rem. */
  readonly largura: number;
}

/** A table of counts with shaded cells: the number is always there, the shade only helps. */
export function Calor({ id, titulo, subtitulo, leitura, tabela, nomes, cabecalho, arquivo, largura }: CalorProps) {
  const maior = maiorDe(tabela);
  return (
    <section className="pactuado-parte" aria-labelledby={id}>
      <div className="ui-row">
        <h2 id={id} tabIndex={-1}>{titulo}</h2>
        {cabecalho.demonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-muted ui-small">{subtitulo}</p>
      <p className="ui-reading">{leitura}</p>
      <Recolhida rotulo={`Ver a tabela: ${formatNumber(tabela.linhas.length)} linhas por ${formatNumber(tabela.colunas.length)} colunas`}>
        <div className="pactuado-calor" role="region" aria-labelledby={`${id}-tabela`} tabIndex={0}>
          <table style={{ minWidth: `${LARGURA_DO_NOME + tabela.colunas.length * largura}rem` }}>
            <caption id={`${id}-tabela`} className="ui-hidden">
              {titulo} {subtitulo}
            </caption>
            <thead>
              <tr>
                <th scope="col">{nomes[0]}</th>
                {tabela.colunas.map((coluna) => (
                  <th key={coluna.id} scope="col" className={coluna.isAParte ? "pactuado-calor-a-parte" : undefined}>
                    {coluna.titulo}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {tabela.linhas.map((linha) => (
                <tr key={linha.chave}>
                  <th scope="row">
                    {linha.titulo}
                    {linha.detalhe === "" ? null : <span className="ui-muted">{linha.detalhe}</span>}
                  </th>
                  {linha.celulas.map((celula, i) => (
                    <td key={tabela.colunas[i]?.id} className={classeDa(celula, linha.isAParte || tabela.colunas[i]?.isAParte === true, maior)}>
                      {formatCelula(celula)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Recolhida>
      <div className="ui-row ui-no-print">
        <TableCsvButton cabecalho={cabecalho} colunas={colunasDoCalor(tabela, ...nomes)} linhas={tabela.linhas} arquivo={arquivo} discreto />
      </div>
    </section>
  );
}

/** Room for the name of a row, in rem. */
const LARGURA_DO_NOME = 11;

function classeDa(celula: Celula, isAParte: boolean, maior: number): string {
  if (!isValor(celula)) return "ui-absence";
  if (isAParte) return celula.valor === 0 ? "pactuado-calor-a-parte pactuado-tom-0" : "pactuado-calor-a-parte";
  return `pactuado-tom-${tomDe(celula.valor, maior)}`;
}
