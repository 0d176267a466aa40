import { SECOES } from "./secao.ts";

/** The way to each section of the part: the page is long, and its address is taken by the filters. */
export function Indice() {
  return (
    <nav className="pactuado-indice ui-no-print" aria-label="Nesta parte">
      <ul>
        {Object.values(SECOES).map(({ id, nome }) => (
          <li key={id}>
            <button
              type="button"
              className="ui-button ui-button-quiet"
              onClick={() => {
                const titulo = document.getElementById(id);
                titulo?.scrollIntoView({ block: "start" });
                titulo?.focus({ preventScroll: true });
              }}
            >
              {nome}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
