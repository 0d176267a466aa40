import { describe, expect, it } from "vitest";
import { planejar } from "../../../src/core/visitas/planejar.ts";
import { planoCsv } from "../../../src/data/visitas/plan-csv.ts";
import { planFileText, readPlanFile, type SeloDoPlano } from "../../../src/data/visitas/plan-file.ts";
import { A, B, BASE, C, entrada, EQUIPE, MUNICIPIOS } from "../../core/visitas/linha-do-equador.ts";

const SELO: SeloDoPlano = {
  territorio: "RO",
  metodo: { nome: "Método", sha256: "a".repeat(64) },
  dados: { sha256: "b".repeat(64) },
  demonstracao: true,
  interno: false,
};
const ENTRADA = entrada();
const PLANO = planejar(ENTRADA);
/** B is required; C is required too and does not fit with it. */
const EXIGIDA = entrada({}, { municipios: MUNICIPIOS.map((municipio) => (municipio.codigo === B || municipio.codigo === C ? { ...municipio, exigido: true } : municipio)) });
const COM_EXIGIDOS = planejar(EXIGIDA);

function mudado(muda: (arquivo: Record<string, unknown>) => void): string {
  const arquivo = JSON.parse(planFileText(PLANO, ENTRADA, SELO)) as Record<string, unknown>;
  muda(arquivo);
  return JSON.stringify(arquivo);
}

describe("a plan's file", () => {
  it("comes back as it was written, and is written again to the same letter", () => {
    const texto = planFileText(PLANO, ENTRADA, { ...SELO, interno: true }, { sequencia: 3 });
    const { arquivo, problemas } = readPlanFile(texto);
    expect(problemas).toEqual([]);
    expect(arquivo).toEqual({ ...SELO, interno: true, hoje: "2026-12-01", ajustes: ENTRADA.ajustes, matriz: null, plano: PLANO, calendario: { sequencia: 3 } });
    expect(planFileText(PLANO, ENTRADA, { ...SELO, interno: true }, { sequencia: 3 })).toBe(texto);
  });

  it("has its members in order, so that two files can be compared line by line", () => {
    const texto = planFileText(PLANO, ENTRADA, SELO);
    const nomes = Object.keys(JSON.parse(texto) as object);
    expect(nomes).toEqual(nomes.toSorted());
    expect(texto.endsWith("}\n")).toBe(true);
  });

  it("for others tells neither who is required nor what lets somebody guess", () => {
    expect(COM_EXIGIDOS.naoAtendidas).toHaveLength(1);
    const texto = planFileText(COM_EXIGIDOS, EXIGIDA, SELO);
    expect(texto).not.toContain("exigido");
    const { arquivo } = readPlanFile(texto);
    expect(arquivo?.plano.naoAtendidas).toEqual([]);
    expect(arquivo?.plano.viagens.flatMap(({ paradas }) => paradas.map(({ motivo }) => motivo.tipo))).not.toContain("exigido");
    // The seal is the one of the input with nobody required.
    expect(arquivo?.plano.entrada).toBe(PLANO.entrada);
    expect(arquivo?.plano.entrada).not.toBe(COM_EXIGIDOS.entrada);
  });

  it("for internal use tells both", () => {
    const { arquivo } = readPlanFile(planFileText(COM_EXIGIDOS, EXIGIDA, { ...SELO, interno: true }));
    expect(arquivo?.plano).toEqual(COM_EXIGIDOS);
    expect(arquivo?.interno).toBe(true);
  });

  it("that is another thing is refused with what to do", () => {
    const primeiro = (texto: string): string => {
      const { arquivo, problemas } = readPlanFile(texto);
      expect(arquivo).toBeNull();
      return problemas[0]?.mensagem ?? "";
    };
    expect(primeiro("x")).toMatch(/^O arquivo não é um JSON que se possa ler/);
    expect(primeiro("7")).toBe("O arquivo não tem um plano de visitas.");
    expect(primeiro("{}")).toBe("O arquivo não é um plano de visitas.");
    expect(primeiro(mudado((arquivo) => (arquivo["versao"] = 2)))).toBe("O arquivo é de outra versão do plano.");
    expect(primeiro(mudado((arquivo) => delete arquivo["ajustes"]))).toBe("Falta o campo ajustes.");
    expect(primeiro(mudado((arquivo) => (arquivo["hoje"] = "ontem")))).toBe("O campo hoje não tem o que um plano tem ali.");
    expect(primeiro(mudado((arquivo) => (arquivo["a mais"] = 1)))).toMatch(/^O campo a mais/);
    expect(primeiro(mudado(({ plano }) => ((plano as { viagens: { paradas: unknown[] }[] }).viagens[0] ?? { paradas: [] }).paradas.splice(0)))).toMatch(/plano\.viagens\[0\]\.paradas/);
  });
});

describe("a plan as CSV", () => {
  const municipios = MUNICIPIOS.map(({ codigo, porte }) => ({
    codigo,
    nome: { [BASE]: "Base", [A]: "=Alfa", [B]: 'Beta "B", a', [C]: "Gama" }[codigo] ?? "",
    regiaoImediata: { codigo: 110001, nome: "Região" },
    porte,
  }));

  it("has the visits in order, then who is not planned and why", () => {
    const linhas = planoCsv(PLANO, { municipios, interno: false, demonstracao: false }).split("\n");
    expect(linhas[0]).toMatch(/^planejado,codigo,municipio,regiao,porte,prioridade,equipe,/);
    expect(linhas[1]).toMatch(/^sim,(1100001|1100003),/);
    expect(linhas.find((linha) => linha.startsWith(`sim,${C}`))).toMatch(
      new RegExp(`^sim,${C},Gama,Região,pequeno-1,45\\.00,${EQUIPE},1,${EQUIPE}/2027-01-04,[12],2027-01-0[45],2027-01-0[56],1,2027-01-04,2027-01-06,3,444\\.8,2026-12-24,2ª maior prioridade,nao,nao$`),
    );
    expect(linhas[3]).toBe(`nao,${BASE},Base,Região,grande,,,,,,,,,,,,,,sem nota,nao,nao`);
    expect(linhas[4]).toMatch(new RegExp(`^nao,${B},"Beta ""B"", a",Região,pequeno-2,`));
    expect(linhas).toHaveLength(6);
    for (const linha of [linhas[0], linhas[3]]) expect(linha?.split(",")).toHaveLength(21);
  });

  it("never lets a spreadsheet run a name", () => {
    expect(planoCsv(PLANO, { municipios, interno: false, demonstracao: false })).toContain(`,'=Alfa,`);
  });

  it("tells who is required only for internal use", () => {
    const interno = planoCsv(COM_EXIGIDOS, { municipios, interno: true, demonstracao: true });
    expect(interno).toContain("visita exigida");
    expect(interno.trimEnd().split("\n").slice(1).every((linha) => linha.endsWith(",sim,sim"))).toBe(true);
    const publico = planoCsv(COM_EXIGIDOS, { municipios, interno: false, demonstracao: false });
    expect(publico).not.toContain("exigid");
    expect(publico).toContain("planejado,nao,nao\n");
  });
});
