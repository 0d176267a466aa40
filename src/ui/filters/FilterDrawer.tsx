import { type ReactNode, useCallback, useState } from "react";
import { Drawer } from "../panel/Drawer.tsx";

export interface FilterDrawerProps {
  /** How many filters are set. */
  readonly emUso: number;
  /** What the closing button says: "Ver 42 municípios". */
  readonly ver: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** Filters of a narrow screen: a button that says how many are set, and a dialog that holds them. */
export function FilterDrawer({ emUso, ver, className = "", children }: FilterDrawerProps) {
  const [aberto, setAberto] = useState(false);
  const fechar = useCallback(() => {
    setAberto(false);
  }, []);
  return (
    <>
      <button
        type="button"
        className={`ui-button ${className}`.trim()}
        aria-haspopup="dialog"
        onClick={() => {
          setAberto(true);
        }}
      >
        Filtros{emUso === 0 ? "" : ` (${emUso})`}
      </button>
      <Drawer aberto={aberto} titulo="Filtros" onFechar={fechar}>
        {children}
        <button type="button" className="ui-button ui-button-primary" onClick={fechar}>
          {ver}
        </button>
      </Drawer>
    </>
  );
}
