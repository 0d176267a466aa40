import { useState } from "react";
import { useDadosDaPagina } from "./dados-da-pagina.ts";
import { eloDaPagina } from "./elo.ts";

/** Copies the address of what is on screen, with the digits of the data it was seen with. */
export function CopiarElo() {
  const dados = useDadosDaPagina();
  const [dito, setDito] = useState("");
  const [elo, setElo] = useState("");
  return (
    <>
      <button
        type="button"
        className="ui-button ui-button-quiet"
        onClick={() => {
          const endereco = dados === null ? location.href : eloDaPagina(location.href, dados);
          setElo("");
          // Without https or with the permission refused there is no clipboard: the address is there to be selected.
          const copying = "clipboard" in navigator ? navigator.clipboard.writeText(endereco) : Promise.reject(new Error("no clipboard"));
          copying.then(
            () => {
              setDito("Link copiado: leva o que está na tela e a marca dos dados.");
            },
            (error: unknown) => {
              console.error("clipboard refused", error);
              setDito("O navegador não deixou copiar: selecione o endereço.");
              setElo(endereco);
            },
          );
        }}
      >
        Copiar link
      </button>
      <span role="status">{dito}</span>
      {elo === "" ? null : (
        <input
          className="ui-input figure-elo"
          readOnly
          aria-label="Link desta página"
          value={elo}
          onFocus={(event) => {
            event.currentTarget.select();
          }}
        />
      )}
    </>
  );
}
