import { createBrowserHistory, type ParsedHistoryState, parseHref, type RouterHistory } from "@tanstack/history";

/**
 * History whose address is what stands after `#`: `#/prioridades?indicador=ivs`.
 * Unlike the router's own hash history it leaves the page's query string alone,
 * which here only chooses the map's drawing.
 */
export function createHashHistory(win: Window & typeof globalThis = window): RouterHistory {
  return createBrowserHistory({
    window: win,
    parseLocation: () => parseHref(win.location.hash.slice(1) || "/", win.history.state as ParsedHistoryState | undefined),
    createHref: (href: string) => `${win.location.pathname}${win.location.search}#${href}`,
  });
}
