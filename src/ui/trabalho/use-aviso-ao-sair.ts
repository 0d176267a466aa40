import { useEffect } from "react";

/** The browser asks before the page closes while closing it would lose something. */
export function useAvisoAoSair(perde: boolean): void {
  useEffect(() => {
    if (!perde) return;
    const avisar = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener("beforeunload", avisar);
    return () => {
      window.removeEventListener("beforeunload", avisar);
    };
  }, [perde]);
}
