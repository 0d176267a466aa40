import { useMemo } from "react";
import { count, formatNumber } from "../../../core/format.ts";
import type { Recorte } from "../../../data/queries/cobertura-recorte.ts";
import { municipiosPorEixo, municipiosPorEstrategia } from "../../../data/queries/cobertura-por-grupo.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { AnswerState } from "../../../ui/states/AnswerState.tsx";
import { useAnswer } from "../../../ui/use-answer.ts";
import { artigosEmPalavras, artigosQueContem } from "./artigos.ts";
import { colunasGrupo } from "./colunas.tsx";
import { cabecalhoDe, type Contexto } from "./contexto.ts";
import { periodoEmPalavras } from "./frase.ts";
import { alcancePorGrupo, LEGENDA_MODALIDADE, valorDoGrupo } from "./graficos.ts";
import { aparteEmPalavras, leituraGrupos, type LinhaGrupo, linhasPorEixo, linhasPorEstrategia } from "./grupos.ts";
import { EIXOS, ESTRATEGIAS } from "./estado-da-parte.ts";
import { municipiosNoRecorte } from "../filtros/lugar.ts";
import { alternar, selecaoEmPalavras } from "./recorte.ts";

interface ParteProps {
  readonly contexto: Contexto;
  readonly recorte: Recorte;
}

/** How many municipalities each strategy of the pact reached. */
export function Estrategias({ contexto, recorte }: ParteProps) {
  const answer = useAnswer(contexto.session, municipiosPorEstrategia, recorte);
  return (
    <AnswerState answer={answer} rotulo="contando o alcance de cada estratégia" altura="28rem">
      {({ rows, params }) => (
        <GraficoEstrategias contexto={contexto} recorte={params} rows={rows} />
      )}
    </AnswerState>
  );
}

type RowsEstrategia = Parameters<typeof linhasPorEstrategia>[0];
type RowsEixo = Parameters<typeof linhasPorEixo>[0];

function GraficoEstrategias({ contexto, recorte, rows }: ParteProps & { readonly rows: RowsEstrategia }) {
  const { estado, mudar, pacto } = contexto;
  const total = municipiosNoRecorte(contexto.municipios, recorte).length;
  const linhas = useMemo(() => linhasPorEstrategia(rows, total, pacto), [rows, total, pacto]);
  const vazias = linhas.filter(({ eventos }) => eventos === 0).length;
  const artigos = artigosEmPalavras(artigosQueContem(pacto.estrategias.flatMap((estrategia) => estrategia.artigos)));
  return (
    <Grafico
      contexto={contexto}
      recorte={{ ...recorte, estrategias: [] }}
      titulo={
        vazias === 0
          ? `Todas as ${formatNumber(pacto.estrategias.length)} estratégias pactuadas tiveram algum registro`
          : `${count(vazias, "estratégia pactuada", "estratégias pactuadas")} sem nada registrado no período`
      }
      assunto="Municípios alcançados por estratégia"
      coluna={COLUNA_ESTRATEGIA}
      citacao={artigos}
      aparte={aparteEmPalavras(rows, "estratégia")}
      linhas={linhas}
      total={total}
      escolhidos={estado.estrategias}
      arquivo="cobertura-por-estrategia"
      legenda={LEGENDA_MODALIDADE}
      onEscolher={(id) => {
        const escolhida = ESTRATEGIAS.find((e) => e === id);
        if (escolhida !== undefined) mudar({ estrategias: alternar(estado.estrategias, escolhida) });
      }}
    />
  );
}

/** How many municipalities each eixo of the pact reached. */
export function Eixos({ contexto, recorte }: ParteProps) {
  const answer = useAnswer(contexto.session, municipiosPorEixo, recorte);
  return (
    <AnswerState answer={answer} rotulo="contando o alcance de cada eixo" altura="14rem">
      {({ rows, params }) => <GraficoEixos contexto={contexto} recorte={params} rows={rows} />}
    </AnswerState>
  );
}

function GraficoEixos({ contexto, recorte, rows }: ParteProps & { readonly rows: RowsEixo }) {
  const { estado, mudar, pacto } = contexto;
  const total = municipiosNoRecorte(contexto.municipios, recorte).length;
  const linhas = useMemo(() => linhasPorEixo(rows, total, pacto), [rows, total, pacto]);
  return (
    <Grafico
      contexto={contexto}
      recorte={{ ...recorte, eixos: [] }}
      titulo="Quantos municípios cada eixo alcançou?"
      assunto="Municípios alcançados por eixo"
      coluna={COLUNA_EIXO}
      aparte={aparteEmPalavras(rows, "eixo")}
      citacao={artigosEmPalavras([...new Set(pacto.linhas.map(({ artigo }) => artigo))])}
      linhas={linhas}
      total={total}
      escolhidos={estado.eixos}
      arquivo="cobertura-por-eixo"
      legenda={SEM_LEGENDA}
      onEscolher={(id) => {
        const escolhido = EIXOS.find((e) => e === id);
        if (escolhido !== undefined) mudar({ eixos: alternar(estado.eixos, escolhido) });
      }}
    />
  );
}

const COLUNA_ESTRATEGIA = colunasGrupo("Estratégia");
const COLUNA_EIXO = colunasGrupo("Eixo");
const SEM_ARTIGOS = new Map([COLUNA_ESTRATEGIA, COLUNA_EIXO].map((c) => [c, c.filter(({ id }) => id !== "artigos")]));
const SEM_LEGENDA: typeof LEGENDA_MODALIDADE = [];

interface GraficoProps extends ParteProps {
  readonly titulo: string;
  readonly assunto: string;
  readonly coluna: typeof COLUNA_ESTRATEGIA;
  readonly citacao: string;
  /** What is of none of the lines. */
  readonly aparte: string;
  readonly linhas: readonly LinhaGrupo[];
  readonly total: number;
  readonly escolhidos: readonly string[];
  readonly arquivo: string;
  readonly legenda: typeof LEGENDA_MODALIDADE;
  readonly onEscolher: (id: string) => void;
}

function Grafico(props: GraficoProps) {
  const { contexto, recorte, linhas, total, escolhidos, citacao } = props;
  const options = useMemo(() => alcancePorGrupo(linhas, total, escolhidos), [linhas, total, escolhidos]);
  const selecao = selecaoEmPalavras(recorte);
  const norma = contexto.norma === null || citacao === "" ? "" : ` · ${contexto.norma.nomeCurto}, ${citacao}`;
  return (
    <ChartFrame
      titulo={props.titulo}
      subtitulo={`${props.assunto}, de ${count(total, "município", "municípios")}, ${periodoEmPalavras(recorte)}${selecao === "" ? "" : ` · ${selecao}`}${norma}`}
      leitura={`${leituraGrupos(linhas, total)}${props.aparte}`}
      linhas={linhas}
      colunas={contexto.norma === null ? (SEM_ARTIGOS.get(props.coluna) ?? props.coluna) : props.coluna}
      chave={idDe}
      options={options}
      cabecalho={cabecalhoDe(props.assunto, recorte, contexto)}
      arquivo={`${props.arquivo}-${recorte.em}`}
      onMarca={(linha) => {
        props.onEscolher(linha.id);
      }}
      selecionada={escolhidos.length === 1 ? (escolhidos[0] ?? null) : null}
      rotuloMarca={(linha) => `${linha.nome}: ${valorDoGrupo(linha)}`}
      legenda={props.legenda}
      altura={linhas.length * 30}
      vazio="Nenhuma linha para mostrar."
    />
  );
}

function idDe({ id }: LinhaGrupo): string {
  return id;
}
