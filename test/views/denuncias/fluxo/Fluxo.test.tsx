// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import Fluxo from "../../../../src/views/denuncias/fluxo/Fluxo.tsx";
import { button, click, settle } from "../../../ui/render.tsx";
import { abrirParte, respondida, RESUMO } from "../abrir-parte.tsx";
import { FLUXO } from "./amostra.ts";

const RESPOSTAS = { fluxo: () => FLUXO, resumo: () => RESUMO };

describe("the flow of the cases", () => {
  it("has a chart for each question and one for each term, each marked as demonstration", async () => {
    const { host } = await abrirParte(Fluxo, RESPOSTAS);
    const titulos = [...host.querySelectorAll("figure .chart-title")].map((titulo) => titulo.textContent);
    expect(titulos).toEqual([
      "Onde estão os casos?",
      "Quantos dias leva cada passo?",
      "Em quanto tempo se responde a quem denunciou?",
      "Até que passo chegaram?",
      "Resposta a quem denunciou: 15 dias corridos",
      "Manifestação do município: 20 dias (a norma não diz se corridos ou úteis)",
    ]);
    expect([...host.querySelectorAll("figure")].every((figura) => figura.textContent.includes("dados de demonstração"))).toBe(true);
  });

  it("says with the states who the open cases wait for", async () => {
    const { host } = await abrirParte(Fluxo, RESPOSTAS);
    await respondida(host, "3 esperam o município");
    expect(host.querySelector(".chart-reading")?.textContent).toContain("3 esperam o município e 3 esperam a Ouvidoria");
  });

  it("has every state in the table twin, the closed ones too", async () => {
    const { host } = await abrirParte(Fluxo, RESPOSTAS);
    const figura = host.querySelector("figure");
    if (figura === null) throw new Error("no chart");
    click(button(figura, "Ver como tabela"));
    await settle();
    expect(figura.querySelectorAll("tbody tr")).toHaveLength(13);
    expect(figura.textContent).toContain("Encerrada");
  });
});
