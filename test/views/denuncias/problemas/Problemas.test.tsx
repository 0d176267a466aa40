// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import type { LinhaDeInconsistencia, Perguntas } from "../../../../src/data/denuncias/perguntas.ts";
import Problemas from "../../../../src/views/denuncias/problemas/Problemas.tsx";
import { button, click, only } from "../../../ui/render.tsx";
import { abrirParte, respondida, RESUMO } from "../abrir-parte.tsx";

const TOTAL = 120;
const TODAS: readonly LinhaDeInconsistencia[] = Array.from({ length: TOTAL }, (_, i) => ({
  protocolo: `P-${i + 1}`,
  municipio: 9900001,
  codigo: "sem-data",
  passo: "manifestacao",
  dia: null,
  registro: "2026-01-05",
}));

/** 120 steps without a date, 5 cases without a registration. */
function inconsistencias({ codigo, salto, limite }: Perguntas["inconsistencias"]["pede"]): Perguntas["inconsistencias"]["responde"] {
  return {
    grupos: [
      { codigo: "sem-data", passo: "manifestacao", casos: TOTAL },
      { codigo: "sem-registro", passo: null, casos: 5 },
    ],
    total: codigo === "sem-data" ? TOTAL : 0,
    linhas: codigo === "sem-data" ? TODAS.slice(salto, salto + limite) : [],
  };
}

const RESPOSTAS = { inconsistencias, resumo: () => RESUMO };
const protocolos = (host: ParentNode): (string | undefined)[] =>
  [...host.querySelectorAll("tbody:not(.table-sizer) tr[data-index]")].map((tr) => tr.querySelector("td, th")?.textContent);

describe("what is wrong with the cases", () => {
  it("is listed by kind with how often, what it is and what to do, no rows until one is opened", async () => {
    const { host } = await abrirParte(Problemas, RESPOSTAS);
    const [semData, semRegistro] = host.querySelectorAll(".denuncias-problemas-lista > li");
    expect(semData?.textContent).toContain("120");
    expect(semData?.textContent).toContain("O que fazer: Preencha a data do passo.");
    expect(semRegistro?.textContent).toContain("Sem data de registro");
    expect(host.querySelector("table")).toBeNull();
  });

  it("opens the rows of one kind under it, a page at a time", async () => {
    const { host, estado } = await abrirParte(Problemas, RESPOSTAS);
    click(button(host, "Ver linhas de: Passo sem data"));
    await respondida(host);
    expect(estado()).toMatchObject({ problema: "sem-data", pagina: 1 });
    expect(protocolos(host)[0]).toBe("P-1");
    expect(protocolos(host)).toHaveLength(50);
    click(button(host, "Próximas"));
    await respondida(host);
    expect(protocolos(host)[0]).toBe("P-51");
    click(button(host, "Próximas"));
    await respondida(host);
    expect(only(host, "nav [role=status]").textContent).toBe("101 a 120 de 120 linhas");
    expect(button(host, "Próximas").disabled).toBe(true);
    click(button(host, "Fechar linhas de: Passo sem data"));
    await respondida(host);
    expect(estado().problema).toBeNull();
    expect(host.querySelector("table")).toBeNull();
  });

  it("comes back from a page that has no rows any more", async () => {
    const { host, estado } = await abrirParte(Problemas, RESPOSTAS, { problema: "sem-data", pagina: 9 });
    expect(host.textContent).toContain("Esta página não tem linhas: volte às anteriores.");
    expect(only(host, "nav [role=status]").textContent).toBe("120 linhas, em 3 páginas: esta não existe");
    click(button(host, "Anteriores"));
    await respondida(host);
    expect(estado().pagina).toBe(3);
    expect(protocolos(host)[0]).toBe("P-101");
  });

  it("counts apart the rows that are in no case", async () => {
    const { host } = await abrirParte(Problemas, RESPOSTAS);
    expect(host.textContent).toContain("Os arquivos inteiros, sem os filtros, têm 100 casos com 400 andamentos.");
    expect(host.textContent).toContain("Entre eles: X-1 e X-2.");
    expect(host.textContent).toContain("Linhas repetidas de um protocolo");
  });
});
