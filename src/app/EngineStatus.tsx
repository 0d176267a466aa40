import { type ReactElement, useSyncExternalStore } from "react";
import { formatNumber } from "../core/format.ts";
import type { EnginePhase, Session } from "../data/session/session.ts";

/** Says how far the data engine is; silent once it works. A failure offers a retry that retries. */
export function EngineStatus({ session }: { readonly session: Session }): ReactElement | null {
  const phase = useSyncExternalStore(session.subscribe, session.phase);
  if (phase.phase === "failed") {
    return (
      <span className="shell-chip shell-chip-alert" role="alert">
        {phase.error.message}{" "}
        <button
          type="button"
          className="shell-retry"
          onClick={() => {
            // A second failure shows in the phase itself; there is nothing more to do with it here.
            session.start().catch(() => undefined);
          }}
        >
          Tentar de novo
        </button>
      </span>
    );
  }
  const text = describe(phase);
  return text === null ? null : (
    <span className="shell-chip shell-chip-quiet" role="status">
      {text}
    </span>
  );
}

function describe(phase: EnginePhase): string | null {
  switch (phase.phase) {
    case "downloading":
      return phase.total === null
        ? "Carregando o motor de dados"
        : `Carregando o motor de dados: ${formatNumber((100 * phase.received) / phase.total)} %`;
    case "starting":
      return "Iniciando o motor de dados";
    case "idle":
    case "ready":
    case "failed":
      return null;
  }
}
