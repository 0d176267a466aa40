// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import Efeito from "../../../../src/views/cobertura/efeito/Efeito.tsx";
import { settle } from "../../../ui/render.tsx";
import { abrirParte, ate, municipio, visita, type ParteAberta } from "../equidade/abrir.tsx";

/** Forty-four municipalities, half of them (the even ones) with a visit in 2025. */
const MUNICIPIOS = Array.from({ length: 44 }, (_, i) => municipio(i, 44));
const LINHAS = MUNICIPIOS.filter((_, i) => i % 2 === 0).map(({ codigo }, i) => visita(i, codigo, "2025-04-10"));
const CENARIO = { municipios: MUNICIPIOS, notas: null, linhas: LINHAS };

/** Pairs 0–1, 2–3, … start alike: 10, 12, 14, …; supported rise 3, the others 1. */
const antes = (i: number): number => 10 + 2 * Math.floor(i / 2);
const depois = (i: number): number => antes(i) + (i % 2 === 0 ? 3 : 1);

function linha(periodo: string, valor: (i: number) => number, quantos: number) {
  const casos = MUNICIPIOS.slice(0, quantos);
  return {
    indicador: "vulnerabilidade",
    periodo,
    fonte: "atlas",
    codigos: casos.map(({ codigo }) => codigo).join("|"),
    valores: casos.map((_, i) => valor(i)).join("|"),
    numeradores: null,
    denominadores: null,
    municipios: quantos,
  };
}

/** Gives the part the figures it asked for, and waits until its sentence no longer waits for them. */
async function responder({ session, host, frase }: ParteAberta, rows: readonly unknown[]): Promise<void> {
  await ate(host, "Como se compara e o que não mostra");
  const pergunta = session.asked.find(({ name }) => name === "qualidade-valores");
  if (pergunta === undefined) throw new Error("the figures were not asked for");
  pergunta.answer(rows);
  for (let vez = 0; vez < 100 && frase().startsWith("Buscando"); vez += 1) await settle();
}

describe("before and after support", () => {
  it("says what the pairs show as an association, with who was compared with whom", async () => {
    const aberta = await abrirParte(Efeito, CENARIO);
    await responder(aberta, [linha("2024", antes, 44), linha("2025", depois, 44)]);
    const { host, frase } = aberta;
    await ate(host, "Quem foi comparado com quem");
    // Every pair differs by 3 − 1 = 2, so that every bootstrap mean does.
    expect(frase()).toBe(
      "Vulnerabilidade, de 2024 a 2025. Em 22 pares de municípios semelhantes, o indicador mudou +3,00\u00a0p.p. nos apoiados e +1,00\u00a0p.p. nos outros. O apoio está associado a uma diferença de +2,00\u00a0p.p. (95\u00a0%: de +2,00\u00a0p.p. a +2,00\u00a0p.p.); isso não mostra que ele seja a causa. De 01/01/2025 a 31/12/2025, 22 municípios tiveram visita técnica e 22 não.",
    );
    expect(host.querySelectorAll("#cobertura-efeito-pares")).toHaveLength(1);
    expect(host.textContent).toContain("quanto maior, mais necessidade de apoio");
    expect(host.textContent).toContain("Nenhum município ficou fora.");
    expect(host.querySelector("figure")?.textContent).toContain("dados de demonstração");
  });

  it("says too few pairs calmly, how far the search went, and who lacked a figure", async () => {
    const aberta = await abrirParte(Efeito, CENARIO);
    await responder(aberta, [linha("2024", antes, 44), linha("2025", depois, 20)]);
    const { host, frase } = aberta;
    await ate(host, "Quem ficou fora por falta de dado");
    expect(frase()).toContain("Dados insuficientes: 10 pares de municípios semelhantes; o mínimo é 20.");
    expect(host.textContent).toContain("22 municípios com apoio; 10 com os dois números, porte e região; 10 com um semelhante");
    expect(host.textContent).toContain("24 municípios ficaram fora: 24 sem número depois.");
    expect(host.querySelector(".states-error")).toBeNull();
  });

  it("does not compare what the record of support does not cover, and says so", async () => {
    const aberta = await abrirParte(Efeito, CENARIO);
    await responder(aberta, [linha("2020", antes, 44), linha("2021", depois, 44)]);
    expect(aberta.frase()).toContain("dados insuficientes para comparar 2020 com 2021");
    expect(aberta.frase()).toContain("não cobre nenhum dia entre as duas medidas");
    expect(aberta.host.querySelector("figure")).toBeNull();
  });

  it("asks for figures of two periods where there are none", async () => {
    const aberta = await abrirParte(Efeito, CENARIO);
    await responder(aberta, [linha("2024", antes, 44)]);
    expect(aberta.frase()).toBe("Dados insuficientes: nenhum indicador tem números em dois períodos.");
  });
});
