import { useState } from "react";
import type { PaginaProps } from "./props.ts";

/** Sends the page on: its address to be copied, or the page on paper. */
export function Acoes({ municipio, enderecoDe }: PaginaProps) {
  const [copia, setCopia] = useState("");
  const [endereco, setEndereco] = useState<string | null>(null);
  const copiar = (): void => {
    const completo = new URL(enderecoDe("municipio", { codigo: municipio.codigo }), document.baseURI).href;
    const copying = "clipboard" in navigator ? navigator.clipboard.writeText(completo) : Promise.reject(new Error("no clipboard"));
    copying.then(
      () => {
        setCopia("Endereço copiado.");
      },
      (error: unknown) => {
        console.error("clipboard refused", error);
        setEndereco(completo);
        setCopia("O navegador não deixou copiar. Selecione o endereço ao lado.");
      },
    );
  };
  return (
    <div className="municipio-acoes ui-no-print">
      <button type="button" className="ui-button" onClick={copiar}>
        Copiar o endereço desta página
      </button>
      <button
        type="button"
        className="ui-button"
        onClick={() => {
          window.print();
        }}
      >
        Imprimir
      </button>
      <span role="status" className="ui-small">
        {copia}
      </span>
      {endereco === null ? null : <code>{endereco}</code>}
    </div>
  );
}
