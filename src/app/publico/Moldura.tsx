import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { type ReactElement, Suspense, useEffect, useRef } from "react";
import { Loading } from "../../ui/states/Loading.tsx";
import { codec, PARTE_ROTULO, PARTES, type Parte } from "../../views/transparencia/estado.ts";
import { asParams } from "../params.ts";
import { SkipLink } from "../SkipLink.tsx";
import { ThemeButton } from "../ThemeButton.tsx";
import { useBasePublica } from "./base.ts";
import { DataDaPublicacao } from "./DataDaPublicacao.tsx";

const NOME = "Mirante SUAS";

/** The frame of the public edition: skip link, name, parts, edition and its date, theme. */
export function Moldura(): ReactElement {
  const { territorio } = useBasePublica();
  const path = useRouterState({ select: (state) => state.location.pathname });
  const search: unknown = useRouterState({ select: (state) => state.location.search as unknown });
  const estado = codec.decode(asParams(search));
  const parte: Parte | null = path === "/metodologia" ? null : estado.parte;
  const main = useRef<HTMLElement>(null);
  const shown = useRef(parte);

  useEffect(() => {
    namePage(parte);
    // A new part is announced by moving focus to it; the first load leaves focus alone.
    if (shown.current === parte) return;
    shown.current = parte;
    main.current?.focus({ preventScroll: true });
    window.scrollTo(0, 0);
  }, [parte]);

  return (
    <>
      <SkipLink main={main} />
      <header className="shell-bar publico-bar">
        <Link to="/transparencia" className="shell-name" aria-label={`${NOME}, página inicial`}>
          {NOME} <span className="shell-uf">{territorio.uf}</span>
        </Link>
        <nav className="shell-nav" aria-label="Páginas">
          {PARTES.map((uma) => (
            <Link
              key={uma}
              to="/transparencia"
              search={codec.encode({ parte: uma, codigo: estado.codigo, ano: null, ajustes: {} })}
              className="shell-link"
              activeOptions={{ exact: true }}
              aria-current={uma === parte ? "page" : undefined}
            >
              {PARTE_ROTULO[uma]}
            </Link>
          ))}
        </nav>
        <div className="shell-chips">
          <DataDaPublicacao />
          <ThemeButton />
        </div>
      </header>
      <main id="conteudo" className="shell-main" ref={main} tabIndex={-1}>
        <Suspense fallback={<Loading rotulo="Abrindo a página" />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}

function namePage(parte: Parte | null): void {
  document.title = `${parte === null ? "Normas" : PARTE_ROTULO[parte]} · ${NOME}`;
}
