// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import Prazos from "../../../../src/views/denuncias/prazos/Prazos.tsx";
import { button, click } from "../../../ui/render.tsx";
import { abrirParte, respondida } from "../abrir-parte.tsx";

describe("a page of the queue that does not exist", () => {
  it("is not told as an empty queue, and goes back to the last one", async () => {
    const { host, estado } = await abrirParte(Prazos, { fila: () => ({ total: 120, linhas: [] }) }, { pagina: 99_999 });
    expect(host.textContent).toContain("Esta página da fila não tem casos: volte às anteriores.");
    expect(host.textContent).not.toContain("Nenhuma denúncia aberta");
    click(button(host, "Anteriores"));
    await respondida(host);
    expect(estado().pagina).toBe(3);
  });

  it("with no case at all says that the filters leave none", async () => {
    const { host } = await abrirParte(Prazos, { fila: () => ({ total: 0, linhas: [] }) });
    expect(host.textContent).toContain("Nenhuma denúncia aberta com estes filtros");
    expect(host.querySelector("nav")).toBeNull();
  });
});
