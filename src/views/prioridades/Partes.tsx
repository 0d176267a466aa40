import { PARTES, type Parte } from "./estado.ts";

export const PARTE_ROTULO: Readonly<Record<Parte, string>> = {
  lista: "Mapa e lista",
  firmeza: "Quão firme é",
  ciclo: "Ciclo",
  metodo: "Método",
};

/** The parts of the page, one at a time. */
export function Partes({ atual, onEscolher }: { readonly atual: Parte; readonly onEscolher: (parte: Parte) => void }) {
  return (
    <nav className="prioridades-partes" aria-label="Partes da página">
      {PARTES.map((parte) => (
        <button
          key={parte}
          type="button"
          aria-current={parte === atual ? "true" : undefined}
          onClick={() => {
            onEscolher(parte);
          }}
        >
          {PARTE_ROTULO[parte]}
        </button>
      ))}
    </nav>
  );
}
