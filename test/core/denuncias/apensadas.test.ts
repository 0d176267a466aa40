import { describe, expect, it } from "vitest";
import { resolverApensadas } from "../../../src/core/denuncias/apensadas.ts";
import { SEM_CODIGO, SEM_DIA } from "../../../src/core/denuncias/passos.ts";
import { INCONSISTENCIAS } from "../../../src/core/denuncias/reproducao.ts";
import { reproduzir } from "../../../src/core/denuncias/reproduzir.ts";
import { casosDe, dia } from "./casos.ts";
import { DIA_ZERO, resultado } from "./ler-traco.ts";

/** Registered on consecutive days, unless said otherwise. */
function resolver(principal: readonly number[], registro: readonly number[] = principal.map((_, i) => i)): [number[], (string | null)[]] {
  const casos = { n: principal.length, principal: Int32Array.from(principal), registro: Int32Array.from(registro) };
  const { contaPor, problema } = resolverApensadas(casos, 0, 1000);
  return [[...contaPor], Array.from(problema, (codigo) => (codigo === SEM_CODIGO ? null : (INCONSISTENCIAS[codigo] ?? "?")))];
}

describe("resolverApensadas", () => {
  it("counts an apensada through its main case", () => {
    expect(resolver([-1, 0, 0])).toEqual([
      [-1, 0, 0],
      [null, null, null],
    ]);
  });

  it("follows the chain to its end, wherever the walk starts", () => {
    expect(resolver([-1, 0, 1, 2])[0]).toEqual([-1, 0, 0, 0]);
    expect(resolver([1, 2, 3, -1], [3, 2, 1, 0])[0]).toEqual([3, 3, 3, -1]);
    // 0 is walked first and stops at the chain that 2 belongs to.
    expect(resolver([2, -1, 1, 0], [2, 0, 1, 3])[0]).toEqual([1, -1, 1, 1]);
  });

  it("does not take a case for apensada to itself", () => {
    expect(resolver([0, 0])).toEqual([
      [-1, 0],
      [null, null],
    ]);
  });

  it("lets each case of a circle, or of a chain that leads into one, count by itself", () => {
    const circulo = "apensada-em-circulo";
    expect(resolver([1, 0])).toEqual([
      [-1, -1],
      [circulo, circulo],
    ]);
    expect(resolver([3, 0, 1, 1, -1])).toEqual([
      [-1, -1, -1, -1, -1],
      [circulo, circulo, circulo, circulo, null],
    ]);
    expect(resolver([1, 2, 1])[1]).toEqual([circulo, circulo, circulo]);
  });

  it("lets one whose main protocol is missing count by itself, and others through it", () => {
    expect(resolver([-2, 0])).toEqual([
      [-1, 0],
      ["apensada-sem-principal", null],
    ]);
  });

  it("tells the one registered before the case it is apensada to, and counts it through it all the same", () => {
    expect(resolver([-1, 0], [5, 4])).toEqual([
      [-1, 0],
      [null, "apensada-a-mais-nova"],
    ]);
    expect(resolver([-1, 0], [5, 5])[1]).toEqual([null, null]);
  });

  it("does not compare a day that is absent or not possible", () => {
    for (const impossivel of [SEM_DIA, -1, 1001]) {
      expect(resolver([-1, 0], [impossivel, 4])[1]).toEqual([null, null]);
      expect(resolver([-1, 0], [5, impossivel])[1]).toEqual([null, null]);
    }
  });

  it("follows a chain of a hundred thousand cases", () => {
    const n = 100_000;
    const [contaPor] = resolver(Array.from({ length: n }, (_, i) => (i === n - 1 ? -1 : i + 1)));
    expect(contaPor.filter((caso) => caso === n - 1)).toHaveLength(n - 1);
  });
});

describe("reproduzir, with apensadas", () => {
  const hoje = dia(DIA_ZERO) + 100;
  const resultados = (lista: Parameters<typeof casosDe>[0]): string[] => {
    const reproducao = reproduzir(casosDe(lista), hoje);
    return lista.map((_, caso) => resultado(reproducao, caso));
  };

  it("gives an apensada no state but its main case's", () => {
    expect(
      resultados([
        { registro: "2025-10-01", eventos: [["arquivamento", "2025-10-05", "falta-de-provas"]] },
        { registro: "2025-10-02", principal: 0, situacao: 9 },
      ]),
    ).toEqual(["arquivada, ninguem, 4", "apensada, principal"]);
  });

  it("tells what is wrong with the days of an apensada, not what it lacks", () => {
    expect(
      resultados([
        { registro: "2025-10-01" },
        {
          registro: "2025-10-02",
          principal: 0,
          eventos: [
            ["manifestacao", "2025-10-01"],
            ["resposta", null],
          ],
        },
      ])[1],
    ).toBe("apensada, principal; antes-do-registro:M sem-data:P");
  });

  it("replays by themselves those whose main case cannot be found", () => {
    expect(
      resultados([
        { registro: "2025-10-01", principal: -2, eventos: [["notificacao", "2025-10-03", null, "linha"]] },
        { registro: "2025-10-01", principal: 2 },
        { registro: "2025-10-02", principal: 1 },
      ]),
    ).toEqual([
      "aguardando-manifestacao, municipio; apensada-sem-principal",
      "registrada, ouvidoria; apensada-em-circulo",
      "registrada, ouvidoria; apensada-em-circulo",
    ]);
  });
});
