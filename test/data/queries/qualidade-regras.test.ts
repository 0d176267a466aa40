import { readFileSync } from "node:fs";
import { beforeAll, describe, expect, it } from "vitest";
import type { Fonte, Indicador } from "../../../src/core/indicador.ts";
import { avaliar, type Avaliacao } from "../../../src/core/qualidade/avaliar.ts";
import { ESTADOS, leitorDeEstados } from "../../../src/core/qualidade/celulas.ts";
import { fraseDoAchado, nomesDe, oQueFazer, type Nomes } from "../../../src/core/qualidade/frase.ts";
import { montarPainel } from "../../../src/core/qualidade/painel.ts";
import { planejarCartas } from "../../../src/core/qualidade/carta.ts";
import { contarEstados, resumirPorEspecie, totalDe } from "../../../src/core/qualidade/resumo.ts";
import type { Territorio } from "../../../src/core/territorio.ts";
import { parseLivroDeRegras } from "../../../src/data/qualidade/parse.ts";
import { municipiosDoExtrato, toMunicipio } from "../../../src/data/queries/extratos-municipios.ts";
import { qualidadeValores } from "../../../src/data/queries/qualidade-valores.ts";
import { attachDatabase, disarmExtensions } from "../../../src/data/session/database.ts";
import { readRows } from "../../../src/data/session/read-rows.ts";
import { bundledDatabase } from "../bundled.ts";
import { ENGINES, openEngineInNode } from "../engine-in-node.ts";

const read = (name: string): string => readFileSync(new URL(`../../../data/${name}`, import.meta.url), "utf8");
const json = (name: string): unknown => JSON.parse(read(name));

const LIVRO = parseLivroDeRegras(json("qualidade/regras.json"));
const CATALOGO = json("catalogo.json") as readonly Indicador[];
const FONTES = json("fontes.json") as readonly Fonte[];
const TERRITORIO = json("territorio.json") as Territorio;

/** The bundled figures, read here without the engine. */
const LINHAS = read("indicadores.csv").trim().split(/\r?\n/).slice(1).map((linha) => linha.split(","));

let avaliacao: Avaliacao;
let nomes: Nomes;
let pacotes: number;

beforeAll(async () => {
  const engine = await openEngineInNode(ENGINES.completo);
  const { bytes, hash } = await bundledDatabase();
  await disarmExtensions(engine, "http://localhost/ext");
  await attachDatabase(engine, bytes, hash);
  const linhas = readRows(await engine.ask(qualidadeValores.sql, []), qualidadeValores.row);
  const municipios = readRows(await engine.ask(municipiosDoExtrato.sql, []), municipiosDoExtrato.row).map(toMunicipio);
  engine.terminate();
  pacotes = linhas.length;
  avaliacao = avaliar({
    painel: montarPainel(linhas, municipios),
    catalogo: CATALOGO,
    regras: LIVRO.regras,
    dataReferencia: "2026-10-31",
  });
  nomes = nomesDe(LIVRO, CATALOGO, FONTES, municipios, "2026-10-31");
});

const todas = (): number[] => avaliacao.codigos.map((_, linha) => linha);
const acusados = (regra: string): string[] =>
  avaliacao.achados.flatMap((achado) => (achado.regra === regra ? [nomes.municipios.get(achado.codigo) ?? ""] : []));

describe("the rule book", () => {
  it("names only indicators of the catalogue", () => {
    const conhecidos = new Set(CATALOGO.map(({ id }) => id));
    const citados = LIVRO.regras.flatMap((regra) => {
      if (regra.tipo === "formula") return [regra.total, ...regra.partes];
      if (regra.tipo === "comparacao") return [regra.a, regra.b];
      if (regra.tipo === "contradicao") return [regra.se.indicador, regra.nao.indicador];
      if (regra.tipo === "quebra") return regra.indicadores;
      return regra.tipo === "fonte-atrasada" ? [] : [...(regra.indicadores.ids ?? []), ...(regra.indicadores.exceto ?? [])];
    });
    const outros = [...LIVRO.familias, ...LIVRO.correcoes].flatMap(({ indicadores }) => indicadores ?? []);
    expect(citados.length).toBeGreaterThan(80);
    expect([...citados, ...outros].filter((id) => !conhecidos.has(id))).toEqual([]);
  });

  it("says where every source with bundled figures is corrected, and cites articles the territory has", () => {
    const corrigidas = new Set(LIVRO.correcoes.map(({ fonte }) => fonte));
    expect([...new Set(LINHAS.map((linha) => linha[6] ?? ""))].filter((fonte) => !corrigidas.has(fonte))).toEqual([]);
    for (const { norma, artigo } of LIVRO.carta.normas) {
      const refs = TERRITORIO.normas.find(({ id }) => id === norma)?.artigos.map(({ ref }) => ref);
      expect(refs, `${norma} ${artigo}`).toContain(artigo);
    }
  });

  it("has rules of the four kinds, each with a reason and a source, and what to do starts with a verb", () => {
    expect([...new Set(LIVRO.regras.map(({ especie }) => especie))].toSorted()).toEqual(["atualidade", "completude", "consistencia", "correcao"]);
    for (const { id, porque, referencia, oQueFazer } of LIVRO.regras) {
      expect(porque.length, id).toBeGreaterThan(20);
      expect(referencia.length, id).toBeGreaterThan(10);
      expect(oQueFazer, id).toMatch(/^(Conferir|Ler|Procurar) /);
    }
  });

  it("never calls a municipality or its data names", () => {
    const textos = JSON.stringify(LIVRO).toLowerCase();
    for (const palavra of ["pior", "grave", "crític", "ruim", "inadmiss"]) expect(textos).not.toContain(palavra);
  });
});

describe("the rules on figures of files not bundled", () => {
  const MUNICIPIOS = [
    { codigo: 9900001, nome: "Alfa", porte: "pequeno-1" as const },
    { codigo: 9900002, nome: "Beta", porte: "pequeno-1" as const },
  ];
  const figura = (indicador: string, periodo: string, fonte: string, alfa: number, beta: number) => ({
    indicador,
    periodo,
    fonte,
    codigos: "9900001|9900002",
    valores: `${alfa}|${beta}`,
    numeradores: null,
    denominadores: null,
  });
  const julgar = (...figuras: readonly ReturnType<typeof figura>[]) => {
    const { achados } = avaliar({ painel: montarPainel(figuras, MUNICIPIOS), catalogo: CATALOGO, regras: LIVRO.regras, dataReferencia: "2026-10-31" });
    const deles = nomesDe(LIVRO, CATALOGO, FONTES, MUNICIPIOS, "2026-10-31");
    return achados.map((achado) => `${deles.municipios.get(achado.codigo)}: ${fraseDoAchado(achado, deles)} ${oQueFazer(achado, deles)}`);
  };

  it("units of RMA, CadSUAS and Censo SUAS are held against each other", () => {
    expect(
      julgar(
        figura("rma-cras-unidades", "2026-08", "mds-rma", 2, 1),
        figura("cadsuas-cras", "2026-08", "mds-misocial", 2, 3),
        figura("cras-respondentes", "2023", "mds-idcras", 2, 3),
      ),
    ).toEqual([
      "Beta: Registraram o RMA 1 CRAS em ago. 2026; o CadSUAS de ago. 2026 tem 3. Conferir quais CRAS não preencheram o mês no RMA, ou se há CRAS fechado que continua no CadSUAS.",
    ]);
  });

  it("registered families are the sum of their bands of income, as in Turvo/PR in August 2026", () => {
    const achados = julgar(
      figura("cadunico-familias", "2026-08", "mds-misocial", 2961, 2995),
      figura("cadunico-familias-pobreza", "2026-08", "mds-misocial", 872, 889),
      figura("cadunico-familias-baixa-renda", "2026-08", "mds-misocial", 862, 853),
      // September's band of Beta, read as August's.
      figura("cadunico-familias-acima-meio-salario", "2026-08", "mds-misocial", 1227, 1227),
    );
    expect(achados).toHaveLength(1);
    expect(achados[0]).toContain("o total é 2.995\u00a0famílias, mas a soma das partes dá 2.969\u00a0famílias");
  });

  it("the accompaniment of PAIF is a stock: who came in this month is inside it", () => {
    const achados = julgar(figura("rma-paif-novas", "2026-08", "mds-rma", 5, 30), figura("rma-paif-acompanhamento", "2026-08", "mds-rma", 120, 25));
    expect(achados.map((texto) => texto.slice(0, 4))).toEqual(["Beta"]);
    expect(achados[0]).toContain("no RMA (Registro Mensal de Atendimentos)");
  });
});

describe("the rules on the bundled figures", () => {
  it("see every one of them: as many as the file has lines, and every cell once", () => {
    const comValor = avaliacao.colunas.reduce((n, { valores }) => n + valores.filter((v) => !Number.isNaN(v)).length, 0);
    expect(comValor).toBe(LINHAS.length);
    expect(avaliacao.colunas.length).toBe(new Set(LINHAS.map(([, periodo, indicador]) => `${indicador} ${periodo}`)).size);
    expect(pacotes).toBe(avaliacao.colunas.length);
    expect(totalDe(contarEstados(avaliacao.colunas, todas(), leitorDeEstados()))).toBe(avaliacao.colunas.length * 142);
  });

  it("fire on no more than a sixth of the municipalities each; the calendar of sources apart, which is nobody's", () => {
    const porRegra = new Map<string, Set<number>>();
    for (const { regra, codigo } of avaliacao.achados) porRegra.set(regra, (porRegra.get(regra) ?? new Set()).add(codigo));
    const muitos = [...porRegra].filter(([, codigos]) => codigos.size > 142 / 6).map(([regra, codigos]) => `${regra}: ${codigos.size}`);
    // Over ten years of three indexes; and self-declared amounts many left blank.
    expect(muitos.toSorted()).toEqual(["falta-o-dado: 50", "salto-no-indice: 53"]);
  });

  it("find no impossible figure: the one zero outside the scale was set apart before", () => {
    const [correcao] = resumirPorEspecie(avaliacao, LIVRO.regras, todas());
    expect(correcao?.especie).toBe("correcao");
    expect(correcao?.estados.erro).toBe(0);
    expect(avaliacao.achados.filter(({ gravidade }) => gravidade === "erro")).toEqual([]);
  });

  /** Each read by eye in the file: the figure, and what it is held against. */
  it.each([
    ["valor-simbolico", "Luciara", ["5105309", "2022", "fmas-recursos-proprios-valor", "0.01"], null],
    ["valor-simbolico", "Serra Nova Dourada", ["5107883", "2022", "fmas-despesa-propria-valor", "40"], null],
    ["sem-recursos-no-fundo-mas-com-valor", "Querência", ["5107065", "2022", "fmas-recursos-proprios-valor", "5446624.42"], ["5107065", "2023", "fmas-recursos-proprios", "0"]],
    ["com-recursos-no-fundo-mas-zero", "Chapada dos Guimarães", ["5103007", "2022", "fmas-recursos-proprios-valor", "0"], ["5103007", "2023", "fmas-recursos-proprios", "3"]],
    ["com-cofinanciamento-mas-zero", "Poconé", ["5106505", "2022", "fmas-repasse-estadual-valor", "0"], ["5106505", "2023", "fmas-cofinanciamento-basica", "2"]],
    ["despesa-e-recursos-proprios", "São José do Povo", ["5107297", "2022", "fmas-despesa-propria-valor", "475765.91"], ["5107297", "2022", "fmas-recursos-proprios-valor", "72000"]],
    ["populacoes-proximas", "Querência", ["5107065", "2024", "populacao-estimada", "29820"], ["5107065", "2022", "populacao", "26769"]],
    ["salto-no-indice", "Novo São Joaquim", ["5106281", "2021", "idcras", "5"], ["5106281", "2020", "idcras", "1.67"]],
    ["fora-da-curva-percentuais", "Campinápolis", ["5102603", "2010", "extrema-pobreza", "37.82"], null],
    ["fora-da-curva-por-morador", "Porto Estrela", ["5106851", "2022", "fmas-repasse-estadual-per-capita", "254.3424"], null],
  ] as const)("%s fires on %s, as the file says", (regra, municipio, valor, comparado) => {
    const noArquivo = ([codigo, periodo, indicador, numero]: readonly [string, string, string, string]): boolean =>
      LINHAS.some((linha) => linha[0] === codigo && linha[1] === periodo && linha[2] === indicador && linha[3] === numero);
    expect(noArquivo(valor)).toBe(true);
    expect(comparado === null || noArquivo(comparado)).toBe(true);
    const achado = avaliacao.achados.find(
      (a) => a.regra === regra && String(a.codigo) === valor[0] && a.indicador === valor[2] && a.periodo === valor[1],
    );
    expect(nomes.municipios.get(achado?.codigo ?? 0)).toBe(municipio);
    expect(achado?.valor).toBe(Number(valor[3]));
    if (comparado !== null) expect(achado?.comparado).toEqual({ indicador: comparado[2], periodo: comparado[1], valor: Number(comparado[3]) });
  });

  it("leave two municipalities behind in the newest IDConselho, counted once for the index and once for each dimension", () => {
    const atrasados = avaliacao.achados.filter(({ regra }) => regra === "dado-mais-antigo-que-os-demais");
    expect(atrasados.length).toBe(8);
    expect([...new Set(atrasados.map(({ codigo }) => nomes.municipios.get(codigo)))].toSorted()).toEqual(["Alto Garças", "Pedra Preta"]);
    expect(fraseDoAchado(atrasados[0] ?? expect.fail("none"), nomes)).toContain("os demais já têm 2023");
  });

  it("say of the four new CREAS that the older list of units has none there", () => {
    expect(acusados("creas-respondentes-e-unidades").toSorted()).toEqual(["Alto Araguaia", "Campo Novo do Parecis", "Nova Xavantina", "Querência"]);
  });

  it("know that the 142nd municipality did not exist: nothing of before 2025 is missing, and its origins carry it", () => {
    const linha = avaliacao.codigos.indexOf(5101837);
    const ler = leitorDeEstados();
    const estadoDe = (celula: number) => ESTADOS[ler(celula)];
    const antes = avaliacao.colunas.filter(({ periodo }) => periodo < "2025");
    expect(new Set(antes.map(({ celulas }) => estadoDe(celulas[linha] ?? 0)))).toEqual(new Set(["nao-avaliado"]));
    const depois = avaliacao.colunas.filter(({ periodo }) => periodo >= "2025");
    expect(depois.map(({ indicador, celulas }) => [indicador, estadoDe(celulas[linha] ?? 0)])).toEqual([
      ["cadunico-pessoas", "sem-dado"],
      ["cadunico-cobertura", "sem-dado"],
    ]);
    // Nova Ubiratã has no CREAS, so no population by CREAS.
    expect(acusados("criacao-de-boa-esperanca-do-norte").filter((nome) => nome === "Sorriso")).toHaveLength(8);
    expect(acusados("criacao-de-boa-esperanca-do-norte").filter((nome) => nome === "Nova Ubiratã")).toHaveLength(7);
  });

  it("find one year missing in the series, the IDCRAS of 2017, and most sources late on 31/10/2026", () => {
    const daRegra = (id: string) => avaliacao.achadosDeSerie.filter(({ regra }) => regra === id);
    expect(daRegra("ano-que-falta-na-serie").map(({ indicador, faltam }) => [indicador, faltam])).toEqual([["idcras", ["2017"]]]);
    const emDia = new Set(avaliacao.colunas.map(({ indicador }) => indicador));
    for (const { indicador } of daRegra("fonte-atrasada")) emDia.delete(indicador);
    expect([...emDia].toSorted()).toEqual(["cadunico-cobertura", "cadunico-pessoas", "densidade-demografica", "populacao"]);
  });

  it("make letters for who can correct something, and none for the others", () => {
    const { abertos, semCarta } = planejarCartas(avaliacao.codigos, { avaliacao, livro: LIVRO, marcas: new Map() });
    expect(abertos.size + semCarta.length).toBe(142);
    expect(abertos.size).toBeGreaterThan(50);
    // Sorriso's points are all caveats of the new municipality, which it cannot correct.
    expect(semCarta).toContain(5107925);
    expect([...abertos.values()].flat().map(({ fonte }) => fonte)).not.toContain("atlas-brasil-2010");
  });
});
