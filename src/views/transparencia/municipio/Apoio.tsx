import { useMemo } from "react";
import { celula } from "../../../core/absence.ts";
import type { ApoioDoAno } from "../../../core/publico/municipio.ts";
import { secaoDoApoio } from "../../../core/publico/municipio-texto.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { useTermos } from "../../../ui/glossario/use-glossario.tsx";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import type { TableColumn } from "../../../ui/table/props.ts";
import type { PaginaProps } from "./props.ts";
import { Tabela } from "./Tabela.tsx";

const POR_ANO: readonly TableColumn<ApoioDoAno>[] = [
  { id: "ano", titulo: "Ano", tipo: "texto", valor: ({ ano }) => String(ano) },
  { id: "presencial", titulo: "Presenciais", tipo: "numero", valor: ({ presencial }) => celula(presencial) },
  { id: "distancia", titulo: "A distância", tipo: "numero", valor: ({ aDistancia }) => celula(aDistancia) },
];

interface Forma {
  readonly ano: number;
  readonly nome: string;
  readonly vezes: number;
}

const POR_FORMA: readonly TableColumn<Forma>[] = [
  { id: "ano", titulo: "Ano", tipo: "texto", valor: ({ ano }) => String(ano) },
  { id: "forma", titulo: "Forma", tipo: "texto", valor: ({ nome }) => nome },
  { id: "vezes", titulo: "Vezes", tipo: "numero", valor: ({ vezes }) => celula(vezes) },
];

/** Support that the state gave, year by year; never why. */
export function Apoio({ municipio, cabecalho, enderecoDe, norma, territorio }: PaginaProps) {
  const secao = useMemo(() => secaoDoApoio(municipio), [municipio]);
  const frases = useTermos(secao.frases);
  const { apoio, nome, codigo } = municipio;
  const formas = useMemo(() => (apoio?.anos ?? []).flatMap(({ ano, estrategias }) => estrategias.map((cada) => ({ ano, ...cada }))), [apoio]);
  const regra = territorio.apoio === null ? null : norma(territorio.apoio.norma);
  return (
    <section aria-labelledby="municipio-apoio">
      <h2 id="municipio-apoio">{secao.titulo}</h2>
      {apoio?.demonstracao === true ? <DemoMark /> : null}
      {frases.map((frase, i) => (
        <p key={i}>{frase}</p>
      ))}
      {apoio === null ? null : (
        <>
          <Tabela legenda={`Apoio técnico do Estado a ${nome}: quantas vezes em cada ano`} colunas={POR_ANO} linhas={apoio.anos} chave={({ ano }) => ano} />
          <details className="municipio-lista">
            <summary>Ver como foi cada apoio</summary>
            <Tabela legenda={`Formas de apoio a ${nome}, por ano`} colunas={POR_FORMA} linhas={formas} chave={({ ano, nome: forma }) => `${ano} ${forma}`} />
          </details>
          <p className="municipio-acoes ui-no-print">
            <TableCsvButton arquivo={`apoio-${codigo}`} cabecalho={cabecalho(`Formas de apoio técnico do Estado a ${nome}, por ano`, [], apoio.demonstracao)} colunas={POR_FORMA} linhas={formas} discreto />
            <a href={enderecoDe("visitas")}>Como as visitas são escolhidas</a>
          </p>
        </>
      )}
      {regra === null ? null : (
        <p className="ui-muted ui-small">
          A regra do apoio: <NormaLink norma={regra} />.
        </p>
      )}
    </section>
  );
}
