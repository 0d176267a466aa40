import { describe, expect, it } from "vitest";
import type { Metodo } from "../../../../src/core/metodo/method.ts";
import { createGatilhos } from "../../../../src/data/metodo/gatilhos.ts";
import { COLUNAS_DO_CICLO_CSV } from "../../../../src/views/prioridades/ciclo/colunas.tsx";
import {
  contagens,
  formulaDaPrioridade,
  fraseDaReserva,
  fraseDoPlano,
  planoDaPagina,
  type EntradaDoPlano,
  type LinhaDoCiclo,
  type PlanoDaPagina,
} from "../../../../src/views/prioridades/ciclo/plano.ts";
import { METODO, MUNICIPIOS } from "../fixture.ts";

const HOJE = "2026-10-31";
const planejamento: Metodo["planejamento"] = METODO.planejamento;

/** Scores by municipality; the sixth has none. */
const ENTRADA: EntradaDoPlano = {
  municipios: MUNICIPIOS,
  preparada: { bounded: true },
  scores: { total: Float64Array.of(90, 80, 70, 60, 50, Number.NaN) },
  metodo: { k: 2, planejamento },
  ultima: new Map(),
  gatilhos: [],
  hoje: HOJE,
};

function feito(entrada: Partial<EntradaDoPlano> = {}): Extract<PlanoDaPagina, { feito: true }> {
  const pagina = planoDaPagina({ ...ENTRADA, ...entrada });
  if (!pagina.feito) throw new Error(pagina.motivo);
  return pagina;
}

const linhaDe = (linhas: readonly LinhaDoCiclo[], nome: string): LinhaDoCiclo => {
  const linha = linhas.find((candidata) => candidata.nome === nome);
  if (linha === undefined) throw new Error(`no row ${nome}`);
  return linha;
};

describe("the plan of the page", () => {
  it("adds four fifths of the score to a fifth of the time without a visit", () => {
    const { linhas } = feito({ ultima: new Map([[9900002, "2026-04-30"]]) });
    // Never visited: the whole term. 0.8·90 + 0.2·100 = 72 + 20.
    expect(linhaDe(linhas, "Água Fria")).toMatchObject({ daNota: 72, doTempo: 20, valor: 92, meses: null, ultimaVisita: null });
    // Six whole months of twelve: 0.8·80 + 0.2·50 = 64 + 10.
    expect(linhaDe(linhas, "Barra d'Oeste")).toMatchObject({ daNota: 64, doTempo: 10, valor: 74, meses: 6 });
  });

  it("prints parts that add up to the printed priority", () => {
    const { linhas } = feito({
      scores: { total: Float64Array.of(33.3333, 66.6666, 12.3456, 98.7654, 45.6789, 0.005) },
      ultima: new Map([
        [9900001, "2026-03-30"],
        [9900003, "2025-12-15"],
        [9900006, "2026-05-01"],
      ]),
    });
    for (const { daNota, doTempo, valor } of linhas) {
      expect(Math.round(100 * (daNota ?? 0)) + Math.round(100 * (doTempo ?? 0))).toBe(Math.round(100 * (valor ?? 0)));
    }
  });

  it("puts chosen ones first in their order, the others after by priority, and no score last", () => {
    const { linhas } = feito({ metodo: { k: 2, planejamento: { ...planejamento, reserva: 0.1 } } });
    // Of 2 places, 0.1·2 rounds to none of the reserve.
    expect(linhas.map(({ nome, ordem }) => [nome, ordem])).toEqual([
      ["Água Fria", 1],
      ["Barra d'Oeste", 2],
      ["Campo Novo", null],
      ["Divisa", null],
      ["Esperança", null],
      ["Fronteira", null],
    ]);
    expect(linhaDe(linhas, "Fronteira")).toMatchObject({ situacao: "sem-nota", nota: null, valor: null, daNota: null });
  });

  it("keeps out who was visited less than 90 days ago, unless the visit is required", () => {
    // 2026-08-02 + 90 days is 2026-10-31: 90 days, out of the carência; 2026-08-03 is within it.
    const ultima = new Map([
      [9900001, "2026-08-03"],
      [9900002, "2026-08-02"],
    ]);
    expect(linhaDe(feito({ ultima }).linhas, "Água Fria").situacao).toBe("carencia");
    // In the pool again, but 0.8·80 + 0.2·100·2÷12 is below the 0.8·60 + 20 of who comes fourth.
    expect(linhaDe(feito({ ultima }).linhas, "Barra d'Oeste").situacao).toBe("fora");
    const comGatilho = feito({ ultima, gatilhos: [{ codigo: 9900001, motivo: "decisão judicial" }] });
    expect(linhaDe(comGatilho.linhas, "Água Fria")).toMatchObject({ situacao: "gatilho", ordem: 1 });
  });

  it("gives a required visit a place and no points", () => {
    const sem = linhaDe(feito().linhas, "Esperança");
    const com = linhaDe(feito({ gatilhos: [{ codigo: 9900005, motivo: "pedido" }] }).linhas, "Esperança");
    expect(com.valor).toBe(sem.valor);
    expect([sem.situacao, com.situacao]).toEqual(["fora", "gatilho"]);
  });

  it("says in a sentence how the places were filled", () => {
    const { plano } = feito({ gatilhos: [{ codigo: 9900005, motivo: "pedido" }], ultima: new Map([[9900001, "2026-10-01"]]) });
    expect(fraseDoPlano(plano, METODO.datas)).toBe(
      "A lista do ciclo de 01/11/2026 a 30/04/2027 tem 2 municípios para 2 vagas: 1 por visita exigida, 1 pela prioridade e 0 da reserva sorteada. 1 município espera a carência passar.",
    );
    expect(contagens(plano)).toEqual({ gatilho: 1, prioridade: 1, reserva: 0, carencia: 1, "sem-nota": 1, fora: 2 });
  });

  it("says when required visits are more than the places, and when places are left", () => {
    const gatilhos = [9900001, 9900002, 9900003].map((codigo) => ({ codigo, motivo: "pedido" }));
    expect(fraseDoPlano(feito({ gatilhos }).plano, METODO.datas)).toContain("As visitas exigidas passam das vagas em 1.");
    expect(fraseDoPlano(feito({ metodo: { k: 10, planejamento } }).plano, METODO.datas)).toContain("4 vagas sobram: não há mais quem chamar.");
  });

  it("draws the same reserve with the same published seed, and names the seed", () => {
    const metodo = { k: 4, planejamento: { ...planejamento, reserva: 0.15 } };
    // 10–15 % of 4 holds no whole number: 0.6 is nearest to 1.
    const reserva = (p: PlanoDaPagina): string[] => (p.feito ? p.linhas.flatMap(({ nome, situacao }) => (situacao === "reserva" ? [nome] : [])) : []);
    expect(reserva(feito({ metodo }))).toHaveLength(1);
    expect(reserva(feito({ metodo }))).toEqual(reserva(feito({ metodo })));
    expect(fraseDaReserva(feito({ metodo }).plano, metodo.planejamento)).toContain("semente publicada “reserva-zz”");
  });

  it("is refused, with what to do, for a normalisation that does not run 0–100 or a visit after the day", () => {
    expect(planoDaPagina({ ...ENTRADA, preparada: { bounded: false } })).toMatchObject({ feito: false, conserto: "Volte às balizas fixas na parte “O método”." });
    expect(planoDaPagina({ ...ENTRADA, ultima: new Map([[9900004, "2026-11-01"]]) })).toMatchObject({
      feito: false,
      motivo: "Há visita com data depois de 31/10/2026: Divisa.",
    });
  });

  it("writes the formula with the method's own parts", () => {
    expect(formulaDaPrioridade(planejamento)).toBe("Prioridade = 0,8 × nota + 0,2 × 100 × (meses sem visita ÷ 12, no máximo 1).");
  });

  it("never exports the reason of a required visit", () => {
    const { linhas } = feito({ gatilhos: [{ codigo: 9900005, motivo: "motivo reservado" }] });
    const texto = JSON.stringify(linhas.map((linha) => COLUNAS_DO_CICLO_CSV.map(({ valor }) => valor(linha))));
    expect(texto).toContain("visita exigida");
    expect(texto).not.toContain("motivo reservado");
    expect(texto).toContain("fora da lista");
  });
});

describe("triggers of the tab", () => {
  it("keep a reason once, take it back, and tell who listens", () => {
    const guarda = createGatilhos();
    let avisos = 0;
    const parar = guarda.subscribe(() => {
      avisos += 1;
    });
    guarda.exigir({ codigo: 9900001, motivo: "  denúncia  " });
    guarda.exigir({ codigo: 9900001, motivo: "denúncia" });
    guarda.exigir({ codigo: 9900001, motivo: "   " });
    expect(guarda.ler()).toEqual([{ codigo: 9900001, motivo: "denúncia" }]);
    expect(avisos).toBe(1);
    guarda.retirar({ codigo: 9900001, motivo: "denúncia" });
    expect(guarda.ler()).toEqual([]);
    parar();
    guarda.exigir({ codigo: 9900002, motivo: "pedido" });
    expect(avisos).toBe(2);
  });
});
