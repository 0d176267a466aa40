// @vitest-environment jsdom
import { act } from "react";
import { describe, expect, it } from "vitest";
import type { ColunaIndicador, Indicador } from "../../../src/core/indicador.ts";
import type { Metodo } from "../../../src/core/metodo/method.ts";
import { preparePriority, scorePriority } from "../../../src/core/metodo/priority.ts";
import { painelDe, type Contexto } from "../../../src/views/prioridades/explicacao.ts";
import { linhaViva, type LinhaViva } from "../../../src/views/prioridades/linha-viva.ts";
import { dianteDaMediana } from "../../../src/views/prioridades/painel/mediana.ts";
import { Mediana } from "../../../src/views/prioridades/painel/Mediana.tsx";
import { Nota } from "../../../src/views/prioridades/painel/Nota.tsx";
import { valoresBrutos } from "../../../src/views/prioridades/painel/figuras.ts";
import { RawValues } from "../../../src/views/prioridades/RawValues.tsx";
import { only, render, settle } from "../../ui/render.tsx";
import { CATALOGO, COLUNAS, FONTES, METODO, MUNICIPIOS } from "./fixture.ts";

const HOJE = "2026-10-31";
const preparada = preparePriority(METODO, CATALOGO, COLUNAS, MUNICIPIOS);
const contexto: Contexto = { preparada, scores: scorePriority(preparada), catalogo: CATALOGO, colunas: COLUNAS, fontes: FONTES, municipios: MUNICIPIOS };
const PRONTA = linhaViva(
  2,
  { estado: "pronto", porMunicipio: new Map([[9900003, { mediana: 4, de: 3, ate: 5, chance: 0.25, palavra: "possível", classe: null }]]) },
  { estado: "pronto", ultima: new Map([[9900003, "2026-03-04"]]), demonstracao: true, erro: null },
);
const ESPERANDO = linhaViva(
  2,
  { estado: "andando", porMunicipio: null },
  { estado: "carregando", ultima: null, demonstracao: false, erro: null },
);

function nota(codigo: number, viva: LinhaViva): HTMLElement {
  const nome = MUNICIPIOS.find((m) => m.codigo === codigo)?.nome ?? "";
  return render(<Nota codigo={codigo} nome={nome} painel={painelDe(codigo, contexto, HOJE)} ordenados={5} minimo={0.5} viva={viva} />).host;
}

describe("score in the panel", () => {
  it("stands with its bounds, its place in the draws and the last visit, marked as made up", () => {
    const host = nota(9900003, PRONTA);
    expect(host.textContent).toContain("30,00 de 100");
    expect(host.textContent).toContain("4ª maior necessidade de apoio entre 5 municípios com nota · dado para 80\u00a0% do peso");
    expect(host.textContent).toContain("Com o que falta, a nota ficaria entre 30,00 e 50,00.");
    expect(host.textContent).toContain("entre a 3ª e a 5ª posição (mediana 4ª); está entre os 2 primeiros em 25\u00a0% deles: escolha possível.");
    expect(host.textContent).toContain("Última visita técnica em 04/03/2026.");
    expect(host.querySelector(".states-demo")).not.toBeNull();
  });

  it("says what is still being computed", () => {
    const host = nota(9900003, ESPERANDO);
    expect(host.textContent).toContain("Sorteando para dizer quão firme é a posição…");
    expect(host.textContent).toContain("Lendo as visitas…");
  });

  it("without a score says insufficient data, its bounds, and nothing of draws", () => {
    const host = nota(9900006, PRONTA);
    expect(host.textContent).toContain("Sem nota: dados insuficientes");
    expect(host.textContent).toContain("Com o que falta, a nota ficaria entre 0,00 e 80,00.");
    expect(host.textContent).not.toContain("sorteios");
    expect(host.textContent).toContain("Nenhuma visita técnica no registro carregado.");
    expect(host.querySelector(".prioridades-barra")).toBeNull();
  });

  it("is not compared with the middle of the list when there is none", () => {
    const { dimensoes } = painelDe(9900006, contexto, HOJE);
    const { host } = render(<Mediana codigo={9900006} nome="Fronteira" diante={dianteDaMediana(9900006, contexto, dimensoes)} />);
    expect(host.textContent).toContain("Não comparado: sem nota não há pontos a comparar.");
  });
});

describe("every figure", () => {
  it("shows its interval once opened, not before", async () => {
    const [base] = CATALOGO;
    if (base === undefined) throw new Error("empty catalogue");
    const registro: Indicador = { ...base, id: "cobertura", nome: "Sem cobertura" };
    const coluna: ColunaIndicador = {
      indicador: "cobertura",
      periodo: "2026",
      valores: [10, 4, 30, 12, 8, null],
      periodos: null,
      fonte: "atlas",
      numeradores: [10, 2, 60, 6, 4, null],
      denominadores: [100, 50, 200, 50, 50, null],
    };
    const metodo: Metodo = {
      ...METODO,
      dimensoes: [
        {
          id: "social",
          nome: "Vulnerabilidade social",
          peso: 1,
          indicadores: [
            {
              id: "cobertura",
              peso: 1,
              tipo: "proportion",
              multiplicador: 100,
              polaridade: "maior-mais-necessidade",
              baliza: { lo: 0, hi: 50, origem: "limite-natural", fonte: "escala", periodo: null },
              validadeMeses: 24,
            },
          ],
        },
      ],
    };
    const preparadas = preparePriority(metodo, [registro], [coluna], MUNICIPIOS);
    const valores = valoresBrutos(
      9900001,
      { preparada: preparadas, catalogo: [registro], colunas: [coluna], fontes: FONTES, municipios: MUNICIPIOS },
      HOJE,
    );
    const { host } = render(<RawValues codigo={9900001} nome="Água Fria" valores={valores} preparada={preparadas} catalogo={[registro]} />);
    const linha = (nome: string): string | null =>
      [...host.querySelectorAll("dt")].find((dt) => dt.textContent.startsWith(nome))?.nextElementSibling?.textContent ?? null;
    expect(linha("Contagem")).toBe("10 de 100");
    expect(linha("Intervalo de 95 %")).toBe("calculando…");
    const details = only<HTMLDetailsElement>(host, "details");
    act(() => {
      details.open = true;
      details.dispatchEvent(new Event("toggle"));
    });
    for (let i = 0; i < 50 && linha("Intervalo de 95 %") === "calculando…"; i += 1) await settle();
    expect(linha("Intervalo de 95 %")).toBe("de 5,5 a 17,4\u00a0% (Wilson)");
    expect(linha("Peso dos dados do próprio município")).toMatch(/^\d+\u00a0%$/);
    expect(linha("Necessidade")).toBe("0 em 0,0\u00a0%, 100 em 50,0\u00a0%");
  });
});
