import { describe, expect, it } from "vitest";
import { readMunicipios } from "../../../scripts/extracts/snapshot.ts";
import type { Ajustes } from "../../../src/core/visitas/ajustes.ts";
import { parseVisitasDoTerritorio, visitasSemArquivo } from "../../../src/data/visitas/padrao.ts";
import { ajustesFileText, readAjustes, readAjustesValue, type ContextoDosAjustes } from "../../../src/data/visitas/parse.ts";
import { A, AJUSTES, B, BASE, C, EQUIPE, MUNICIPIOS } from "../../core/visitas/linha-do-equador.ts";
import { dataRows, dataText } from "../folder.ts";
import { schemaErrors } from "../metodo/json-schema.ts";

const CONTEXTO: ContextoDosAjustes = {
  municipios: MUNICIPIOS.map(({ codigo, regiao, porte, sede }) => ({
    codigo,
    nome: { [BASE]: "Base", [A]: "Alfa", [B]: "Beta", [C]: "Gama" }[codigo] ?? "",
    regiaoImediata: regiao === null ? null : { codigo: regiao, nome: "Região" },
    porte,
    sede,
  })),
  feriados: ["2027-01-01"],
};

/** First problem of the settings with some members changed: place, what happened and what to do. */
function recusa(mudados: Readonly<Record<string, unknown>>): string {
  const { problemas } = readAjustesValue({ ...AJUSTES, ...mudados }, CONTEXTO);
  const [primeiro] = problemas;
  return primeiro === undefined ? "aceitos" : `${primeiro.caminho}: ${primeiro.mensagem} ${primeiro.conserto}`;
}

describe("the territory's own settings", () => {
  const SCHEMA = JSON.parse(dataText("visitas.schema.json")) as Parameters<typeof schemaErrors>[0];
  const valor = JSON.parse(dataText("visitas.json")) as { readonly ajustes: Ajustes };

  it("are read, fit their schema and their municipalities", () => {
    expect(schemaErrors(SCHEMA, valor)).toEqual([]);
    const visitas = parseVisitasDoTerritorio(valor);
    const municipios = readMunicipios(dataRows("municipios.csv"));
    expect(readAjustesValue(visitas.ajustes, { municipios, feriados: [] }).problemas).toEqual([]);
    expect(visitas.ajustes.desvio.regioes).toHaveLength(new Set(municipios.flatMap(({ regiaoImediata }) => regiaoImediata?.codigo ?? [])).size);
  });

  it("say of every note what setting it is of, and where an estimate is one", () => {
    const { ajustes, notas } = parseVisitasDoTerritorio(valor);
    for (const { campo, fonte, estimada } of notas) {
      expect(Object.keys(ajustes), campo).toContain(campo.split(".")[0]);
      expect(estimada || fonte !== null || campo === "iteracoes", campo).toBe(true);
    }
  });

  it("are refused with the place that does not fit", () => {
    expect(() => parseVisitasDoTerritorio({ ...valor, ajustes: { ...valor.ajustes, trimestres: 9 } })).toThrow(/visitas\.json: em ajustes\.trimestres/);
    expect(() => parseVisitasDoTerritorio({})).toThrow(/visitas\.json/);
  });

  it("are plain estimates where the folder says nothing", () => {
    const { ajustes } = visitasSemArquivo(BASE, "2027-01-01");
    expect(readAjustesValue(ajustes, CONTEXTO).problemas).toEqual([]);
    expect(schemaErrors({ ...SCHEMA, $ref: "#/$defs/ajustes", type: "object", properties: {}, required: [], additionalProperties: true }, ajustes, SCHEMA)).toEqual([]);
  });
});

describe("a settings file", () => {
  it("comes back as it was written", () => {
    expect(readAjustes(ajustesFileText(AJUSTES), CONTEXTO)).toEqual({ ajustes: AJUSTES, problemas: [] });
    expect(readAjustes(`\ufeff${ajustesFileText(AJUSTES)}`, CONTEXTO).ajustes).toEqual(AJUSTES);
  });

  it("that is no JSON, no settings or another version is refused whole", () => {
    expect(readAjustes("{", CONTEXTO).problemas[0]?.mensagem).toMatch(/^O arquivo não é um JSON que se possa ler/);
    expect(readAjustes("[]", CONTEXTO).problemas[0]?.mensagem).toBe("O arquivo não tem ajustes.");
    expect(readAjustes("{}", CONTEXTO).problemas[0]?.mensagem).toBe("O arquivo não diz a versão dos ajustes.");
    expect(recusa({ versao: 2 })).toMatch(/^versao: O arquivo é de outra versão/);
    expect(readAjustes(" ".repeat(1_000_001), CONTEXTO).problemas[0]?.mensagem).toBe("O arquivo é grande demais para ser de ajustes.");
  });

  it("is strict about members and values", () => {
    expect(recusa({ outro: 1 })).toBe("outro: Os ajustes não têm este campo. Tire o campo, ou confira o nome dele.");
    expect(recusa({ velocidade: undefined })).toMatch(/^velocidade: Falta este campo\./);
    expect(recusa({ diasPorEquipe: 0 })).toBe("diasPorEquipe: O valor 0 não serve aqui. Escreva quantos dias úteis cada equipe fica fora por trimestre, de 1 a 66.");
    expect(recusa({ diasPorViagem: 11 })).toMatch(/de 1 a 10 dias úteis/);
    expect(recusa({ duracao: { ...AJUSTES.duracao, medio: 1.1 } })).toMatch(/^duracao\.medio: .*quartos de dia/);
    expect(recusa({ bases: [] })).toMatch(/^bases: .*pelo menos uma base/);
    expect(recusa({ inicio: "2027-02-30" })).toMatch(/^inicio: .*exista no calendário/);
    expect(recusa({ desvio: { padrao: 0.9, regioes: [] } })).toMatch(/nunca é mais curta que a linha reta/);
    expect(recusa({ mesesProibidos: [{ regiao: 110001, meses: [1, 1] }] })).toMatch(/cada mês uma vez só/);
    expect(recusa({ cotas: [{ grupo: "cor", id: 1, minimo: 1 }] })).toMatch(/^cotas\[0\]\.grupo/);
  });

  it("keeps a base in the list, with a seat, once", () => {
    expect(recusa({ bases: [{ codigo: 9999999, equipes: 1 }] })).toBe("bases[0].codigo: A base não está na lista de municípios. Escolha como base um município da lista.");
    expect(recusa({ bases: [{ codigo: BASE, equipes: 1 }, { codigo: BASE, equipes: 2 }] })).toMatch(/^bases\[1\]\.codigo: A base aparece duas vezes/);
  });

  it("keeps quotas within the municipalities there are", () => {
    expect(recusa({ cotas: [{ grupo: "porte", id: "pequeno-1", minimo: 3 }] })).toBe(
      "cotas[0].minimo: A cota pede 3 municípios de um grupo que tem 2. Escreva até 2.",
    );
    expect(recusa({ cotas: [{ grupo: "regiao", id: 999999, minimo: 1 }] })).toMatch(/Nenhum município é desta região/);
    expect(recusa({ cotas: [{ grupo: "porte", id: "grande", minimo: 1 }, { grupo: "porte", id: "grande", minimo: 1 }] })).toMatch(/duas cotas/);
  });

  it("keeps fixed dates on working days of the plan", () => {
    const trava = (data: string, mais = {}): string => recusa({ travas: [{ codigo: A, tipo: "dentro", data, ...mais }] });
    expect(trava("2027-01-04")).toBe("aceitos");
    expect(trava("2027-01-01")).toMatch(/01\/01\/2027 é feriado ou dia sem viagem\. Escolha um dia útil\./);
    expect(trava("2027-01-02")).toMatch(/02\/01\/2027 é fim de semana/);
    expect(trava("2027-04-01")).toMatch(/fora do plano, que vai de 01\/01\/2027 a 31\/03\/2027/);
    expect(trava("2027-01-04", { trimestre: 2 })).toMatch(/O plano tem 1 trimestre/);
  });

  it("keeps locks from contradicting each other", () => {
    expect(recusa({ travas: [{ codigo: A, tipo: "dentro" }, { codigo: A, tipo: "fora" }] })).toMatch(/^travas\[1\]: Alfa está travado dentro e fora do plano ao mesmo tempo\./);
    expect(recusa({ travas: [{ codigo: A, tipo: "fora", trimestre: 1 }] })).toMatch(/Alfa está fora do plano e tem equipe, trimestre ou data/);
    expect(recusa({ travas: [{ codigo: A, tipo: "dentro", equipe: `${BASE}-2` }] })).toMatch(/Não há a equipe 1100000-2/);
    expect(recusa({ travas: [{ codigo: 9999999, tipo: "fora" }] })).toMatch(/O município 9999999 não está na lista/);
    const viagem = { equipe: EQUIPE, inicio: "2027-01-04", municipios: [A] };
    expect(recusa({ viagensTravadas: [viagem], travas: [{ codigo: A, tipo: "fora" }] })).toMatch(/travado fora do plano e numa viagem travada/);
    expect(recusa({ viagensTravadas: [viagem, { ...viagem, inicio: "2027-02-01" }] })).toMatch(/Alfa está em duas viagens travadas/);
    expect(recusa({ viagensTravadas: [{ ...viagem, inicio: "2027-01-03" }] })).toMatch(/não é um dia útil do plano/);
  });

  it("keeps weights, terms and days in order", () => {
    expect(recusa({ trimestres: 2, pesoDoTrimestre: [1] })).toBe("pesoDoTrimestre: Há 2 trimestres e só 1 peso. Escreva um peso por trimestre.");
    expect(recusa({ pesoDoTrimestre: [1, 1.2] })).toMatch(/não pode ser maior que o do anterior/);
    expect(recusa({ prazoDiarias: { uteis: 5, comPassagem: 4 } })).toMatch(/menor que o sem passagem \(5\)/);
    expect(recusa({ diasPorViagem: 4 })).toMatch(/mais dias que os 3 da equipe/);
    expect(recusa({ reserva: 5 })).toMatch(/mais municípios do que os 4 que há/);
    expect(recusa({ comPassagem: [1] })).toMatch(/^comPassagem\[0\]/);
    expect(recusa({ desvio: { padrao: 1.3, regioes: [{ regiao: 110001, fator: 2 }, { regiao: 110001, fator: 3 }] } })).toMatch(/A região aparece duas vezes/);
  });
});
