import { describe, expect, it } from "vitest";
import { comoContamosPrazos } from "../../../src/views/metodologia/relogio.ts";

const NORMA = {
  id: "n",
  nomeCurto: "Res. 1/2025",
  titulo: "Fluxo",
  data: "2025-01-01",
  artigos: [
    { ref: "art. 4º", resumo: "Denúncias repetidas são apensadas à mais antiga." },
    { ref: "art. 7º", resumo: "O município tem até 20 dias para se manifestar." },
    { ref: "art. 9º", resumo: "O relatório sai em até 15 dias." },
  ],
};

describe("the clock of complaints on the method page", () => {
  it("cites each article of the territory's own norm that gives a number of days, and no other", () => {
    const [primeiro] = comoContamosPrazos([NORMA]);
    expect(primeiro).toBe(
      "Prazos da apuração, pela Res. 1/2025: art. 7º (O município tem até 20 dias para se manifestar) e art. 9º (O relatório sai em até 15 dias).",
    );
  });

  it("says how a term is counted, where the norm is silent and what an alert is, with or without a norm", () => {
    for (const normas of [[NORMA], []]) {
      const tudo = comoContamosPrazos(normas).join(" ");
      expect(tudo).toContain("O primeiro dia não conta e o último conta");
      expect(tudo).toContain("a página mostra as duas datas");
      expect(tudo).toContain("Kaplan–Meier");
    }
    expect(comoContamosPrazos([]).filter((texto) => texto.startsWith("Alertas:"))).toEqual([
      expect.stringMatching(/de 12 a 24 deles\..*menos de 5 denúncias.*dados insuficientes.*Benjamini e Hochberg.*uso interno\.$/),
    ]);
    expect(comoContamosPrazos([]).join(" ")).not.toContain("Prazos da apuração, pela");
  });
});
