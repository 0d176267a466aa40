import { describe, expect, it } from "vitest";
import { leituraBarras, linhasPorCategoria, linhasPorRegiao, SEM_REGIAO } from "../../../../src/views/denuncias/volume/barras.ts";
import { lerContagens, type LinhaContada } from "../../../../src/views/denuncias/volume/contagens.ts";
import { leituraMeses, linhasPorMes } from "../../../../src/views/denuncias/volume/meses.ts";
import { fonteDaPopulacao, referenciaDe, registroDe } from "../../../../src/views/denuncias/volume/recorte.ts";
import {
  anosDoCenso,
  camadaTaxa,
  codigosFora,
  leituraTaxa,
  linhasPorMunicipio,
} from "../../../../src/views/denuncias/volume/taxa.ts";
import { EXTRATO, municipio, REGISTRO } from "./amostras.ts";

const A = municipio(5100001, "Alfa", 510001, 10_000);
const B = municipio(5100002, "Beta", 510001, 40_000);
const C = municipio(5100003, "Gama", 510002, 5_000);
const SEM_POPULACAO = municipio(5100004, "Nova", null, null);
const TODOS = [A, B, C, SEM_POPULACAO];

const nbsp = (text: string): string => text.replaceAll("\u00a0", " ");

describe("adding up the answer", () => {
  const linha = (grupo: number, parte: Partial<LinhaContada>, linhas: number, com_aviso = 0): LinhaContada => ({
    grupo,
    mes: null,
    canal: null,
    tema: null,
    situacao: null,
    municipio: null,
    linhas,
    com_aviso,
    ...parte,
  });

  it("a dimension takes the cases that pass everything and those that fail only its own filter", () => {
    const c = lerContagens(
      [linha(0, { canal: "presencial" }, 4), linha(2, { canal: "carta-ar" }, 3), linha(1, { canal: "carta-ar" }, 9)],
      TODOS,
    );
    expect([...c.canal]).toEqual([["presencial", 4], ["carta-ar", 3]]);
  });

  it("months are read from their number", () => {
    expect([...lerContagens([linha(0, { mes: 2026 * 12 + 11 }, 2)], TODOS).mes]).toEqual([["2026-12", 2]]);
  });

  it("the map leaves out the filters of region and municipality, the regions only their own", () => {
    const c = lerContagens(
      [
        linha(0, { municipio: A.codigo }, 1, 1),
        linha(5, { municipio: C.codigo }, 2),
        linha(6, { municipio: B.codigo }, 4),
        linha(11, { municipio: C.codigo }, 8),
      ],
      TODOS,
    );
    expect([...c.municipio]).toEqual([[A.codigo, 1], [C.codigo, 10], [B.codigo, 4]]);
    expect([...c.regiao]).toEqual([[510001, 1], [510002, 2]]);
    expect({ total: c.total, comAviso: c.comAviso }).toEqual({ total: 1, comAviso: 1 });
  });
});

describe("months", () => {
  const casos = new Map([["2026-01", 10], ["2026-02", 30], ["2026-10", 4]]);

  it("a month without any row in the extract is a gap, one whose cases are filtered out is a zero", () => {
    const linhas = linhasPorMes(casos, REGISTRO, "2026-10-31");
    expect(linhas).toHaveLength(10);
    expect(linhas[2]).toEqual({ mes: "2026-03", casos: { ausencia: "sem-dado" }, ateDia: null });
    expect(linhas[3]).toEqual({ mes: "2026-04", casos: { valor: 0 }, ateDia: null });
  });

  it("the last month is incomplete when the reference date falls before its end", () => {
    expect(linhasPorMes(casos, REGISTRO, "2026-10-30").at(-1)?.ateDia).toBe("2026-10-30");
    expect(linhasPorMes(casos, REGISTRO, "2026-10-31").at(-1)?.ateDia).toBeNull();
  });

  it("and when its last complaint is more than a week before its end", () => {
    const antiga = { ...REGISTRO, ultima: "2026-10-23" };
    expect(linhasPorMes(casos, antiga, "2026-12-31").at(-1)?.ateDia).toBe("2026-10-23");
    expect(linhasPorMes(casos, { ...antiga, ultima: "2026-10-24" }, "2026-12-31").at(-1)?.ateDia).toBeNull();
  });

  it("the reading averages whole months only and names the gaps", () => {
    expect(leituraMeses(linhasPorMes(casos, REGISTRO, "2026-10-12"))).toBe(
      "O mês com mais denúncias foi fev. 2026 (30); a média de 3 meses completos é 13,3. " +
        "Out. 2026 só tem dados até 12/10/2026 e não entra na média. " +
        "Sem dado em mar. 2026, mai. 2026, jun. 2026, jul. 2026, ago. 2026 e set. 2026: o extrato não tem nenhuma denúncia nesse tempo.",
    );
  });

  it("an extract without any date has no month", () => {
    expect(linhasPorMes(new Map(), { meses: [], ultima: null }, "2026-10-31")).toEqual([]);
  });
});

describe("bars", () => {
  const ROTULOS = { a: "Primeiro", b: "Segundo", c: "Terceiro" };

  it("keep every category, zeros included, and shares add up to the chart's own total", () => {
    expect(linhasPorCategoria(new Map([["b", 3], ["a", 1]]), ROTULOS, "por-casos")).toEqual([
      { chave: "b", nome: "Segundo", casos: 3, parte: { valor: 75 } },
      { chave: "a", nome: "Primeiro", casos: 1, parte: { valor: 25 } },
      { chave: "c", nome: "Terceiro", casos: 0, parte: { valor: 0 } },
    ]);
  });

  it("states keep the order of the flow, and an unknown id is shown as it is", () => {
    const linhas = linhasPorCategoria(new Map([["c", 9], ["x", 1]]), ROTULOS, "do-fluxo");
    expect(linhas.map(({ nome }) => nome)).toEqual(["Primeiro", "Segundo", "Terceiro", "x"]);
  });

  it("without any case there is no share", () => {
    expect(linhasPorCategoria(new Map(), ROTULOS, "por-casos")[0]?.parte).toEqual({ ausencia: "dados-insuficientes" });
  });

  it("cases of places without a region have a bar of their own, only when there are any", () => {
    const nomes = new Map([[510001, "Cuiabá"]]);
    expect(linhasPorRegiao(new Map([[510001, 2]]), nomes).map(({ chave }) => chave)).toEqual(["510001"]);
    const linhas = linhasPorRegiao(new Map<number | null, number>([[510001, 2], [null, 3], [519999, 1]]), nomes);
    expect(linhas[0]).toMatchObject({ chave: SEM_REGIAO, casos: 4 });
  });

  it("the reading gives counts beside shares", () => {
    expect(nbsp(leituraBarras(linhasPorCategoria(new Map([["b", 3], ["a", 1]]), ROTULOS, "por-casos")))).toBe(
      "Mais frequente: Segundo, 3 de 4 (75,0 %); depois, Primeiro (1).",
    );
    expect(leituraBarras([])).toBe("Nenhuma denúncia com os filtros escolhidos.");
  });
});

describe("rates on the map", () => {
  const casos = new Map([[A.codigo, 2], [B.codigo, 6], [SEM_POPULACAO.codigo, 4]]);
  const linhas = linhasPorMunicipio(TODOS, casos);

  it("no case is a true zero; no population is no rate, its cases kept", () => {
    expect(linhas.map(({ casos: n, taxa }) => [n, taxa])).toEqual([
      [2, { valor: 2 }],
      [6, { valor: 1.5 }],
      [0, { valor: 0 }],
      [4, { ausencia: "sem-dado" }],
    ]);
  });

  it("zeros have a class of their own and the absence is counted", () => {
    const { classes, ausencias } = camadaTaxa(linhas, new Set());
    expect(classes.map(({ rotulo, contagem }) => [rotulo, contagem])).toEqual([
      ["nenhuma denúncia", 1],
      ["1,5", 1],
      ["2,0", 1],
    ]);
    expect(ausencias).toEqual([{ ausencia: "sem-dado", contagem: 1 }]);
  });

  it("with a region chosen the colours stay and the legend counts only that region", () => {
    const fora = codigosFora(TODOS, [510001]);
    expect([...fora]).toEqual([C.codigo, SEM_POPULACAO.codigo]);
    const layer = camadaTaxa(linhas, fora);
    expect(layer.classes.map(({ contagem }) => contagem)).toEqual([0, 1, 1]);
    expect(layer.classe).toEqual(camadaTaxa(linhas, new Set()).classe);
  });

  it("a map without any case has one class", () => {
    const { classes } = camadaTaxa(linhasPorMunicipio([A, B], new Map()), new Set());
    expect(classes.map(({ rotulo, contagem }) => [rotulo, contagem])).toEqual([["nenhuma denúncia", 2]]);
  });

  it("the reading names the highest rates only among places with five cases or more", () => {
    expect(leituraTaxa(linhas)).toBe(
      "As maiores taxas, entre os municípios com 5 casos ou mais, são de Beta (1,5; 6 casos). 1 município sem nenhuma denúncia.",
    );
    expect(leituraTaxa(linhas.slice(0, 1))).toBe("Nenhum município tem 5 casos ou mais: as taxas dizem pouco.");
  });

  it("names the census of the populations", () => {
    expect(anosDoCenso(TODOS)).toBe("Censo 2022");
    expect(anosDoCenso([SEM_POPULACAO])).toBe("ano não informado");
  });
});

describe("the question the page asks", () => {
  it("takes its reference date from the link, the user's own extract, or the bundled data, in this order", () => {
    const proprio = { ...EXTRATO, demonstracao: false, fim: "2027-02-03" };
    expect(referenciaDe({ em: "2026-05-01" }, proprio, "2026-10-31")).toBe("2026-05-01");
    expect(referenciaDe({ em: null }, proprio, "2026-10-31")).toBe("2027-02-03");
    expect(referenciaDe({ em: null }, { ...proprio, fim: null }, "2026-10-31")).toBe("2026-10-31");
    expect(referenciaDe({ em: null }, EXTRATO, "2026-10-31")).toBe("2026-10-31");
  });

  it("an empty extract has no month and no row", () => {
    expect(registroDe(EXTRATO, { linhas: null, meses: null, ultima: null }, { semPrincipal: 0 })).toMatchObject({
      linhas: 0,
      meses: [],
      ultima: null,
    });
  });

  it("names the published source of populations only while the bundled table is in use", () => {
    const fonte = { id: "ibge-censo-2022", nome: "Censo Demográfico 2022", orgao: "IBGE", url: null, licenca: "", referencia: "2022", nota: "" };
    const incluido = { ...EXTRATO, id: "municipios" as const };
    const snapshot = { fontes: [fonte], extratos: [incluido] };
    expect(fonteDaPopulacao(snapshot, [incluido])).toBe(fonte);
    expect(fonteDaPopulacao(snapshot, [{ ...incluido, origem: "meus.csv" }])).toBeNull();
  });
});
