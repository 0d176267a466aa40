import { Link, Outlet, useRouterState } from "@tanstack/react-router";
import { type ReactElement, Suspense, useEffect, useRef, useState } from "react";
import { formatDate } from "../core/format.ts";
import { Loading } from "../ui/states/Loading.tsx";
import { useBase } from "../ui/use-base.ts";
import { useAppContext } from "./app-context.ts";
import { EngineStatus } from "./EngineStatus.tsx";
import { TASKS } from "./tasks.tsx";
import { applyTheme, nextTheme, savedTheme, type Theme } from "./theme.ts";

const THEME_LABEL: Readonly<Record<Theme, string>> = {
  auto: "Tema do sistema",
  light: "Tema claro",
  dark: "Tema escuro",
};

/** The frame of every page: skip link, name, pages, date of the data, theme. */
export function Shell(): ReactElement {
  const { snapshot, session } = useAppContext();
  const { dataReferencia } = useBase(snapshot, session);
  const path = useRouterState({ select: (state) => state.location.pathname });
  const main = useRef<HTMLElement>(null);
  const firstPath = useRef(path);

  useEffect(() => {
    const task = TASKS.find(({ id }) => path === `/${id}`);
    document.title = task === undefined ? "Mirante SUAS" : `${task.titulo} · Mirante SUAS`;
    // A new page is announced by moving focus to it; the first load leaves focus alone.
    if (firstPath.current === path) return;
    firstPath.current = "";
    main.current?.focus({ preventScroll: true });
  }, [path]);

  return (
    <>
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
        <Suspense fallback={<Loading rotulo="Abrindo a página" />}>
          <Outlet />
        </Suspense>
      </main>
    </>
  );
}

function ThemeButton(): ReactElement {
  const [theme, setTheme] = useState(savedTheme);
  useEffect(() => {
    applyTheme(theme);
  }, [theme]);
  return (
    <button
      type="button"
      className="shell-chip"
      onClick={() => {
        setTheme(nextTheme(theme));
      }}
    >
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <circle cx="8" cy="8" r="6.5" fill="none" stroke="currentColor" />
        <path d="M8 1.5a6.5 6.5 0 0 1 0 13Z" fill="currentColor" />
      </svg>
      <span className="shell-theme-text">{THEME_LABEL[theme]}</span>
    </button>
  );
}
