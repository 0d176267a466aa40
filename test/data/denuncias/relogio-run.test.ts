import { beforeAll, describe, expect, it } from "vitest";
import type { Prazo } from "../../../src/core/denuncias/prazos.ts";
import type { AjustesDoRelogio, FiltroDeCasos, NomeDaPergunta, Perguntas } from "../../../src/data/denuncias/perguntas.ts";
import type { MensagemDoRelogio, NoticiaDoRelogio, PedidoDoRelogio } from "../../../src/data/denuncias/relogio-mensagens.ts";
import { relogioRunner } from "../../../src/data/denuncias/relogio-run.ts";
import { andamentosParaORelogio, denunciasParaORelogio } from "../../../src/data/queries/andamentos-colunas.ts";
import type { Engine } from "../../../src/data/session/engine.ts";
import { bundledEngine } from "../bundled.ts";
import { andamento, cruas, denuncia, motorDeCasos } from "./extratos.ts";

const prazo = (id: string, resto: Pick<Prazo, "n" | "unidade" | "desde" | "cumpre" | "responsavel"> & Partial<Prazo>): Prazo => ({
  id,
  nome: id,
  desfecho: null,
  encerra: ["arquivamento"],
  norma: "norma",
  artigo: "art. 1º",
  ...resto,
});
const PRAZOS: readonly Prazo[] = [
  prazo("resposta", { n: 15, unidade: "corridos", desde: "registro", cumpre: "resposta", responsavel: "ouvidoria" }),
  prazo("manifestacao", { n: 20, unidade: "silente", desde: "notificacao", cumpre: "manifestacao", responsavel: "municipio" }),
];
// 30 November 2026 is a Monday. No holiday is given, so that only weekends count.
const AJUSTES: AjustesDoRelogio = {
  hoje: "2026-11-30",
  regra: null,
  prazos: PRAZOS,
  parados: [],
  facultativosParados: true,
  sede: 5103403,
  superintendenciaDoTema: { bpc: "beneficios" },
};
const TUDO: FiltroDeCasos = { de: null, ate: null, canais: [], temas: [], municipios: null, superintendencias: [], esperas: [], prazos: [], estadosDoPrazo: [] };

const DENUNCIAS = [
  denuncia("2026/10", { data_registro: "2026-11-20", codigo_ibge: 5107602, canal: "carta-ar", anonima: true }),
  denuncia("2026/2", { data_registro: "2026-10-01", situacao: "aguardando-manifestacao" }),
  denuncia("2026/3", { data_registro: "2026-11-21", protocolo_principal: "2026/10" }),
  denuncia("2026/4", { data_registro: "2026-09-01", situacao: "arquivada", tema: "outro" }),
];
const ANDAMENTOS = [
  andamento("2026/4", "arquivamento", "2026-09-08", { motivo_arquivamento: "falta-de-provas" }),
  andamento("2026/2", "notificacao", "2026-10-05"),
  andamento("2026/2", "analise-preliminar", "2026-10-02"),
  andamento("2026/10", "analise-preliminar", "2026-11-19"),
  andamento("2025/9", "registro", "2025-01-01"),
];

let engine: Engine;
let heard: MensagemDoRelogio[] = [];
let run: (pedido: PedidoDoRelogio) => void;
let time = 0;

function last(): NoticiaDoRelogio {
  const found = heard.at(-1);
  if (found === undefined) throw new Error("nothing was heard");
  return found.noticia;
}

function perguntar<N extends NomeDaPergunta>(nome: N, pede: Perguntas[N]["pede"]): Perguntas[N]["responde"] {
  run({ tipo: "perguntar", pedido: heard.length + 1, nome, pede });
  const noticia = last();
  if (noticia.tipo !== "resposta") throw new Error(JSON.stringify(noticia));
  return noticia.resposta.resposta;
}

const novo = (): void => {
  heard = [];
  run = relogioRunner({ post: (mensagem) => heard.push(mensagem), now: () => (time += 1) });
};

describe("the worker's answers about a few cases", () => {
  beforeAll(async () => {
    engine = await motorDeCasos();
    novo();
    run({ tipo: "carregar", pedido: 1, colunas: await cruas(engine, DENUNCIAS, ANDAMENTOS) });
    run({ tipo: "ajustar", ajustes: AJUSTES });
  }, 60_000);

  it("say what was read", () => {
    expect(heard[0]).toMatchObject({
      pedido: 1,
      noticia: { tipo: "carregado", lidos: { casos: 4, eventos: 4, repetidas: 0, eventosSemCaso: 1, primeiroRegistro: "2026-09-01", ultimoRegistro: "2026-11-21" } },
    });
  });

  it("sum up: two open, one of them past its day, one archived and one apensada", () => {
    expect(perguntar("resumo", { filtro: TUDO })).toMatchObject({ casos: 3, abertos: 2, encerrados: 1, apensadas: 1, porEstadoDoPrazo: { vencido: 1, "no-prazo": 1 }, semPrazo: 0 });
  });

  it("queue by urgency, with the due days worked by hand", () => {
    const { total, linhas } = perguntar("fila", { filtro: TUDO, ordem: "urgencia", salto: 0, limite: 10 });
    expect(total).toBe(2);
    // Registered on 1 October, 15 days on: Friday the 16th, 45 days before 30 November.
    expect(linhas[0]).toMatchObject({
      protocolo: "2026/2",
      municipio: 5103403,
      tema: "bpc",
      canal: "presencial",
      registro: "2026-10-01",
      estado: "aguardando-manifestacao",
      espera: "municipio",
      superintendencia: "beneficios",
      distribuida: false,
      prazo: { prazo: "resposta", estado: "vencido", venceCorridos: "2026-10-16", venceUteis: "2026-10-16", faltam: -45, divide: false },
      apensadas: 0,
    });
    // Analysed on the 19th, before the registration of the 20th: in doubt. 20 November + 15 is Saturday, 5 December: Monday the 7th.
    expect(linhas[1]).toMatchObject({ protocolo: "2026/10", registro: "2026-11-20", prazo: { estado: "no-prazo", venceCorridos: "2026-12-07", faltam: 7 }, apensadas: 1 });
    expect(linhas[1]?.inconsistencias).toBeGreaterThan(0);
  });

  it("order by protocol as text, by municipality and by registration, and give one page", () => {
    const ordem = (ordem: Perguntas["fila"]["pede"]["ordem"]): string[] => perguntar("fila", { filtro: TUDO, ordem, salto: 0, limite: 10 }).linhas.map(({ protocolo }) => protocolo);
    expect(ordem("protocolo")).toEqual(["2026/10", "2026/2"]);
    expect(ordem("municipio")).toEqual(["2026/2", "2026/10"]);
    expect(ordem("registro")).toEqual(["2026/2", "2026/10"]);
    const page = perguntar("fila", { filtro: TUDO, ordem: "registro", salto: 1, limite: 1 });
    expect([page.total, page.linhas.map(({ protocolo }) => protocolo)]).toEqual([2, ["2026/10"]]);
  });

  it("give the agenda of the days ahead, and leave out what is past", () => {
    expect(perguntar("agenda", { filtro: TUDO, dias: 30 })).toEqual([
      { protocolo: "2026/10", prazo: "resposta", municipio: 5107602, superintendencia: "beneficios", vence: "2026-12-07", venceCorridos: "2026-12-07", venceUteis: "2026-12-07", faltam: 7 },
    ]);
    expect(perguntar("agenda", { filtro: TUDO, dias: 6 })).toEqual([]);
  });

  it("give a case whole: events in order, both dates of a silent term, what it was declared", () => {
    const caso = perguntar("caso", { protocolo: "2026/2" });
    expect(caso?.eventos.map(({ passo, dia, daLinha }) => [passo, dia, daLinha])).toEqual([
      ["registro", "2026-10-01", true],
      ["analise-preliminar", "2026-10-02", false],
      ["notificacao", "2026-10-05", false],
    ]);
    // Notified on Monday, 5 October. 20 days on is Sunday the 25th: Monday the 26th. Business days:
    // 6 to 9 are 4, then 12–16, 19–23 and 26–30 make 19; the 20th is Monday, 2 November.
    expect(caso?.prazos.find(({ prazo: id }) => id === "manifestacao")).toMatchObject({ inicio: "2026-10-05", cumprimento: null, venceCorridos: "2026-10-26", venceUteis: "2026-11-02", estado: "vencido" });
    expect(caso).toMatchObject({ situacaoDeclarada: "aguardando-manifestacao", anonima: null, principal: null });
    expect(perguntar("caso", { protocolo: "2026/10" })).toMatchObject({ anonima: true, canal: "carta-ar" });
    expect(perguntar("caso", { protocolo: "2026/3" })).toMatchObject({ estado: "apensada", principal: "2026/10", prazo: null });
    const arquivada = perguntar("caso", { protocolo: "2026/4" });
    expect(arquivada).toMatchObject({ estado: "arquivada", superintendencia: null });
    expect(arquivada?.eventos.at(-1)).toMatchObject({ passo: "arquivamento", motivo: "falta-de-provas", desfecho: null });
    expect(perguntar("caso", { protocolo: "2026/1" })).toBeNull();
    expect(perguntar("caso", { protocolo: "2026/100" })).toBeNull();
  });

  it("group what is wrong and list its rows", () => {
    const { grupos, total, linhas } = perguntar("inconsistencias", { filtro: TUDO, codigo: "antes-do-registro", salto: 0, limite: 10 });
    expect(grupos.find(({ codigo }) => codigo === "antes-do-registro")).toEqual({ codigo: "antes-do-registro", passo: "analise-preliminar", casos: 1 });
    expect(total).toBe(1);
    expect(linhas).toEqual([{ protocolo: "2026/10", municipio: 5107602, codigo: "antes-do-registro", passo: "analise-preliminar", dia: "2026-11-19", registro: "2026-11-20" }]);
  });

  it("count support, months and flow over the cases that count by themselves", () => {
    expect(perguntar("apoio", { filtro: TUDO })).toMatchObject([{ municipio: 5103403, dificuldades: 0, manifestacoesVencidas: 1 }]);
    const { meses, grupos, contagens } = perguntar("series", { filtro: TUDO });
    expect(meses).toEqual(["2026-09", "2026-10", "2026-11"]);
    const linha = (municipio: number, tema: string): number[] => {
      const g = grupos.findIndex((grupo) => grupo.municipio === municipio && grupo.tema === tema);
      return [...contagens.subarray(g * meses.length, (g + 1) * meses.length)];
    };
    expect([linha(5103403, "outro"), linha(5103403, "bpc"), linha(5107602, "bpc")]).toEqual([[1, 0, 0], [0, 1, 0], [0, 0, 1]]);
    expect(perguntar("fluxo", { filtro: TUDO })).toMatchObject({ porEstado: { arquivada: 1, apensada: 1, "aguardando-manifestacao": 1 }, porPasso: { registro: 3, notificacao: 1 } });
  });

  it.each([
    ["months, the last day of the last one included", { de: "2026-10", ate: "2026-10" }, ["2026/2"]],
    ["a channel", { canais: ["carta-ar"] }, ["2026/10"]],
    ["a theme", { temas: ["outro"] }, []],
    ["municipalities", { municipios: [5107602] }, ["2026/10"]],
    ["no municipality at all", { municipios: [] }, []],
    ["an office, by the theme", { superintendencias: ["beneficios"] }, ["2026/10", "2026/2"]],
    ["who it waits for", { esperas: ["municipio"] }, ["2026/2"]],
    ["a term", { prazos: ["manifestacao"] }, ["2026/2"]],
    ["the state of the term", { estadosDoPrazo: ["no-prazo"] }, ["2026/10"]],
  ] as const)("filter by %s", (_, parte, protocolos) => {
    const { linhas } = perguntar("fila", { filtro: { ...TUDO, ...parte }, ordem: "protocolo", salto: 0, limite: 10 });
    expect(linhas.map(({ protocolo }) => protocolo)).toEqual(protocolos);
  });

  it("follow the adjustments: another day, another rule, a holiday of a municipality for its own term only", () => {
    const manifestacao = () => perguntar("caso", { protocolo: "2026/2" })?.prazos.find(({ prazo: id }) => id === "manifestacao");
    run({ tipo: "ajustar", ajustes: { ...AJUSTES, hoje: "2026-10-28" } });
    // Between the two dates: past its day in running days, not in business days.
    expect(manifestacao()).toMatchObject({ divide: true, estado: "vencido" });
    run({ tipo: "ajustar", ajustes: { ...AJUSTES, hoje: "2026-10-28", regra: "uteis" } });
    expect(manifestacao()).toMatchObject({ divide: false, estado: "vence-logo", faltam: 5 });
    const local = { inicio: "2026-10-16", fim: "2026-10-16", tipo: "feriado", nome: "Feriado local", municipio: 5103403 } as const;
    run({ tipo: "ajustar", ajustes: { ...AJUSTES, parados: [local], sede: 5107602 } });
    // One business day less: Tuesday, 3 November. The answer's term, of the seat, keeps the 16th.
    expect(manifestacao()).toMatchObject({ venceUteis: "2026-11-03" });
    expect(perguntar("caso", { protocolo: "2026/2" })?.prazos.find(({ prazo: id }) => id === "resposta")).toMatchObject({ venceCorridos: "2026-10-16" });
    run({ tipo: "ajustar", ajustes: { ...AJUSTES, parados: [local], sede: 5103403 } });
    // Where it is the seat's own holiday, Friday the 16th moves to Monday the 19th.
    expect(perguntar("caso", { protocolo: "2026/2" })?.prazos.find(({ prazo: id }) => id === "resposta")).toMatchObject({ venceCorridos: "2026-10-19" });
    run({ tipo: "ajustar", ajustes: AJUSTES });
  });

  it("refuse a bad question by its reason and answer the next", () => {
    run({ tipo: "perguntar", pedido: 99, nome: "resumo", pede: { filtro: { ...TUDO, de: "2026-13" } } });
    expect(last()).toMatchObject({ tipo: "recusa", detalhe: expect.stringContaining("2026-13") as string });
    expect(perguntar("resumo", { filtro: TUDO })).toMatchObject({ casos: 3 });
  });

  it("refuse a question before any case", () => {
    novo();
    run({ tipo: "ajustar", ajustes: AJUSTES });
    run({ tipo: "perguntar", pedido: 1, nome: "resumo", pede: { filtro: TUDO } });
    expect(last()).toMatchObject({ tipo: "recusa", detalhe: "TypeError: a question came before the data or the adjustments" });
  });
});

describe("the worker's answers about the demonstration", () => {
  it("agree with each other: rows of the queue, states and counts", async () => {
    const base = await bundledEngine();
    novo();
    run({ tipo: "carregar", pedido: 1, colunas: { denuncias: await base.askBytes(denunciasParaORelogio.sql, []), andamentos: await base.askBytes(andamentosParaORelogio.sql, []) } });
    run({ tipo: "ajustar", ajustes: AJUSTES });
    const resumo = perguntar("resumo", { filtro: TUDO });
    const { total, linhas } = perguntar("fila", { filtro: TUDO, ordem: "urgencia", salto: 0, limite: 1_000_000 });
    expect(total).toBe(resumo.abertos);
    expect(new Set(linhas.map(({ protocolo }) => protocolo)).size).toBe(total);
    const vencidos = linhas.filter(({ prazo: doCaso }) => doCaso?.estado === "vencido");
    expect(vencidos.length).toBe(resumo.porEstadoDoPrazo.vencido);
    expect(vencidos.every(({ prazo: doCaso }) => (doCaso?.faltam ?? 0) < 0)).toBe(true);
    const { porEstado } = perguntar("fluxo", { filtro: TUDO });
    expect(Object.values(porEstado).reduce((sum, n) => sum + n, 0)).toBe(resumo.casos + resumo.apensadas);
    const { contagens } = perguntar("series", { filtro: TUDO });
    expect(contagens.reduce((sum, n) => sum + n, 0)).toBeLessThanOrEqual(resumo.casos);
    expect(perguntar("inconsistencias", { filtro: TUDO, codigo: null, salto: 0, limite: 5 }).linhas.length).toBe(5);
  }, 60_000);
});
