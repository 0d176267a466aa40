import { formatNumber } from "../../../core/format.ts";
import type { LinhaDaSerie } from "./series.ts";
import { TIPO_ROTULO } from "./rotulos-dos-metodos.ts";

/** The rest is in the table of all series. */
const MAIS_LONGA = 20;

function Alerta({ linha: { nome, tipo, frase } }: { readonly linha: LinhaDaSerie }) {
  return (
    <span>
      <strong>{nome}</strong> <span className="ui-small">({TIPO_ROTULO[tipo].toLowerCase()})</span>: {frase}.
    </span>
  );
}

interface ListaDeAlertasProps {
  readonly linhas: readonly LinhaDaSerie[];
  readonly escolhida: string;
  readonly onEscolher: (id: string) => void;
}

/** The month's alarms in words, the least probable first; each draws its series. */
export function ListaDeAlertas({ linhas, escolhida, onEscolher }: ListaDeAlertasProps) {
  const alarmes = linhas.filter(({ sinal }) => sinal === "acima");
  if (alarmes.length === 0) return null;
  const resto = alarmes.length - MAIS_LONGA;
  return (
    <>
      <ul className="denuncias-alertas-lista" aria-label="Alertas do mês">
        {alarmes.slice(0, MAIS_LONGA).map((linha) => (
          <li key={linha.id} data-escolhida={linha.id === escolhida ? "sim" : "nao"}>
            <button
              type="button"
              className="ui-button ui-button-quiet"
              aria-pressed={linha.id === escolhida}
              onClick={() => {
                onEscolher(linha.id);
              }}
            >
              <Alerta linha={linha} />
            </button>
            <span className="ui-only-print">
              <Alerta linha={linha} />
            </span>
            {linha.fica === null ? null : (
              <span className="ui-small denuncias-alertas-fica">{linha.fica ? "▲ continua depois da correção" : "△ pode ser acaso"}</span>
            )}
          </li>
        ))}
      </ul>
      {resto > 0 ? <p className="ui-small">E mais {formatNumber(resto)} na tabela de todas as séries.</p> : null}
    </>
  );
}
