/** Sections of the page, by the id of their heading. */
const SECOES = [
  ["municipio-rede", "Onde buscar ajuda"],
  ["municipio-numeros", "Os números"],
  ["municipio-apoio", "O apoio do Estado"],
  ["municipio-denuncias", "As denúncias"],
] as const;

/** Ways down a long page. Buttons, as the address after # is of the whole page. */
export function NestaPagina() {
  return (
    <nav aria-label="Nesta página" className="municipio-acoes ui-no-print">
      {SECOES.map(([id, titulo]) => (
        <button
          key={id}
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            irPara(id);
          }}
        >
          {titulo}
        </button>
      ))}
    </nav>
  );
}

function irPara(id: string): void {
  const titulo = document.getElementById(id);
  if (titulo === null) return;
  titulo.tabIndex = -1;
  titulo.focus({ preventScroll: true });
  titulo.scrollIntoView();
}
