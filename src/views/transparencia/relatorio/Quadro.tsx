import { isValor } from "../../../core/absence.ts";
import { formatPercent } from "../../../core/format.ts";
import type { ParteDoAno } from "../../../core/publico/relatorio.ts";
import { celulaDaContagem, contagemEmPalavras } from "../denuncias/modelo.ts";

interface QuadroProps {
  readonly legenda: string;
  /** Heading of the first column. */
  readonly primeira: string;
  readonly partes: readonly ParteDoAno[];
  readonly nome: (membro: string) => string;
  /** The year's number, which the parts are of; null when not known. */
  readonly total: number | null;
}

/** A short table of the report, made to be printed: every part with its share of the year's number. */
export function Quadro({ legenda, primeira, partes, nome, total }: QuadroProps) {
  if (partes.length === 0) return <p>{legenda}: não publicado.</p>;
  return (
    <div className="relatorio-rolagem" role="region" aria-label={legenda} tabIndex={0}>
      <table className="relatorio-quadro">
        <caption>{legenda}</caption>
        <thead>
          <tr>
            <th scope="col">{primeira}</th>
            <th scope="col" className="ui-number">
              Denúncias
            </th>
            <th scope="col" className="ui-number">
              Parte (%)
            </th>
          </tr>
        </thead>
        <tbody>
          {partes.map((parte) => {
            const valor = celulaDaContagem(parte);
            return (
              <tr key={parte.membro}>
                <th scope="row">{nome(parte.membro)}</th>
                <td className={isValor(valor) ? "ui-number" : "ui-number relatorio-ausente"}>{contagemEmPalavras(parte)}</td>
                <td className={isValor(valor) ? "ui-number" : "ui-number relatorio-ausente"}>{isValor(valor) && total !== null && total > 0 ? formatPercent((100 * valor.valor) / total) : "não calculada"}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
