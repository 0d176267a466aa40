import { useMemo } from "react";
import { capitalize } from "../../../core/format.ts";
import { apoiosPorMes } from "../../../data/queries/cobertura-por-mes.ts";
import type { Recorte } from "../../../data/queries/cobertura-recorte.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { AnswerState } from "../../../ui/states/AnswerState.tsx";
import { useAnswer } from "../../../ui/use-answer.ts";
import { COLUNAS_MES } from "./colunas.tsx";
import { cabecalhoDe, type Contexto } from "./contexto.ts";
import { MEDIDAS } from "./estado-da-parte.ts";
import { periodoEmPalavras } from "./frase.ts";
import { apoiosPorMesGrafico, LEGENDA_MODALIDADE } from "./graficos.ts";
import { selecaoEmPalavras } from "./recorte.ts";
import { leituraMeses, type LinhaMes, linhasPorMes, MEDIDA_ROTULO } from "./meses.ts";

interface MesesProps {
  readonly contexto: Contexto;
  readonly recorte: Recorte;
}

/** On-site and remote support, month by month. */
export function Meses({ contexto, recorte }: MesesProps) {
  const answer = useAnswer(contexto.session, apoiosPorMes, recorte);
  return (
    <AnswerState answer={answer} rotulo="contando o apoio de cada mês" altura="24rem">
      {({ rows, params }) => <Grafico contexto={contexto} recorte={params} rows={rows} />}
    </AnswerState>
  );
}

type Rows = Parameters<typeof linhasPorMes>[0];

function Grafico({ contexto, recorte, rows }: MesesProps & { readonly rows: Rows }) {
  const { estado, mudar, extrato } = contexto;
  const linhas = useMemo(() => linhasPorMes(rows, recorte, extrato), [rows, recorte, extrato]);
  const options = useMemo(() => apoiosPorMesGrafico(linhas, estado.medida), [linhas, estado.medida]);
  const selecao = selecaoEmPalavras(recorte);
  const titulo = "Quanto apoio foi presencial e quanto não foi, mês a mês?";
  return (
    <div className="cobertura-meses">
      <label className="ui-row cobertura-medida">
        Contar
        <select
          className="ui-select"
          value={estado.medida}
          onChange={(event) => {
            const medida = MEDIDAS.find((m) => m === event.target.value);
            if (medida !== undefined) mudar({ medida });
          }}
        >
          {MEDIDAS.map((medida) => (
            <option key={medida} value={medida}>
              {MEDIDA_ROTULO[medida]}
            </option>
          ))}
        </select>
      </label>
      <ChartFrame
        titulo={titulo}
        subtitulo={`${capitalize(MEDIDA_ROTULO[estado.medida])} por mês, ${periodoEmPalavras(recorte)}${selecao === "" ? "" : ` · ${selecao}`}`}
        leitura={leituraMeses(rows, linhas)}
        linhas={linhas}
        colunas={COLUNAS_MES}
        chave={mesDe}
        options={options}
        cabecalho={cabecalhoDe(titulo, recorte, contexto)}
        arquivo={`cobertura-por-mes-${recorte.em}`}
        legenda={LEGENDA_MODALIDADE}
        vazio="Nenhum mês no período."
      />
    </div>
  );
}

function mesDe({ mes }: LinhaMes): string {
  return mes;
}
