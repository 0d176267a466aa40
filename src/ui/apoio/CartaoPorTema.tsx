import { useMemo, useState } from "react";
import { coordenacaoDoTema, type Pacto } from "../../core/pacto/index.ts";
import type { Norma } from "../../core/territorio.ts";
import { SelectField } from "../filters/SelectField.tsx";
import { CartaoDaCoordenacao } from "./CartaoDaCoordenacao.tsx";
import { assuntosDasCoordenacoes, assuntoDoTema } from "./assuntos.ts";
import "./cartao.css";

export interface CartaoPorTemaProps {
  readonly pacto: Pacto;
  /** The pact's norm; null where the territory's norms have none. */
  readonly norma: Norma | null;
  /** Theme being read, in any of the ways it is written: its office comes chosen, and comes again when the theme changes. */
  readonly tema?: string | null;
}

/**
 * Which office answers for a theme, with its contact card; the reader may choose
 * another theme, so that it also serves where a municipality, and no theme, is read.
 * Nothing is drawn for a pact without offices.
 */
export function CartaoPorTema({ pacto, norma, tema = null }: CartaoPorTemaProps) {
  const assuntos = useMemo(() => assuntosDasCoordenacoes(pacto), [pacto]);
  const lido = useMemo(() => assuntoDoTema(tema, assuntos, pacto), [tema, assuntos, pacto]);
  const [escolha, setEscolha] = useState<{ readonly tema: string | null; readonly chave: string }>({ tema: null, chave: "" });
  if (assuntos.length === 0) return null;
  const chave = escolha.chave !== "" && escolha.tema === tema ? escolha.chave : (lido?.chave ?? "");
  const assunto = assuntos.find((item) => item.chave === chave);
  const semResposta = tema !== null && coordenacaoDoTema(tema, pacto) === null;
  return (
    <div className="apoio-por-tema">
      <SelectField
        rotulo="Sobre que assunto?"
        valor={chave}
        opcoes={[
          { valor: "", rotulo: "Escolha o assunto" },
          ...assuntos.map(({ chave: valor, nome, coordenacao }) => ({ valor, rotulo: nome, grupo: coordenacao.nome })),
        ]}
        onMudar={(nova) => {
          setEscolha({ tema, chave: nova });
        }}
        {...(semResposta ? { ajuda: `A norma não diz quem responde por “${tema}”: escolha o assunto mais próximo.` } : {})}
      />
      {assunto === undefined ? null : (
        <div aria-live="polite">
          <CartaoDaCoordenacao
            coordenacao={assunto.coordenacao}
            norma={norma}
            ano={pacto.ano}
            {...(assunto.nome === assunto.coordenacao.nome ? {} : { tema: assunto.nome })}
          />
        </div>
      )}
    </div>
  );
}
