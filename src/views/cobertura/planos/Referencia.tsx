import { NORMA_DOS_PLANOS } from "../../../data/planos/norma.ts";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";

/** Whose rules the plans follow, and that they bind only where the norm is from. */
export function Referencia({ norma, territorio }: Pick<ParteDeCoberturaProps, "norma" | "territorio">) {
  const citada = norma(NORMA_DOS_PLANOS.id);
  const artigo = (qual: string) => (citada === null ? `${NORMA_DOS_PLANOS.nomeCurto}, ${qual}` : <NormaLink norma={citada} artigo={qual} />);
  return (
    <section className="planos-secao" aria-labelledby="planos-regras">
      <h2 id="planos-regras">De onde vêm estas regras?</h2>
      <p className="ui-reading">
        O Plano de Providências liga cada dificuldade a ações, responsáveis e prazos ({artigo("art. 6º")}); é aprovado pelo CMAS e pactuado na CIB ({artigo("art. 6º, § 1º")}) e só
        está concluído com todas as ações feitas ({artigo("art. 6º, § 3º")}). Dele decorre o Plano de Apoio, que é do Estado ({artigo("art. 7º")}); a cópia que se tem da portaria
        termina nesse artigo, e por isso aqui só o Plano de Providências espera pelo CMAS e pela CIB.
        {territorio.uf === NORMA_DOS_PLANOS.uf ? "" : ` A portaria é ${NORMA_DOS_PLANOS.deQuem}: serve de referência de método e não obriga ${territorio.nome}.`}
      </p>
      <p className="ui-reading">Quem responde por uma ação é um órgão, nunca uma pessoa. O que vence hoje ainda está no prazo; a ordem das listas é só a dos dias de atraso.</p>
    </section>
  );
}
