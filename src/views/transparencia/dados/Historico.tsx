import { useMemo, useState } from "react";
import { formatDate } from "../../../core/format.ts";
import type { EdicaoDeMudancas } from "../../../core/publico/mudancas.ts";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import { linhasDoHistorico, resumoDaEdicao, type LinhaDoHistorico } from "./model.ts";
import { TEXTOS } from "./textos.ts";

interface HistoricoProps {
  /** Newest first. */
  readonly historico: readonly EdicaoDeMudancas[];
  readonly titulos: ReadonlyMap<string, string>;
}

const COLUNAS: readonly TableColumn<LinhaDoHistorico>[] = [
  { id: "tabela", titulo: "Tabela", tipo: "texto", valor: ({ tabela }) => tabela },
  { id: "tipo", titulo: "O que houve", tipo: "texto", valor: ({ tipo }) => tipo },
  { id: "lugar", titulo: "Número", tipo: "texto", valor: ({ lugar }) => lugar },
  { id: "de", titulo: "Antes", tipo: "texto", valor: ({ de }) => de },
  { id: "para", titulo: "Agora", tipo: "texto", valor: ({ para }) => para },
  { id: "motivo", titulo: "Motivo", tipo: "texto", valor: ({ motivo }) => motivo },
];

/** What each release changed in the figures already published. */
export function Historico({ historico, titulos }: HistoricoProps) {
  return (
    <section className="ui-stack" aria-labelledby="abertos-historico">
      <h2 id="abertos-historico">O que mudou nos números</h2>
      <p>{historico.length <= 1 ? TEXTOS.primeira : TEXTOS.historico}</p>
      {historico.map((edicao, i) => (
        <Edicao key={historico.length - i} edicao={edicao} titulos={titulos} />
      ))}
    </section>
  );
}

function Edicao({ edicao, titulos }: { readonly edicao: EdicaoDeMudancas; readonly titulos: ReadonlyMap<string, string> }) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const linhas = useMemo(() => linhasDoHistorico(edicao, titulos), [edicao, titulos]);
  return (
    <section className="abertos-edicao">
      <h3>Publicação de {formatDate(edicao.data)}</h3>
      <p>{resumoDaEdicao(edicao)}</p>
      {linhas.length === 0 ? null : (
        <DataTable
          legenda={`Mudanças da publicação de ${formatDate(edicao.data)}`}
          colunas={COLUNAS}
          linhas={linhas}
          chave={({ ordem: numero }) => numero}
          ordem={ordem}
          onOrdem={setOrdem}
          altura="24rem"
          vazio="Nenhuma mudança."
        />
      )}
    </section>
  );
}
