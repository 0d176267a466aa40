import { FileButton } from "../../../ui/file/FileButton.tsx";
import type { ArquivoAberto } from "./use-arquivo.ts";

/** Asks for a plan's file to compare with, and says what became of it. */
export function Aberto({ lido, recusa, abrir, fechar }: ArquivoAberto) {
  return (
    <>
      <FileButton rotulo="Comparar com um plano salvo (.mirante.json)" aceita=".json,application/json" onArquivo={abrir} />
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
