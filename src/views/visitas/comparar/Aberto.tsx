import { useId } from "react";
import type { ArquivoAberto } from "./use-arquivo.ts";

/** Asks for a plan's file to compare with, and says what became of it. */
export function Aberto({ lido, recusa, abrir, fechar }: ArquivoAberto) {
  const id = useId();
  return (
    <>
      <span className="visitas-comparar-arquivo">
        <input
          id={id}
          type="file"
          className="ui-hidden"
          accept=".json,application/json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file !== undefined) abrir(file);
            // The same file, mended, may be chosen again.
            target.value = "";
          }}
        />
        <label htmlFor={id} className="ui-button">
          Comparar com um plano salvo (.mirante.json)
        </label>
      </span>
      {lido === null ? null : (
        <button type="button" className="ui-button ui-button-quiet" onClick={fechar}>
          Tirar {lido.nome} da comparação
        </button>
      )}
      <div role="alert" className={recusa.length === 0 ? "ui-hidden" : "ui-small"}>
        {recusa.map((frase) => (
          <p key={frase}>{frase}</p>
        ))}
      </div>
    </>
  );
}
