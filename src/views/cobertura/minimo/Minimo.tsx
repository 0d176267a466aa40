import { useMemo } from "react";
import type { Perguntas } from "../../../data/apoio/perguntas.ts";
import { usePerguntaDoApoio } from "../../../ui/apoio/use-pergunta-do-apoio.ts";
import { Answered } from "../../../ui/keeper/Answered.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import { lugarNaFrase } from "../filtros/palavras.ts";
import { FraseDaParte } from "../frase-da-parte.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";
import { Contado } from "./Contado.tsx";
import { diasDaCurva } from "./linhas.ts";
import { fraseDoMinimo } from "./palavras.ts";
import "./minimo.css";

/** The yearly minimum: which municipalities are past their monitoring, since when, and how that has moved. */
export default function Minimo(props: ParteDeCoberturaProps) {
  const { pacto, demonstracao } = props;
  if (pacto.minimo === null) {
    return (
      <>
        <FraseDaParte demonstracao={demonstracao}>Os dados deste território não pactuam um mínimo de monitoramento.</FraseDaParte>
        <Empty mensagem="Sem um mínimo pactuado não há prazo a contar. Ele se escreve no arquivo apoio.json do território." />
      </>
    );
  }
  return <ComMinimo {...props} meses={pacto.minimo.meses} />;
}

function ComMinimo({ meses, ...props }: ParteDeCoberturaProps & { readonly meses: number }) {
  const { apoio, dentro, estado, hoje, session, demonstracao, nomesRegioes } = props;
  const { regra } = estado.minimo;
  const inicio = session.extracts().find(({ id }) => id === "apoios")?.inicio ?? null;
  const pede = useMemo<Perguntas["minimo"]["pede"]>(() => ({ regra, dentro, dias: diasDaCurva(hoje, inicio, meses) }), [regra, dentro, hoje, inicio, meses]);
  const pergunta = usePerguntaDoApoio(apoio, "minimo", pede);
  return (
    <>
      <FraseDaParte demonstracao={demonstracao}>
        {pergunta.estado === "pronto"
          ? fraseDoMinimo(pergunta.resposta.minimo, pergunta.pede.regra, hoje, lugarNaFrase(estado, nomesRegioes))
          : pergunta.estado === "erro"
            ? "O mínimo anual não pôde ser contado."
            : "Contando o mínimo anual de cada município…"}
      </FraseDaParte>
      <Answered pergunta={pergunta} rotulo="contando o mínimo anual" altura="40rem">
        {(resposta, perguntado) => <Contado {...props} resposta={resposta} perguntado={perguntado} inicio={inicio} />}
      </Answered>
    </>
  );
}
