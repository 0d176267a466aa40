// @vitest-environment jsdom
import { useMemo, useState, type ReactNode } from "react";
import { describe, expect, it } from "vitest";
import type { Base } from "../../../src/ui/use-base.ts";
import Comparar from "../../../src/views/prioridades/comparar/Comparar.tsx";
import { comparadosDe, fraseDaComparacao } from "../../../src/views/prioridades/comparar/comparacao.ts";
import { CompareButton } from "../../../src/views/prioridades/comparar/CompareButton.tsx";
import { comparacaoCsv } from "../../../src/views/prioridades/comparar/csv.ts";
import { alternar } from "../../../src/views/prioridades/comparar/escolha.ts";
import { codec, ESTADO_PADRAO, type Estado } from "../../../src/views/prioridades/estado.ts";
import type { Contexto } from "../../../src/views/prioridades/explicacao.ts";
import { linhaViva, type LinhaViva } from "../../../src/views/prioridades/linha-viva.ts";
import type { ParteProps } from "../../../src/views/prioridades/parte.ts";
import { useModelo } from "../../../src/views/prioridades/use-model.ts";
import type { SorteioDoMunicipio, Sorteios } from "../../../src/views/prioridades/use-sorteios.ts";
import type { Visitas } from "../../../src/ui/metodo/use-visitas.ts";
import { preparePriority, scorePriority } from "../../../src/core/metodo/priority.ts";
import { button, click, only, render, type } from "../../ui/render.tsx";
import { CATALOGO, COLUNAS, FONTES, METODO, MUNICIPIOS, SNAPSHOT, TERRITORIO } from "./fixture.ts";

const HOJE = "2026-10-31";
const preparada = preparePriority(METODO, CATALOGO, COLUNAS, MUNICIPIOS);
const contexto: Contexto = { preparada, scores: scorePriority(preparada), catalogo: CATALOGO, colunas: COLUNAS, fontes: FONTES, municipios: MUNICIPIOS };

const sorteio = (de: number, ate: number): SorteioDoMunicipio => ({ mediana: de, de, ate, chance: 0.9, palavra: "firme", classe: null });
const SORTEIOS: Sorteios = {
  estado: "pronto",
  feitos: 200,
  total: 200,
  porMunicipio: new Map([
    [9900001, sorteio(1, 1)],
    [9900002, sorteio(2, 3)],
    [9900005, sorteio(3, 4)],
  ]),
  resumo: null,
  erro: null,
  cancelar: () => undefined,
  recomecar: () => undefined,
};
const VISITAS: Visitas = { estado: "pronto", ultima: new Map([[9900002, "2026-03-04"]]), demonstracao: true, erro: null };
const VIVA: LinhaViva = linhaViva(2, SORTEIOS, VISITAS);

const frase = (...codigos: number[]): string => fraseDaComparacao(comparadosDe(codigos, contexto, VIVA, HOJE));

describe("choice", () => {
  it("takes four at most, in the order chosen, and lets each out", () => {
    expect(alternar([1, 2], 3)).toEqual([1, 2, 3]);
    expect(alternar([1, 2, 3], 2)).toEqual([1, 3]);
    expect(alternar([1, 2, 3, 4], 5)).toEqual([1, 2, 3, 4]);
    expect(alternar([1, 2, 3, 4], 4)).toEqual([1, 2, 3]);
  });

  it("is a button that says when there is no more room", () => {
    const { host } = render(<CompareButton codigo={5} comparados={[1, 2, 3, 4]} onComparar={() => undefined} />);
    expect(button(host, "Comparação cheia (4)").disabled).toBe(true);
  });
});

describe("sentence", () => {
  it("says who has most need by the score, where the difference lies and whether places cross", () => {
    // 100 = 60 + 40; 55 = 45 + 10: 45 points apart, 15 social and 30 services.
    expect(frase(9900002, 9900001)).toBe(
      "Pela nota, Água Fria tem mais necessidade de apoio (100,00) e Barra d'Oeste, menos (55,00); a diferença de 45,00 pontos vem mais de Rede e serviços (+30,00). " +
        "Nos sorteios, as posições de Água Fria e Barra d'Oeste não se cruzam.",
    );
    expect(frase(9900002, 9900005)).toContain("se cruzam: a ordem entre eles não é firme.");
  });

  it("leaves out who has no score or is not in the data, by name and reason", () => {
    expect(frase(9900002, 9900006, 1234567)).toBe(
      "Barra d'Oeste tem nota 55,00. Inclua outro município com nota para comparar. Não comparados: Fronteira (dados insuficientes) e Código 1234567 (não está na base carregada).",
    );
    expect(frase(9900006)).toBe("Nenhum dos escolhidos tem nota: não há o que comparar. Não comparado: Fronteira (dados insuficientes).");
  });

  it("says nothing of crossing while draws are on their way", () => {
    const espera = linhaViva(2, { estado: "andando", porMunicipio: null }, VISITAS);
    expect(fraseDaComparacao(comparadosDe([9900001, 9900002], contexto, espera, HOJE))).not.toContain("Nos sorteios");
  });

  it("does not rank equals", () => {
    // Two towns of the same figures.
    const colunas = COLUNAS.map((c) => ({ ...c, valores: c.valores.map((_, i) => c.valores[i === 1 ? 0 : i] ?? null) }));
    const p = preparePriority(METODO, CATALOGO, colunas, MUNICIPIOS);
    const iguais = comparadosDe([9900001, 9900002], { ...contexto, preparada: p, scores: scorePriority(p), colunas }, VIVA, HOJE);
    expect(fraseDaComparacao(iguais)).toBe("Água Fria e Barra d'Oeste têm a mesma nota, 100,00.");
  });
});

const BASE: Base = {
  municipios: MUNICIPIOS,
  colunas: COLUNAS,
  catalogo: CATALOGO,
  mesh: SNAPSHOT.mesh,
  origem: "instantaneo",
  dataReferencia: HOJE,
  proveniencia: () => null,
  carregando: false,
  erro: null,
};

function open(comparar: readonly number[], sorteios: Sorteios = SORTEIOS) {
  const mudancas: Partial<Estado>[] = [];
  function Page(): ReactNode {
    const [params, setParams] = useState(codec.encode({ ...ESTADO_PADRAO, comparar }));
    const estado = codec.decode(params);
    const modelo = useModelo(SNAPSHOT, BASE, estado, METODO);
    const props: ParteProps = {
      territorio: TERRITORIO,
      modelo,
      emVigor: {
        padrao: METODO,
        metodo: METODO,
        mudado: false,
        problemas: [],
        avisos: [],
        mudar: () => [],
        voltar: () => undefined,
      },
      contexto: useMemo(() => ({ ...contexto, preparada: modelo.preparada, scores: modelo.scores }), [modelo.preparada, modelo.scores]),
      sorteios,
      visitas: VISITAS,
      estado,
      mudar: (mudanca) => {
        mudancas.push(mudanca);
        setParams(codec.encode({ ...estado, ...mudanca }));
      },
      cabecalho: { titulo: "x", fontes: ["Atlas Social"], filtros: [], dataReferencia: HOJE, demonstracao: false },
      dataReferencia: HOJE,
      lugaresUrl: "about:blank",
    };
    return <Comparar {...props} />;
  }
  return { host: render(<Page />).host, mudancas };
}

const linha = (host: HTMLElement, titulo: string): (string | null)[] => {
  const th = [...host.querySelectorAll("tbody th")].find((cell) => cell.textContent.startsWith(titulo));
  if (th === undefined) throw new Error(`no row ${titulo}`);
  return [...(th.parentElement?.querySelectorAll("td") ?? [])].map((td) => td.textContent);
};

describe("side by side", () => {
  it("draws nothing until somebody is chosen", () => {
    expect(open([]).host.textContent).toBe("");
  });

  it("shows scores, bounds, places, completeness and visits in columns", () => {
    const { host } = open([9900001, 9900002, 9900003]);
    expect(linha(host, "Nota")).toEqual(["100,00", "55,00", "30,00"]);
    expect(linha(host, "Posição")).toEqual(["1º", "2º", "4º"]);
    expect(linha(host, "Com o que falta")).toEqual(["entre 100,00 e 100,00", "entre 55,00 e 55,00", "entre 30,00 e 50,00"]);
    expect(linha(host, "Posição em 90\u00a0%")).toEqual(["1", "2 a 3", "não comparado"]);
    expect(linha(host, "Chance de estar entre os 2")).toEqual(["firme, 90\u00a0%", "firme, 90\u00a0%", "não comparado"]);
    expect(linha(host, "Peso com dado")).toEqual(["100\u00a0%", "100\u00a0%", "80\u00a0%"]);
    expect(linha(host, "Última visita")).toEqual(["sem registro", "04/03/2026", "sem registro"]);
    expect(only(host, ".states-demo").textContent).toBe("dados de demonstração");
  });

  it("draws the points of each dimension as bars on one scale from zero", () => {
    const { host } = open([9900001, 9900002]);
    expect(linha(host, "Vulnerabilidade social")).toEqual(["60,00", "45,00"]);
    const barras = [...host.querySelectorAll<HTMLElement>(".prioridades-trilho > span")].map((s) => s.style.width);
    // The largest, 60, is the whole track.
    expect(barras.map(Number.parseFloat)).toEqual([100, 75, 66.6667, 16.6667].map((x) => expect.closeTo(x, 3) as number));
    expect(host.textContent).toContain("mesma escala, de 0 a 60,00 pontos");
  });

  it("opens the indicators on demand, with their figures", () => {
    const { host } = open([9900001, 9900003]);
    expect(host.textContent).not.toContain("Desenvolvimento da rede");
    click(button(host, "Ver os indicadores"));
    expect(linha(host, "Desenvolvimento da rede")).toEqual(["20,001 · 2021 · dado além da validade", "não comparadosem dado"]);
    expect(button(host, "Esconder os indicadores").getAttribute("aria-expanded")).toBe("true");
  });

  it("gives insufficient data and an unknown municipality their own outcome, never a zero", () => {
    const { host } = open([9900006, 1234567, 9900001]);
    expect(linha(host, "Nota")).toEqual(["não comparadodados insuficientes", "não comparadonão está na base carregada", "100,00"]);
    expect(linha(host, "Vulnerabilidade social")).toEqual(["não comparadonenhum de 1 indicador", "não comparado", "60,00"]);
    // Its bounds are known even so.
    expect(linha(host, "Com o que falta")[0]).toBe("entre 0,00 e 80,00");
  });

  it("waits for the draws with a word", () => {
    const { host } = open([9900001], { ...SORTEIOS, estado: "andando", porMunicipio: null });
    expect(linha(host, "Posição em 90\u00a0%")).toEqual(["sorteando…"]);
  });

  it("takes in from the list, in its order, and lets out, in the address", () => {
    const { host, mudancas } = open([9900001]);
    const select = only<HTMLSelectElement>(host, "select");
    expect([...select.options].map((o) => o.textContent)).toEqual([
      "Escolha entre 5",
      "2º Barra d'Oeste",
      "3º Esperança",
      "4º Campo Novo",
      "5º Divisa",
      "Fronteira (sem nota)",
    ]);
    type(select, "9900002");
    expect(mudancas).toEqual([{ comparar: [9900001, 9900002] }]);
    click(button(host, "Tirar Água Fria da comparação"));
    expect(mudancas.at(-1)).toEqual({ comparar: [9900002] });
    click(button(host, "Barra d'Oeste"));
    expect(mudancas.at(-1)).toEqual({ municipio: 9900002 });
    click(button(host, "Desfazer a comparação"));
    expect(mudancas.at(-1)).toEqual({ comparar: [] });
    expect(host.textContent).toBe("");
  });

  it("offers no fifth", () => {
    const { host } = open([9900001, 9900002, 9900003, 9900004]);
    expect(host.querySelector("select")).toBeNull();
    expect(host.textContent).toContain("Já há 4 municípios: tire um para incluir outro.");
  });
});

describe("the comparison's file", () => {
  it("carries the sentence, the outcome of each and the mark of made-up visits", () => {
    const comparados = comparadosDe([9900002, 9900006, 1234567], contexto, VIVA, HOJE);
    const linhas = comparacaoCsv(comparados, VIVA, { titulo: "x", fontes: ["Atlas Social"], filtros: [], dataReferencia: HOJE, demonstracao: false }).split("\r\n");
    expect(linhas[0]).toContain("DADOS DE DEMONSTRAÇÃO");
    expect(linhas[1]).toContain("Municípios lado a lado. Barra d'Oeste tem nota 55,00.");
    expect(linhas.find((l) => l.startsWith("9900002"))).toBe("9900002;Barra d'Oeste;comparado;55;2;55;55;100;2;2;3;90;firme;2026-03-04;45;10");
    expect(linhas.find((l) => l.startsWith("9900006"))).toContain("não comparado: dados insuficientes;dados insuficientes;dados insuficientes;0;80;20");
    expect(linhas.find((l) => l.startsWith("1234567"))).toContain("não comparado: não está na base carregada");
  });
});
