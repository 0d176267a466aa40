// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { coordenacaoDoTema } from "../../../src/core/pacto/index.ts";
import { fold } from "../../../src/core/search.ts";
import type { Norma } from "../../../src/core/territorio.ts";
import { pactoSemArquivo } from "../../../src/data/apoio/pacto.ts";
import { assuntoDoTema, assuntosDasCoordenacoes } from "../../../src/ui/apoio/assuntos.ts";
import { CartaoDaCoordenacao } from "../../../src/ui/apoio/CartaoDaCoordenacao.tsx";
import { CartaoPorTema } from "../../../src/ui/apoio/CartaoPorTema.tsx";
import { PACTO } from "../../core/pacto/caso.ts";
import { only, render, type } from "../render.tsx";

const NORMA: Norma = { id: "cib", nomeCurto: "Res. CIB", titulo: "Plano de apoio", data: "2022-03-18", artigos: [] };
const ASSUNTOS = assuntosDasCoordenacoes(PACTO);
const select = (host: HTMLElement): HTMLSelectElement => only(host, "select", HTMLSelectElement);

describe("the card of an office", () => {
  it("says what it answers for, its telephone and its e-mail as text, and the article, without a link out", () => {
    const coordenacao = coordenacaoDoTema("PAIF", PACTO);
    if (coordenacao === null) throw new Error("an office answers for the PAIF");
    const { host } = render(<CartaoDaCoordenacao coordenacao={coordenacao} norma={NORMA} ano={2022} tema="PAIF" />);
    expect(host.textContent).toContain("Quem responde por PAIF");
    expect(host.textContent).toContain("Coordenadoria de Proteção Social Básica");
    expect(host.textContent).toContain("(65) 3613-5718 / 99339-8422");
    expect(host.textContent).toContain("protecaobasica@setasc.mt.gov.br");
    expect(host.textContent).toContain("como a norma os imprimiu em 2022: confirme antes de usar");
    expect([...host.querySelectorAll("a")].map((a) => a.getAttribute("href"))).toEqual(["#/metodologia?secao=norma-cib"]);
  });

  it("does not leave a blank where the norm prints no contact", () => {
    const [coordenacao] = PACTO.coordenacoes;
    if (coordenacao === undefined) throw new Error("the pact has offices");
    const { host } = render(<CartaoDaCoordenacao coordenacao={{ ...coordenacao, telefone: null, emails: [] }} norma={null} ano={null} />);
    expect(host.textContent.match(/a norma não diz/g)).toHaveLength(2);
    expect(host.querySelector("a")).toBeNull();
  });
});

describe("the themes of the offices", () => {
  it("have every office, in the order of the norm, and each theme once", () => {
    expect([...new Set(ASSUNTOS.map(({ coordenacao }) => coordenacao.id))].join("")).toBe("abcdefghijklmn");
    expect(new Set(ASSUNTOS.map(({ nome }) => fold(nome))).size).toBe(ASSUNTOS.length);
    for (const { nome, coordenacao } of ASSUNTOS) expect(nome === coordenacao.nome ? coordenacao : coordenacaoDoTema(nome, PACTO)).toBe(coordenacao);
  });

  it("are found in any of the ways a theme is written", () => {
    expect(assuntoDoTema("bolsa família", ASSUNTOS, PACTO)?.nome).toBe("Cadastro Único");
    expect(assuntoDoTema("BPC", ASSUNTOS, PACTO)?.coordenacao.id).toBe("m");
    expect(assuntoDoTema("Equipes volantes", ASSUNTOS, PACTO)?.coordenacao.id).toBe("h");
    expect(assuntoDoTema("Controle social (conselho)", ASSUNTOS, PACTO)).toBeNull();
    expect(assuntoDoTema(null, ASSUNTOS, PACTO)).toBeNull();
  });
});

describe("the card by theme", () => {
  it("opens on the office of the theme read, and shows another when the reader chooses", () => {
    const { host } = render(<CartaoPorTema pacto={PACTO} norma={NORMA} tema="Acolhimento" />);
    expect(host.textContent).toContain("psealtacomplexidade@setasc.mt.gov.br");
    const outro = ASSUNTOS.find(({ nome }) => nome === "Censo SUAS");
    type(select(host), outro?.chave ?? "");
    expect(host.querySelector("[role=group]")?.textContent).toContain("Coordenadoria de Vigilância Socioassistencial");
  });

  it("comes back to the theme read when it changes", () => {
    const { host, update } = render(<CartaoPorTema pacto={PACTO} norma={NORMA} tema="Acolhimento" />);
    type(select(host), ASSUNTOS.find(({ nome }) => nome === "Censo SUAS")?.chave ?? "");
    update(<CartaoPorTema pacto={PACTO} norma={NORMA} tema="PETI" />);
    expect(host.querySelector("[role=group]")?.textContent).toContain("petimt@setasc.mt.gov.br");
  });

  it("says that the norm is silent and lets the reader choose, rather than guess an office", () => {
    const { host } = render(<CartaoPorTema pacto={PACTO} norma={NORMA} tema="Controle social (conselho)" />);
    expect(host.textContent).toContain("A norma não diz quem responde por “Controle social (conselho)”: escolha o assunto mais próximo.");
    expect(host.querySelector("[role=group]")).toBeNull();
  });

  it("asks for the subject where only a municipality is read, and is nothing where the pact has no office", () => {
    const { host, update } = render(<CartaoPorTema pacto={PACTO} norma={NORMA} />);
    expect(select(host).value).toBe("");
    expect(host.querySelector("[role=group]")).toBeNull();
    update(<CartaoPorTema pacto={pactoSemArquivo()} norma={null} />);
    expect(host.textContent).toBe("");
  });
});
