import { useState } from "react";

/**
 * Text being typed, kept here so that the caret never jumps while its owner (the
 * URL) catches up; a value that comes from elsewhere replaces it.
 */
export function useDraft(valor: string): readonly [string, (text: string) => void] {
  const [draft, setDraft] = useState(valor);
  const [seen, setSeen] = useState(valor);
  const [sent, setSent] = useState(valor);
  if (valor !== seen) {
    setSeen(valor);
    if (valor !== sent) {
      setDraft(valor);
      setSent(valor);
    }
  }
  const write = (text: string): void => {
    setDraft(text);
    setSent(text);
  };
  return [draft, write];
}
