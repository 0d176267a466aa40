import { memo, useDeferredValue, useMemo } from "react";
import { civilDe, mesDoDia } from "../../../core/denuncias/dia.ts";
import { formatNumber } from "../../../core/format.ts";
import { maisNecessitados, type PeriodoDoPacto } from "../../../core/pacto/index.ts";
import type { Perguntas } from "../../../data/apoio/perguntas.ts";
import { usePerguntaDoApoio } from "../../../ui/apoio/use-pergunta-do-apoio.ts";
import { Answered } from "../../../ui/keeper/Answered.tsx";
import { useGrowing } from "../../../ui/use-growing.ts";
import { FraseDaParte } from "../frase-da-parte.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";
import { Calor } from "./Calor.tsx";
import { estrategiasPorEixo, leituraDasEstrategias, leituraDoTempo, linhasNoTempo } from "./calor.ts";
import { Demanda } from "./Demanda.tsx";
import { deOndeVemOTerco, fraseDoPactuado, noPeriodo } from "./frases.ts";
import { Indice } from "./Indice.tsx";
import { Matriz } from "./Matriz.tsx";
import { linhasDaMatriz, tudoJunto } from "./matriz.ts";
import { cobertoPelo, periodosDoPactuado, periodosPedidos, PRIMEIRA_FATIA } from "./periodos.ts";
import { PorMunicipio } from "./PorMunicipio.tsx";
import { SECOES, type DadosDoPactuado, type SecaoFixaProps } from "./secao.ts";
import { SemLinha } from "./SemLinha.tsx";
import { SemNada } from "./SemNada.tsx";
import "./pactuado.css";

/** What was pacted of support, what was held of it, and whom it reached. */
export default function Pactuado(props: ParteDeCoberturaProps) {
  const { apoio, dentro, periodo, estado, demonstracao } = props;
  const registro = apoio.carga.estado === "pronto" ? apoio.carga.carga.periodo : null;
  const periodos = useMemo(() => periodosPedidos(periodosDoPactuado(periodo.dias, estado.meses, registro)), [periodo, estado.meses, registro]);
  const pergunta = usePerguntaDoApoio(apoio, "pactuado", useMemo(() => ({ periodos, dentro }), [periodos, dentro]));
  return (
    <>
      {pergunta.estado === "pronto" ? null : (
        <FraseDaParte demonstracao={demonstracao}>
          {pergunta.estado === "erro" ? "O que foi pactuado não pôde ser contado." : "Contando o que foi pactuado e o que se realizou…"}
        </FraseDaParte>
      )}
      <Answered pergunta={pergunta} rotulo="contando o que se realizou de cada linha do plano" altura="60rem">
        {(resposta, pede) => <Secoes parte={props} pede={pede} resposta={resposta} registro={registro} />}
      </Answered>
    </>
  );
}

interface SecoesProps {
  readonly parte: ParteDeCoberturaProps;
  readonly pede: Perguntas["pactuado"]["pede"];
  readonly resposta: Perguntas["pactuado"]["responde"];
  readonly registro: PeriodoDoPacto | null;
}

/** Sections below the first, drawn one a turn of the page's thread. */
const DEPOIS_DA_PRIMEIRA = 6;

function Secoes({ parte, pede, resposta, registro }: SecoesProps) {
  const dados = useDados(parte, pede, resposta, registro);
  const desenhadas = useGrowing(DEPOIS_DA_PRIMEIRA, 1, 1);
  // What is far down is drawn again in turns of its own.
  const abaixo = useDeferredValue(dados);
  const { pacto, norma, municipios, apoio, dentro, periodo, cabecalho, hoje, demonstracao } = parte;
  const fixa = useMemo(
    () => ({ pacto, norma, municipios, apoio, dentro, periodo, cabecalho, hoje, demonstracao }),
    [pacto, norma, municipios, apoio, dentro, periodo, cabecalho, hoje, demonstracao],
  );
  if (dados === null || abaixo === null) return null;
  const { linhas, tudo, coberturas, quando, isFiltrado } = dados;
  return (
    <div className="pactuado">
      <FraseDaParte demonstracao={demonstracao}>{fraseDoPactuado({ linhas, tudo, base: coberturas.atual.base, quando, isFiltrado })}</FraseDaParte>
      <Indice />
      <SemNada parte={parte} dados={dados} />
      {desenhadas > 0 ? <Matriz parte={parte} dados={dados} /> : null}
      {desenhadas > 1 ? <PorMunicipio parte={parte} dados={abaixo} /> : null}
      {desenhadas > 2 ? <Estrategias parte={fixa} dados={abaixo} /> : null}
      {desenhadas > 3 ? <NoTempo parte={fixa} dados={abaixo} /> : null}
      {desenhadas > 4 ? <Demanda parte={fixa} dados={abaixo} /> : null}
      {desenhadas > 5 ? <SemLinha parte={fixa} dados={abaixo} /> : null}
    </div>
  );
}

/** Everything the sections share, worked once for each answer; null where the answer has not the three first periods. */
function useDados({ pacto, municipios, ajustes, territorio }: ParteDeCoberturaProps, pede: SecoesProps["pede"], resposta: SecoesProps["resposta"], registro: PeriodoDoPacto | null): DadosDoPactuado | null {
  const { notas } = ajustes;
  return useMemo(() => {
    const [atual, anterior, adiante] = resposta.coberturas;
    const [doPeriodo, , depois] = pede.periodos;
    if (atual === undefined || anterior === undefined || adiante === undefined || doPeriodo === undefined || depois === undefined) return null;
    const meses = mesesEntre(doPeriodo, depois);
    const periodos = periodosDoPactuado(doPeriodo, meses, registro);
    const coberturas = { atual, anterior: cobertoPelo(registro, periodos.anterior) === "nada" ? null : anterior, adiante };
    const necessitados = notas === null ? null : maisNecessitados(notas);
    const comNota = notas?.filter((nota) => nota !== null).length ?? 0;
    return {
      coberturas,
      fatias: resposta.coberturas.slice(PRIMEIRA_FATIA),
      semLinha: resposta.semLinha,
      quantosSemLinha: resposta.temasSemLinha,
      periodos,
      registro,
      meses,
      quando: noPeriodo(meses, civilDe(doPeriodo.ate)),
      isFiltrado: pede.dentro !== null && pede.dentro.length < municipios.length,
      dentro: pede.dentro === null ? null : new Set(pede.dentro),
      linhas: linhasDaMatriz(coberturas, pacto),
      tudo: tudoJunto(coberturas, pacto),
      necessitados: comNota === 0 ? null : necessitados,
      terco: deOndeVemOTerco(comNota === 0 ? null : (necessitados?.reduce((soma, um) => soma + um, 0) ?? null), comNota, territorio.indice.nome),
    };
  }, [resposta, pede, notas, pacto, municipios, registro, territorio]);
}

/** The period ahead is as long as the period itself: its length in months. */
function mesesEntre(atual: PeriodoDoPacto, adiante: PeriodoDoPacto): number {
  return mesDoDia(adiante.ate) - mesDoDia(atual.ate);
}

const Estrategias = memo(function Estrategias({ parte, dados }: SecaoFixaProps) {
  const { pacto, cabecalho, hoje } = parte;
  const tabela = useMemo(() => estrategiasPorEixo(dados.coberturas.atual, pacto), [dados, pacto]);
  return (
    <Calor
      id={SECOES.estrategias.id}
      titulo="Que estratégias se usaram, em que eixo?"
      subtitulo={`Eventos realizados ${dados.quando}, pelas ${formatNumber(pacto.estrategias.length)} estratégias pactuadas e os ${formatNumber(pacto.eixos.length)} eixos. Em cada eixo, os eventos nos temas das suas linhas, por qualquer estratégia; o total conta cada evento uma vez.`}
      leitura={leituraDasEstrategias(tabela)}
      tabela={tabela}
      nomes={["Estratégia", "Artigos"]}
      cabecalho={cabecalho("Eventos realizados por estratégia e eixo")}
      arquivo={`pactuado-estrategias-${hoje}`}
      largura={7.5}
    />
  );
});

const NoTempo = memo(function NoTempo({ parte, dados }: SecaoFixaProps) {
  const { pacto, cabecalho, hoje } = parte;
  const { fatias } = dados.periodos;
  const tabela = useMemo(() => linhasNoTempo(dados.fatias, dados.periodos.fatias, pacto), [dados, pacto]);
  const passo = dados.meses > 12 ? "trimestre" : "mês";
  return (
    <Calor
      id={SECOES.tempo.id}
      titulo="Quando se realizou cada linha?"
      subtitulo={`Eventos realizados por ${passo}, ${dados.quando}, por uma das estratégias da linha.${fatias.some(({ isParcial }) => isParcial) ? ` “(parte)”: o período só tem uma parte do ${passo}.` : ""}`}
      leitura={leituraDoTempo(tabela, passo)}
      tabela={tabela}
      nomes={["Linha do plano", "Eixo"]}
      cabecalho={cabecalho(`Eventos realizados de cada linha, por ${passo}`)}
      arquivo={`pactuado-linhas-no-tempo-${hoje}`}
      largura={4}
    />
  );
});
