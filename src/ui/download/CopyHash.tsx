import { useState } from "react";

export interface CopyHashProps {
  readonly sha256: string;
  /** What it is the hash of, for those who do not see where it stands: "do método". */
  readonly de: string;
  /** Digits shown; all when absent. */
  readonly digitos?: number;
}

/** A SHA-256, whole or by its first digits, with the button that copies the whole. */
export function CopyHash({ sha256, de, digitos }: CopyHashProps) {
  const [copia, setCopia] = useState("");
  const [inteiro, setInteiro] = useState(digitos === undefined);
  return (
    <span className="prioridades-hash">
      <code title={sha256}>{inteiro || digitos === undefined ? sha256 : `${sha256.slice(0, digitos)}…`}</code>
      <button
        type="button"
        className="ui-button ui-button-quiet"
        onClick={() => {
          // Without https or with the permission refused there is no clipboard: the text is there to be selected.
          const copying = "clipboard" in navigator ? navigator.clipboard.writeText(sha256) : Promise.reject(new Error("no clipboard"));
          copying.then(
            () => {
              setCopia("Copiado.");
            },
            (error: unknown) => {
              console.error("clipboard refused", error);
              setInteiro(true);
              setCopia("O navegador não deixou copiar: selecione o texto.");
            },
          );
        }}
      >
        Copiar<span className="ui-hidden"> o SHA-256 {de}</span>
      </button>
      <span role="status" className="ui-small">
        {copia}
      </span>
    </span>
  );
}
