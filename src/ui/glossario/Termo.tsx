import { type ReactElement, type ReactNode, useEffect, useId, useLayoutEffect, useRef, useState } from "react";
import { useGlossario } from "./verbetes.ts";
import "./glossario.css";

export interface TermoProps {
  /** Id in the glossary. */
  readonly id: string;
  /** The word as it stands in the sentence. */
  readonly children: ReactNode;
}

/** Space kept between the explanation and the edge of the window. */
const MARGEM = 8;

/**
 * A word with its explanation: on hover, on focus, on tap. Escape closes it, and the
 * pointer may rest on it. Without the glossary it is the word alone.
 */
export function Termo({ id, children }: TermoProps): ReactElement {
  const verbete = useGlossario().find((um) => um.id === id);
  const dica = useId();
  const caixa = useRef<HTMLSpanElement>(null);
  const nota = useRef<HTMLSpanElement>(null);
  const [aberto, setAberto] = useState(false);

  useLayoutEffect(() => {
    if (!aberto || caixa.current === null || nota.current === null) return;
    const { left } = caixa.current.getBoundingClientRect();
    const sobra = document.documentElement.clientWidth - MARGEM - nota.current.offsetWidth;
    nota.current.style.left = `${Math.max(MARGEM, Math.min(left, sobra)) - left}px`;
  }, [aberto]);

  useEffect(() => {
    if (!aberto) return;
    const fechar = (event: KeyboardEvent): void => {
      if (event.key === "Escape") setAberto(false);
    };
    document.addEventListener("keydown", fechar);
    return () => {
      document.removeEventListener("keydown", fechar);
    };
  }, [aberto]);

  if (verbete === undefined) return <>{children}</>;
  return (
    <span
      ref={caixa}
      className="termo"
      onPointerEnter={({ pointerType }) => {
        if (pointerType === "mouse") setAberto(true);
      }}
      onPointerLeave={({ pointerType }) => {
        if (pointerType === "mouse") setAberto(false);
      }}
    >
      <button
        type="button"
        className="termo-palavra"
        aria-describedby={dica}
        onFocus={() => {
          setAberto(true);
        }}
        onBlur={() => {
          setAberto(false);
        }}
        onClick={() => {
          setAberto(true);
        }}
      >
        {children}
      </button>
      <span ref={nota} id={dica} role="tooltip" className="termo-nota" hidden={!aberto}>
        {verbete.texto}
      </span>
    </span>
  );
}
