import { beforeAll, describe, expect, it } from "vitest";
import { buildSnapshot } from "../../../scripts/extracts/snapshot.ts";
import { readTerritory } from "../../../scripts/extracts/territory.ts";
import { diaDe } from "../../../src/core/denuncias/dia.ts";
import { calcularRelogio } from "../../../src/core/denuncias/relogio.ts";
import { reproduzir } from "../../../src/core/denuncias/reproduzir.ts";
import { montarMesa } from "../../../src/core/denuncias/selecao.ts";
import { prepararDossies, type EntradaDosDossies } from "../../../src/core/dossie/entrada.ts";
import { montarDossie } from "../../../src/core/dossie/montar.ts";
import { parsePacto } from "../../../src/data/apoio/pacto.ts";
import { TODOS_OS_CASOS } from "../../../src/data/denuncias/apoio-do-indice.ts";
import { carregarCasos } from "../../../src/data/denuncias/carregar.ts";
import { calendariosDe } from "../../../src/data/denuncias/relogio-calendarios.ts";
import { superintendenciasDosTemas } from "../../../src/data/denuncias/relogio-filtro.ts";
import type { CasosContados } from "../../../src/data/denuncias/relogio-linhas.ts";
import type { RelogioDaAba } from "../../../src/data/denuncias/relogio-aba.ts";
import { responder } from "../../../src/data/denuncias/relogio-perguntas.ts";
import { carregarDossies, type LidoParaOsDossies, type PedidoDosDossies } from "../../../src/data/dossie/carregar.ts";
import { ajustesDoDossie } from "../../../src/data/dossie/denuncias.ts";
import { andamentosParaORelogio, denunciasParaORelogio } from "../../../src/data/queries/andamentos-colunas.ts";
import { coberturaPorMunicipio } from "../../../src/data/queries/cobertura-por-municipio.ts";
import { serieDoIndicador } from "../../../src/data/queries/prioridades-serie.ts";
import type { Session } from "../../../src/data/session/session.ts";
import type { ExtractSummary, Snapshot } from "../../../src/data/snapshot/snapshot.ts";
import { askEngine, bundledEngine } from "../bundled.ts";
import { dataPath, dataText } from "../folder.ts";

const HOJE = "2026-10-31";
const CUIABA = 5_103_403;
const PADRAO: unknown = JSON.parse(dataText("denuncias.json"));

let snapshot: Snapshot;
let casos: CasosContados;
let lido: LidoParaOsDossies;
let entrada: EntradaDosDossies;
let pedido: PedidoDosDossies;
let engine: Awaited<ReturnType<typeof bundledEngine>>;
const perguntas: string[] = [];

const resumo = (id: ExtractSummary["id"], linhas = 1): ExtractSummary => ({ id, linhas, inicio: "2023-11-01", fim: HOJE, demonstracao: id !== "indicadores" && id !== "municipios", origem: "teste" });

function sessao(extratos: readonly ExtractSummary[]): Session {
  const ask: Session["ask"] = async (query, params) => {
    perguntas.push(query.name);
    return { params, rows: await askEngine(engine, query, params), version: 1, ms: 0 };
  };
  return { ask, extracts: () => extratos } as Partial<Session> as Session;
}

const TODOS = [resumo("municipios"), resumo("indicadores"), resumo("apoios"), resumo("planos"), resumo("denuncias"), resumo("andamentos")];

beforeAll(async () => {
  engine = await bundledEngine();
  const pasta = await readTerritory(dataPath(""));
  const n = pasta.territorio.totalMunicipios;
  const vazio = <T>(de: T): T[] => Array.from({ length: n }, () => de);
  snapshot = buildSnapshot(pasta, { width: 100, height: 100, paths: vazio("M0 0l1 0 0 1z"), sedes: vazio(null), regioes: "", vizinhos: vazio([]), nota: "malha de teste" }, "abc");
  const { territorio, metodo, municipios } = snapshot;
  const carregados = carregarCasos({ denuncias: await engine.askBytes(denunciasParaORelogio.sql, []), andamentos: await engine.askBytes(andamentosParaORelogio.sql, []) });
  const ajustes = ajustesDoDossie({ padrao: PADRAO, territorio, hoje: HOJE, inicio: "2023-11-01" });
  const reproducao = reproduzir(carregados.colunas, diaDe(HOJE));
  const relogio = calcularRelogio(carregados.colunas, reproducao, ajustes.prazos, { hoje: diaDe(HOJE), regra: ajustes.regra, calendarioDe: calendariosDe(ajustes) });
  casos = { carregados, mesa: montarMesa(carregados.colunas, reproducao, relogio, superintendenciasDosTemas(ajustes)) };
  const perguntar: RelogioDaAba["perguntar"] = (_, nome, pede) => {
    perguntas.push(`relogio:${nome}`);
    return Promise.resolve({ resposta: responder[nome](casos, pede), msDoPreparo: 0, msDaPergunta: 0 });
  };
  pedido = {
    territorio,
    metodo,
    codigos: municipios.map(({ codigo }) => codigo),
    dataReferencia: HOJE,
    registros: [],
    diaDoTrabalho: HOJE,
    lerPadrao: () => Promise.resolve(PADRAO),
    relogio: { perguntar },
  };
  lido = await carregarDossies(sessao(TODOS), pedido, new AbortController().signal);
  const { fontes, catalogo, colunas, mesh, dataReferencia } = snapshot;
  entrada = prepararDossies({ territorio, fontes, catalogo, municipios, colunas, mesh, metodo, pacto: parsePacto(JSON.parse(dataText("apoio.json"))), dataReferencia, ...lido });
}, 120_000);

describe("what the dossiers of all municipalities ask", () => {
  it("is six questions for 142 municipalities, none of them of one municipality", () => {
    expect(perguntas).toEqual(["figuras-anteriores", "apoio-por-estrategia", "planos-acoes", "relogio:series", "relogio:apoio", "relogio:fila"]);
    expect(pedido.codigos).toHaveLength(142);
  });

  it("puts every one of the 142 together, each with its eight parts", () => {
    for (const codigo of pedido.codigos) expect(montarDossie(entrada, codigo).secoes).toHaveLength(8);
  });

  it("an extract that is not there is null, and nothing is asked about it", async () => {
    perguntas.length = 0;
    const so = await carregarDossies(sessao([resumo("indicadores"), resumo("apoios", 0)]), pedido, new AbortController().signal);
    expect(so).toMatchObject({ apoio: null, planos: null, denuncias: null, demonstracao: { indicadores: false, apoio: false, planos: false, denuncias: false } });
    expect(perguntas).toEqual(["figuras-anteriores"]);
  });

  it("stops between questions when nobody waits for it any more", async () => {
    const fim = new AbortController();
    fim.abort(new Error("a page that closed"));
    await expect(carregarDossies(sessao(TODOS), pedido, fim.signal)).rejects.toThrow("a page that closed");
  });
});

describe("the figures of the dossiers", () => {
  it("complaints of a municipality are those that the page of complaints sums up for it", () => {
    for (const codigo of [CUIABA, 5_107_248, 5_108_402]) {
      const { abertos, porEstadoDoPrazo, porEspera } = responder.resumo(casos, { filtro: { ...TODOS_OS_CASOS, municipios: [codigo] } });
      const daqui = lido.denuncias?.get(codigo);
      expect(daqui?.abertas.reduce((soma, { casos: n }) => soma + n, 0)).toBe(abertos);
      expect(daqui?.vencidas).toBe(porEstadoDoPrazo.vencido);
      expect(daqui?.esperamMunicipio).toBe(porEspera.municipio);
    }
  });

  it("support of twelve months and the last on site are those of the page of coverage", async () => {
    const linhas = await askEngine(engine, coberturaPorMunicipio, { apos: "2025-10-31", em: HOJE, meses: 12, estrategias: [], eixos: [] });
    expect(linhas.length).toBeGreaterThan(100);
    for (const linha of linhas) {
      const daqui = lido.apoio?.get(linha.codigo) ?? [];
      expect(daqui.reduce((soma, { noPeriodo }) => soma + noPeriodo, 0)).toBe(linha.eventos_presenciais + linha.eventos_nao_presenciais);
      expect(daqui.flatMap(({ ultimoPresencial }) => ultimoPresencial ?? []).toSorted().at(-1) ?? null).toBe(linha.ultimo_presencial);
    }
  });

  it("the earlier figure is the oldest of the five years before the newest one of the series", async () => {
    const serie = (await askEngine(engine, serieDoIndicador, { indicador: "idcras", codigo: CUIABA })).filter(({ valor }) => valor !== null);
    const ate = Number(serie.at(-1)?.periodo);
    const antes = serie.find(({ periodo }) => Number(periodo) >= ate - 5 && Number(periodo) < ate);
    expect(antes).toBeDefined();
    expect(lido.anteriores?.get("idcras")?.get(CUIABA)).toEqual({ periodo: antes?.periodo, valor: antes?.valor });
  });
});
