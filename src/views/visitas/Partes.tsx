import { PARTES, type Parte } from "./estado.ts";
import { PARTE_ROTULO } from "./rotulos-das-partes.ts";

/** The parts of the page, one at a time. */
export function Partes({ atual, onEscolher }: { readonly atual: Parte; readonly onEscolher: (parte: Parte) => void }) {
  return (
    <nav className="visitas-partes" aria-label="Partes da página">
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
