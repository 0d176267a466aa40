/** Colour theme: the system's choice, or the person's. */
export type Theme = "auto" | "light" | "dark";

const KEY = "mirante-tema";
const ORDER: readonly Theme[] = ["auto", "light", "dark"];

/** Reads the saved theme; a browser that keeps no storage follows the system. */
export function savedTheme(): Theme {
  const saved = readStorage();
  return ORDER.find((theme) => theme === saved) ?? "auto";
}

/** Applies a theme to the page and remembers it where the browser allows. */
export function applyTheme(theme: Theme): void {
  if (theme === "auto") delete document.documentElement.dataset.theme;
  else document.documentElement.dataset.theme = theme;
  writeStorage(theme);
}

export function nextTheme(theme: Theme): Theme {
  return ORDER[(ORDER.indexOf(theme) + 1) % ORDER.length] ?? "auto";
}

function readStorage(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch (error) {
    // Private windows and blocked storage throw here; the theme is then per visit.
    if (error instanceof DOMException) return null;
    throw error;
  }
}

function writeStorage(theme: Theme): void {
  try {
    localStorage.setItem(KEY, theme);
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
  }
}
