import { ESTADO_ROTULO, type EstadoCelula } from "../../core/qualidade/celulas.ts";

/** The sign of a state: another shape for each, so that colour is never alone. */
export function EstadoIcone({ estado }: { readonly estado: EstadoCelula }) {
  return (
    <svg className={`qualidade-icone qualidade-icone-${estado}`} viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
      {DESENHO[estado]}
    </svg>
  );
}

const DESENHO: Readonly<Record<EstadoCelula, React.ReactNode>> = {
  erro: (
    <>
      <path d="M5 1h6l4 4v6l-4 4H5l-4-4V5z" fill="currentColor" />
      <path d="M5.5 5.5l5 5m0-5l-5 5" stroke="var(--surface-raised)" strokeWidth="2" fill="none" />
    </>
  ),
  "a-conferir": (
    <>
      <path d="M8 1l7.5 14H.5z" fill="currentColor" />
      <path d="M8 6v4M8 11.5v2" stroke="var(--surface-raised)" strokeWidth="2" fill="none" />
    </>
  ),
  "sem-dado": <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray="3 2.5" />,
  ok: <path d="M2 8.5l4 4 8-9" fill="none" stroke="currentColor" strokeWidth="2.5" />,
  "nao-avaliado": <path d="M3 8h10" fill="none" stroke="currentColor" strokeWidth="2" />,
};

/** A state in sign and word. */
export function EstadoMarca({ estado }: { readonly estado: EstadoCelula }) {
  return (
    <span className={`qualidade-marca qualidade-marca-${estado}`}>
      <EstadoIcone estado={estado} />
      {ESTADO_ROTULO[estado]}
    </span>
  );
}
