import { useMemo } from "react";
import { celula } from "../../../core/absence.ts";
import type { FiguraPublica } from "../../../core/publico/municipio.ts";
import { frasesDaFigura, frasesDoQueFalta, periodoPorExtenso } from "../../../core/publico/municipio-texto.ts";
import { formatNumber } from "../../../core/format.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { useTermos } from "../../../ui/glossario/use-glossario.tsx";
import type { TableColumn } from "../../../ui/table/props.ts";
import { Faixas } from "./Faixas.tsx";
import type { PaginaProps } from "./props.ts";
import { Tabela } from "./Tabela.tsx";

const COMO_LER = [
  "Cada número vem com o seu ano e com o que ele não diz.",
  "Ao lado, ele aparece junto da mediana das cidades de mesmo porte e das cidades da mesma região imediata.",
  "Ser maior ou menor que a mediana não é nota: cada cidade tem a sua história.",
];

/** Figure as text where it is an answer, so that the table says the word and not its code. */
function valorDaTabela({ valor, niveis, casas }: FiguraPublica): string {
  return valor === null ? "sem dado" : (niveis?.[String(valor)] ?? formatNumber(valor, casas));
}

function medianaDaTabela({ niveis, casas }: FiguraPublica, comparacao: FiguraPublica["porte"]): string {
  if (comparacao === null) return "não comparado";
  const { mediana } = comparacao.distribuicao;
  return niveis === null ? formatNumber(mediana, casas) : (niveis[String(mediana)] ?? "entre duas respostas");
}

const COLUNAS: readonly TableColumn<FiguraPublica>[] = [
  { id: "nome", titulo: "Número", tipo: "texto", valor: ({ nome }) => nome },
  { id: "valor", titulo: "Aqui", tipo: "texto", valor: valorDaTabela },
  { id: "unidade", titulo: "Unidade", tipo: "texto", valor: ({ unidade }) => unidade },
  { id: "periodo", titulo: "Ano ou mês", tipo: "texto", valor: ({ periodo }) => periodoPorExtenso(periodo) },
  { id: "porte", titulo: "Mediana do mesmo porte", tipo: "texto", valor: (figura) => medianaDaTabela(figura, figura.porte) },
  { id: "n-porte", titulo: "Cidades de mesmo porte", tipo: "numero", valor: ({ porte }) => celula(porte?.distribuicao.n ?? null) },
  { id: "regiao", titulo: "Mediana da região", tipo: "texto", valor: (figura) => medianaDaTabela(figura, figura.regiao) },
  { id: "n-regiao", titulo: "Cidades da região", tipo: "numero", valor: ({ regiao }) => celula(regiao?.distribuicao.n ?? null) },
];

interface NumeroDoAno {
  readonly nome: string;
  readonly casas: number;
  readonly periodo: string;
  readonly valor: number;
}

const POR_ANO: readonly TableColumn<NumeroDoAno>[] = [
  { id: "nome", titulo: "Número", tipo: "texto", valor: ({ nome }) => nome },
  { id: "periodo", titulo: "Ano", tipo: "texto", valor: ({ periodo }) => periodoPorExtenso(periodo) },
  { id: "valor", titulo: "Aqui", tipo: "texto", valor: ({ valor, casas }) => formatNumber(valor, casas) },
];

/** What the official figures say of the municipality, and what they do not. */
export function Numeros(props: PaginaProps) {
  const { municipio, cabecalho } = props;
  const { grupos, figuras } = municipio;
  const comoLer = useTermos(COMO_LER);
  const temNumero = figuras.some(({ valor }) => valor !== null);
  const faltam = useMemo(() => frasesDoQueFalta(municipio), [municipio]);
  const anos = useMemo(
    () => figuras.flatMap(({ nome, casas, serie }) => (serie.length < 2 ? [] : serie.map(({ periodo, valor }) => ({ nome, casas, periodo, valor })))),
    [figuras],
  );
  const titulo = `Números de ${municipio.nome} ao lado dos grupos`;
  return (
    <section aria-labelledby="municipio-numeros">
      <h2 id="municipio-numeros">O que os números dizem</h2>
      {temNumero ? comoLer.map((frase, i) => <p key={i}>{frase}</p>) : null}
      {grupos.map(({ id, titulo: doGrupo }) => (
        <Grupo key={id} {...props} id={id} titulo={doGrupo} />
      ))}
      {faltam.length === 0 ? null : (
        <div>
          <h3>O que falta</h3>
          {faltam.map((frase) => (
            <p key={frase}>{frase}</p>
          ))}
        </div>
      )}
      <details className="municipio-lista">
        <summary>Ver todos estes números em uma tabela</summary>
        <Tabela legenda={titulo} colunas={COLUNAS} linhas={figuras} chave={({ indicador }) => indicador} />
      </details>
      {anos.length === 0 ? null : (
        <details className="municipio-lista">
          <summary>Ver os números que têm mais de um ano</summary>
          <Tabela legenda={`Números de ${municipio.nome}, ano a ano`} colunas={POR_ANO} linhas={anos} chave={({ nome, periodo }) => `${nome} ${periodo}`} />
        </details>
      )}
      <p className="municipio-acoes ui-no-print">
        <TableCsvButton arquivo={`numeros-${municipio.codigo}`} cabecalho={cabecalho(titulo, [], false)} colunas={COLUNAS} linhas={figuras} discreto />
      </p>
    </section>
  );
}

function Grupo({ municipio, id, titulo }: PaginaProps & { readonly id: string; readonly titulo: string }) {
  const figuras = useMemo(() => municipio.figuras.filter(({ grupo, valor }) => grupo === id && valor !== null), [municipio, id]);
  const textos = useMemo(() => figuras.flatMap((figura) => [frasesDaFigura(figura).join(" "), figura.naoDiz]), [figuras]);
  const ditos = useTermos(textos);
  if (figuras.length === 0) return null;
  return (
    <div className="municipio-grupo">
      <h3>{titulo}</h3>
      {figuras.map((figura, i) => {
        const fonte = municipio.fontes.find((uma) => uma.id === figura.fonte);
        return (
          <article key={figura.indicador} className="municipio-figura">
            <h4>{figura.nome}</h4>
            <p>{ditos[2 * i]}</p>
            <Faixas figura={figura} />
            <p>
              <strong>Cuidado ao ler:</strong> {ditos[2 * i + 1]}
            </p>
            <p className="ui-muted ui-small">Fonte: {fonte === undefined ? figura.fonte : `${fonte.nome} (${fonte.orgao})`}.</p>
          </article>
        );
      })}
    </div>
  );
}
