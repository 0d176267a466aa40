import type { ReactElement, RefObject } from "react";

/** The first stop of the keyboard: over the header, to the page itself. */
export function SkipLink({ main }: { readonly main: RefObject<HTMLElement | null> }): ReactElement {
  return (
    <a
      className="shell-skip"
      href="#conteudo"
      onClick={(event) => {
        // The hash is the address of the page, so the link moves focus by hand.
        event.preventDefault();
        main.current?.focus();
      }}
    >
      Ir para o conteúdo
    </a>
  );
}
