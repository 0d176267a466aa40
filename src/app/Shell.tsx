import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { type ReactElement, Suspense, useEffect, useRef, useState } from "react";
import { formatDate } from "../core/format.ts";
import { AvisoDoElo } from "../ui/download/AvisoDoElo.tsx";
import { DadosDaPaginaProvider } from "../ui/download/dados-da-pagina.ts";
import { useDadosEmUso } from "../ui/download/dados-em-uso.ts";
import { Loading } from "../ui/states/Loading.tsx";
import { useBase } from "../ui/use-base.ts";
import { useAppContext } from "./app-context.ts";
import { EngineStatus } from "./EngineStatus.tsx";
import { afterKeptLoads } from "./kept-loads.ts";
import { SkipLink } from "./SkipLink.tsx";
import { TASKS } from "./tasks.tsx";
import { ThemeButton } from "./ThemeButton.tsx";

/** The frame of every page: skip link, name, pages, date of the data, theme. */
export function Shell(): ReactElement {
  const { snapshot, session } = useAppContext();
  const { dataReferencia } = useBase(snapshot, session);
  const dados = useDadosEmUso(snapshot, session);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const firstPath = useRef(path);
  const [isSettled, setSettled] = useState(false);

  useEffect(() => {
    let isHere = true;
    void afterKeptLoads().then(() => {
      if (isHere) setSettled(true);
    });
    return () => {
      isHere = false;
    };
  }, []);

  useEffect(() => {
    const task = TASKS.find(({ id }) => path === `/${id}`);
    const titulo = task?.titulo ?? (path.startsWith("/municipio/") ? "Dossiê de município" : undefined);
    document.title = titulo === undefined ? "Mirante SUAS" : `${titulo} · Mirante SUAS`;
    // A new page is announced by moving focus to it; the first load leaves focus alone.
    if (firstPath.current === path) return;
    firstPath.current = "";
    main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <>
      <SkipLink main={main} />
      <header className="shell-bar">
        <Link to="/" className="shell-name" aria-label="Mirante SUAS, página inicial">
          Mirante SUAS <span className="shell-uf">{snapshot.territorio.uf}</span>
        </Link>
        <nav className="shell-nav" aria-label="Páginas">
          {TASKS.map((task) => (
            <Link key={task.id} to={`/${task.id}`} className="shell-link" activeOptions={{ includeSearch: false }}>
              {task.titulo}
            </Link>
          ))}
        </nav>
        <div className="shell-chips">
          <EngineStatus session={session} />
          <Link
            to="/dados"
            className="shell-chip"
            aria-label={`Dados até ${formatDate(dataReferencia)}: ver o que está carregado, de onde e de quando`}
          >
            <span className="shell-wide">Dados até </span>
            {formatDate(dataReferencia)}
          </Link>
          <ThemeButton />
        </div>
      </header>
      <main id="conteudo" className="shell-main" ref={main} tabIndex={-1}>
        <DadosDaPaginaProvider value={dados}>
          {isSettled ? <AvisoDoElo dados={dados} /> : null}
          <Suspense fallback={<Loading rotulo="Abrindo a página" />}>
            <Outlet />
          </Suspense>
        </DadosDaPaginaProvider>
      </main>
    </>
  );
}
