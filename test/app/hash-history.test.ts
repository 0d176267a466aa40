// @vitest-environment jsdom
import { afterEach, expect, it } from "vitest";
import { createHashHistory } from "../../src/app/hash-history.ts";

afterEach(() => {
  window.history.replaceState(null, "", "/");
});

it("reads path and parameters from what stands after the hash, and not from the page's query string", () => {
  window.history.replaceState(null, "", "/?mapa=svg#/prioridades?indicador=ivs");
  const history = createHashHistory(window);
  expect(history.location.pathname).toBe("/prioridades");
  expect(history.location.search).toBe("?indicador=ivs");
});

it("keeps the page's query string when it goes to another page", () => {
  window.history.replaceState(null, "", "/?mapa=svg#/prioridades");
  const history = createHashHistory(window);
  history.push("/dados?extrato=apoios");
  history.flush();
  expect(window.location.search).toBe("?mapa=svg");
  expect(window.location.hash).toBe("#/dados?extrato=apoios");
});

it("takes an address without a hash for the front page", () => {
  expect(createHashHistory(window).location.pathname).toBe("/");
});
