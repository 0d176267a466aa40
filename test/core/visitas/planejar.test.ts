import { describe, expect, it } from "vitest";
import { seededSource } from "../../../src/core/metodo/seeded-random.ts";
import { checkPlan } from "../../../src/core/routing/check-plan.ts";
import { planoDasRotas, rotasDoPlano } from "../../../src/core/visitas/rotas.ts";
import { createPlanejamento, planejar } from "../../../src/core/visitas/planejar.ts";
import { hashDaEntrada, semExigidos } from "../../../src/core/visitas/hash.ts";
import type { EntradaDoPlano, MotivoDentro, MotivoFora, PlanoDeVisitas } from "../../../src/core/visitas/plano.ts";
import { A, B, BASE, C, entrada, EQUIPE, municipio, MUNICIPIOS } from "./linha-do-equador.ts";

/** Seven degrees away: 778.4 km, 778 minutes; alone 2·778 + 480 = 2,036 minutes, 5 days. */
const LONGE = 1100009;

function com(...mudados: EntradaDoPlano["municipios"]): EntradaDoPlano["municipios"] {
  const novos = new Map(mudados.map((novo) => [novo.codigo, novo]));
  return [...MUNICIPIOS.map((antes) => novos.get(antes.codigo) ?? antes), ...mudados.filter(({ codigo }) => !MUNICIPIOS.some((antes) => antes.codigo === codigo))].sort(
    (a, b) => a.codigo - b.codigo,
  );
}

function planejados({ viagens }: PlanoDeVisitas): number[] {
  return viagens.flatMap(({ paradas }) => paradas.map(({ codigo }) => codigo)).sort((a, b) => a - b);
}

function dentro({ viagens }: PlanoDeVisitas, codigo: number): MotivoDentro | undefined {
  return viagens.flatMap(({ paradas }) => paradas).find((parada) => parada.codigo === codigo)?.motivo;
}

function fora(plano: PlanoDeVisitas, codigo: number): MotivoFora | undefined {
  return plano.fora.find((linha) => linha.codigo === codigo)?.motivo;
}

describe("a plan worked by hand", () => {
  // In one tour of up to 3 days (1,440 minutes): A+C 111+480+222+480+111 = 1,404, 95 points; A+B the same, 90; B+C 1,627, too long.
  const plano = planejar(entrada());

  it("takes the two towns that give most and fit", () => {
    expect(planejados(plano)).toEqual([A, C]);
    expect(plano.km).toBe(444.8);
    expect(plano.valor).toBe(95);
    expect(plano.valorDeTodos).toBe(135);
    // 95 − 0.002 × 444.8.
    expect(plano.objetivo).toBe(94.1104);
    expect([plano.dias, plano.diasDisponiveis, plano.iteracoes]).toEqual([3, 3, 200]);
    expect(plano.naoAtendidas).toEqual([]);
  });

  it("dates the tour from its minutes", () => {
    const [viagem] = plano.viagens;
    expect(viagem).toMatchObject({ id: `${EQUIPE}/2027-01-04`, equipe: EQUIPE, base: BASE, trimestre: 1, inicio: "2027-01-04", fim: "2027-01-06", dias: 3, travada: false });
    // 1,404 ÷ 480 = 2.925.
    expect(viagem?.diasDeTrabalho).toBe(2.93);
    expect(viagem?.pedirDiariasAte).toBe("2026-12-24");
    // The first is reached at minute 111 and left at 591, on the second day; the second at 813 and 1,293.
    expect(viagem?.paradas.map(({ chegada, saida, dias }) => [chegada, saida, dias])).toEqual([
      ["2027-01-04", "2027-01-05", 1],
      ["2027-01-05", "2027-01-06", 1],
    ]);
  });

  it("says why each is in, and why each is not", () => {
    expect(dentro(plano, A)).toEqual({ tipo: "prioridade", posicao: 1 });
    expect(dentro(plano, C)).toEqual({ tipo: "prioridade", posicao: 2 });
    expect(fora(plano, BASE)).toEqual({ tipo: "sem-nota" });
    // A tour of its own: 222 + 480 + 222 = 924 minutes, 2 days; A or C would take 2 of the day left, so both leave: 39.1104 − 94.1104.
    expect(fora(plano, B)).toEqual({ tipo: "nao-cabe", dias: 1.93, tiraria: [C, A], saldo: -55 });
    expect(plano.fora.map(({ codigo }) => codigo)).toEqual([BASE, B]);
  });

  it("is the same however the steps are cut, and never below the greedy plan", () => {
    const planejador = createPlanejamento(entrada());
    const gulosa = planejador.gulosa();
    expect(gulosa.iteracoes).toBe(0);
    while (!planejador.pronto) planejador.passo(7);
    expect(planejador.feitas).toBe(planejador.total);
    expect(planejador.melhor()).toEqual(plano);
    expect(planejador.melhor().objetivo).toBeGreaterThanOrEqual(gulosa.objetivo);
  });

  it("carries the hash of its input, which changes with it", () => {
    expect(plano.entrada).toBe(hashDaEntrada(entrada()));
    expect(hashDaEntrada(entrada({ custoKm: 0.003 }))).not.toBe(plano.entrada);
    expect(hashDaEntrada(semExigidos(entrada({}, { municipios: com({ ...municipio(A, 1, 50, { nota: 60 }), exigido: true }) })))).toBe(plano.entrada);
  });
});

describe("a list followed in order", () => {
  it("spends the team's days on the first town, however far", () => {
    // At 4.3° east: 478.1 km, 478 minutes; alone 1,436 minutes, all the 3 days. The search gives 95 for 70.
    const municipios = com(municipio(LONGE, 4.3, 70));
    const planejador = createPlanejamento(entrada({}, { municipios }));
    expect(planejados(planejador.ordemDaLista())).toEqual([LONGE]);
    while (!planejador.pronto) planejador.passo(100);
    expect(planejados(planejador.melhor())).toEqual([A, C]);
  });

  it("puts what is required first", () => {
    const municipios = com({ ...municipio(B, 2, 40, { porte: "pequeno-2" }), exigido: true });
    expect(planejados(createPlanejamento(entrada({}, { municipios })).ordemDaLista())).toEqual([A, B]);
  });
});

describe("demands", () => {
  it("plans what is required, drawn or locked in, and says so", () => {
    const exigido = planejar(entrada({}, { municipios: com({ ...municipio(B, 2, 40, { porte: "pequeno-2" }), exigido: true }) }));
    expect([planejados(exigido), dentro(exigido, B)]).toEqual([[A, B], { tipo: "exigido" }]);
    const sorteado = planejar(entrada({}, { reserva: [B] }));
    expect([planejados(sorteado), dentro(sorteado, B)]).toEqual([[A, B], { tipo: "reserva" }]);
    const travado = planejar(entrada({ travas: [{ codigo: B, tipo: "dentro" }] }));
    expect([planejados(travado), dentro(travado, B)]).toEqual([[A, B], { tipo: "travado" }]);
  });

  it("leaves out what is locked out", () => {
    const plano = planejar(entrada({ travas: [{ codigo: A, tipo: "fora" }] }));
    // B and C do not fit together: C, alone, gives more.
    expect([planejados(plano), fora(plano, A)]).toEqual([[C], { tipo: "travado-fora" }]);
  });

  it("visits on the day that is fixed", () => {
    const plano = planejar(entrada({ travas: [{ codigo: A, tipo: "dentro", data: "2027-02-10" }] }));
    const parada = plano.viagens.flatMap(({ paradas }) => paradas).find(({ codigo }) => codigo === A);
    expect(parada?.chegada).toBe("2027-02-10");
    expect(parada?.motivo).toEqual({ tipo: "data-marcada", data: "2027-02-10" });
    expect(planejados(plano)).toEqual([A, C]);
  });

  it("meets a quota at its price, and says who is in for it", () => {
    const plano = planejar(entrada({ cotas: [{ grupo: "porte", id: "pequeno-2", minimo: 1 }] }));
    expect([planejados(plano), dentro(plano, B)]).toEqual([[A, B], { tipo: "cota", cota: 0 }]);
    expect(plano.objetivo).toBe(89.1104);
  });

  it("names what cannot be met", () => {
    const municipios = com({ ...municipio(LONGE, 7, 10), exigido: true });
    const plano = planejar(
      entrada({ travas: [{ codigo: B, tipo: "fora" }], cotas: [{ grupo: "porte", id: "pequeno-2", minimo: 1 }] }, { municipios }),
    );
    expect(plano.naoAtendidas).toEqual([
      { tipo: "municipio", codigo: LONGE },
      { tipo: "cota", cota: 0, faltam: 1 },
    ]);
    expect(fora(plano, LONGE)).toEqual({ tipo: "longe", dias: 5 });
    expect(planejados(plano)).toEqual([A, C]);
  });

  it("keeps a locked tour as it is", () => {
    const plano = planejar(entrada({ viagensTravadas: [{ equipe: EQUIPE, inicio: "2027-02-01", municipios: [B] }] }));
    // 222 + 480 + 222 = 924 minutes, 2 of the 3 days; the day left holds nothing.
    expect(plano.viagens).toMatchObject([{ inicio: "2027-02-01", fim: "2027-02-02", travada: true, paradas: [{ codigo: B }] }]);
    // 40 − 0.002 × 444.8.
    expect(plano.objetivo).toBe(39.1104);
  });

  it("keeps a locked tour already on its way, and lets no other leave before its term", () => {
    // Five business days from Tuesday 5 January are the 12th; B's tour left on the 4th.
    const plano = planejar(entrada({ diasPorEquipe: 10, viagensTravadas: [{ equipe: EQUIPE, inicio: "2027-01-04", municipios: [B] }] }, { hoje: "2027-01-05" }));
    expect(plano.viagens[0]).toMatchObject({ inicio: "2027-01-04", travada: true, paradas: [{ codigo: B }] });
    expect(planejados(plano)).toEqual([A, B, C]);
    for (const { inicio } of plano.viagens.slice(1)) expect(inicio >= "2027-01-12").toBe(true);
  });

  it("loses the penalty for each town left twelve months without a visit", () => {
    const municipios = com(municipio(B, 2, 40, { ultimaVisita: null, nota: 40, porte: "pequeno-2" }));
    // B enters for C: 90 + 7 − 0.8896 − 7.
    expect(planejar(entrada({ penalidadeDozeMeses: 7 }, { municipios })).objetivo).toBe(89.1104);
    // With 4 points it does not pay: 95 − 0.8896 − 4.
    expect(planejar(entrada({ penalidadeDozeMeses: 4 }, { municipios })).objetivo).toBe(90.1104);
  });
});

describe("days on which a town may be visited", () => {
  const visitado = (carenciaDias: number): PlanoDeVisitas =>
    planejar(entrada({}, { hoje: "2026-12-31", carenciaDias, municipios: com(municipio(A, 1, 50, { nota: 60, ultimaVisita: "2026-12-30" })) }));

  it("waits for the last day of the carência and goes at once after it", () => {
    // 90 days from 30 December end on 29 March. C first, A is reached at minute 813 of a tour begun on Monday 29: Tuesday 30.
    const plano = visitado(90);
    expect(plano.viagens).toMatchObject([{ inicio: "2027-03-29", fim: "2027-03-31", paradas: [{ codigo: C }, { codigo: A, chegada: "2027-03-30" }] }]);
  });

  it("says that no day is left when the visit would take two of the one there is", () => {
    // 91 days end on 30 March: a visit that begins after the road goes into a second day, and 31 March is the last.
    expect(fora(visitado(91), A)).toEqual({ tipo: "sem-dia" });
  });

  it("says until when a town waits beyond the plan", () => {
    expect(fora(visitado(120), A)).toEqual({ tipo: "carencia", ate: "2027-04-28" });
  });

  it("is visited within the carência when it is required", () => {
    const municipios = com({ ...municipio(A, 1, 50, { nota: 60, ultimaVisita: "2026-12-30" }), exigido: true });
    expect(planejados(planejar(entrada({}, { hoje: "2026-12-31", carenciaDias: 120, municipios })))).toEqual([A, C]);
  });

  it("keeps out of forbidden months", () => {
    const plano = planejar(entrada({ mesesProibidos: [{ regiao: 110002, meses: [1, 2] }] }));
    const parada = plano.viagens.flatMap(({ paradas }) => paradas).find(({ codigo }) => codigo === C);
    expect(parada?.chegada.slice(0, 7)).toBe("2027-03");
    const nenhum = planejar(entrada({ mesesProibidos: [{ regiao: 110002, meses: [3, 1, 2] }] }));
    expect(fora(nenhum, C)).toEqual({ tipo: "meses-proibidos", meses: [3, 1, 2] });
  });

  it("leaves for a town reached by air only after the longer term", () => {
    // Ten business days from 31 December are 15 January; a visit comes up to two days after leaving, so from 19 January.
    const plano = planejar(entrada({ comPassagem: [A] }, { hoje: "2026-12-31" }));
    const viagem = plano.viagens.find(({ paradas }) => paradas.some(({ codigo }) => codigo === A));
    expect(viagem?.comPassagem).toBe(true);
    expect(viagem !== undefined && viagem.pedirDiariasAte >= "2026-12-31").toBe(true);
  });

  it("cannot plan for a town without a seat", () => {
    expect(fora(planejar(entrada({}, { municipios: com(municipio(A, 0, 50, { sede: null })) })), A)).toEqual({ tipo: "sem-sede" });
  });
});

describe("random plans", () => {
  const CASOS = 25;

  it("keep every rule of their problems, and come back from their dates as they were", () => {
    const acaso = seededSource("planos ao acaso");
    const inteiro = (ate: number): number => Math.floor(acaso() * ate);
    for (let caso = 0; caso < CASOS; caso += 1) {
      const municipios = [
        municipio(BASE, 0, null),
        ...Array.from({ length: 4 + inteiro(14) }, (_, i) => ({
          ...municipio(BASE + 1 + i, 6 * acaso() - 3, acaso() < 0.1 ? null : Math.round(1e4 * 100 * acaso()) / 1e4, {
            ultimaVisita: acaso() < 0.3 ? null : `2026-1${inteiro(2)}-1${inteiro(10)}`,
            regiao: 110001 + inteiro(3),
            porte: acaso() < 0.5 ? "pequeno-1" : "medio",
          }),
          exigido: acaso() < 0.08,
        })),
      ];
      const de = entrada(
        {
          trimestres: 1 + inteiro(3),
          bases: [{ codigo: BASE, equipes: 1 + inteiro(2) }],
          diasPorEquipe: 6 + inteiro(10),
          diasPorViagem: 3 + inteiro(6),
          penalidadeDozeMeses: inteiro(2) * 5,
          mesesProibidos: acaso() < 0.5 ? [] : [{ regiao: 110002, meses: [1 + inteiro(4)] }],
          cotas: acaso() < 0.5 ? [] : [{ grupo: "regiao", id: 110003, minimo: 1 + inteiro(3) }],
          iteracoes: 60,
        },
        { municipios, hoje: "2026-12-01" },
      );
      const planejador = createPlanejamento(de);
      const gulosa = planejador.gulosa();
      while (!planejador.pronto) planejador.passo(1 + inteiro(30));
      const plano = planejador.melhor();
      const rotas = rotasDoPlano(planejador.montagem, plano);
      rotas.forEach((rota, b) => {
        const base = planejador.montagem.bases[b];
        expect(base === undefined ? "no base" : checkPlan(base.problema, rota), `case ${caso}`).toEqual([]);
      });
      expect(planoDasRotas(planejador.montagem, rotas, plano.iteracoes), `case ${caso}`).toEqual(plano);
      if (plano.naoAtendidas.length === gulosa.naoAtendidas.length) expect(plano.objetivo, `case ${caso}`).toBeGreaterThanOrEqual(gulosa.objetivo);
      expect(planejados(plano).length + plano.fora.length, `case ${caso}`).toBe(municipios.length);
    }
  });
});
