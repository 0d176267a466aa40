// @vitest-environment jsdom
import { act } from "react";
import { afterEach, describe, expect, it } from "vitest";
import { gatilhosDaAba } from "../../../../src/data/metodo/gatilhos.ts";
import Apoio from "../../../../src/views/denuncias/apoio/Apoio.tsx";
import { MOTIVO_DO_APOIO } from "../../../../src/views/denuncias/apoio/lista.tsx";
import { button, click } from "../../../ui/render.tsx";
import { MUNICIPIOS } from "../../prioridades/fixture.ts";
import { abrirParte, type Respostas } from "../abrir-parte.tsx";

const [municipio] = MUNICIPIOS;
if (municipio === undefined) throw new Error("the fixture has municipalities");
const { codigo, nome } = municipio;

const COM: Respostas = { apoio: () => [{ municipio: codigo, dificuldades: 2, manifestacoesVencidas: 1, casos: 1, protocolos: 3 }] };

afterEach(() => {
  act(() => {
    for (const gatilho of gatilhosDaAba.ler()) gatilhosDaAba.retirar(gatilho);
  });
});

describe("the list of municipalities to support", () => {
  it("says that it is for internal use and why, before any name", async () => {
    const { host } = await abrirParte(Apoio, COM);
    const texto = host.textContent;
    expect(texto).toContain("Uso interno. Esta lista não é publicada");
    expect(texto).toContain("poderia expor quem denunciou");
    expect(texto.indexOf("Uso interno")).toBeLessThan(texto.indexOf(nome));
  });

  it("requires a visit in the tab only, with a reason that is the same for all, and takes it back", async () => {
    const { host, estado } = await abrirParte(Apoio, COM);
    const antes = estado();
    click(button(host, `Exigir visita a ${nome}`));
    expect(gatilhosDaAba.ler()).toEqual([{ codigo, motivo: MOTIVO_DO_APOIO }]);
    expect(estado()).toBe(antes);
    expect([localStorage.length, sessionStorage.length]).toEqual([0, 0]);
    expect(host.textContent).toContain(`Visita a ${nome} exigida nesta aba. 1 visita exigida por esta lista.`);
    click(button(host, `Exigida: retirar a visita a ${nome}`));
    expect(gatilhosDaAba.ler()).toEqual([]);
  });

  it("does not take back a visit required elsewhere for another reason", async () => {
    gatilhosDaAba.exigir({ codigo, motivo: "decisão judicial" });
    const { host } = await abrirParte(Apoio, COM);
    expect(button(host, `Exigir visita a ${nome}`).getAttribute("aria-pressed")).toBe("false");
  });

  it("has no table where nothing calls for support", async () => {
    const { host } = await abrirParte(Apoio, { apoio: () => [] });
    expect(host.textContent).toContain("Nenhum município com dificuldade constatada");
    expect(host.querySelector("table")).toBeNull();
  });
});
