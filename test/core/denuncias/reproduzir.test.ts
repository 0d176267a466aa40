import { describe, expect, it } from "vitest";
import { reproduzir } from "../../../src/core/denuncias/reproduzir.ts";
import { casosDe, dia } from "./casos.ts";
import { casoDoTraco, DIA_ZERO, resultado } from "./ler-traco.ts";
import { TRACOS } from "./tracos.ts";

const HOJE = dia(DIA_ZERO) + 100;

describe("reproduzir", () => {
  it.each(TRACOS)("takes %s to %s (%s)", (eventos, esperado) => {
    expect(resultado(reproduzir(casosDe([casoDoTraco(eventos)]), HOJE), 0)).toBe(esperado);
  });
});
