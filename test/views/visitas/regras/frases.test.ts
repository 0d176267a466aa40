import { describe, expect, it } from "vitest";
import { regrasComPreco, type PrecoDaRegra } from "../../../../src/core/visitas/preco.ts";
import { colisaoEmPalavras, demandaEmPalavras, fraseDoPreco, rotuloDaRegra } from "../../../../src/views/visitas/regras/frases.ts";
import { fraseDoLimite } from "../../../../src/views/visitas/regras/Limite.tsx";
import { MUNICIPIOS } from "../../prioridades/fixture.ts";
import { BARRA, CAMPO, DIVISA, ENTRADA, ESPERANCA, nome, PLANO } from "../mapa/amostra.ts";

const pecas = { entrada: ENTRADA, municipios: MUNICIPIOS, nome };
const NADA: PrecoDaRegra = {
  regra: { tipo: "cota", cota: 0 },
  pontos: 0,
  valor: 0,
  km: 0,
  visitas: 0,
  dias: 0,
  demandas: 0,
  entram: [],
  saem: [],
  plano: PLANO,
};
const frase = (mudanca: Partial<PrecoDaRegra>, cortado = false): string => fraseDoPreco({ ...NADA, ...mudanca }, cortado, nome).replaceAll("\u00a0", " ");

describe("words of the rules", () => {
  it("name every rule of the settings that has a price", () => {
    expect(regrasComPreco(ENTRADA).map((regra) => rotuloDaRegra(regra, pecas))).toEqual([
      "Cota: ao menos 1 município da região Serra Alta",
      "Cota: ao menos 2 municípios de porte Médio",
      "Trava: Esperança fora do plano",
      "Viagem travada: Equipe 2, a partir de 01/02/2027",
      "Reserva: 1 município sorteado",
      "Sem viagens em fevereiro e março: região Serra Alta",
      "Um dia a mais de campo por equipe em cada trimestre",
      "Uma equipe a mais em Água Fria",
    ]);
  });

  it("say where a lock puts a municipality", () => {
    const ajustes = { ...ENTRADA.ajustes, travas: [{ codigo: BARRA, tipo: "dentro", equipe: "9900001-2", trimestre: 1, data: "2027-01-11" }] as const };
    expect(rotuloDaRegra({ tipo: "trava", codigo: BARRA }, { ...pecas, entrada: { ...ENTRADA, ajustes } })).toBe(
      "Trava: Barra d'Oeste dentro do plano (equipe 2, 1º trimestre do plano, em 11/01/2027)",
    );
  });
});

describe("words of a price", () => {
  it("say what would change and who would come and go", () => {
    expect(frase({ pontos: 12.34, valor: 13.2, km: -140.4, visitas: 1, dias: 0, entram: [ESPERANCA, DIVISA], saem: [CAMPO] })).toBe(
      "Sem ela, o plano somaria 12,3 pontos a mais: a prioridade coberta subiria 13,2 pontos, 1 visita a mais e 140 km a menos. Entrariam Esperança e Divisa; sairia Campo Novo.",
    );
    expect(frase({ regra: { tipo: "mais-um-dia" }, pontos: 1, dias: 2 })).toBe("Com ela, o plano somaria 1,0 ponto a mais: 2 dias de campo a mais.");
  });

  it("say that nothing was found where nothing was, and that a search cut off may have missed it", () => {
    expect(frase({})).toBe("Não custa nada: a busca não achou plano melhor sem ela.");
    expect(frase({ regra: { tipo: "mais-um-dia" } })).toBe("Não muda nada: a busca não achou plano melhor com ela.");
    expect(frase({}, true)).toContain("A busca foi parada antes do fim: o preço pode ser maior.");
  });

  it("are of demands where the plan without the rule meets more of them", () => {
    expect(frase({ demandas: 1, valor: -3 })).toBe("Sem ela, caberia mais uma exigência: a prioridade coberta cairia 3,0 pontos.");
  });
});

describe("words of an unmet demand", () => {
  it("name the municipality, or the quota with what it lacks", () => {
    expect(PLANO.naoAtendidas.map((demanda) => demandaEmPalavras(demanda, pecas))).toEqual(["ao menos 2 municípios de porte Médio (falta 1)"]);
    expect(demandaEmPalavras({ tipo: "municipio", codigo: BARRA }, pecas)).toBe("visita a Barra d'Oeste");
  });
});

describe("words of the limit", () => {
  it("say the points of both, and that nothing was measured where nothing was", () => {
    expect(fraseDoLimite({ limite: 190, distancia: 0.0155 }, 187.06).replaceAll("\u00a0", " ")).toBe(
      "O plano soma 187,1 pontos, e nenhum plano com estes ajustes soma mais de 190,0: a no máximo 1,6 % do melhor plano possível.",
    );
    expect(fraseDoLimite({ limite: null, distancia: null }, 187.06)).toBe(
      "O plano soma 187,1 pontos. Ainda não se mediu quanto somaria o melhor plano possível com estes ajustes.",
    );
  });
});

describe("words of a collision", () => {
  it("name the demands, the rules they meet, and what can be given up", () => {
    expect(colisaoEmPalavras({ base: 9900001, municipios: [BARRA, DIVISA], cotas: [1], regras: ["dias", "viagem"] }, pecas)).toBe(
      "Não cabem juntas: as visitas a Barra d'Oeste e Divisa; e a cota de ao menos 2 municípios de porte Médio. Está provado que nenhum plano atende a todas com os dias de campo das equipes e o máximo de dias de uma viagem. Ceda uma das exigências ou mude uma dessas regras.",
    );
  });

  it("of one demand say that it fits nowhere, and of no rule that it is alone to blame", () => {
    expect(colisaoEmPalavras({ base: 9900001, municipios: [BARRA], cotas: [], regras: ["janelas"] }, pecas)).toBe(
      "Não cabe a visita a Barra d'Oeste: está provado que nenhum plano a atende com os dias em que se pode visitar (carência, meses sem viagem e datas marcadas). Ceda a exigência ou mude essa regra.",
    );
    expect(colisaoEmPalavras({ base: 9900001, municipios: [], cotas: [1], regras: [] }, pecas)).toBe(
      "Não cabe a cota de ao menos 2 municípios de porte Médio: está provado que nenhum plano a atende. Ceda a exigência.",
    );
  });
});
