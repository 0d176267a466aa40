import { useMemo, useState } from "react";
import { count, formatNumber } from "../../../core/format.ts";
import { isMaisGrossa } from "../../../core/publico/contagem.ts";
import type { TabelaProtegida } from "../../../core/publico/publicacao.ts";
import { CopyHash } from "../../../ui/download/CopyHash.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../../ui/table/props.ts";
import type { ParteDeTransparenciaProps } from "../parte.ts";
import { Prosa } from "../protecao/Prosa.tsx";
import { niveisEmPalavras } from "./modelo.ts";
import { SOBRE_A_PROTECAO } from "./textos.ts";

const COLUNAS: readonly TableColumn<TabelaProtegida>[] = [
  { id: "tabela", titulo: "Tabela", tipo: "texto", valor: ({ titulo }) => titulo, largura: "18rem" },
  { id: "niveis", titulo: "Publicada por", tipo: "texto", valor: ({ niveis }) => niveisEmPalavras(niveis) },
  { id: "pedida", titulo: "Pedida por", tipo: "texto", valor: (tabela) => (isMaisGrossa(tabela) ? niveisEmPalavras(tabela.pedida) : "o mesmo") },
  { id: "celulas", titulo: "Números", tipo: "numero", valor: ({ resumo }) => ({ valor: resumo.celulas }) },
  { id: "ocultas", titulo: "Ocultos", tipo: "numero", valor: ({ resumo }) => ({ valor: resumo.ocultas }) },
  { id: "parte", titulo: "Parte oculta do total", unidade: "%", tipo: "numero", casas: 1, valor: ({ resumo }) => ({ valor: 100 * resumo.parteOculta }) },
];

interface ProtegidasProps extends ParteDeTransparenciaProps {
  readonly assunto: TabelaProtegida["assunto"];
}

/** What protection was applied to the tables of a subject, and what the attack on them found. */
export function Protegidas({ publicacao, assunto, cabecalho }: ProtegidasProps) {
  const { protecao, provas, politica, hash } = publicacao;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const tabelas = useMemo(() => publicacao.tabelas.filter((tabela) => tabela.assunto === assunto), [publicacao, assunto]);
  const naoPublicadas = publicacao.naoPublicadas.filter(({ id }) => id.startsWith(assunto));
  const prova = provas.find((uma) => uma.assunto === assunto);
  const titulo = `Proteção das tabelas de ${assunto === "denuncias" ? "denúncias" : "serviços"}`;
  return (
    <section className="parte-secao" aria-labelledby={`protegidas-${assunto}`}>
      <h2 id={`protegidas-${assunto}`}>Como as pessoas são protegidas</h2>
      <p>
        Nenhum número de 1 a {formatNumber(protecao.k[assunto] - 1)} é publicado: ele fica “{protecao.marca}”. {protecao.quem[assunto]}
      </p>
      <Prosa textos={SOBRE_A_PROTECAO} />
      {prova === undefined ? null : (
        <p>
          <strong>{prova.descobertas === 0 ? "Nesta publicação, nenhum número oculto pôde ser descoberto." : `Nesta publicação, ${count(prova.descobertas, "número oculto pôde ser descoberto", "números ocultos puderam ser descobertos")}.`}</strong> O ataque juntou{" "}
          {count(prova.celulas, "número", "números")}, {count(prova.ocultas, "deles oculto", "deles ocultos")}, e {prova.anteriores === 0 ? "não havia publicação anterior" : count(prova.anteriores, "publicação anterior", "publicações anteriores", "f")}.{" "}
          {prova.menorLargura === null ? "" : `O menor intervalo foi de ${formatNumber(prova.menorLargura)}.`}
        </p>
      )}
      <DataTable legenda={titulo} colunas={COLUNAS} linhas={tabelas} chave={({ id }) => id} ordem={ordem} onOrdem={setOrdem} vazio="Nenhuma tabela deste assunto nesta publicação." nomeLinhas={["tabela", "tabelas", "f"]} />
      <TableCsvButton arquivo={`protecao-${assunto}`} cabecalho={cabecalho(titulo)} colunas={COLUNAS} linhas={tabelas} discreto />
      {naoPublicadas.length === 0 ? null : (
        <ul>
          {naoPublicadas.map(({ id, titulo: nome, porque }) => (
            <li key={id}>
              {nome}: não publicada. {porque}
            </li>
          ))}
        </ul>
      )}
      <dl className="parte-codigos">
        <dt>Código das regras (SHA-256)</dt>
        <dd>
          <CopyHash sha256={politica} de="das regras de proteção" digitos={16} />
        </dd>
        <dt>Código desta publicação (SHA-256)</dt>
        <dd>
          <CopyHash sha256={hash} de="desta publicação" digitos={16} />
        </dd>
      </dl>
    </section>
  );
}
