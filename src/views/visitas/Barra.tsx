import { formatNumber, formatPercent } from "../../core/format.ts";
import type { Andamento, LimiteEmTela } from "./parte.ts";

export interface BarraProps {
  readonly andamento: Andamento;
  readonly limite: LimiteEmTela;
  /** What undo and redo would do; null for nothing. */
  readonly desfaz: string | null;
  readonly refaz: string | null;
  /** A plan can be made now. */
  readonly pode: boolean;
  readonly temPlano: boolean;
  /** The plan on screen was changed by hand. */
  readonly editado: boolean;
  readonly onPlanejar: () => void;
  readonly onParar: () => void;
  readonly onDesfazer: () => void;
  readonly onRefazer: () => void;
}

/** Plan again, stop, undo and redo, and how far the search is. */
export function Barra({ andamento, limite, desfaz, refaz, pode, temPlano, editado, onPlanejar, onParar, onDesfazer, onRefazer }: BarraProps) {
  const andando = andamento.estado === "andando";
  return (
    <div className="visitas-barra ui-no-print">
      <div className="ui-row">
        {andando ? (
          <button type="button" className="ui-button" onClick={onParar}>
            Parar e ficar com este plano
          </button>
        ) : (
          <button type="button" className="ui-button" disabled={!pode} onClick={onPlanejar}>
            {editado ? "Planejar o resto de novo" : "Planejar de novo"}
          </button>
        )}
        <button type="button" className="ui-button" disabled={desfaz === null} onClick={onDesfazer}>
          Desfazer{desfaz === null ? null : <span className="visitas-passo"> {desfaz}</span>}
        </button>
        <button type="button" className="ui-button" disabled={refaz === null} onClick={onRefazer}>
          Refazer{refaz === null ? null : <span className="visitas-passo"> {refaz}</span>}
        </button>
      </div>
      <Situacao andamento={andamento} limite={temPlano ? limite : null} />
    </div>
  );
}

function Situacao({ andamento, limite }: { readonly andamento: Andamento; readonly limite: LimiteEmTela | null }) {
  const { estado, feitas, total, erro } = andamento;
  const parte = total === 0 ? 0 : Math.min(1, feitas / total);
  return (
    <div className="visitas-situacao ui-small">
      {estado === "andando" ? (
        <>
          <progress max={1} value={parte} aria-label="Busca de um plano melhor" />
          <span className="ui-muted">
            {feitas === 0 ? "Um primeiro plano já está na tela; procurando melhores" : `Procurando planos melhores: ${formatPercent(100 * parte, 0)}`}
          </span>
        </>
      ) : null}
      <span role="status" className="ui-muted">
        {estado === "pronto"
          ? `Plano pronto: ${formatNumber(feitas)} tentativas de melhorar.`
          : estado === "parado"
            ? `Busca parada em ${formatNumber(feitas)} de ${formatNumber(total)} tentativas: o plano vale, mas só a busca inteira se repete igual.`
            : estado === "falhou"
              ? `O plano não pôde ser feito (${erro ?? "sem detalhe"}). Tente de novo; se continuar, recarregue a página.`
              : ""}
      </span>
      {estado === "andando" || limite === null ? null : <Limite limite={limite} />}
    </div>
  );
}

function Limite({ limite }: { readonly limite: LimiteEmTela }) {
  const { estado, progresso, distancia, erro, calcular, cancelar } = limite;
  if (estado === "andando") {
    return (
      <>
        <span className="ui-muted">
          Medindo o melhor plano possível{progresso === null ? "…" : ` (${formatPercent(100 * progresso, 0)})`}
        </span>
        <button type="button" className="ui-button ui-button-quiet" onClick={cancelar}>
          Parar de medir
        </button>
      </>
    );
  }
  if (distancia !== null && estado === "pronto") return null;
  return (
    <>
      {erro === null ? null : <span role="alert">{erro}</span>}
      <button type="button" className="ui-button ui-button-quiet" onClick={calcular}>
        Medir quanto falta para o melhor plano possível
      </button>
    </>
  );
}
