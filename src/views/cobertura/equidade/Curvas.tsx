import { useMemo } from "react";
import type { ExportHeader } from "../../../core/export-header.ts";
import { fraseDaConcentracao, fraseInsuficiente, isInsuficiente, type Concentracao, type Resposta } from "../../../core/equidade/index.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import {
  ALTURA_DA_CURVA,
  colunasDaCurva,
  desenhoDaCurva,
  dosApoios,
  fatosDoIndice,
  leituraDaConcentracao,
  leituraDeLorenz,
  pontosDaCurva,
  deQuem,
  type PontoDaCurva,
} from "./curvas.ts";
import { CONTAGEM } from "./contagem.ts";
import type { EstadoDaEquidade } from "./estado-da-parte.ts";
import { fraseDaDesigualdade } from "./frase.ts";
import { giniDeSorteio } from "./gini-de-sorteio.ts";

export interface CurvaProps {
  readonly estado: EstadoDaEquidade;
  readonly cabecalho: (titulo: string) => ExportHeader;
  /** Start of the names of files. */
  readonly arquivo: string;
  /** Municipalities outside the page's filters. */
  readonly foraDoFiltro: number;
}

/** Concentration curve and index of support along need. */
export function CurvaDaNecessidade({ indice, ...props }: CurvaProps & { readonly indice: Resposta<Concentracao> | null }) {
  const titulo = "O apoio vai para onde a necessidade é maior?";
  if (indice === null) {
    return (
      <SemIndice titulo={titulo} cabecalho={props.cabecalho(titulo)}>
        <span className="ui-absence">Não comparado</span>: não há nota de necessidade para os municípios. Ela vem dos indicadores; carregue-os na{" "}
        <a href="#/dados">página de dados</a>.
      </SemIndice>
    );
  }
  if (isInsuficiente(indice)) return <SemIndice titulo={titulo} cabecalho={props.cabecalho(titulo)}>{fraseInsuficiente(indice)}</SemIndice>;
  return <Desenhada {...props} indice={indice} titulo={titulo} curva="necessidade" />;
}

/** Lorenz curve and Gini coefficient of support among municipalities. */
export function CurvaDeLorenz({ indice, ...props }: CurvaProps & { readonly indice: Resposta<Concentracao> }) {
  const titulo = "O apoio se reparte por igual?";
  if (isInsuficiente(indice)) return <SemIndice titulo={titulo} cabecalho={props.cabecalho(titulo)}>{fraseInsuficiente(indice)}</SemIndice>;
  return <Desenhada {...props} indice={indice} titulo={titulo} curva="lorenz" />;
}

function SemIndice({ titulo, cabecalho, children }: { readonly titulo: string; readonly cabecalho: ExportHeader; readonly children: React.ReactNode }) {
  return (
    <section className="cobertura-equidade-parte">
      <div className="ui-row">
        <h2 className="chart-title">{titulo}</h2>
        {cabecalho.demonstracao ? <DemoMark /> : null}
      </div>
      <p className="ui-reading">{children}</p>
    </section>
  );
}

interface DesenhadaProps extends CurvaProps {
  readonly indice: Concentracao;
  readonly titulo: string;
  readonly curva: "necessidade" | "lorenz";
}

function Desenhada({ indice, titulo, curva, estado, cabecalho, arquivo, foraDoFiltro }: DesenhadaProps) {
  const { conta, porHabitante } = estado;
  const isNecessidade = curva === "necessidade";
  const pontos = useMemo(() => pontosDaCurva(indice.curva), [indice]);
  const colunas = useMemo(() => colunasDaCurva(conta, porHabitante), [conta, porHabitante]);
  const quem = deQuem(porHabitante);
  const nome = isNecessidade ? "Índice de concentração" : "Coeficiente de Gini";
  // A lottery is no equal share: with few events some have none.
  const doSorteio = useMemo(() => (isNecessidade || porHabitante ? null : giniDeSorteio(indice.unidades, indice.eventos)), [isNecessidade, porHabitante, indice]);
  const options = useMemo(
    () =>
      desenhoDaCurva(pontos, {
        eixo: isNecessidade ? `% ${quem}, dos de mais para os de menos necessidade` : `% ${quem}, dos que tiveram menos para os que tiveram mais`,
        eixoCurto: isNecessidade ? `% ${quem}, por necessidade` : `% ${quem}, por apoio recebido`,
        apoios: CONTAGEM[conta].plural,
        igualdade: "partes iguais",
      }),
    [pontos, quem, isNecessidade, conta],
  );
  const leitura = isNecessidade
    ? `${leituraDaConcentracao(pontos, conta, porHabitante)} ${fraseDaConcentracao(indice)}`
    : `${leituraDeLorenz(pontos, conta, porHabitante)} ${fraseDaDesigualdade(indice, conta, doSorteio)}`;
  return (
    <div className="cobertura-equidade-parte">
      <ChartFrame
        titulo={titulo}
        subtitulo={
          isNecessidade
            ? `Curva de concentração: parte acumulada ${dosApoios(conta)} pela parte ${quem}; acima da linha tracejada, mais onde a necessidade é maior`
            : `Curva de Lorenz: parte acumulada ${dosApoios(conta)} pela parte ${quem}; na linha tracejada, todos teriam o mesmo`
        }
        leitura={leitura}
        linhas={pontos}
        colunas={colunas}
        chave={pontoDe}
        options={options}
        cabecalho={cabecalho(isNecessidade ? "Curva de concentração do apoio pela necessidade" : "Curva de Lorenz do apoio")}
        arquivo={`${arquivo}-${isNecessidade ? "concentracao" : "lorenz"}`}
        altura={ALTURA_DA_CURVA}
        vazio="Nenhum apoio no período, com os filtros em uso."
      />
      <dl className="cobertura-equidade-fatos" aria-label={nome}>
        {fatosDoIndice(indice, { nome, conta, foraDoFiltro, doSorteio }).map(({ nome, valor }) => (
          <div key={nome}>
            <dt>{nome}</dt>
            <dd>{valor}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function pontoDe({ i }: PontoDaCurva): number {
  return i;
}
