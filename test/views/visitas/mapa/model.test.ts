import { describe, expect, it } from "vitest";
import { equipesDe } from "../../../../src/views/visitas/equipes.ts";
import { colunasDoMapa, COLUNAS_DO_MAPA_CSV } from "../../../../src/views/visitas/mapa/colunas.tsx";
import { camadaDaNota, cartaoDaVisita, leituraDoMapa, linhasDoMapa, viagensNoMapa } from "../../../../src/views/visitas/mapa/model.ts";
import { MUNICIPIOS } from "../../prioridades/fixture.ts";
import { AGUA, AJUSTES, BARRA, CAMPO, DIVISA, ENTRADA, ESPERANCA, FRONTEIRA, nome, PLANO } from "./amostra.ts";

const equipes = equipesDe(AJUSTES, nome);
const linhas = linhasDoMapa({ plano: PLANO, entrada: ENTRADA, municipios: MUNICIPIOS, equipes });
const plain = (texto: string): string => texto.replaceAll("\u00a0", " ");

describe("the rows of the map", () => {
  it("are every municipality: the planned in the order of the visits, then the others by score", () => {
    expect(linhas.map(({ codigo }) => codigo)).toEqual([BARRA, DIVISA, CAMPO, AGUA, ESPERANCA, FRONTEIRA]);
    expect(linhas.map(({ visita }) => visita?.ordem ?? null)).toEqual([1, 2, 1, null, null, null]);
  });

  it("say in words who is out of the plan, and never which visit something requires", () => {
    const celulas = linhas.map((linha) => COLUNAS_DO_MAPA_CSV.map(({ valor }) => valor(linha)));
    expect(celulas[3]?.slice(2, 8)).toEqual(Array.from({ length: 6 }, () => "fora do plano"));
    expect(celulas[0]?.slice(0, 8)).toEqual([
      String(BARRA),
      "Barra d'Oeste",
      "Equipe 1",
      "2027-01-04",
      { valor: 1 },
      "2027-01-04",
      "2027-01-05",
      { valor: 1.5 },
    ]);
    expect(JSON.stringify(celulas)).not.toContain("exigid");
  });

  it("have the same columns on screen, without the code", () => {
    expect(COLUNAS_DO_MAPA_CSV.slice(1).map(({ id }) => id)).toEqual(colunasDoMapa("").map(({ id }) => id));
  });
});

describe("the ground of the map", () => {
  it("is the score in five classes of need, a municipality without one apart", () => {
    const layer = camadaDaNota(linhas);
    expect(layer.ramp).toBe("necessidade");
    expect(layer.classes.map(({ contagem }) => contagem)).toEqual([1, 1, 1, 1, 1]);
    expect(layer.classe.get(AGUA)).toBe(4);
    expect(layer.ausencia.get(FRONTEIRA)).toBe("dados-insuficientes");
  });
});

describe("the tours on the map", () => {
  it("are all teams' or one team's, in the colours of the teams either way", () => {
    const todas = viagensNoMapa(PLANO, equipes, null, null);
    expect(todas.grupos).toEqual(["Equipe 1", "Equipe 2"]);
    expect(todas.viagens.map(({ grupo, paradas }) => [grupo, paradas])).toEqual([
      [0, [BARRA, DIVISA]],
      [1, [CAMPO]],
    ]);
    const da2 = viagensNoMapa(PLANO, equipes, `${AGUA}-2`, null);
    expect(da2.viagens.map(({ grupo }) => grupo)).toEqual([1]);
  });

  it("of a team the settings do not have come after the others, under its id", () => {
    const soUma = equipes.slice(0, 1);
    expect(viagensNoMapa(PLANO, soUma, null, null).grupos).toEqual(["Equipe 1", `${AGUA}-2`]);
  });
});

describe("the card of a municipality", () => {
  const cartao = (codigo: number): string[] => {
    const linha = linhas.find((uma) => uma.codigo === codigo);
    return linha === undefined ? [] : cartaoDaVisita(linha, nome).map(({ rotulo, texto }) => plain(`${rotulo}: ${texto}`));
  };

  it("says when, by whom and in which order it is visited", () => {
    expect(cartao(DIVISA)).toEqual([
      "Visita: 06/01/2027",
      "Equipe 1: 2ª de 2 visitas, viagem de 04/01 a 06/01/2027, 350 km",
      "Nota: 50,0",
      "Prioridade: 55,0",
    ]);
  });

  it("says why it is not", () => {
    expect(cartao(ESPERANCA)[0]).toBe("Fora do plano: custaria 6,2 dias; tiraria Divisa");
    expect(cartao(FRONTEIRA)).toEqual(["Fora do plano: sem nota", "Nota: sem nota", "Prioridade: sem nota"]);
  });
});

describe("what the map shows, in words", () => {
  it("counts tours and municipalities, names the longest and says who of the third most in need is left out", () => {
    // Five have a score: a third, rounded up, is the two highest, Água Fria and Barra; Barra alone is visited.
    expect(plain(leituraDoMapa(PLANO, linhas, null))).toBe(
      "2 viagens passam por 3 municípios. A mais longa, de 04/01 a 06/01/2027, anda 350 km e passa por Barra d'Oeste e Divisa. Do terço com mais necessidade de apoio (2 municípios), 1 tem visita e 1 não.",
    );
  });

  it("speaks of one team where one is chosen, and of no tours where there are none", () => {
    expect(plain(leituraDoMapa(PLANO, linhas, { id: `${AGUA}-2`, rotulo: "Equipe 2" }))).toBe(
      "1 viagem da equipe 2 passa por 1 município. A viagem, de 01/02 a 02/02/2027, anda 120 km e passa por Campo Novo.",
    );
    expect(leituraDoMapa({ ...PLANO, viagens: [] }, linhas, null)).toBe("O plano não tem nenhuma viagem.");
  });
});
