import type { ReactNode } from "react";
import type { EstadoDoMinimo } from "../../../core/pacto/index.ts";

export const ESTADO_ROTULO: Readonly<Record<EstadoDoMinimo, string>> = {
  "em-dia": "no prazo",
  vencido: "passou do prazo",
  "sem-registro": "sem registro",
};

/** Another shape for each state, so that colour is never alone. */
const DESENHO: Readonly<Record<EstadoDoMinimo, ReactNode>> = {
  "em-dia": <path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  vencido: (
    <>
      <path d="M8 1l7.5 14H.5z" fill="currentColor" />
      <path d="M8 6v4M8 11.5v2" stroke="var(--surface-raised)" strokeWidth="2" fill="none" />
    </>
  ),
  "sem-registro": <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2.5" />,
};

/** How a municipality stands, in sign and words. */
export function MarcaDoMinimo({ estado }: { readonly estado: EstadoDoMinimo }) {
  return (
    <span className={`minimo-marca minimo-marca-${estado}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {DESENHO[estado]}
      </svg>
      <span>{ESTADO_ROTULO[estado]}</span>
    </span>
  );
}
