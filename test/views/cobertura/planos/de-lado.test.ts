import { describe, expect, it } from "vitest";
import { deLadoEntre } from "../../../../src/views/cobertura/planos/use-dividas.ts";

describe("what the state owes", () => {
  const planos = (demonstracao: boolean) => ({ ha: true, demonstracao });

  it("leaves the demonstration's part aside, whichever it is", () => {
    expect(deLadoEntre(planos(true), { ha: true, demonstracao: false })).toBe("planos");
    expect(deLadoEntre(planos(false), { ha: true, demonstracao: true })).toBe("apoio");
  });

  it("leaves nothing aside where both are of one kind, or one is not there", () => {
    expect(deLadoEntre(planos(true), { ha: true, demonstracao: true })).toBeNull();
    expect(deLadoEntre(planos(false), { ha: true, demonstracao: false })).toBeNull();
    expect(deLadoEntre({ ha: false, demonstracao: false }, { ha: true, demonstracao: true })).toBeNull();
    expect(deLadoEntre(planos(false), { ha: false, demonstracao: true })).toBeNull();
  });
});
