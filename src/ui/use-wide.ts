import { useSyncExternalStore } from "react";

/** From this width the page stands in two columns; the same limit as in the style sheets. */
const WIDE = "(min-width: 1024px)";

function subscribe(listener: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener("change", listener);
  return () => {
    query.removeEventListener("change", listener);
  };
}

/** True when the page has room for two columns; weights and filters are dialogs when it has not. */
export function useWide(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
}
