import { useId } from "react";
import { formatNumber } from "../../../core/format.ts";
import type { RegraDoMinimo } from "../../../core/pacto/index.ts";
import type { Norma } from "../../../core/territorio.ts";
import { Artigos } from "../Artigos.tsx";
import { REGRAS_DO_MINIMO } from "./estado-da-parte.ts";
import { REGRA_ROTULO } from "./palavras.ts";

interface RegraProps {
  readonly regra: RegraDoMinimo;
  readonly onMudar: (regra: RegraDoMinimo) => void;
  /** Municipalities whose monitoring is owed by each rule; null = not known for today. */
  readonly devidos: Readonly<Record<RegraDoMinimo, number>> | null;
  readonly norma: Norma | null;
  readonly artigos: readonly string[];
}

/** What counts as the yearly monitoring: the norm names two ways and does not say whether either is enough. */
export function Regra({ regra, onMudar, devidos, norma, artigos }: RegraProps) {
  const id = useId();
  return (
    <fieldset className="minimo-regra ui-no-print" aria-describedby={id}>
      <legend>O que conta como monitoramento?</legend>
      <div className="minimo-opcoes">
        {REGRAS_DO_MINIMO.map((opcao) => (
          <label key={opcao} className="minimo-opcao">
            <input
              type="radio"
              name={id}
              checked={opcao === regra}
              onChange={() => {
                onMudar(opcao);
              }}
            />
            <span>
              {REGRA_ROTULO[opcao]}
              {devidos === null ? null : <span className="ui-muted ui-small"> ({formatNumber(devidos[opcao])} fora do prazo)</span>}
            </span>
          </label>
        ))}
      </div>
      <p id={id} className="ui-muted ui-small ui-reading">
        A norma manda monitorar cada município ao menos uma vez por ano, com verificação no local e também com dados, e não diz se uma das formas basta
        {norma === null ? "" : " ("}
        {norma === null ? null : <Artigos norma={norma} artigos={artigos} />}
        {norma === null ? "" : ")"}. A escolha fica no endereço e nos arquivos baixados.
      </p>
    </fieldset>
  );
}
