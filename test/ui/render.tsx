import { act, type ReactNode } from "react";
import { createRoot, type Root } from "react-dom/client";
import { afterEach } from "vitest";

declare global {
  var IS_REACT_ACT_ENVIRONMENT: boolean;
}
globalThis.IS_REACT_ACT_ENVIRONMENT = true;

let mounted: { readonly root: Root; readonly host: HTMLElement }[] = [];

afterEach(() => {
  for (const { root, host } of mounted) {
    act(() => {
      root.unmount();
    });
    host.remove();
  }
  mounted = [];
});

export interface Rendered {
  readonly host: HTMLElement;
  /** Draws again in the same place. */
  readonly update: (node: ReactNode) => void;
}

/** Mounts a component in the document for one test. */
export function render(node: ReactNode): Rendered {
  const host = document.createElement("div");
  document.body.append(host);
  const root = createRoot(host);
  mounted.push({ root, host });
  const update = (next: ReactNode): void => {
    act(() => {
      root.render(next);
    });
  };
  update(node);
  return { host, update };
}

/** The one element that matches, of the given kind; fails naming the selector otherwise. */
export function only<E extends Element = HTMLElement>(
  host: ParentNode,
  selector: string,
  kind?: abstract new (...args: never[]) => E,
): E {
  const found = host.querySelectorAll<E>(selector);
  const first = found[0];
  if (found.length !== 1 || first === undefined) {
    throw new Error(`expected one "${selector}", found ${found.length}`);
  }
  if (kind !== undefined && !(first instanceof kind)) {
    throw new Error(`"${selector}" is a ${first.nodeName}`);
  }
  return first;
}

/** The button whose visible text or label is `name`. */
export function button(host: ParentNode, name: string): HTMLButtonElement {
  const found = [...host.querySelectorAll("button")].filter(
    (element) => element.getAttribute("aria-label") === name || element.textContent.trim() === name,
  );
  const first = found[0];
  if (found.length !== 1 || first === undefined) {
    throw new Error(`expected one button "${name}", found ${found.length}`);
  }
  return first;
}

export function click(element: Element): void {
  act(() => {
    element.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  });
}

export function press(key: string, options: KeyboardEventInit = {}): void {
  act(() => {
    (document.activeElement ?? document.body).dispatchEvent(
      new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true, ...options }),
    );
  });
}

export function focus(element: HTMLElement): void {
  act(() => {
    element.focus();
  });
}

/** Types a whole value, as the browser reports it. */
export function type(input: HTMLInputElement | HTMLSelectElement, value: string): void {
  const prototype = input instanceof HTMLInputElement ? HTMLInputElement : HTMLSelectElement;
  act(() => {
    // React listens to the prototype's setter to know what changed.
    Object.getOwnPropertyDescriptor(prototype.prototype, "value")?.set?.call(input, value);
    input.dispatchEvent(new Event(input instanceof HTMLInputElement ? "input" : "change", { bubbles: true }));
  });
}

/** Lets promises and effects settle, after `pending` when there is something to wait for. */
export async function settle(pending?: Promise<unknown>): Promise<void> {
  await act(async () => {
    await pending;
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  });
}
