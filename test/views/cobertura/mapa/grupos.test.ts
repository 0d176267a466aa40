import { describe, expect, it } from "vitest";
import { PACTO } from "../../../core/pacto/caso.ts";
import { alturaDoAlcance, valorDoGrupo } from "../../../../src/views/cobertura/mapa/graficos.ts";
import { aparteEmPalavras, leituraGrupos, linhasPorEixo, linhasPorEstrategia } from "../../../../src/views/cobertura/mapa/grupos.ts";

const CONTAGENS = { eventos: 4, municipios: 37, alcances: 51, participantes: null, ultima: "2026-09-10" };

describe("municipalities reached by strategy", () => {
  const linhas = linhasPorEstrategia([{ estrategia: "visita-tecnica", ...CONTAGENS }], 142, PACTO);

  it("keeps the twelve strategies in the norm's order, six on site and six not", () => {
    expect(linhas.map(({ id, grupo }) => [id, grupo])).toEqual([
      ["encontro", "presencial"],
      ["apoio-individualizado", "presencial"],
      ["monitoramento", "presencial"],
      ["seminario-oficina", "presencial"],
      ["visita-tecnica", "presencial"],
      ["outro-evento", "presencial"],
      ["central-relacionamento", "nao-presencial"],
      ["email-telefone-mensagem", "nao-presencial"],
      ["normas-materiais", "nao-presencial"],
      ["videoconferencia", "nao-presencial"],
      ["instrumento-informacional", "nao-presencial"],
      ["sitio-aplicativo", "nao-presencial"],
    ]);
  });

  it("says where the norm names each", () => {
    expect(linhas[2]?.artigos).toBe("arts. 4º, I, c, e 6º, III");
    // "Outros eventos técnicos" is only in art. 6; art. 4 stops at visits.
    expect(linhas[5]?.artigos).toBe("art. 6º, VI");
    expect(linhas[11]?.artigos).toBe("arts. 4º, II, f, e 6º, XII");
  });

  it("gives the share of the municipalities, 37 of 142 being 26.06 %", () => {
    const visita = linhas[4];
    expect(visita?.parte).toEqual({ valor: (100 * 37) / 142 });
    expect(visita && valorDoGrupo(visita)).toBe("37 · 26,1\u00a0%");
    expect(visita?.participantes).toEqual({ ausencia: "sem-dado" });
  });

  it("makes a strategy with nothing held a true zero, said in words", () => {
    const encontro = linhas[0];
    expect(encontro).toMatchObject({ municipios: 0, eventos: 0, parte: { valor: 0 }, ultima: null });
    expect(encontro && valorDoGrupo(encontro)).toBe("0 · nada registrado");
  });

  it("has no share when no municipality is inside the filter", () => {
    expect(linhasPorEstrategia([], 0, PACTO)[0]?.parte).toEqual({ ausencia: "dados-insuficientes" });
  });
});

describe("the reading", () => {
  it("names the widest reach and what had nothing", () => {
    const linhas = linhasPorEixo(
      [
        { eixo: "saas", ...CONTAGENS },
        { eixo: "servicos", ...CONTAGENS, municipios: 60 },
        { eixo: "gestao-suas", ...CONTAGENS, municipios: 1 },
      ],
      142,
      PACTO,
    );
    expect(leituraGrupos(linhas, 142)).toBe(
      "Maior alcance: Serviços socioassistenciais, em 60 de 142 municípios. Sem nada registrado: Benefícios, programas e projetos socioassistenciais.",
    );
  });

  it("says so when nothing at all was held", () => {
    expect(leituraGrupos(linhasPorEixo([], 142, PACTO), 142)).toBe("Nenhum apoio registrado no período com esses filtros.");
  });
});

describe("names of the bars", () => {
  it("stand over the bars where the longest, of about 380 px, would take more than half of the width", () => {
    const eixos = linhasPorEixo([], 142, PACTO);
    expect(alturaDoAlcance(eixos, 608)).toBe(4 * 50);
    expect(alturaDoAlcance(eixos, 900)).toBe(4 * 30);
  });
});

describe("what is of no strategy or eixo of the list", () => {
  it("has no bar, and is said apart", () => {
    const rows = [{ estrategia: "nao-classificado", ...CONTAGENS }];
    expect(linhasPorEstrategia(rows, 142, PACTO).map(({ id }) => id)).not.toContain("nao-classificado");
    expect(aparteEmPalavras(rows, "estratégia")).toBe(" 4 eventos no período têm estratégia que não é da lista e contam à parte.");
    expect(aparteEmPalavras([{ eixo: "nao-classificado", ...CONTAGENS, eventos: 1 }], "eixo")).toBe(" 1 evento no período tem eixo que não é da lista e conta à parte.");
    expect(aparteEmPalavras([{ eixo: "saas", ...CONTAGENS }], "eixo")).toBe("");
  });
});
