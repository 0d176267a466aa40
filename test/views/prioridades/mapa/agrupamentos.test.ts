import { describe, expect, it } from "vitest";
import type { Celula } from "../../../../src/core/absence.ts";
import { GRUPOS } from "../../../../src/core/map-layer.ts";
import type { Grupo } from "../../../../src/core/map-layer.ts";
import { ebStandardise } from "../../../../src/core/metodo/eb-standardise.ts";
import { localMoran } from "../../../../src/core/metodo/local-moran.ts";
import { preparePriority } from "../../../../src/core/metodo/priority.ts";
import { camadaDeAgrupamentos, pedidoDeMoran } from "../../../../src/views/prioridades/mapa/agrupamentos.ts";
import type { EntradaDeAgrupamentos } from "../../../../src/views/prioridades/mapa/agrupamentos.ts";
import { contagensDe } from "../../../../src/views/prioridades/mapa/contagens.ts";
import { medidaIndicador } from "../../../../src/views/prioridades/medida.ts";
import type { Medida } from "../../../../src/views/prioridades/medida.ts";
import { CATALOGO, COLUNAS, METODO } from "../fixture.ts";
import { grid, lugares } from "./state.ts";

const SIDE = 9;
/** The middle of the high block and of the low one: four neighbours of their own kind. */
const HIGH = SIDE + 1;
const LOW = 7 * SIDE + 7;

/** A high block of 3 × 3 in the top left corner of a 9 × 9 grid, a low one in the bottom right, and 50 ± 2 elsewhere. */
function twoBlocks(): number[] {
  return Array.from({ length: SIDE * SIDE }, (_, i) => {
    const [x, y] = [i % SIDE, Math.floor(i / SIDE)];
    if (x < 3 && y < 3) return 90;
    if (x > 5 && y > 5) return 10;
    return 50 + ((i * 7) % 5) - 2;
  });
}

function medida(valores: readonly (number | null)[], mudancas: Partial<Medida> = {}): Medida {
  const registro = CATALOGO.find(({ id }) => id === "vulnerabilidade");
  if (registro === undefined) throw new Error("no such indicator in the made-up state");
  const municipios = lugares(valores.length).map((m) => ({
    ...m,
    regiaoImediata: null,
    regiaoIntermediaria: null,
    sede: null,
    areaKm2: null,
    populacao: null,
    anoCenso: null,
  }));
  const celulas = new Map(municipios.map(({ codigo }, i): [number, Celula] => {
    const valor = valores[i] ?? null;
    return [codigo, valor === null ? { ausencia: "sem-dado" } : { valor }];
  }));
  return { ...medidaIndicador(registro, null, municipios, []), celulas, ...mudancas };
}

function entrada(valores: readonly (number | null)[], mudancas: Partial<EntradaDeAgrupamentos> = {}, daMedida: Partial<Medida> = {}): EntradaDeAgrupamentos {
  return {
    municipios: lugares(valores.length),
    medida: medida(valores, daMedida),
    contagens: null,
    vizinhos: grid(SIDE, SIDE),
    semente: "semente-zz",
    ...mudancas,
  };
}

const grupoDe = (camada: ReturnType<typeof camadaDeAgrupamentos>, unidade: number): Grupo | undefined =>
  GRUPOS[camada.layer.classe.get(9900001 + unidade) ?? -1];

describe("camadaDeAgrupamentos", () => {
  const camada = camadaDeAgrupamentos(entrada(twoBlocks()));

  it("finds the high block as high among high and the low one as low among low", () => {
    expect(grupoDe(camada, HIGH)).toBe("mais-entre-mais");
    expect(grupoDe(camada, LOW)).toBe("menos-entre-menos");
    expect(grupoDe(camada, 4 * SIDE + 4)).toBe("sem-padrao");
  });

  it("counts every municipality once, in the classes or among the absences", () => {
    const total = [...camada.layer.classes, ...camada.layer.ausencias].reduce((soma, { contagem }) => soma + contagem, 0);
    expect(total).toBe(SIDE * SIDE);
    expect(camada.layer.classes.map(({ rotulo }) => rotulo.split(":")[0])).toEqual([
      "alto-alto",
      "baixo-baixo",
      "alto-baixo",
      "baixo-alto",
      "sem padrão além do acaso",
    ]);
  });

  it("finds a low town among high neighbours", () => {
    const valores = twoBlocks();
    valores[HIGH] = 12;
    expect(grupoDe(camadaDeAgrupamentos(entrada(valores)), HIGH)).toBe("menos-entre-mais");
  });

  it("paints more need warm and names it by its figure when a lower figure is more need", () => {
    const invertida = camadaDeAgrupamentos(entrada(twoBlocks(), {}, { maisNecessidade: "menor" }));
    expect(grupoDe(invertida, HIGH)).toBe("menos-entre-menos");
    expect(grupoDe(invertida, LOW)).toBe("mais-entre-mais");
    expect(invertida.layer.classes[0]?.rotulo).toBe("baixo-baixo: mais necessidade, os vizinhos também");
    expect(invertida.layer.classes[1]?.rotulo).toBe("alto-alto: menos necessidade, os vizinhos também");
  });

  it("speaks of values, not of need, for context", () => {
    const contexto = camadaDeAgrupamentos(entrada(twoBlocks(), {}, { maisNecessidade: null }));
    expect(contexto.layer.classes.map(({ rotulo }) => rotulo).join()).not.toContain("necessidade");
    expect(contexto.leitura).not.toContain("necessidade");
  });

  it("says how many, who, that the rest is chance, and that it is context", () => {
    const [mais = 0, menos = 0, , , resto = 0] = camada.layer.classes.map(({ contagem }) => contagem);
    expect(camada.leitura).toContain(`${mais} municípios com mais necessidade, os vizinhos também, entre eles M002, M010 e M011`);
    expect(camada.leitura).toContain(`${menos} municípios com menos necessidade, os vizinhos também`);
    expect(camada.leitura).toContain(`Nos outros ${resto} não há padrão além do acaso.`);
    expect(camada.leitura).toContain("não entra na nota");
    expect(camada.layer.nota).toContain("9.999 permutações de semente “semente-zz”, correção de Benjamini–Hochberg a 5\u00a0%");
  });

  it("has the mean of the neighbours, the statistic and both p values in the table", () => {
    // M011's neighbours are M002, M010, M012 and M020, all 90.
    const unidade = localMoran(pedidoDeMoran(entrada(twoBlocks()))).units[HIGH];
    if (unidade?.reason !== null) throw new Error("no local Moran in the middle of the block");
    expect(camada.linhas[HIGH]?.celulas).toEqual({
      valor: { valor: 90 },
      vizinhos: { valor: 90 },
      i: { valor: unidade.I },
      p: { valor: unidade.pseudoP },
      ajustado: { valor: unidade.adjustedP },
      grupo: "alto-alto: mais necessidade, os vizinhos também",
    });
    expect(camada.card(9900011).map(({ texto }) => texto)).toEqual([
      "90,0\u00a0%",
      "90,0\u00a0%",
      "alto-alto: mais necessidade, os vizinhos também",
    ]);
  });

  it("is the same for the same seed and takes a result worked out elsewhere", () => {
    const pergunta = entrada(twoBlocks());
    const outra = camadaDeAgrupamentos(pergunta, localMoran(pedidoDeMoran(pergunta)));
    expect([...outra.layer.classe]).toEqual([...camada.layer.classe]);
    expect(outra.linhas).toEqual(camada.linhas);
  });

  it("tells no figure, no neighbour and no pattern apart", () => {
    const valores: (number | null)[] = twoBlocks();
    valores[40] = null;
    const vizinhos = grid(SIDE, SIDE).map((lista, i) => (i === 80 ? [] : lista.filter((j) => j !== 80)));
    const { layer, linhas, card } = camadaDeAgrupamentos(entrada(valores, { vizinhos }));
    expect(layer.ausencia.get(9900041)).toBe("sem-dado");
    expect(layer.ausencia.get(9900081)).toBe("nao-comparado");
    expect(linhas[80]?.celulas["grupo"]).toBe("não comparado");
    expect(card(9900081).at(-1)?.texto).toBe("não comparado: sem vizinho com dado");
  });

  it.each([
    ["constant", new Array<number>(81).fill(7), grid(SIDE, SIDE), "todos os valores são iguais"],
    ["islands", twoBlocks(), twoBlocks().map(() => []), "nenhum município tem vizinho com dado"],
    ["too few", [1, 2, 3], [[1], [0, 2], [1]], "menos de quatro municípios"],
  ])("has a sentence instead of groups: %s", (_, valores, vizinhos, frase) => {
    const { leitura, layer } = camadaDeAgrupamentos(entrada(valores, { vizinhos }));
    expect(leitura).toContain(frase);
    expect(layer.classes.slice(0, 4).map(({ contagem }) => contagem)).toEqual([0, 0, 0, 0]);
  });

  it("says that nothing is beyond chance when nothing is", () => {
    const acaso = Array.from({ length: SIDE * SIDE }, (_, i) => (i * 37) % 81);
    expect(camadaDeAgrupamentos(entrada(acaso)).leitura).toContain("nenhum grupo de vizinhos além do que o acaso explica, entre 81 municípios");
  });
});

describe("rates", () => {
  const eventos = twoBlocks();
  const expostos = eventos.map((_, i) => 200 + ((i * 31) % 17) * 50);
  const taxas = eventos.map((e, i) => (100 * e) / (expostos[i] ?? 1));

  it("are compared after standardisation by empirical Bayes, not raw", () => {
    const pergunta = entrada(taxas, { contagens: { eventos, expostos } });
    expect(pedidoDeMoran(pergunta).values).toEqual(ebStandardise({ events: eventos, exposure: expostos }).z);
    expect(camadaDeAgrupamentos(pergunta).layer.nota).toContain("taxas padronizadas por Bayes empírico (Assunção e Reis, 1999)");
    expect(pedidoDeMoran(entrada(taxas)).values).toEqual(taxas);
  });

  it("leave a figure without counts out as insufficient data", () => {
    const semContagem: (number | null)[] = [...eventos];
    semContagem[5] = null;
    const { layer } = camadaDeAgrupamentos(entrada(taxas, { contagens: { eventos: semContagem, expostos } }));
    expect(layer.ausencia.get(9900006)).toBe("dados-insuficientes");
  });

  it("come from the method's rates and proportions with usable counts, and from nothing else", () => {
    const metodo = {
      ...METODO,
      dimensoes: METODO.dimensoes.map((d) =>
        d.id === "social" ? { ...d, indicadores: d.indicadores.map((x) => ({ ...x, tipo: "rate" as const, multiplicador: 100 })) } : d,
      ),
    };
    const municipios = lugares(6);
    const com = (numeradores: readonly (number | null)[]) =>
      preparePriority(
        metodo,
        CATALOGO,
        COLUNAS.map((c) => (c.indicador === "vulnerabilidade" ? { ...c, numeradores, denominadores: [100, 100, 100, 100, 100, null] } : c)),
        municipios,
      );
    expect(contagensDe(com([50, 40, 30, 20, 10, null]), "vulnerabilidade")?.eventos).toEqual([50, 40, 30, 20, 10, null]);
    // Two of five figures with counts are not enough.
    expect(contagensDe(com([50, 40, null, null, null, null]), "vulnerabilidade")).toBeNull();
    expect(contagensDe(com([50, 40, 30, 20, 10, null]), "rede")).toBeNull();
    expect(contagensDe(com([50, 40, 30, 20, 10, null]), "populacao")).toBeNull();
  });
});
