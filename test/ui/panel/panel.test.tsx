// @vitest-environment jsdom
import { useState } from "react";
import { beforeAll, describe, expect, it, vi } from "vitest";
import { NormaLink } from "../../../src/ui/norma/NormaLink.tsx";
import { Drawer } from "../../../src/ui/panel/Drawer.tsx";
import { SidePanel } from "../../../src/ui/panel/SidePanel.tsx";
import { button, click, focus, only, press, render } from "../render.tsx";

function Page() {
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <>
      <button type="button" onClick={() => { setChosen("Cuiabá"); }}>
        abrir
      </button>
      <button type="button" onClick={() => { setChosen("Sinop"); }}>
        trocar
      </button>
      {chosen === null ? null : (
        <SidePanel titulo={chosen} onFechar={() => { setChosen(null); }}>
          <a href="#/x">ficha</a>
        </SidePanel>
      )}
    </>
  );
}

describe("SidePanel", () => {
  it("takes the focus to its heading when it opens and gives it back on Escape", () => {
    const { host } = render(<Page />);
    focus(button(host, "abrir"));
    click(button(host, "abrir"));
    expect(document.activeElement?.textContent).toBe("Cuiabá");
    press("Escape");
    expect(host.querySelector("aside")).toBeNull();
    expect(document.activeElement).toBe(button(host, "abrir"));
  });

  it("does not take the focus again when what it shows changes", () => {
    const { host } = render(<Page />);
    click(button(host, "abrir"));
    focus(button(host, "trocar"));
    click(button(host, "trocar"));
    expect(only(host, "aside h2").textContent).toBe("Sinop");
    expect(document.activeElement).toBe(button(host, "trocar"));
  });

  it("is a landmark named by its heading, closable with a button", () => {
    const onFechar = vi.fn();
    const { host } = render(
      <SidePanel titulo="Cuiabá" onFechar={onFechar} focar={false}>
        <p>dados</p>
      </SidePanel>,
    );
    const id = only(host, "aside").getAttribute("aria-labelledby") ?? "";
    expect(document.getElementById(id)?.textContent).toBe("Cuiabá");
    click(button(host, "Fechar"));
    expect(onFechar).toHaveBeenCalledOnce();
  });
});

describe("Drawer", () => {
  beforeAll(() => {
    // What the browser does and jsdom does not.
    HTMLDialogElement.prototype.showModal = function showModal() {
      this.open = true;
    };
    HTMLDialogElement.prototype.close = function close() {
      this.open = false;
      this.dispatchEvent(new Event("close"));
    };
  });

  const drawer = (aberto: boolean, onFechar: () => void) => (
    <Drawer aberto={aberto} titulo="Pesos" onFechar={onFechar}>
      <p>dimensões</p>
    </Drawer>
  );

  it("opens as a modal named by its heading, and is empty while closed", () => {
    const { host, update } = render(drawer(false, () => undefined));
    expect(only(host, "dialog").textContent).toBe("");
    update(drawer(true, () => undefined));
    const dialog = only(host, "dialog", HTMLDialogElement);
    expect(dialog.open).toBe(true);
    expect(document.getElementById(dialog.getAttribute("aria-labelledby") ?? "")?.textContent).toBe("Pesos");
  });

  it("tells its owner once when the browser closes it, and not when the owner does", () => {
    const onFechar = vi.fn();
    const { host, update } = render(drawer(true, onFechar));
    update(drawer(false, onFechar));
    expect(onFechar).not.toHaveBeenCalled();
    update(drawer(true, onFechar));
    only(host, "dialog", HTMLDialogElement).close();
    expect(onFechar).toHaveBeenCalledOnce();
  });
});

describe("NormaLink", () => {
  it("cites norm and article and leads to its place on the method page", () => {
    const { host } = render(
      <NormaLink
        norma={{ id: "cib-02-2022", nomeCurto: "Res. CIB/MT 02/2022", titulo: "Apoio técnico" }}
        artigo="art. 4º, I, c"
      />,
    );
    const link = only(host, "a", HTMLAnchorElement);
    expect(link.textContent).toBe("Res. CIB/MT 02/2022, art. 4º, I, c");
    expect(link.getAttribute("href")).toBe("#/metodologia?secao=norma-cib-02-2022");
  });
});
