import { describe, expect, it } from "vitest";
import { artigoDaInconsistencia, INCONSISTENCIA_TEXTO } from "../../../src/core/denuncias/inconsistencias.ts";
import { PASSOS } from "../../../src/core/denuncias/passos.ts";
import { INCONSISTENCIAS } from "../../../src/core/denuncias/reproducao.ts";
import { reproduzir } from "../../../src/core/denuncias/reproduzir.ts";
import { EXIGENCIAS, PRECEDENCIAS } from "../../../src/core/denuncias/sequencia.ts";
import { casosDe, dia } from "./casos.ts";
import { casoDoTraco, DIA_ZERO } from "./ler-traco.ts";
import { TRACOS } from "./tracos.ts";

describe("INCONSISTENCIA_TEXTO", () => {
  it.each(INCONSISTENCIAS)("says of %s what it is and how to mend it, in whole sentences", (codigo) => {
    const { nome, oQueE, conserto } = INCONSISTENCIA_TEXTO[codigo];
    expect(nome).toMatch(/^[A-ZÀ-Ú].*[^.]$/);
    for (const frase of [oQueE, conserto]) expect(frase).toMatch(/^[A-ZÀ-Ú].*\.$/);
    expect(`${nome} ${oQueE} ${conserto}`).not.toMatch(/[a-z]-[a-z]+-[a-z]/);
  });

  it("gives each kind a name of its own", () => {
    expect(new Set(INCONSISTENCIAS.map((codigo) => INCONSISTENCIA_TEXTO[codigo].nome)).size).toBe(INCONSISTENCIAS.length);
  });
});

describe("artigoDaInconsistencia", () => {
  it("names the article of the step that is out of order or missing", () => {
    expect(artigoDaInconsistencia("fora-de-ordem", "relatorio")).toBe("art. 9º");
    expect(artigoDaInconsistencia("fora-de-ordem", "manifestacao")).toBe("art. 7º");
    expect(artigoDaInconsistencia("falta-passo", "analise-preliminar")).toBe("art. 5º, § 2º");
    expect(artigoDaInconsistencia("falta-passo", "desfecho")).toBe("arts. 10 e 11");
  });

  it("has an article for every step that may be out of order or missing", () => {
    const esperados = [
      ...PRECEDENCIAS.map(({ passo }) => artigoDaInconsistencia("fora-de-ordem", passo)),
      ...EXIGENCIAS.map(({ falta }) => artigoDaInconsistencia("falta-passo", falta)),
    ];
    expect(esperados).not.toContain(null);
  });

  it("names the rule on apensadas and none where it is a matter of typing", () => {
    expect(artigoDaInconsistencia("apensada-a-mais-nova", null)).toBe("art. 5º, § 4º");
    expect(artigoDaInconsistencia("dia-no-futuro", "resposta")).toBeNull();
    expect(artigoDaInconsistencia("fora-de-ordem", null)).toBeNull();
  });
});

describe("the traces", () => {
  it("show every inconsistency but those of apensadas", () => {
    const { codigo } = reproduzir(casosDe(TRACOS.map(([traco]) => casoDoTraco(traco))), dia(DIA_ZERO) + 100).inconsistencias;
    const vistos = new Set(Array.from(codigo, (c) => INCONSISTENCIAS[c]));
    expect(INCONSISTENCIAS.filter((nome) => !vistos.has(nome))).toEqual(["apensada-a-mais-nova", "apensada-em-circulo", "apensada-sem-principal"]);
  });

  it("show every step of the norm", () => {
    const casos = casosDe(TRACOS.map(([traco]) => casoDoTraco(traco)));
    expect(new Set(casos.passo).size).toBe(PASSOS.length);
  });
});
