import { useMemo } from "react";
import { civilDe } from "../../../core/denuncias/dia.ts";
import { formatDate, formatPeriod } from "../../../core/format.ts";
import { qualidadeValores, type LinhaDeValores } from "../../../data/queries/qualidade-valores.ts";
import { AnswerState } from "../../../ui/states/AnswerState.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { useAnswer } from "../../../ui/use-answer.ts";
import { FraseDaParte } from "../frase-da-parte.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";
import { Comparados } from "./Comparados.tsx";
import { Escolhas } from "./Escolhas.tsx";
import { comDoisPeriodos, escolhaDe, figurasDe, type Escolha, type IndicadorComPeriodos } from "./figuras.ts";
import { avisoDoRegistro, janelaEntre, type Janela } from "./janela.ts";
import { Limites } from "./Limites.tsx";
import "./efeito.css";

const NOTHING: Record<string, never> = {};

/** Did municipalities that had support change otherwise than their like? An association, never a cause. */
export default function Efeito(props: ParteDeCoberturaProps) {
  const { session, snapshot, estado, demonstracao } = props;
  const figuras = useAnswer(session, qualidadeValores, NOTHING);
  const rows = figuras.estado === "pronto" ? figuras.answer.rows : null;
  const opcoes = useMemo(() => (rows === null ? null : comDoisPeriodos(rows, snapshot.catalogo)), [rows, snapshot]);
  const { indicador, antes, depois } = estado.efeito;
  const escolha = useMemo(() => (opcoes === null ? null : escolhaDe(opcoes, { indicador, antes, depois })), [opcoes, indicador, antes, depois]);
  return (
    <div className="cobertura-efeito">
      {rows === null ? <FraseDaParte demonstracao={demonstracao}>Buscando os números dos indicadores em cada período…</FraseDaParte> : null}
      <AnswerState answer={figuras} rotulo="buscando os números de cada período" altura="40rem">
        {({ rows: linhas }) =>
          escolha === null || opcoes === null ? <SemIndicador demonstracao={demonstracao} /> : <ComEscolha {...props} linhas={linhas} opcoes={opcoes} escolha={escolha} />
        }
      </AnswerState>
      <Limites {...props} />
    </div>
  );
}

function SemIndicador({ demonstracao }: { readonly demonstracao: boolean }) {
  return (
    <>
      <FraseDaParte demonstracao={demonstracao}>Dados insuficientes: nenhum indicador tem números em dois períodos.</FraseDaParte>
      <Empty
        mensagem="Para comparar antes e depois do apoio é preciso um indicador com números em dois períodos."
        acao={<a href="#/dados">Carregar indicadores na página de dados</a>}
      />
    </>
  );
}

interface ComEscolhaProps extends ParteDeCoberturaProps {
  readonly linhas: readonly LinhaDeValores[];
  readonly opcoes: readonly IndicadorComPeriodos[];
  readonly escolha: Escolha;
}

function ComEscolha({ linhas, ...props }: ComEscolhaProps) {
  const { escolha, estado, hoje, ajustes, apoio, demonstracao } = props;
  const { ate } = estado.efeito;
  const janela = useMemo(() => janelaEntre(escolha.antes.periodo, escolha.depois.periodo, ate, hoje), [escolha, ate, hoje]);
  const medidas = useMemo(
    () => ({
      antes: figurasDe(linhas, escolha.opcao.indicador.id, escolha.antes.periodo, ajustes.codigos),
      depois: figurasDe(linhas, escolha.opcao.indicador.id, escolha.depois.periodo, ajustes.codigos),
    }),
    [linhas, escolha, ajustes.codigos],
  );
  const registro = apoio.carga.estado === "pronto" ? apoio.carga.carga.periodo : null;
  return (
    <>
      <Escolhas {...props} />
      {janela === null ? (
        <SemDias escolha={escolha} demonstracao={demonstracao} hoje={hoje} />
      ) : (
        <NaJanela {...props} janela={janela} medidas={medidas} aviso={avisoDoRegistro(janela, registro, civilDe)} semRegistro={registro === null || registro.de > janela.dias.ate || registro.ate < janela.dias.de} />
      )}
    </>
  );
}

function SemDias({ escolha, demonstracao, hoje }: { readonly escolha: Escolha; readonly demonstracao: boolean; readonly hoje: string }) {
  const periodos = `${formatPeriod(escolha.antes.periodo)} e ${formatPeriod(escolha.depois.periodo)}`;
  return (
    <>
      <FraseDaParte demonstracao={demonstracao}>
        Dados insuficientes: não há dia entre {periodos} em que o apoio possa ter acontecido.
      </FraseDaParte>
      <Empty mensagem={`Escolha períodos mais afastados, ou conte o apoio até o fim do segundo período. Hoje é ${formatDate(hoje)}; o que vem depois não conta.`} />
    </>
  );
}

interface NaJanelaProps extends Omit<ComEscolhaProps, "linhas"> {
  readonly janela: Janela;
  readonly medidas: { readonly antes: readonly (number | null)[]; readonly depois: readonly (number | null)[] };
  readonly aviso: string;
  /** The record has no day between the two figures. */
  readonly semRegistro: boolean;
}

function NaJanela({ semRegistro, ...props }: NaJanelaProps) {
  if (!semRegistro) return <Comparados {...props} />;
  return (
    <>
      <FraseDaParte demonstracao={props.demonstracao}>
        {props.escolha.opcao.indicador.nomeCurto}: dados insuficientes para comparar {formatPeriod(props.escolha.antes.periodo)} com {formatPeriod(props.escolha.depois.periodo)}. {props.aviso}
      </FraseDaParte>
      <Empty mensagem="Escolha dois períodos com registro de apoio entre eles, ou carregue números mais novos do indicador." acao={<a href="#/dados">Ir para a página de dados</a>} />
    </>
  );
}
