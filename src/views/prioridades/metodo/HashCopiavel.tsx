import { useState } from "react";

/** A SHA-256 whole, with the button that copies it. */
export function HashCopiavel({ sha256, de }: { readonly sha256: string; readonly de: string }) {
  const [copia, setCopia] = useState("");
  return (
    <span className="prioridades-hash">
      <code>{sha256}</code>
      <button
        type="button"
        className="ui-button ui-button-quiet"
        onClick={() => {
          // Without https or with the permission refused there is no clipboard: the text stays there to be selected.
          const copying = "clipboard" in navigator ? navigator.clipboard.writeText(sha256) : Promise.reject(new Error("no clipboard"));
          copying.then(
            () => {
              setCopia("Copiado.");
            },
            (error: unknown) => {
              console.error("clipboard refused", error);
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
