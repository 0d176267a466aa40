import { describe, expect, it } from "vitest";
import { diaDe } from "../../../src/core/denuncias/dia.ts";
import { SEM_DIA } from "../../../src/core/denuncias/passos.ts";
import { ESTADOS_DO_MINIMO, type MinimoAnual } from "../../../src/core/pacto/index.ts";
import { contarPlanos, dividasDoEstado, filtrarPlanos, isDevido, listarAcoes, orgaosDosPlanos, planosDasLinhas, type FiltroDosPlanos } from "../../../src/core/planos/index.ts";
import { A, B, C, CODIGOS, D, HOJE, linha, LINHAS } from "./caso.ts";

const PLANOS = contarPlanos(planosDasLinhas(LINHAS).planos, HOJE);
const TUDO: FiltroDosPlanos = { municipios: null, especies: [], origens: [], orgao: "" };
const numeros = (filtro: Partial<FiltroDosPlanos>): (string | null)[] => filtrarPlanos(PLANOS, { ...TUDO, ...filtro }).map(({ plano }) => plano.numero);

describe("a filter", () => {
  it("lets through what it says, and all when it says nothing", () => {
    expect(numeros({})).toEqual(["P1", "P2", "P3", "E1", "P4"]);
    expect(numeros({ municipios: new Set([B, C]) })).toEqual(["P3", "E1", "P4"]);
    expect(numeros({ especies: ["apoio"] })).toEqual(["E1"]);
    expect(numeros({ origens: ["denuncia"] })).toEqual(["P4"]);
  });

  it("by office counts that office's actions, and leaves the plan as concluded as all of them make it", () => {
    const [p3] = filtrarPlanos(PLANOS, { ...TUDO, municipios: new Set([B]), orgao: "Secretaria municipal" });
    expect(p3).toMatchObject({ acoes: 1, semPrazo: 1, noPrazo: 0, situacao: "em-andamento" });
    const dois = contarPlanos(planosDasLinhas([linha("P", A, "1", { conclusao: "2025-12-01" }), linha("P", A, "2", { orgao: "Outro" })]).planos, HOJE);
    expect(filtrarPlanos(dois, { ...TUDO, orgao: "Secretaria municipal" })[0]).toMatchObject({ acoes: 1, concluidas: 1, situacao: "em-andamento" });
  });

  it("knows the offices and how many actions each has", () => {
    expect(orgaosDosPlanos(PLANOS)).toEqual([
      { orgao: "Secretaria municipal", acoes: 6 },
      { orgao: "Gabinete do Estado", acoes: 2 },
      { orgao: "Conselho", acoes: 1 },
    ]);
  });
});

describe("the list of actions", () => {
  it("goes from the longest past its deadline to the done, ties in the order of the plans", () => {
    expect(listarAcoes(PLANOS, []).map(({ acao }) => acao.id.slice(8))).toEqual(["P4 1", "E1 1", "P1 3", "P3 1", "P3 2", "P1 1", "P1 2", "P2 1", "P2 2", "E1 2"]);
  });

  it("keeps only the states asked for", () => {
    expect(listarAcoes(PLANOS, ["atrasada"]).map(({ atraso }) => atraso)).toEqual([365, 59, 1]);
    expect(listarAcoes(PLANOS, ["no-prazo", "sem-prazo"]).map(({ situacao }) => situacao)).toEqual(["no-prazo", "sem-prazo"]);
  });
});

describe("what the state owes", () => {
  const hoje = diaDe(HOJE);
  const minimo = (estados: readonly (typeof ESTADOS_DO_MINIMO)[number][], vence: readonly number[]): MinimoAnual => ({
    noLocal: new Int32Array(4).fill(SEM_DIA),
    porDados: new Int32Array(4).fill(SEM_DIA),
    vence: Int32Array.from(vence),
    estado: Uint8Array.from(estados, (estado) => ESTADOS_DO_MINIMO.indexOf(estado)),
    municipios: 4,
    porEstado: { "em-dia": 0, vencido: 0, "sem-registro": 0 },
    vencidos: new Int32Array(),
    semRegistro: new Int32Array(),
    semModalidade: 0,
    semEstrategia: 0,
  });
  // A up to date, B 10 days past, C 100 days past, D never; requests open: 0, 0, 2, 1.
  const MINIMO = minimo(["em-dia", "vencido", "vencido", "sem-registro"], [hoje + 5, hoje - 10, hoje - 100, SEM_DIA]);
  const pedido = { planos: PLANOS, codigos: CODIGOS, dentro: null, minimo: MINIMO, pedidosEmAberto: Uint32Array.of(0, 0, 2, 1), hoje };

  it("is its late actions, the minimum past its day and requests, by days past the day only", () => {
    expect(dividasDoEstado(pedido)).toEqual([
      { municipio: C, acoesAbertas: 0, acoesAtrasadas: 0, atrasoDaAcao: null, minimo: { estado: "vencido", atraso: 100 }, pedidosEmAberto: 2, maiorAtraso: 100 },
      // E1: one action late by 59 days, more than the 10 of the minimum.
      { municipio: B, acoesAbertas: 1, acoesAtrasadas: 1, atrasoDaAcao: 59, minimo: { estado: "vencido", atraso: 10 }, pedidosEmAberto: 0, maiorAtraso: 59 },
      { municipio: D, acoesAbertas: 0, acoesAtrasadas: 0, atrasoDaAcao: null, minimo: { estado: "sem-registro", atraso: null }, pedidosEmAberto: 1, maiorAtraso: null },
    ]);
  });

  it("does not count the municipality's own late actions", () => {
    expect(dividasDoEstado({ ...pedido, minimo: null, pedidosEmAberto: null }).map(({ municipio }) => municipio)).toEqual([B]);
  });

  it("is unknown, not none, where the record of support is not there", () => {
    expect(dividasDoEstado({ ...pedido, minimo: null, pedidosEmAberto: null })[0]).toMatchObject({ minimo: null, pedidosEmAberto: null, maiorAtraso: 59 });
  });

  it("keeps to the municipalities inside the filter", () => {
    expect(dividasDoEstado({ ...pedido, dentro: [0, 2] }).map(({ municipio }) => municipio)).toEqual([C]);
  });

  it("of an open action that is not late is shown, and not called past its day", () => {
    const aberta = contarPlanos(planosDasLinhas([linha("E", A, "1", { especie: "apoio", prazo: "2026-04-01" })]).planos, HOJE);
    const [divida] = dividasDoEstado({ ...pedido, planos: aberta, minimo: null, pedidosEmAberto: null });
    expect(divida).toMatchObject({ municipio: A, acoesAbertas: 1, acoesAtrasadas: 0, maiorAtraso: null });
    expect(divida === undefined || isDevido(divida)).toBe(false);
  });
});
