import { useId, type ReactNode } from "react";
import { CloseButton } from "./CloseButton.tsx";
import { useModal } from "./use-modal.ts";
import "./panel.css";

export interface DrawerProps {
  readonly aberto: boolean;
  readonly titulo: string;
  readonly onFechar: () => void;
  /** Side it comes from on wide screens; on small ones it fills the height. */
  readonly lado?: "esquerda" | "direita";
  readonly children: ReactNode;
}

/** A modal drawer on the native dialog: focus is kept inside, Escape or a click outside closes it. */
export function Drawer({ aberto, titulo, onFechar, lado = "esquerda", children }: DrawerProps) {
  const id = useId();
  const dialog = useModal(aberto);
  return (
    <dialog
      ref={dialog}
      className={`panel-drawer panel-drawer-${lado}`}
      aria-labelledby={id}
      onClose={() => {
        // Closed by the browser (Escape); when its owner closed it, there is nothing to tell.
        if (aberto) onFechar();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onFechar();
      }}
    >
      {aberto ? (
        <div className="panel-content">
          <header className="panel-head">
            <h2 id={id}>{titulo}</h2>
            <CloseButton onFechar={onFechar} />
          </header>
          <div className="panel-body">{children}</div>
        </div>
      ) : null}
    </dialog>
  );
}
