import { describe, expect, test } from "vitest";
import type { NumeroPublico } from "../../../src/core/publico/numero.ts";
import type { LinhaProtegida, Publicacao, TabelaProtegida } from "../../../src/core/publico/publicacao.ts";
import { anosDoRelatorio, montarRelatorio } from "../../../src/core/publico/relatorio.ts";
import type { ApoioPublicado } from "../../../src/core/publico/visitas.ts";

const RESUMO = { celulas: 0, ocultas: 0, parteOculta: 0 };

function tabela(id: string, niveis: TabelaProtegida["niveis"], linhas: readonly LinhaProtegida[]): TabelaProtegida {
  return { id, titulo: id, assunto: "denuncias", demonstracao: true, niveis, pedida: niveis, linhas, resumo: RESUMO };
}

function publicacao(tabelas: readonly TabelaProtegida[], inicio = "2024-01"): Publicacao {
  return { tabelas, extratos: [{ id: "denuncias", demonstracao: true, inicio, fim: "2025-12" }] } as unknown as Publicacao;
}

const LUGARES = tabela("denuncias-lugar-ano", { lugar: "regiao", tempo: "ano" }, [
  { membros: { lugar: "r1", tempo: "2024" }, valor: 30 },
  { membros: { lugar: "r2", tempo: "2024" }, valor: "oculto" },
  { membros: { lugar: "r1", tempo: "2025" }, valor: 50 },
  { membros: { lugar: "r2", tempo: "2025" }, valor: 20 },
]);

function porTema(valores: Readonly<Record<string, Readonly<Record<string, NumeroPublico>>>>): TabelaProtegida {
  const linhas = Object.entries(valores).flatMap(([tempo, temas]) => Object.entries(temas).map(([tema, valor]) => ({ membros: { lugar: "XX", tempo, tema }, valor })));
  return tabela("denuncias-tema", { lugar: "uf", tempo: "trimestre", tema: "tema" }, linhas);
}

describe("the annual report of a release", () => {
  test("has the years that the tables have, oldest first", () => {
    expect(anosDoRelatorio(publicacao([LUGARES]))).toEqual([2024, 2025]);
    expect(anosDoRelatorio(publicacao([]))).toEqual([]);
  });

  test("says the number exactly from the table that hides nothing, and at least what is visible where all hide", () => {
    const total = tabela("denuncias-lugar-ano-uf", { lugar: "uf", tempo: "ano" }, [{ membros: { lugar: "XX", tempo: "2024" }, valor: 37 }]);
    const numero = (tabelas: readonly TabelaProtegida[]) => montarRelatorio(publicacao(tabelas), null).anos[0]?.numero;
    expect(numero([LUGARES, total])).toMatchObject({ valor: 37, minimo: 37 });
    expect(numero([LUGARES])).toMatchObject({ valor: "oculto", minimo: 30, ocultas: 1 });
  });

  test("orders the reasons by what is visible of them", () => {
    const temas = porTema({ "2025-T1": { a: 10, b: 12, c: "oculto" }, "2025-T2": { a: 20, b: 11, c: 15 } });
    const [, ano] = montarRelatorio(publicacao([LUGARES, temas]), null).anos;
    // a = 10 + 20, b = 12 + 11, c is 15 or more.
    expect(ano?.motivos.map(({ membro, valor, minimo }) => [membro, valor, minimo])).toEqual([
      ["a", 30, 30],
      ["b", 23, 23],
      ["c", "oculto", 15],
    ]);
  });

  test("a theme recurs when it is among the three most frequent in half of the periods or more", () => {
    const temas = porTema({
      "2025-T1": { a: 40, b: 30, c: 20, d: 10 },
      "2025-T2": { a: 40, b: 30, c: "oculto", d: 11 },
      "2025-T3": { a: 40, b: 5, c: 20, d: 15 },
      "2025-T4": { a: 1, b: 30, c: 20, d: 15 },
    });
    const [, ano] = montarRelatorio(publicacao([LUGARES, temas]), null).anos;
    // Among the three: T1 a b c; T2 a b d (c cannot be told); T3 a c d; T4 b c d. So each of the four, three times of four.
    expect(ano?.recorrentes).toEqual(["a", "b", "c", "d"].map((tema) => ({ tema, vezes: 3, periodos: 4 })));
    const umSo = montarRelatorio(publicacao([LUGARES, porTema({ "2025-T1": { a: 40 } })]), null).anos[1];
    expect(umSo?.recorrentes).toEqual([]);
  });

  test("a year that the record does not begin with is not whole", () => {
    expect(montarRelatorio(publicacao([LUGARES], "2024-11"), null).anos.map(({ completo }) => completo)).toEqual([false, true]);
    expect(montarRelatorio(publicacao([LUGARES], "2024-01"), null).anos.map(({ completo }) => completo)).toEqual([true, true]);
  });

  test("has the support of the same year, and none where there is no register", () => {
    const apoio = { anos: [{ ano: 2025, completo: true, eventos: 9, municipios: 4, presenciais: 2 }] } as unknown as ApoioPublicado;
    expect(montarRelatorio(publicacao([LUGARES]), apoio).anos.map((ano) => ano.apoio)).toEqual([null, { eventosDeApoio: 9, municipiosApoiados: 4 }]);
    expect(montarRelatorio(publicacao([LUGARES]), null).anos.map((ano) => ano.apoio)).toEqual([null, null]);
  });
});
