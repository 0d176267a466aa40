import type { ReactNode } from "react";
import type { SituacaoDaAcao } from "../../../core/planos/index.ts";

/** Another shape for each state, so that colour is never alone. */
const DESENHO: Readonly<Record<SituacaoDaAcao, ReactNode>> = {
  atrasada: (
    <>
      <path d="M8 1l7.5 14H.5z" fill="currentColor" />
      <path d="M8 6v4M8 11.5v2" stroke="var(--surface-raised)" strokeWidth="2" fill="none" />
    </>
  ),
  "sem-prazo": <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2.5" />,
  "no-prazo": (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 4v4l3 2" fill="none" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  concluida: <path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2.5" />,
};

/** How an action stands, in sign and words. */
export function MarcaDaAcao({ situacao, children }: { readonly situacao: SituacaoDaAcao; readonly children: ReactNode }) {
  return (
    <span className={`planos-marca planos-marca-${situacao}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {DESENHO[situacao]}
      </svg>
      <span>{children}</span>
    </span>
  );
}
