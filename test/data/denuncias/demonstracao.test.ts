import { beforeAll, describe, expect, it } from "vitest";
import { diaDe } from "../../../src/core/denuncias/dia.ts";
import { ESTADOS_DO_PRAZO, type Relogio } from "../../../src/core/denuncias/prazos.ts";
import { calcularRelogio } from "../../../src/core/denuncias/relogio.ts";
import { ESPERAS, ESTADOS, INCONSISTENCIAS, type Reproducao } from "../../../src/core/denuncias/reproducao.ts";
import { reproduzir } from "../../../src/core/denuncias/reproduzir.ts";
import { SEM_DIA } from "../../../src/core/denuncias/passos.ts";
import { carregarCasos } from "../../../src/data/denuncias/carregar.ts";
import { parseDenunciasDoTerritorio } from "../../../src/data/denuncias/padrao.ts";
import type { CasosCarregados } from "../../../src/data/denuncias/perguntas.ts";
import { calendariosDe } from "../../../src/data/denuncias/relogio-calendarios.ts";
import { paradosDosAnos } from "../../../src/data/feriados.ts";
import { andamentosParaORelogio, denunciasParaORelogio } from "../../../src/data/queries/andamentos-colunas.ts";
import { bundledEngine } from "../bundled.ts";
import { dataText } from "../folder.ts";

const HOJE = "2026-10-31";
const { prazos, facultativos } = parseDenunciasDoTerritorio(JSON.parse(dataText("denuncias.json")));

let carregados: CasosCarregados;
let reproducao: Reproducao;
let relogio: Relogio;

beforeAll(async () => {
  const engine = await bundledEngine();
  carregados = carregarCasos({
    denuncias: await engine.askBytes(denunciasParaORelogio.sql, []),
    andamentos: await engine.askBytes(andamentosParaORelogio.sql, []),
  });
  reproducao = reproduzir(carregados.colunas, diaDe(HOJE));
  const calendarioDe = calendariosDe({ hoje: HOJE, parados: paradosDosAnos("MT", 2022, 2028, facultativos), facultativosParados: true, sede: 5103403 });
  relogio = calcularRelogio(carregados.colunas, reproducao, prazos, { hoje: diaDe(HOJE), regra: null, calendarioDe });
}, 60_000);

function contados<T extends string>(codigos: Uint8Array, nomes: readonly T[]): ReadonlyMap<T, number> {
  const contagem = new Map(nomes.map((nome) => [nome, 0]));
  for (const codigo of codigos) {
    const nome = nomes[codigo];
    if (nome !== undefined) contagem.set(nome, (contagem.get(nome) ?? 0) + 1);
  }
  return contagem;
}

const ausentes = (contagem: ReadonlyMap<string, number>): string[] => [...contagem].flatMap(([nome, n]) => (n === 0 ? [nome] : []));

describe("the demonstration, replayed on its last day", () => {
  it("has a case in every state and waiting for everybody, but one sent on to another body and already answered", () => {
    expect(ausentes(contados(reproducao.estado, ESTADOS))).toEqual(["encaminhada-outro-orgao"]);
    expect(ausentes(contados(reproducao.espera, ESPERAS))).toEqual([]);
  });

  it("has every inconsistency of events, and none of the joining of complaints, which its complaints do not have", () => {
    expect(ausentes(contados(reproducao.inconsistencias.codigo, INCONSISTENCIAS))).toEqual(["apensada-a-mais-nova", "apensada-em-circulo", "apensada-sem-principal"]);
    const comAlguma = new Set(reproducao.inconsistencias.caso).size / carregados.colunas.n;
    expect(comAlguma).toBeGreaterThan(0.1);
    expect(comAlguma).toBeLessThan(0.25);
  });

  it("has events of no complaint, and rows of repeated protocols left aside", () => {
    expect(carregados.eventosSemCaso).toBe(40);
    expect(carregados.repetidas).toBeGreaterThan(10);
  });

  it("is open in a few hundred cases, most of them of the last months", () => {
    const abertos = [...reproducao.encerramento.keys()].filter((caso) => reproducao.encerramento[caso] === SEM_DIA && (reproducao.contaPor[caso] ?? -1) < 0);
    expect(abertos.length).toBeGreaterThan(200);
    expect(abertos.length).toBeLessThan(600);
    const recentes = abertos.filter((caso) => (carregados.colunas.registro[caso] ?? SEM_DIA) >= diaDe("2026-05-01")).length;
    expect(recentes / abertos.length).toBeGreaterThan(0.7);
  });

  it("shows every term kept, kept late, running, near, overdue and not to be counted, and what the two counts divide", () => {
    for (const [j, { id, unidade }] of prazos.entries()) {
      const estados = relogio.estado.filter((_, i) => i % prazos.length === j);
      expect(ausentes(contados(estados, ESTADOS_DO_PRAZO)).filter((nome) => nome !== "encerrado"), id).toEqual([]);
      const divididos = relogio.divide.filter((dividido, i) => i % prazos.length === j && dividido === 1).length;
      if (unidade === "silente") expect(divididos, id).toBeGreaterThan(5);
      else expect(divididos, id).toBe(0);
    }
  });
});
