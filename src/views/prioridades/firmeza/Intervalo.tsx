import { intervaloEmTexto, type Faixa } from "./linhas.ts";

interface IntervaloProps {
  readonly faixa: Pick<Faixa, "mediana" | "de" | "ate">;
  /** Positions on the axis. */
  readonly posicoes: number;
  readonly k: number;
}

/** The 5–95 % interval of a position as a bar from first to last place, with the median and the end of the list, and in words. */
export function Intervalo({ faixa, posicoes, k }: IntervaloProps) {
  const { mediana, de, ate } = faixa;
  const at = (posicao: number): string => `${(100 * Math.min(posicao, posicoes)) / posicoes}%`;
  return (
    <span className="prioridades-intervalo">
      <span className="prioridades-intervalo-eixo" aria-hidden="true">
        <span className="prioridades-intervalo-barra" style={{ insetInlineStart: at(de - 1), insetInlineEnd: `calc(100% - ${at(ate)})` }} />
        <span className="prioridades-intervalo-mediana" style={{ insetInlineStart: at(mediana - 0.5) }} />
        <span className="prioridades-intervalo-corte" style={{ insetInlineStart: at(k) }} />
      </span>
      <span className="ui-number">{intervaloEmTexto(faixa)}</span>
    </span>
  );
}
