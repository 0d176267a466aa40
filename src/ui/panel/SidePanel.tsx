import { useEffect, useId, useRef, type ReactNode } from "react";
import { CloseButton } from "./CloseButton.tsx";
import "./panel.css";

export interface SidePanelProps {
  readonly titulo: string;
  readonly subtitulo?: string;
  readonly onFechar: () => void;
  /** Moves the focus to the panel's heading when it opens, and back when it closes; default true. */
  readonly focar?: boolean;
  readonly children: ReactNode;
}

/**
 * What is known of the chosen thing, beside the page: a complementary landmark.
 * Escape closes it. The focus goes to its heading only when it opens, not when
 * its content changes.
 */
export function SidePanel({ titulo, subtitulo, onFechar, focar = true, children }: SidePanelProps) {
  const id = useId();
  const panel = useRef<HTMLElement>(null);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    if (!focar) return;
    const opener = document.activeElement;
    const element = panel.current;
    heading.current?.focus({ preventScroll: true });
    return () => {
      const isInside = element?.contains(document.activeElement) ?? false;
      const isLost = document.activeElement === document.body || isInside;
      if (isLost && opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, [focar]);

  return (
    <aside
      ref={panel}
      className="panel-side"
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === "Escape") {
          event.stopPropagation();
          onFechar();
        }
      }}
    >
      <header className="panel-head">
        <div>
          <h2 id={id} ref={heading} tabIndex={-1}>
            {titulo}
          </h2>
          {subtitulo === undefined ? null : <p className="panel-subtitle">{subtitulo}</p>}
        </div>
        <CloseButton onFechar={onFechar} />
      </header>
      <div className="panel-body">{children}</div>
    </aside>
  );
}
