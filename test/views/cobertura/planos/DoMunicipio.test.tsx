// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { contarPlanos, planosDasLinhas } from "../../../../src/core/planos/index.ts";
import type { ContextoDosPlanos } from "../../../../src/views/cobertura/planos/contexto.ts";
import { DoMunicipio } from "../../../../src/views/cobertura/planos/DoMunicipio.tsx";
import { FATIA } from "../../../../src/views/cobertura/planos/estado-da-parte.ts";
import { A, HOJE, linha } from "../../../core/planos/caso.ts";
import { click, render, settle } from "../../../ui/render.tsx";

const QUANTOS = 25;
const planos = contarPlanos(planosDasLinhas(Array.from({ length: QUANTOS }, (_, i) => linha(`P${i}`, A, "1"))).planos, HOJE);

const props = {
  planos,
  filtro: FATIA.padrao,
  hoje: HOJE,
  focar: false,
  nome: () => "Alfa",
  cabecalho: () => ({ titulo: "", fontes: [], filtros: [], dataReferencia: HOJE, demonstracao: false }),
  norma: () => null,
  pacto: { norma: null, minimo: null },
  dividas: [],
  doApoio: { estado: "sem-registro", minimo: null, pedidosEmAberto: null },
  deLado: null,
  onContinuar: null as ContextoDosPlanos["onContinuar"],
};

/** Plans come a few a turn: waits for them, and for one turn more. */
async function desenhados(host: HTMLElement, quantos: number): Promise<void> {
  for (let vez = 0; vez < 300 && host.querySelectorAll("article").length < quantos; vez += 1) await settle();
  await settle();
  expect(host.querySelectorAll("article")).toHaveLength(quantos);
}

const abrir = (codigo: number, codigos: readonly number[]): HTMLElement => {
  const municipios = codigos.map((cada) => ({ codigo: cada }));
  return render(<DoMunicipio {...({ ...props, municipios } as unknown as ContextoDosPlanos)} codigo={codigo} />).host;
};

describe("the plans of one municipality", () => {
  it("are drawn up to twenty, the rest when asked for", async () => {
    const host = abrir(A, [A]);
    await desenhados(host, 20);
    expect(host.textContent).toContain("20 de 25 planos");
    const mais = [...host.querySelectorAll("button")].find(({ textContent }) => textContent === "Mostrar mais 5 planos");
    if (mais === undefined) throw new Error("no button for the rest");
    click(mais);
    await desenhados(host, QUANTOS);
    expect(host.textContent).not.toContain("Mostrar mais");
  });

  it("can be taken into one's own work, but for those of the demonstration", async () => {
    const tomados: string[] = [];
    const municipios = [{ codigo: A }];
    const oficiais = { ...props, municipios, onContinuar: ({ id }: { readonly id: string }) => tomados.push(id) } as unknown as ContextoDosPlanos;
    const { host } = render(<DoMunicipio {...oficiais} codigo={A} />);
    await desenhados(host, 20);
    const botoes = [...host.querySelectorAll("button")].filter(({ textContent }) => textContent?.startsWith("Continuar no meu trabalho"));
    expect(botoes).toHaveLength(20);
    if (botoes[0] !== undefined) click(botoes[0]);
    expect(tomados).toEqual([`${A} P0`]);
    const daDemonstracao = abrir(A, [A]);
    await desenhados(daDemonstracao, 20);
    expect(daDemonstracao.textContent).not.toContain("Continuar no meu trabalho");
  });

  it("of a code that is of none in the list are not offered to be written, and nothing is said to be owed to it", () => {
    const host = abrir(9999999, [A]);
    expect(host.textContent).toContain("O código 9999999 não é de nenhum município da lista em uso.");
    expect(host.textContent).not.toContain("Escrever o plano");
    expect(host.querySelector("aside")).toBeNull();
    expect(abrir(9999999, [A, 9999999]).textContent).toContain("Escrever o plano");
  });
});
