// @vitest-environment jsdom
import { act } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { CasoInteiro } from "../../../../src/data/denuncias/perguntas.ts";
import type { ParteDeDenunciasProps } from "../../../../src/views/denuncias/parte.ts";
import { Caso } from "../../../../src/views/denuncias/prazos/Caso.tsx";
import { only } from "../../../ui/render.tsx";
import { abrirParte, respondida } from "../abrir-parte.tsx";

const CASO: CasoInteiro = {
  caso: 0,
  protocolo: "P-1",
  municipio: 9900001,
  tema: "bpc",
  canal: "presencial",
  registro: "2026-10-01",
  estado: "registrada",
  espera: "ouvidoria",
  superintendencia: null,
  distribuida: false,
  prazo: null,
  apensadas: 0,
  inconsistencias: 0,
  situacaoDeclarada: "registrada",
  anonima: null,
  eventos: [],
  prazos: [],
  problemas: [],
  principal: null,
};

function PainelDoCaso(props: ParteDeDenunciasProps) {
  return <Caso {...props} protocolo={CASO.protocolo} onFechar={() => undefined} />;
}

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: true, addEventListener: () => undefined, removeEventListener: () => undefined }));
});

afterEach(() => {
  vi.unstubAllGlobals();
});

describe("the panel of a case", () => {
  it("gives after the terms, folded away, the office that answers for its theme", async () => {
    const { host } = await abrirParte(PainelDoCaso, { caso: () => CASO });
    const fold = only<HTMLDetailsElement>(host, "details");
    expect(fold.previousElementSibling?.getAttribute("aria-label")).toBe("Prazos");
    expect(fold.textContent).toBe("Com quem falar sobre este tema");
    act(() => {
      fold.open = true;
      fold.dispatchEvent(new Event("toggle"));
    });
    await respondida(host, "Quem responde por Benefício de Prestação Continuada");
    expect(fold.textContent).toContain("gtben@setasc.mt.gov.br");
  });
});
