import { useMemo } from "react";
import type { ExportHeader } from "../../../core/export-header.ts";
import { indicadoresDoMetodo } from "../../../core/metodo/method.ts";
import { anosDosIndicadores, colunasAteOAno } from "../../../data/queries/prioridades-colunas-ate.ts";
import type { ValorMaisNovo } from "../../../data/queries/prioridades-colunas.ts";
import type { Session } from "../../../data/session/session.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { AnswerState } from "../../../ui/states/AnswerState.tsx";
import { Loading } from "../../../ui/states/Loading.tsx";
import { useAnswer } from "../../../ui/use-answer.ts";
import { useEngine } from "../../../ui/use-engine.ts";
import type { Contexto } from "../explicacao.ts";
import { anosAnteriores, mudancaDe, prepararCom } from "./periodo.ts";
import { PeriodoResultado } from "./PeriodoResultado.tsx";
import "./periodo.css";

export interface PeriodoCorpoProps {
  readonly codigo: number;
  readonly nome: string;
  readonly contexto: Contexto;
  readonly cabecalho: ExportHeader;
  readonly session: Session;
  /** Year the reader chose; null for the newest that is not now. */
  readonly escolhido: number | null;
  readonly onEscolher: (ano: number) => void;
}

/** Asks which years there are, then for the figures as they stood at the end of one. */
export default function PeriodoCorpo(props: PeriodoCorpoProps) {
  const { metodo } = props.contexto.preparada;
  const indicadores = useMemo(() => indicadoresDoMetodo(metodo).map(({ id }) => id), [metodo]);
  const params = useMemo(() => ({ indicadores }), [indicadores]);
  const porBalizas = metodo.normalizacao === "balizas";
  const anos = useAnswer(props.session, anosDosIndicadores, params, { enabled: porBalizas });
  const motor = useEngine(props.session);
  if (!porBalizas) {
    return (
      <p>
        <span className="ui-absence">Não comparado</span>: com uma normalização de estudo a nota depende da amostra do dia. Volte às
        balizas do método para comparar dois momentos.
      </p>
    );
  }
  const rotulo = motor.phase === "ready" ? "Buscando os anos anteriores" : "Carregando o motor de dados para buscar os anos anteriores";
  return (
    <AnswerState answer={anos} rotulo={rotulo} altura="6rem">
      {({ rows }) => {
        const opcoes = anosAnteriores(rows.map(({ ano }) => ano));
        const [padrao] = opcoes;
        return padrao === undefined ? (
          <p>Os números carregados não têm nada mais antigo: não há momento anterior com que comparar.</p>
        ) : (
          <NoAno {...props} indicadores={indicadores} opcoes={opcoes} ano={opcoes.find((ano) => ano === props.escolhido) ?? padrao} />
        );
      }}
    </AnswerState>
  );
}

interface NoAnoProps extends PeriodoCorpoProps {
  readonly indicadores: readonly string[];
  readonly opcoes: readonly number[];
  readonly ano: number;
}

function NoAno({ indicadores, opcoes, ano, ...props }: NoAnoProps) {
  const params = useMemo(() => ({ indicadores, ate: ano }), [indicadores, ano]);
  const answer = useAnswer(props.session, colunasAteOAno, params);
  return (
    <div className="prioridades-periodo">
      <SelectField
        rotulo="Comparar com o fim de"
        valor={String(ano)}
        opcoes={opcoes.map((opcao) => ({ valor: String(opcao), rotulo: String(opcao) }))}
        onMudar={(valor) => {
          props.onEscolher(Number(valor));
        }}
        ajuda="Em cada momento vale o número mais novo que já era do período; método e pesos são os de agora nos dois."
      />
      <AnswerState answer={answer} rotulo={`Buscando os números até ${ano}`} altura="12rem">
        {({ params: pergunta, rows }) =>
          // The former answer stays while the next loads: never figures of another set of indicators under this method.
          pergunta.indicadores.join() === indicadores.join() ? (
            <Comparado {...props} ano={pergunta.ate} valores={rows} />
          ) : (
            <Loading rotulo={`Buscando os números até ${ano}`} altura="12rem" />
          )
        }
      </AnswerState>
    </div>
  );
}

interface ComparadoProps extends Pick<PeriodoCorpoProps, "codigo" | "nome" | "contexto" | "cabecalho"> {
  readonly ano: number;
  readonly valores: readonly ValorMaisNovo[];
}

function Comparado({ codigo, nome, contexto, cabecalho, ano, valores }: ComparadoProps) {
  const { preparada, scores, catalogo, municipios } = contexto;
  // The figures do not hang on the weights: not prepared again while a handle moves.
  const antes = useMemo(() => prepararCom(valores, { preparada, catalogo, municipios }), [valores, preparada, catalogo, municipios]);
  const mudanca = useMemo(
    () => mudancaDe(codigo, ano, antes, { preparada, scores, catalogo }),
    [codigo, ano, antes, preparada, scores, catalogo],
  );
  return <PeriodoResultado codigo={codigo} nome={nome} mudanca={mudanca} cabecalho={cabecalho} />;
}
