import { useMemo } from "react";
import { tabelaDe, totalDoPeriodo } from "../../../core/publico/contagem.ts";
import { montarRelatorio, TABELAS_DO_RELATORIO } from "../../../core/publico/relatorio.ts";
import { PageSentence } from "../../../ui/states/PageSentence.tsx";
import type { ParteDeTransparenciaProps } from "../parte.ts";
import { Citacao, NORMA } from "../protecao/Citacao.tsx";
import { Prosa } from "../protecao/Prosa.tsx";
import { Assuntos } from "./Assuntos.tsx";
import { fraseDoNumero, fraseDoPrazo, prazosPorPeriodo } from "./modelo.ts";
import { Lugares } from "./Lugares.tsx";
import { Prazos } from "./Prazos.tsx";
import { Protegidas } from "./Protegidas.tsx";
import { O_QUE_SE_VE } from "./textos.ts";

/** Deadlines met in the handling of complaints, and how many there were, as protected. */
export default function Denuncias(props: ParteDeTransparenciaProps) {
  const { publicacao } = props;
  const demonstracao = publicacao.extratos.some((extrato) => extrato.id === "denuncias" && extrato.demonstracao);
  const tabelaDoPrazo = tabelaDe(publicacao, TABELAS_DO_RELATORIO.prazo);
  const prazos = useMemo(() => (tabelaDoPrazo === null ? [] : prazosPorPeriodo(tabelaDoPrazo, (periodo) => totalDoPeriodo(publicacao, "denuncias", periodo))), [tabelaDoPrazo, publicacao]);
  const ultimo = useMemo(() => montarRelatorio(publicacao, null).anos.at(-1) ?? null, [publicacao]);
  return (
    <>
      <PageSentence titulo="Denúncias e prazos de resposta" demonstracao={demonstracao}>
        {ultimo === null ? "Não há denúncias nesta publicação." : `${fraseDoNumero(ultimo.ano, ultimo.numero, ultimo.completo)} ${fraseDoPrazo(prazos)}`}
      </PageSentence>
      <section className="parte-secao" aria-label="O que esta página mostra">
        <Prosa textos={O_QUE_SE_VE} />
        <p>
          <Citacao norma={props.norma} id={NORMA.denuncias} antes="O caminho de uma denúncia está na " depois="." />
        </p>
      </section>
      {tabelaDoPrazo === null ? null : <Prazos {...props} prazos={prazos} demonstracao={demonstracao} />}
      <Lugares {...props} demonstracao={demonstracao} />
      <Assuntos {...props} demonstracao={demonstracao} />
      <Protegidas {...props} assunto="denuncias" />
    </>
  );
}
