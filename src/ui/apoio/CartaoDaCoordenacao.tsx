import { useId } from "react";
import type { Coordenacao } from "../../core/pacto/index.ts";
import type { Norma } from "../../core/territorio.ts";
import { NormaLink } from "../norma/NormaLink.tsx";
import "./cartao.css";

export interface CartaoDaCoordenacaoProps {
  readonly coordenacao: Coordenacao;
  /** The norm that lists the office, and the year it printed its contacts; null = unknown. */
  readonly norma: Norma | null;
  readonly ano: number | null;
  /** Theme the office was reached by: "PAIF". */
  readonly tema?: string;
}

/**
 * Contact card of an office: what it answers for, its telephone and e-mail, as text.
 * Office data only, never a person's. Source: Res. CIB/MT 02/2022 art. 6 VIII.
 */
export function CartaoDaCoordenacao({ coordenacao, norma, ano, tema }: CartaoDaCoordenacaoProps) {
  const { nome, atende, telefone, emails, artigo } = coordenacao;
  const id = useId();
  return (
    <div className="apoio-cartao" role="group" aria-labelledby={id}>
      <p className="ui-small ui-muted">{tema === undefined ? "Com quem falar" : `Quem responde por ${tema}`}</p>
      <p id={id} className="apoio-cartao-nome">
        {nome}
      </p>
      <dl className="apoio-cartao-dados">
        <dt>Telefone</dt>
        <dd>{telefone ?? SEM_CONTATO}</dd>
        <dt>E-mail</dt>
        <dd>{emails.length === 0 ? SEM_CONTATO : emails.map((email) => <span key={email}>{email}</span>)}</dd>
        <dt>Recebe</dt>
        <dd>{atende}</dd>
      </dl>
      <p className="ui-small ui-muted">
        {norma === null ? artigo : <NormaLink norma={norma} artigo={artigo} />}. Contatos do órgão como a norma os imprimiu
        {ano === null ? "" : ` em ${ano}`}: confirme antes de usar.
      </p>
    </div>
  );
}

const SEM_CONTATO = <span className="ui-absence">a norma não diz</span>;
