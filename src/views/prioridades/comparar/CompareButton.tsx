import { COMPARADOS } from "../estado.ts";
import { alternar, TITULO_DA_COMPARACAO } from "./escolha.ts";

export interface CompareButtonProps {
  readonly codigo: number;
  readonly comparados: readonly number[];
  readonly onComparar: (comparados: readonly number[]) => void;
}

/** Puts a municipality side by side with others, or takes it out, and leads to where they are. */
export function CompareButton({ codigo, comparados, onComparar }: CompareButtonProps) {
  const dentro = comparados.includes(codigo);
  const cheio = !dentro && comparados.length >= COMPARADOS;
  return (
    <>
      <button
        type="button"
        className="ui-button"
        aria-pressed={dentro}
        disabled={cheio}
        title={cheio ? `Já há ${COMPARADOS} municípios lado a lado: tire um para incluir outro.` : undefined}
        onClick={() => {
          onComparar(alternar(comparados, codigo));
        }}
      >
        {dentro ? "Tirar da comparação" : cheio ? `Comparação cheia (${COMPARADOS})` : "Comparar"}
      </button>
      {comparados.length === 0 ? null : (
        <button type="button" className="ui-button ui-button-quiet" onClick={irParaComparacao}>
          Ver lado a lado ({comparados.length})
        </button>
      )}
    </>
  );
}

function irParaComparacao(): void {
  const titulo = document.getElementById(TITULO_DA_COMPARACAO);
  titulo?.focus({ preventScroll: true });
  titulo?.scrollIntoView({ block: "start" });
}
