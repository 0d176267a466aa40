// @vitest-environment jsdom
import { expect, it } from "vitest";
import { Guardados } from "../../../src/views/dados/Guardados.tsx";
import { button, click, render } from "../../ui/render.tsx";

const ESTADO = { motivo: null, itens: [], avisos: [], outraAba: null };

// The environment draws dialogs and does not open them.
HTMLDialogElement.prototype.showModal = function showModal(): void {
  this.open = true;
};
HTMLDialogElement.prototype.close = function close(): void {
  this.open = false;
};

it("the user's own work is named among what is kept, and before it is erased with the rest", () => {
  let apagou = 0;
  const { host } = render(<Guardados estado={ESTADO} arquivosEmUso={[]} mapeamentos={0} registros={3} onApagar={() => void (apagou += 1)} />);
  expect(host.textContent).toContain("Também ficam aqui 3 registros do seu trabalho (planos, ações, visitas e notas).");
  expect(host.querySelector('a[href="#/cobertura?parte=trabalho"]')?.textContent).toBe("Ver e exportar o meu trabalho");
  click(button(host, "Apagar dados locais"));
  expect(apagou).toBe(0);
  expect(host.querySelector("dialog")?.textContent).toContain("3 registros do seu trabalho (planos, ações, visitas e notas)");
  click(button(host, "Apagar"));
  expect(apagou).toBe(1);
});

it("nothing is said of work where there is none, but that nothing of it goes", () => {
  const { host } = render(<Guardados estado={ESTADO} arquivosEmUso={[]} mapeamentos={0} registros={0} onApagar={() => undefined} />);
  expect(host.textContent).not.toContain("Também");
  expect(host.querySelector("dialog")?.textContent).toContain("nenhum registro do seu trabalho");
});
