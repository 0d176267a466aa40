import { describe, expect, it } from "vitest";
import { ajustesDiff, applyAjustesDiff } from "../../../src/core/visitas/ajustes-diff.ts";
import type { Ajustes } from "../../../src/core/visitas/ajustes.ts";
import { A, AJUSTES, B, BASE, C, EQUIPE } from "./linha-do-equador.ts";

/** Every member other than the default. */
const TUDO: Ajustes = {
  versao: 1,
  inicio: "2027-04-01",
  trimestres: 4,
  bases: [{ codigo: BASE, equipes: 2 }, { codigo: A, equipes: 1 }],
  diasPorEquipe: 18,
  diasPorViagem: 8,
  horasPorDia: 6.5,
  velocidade: 55,
  intervalo: 0,
  duracao: { "pequeno-1": 0.75, "pequeno-2": 1.25, medio: 2, grande: 2.5, metropole: 4 },
  prazoDiarias: { uteis: 7, comPassagem: 15 },
  comPassagem: [A, C],
  semViagem: ["2027-02-08", "2027-04-05"],
  mesesProibidos: [{ regiao: 110001, meses: [1, 2, 12] }, { regiao: 110002, meses: [3] }],
  desvio: { padrao: 1.35, regioes: [{ regiao: 110001, fator: 1.55 }] },
  pesoDoTrimestre: [1, 0.9, 0.8, 0.05],
  custoKm: 0.0000001,
  penalidadeDozeMeses: 12.5,
  travas: [{ codigo: A, tipo: "dentro", equipe: EQUIPE, trimestre: 2, data: "2027-07-06" }, { codigo: B, tipo: "fora" }, { codigo: C, tipo: "dentro", trimestre: 1 }],
  viagensTravadas: [{ equipe: EQUIPE, inicio: "2027-04-06", municipios: [C, B] }, { equipe: `${BASE}-2`, inicio: "2027-04-06", municipios: [BASE] }],
  cotas: [{ grupo: "regiao", id: 110001, minimo: 2 }, { grupo: "porte", id: "pequeno-1", minimo: 3 }],
  reserva: 3,
  iteracoes: 0,
  semente: "sorteio de maio, 2ª vez: a_b*c~",
};

describe("settings in an address", () => {
  it("are nothing when they are the defaults", () => {
    expect(ajustesDiff(AJUSTES, { ...AJUSTES, bases: [{ codigo: BASE, equipes: 1 }] })).toBe("");
    expect(applyAjustesDiff(AJUSTES, "")).toEqual(AJUSTES);
  });

  it("name only what differs, in few letters", () => {
    expect(ajustesDiff(AJUSTES, { ...AJUSTES, trimestres: 2, diasPorEquipe: 15 })).toBe("diasPorEquipe:15,trimestres:2");
    expect(ajustesDiff(AJUSTES, { ...AJUSTES, travas: [{ codigo: A, tipo: "dentro", equipe: EQUIPE, trimestre: 1 }, { codigo: B, tipo: "fora" }] })).toBe(
      "travas:1100001d.e1100000-1.t1_1100002f",
    );
  });

  it("come back as they went, every member of them, in letters an address keeps", () => {
    const texto = ajustesDiff(AJUSTES, TUDO);
    expect(texto).toMatch(/^[A-Za-z0-9\-._*~:,]+$/);
    expect(texto.split(",")).toHaveLength(Object.keys(AJUSTES).length - 1);
    expect(applyAjustesDiff(AJUSTES, texto)).toEqual(TUDO);
    expect(applyAjustesDiff(TUDO, ajustesDiff(TUDO, AJUSTES))).toEqual(AJUSTES);
  });

  it("are refused when somebody else wrote them", () => {
    for (const texto of ["x", "x:1", "trimestres", "trimestres:", "trimestres:dois", "trimestres:1,trimestres:2", "bases:1_2", "travas:12x", "cotas:porte.x.1", "cotas:regiao.a.1", "duracao:1_2", "inicio:ontem", "viagensTravadas:a.b", "desvio:", "reserva:muitos", "semente:a b", "__proto__:1", "versao:2"]) {
      expect(applyAjustesDiff(AJUSTES, texto), texto).toBeNull();
    }
  });
});
