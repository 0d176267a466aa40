import { describe, expect, it } from "vitest";
import { addMonths } from "../../../src/core/civil-date.ts";
import { civilDe, diaDe, mesDoDia } from "../../../src/core/denuncias/dia.ts";
import { SEM_DIA } from "../../../src/core/denuncias/passos.ts";
import { seededSource } from "../../../src/core/metodo/index.ts";
import { calcularMinimo, curvaDoMinimo, ESTADOS_DO_MINIMO, maisMeses, ultimoDiaDoMes, type LinhaDeApoio, type RegraDoMinimo } from "../../../src/core/pacto/index.ts";
import { A, B, C, colunasDe, D, E, HOJE, LINHAS, PACTO } from "./caso.ts";

const REGRAS: readonly RegraDoMinimo[] = ["qualquer", "no-local", "por-dados", "ambos"];
const { colunas } = colunasDe();
const pedido = { colunas, pacto: PACTO, municipios: 5, dentro: null, hoje: HOJE };
const texto = (dia: number | undefined): string | null => (dia === undefined || dia === SEM_DIA ? null : civilDe(dia));

describe("the yearly minimum of art. 4 I c", () => {
  // A was monitored on site on 2021-11-30, B by data on 2021-11-29, C by data on
  // 2022-02-01, D on site on 2020-02-29, E never. Today is 2022-11-30.
  it("is due a year after the last monitoring of either kind, and due today is in time", () => {
    const minimo = calcularMinimo({ ...pedido, regra: "qualquer" });
    expect([A, B, C, D, E].map((m) => texto(minimo.vence[m]))).toEqual(["2022-11-30", "2022-11-29", "2023-02-01", "2021-02-28", null]);
    expect([...minimo.estado].map((estado) => ESTADOS_DO_MINIMO[estado])).toEqual(["em-dia", "vencido", "em-dia", "vencido", "sem-registro"]);
    expect(minimo.porEstado).toEqual({ "em-dia": 2, vencido: 2, "sem-registro": 1 });
    expect([...minimo.vencidos]).toEqual([D, B]);
    expect([...minimo.semRegistro]).toEqual([E]);
  });

  it("tells the last monitoring on site from the last by data (art. 6 III)", () => {
    const minimo = calcularMinimo({ ...pedido, regra: "qualquer" });
    expect([A, B, C, D, E].map((m) => texto(minimo.noLocal[m]))).toEqual(["2021-11-30", null, null, "2020-02-29", null]);
    expect([A, B, C, D, E].map((m) => texto(minimo.porDados[m]))).toEqual([null, "2021-11-29", "2022-02-01", null, null]);
  });

  it("asks for what the rule says", () => {
    const estados = REGRAS.map((regra) => Object.values(calcularMinimo({ ...pedido, regra }).porEstado));
    // on site: A in time, D past; by data: C in time, B past; both: nobody has the two.
    expect(estados).toEqual([[2, 2, 1], [1, 1, 3], [1, 1, 3], [0, 0, 5]]);
  });

  it("counts only the filter, and not what is of no known kind", () => {
    expect(calcularMinimo({ ...pedido, regra: "qualquer", dentro: Uint8Array.of(1, 1, 0, 0, 0) })).toMatchObject({ municipios: 2, porEstado: { "em-dia": 1, vencido: 1, "sem-registro": 0 } });
    const semModo = colunasDe([{ ...LINHAS[13], modalidade: null } as LinhaDeApoio]).colunas;
    expect(calcularMinimo({ ...pedido, colunas: semModo, regra: "qualquer" })).toMatchObject({ semModalidade: 1, porEstado: { "sem-registro": 5 } });
    // N2 of the fixture, "carta", is of no strategy of the norm; it reached C.
    expect(calcularMinimo({ ...pedido, regra: "qualquer" }).semEstrategia).toBe(1);
    expect(calcularMinimo({ ...pedido, regra: "qualquer", dentro: Uint8Array.of(1, 1, 0, 0, 0) }).semEstrategia).toBe(0);
  });

  it("does not exist where nothing pacts it", () => {
    expect(() => calcularMinimo({ ...pedido, pacto: { ...PACTO, minimo: null }, regra: "qualquer" })).toThrow("no yearly minimum");
  });
});

describe("the rolling curve", () => {
  it("follows who is in time on each day", () => {
    // D until 2021-02-28 (29 February has no day a year later); A and B from their days on;
    // C from 2022-02-01; B falls on 2022-11-30 and A on 2022-12-01.
    const dias = ["2020-02-28", "2020-12-31", "2021-02-28", "2021-03-01", "2021-11-30", "2022-02-01", "2022-11-29", "2022-11-30", "2022-12-01"].map(diaDe);
    const curva = curvaDoMinimo(pedido, Int32Array.from(dias));
    expect([...curva.emDia.qualquer]).toEqual([0, 1, 1, 0, 2, 3, 3, 2, 1]);
    expect([...curva.emDia["no-local"]]).toEqual([0, 1, 1, 0, 1, 1, 1, 1, 0]);
    expect([...curva.emDia.ambos]).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 0]);
    expect(curva.municipios).toBe(5);
    expect(() => curvaDoMinimo(pedido, Int32Array.of(2, 1))).toThrow("out of order");
  });

  it("drops on 29 February who was monitored on 28 February of the year before", () => {
    const em2023 = colunasDe([{ ...LINHAS[13], data: "2023-02-28" } as LinhaDeApoio]).colunas;
    const curva = curvaDoMinimo({ ...pedido, colunas: em2023, hoje: diaDe("2024-12-31") }, Int32Array.of(diaDe("2024-02-28"), diaDe("2024-02-29")));
    expect([...curva.emDia.qualquer]).toEqual([1, 0]);
  });

  it("agrees with the list of each day, in 40 invented records", () => {
    const source = seededSource(7);
    const inicio = diaDe("2020-01-01");
    const base = LINHAS[13] as LinhaDeApoio;
    for (let vez = 0; vez < 40; vez += 1) {
      const inventado = colunasDe(
        Array.from({ length: 30 }, (_, i) => ({ ...base, apoio: `${i}`, codigo: 1 + Math.floor(source() * 5), data: civilDe(inicio + Math.floor(source() * 1200)), modalidade: source() < 0.5 ? ("presencial" as const) : ("nao-presencial" as const) })),
      ).colunas;
      const dias = Int32Array.from({ length: 12 }, () => inicio + Math.floor(source() * 1500)).sort();
      const curva = curvaDoMinimo({ ...pedido, colunas: inventado, hoje: inicio + 2000 }, dias);
      for (const regra of REGRAS) {
        const pelaLista = [...dias].map((dia) => calcularMinimo({ ...pedido, colunas: inventado, hoje: dia, regra }).porEstado["em-dia"]);
        expect([...curva.emDia[regra]]).toEqual(pelaLista);
      }
    }
  });
});

describe("a day moved by months", () => {
  it("is the one that civil dates give", () => {
    for (let dia = diaDe("2019-12-25"); dia < diaDe("2024-03-05"); dia += 1) {
      for (const meses of [-12, 1, 12]) expect(civilDe(maisMeses(dia, meses))).toBe(addMonths(civilDe(dia), meses));
    }
    expect(civilDe(ultimoDiaDoMes(mesDoDia(diaDe("2024-02-10"))))).toBe("2024-02-29");
  });
});
