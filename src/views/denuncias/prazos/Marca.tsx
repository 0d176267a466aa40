import type { ReactNode } from "react";
import type { EstadoDoPrazo } from "../../../core/denuncias/prazos.ts";
import { PRAZO_ROTULO } from "../rotulos.ts";
import "./prazos.css";

/** Another shape for each state, so that colour is never alone. */
const DESENHO: Readonly<Record<EstadoDoPrazo, ReactNode>> = {
  vencido: (
    <>
      <path d="M8 1l7.5 14H.5z" fill="currentColor" />
      <path d="M8 6v4M8 11.5v2" stroke="var(--surface-raised)" strokeWidth="2" fill="none" />
    </>
  ),
  "vence-logo": (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" />
      <path d="M8 4v4l3 2" fill="none" stroke="currentColor" strokeWidth="2" />
    </>
  ),
  "no-prazo": <path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  "sem-como-contar": (
    <>
      <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2.5" />
      <path d="M8 4.5v4M8 10v2" stroke="currentColor" strokeWidth="2" fill="none" />
    </>
  ),
  cumprido: <path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  "cumprido-fora": <path d="M2 8.5l4 4 8-9M2 15h12" fill="none" stroke="currentColor" strokeWidth="2" />,
  "nao-se-aplica": <path d="M3 8h10" fill="none" stroke="currentColor" strokeWidth="2" />,
  encerrado: <path d="M3 8h10" fill="none" stroke="currentColor" strokeWidth="2" />,
};

/** How a term stands, in sign and word. */
export function MarcaDoPrazo({ estado, children }: { readonly estado: EstadoDoPrazo; readonly children?: ReactNode }) {
  return (
    <span className={`denuncias-marca denuncias-marca-${estado}`}>
      <svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
        {DESENHO[estado]}
      </svg>
      <span>{children ?? PRAZO_ROTULO[estado]}</span>
    </span>
  );
}
