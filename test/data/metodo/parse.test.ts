import { describe, expect, it } from "vitest";
import type { Indicador } from "../../../src/core/indicador.ts";
import { methodFileText, methodHash, type Metodo } from "../../../src/core/metodo/method.ts";
import { applyMethodDiff, methodDiff } from "../../../src/core/metodo/method-diff.ts";
import { METODO_TAMANHO_MAXIMO, readMetodo, readMetodoValue } from "../../../src/data/metodo/parse.ts";
import { catalogo, dimensao, indicador, metodo } from "../../core/metodo/a-method.ts";
import { dataText } from "../folder.ts";
import { schemaErrors } from "./json-schema.ts";

const CATALOGO: readonly Indicador[] = catalogo("x", "y", "z");
const SCHEMA = JSON.parse(dataText("metodo.schema.json")) as Parameters<typeof schemaErrors>[0];
const PADRAO = dataText("metodo.json");
const DO_APLICATIVO = JSON.parse(dataText("catalogo.json")) as Indicador[];

/** The small method's file with the value at a path changed (undefined takes it out). */
function changed(path: string, value: unknown): unknown {
  const file = structuredClone(metodo()) as unknown as Record<string, unknown>;
  const keys = path.split(/[.[\]]+/).filter((key) => key !== "");
  const last = keys.pop() ?? "";
  const at = keys.reduce((place, key) => place[key] as Record<string, unknown>, file);
  if (value === undefined) delete at[last];
  else at[last] = value;
  return file;
}

function withIndicator(changes: Parameters<typeof indicador>[1]): Metodo {
  return metodo({ dimensoes: [dimensao("a", 1, [indicador("x", changes)])] });
}

describe("the default method", () => {
  it("is read without a problem or a warning, and carries its own hash", () => {
    const leitura = readMetodo(PADRAO, DO_APLICATIVO);
    expect(leitura.problemas).toEqual([]);
    expect(leitura.avisos).toEqual([]);
    expect(leitura.sha256).toBe((JSON.parse(PADRAO) as { sha256: string }).sha256);
  });

  it("fits the schema, and is written back byte by byte", () => {
    expect(schemaErrors(SCHEMA, JSON.parse(PADRAO))).toEqual([]);
    const { metodo: lido } = readMetodo(PADRAO, DO_APLICATIVO);
    expect(lido === null ? "" : methodFileText(lido)).toBe(PADRAO);
  });

  it("reads its indicators the way the catalogue does", () => {
    const porId = new Map(DO_APLICATIVO.map((i) => [i.id, i]));
    const { metodo: lido } = readMetodo(PADRAO, DO_APLICATIVO);
    for (const { id, polaridade } of lido?.dimensoes.flatMap((d) => d.indicadores) ?? []) expect([id, polaridade]).toEqual([id, porId.get(id)?.polaridade]);
  });
});

describe("shape, by parser and by schema alike", () => {
  it.each<[string, unknown]>([
    ["versao", 2],
    ["versao", undefined],
    ["id", "Com Espaço"],
    ["nome", ""],
    ["orgao", 7],
    ["datas.inicio", "01/02/2026"],
    ["k", 0],
    ["k", 2.5],
    ["sorteios", 100_001],
    ["concentracao", 1],
    ["concentracao", 0],
    ["normalizacao", "z-score"],
    ["agregacao", "geometrica"],
    ["presencaMinima", 1.01],
    ["dimensoes", []],
    ["dimensoes[0].peso", -1],
    ["dimensoes[0].peso", "30"],
    ["dimensoes[0].peso", null],
    ["dimensoes[0].cor", "azul"],
    ["dimensoes[0].indicadores[0].peso", -0.5],
    ["dimensoes[0].indicadores[0].tipo", "taxa"],
    ["dimensoes[0].indicadores[0].polaridade", "contexto"],
    ["dimensoes[0].indicadores[0].multiplicador", 0],
    ["dimensoes[0].indicadores[0].validadeMeses", 0],
    ["dimensoes[0].indicadores[0].baliza.lo", null],
    ["dimensoes[0].indicadores[0].baliza.fonte", ""],
    ["dimensoes[0].indicadores[0].baliza.periodo", "2026-13"],
    ["dimensoes[0].indicadores[0].baliza.periodo", undefined],
    ["planejamento.reserva", 0.2],
    ["planejamento.carenciaDias", -1],
    ["planejamento", "não"],
    ["mapa.quebras", []],
    ["mapa.quebras", [0, "1"]],
  ])("refuses %s = %j, naming the place, and says what to do", (path, value) => {
    const file = changed(path, value);
    expect(schemaErrors(SCHEMA, file)).not.toEqual([]);
    const { problemas, metodo: lido } = readMetodoValue(file, CATALOGO);
    expect(lido).toBeNull();
    expect(problemas.map(({ caminho }) => caminho.replace(/\.cor$|\[\d\]$/, ""))).toContain(path.replace(/\.cor$/, ""));
    for (const { mensagem, conserto } of problemas) {
      expect(mensagem).toMatch(/^[A-ZÀ-Ú“].*\.$/u);
      expect(conserto).toMatch(/^[A-ZÀ-Ú].*\.$/u);
    }
  });

  it("accepts the small method, with and without what is optional", () => {
    for (const m of [metodo(), metodo({ orgao: "Órgão", mapa: null }), withIndicator({ tipo: "rate", multiplicador: 1000 })]) {
      expect(schemaErrors(SCHEMA, m)).toEqual([]);
      expect(schemaErrors(SCHEMA, JSON.parse(methodFileText(m)))).toEqual([]);
      expect(readMetodo(methodFileText(m), CATALOGO).metodo).toEqual(m);
    }
  });
});

describe("what only the whole can say", () => {
  const natural = { origem: "limite-natural", fonte: "f", periodo: null } as const;
  it.each<[string, Metodo, string]>([
    ["equal goalposts", withIndicator({ baliza: { lo: 3, hi: 3, ...natural } }), "As duas balizas de “x” são iguais: não separam ninguém."],
    ["reversed goalposts", withIndicator({ baliza: { lo: 5, hi: 1, ...natural } }), "As balizas de “x” estão trocadas: `lo` é maior que `hi`."],
    ["goalposts too wide to subtract", withIndicator({ baliza: { lo: -1.7e308, hi: 1.7e308, ...natural } }), "As balizas de “x” são largas demais para calcular."],
    ["a base period without its name", withIndicator({ baliza: { lo: 1, hi: 5, ...natural, origem: "periodo-base" } }), "A baliza vem de um período-base, mas não diz qual."],
    ["a multiplier where there is no rate", withIndicator({ multiplicador: 100 }), "Só taxa (rate) e proporção (proportion) têm multiplicador, e “x” é amount."],
    ["every dimension at zero", metodo({ dimensoes: [dimensao("a", 0, [indicador("x")])] }), "O peso de todas as dimensões é zero: não há nota a calcular."],
    ["every indicator of a dimension at zero", metodo({ dimensoes: [dimensao("a", 1, [indicador("x", { peso: 0 })])] }), "O peso de todos os indicadores da dimensão “a” é zero."],
    ["a dimension with weight and no indicator", metodo({ dimensoes: [dimensao("a", 1, [indicador("x")]), dimensao("b", 1, [])] }), "A dimensão “b” tem peso, mas não tem indicador."],
    ["no indicator at all", metodo({ dimensoes: [dimensao("a", 1, [])] }), "Nenhuma dimensão tem indicador."],
    ["an indicator the catalogue does not have", withIndicator({ id: "outro" }), "O catálogo não tem o indicador “outro”."],
    ["an indicator twice", metodo({ dimensoes: [dimensao("a", 1, [indicador("x"), indicador("x")])] }), "O método tem mais de uma vez o indicador “x”."],
    ["a dimension twice", metodo({ dimensoes: [dimensao("a", 1, [indicador("x")]), dimensao("a", 1, [indicador("y")])] }), "O método tem mais de uma vez a dimensão “a”."],
    ["a cycle that ends before it starts", metodo({ datas: { versao: "2026-01-01", inicio: "2026-02-01", fim: "2026-01-31" } }), "O ciclo termina antes de começar."],
    ["parts of the plan that are not the whole", metodo({ planejamento: { ...metodo().planejamento, pesoTempo: 0.3 } }), "As partes da nota e do tempo somam 1,10, e não 1."],
    ["classes out of order", metodo({ mapa: { quebras: [0, 20, 20], periodo: "2025" } }), "Os inícios das classes do mapa não estão em ordem crescente."],
    ["an aggregation the normalisation does not admit", metodo({ normalizacao: "z", agregacao: "potencia-2" }), "Com a normalização “z” as notas não vão de 0 a 100, e esta agregação não se aplica."],
  ])("refuses %s", (_what, m, mensagem) => {
    const { metodo: lido, problemas } = readMetodoValue(m, CATALOGO);
    expect(lido).toBeNull();
    expect(problemas.map((p) => p.mensagem)).toContain(mensagem);
    for (const { conserto } of problemas) expect(conserto).toMatch(/^[A-ZÀ-Ú].*\.$/u);
  });

  it("refuses an indicator that is context only", () => {
    const contexto = CATALOGO.map((c) => (c.id === "z" ? { ...c, polaridade: "contexto" as const } : c));
    expect(readMetodoValue(metodo(), contexto).problemas[0]).toMatchObject({ caminho: "dimensoes[1].indicadores[0].id", valor: "z" });
  });

  it("refuses a date the calendar does not have", () => {
    expect(readMetodoValue(changed("datas.fim", "2026-02-30"), CATALOGO).problemas[0]?.conserto).toBe("Escreva uma data que exista no calendário.");
  });

  it("warns, and goes on, where weights do not add up to 100, a direction differs from the catalogue's, or the scale is for study", () => {
    const m = metodo({ normalizacao: "percentil", dimensoes: [dimensao("a", 60, [indicador("x", { polaridade: "maior-menos-necessidade" })]), dimensao("b", 30, [indicador("y")])] });
    const { metodo: lido, avisos } = readMetodoValue(m, CATALOGO);
    expect(lido).toEqual(m);
    expect(avisos).toEqual([
      "Os pesos das dimensões somam 90, e não 100: cada uma entra com a sua parte da soma.",
      "A normalização deste método é para estudo: as notas dependem da amostra do dia e não servem para definir visitas.",
      "O método lê “Indicador x” no sentido contrário ao do catálogo.",
    ]);
  });
});

describe("the file's hash", () => {
  it("is refused when one weight was changed after it was written", () => {
    const file = JSON.parse(methodFileText(metodo())) as { dimensoes: { peso: number }[] };
    const first = file.dimensoes[0];
    if (first !== undefined) first.peso = 61;
    expect(readMetodoValue(file, CATALOGO).problemas).toMatchObject([{ caminho: "sha256", mensagem: expect.stringContaining("não é o do método que ele traz") as string }]);
  });

  it("is refused when it is no hash, and not missed when it is not there", () => {
    expect(readMetodoValue({ ...metodo(), sha256: "abc" }, CATALOGO).problemas[0]?.mensagem).toBe("O SHA-256 do arquivo não tem 64 algarismos hexadecimais.");
    expect(readMetodoValue(metodo(), CATALOGO).sha256).toBe(methodHash(metodo()));
  });
});

describe("text that is no method", () => {
  it.each([
    ["", "não é um JSON"],
    ["peso;30", "não é um JSON"],
    ['{"versao":1,"k":NaN}', "O arquivo tem NaN, que não é um número."],
    ['{"pesos":[1,-Infinity]}', "O arquivo tem -Infinity, que não é um número."],
    ["[]", "O arquivo não tem um método."],
    ["null", "O arquivo não tem um método."],
    ["{}", "O arquivo não diz a versão do método."],
    ['{"versao":"1"}', "O arquivo é de outra versão do método."],
    ['{"versao":1}', "Falta este campo."],
    [" ".repeat(METODO_TAMANHO_MAXIMO + 1), "grande demais"],
  ])("%# is refused with a sentence", (text, sentence) => {
    const { metodo: lido, problemas } = readMetodo(text, CATALOGO);
    expect(lido).toBeNull();
    expect(problemas[0]?.mensagem).toContain(sentence);
  });

  it("may open with a byte-order mark", () => {
    expect(readMetodo(`\ufeff${methodFileText(metodo())}`, CATALOGO).metodo).toEqual(metodo());
  });
});

it("is the door of addresses too: a difference comes back as the method it stands for, and a bad one is refused", () => {
  const { metodo: padrao } = readMetodo(PADRAO, DO_APLICATIVO);
  if (padrao === null) throw new Error("the default method was refused");
  const outro: Metodo = { ...padrao, k: 20, agregacao: "potencia-2", dimensoes: padrao.dimensoes.map((d, i) => (i === 0 ? { ...d, peso: 12.5 } : d)) };
  const texto = methodDiff(padrao, outro);
  expect(texto).toBe("agregacao:potencia-2,d.vulnerabilidade.peso:12.5,k:20");
  expect(readMetodoValue(applyMethodDiff(padrao, texto), DO_APLICATIVO)).toMatchObject({ metodo: outro, sha256: methodHash(outro) });
  expect(readMetodoValue(applyMethodDiff(padrao, "d.rede.peso:-1"), DO_APLICATIVO).problemas[0]?.caminho).toBe("dimensoes[2].peso");
  expect(readMetodoValue(applyMethodDiff(padrao, "nada"), DO_APLICATIVO).metodo).toBeNull();
});
