// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { describe, expect, it } from "vitest";
import { Termo } from "../../../src/ui/glossario/Termo.tsx";
import { only, render } from "../render.tsx";

const VERBETES = [{ id: "cras", termo: "CRAS", formas: ["CRAS"], texto: "É a porta de entrada." }];

function desenhar(verbetes: readonly unknown[]): HTMLElement {
  const client = new QueryClient();
  client.setQueryData(["publico", "glossario"], verbetes);
  const { host } = render(
    <QueryClientProvider client={client}>
      <p>
        Há um <Termo id="cras">CRAS</Termo> aqui.
      </p>
    </QueryClientProvider>,
  );
  return host;
}

function tecla(key: string): void {
  act(() => {
    document.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  });
}

describe("a word with its explanation", () => {
  it("reads as part of the sentence and is described to a screen reader before it is opened", () => {
    const host = desenhar(VERBETES);
    const palavra = only(host, "button");
    const nota = only(host, "[role=tooltip]");
    expect(host.textContent).toContain("Há um CRAS");
    expect(palavra.getAttribute("aria-describedby")).toBe(nota.id);
    expect(nota.hidden).toBe(true);
  });

  it("opens on focus, closes on Escape and on leaving", () => {
    const host = desenhar(VERBETES);
    const palavra = only(host, "button");
    const nota = only(host, "[role=tooltip]");
    act(() => {
      palavra.focus();
    });
    expect(nota.hidden).toBe(false);
    expect(nota.textContent).toBe("É a porta de entrada.");
    tecla("Escape");
    expect(nota.hidden).toBe(true);
    act(() => {
      palavra.click();
    });
    expect(nota.hidden).toBe(false);
    act(() => {
      palavra.blur();
    });
    expect(nota.hidden).toBe(true);
  });

  it("is the word alone where the glossary does not have it", () => {
    const host = desenhar([]);
    expect(host.querySelector("button")).toBeNull();
    expect(host.textContent).toBe("Há um CRAS aqui.");
  });
});
