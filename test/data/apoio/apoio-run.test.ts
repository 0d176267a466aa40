import { beforeAll, describe, expect, it } from "vitest";
import { diaDe } from "../../../src/core/denuncias/dia.ts";
import { isInsuficiente } from "../../../src/core/equidade/index.ts";
import { montarColunas, type LinhaDeApoio, type Pacto } from "../../../src/core/pacto/index.ts";
import { carregarApoio } from "../../../src/data/apoio/apoio-carregar.ts";
import type { ApoioCru, ApoioLido, MensagemDoApoio, PedidoDoApoio } from "../../../src/data/apoio/apoio-mensagens.ts";
import { prepararApoio } from "../../../src/data/apoio/apoio-preparar.ts";
import { apoioRunner } from "../../../src/data/apoio/apoio-run.ts";
import { TEMAS_SEM_LINHA_DADOS, type AjustesDoApoio, type NomeDaPergunta, type Perguntas } from "../../../src/data/apoio/perguntas.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { ANO, linha, LINHAS, PACTO } from "../../core/pacto/caso.ts";
import { motorDeCasos } from "../denuncias/extratos.ts";
import { apoioCru } from "./extrato.ts";

/** The hand-worked record of test/core/pacto/caso.ts, by way of the engine: what each row is worth is worked in the tests there. */
const AJUSTES: AjustesDoApoio = {
  hoje: "2022-11-30",
  pacto: PACTO,
  codigos: [1, 2, 3, 4, 5],
  populacao: [1000, 2000, 3000, 4000, null],
  notas: [90, 80, 50, 20, 80],
};
const MES = { de: diaDe("2022-06-01"), ate: diaDe("2022-06-30") };

let engine: Engine;
let bytes: ApoioCru;

/** A worker's inside, read with these bytes. */
function ligar(cru: ApoioCru, ajustes: AjustesDoApoio = AJUSTES) {
  const heard: MensagemDoApoio[] = [];
  let time = 0;
  const run = apoioRunner({ post: (mensagem) => heard.push(mensagem), now: () => (time += 1) });
  run({ tipo: "carregar", pedido: 1, colunas: cru });
  run({ tipo: "ajustar", ajustes });
  const noticia = (nome: NomeDaPergunta, pede: Perguntas[NomeDaPergunta]["pede"]) => {
    run({ tipo: "perguntar", pedido: heard.length + 1, nome, pede } satisfies PedidoDoApoio);
    return heard.at(-1)?.noticia;
  };
  return {
    lido: (): ApoioLido => {
      const primeira = heard[0]?.noticia;
      if (primeira?.tipo !== "carregado") throw new Error(JSON.stringify(primeira));
      return primeira.lidos;
    },
    noticia,
    perguntar: <N extends NomeDaPergunta>(nome: N, pede: Perguntas[N]["pede"]): Perguntas[N]["responde"] => {
      const dada = noticia(nome, pede);
      if (dada?.tipo !== "resposta") throw new Error(JSON.stringify(dada));
      return dada.resposta.resposta;
    },
  };
}

beforeAll(async () => {
  engine = await motorDeCasos();
  bytes = await apoioCru(engine, LINHAS);
}, 60_000);

describe("the record of support as the engine gives it", () => {
  it("is column by column the record itself", () => {
    const { colunas } = prepararApoio(carregarApoio(bytes), AJUSTES);
    expect(colunas).toEqual(montarColunas(LINHAS, PACTO, AJUSTES.codigos));
  });

  it("follows the order of the pact's own lists, and -1 marks a code that is not in the list", () => {
    const aoContrario: Pacto = { ...PACTO, estrategias: PACTO.estrategias.toReversed(), eixos: PACTO.eixos.toReversed() };
    const codigos = [5, 4, 3];
    const { colunas } = prepararApoio(carregarApoio(bytes), { ...AJUSTES, pacto: aoContrario, codigos, populacao: [1, 2, 3], notas: null });
    expect(colunas).toEqual(montarColunas(LINHAS, aoContrario, codigos));
  });

  it("keeps what a row says of itself, and no theme for a blank one", async () => {
    const base = { ...LINHAS[0], tema: " " } as LinhaDeApoio;
    const linhas: LinhaDeApoio[] = [
      { ...base, apoio: "1", situacao: "realizado" },
      { ...base, apoio: "2", situacao: "cancelado", data: null },
      { ...base, apoio: "2", codigo: 2, situacao: "previsto", data: null, tema: "d'água" },
      { ...base, apoio: "3", situacao: null },
    ];
    const { colunas } = prepararApoio(carregarApoio(await apoioCru(engine, linhas)), AJUSTES);
    expect([...(colunas.situacao ?? [])]).toEqual([0, 2, 1, 255]);
    expect(colunas).toEqual(montarColunas(linhas, PACTO, AJUSTES.codigos));
  });

  it("says what was read: 18 rows of 15 events from February 2020 to December 2022, and how many of each place", () => {
    // A: V1, E1, P1, M1; B: V2, N1, P1, M2; C: E1, E2, N2, M4; D: E1, F1, P2, M3; E: W1; one of nowhere.
    expect(ligar(bytes).lido()).toMatchObject({
      linhas: 18,
      eventos: 15,
      periodo: { de: diaDe("2020-02-29"), ate: diaDe("2022-12-10") },
      dizSituacao: false,
      porMunicipio: [[1, 4], [2, 4], [3, 4], [4, 4], [5, 1], [99, 1]].map(([codigo, linhas]) => ({ codigo, linhas })),
    });
  });

  it("may be empty", async () => {
    const vazio = ligar(await apoioCru(engine, []));
    expect(vazio.lido()).toMatchObject({ linhas: 0, eventos: 0, periodo: null, dizSituacao: false });
    const { coberturas } = vazio.perguntar("pactuado", { periodos: [ANO], dentro: null });
    expect(coberturas[0]?.realizados.every((vezes) => vezes === 0)).toBe(true);
    expect(vazio.perguntar("equidade", { periodo: ANO, conta: "todos", dentro: null, agrupamentos: [], porHabitante: false, seed: "a" }).desigualdade).toMatchObject({ porque: "poucas-unidades" });
  });
});

describe("the answers of the worker", () => {
  it("cover each period: nine events in the year, one in June, and the most-in-need third of A, B and E", () => {
    const { coberturas } = ligar(bytes).perguntar("pactuado", { periodos: [ANO, MES], dentro: null });
    expect(coberturas.map(({ realizados, total }) => realizados[total])).toEqual([9, 1]);
    const [ano] = coberturas;
    expect([ano?.municipios[linha("visitas-tecnicas")], ano?.necessitados[linha("visitas-tecnicas")], ano?.populacao[linha("visitas-tecnicas")]]).toEqual([2, 2, 3000]);
    expect(ano?.base).toEqual({ municipios: 5, necessitados: 3, populacao: 10000, semPopulacao: 1 });
  });

  it("name the unclassified themes of the first period inside the filter, with the line each may have meant", () => {
    const ligado = ligar(bytes);
    // N1 names a theme of another eixo; N2 is a letter short of a name of the CNEAS line.
    const servicos = PACTO.eixos.findIndex(({ id }) => id === "servicos");
    const gestao = PACTO.eixos.findIndex(({ id }) => id === "gestao-suas");
    const { semLinha, temasSemLinha } = ligado.perguntar("pactuado", { periodos: [ANO, MES], dentro: null });
    expect(semLinha).toMatchObject([
      { tema: "Benefícios eventuais", eixo: servicos, linhas: 1, sugestao: { linha: linha("beneficios-eventuais"), motivo: "outro-eixo" } },
      { tema: "Cadasto de entidades", eixo: gestao, linhas: 1, sugestao: { linha: linha("cneas"), motivo: "parecido" } },
    ]);
    expect(temasSemLinha).toBe(2);
    expect(ligado.perguntar("pactuado", { periodos: [ANO], dentro: [2] }).semLinha).toMatchObject([{ tema: "Cadasto de entidades" }]);
    expect(ligado.perguntar("pactuado", { periodos: [MES, ANO], dentro: null })).toMatchObject({ semLinha: [], temasSemLinha: 0 });
  });

  it("give the first hundred of many unclassified themes and count them all", async () => {
    const base = LINHAS[0] as LinhaDeApoio;
    const linhas = Array.from({ length: 130 }, (_, i): LinhaDeApoio => ({ ...base, apoio: String(i), eixo: "servicos", tema: i < 5 ? "repetido" : `assunto ${String(i)}` }));
    const { semLinha, temasSemLinha } = ligar(await apoioCru(engine, linhas)).perguntar("pactuado", { periodos: [ANO], dentro: null });
    expect([semLinha.length, temasSemLinha, semLinha[0]?.tema, semLinha[0]?.linhas]).toEqual([TEMAS_SEM_LINHA_DADOS, 126, "repetido", 5]);
  });

  it("tell requests: five in the year, three answered, the median 12 days", () => {
    expect(ligar(bytes).perguntar("demanda", { periodo: ANO, dentro: null })).toMatchObject({ pedidos: 5, respondidos: 3, emAberto: 2, medianaDias: 12, maiorEsperaDias: 60 });
    expect(ligar(bytes).perguntar("demanda", { periodo: ANO, dentro: [0, 3] })).toMatchObject({ pedidos: 2, respondidos: 0, medianaDias: null });
  });

  it("tell the yearly minimum today and on each day asked", () => {
    const { minimo, curva } = ligar(bytes).perguntar("minimo", { regra: "qualquer", dentro: null, dias: [diaDe("2021-11-30"), diaDe("2022-11-29"), diaDe("2022-11-30")] });
    expect(minimo.porEstado).toEqual({ "em-dia": 2, vencido: 2, "sem-registro": 1 });
    expect([...curva.emDia.qualquer]).toEqual([2, 3, 2]);
    expect(ligar(bytes).perguntar("minimo", { regra: "no-local", dentro: [0], dias: [] }).minimo.porEstado).toEqual({ "em-dia": 1, vencido: 0, "sem-registro": 0 });
  });

  it.each([
    ["visitas", [1, 1, 0, 0, 0]],
    // V1 in A; V2 and N1 in B; E2 in C; F1 in D.
    ["presencial", [1, 2, 1, 1, 0]],
    ["todos", [2, 2, 4, 2, 1]],
  ] as const)("count %s by municipality", (conta, contagens) => {
    const { contagens: dadas } = ligar(bytes).perguntar("equidade", { periodo: ANO, conta, dentro: null, agrupamentos: [], porHabitante: false, seed: "a" });
    expect([...dadas]).toEqual(contagens);
  });

  it("hold eleven events against a lottery: of A and B, 4 where 11 × 2/5 = 4.4 was to be expected; too few municipalities for an index", () => {
    const agrupamento = { grupos: [0, 0, 1, 1, 1], quantos: 2, chances: "iguais" } as const;
    const ligado = ligar(bytes);
    const pede = { periodo: ANO, conta: "todos", dentro: null, agrupamentos: [agrupamento, { ...agrupamento, chances: "populacao" }], porHabitante: false, seed: "a" } as const;
    const { necessidade, desigualdade, sorteios } = ligado.perguntar("equidade", pede);
    expect([necessidade, desigualdade]).toEqual([{ porque: "poucas-unidades", ha: 5, minimo: 20 }, { porque: "poucas-unidades", ha: 5, minimo: 20 }]);
    const [iguais, pessoas] = sorteios;
    if (iguais === undefined || pessoas === undefined || isInsuficiente(iguais) || isInsuficiente(pessoas)) throw new Error("insufficient");
    expect(iguais).toMatchObject({ metodo: "multinomial", eventos: 11, unidades: 5 });
    expect(iguais.grupos[0]).toMatchObject({ observado: 4, unidades: 2 });
    expect(iguais.grupos[0]?.esperado).toBeCloseTo(4.4, 12);
    // By inhabitant E, of unknown population, is out with its event: 10 × 3,000/10,000.
    expect(pessoas).toMatchObject({ unidades: 4, eventos: 10, fora: 1, eventosFora: 1 });
    expect(pessoas.grupos[0]?.esperado).toBeCloseTo(3, 12);
  });

  it("leave what is outside the filter out of equity, and have no index of need without scores", () => {
    const { contagens, sorteios } = ligar(bytes).perguntar("equidade", { periodo: ANO, conta: "todos", dentro: [1, 2, 3], agrupamentos: [{ grupos: [0, 0, 0, 0, 0], quantos: 1, chances: "iguais" }], porHabitante: false, seed: "a" });
    expect([...contagens]).toEqual([NaN, 2, 4, 2, NaN]);
    expect(sorteios[0]).toMatchObject({ eventos: 8, unidades: 3, fora: 2 });
    const semNotas = ligar(bytes, { ...AJUSTES, notas: null });
    expect(semNotas.perguntar("equidade", { periodo: ANO, conta: "todos", dentro: null, agrupamentos: [], porHabitante: false, seed: "a" }).necessidade).toBeNull();
  });

  it("compare supported municipalities with their like: each of 20 pairs moved 3 where its like moved 1", async () => {
    // Pairs 2i and 2i + 1 start at the same value, alone in their region: nobody else can be their like.
    const codigos = Array.from({ length: 42 }, (_, i) => i + 1);
    const linhas = codigos.filter((_, i) => i < 40 && i % 2 === 0).map((codigo): LinhaDeApoio => ({ ...(LINHAS[0] as LinhaDeApoio), apoio: "V", codigo }));
    const ajustes: AjustesDoApoio = { ...AJUSTES, codigos, populacao: codigos.map(() => 1), notas: null };
    const ligado = ligar(await apoioCru(engine, linhas), ajustes);
    const par = codigos.map((_, i) => Math.floor(i / 2));
    const pede = {
      periodo: ANO,
      conta: "visitas",
      dentro: null,
      porte: codigos.map(() => 0),
      regiao: par,
      antes: par,
      depois: par.map((valor, i) => valor + (i % 2 === 0 ? 3 : 1)),
      seed: "a",
    } as const;
    const { comparacao, apoiados, semApoio } = ligado.perguntar("efeito", pede);
    expect([apoiados, semApoio]).toEqual([20, 22]);
    expect(comparacao).toMatchObject({ mudancaApoiados: 3, mudancaSemelhantes: 1, diferenca: 2, intervalo: { lower: 2, upper: 2 }, apoiadosSemPar: 0, fora: 0 });
    // Without one supported and one figure: 18 pairs, under the minimum.
    const menos = ligado.perguntar("efeito", { ...pede, dentro: codigos.slice(2).map((codigo) => codigo - 1), antes: par.map((valor, i) => (i === 5 ? null : valor)) });
    expect(menos).toMatchObject({ comparacao: { porque: "poucos-pares", ha: 18, minimo: 20 }, apoiados: 19, semApoio: 21 });
  });

  it("follow another day", () => {
    const antes = ligar(bytes, { ...AJUSTES, hoje: "2022-05-31" });
    // By 31 May: V1, V2, F1, N1, N2, M4; the other events of the year are still planned: E1, E2, W1, P1.
    const { coberturas } = antes.perguntar("pactuado", { periodos: [ANO], dentro: null });
    expect([coberturas[0]?.realizados[coberturas[0].total], coberturas[0]?.previstos[coberturas[0].total]]).toEqual([6, 4]);
  });

  it("refuse what does not fit, and go on", () => {
    const ligado = ligar(bytes);
    expect(ligado.noticia("demanda", { periodo: ANO, dentro: [5] })).toEqual({ tipo: "recusa", detalhe: "RangeError: position 5 in a list of 5 municipalities" });
    expect(ligado.perguntar("demanda", { periodo: ANO, dentro: [4] }).pedidos).toBe(1);
    expect(ligar(bytes, { ...AJUSTES, pacto: { ...PACTO, minimo: null } }).noticia("minimo", { regra: "qualquer", dentro: null, dias: [] })).toMatchObject({ tipo: "recusa" });
    expect(ligar(bytes, { ...AJUSTES, populacao: [1] }).noticia("demanda", { periodo: ANO, dentro: null })).toEqual({ tipo: "recusa", detalhe: "RangeError: 5 municipalities and 1 in populacao" });
  });
});
