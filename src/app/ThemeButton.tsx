import { type ReactElement, useEffect, useState } from "react";
import { applyTheme, nextTheme, savedTheme, type Theme } from "./theme.ts";

const THEME_LABEL: Readonly<Record<Theme, string>> = {
  auto: "Tema do sistema",
  light: "Tema claro",
  dark: "Tema escuro",
};

/** Goes from one colour theme to the next; the browser remembers the choice. */
export function ThemeButton(): ReactElement {
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
