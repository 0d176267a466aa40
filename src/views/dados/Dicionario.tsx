import { memo, useMemo } from "react";
import { EXTRACTS, type Contract, type ExtractId } from "../../data/contracts/contract.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import { modelCsv } from "../../data/export/extract-csv.ts";
import { tableCsv } from "../../data/export/table-csv.ts";
import { downloadCsv } from "../../ui/download/download.ts";
import { SelectField } from "../../ui/filters/SelectField.tsx";
import { joinPt } from "../../core/format.ts";
import { dicionario, type DicionarioLinha } from "./model.ts";
import { StackedTable, type StackedColumn } from "./StackedTable.tsx";

const COLUNAS: readonly StackedColumn<DicionarioLinha>[] = [
  { id: "coluna", titulo: "Coluna", nome: true, celula: ({ coluna }) => <code>{coluna}</code> },
  { id: "descricao", titulo: "O que é", celula: ({ descricao }) => descricao },
  {
    id: "tipo",
    titulo: "Como escrever",
    celula: ({ tipo, unidade, limites }) =>
      [tipo, unidade === null ? null : `em ${unidade}`, limites].filter((part) => part !== null).join("; "),
  },
  { id: "obrigatoria", titulo: "Obrigatória", celula: ({ obrigatoria }) => (obrigatoria ? "sim" : "não") },
  {
    id: "aceita",
    titulo: "Aceita",
    celula: ({ valores, aberta, outrosNomes }) => (
      <>
        {valores.length === 0 ? null : (
          <details>
            <summary>{valores.length} valores</summary>
            <ul className="dados-values">
              {valores.map(({ id, rotulo }) => (
                <li key={id}>
                  <code>{id}</code> ou {rotulo}
                </li>
              ))}
            </ul>
          </details>
        )}
        {aberta ? <p>{FORA_DA_LISTA}</p> : null}
        {outrosNomes.length === 0 ? null : (
          <details>
            <summary>outros nomes da coluna</summary>
            <p>
              <code>{outrosNomes.join(", ")}</code>
            </p>
          </details>
        )}
      </>
    ),
  },
];

const FORA_DA_LISTA = "Um valor fora da lista é carregado como “não classificado” e contado à parte.";

/** The data dictionary of one extract, generated from its contract. */
export function Dicionario({
  contract,
  dataReferencia,
  onMudar,
}: {
  readonly contract: Contract;
  readonly dataReferencia: string;
  readonly onMudar: (extrato: ExtractId) => void;
}) {
  const linhas = useMemo(() => dicionario(contract), [contract]);
  return (
    <section className="dados-section" aria-labelledby="dados-dicionario">
      <h2 id="dados-dicionario">Dicionário de dados</h2>
      <div className="dados-dictionary-bar">
        <SelectField
          rotulo="Conjunto de dados"
          valor={contract.id}
          opcoes={EXTRACTS.map((extrato) => ({ valor: extrato, rotulo: CONTRACTS[extrato].title }))}
          onMudar={onMudar}
        />
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            downloadCsv(`modelo-${contract.id}`, modelCsv(contract));
          }}
        >
          Baixar arquivo-modelo (CSV)
        </button>
        <button
          type="button"
          className="ui-button"
          onClick={() => {
            downloadCsv(`dicionario-${contract.id}`, dictionaryCsv(contract, linhas, dataReferencia));
          }}
        >
          Baixar dicionário (CSV)
        </button>
      </div>
      <p className="ui-reading">
        {contract.description} Cada linha: {contract.grain}. Identifica uma linha: {joinPt(contract.key)}. Fonte: {contract.source}.
      </p>
      <Colunas titulo={contract.title} linhas={linhas} />
    </section>
  );
}

/** Drawn again only for another extract, not with each change of a file on the page. */
const Colunas = memo(function Colunas({ titulo, linhas }: { readonly titulo: string; readonly linhas: readonly DicionarioLinha[] }) {
  return <StackedTable legenda={`Colunas de ${titulo}`} colunas={COLUNAS} linhas={linhas} chave={({ coluna }) => coluna} />;
});

function dictionaryCsv(contract: Contract, linhas: readonly DicionarioLinha[], dataReferencia: string): string {
  return tableCsv(
    {
      titulo: `Dicionário de dados: ${contract.title}`,
      fontes: [contract.source],
      filtros: [],
      dataReferencia,
      demonstracao: false,
    },
    [
      { titulo: "Coluna", valor: ({ coluna }: DicionarioLinha) => coluna },
      { titulo: "O que é", valor: ({ descricao }: DicionarioLinha) => descricao },
      { titulo: "Como escrever", valor: ({ tipo }: DicionarioLinha) => tipo },
      { titulo: "Obrigatória", valor: ({ obrigatoria }: DicionarioLinha) => (obrigatoria ? "sim" : "não") },
      { titulo: "Unidade", valor: ({ unidade }: DicionarioLinha) => unidade ?? "" },
      { titulo: "Limites", valor: ({ limites }: DicionarioLinha) => limites ?? "" },
      { titulo: "Valores aceitos", valor: ({ valores, aberta }: DicionarioLinha) => [...valores.map(({ id, rotulo }) => `${id} (${rotulo})`), ...(aberta ? [FORA_DA_LISTA] : [])].join("; ") },
      { titulo: "Outros nomes aceitos", valor: ({ outrosNomes }: DicionarioLinha) => outrosNomes.join(", ") },
    ],
    linhas,
  );
}
