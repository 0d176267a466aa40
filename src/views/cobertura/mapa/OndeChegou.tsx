import { useMemo } from "react";
import { coberturaPorMunicipio } from "../../../data/queries/cobertura-por-municipio.ts";
import type { Recorte } from "../../../data/queries/cobertura-recorte.ts";
import type { ExtractSummary } from "../../../data/snapshot/snapshot.ts";
import { AnswerState } from "../../../ui/states/AnswerState.tsx";
import { ErrorState } from "../../../ui/states/ErrorState.tsx";
import { useAnswer } from "../../../ui/use-answer.ts";
import type { Base } from "../../../ui/use-base.ts";
import { codigosFora } from "../filtros/lugar.ts";
import { FraseDaParte } from "../frase-da-parte.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";
import type { Contexto } from "./contexto.ts";
import { Filtros } from "./Filtros.tsx";
import { avisosDoRegistro, fraseCobertura } from "./frase.ts";
import { Frente } from "./Frente.tsx";
import { Eixos, Estrategias } from "./Grupos.tsx";
import { Meses } from "./Meses.tsx";
import { codigosForaDaLista, linhasPorMunicipio } from "./model.ts";
import { recorteDe } from "./recorte.ts";

export interface OndeChegouProps
  extends Pick<ParteDeCoberturaProps, "territorio" | "pacto" | "norma" | "nomesRegioes" | "estado" | "mudar" | "hoje" | "session" | "topologyUrl"> {
  readonly base: Base;
  readonly extrato: ExtractSummary;
}

/** Did support reach the municipalities, and which are past their yearly monitoring? */
export default function OndeChegou(props: OndeChegouProps) {
  const { territorio, pacto, norma, nomesRegioes, estado, mudar, hoje, session, topologyUrl, base, extrato } = props;
  const { municipios } = base;
  const recorte = useMemo(() => recorteDe(estado, hoje), [estado, hoje]);
  const contexto: Contexto = {
    estado,
    mudar,
    session,
    municipios,
    nomesRegioes,
    extrato,
    pacto,
    norma: pacto.norma === null ? null : norma(pacto.norma),
    normaDe: norma,
  };
  const answer = useAnswer(session, coberturaPorMunicipio, recorte);
  const pronta = answer.estado === "pronto" ? answer.answer : null;
  const { regioes, portes } = recorte;
  const fora = useMemo(() => codigosFora(municipios, { regioes, portes }), [municipios, regioes, portes]);
  const linhas = useMemo(
    () => (pronta === null ? [] : linhasPorMunicipio(municipios, pronta.rows, pronta.params.em)),
    [municipios, pronta],
  );
  // The engine's own parameters, with the filters of place, which are applied here.
  const respondido = useMemo<Recorte>(
    () => (pronta === null ? recorte : { ...pronta.params, regioes, portes }),
    [pronta, recorte, regioes, portes],
  );
  const dentro = linhas.filter((l) => !fora.has(l.municipio.codigo));
  const avisos =
    pronta === null ? [] : avisosDoRegistro(respondido, extrato, codigosForaDaLista(municipios, pronta.rows));

  return (
    <>
      <FraseDaParte demonstracao={extrato.demonstracao}>
        {pronta === null
          ? "Contando os municípios que tiveram apoio presencial…"
          : fraseCobertura(dentro, respondido, nomesRegioes)}
      </FraseDaParte>
      {avisos.length === 0 ? null : (
        <ul className="cobertura-avisos">
          {avisos.map((aviso) => (
            <li key={aviso}>{aviso}</li>
          ))}
        </ul>
      )}
      {base.erro === null ? null : (
        <ErrorState
          titulo="O arquivo de municípios ou de indicadores não abriu"
          mensagem={base.erro.message}
          conserto={base.erro.whatToDo}
          detalhe={base.erro.detail}
        />
      )}
      <Filtros
        contexto={contexto}
        em={recorte.em}
        dataReferencia={base.dataReferencia}
        nomeRegiao={territorio.nomeRegiao}
        dentro={municipios.length - fora.size}
      />
      <AnswerState answer={answer} rotulo="Contando o apoio de cada município" altura="40rem">
        {() => (
          <Frente
            contexto={contexto}
            recorte={respondido}
            linhas={linhas}
            fora={fora}
            mesh={base.mesh}
            topologyUrl={topologyUrl}
          />
        )}
      </AnswerState>
      <div className="cobertura-grupos">
        <Estrategias contexto={contexto} recorte={recorte} />
        <Eixos contexto={contexto} recorte={recorte} />
      </div>
      <Meses contexto={contexto} recorte={recorte} />
    </>
  );
}
