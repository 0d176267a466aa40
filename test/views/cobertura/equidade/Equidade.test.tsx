// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import Equidade from "../../../../src/views/cobertura/equidade/Equidade.tsx";
import { button, click, only, settle, type } from "../../../ui/render.tsx";
import { abrirParte, ate, municipio, visita } from "./abrir.tsx";

/** Twenty-four municipalities, need falling with their number; the first twenty have a visit each, and the first ten of them another. */
const MUNICIPIOS = Array.from({ length: 24 }, (_, i) => municipio(i, 24));
const LINHAS = MUNICIPIOS.flatMap(({ codigo }, i) => [
  ...(i < 20 ? [visita(i, codigo, "2026-03-10")] : []),
  ...(i < 10 ? [visita(100 + i, codigo, "2026-05-10")] : []),
]);
const CENARIO = { municipios: MUNICIPIOS, notas: MUNICIPIOS.map((_, i) => 100 - i), linhas: LINHAS };

describe("equity of support", () => {
  it("answers in its sentence, and marks every figure as demonstration", async () => {
    const { host, frase } = await abrirParte(Equidade, CENARIO);
    await ate(host, "E se o apoio fosse sorteado?");
    expect(frase()).toContain("De 01/11/2025 a 31/10/2026, 30 visitas técnicas recebidas por 20 de 24 municípios, mais onde a necessidade é maior.");
    // The third: ceil(24 / 3) = 8 municipalities, two visits each.
    expect(frase()).toContain("No terço com mais necessidade, 16 visitas técnicas em 8 municípios; um sorteio daria de");
    const titulos = [...host.querySelectorAll("figure .chart-title")].map((titulo) => titulo.textContent);
    expect(titulos).toEqual(["O apoio vai para onde a necessidade é maior?", "O apoio se reparte por igual?", "Por necessidade", "Por porte", "Por região"]);
    expect([...host.querySelectorAll("figure")].every((figura) => figura.textContent.includes("dados de demonstração"))).toBe(true);
  });

  it("counts one way or the other by what is chosen, in the address", async () => {
    const { host, estado, frase } = await abrirParte(Equidade, CENARIO);
    await ate(host, "E se o apoio fosse sorteado?");
    const escolha = [...host.querySelectorAll("select")].at(-1);
    if (escolha === undefined) throw new Error("no choice");
    type(escolha, "municipios");
    await ate(host, "municípios alcançados entre 24 municípios");
    expect(estado().equidade.medida).toBe("municipios");
    expect(frase()).toContain("8 de 8 municípios com visita técnica");
  });

  it("has both counts in the table of a group, whichever is drawn", async () => {
    const { host } = await abrirParte(Equidade, CENARIO);
    await ate(host, "E se o apoio fosse sorteado?");
    const figura = [...host.querySelectorAll("figure")].find((f) => f.textContent.includes("Por necessidade"));
    if (figura === undefined) throw new Error("no chart of need");
    click(button(figura, "Ver como tabela"));
    await settle();
    const linhas = [...figura.querySelectorAll("tbody tr")].map((linha) => [...linha.children].slice(0, 5).map((celula) => celula.textContent));
    // Thirds of eight: 2 visits each; then two with two and six with one; then four with one and four with none.
    expect(linhas).toEqual([
      ["Terço com mais necessidade", "8", "16", "8", "100"],
      ["Terço do meio", "8", "10", "8", "100"],
      ["Terço com menos necessidade", "8", "4", "4", "50"],
    ]);
  });

  it("says calmly where there is no index, and what is missing where there are few events", async () => {
    const { host, frase } = await abrirParte(Equidade, { ...CENARIO, notas: null, linhas: LINHAS.slice(0, 3) });
    await ate(host, "E se o apoio fosse sorteado?");
    expect(frase()).toBe("De 01/11/2025 a 31/10/2026, 3 visitas técnicas recebidas por 2 de 24 municípios.");
    expect(host.textContent).toContain("Não comparado: não há nota de necessidade");
    expect(host.textContent).toContain("Dados insuficientes: 3 eventos; o mínimo é 20.");
    expect(host.textContent).toContain("Dados insuficientes: 3 eventos; o mínimo é 5.");
    expect(host.querySelector(".states-error")).toBeNull();
    expect(only(host, "#cobertura-equidade-metodo").textContent).toBe("Como se calcula e o que não mostra");
  });
});
