// @vitest-environment jsdom
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act } from "react";
import { describe, expect, it, vi } from "vitest";
import type { Norma } from "../../../src/core/territorio.ts";
import { pactoSemArquivo } from "../../../src/data/apoio/pacto.ts";
import { TEMA_DENUNCIA_ROTULO } from "../../../src/data/contracts/denuncias.ts";
import { ComQuemFalar } from "../../../src/ui/apoio/ComQuemFalar.tsx";
import { PACTO } from "../../core/pacto/caso.ts";
import { only, render, settle } from "../render.tsx";

const NORMAS: readonly Norma[] = [{ id: PACTO.norma ?? "", nomeCurto: "Res. CIB", titulo: "Plano de apoio", data: "2022-03-18", artigos: [] }];

function show(lerPacto: () => Promise<unknown>, tema?: string): HTMLElement {
  return render(
    <QueryClientProvider client={new QueryClient()}>
      <ComQuemFalar lerPacto={lerPacto} normas={NORMAS} {...(tema === undefined ? {} : { tema })} />
    </QueryClientProvider>,
  ).host;
}

async function open(host: HTMLElement): Promise<void> {
  const details = only<HTMLDetailsElement>(host, "details");
  act(() => {
    details.open = true;
    details.dispatchEvent(new Event("toggle"));
  });
  for (let turn = 0; turn < 100; turn += 1) {
    await settle();
    if (host.querySelector(".states-loading") === null) return;
  }
  throw new Error("the contacts never came");
}

describe("whom to talk to, in a panel", () => {
  it("reads the pact only when it is opened, and then shows the office of the theme with its article", async () => {
    const lerPacto = vi.fn(() => Promise.resolve(PACTO));
    const host = show(lerPacto, TEMA_DENUNCIA_ROTULO.bpc);
    await settle();
    expect(lerPacto).not.toHaveBeenCalled();
    expect(host.textContent).toBe("Com quem falar sobre este tema");
    await open(host);
    expect(lerPacto).toHaveBeenCalledTimes(1);
    expect(host.textContent).toContain("Coordenadoria de Gestão de Benefícios Socioassistenciais");
    expect(only(host, ".norma-link").textContent).toBe("Res. CIB, art. 6º, VIII, m");
  });

  it("asks for the subject where no theme is read", async () => {
    const host = show(() => Promise.resolve(PACTO));
    await open(host);
    expect(only<HTMLSelectElement>(host, "select").value).toBe("");
    expect(host.querySelector("[role=group]")).toBeNull();
  });

  it("says so where the territory's data name no office", async () => {
    const host = show(() => Promise.resolve(pactoSemArquivo()));
    await open(host);
    expect(host.textContent).toContain("Os dados deste território não dizem quem responde por cada assunto.");
  });

  it("says what to do when the contacts do not come: the browser does not ask again for code that failed", async () => {
    const host = show(() => Promise.reject(new Error("offline")), "Acolhimento");
    await open(host);
    expect(only(host, "[role=alert]").textContent).toBe("Os contatos não foram carregados. Recarregue a página para tentar de novo.");
  });
});

describe("the themes of a complaint", () => {
  it.each([
    ["acolhimento", "j"],
    ["cadastro-unico", "l"],
    ["bolsa-familia", "l"],
    ["bpc", "m"],
    ["beneficios-eventuais", "m"],
  ] as const)("%s reaches office %s of art. 6 VIII as it is written on the page", async (tema, letra) => {
    const host = show(() => Promise.resolve(PACTO), TEMA_DENUNCIA_ROTULO[tema]);
    await open(host);
    expect(only(host, ".norma-link").textContent).toBe(`Res. CIB, art. 6º, VIII, ${letra}`);
  });
});
