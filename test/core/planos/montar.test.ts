import { describe, expect, it } from "vitest";
import { registro, type Registro } from "../../../src/core/mescla/index.ts";
import { contarPlanos, conferirPlanos, planosDasLinhas, planosDosRegistros, PROBLEMA_TEXTO, PROBLEMAS_DOS_PLANOS } from "../../../src/core/planos/index.ts";
import { A, B, CODIGOS, HOJE, linha, LINHAS } from "./caso.ts";

const id = (tipo: string, n: number): string => `${tipo}-${String(n).padStart(32, "0")}`;
const PLANO = registro(id("plano", 1), { municipio: A, especie: "providencias", dificuldade: "Sem sala", origem: "monitoramento", inicio: "2026-01-01" });
const ACAO = registro(id("acao", 1), { plano: PLANO.id, acao: "Alugar sala", orgao: "Secretaria municipal", prazo: "2026-02-01" });

describe("rows of the extract", () => {
  it("become one plan a number and municipality, with every action", () => {
    const { planos, problemas } = planosDasLinhas(LINHAS);
    expect(planos.map(({ numero, municipio, acoes }) => `${numero ?? ""} ${municipio - A} ${acoes.length}`)).toEqual(["P1 0 3", "P2 0 2", "P3 1 2", "E1 1 2", "P4 2 1"]);
    expect(problemas).toEqual([]);
  });

  it("of one number in two municipalities are two plans, and a problem that says where", () => {
    const { planos, problemas } = planosDasLinhas([linha("P", A, "1"), linha("P", B, "2")]);
    expect(planos.map(({ municipio, acoes }) => [municipio, acoes.length])).toEqual([
      [A, 1],
      [B, 1],
    ]);
    expect(problemas).toEqual([{ codigo: "plano-em-dois-municipios", municipio: B, plano: "P", acao: "2", descricao: "Publicar o edital", dado: null }]);
  });

  it("that disagree leave the first one standing, and say in what", () => {
    const { planos, problemas } = planosDasLinhas([linha("P", A, "1"), linha("P", A, "2", { especie: "apoio", inicio: null })]);
    expect(planos[0]).toMatchObject({ especie: "providencias", inicio: "2025-06-01" });
    expect(problemas.map(({ codigo, acao, dado }) => [codigo, acao, dado])).toEqual([
      ["plano-diverge", "2", "espécie"],
      ["plano-diverge", "2", "início"],
    ]);
  });

  it("of a kind the contract does not have are refused", () => {
    expect(() => planosDasLinhas([linha("P", A, "1", { especie: "outro" })])).toThrow(RangeError);
  });

  it("lose no action, in any order", () => {
    const ids = (linhas = LINHAS): string[] => planosDasLinhas(linhas).planos.flatMap(({ acoes }) => acoes.map((acao) => acao.id)).sort();
    expect(ids()).toHaveLength(LINHAS.length);
    expect(ids([...LINHAS].reverse())).toEqual(ids());
  });
});

describe("records of the work", () => {
  it("become plans of the same kind", () => {
    const { planos, problemas } = planosDosRegistros([ACAO, PLANO]);
    expect(problemas).toEqual([]);
    expect(planos).toEqual([
      {
        id: PLANO.id,
        numero: null,
        municipio: A,
        especie: "providencias",
        dificuldade: "Sem sala",
        origem: "monitoramento",
        inicio: "2026-01-01",
        aprovacaoCmas: null,
        pactuacaoCib: null,
        fonte: "trabalho",
        acoes: [{ id: ACAO.id, descricao: "Alugar sala", orgao: "Secretaria municipal", prazo: "2026-02-01", evidencia: null, conclusao: null }],
      },
    ]);
    expect(contarPlanos(planos, HOJE)[0]).toMatchObject({ situacao: "em-andamento", atrasadas: 1, maiorAtraso: 28 });
  });

  it("without their plan, or with one taken out, are an action without a plan", () => {
    const retirado: Registro = { ...PLANO, removido: true, campos: {} };
    for (const registros of [[ACAO], [ACAO, retirado]]) {
      const { planos, problemas } = planosDosRegistros(registros);
      expect(planos).toEqual([]);
      expect(problemas.map(({ codigo, acao, municipio }) => [codigo, acao, municipio])).toEqual([["ligacao-sem-registro", ACAO.id, null]]);
    }
  });

  it("taken out are nowhere", () => {
    expect(planosDosRegistros([PLANO, { ...ACAO, removido: true, campos: {} }]).planos[0]?.acoes).toEqual([]);
  });
});

describe("what does not fit", () => {
  const conferir = (...linhas: readonly ReturnType<typeof linha>[]) =>
    conferirPlanos(planosDasLinhas(linhas).planos, HOJE, new Set(CODIGOS)).map(({ codigo, acao, dado }) => [codigo, acao === null ? "plano" : "acao", dado]);

  it("is nothing in the rows that fit", () => {
    expect(conferir(...LINHAS)).toEqual([]);
  });

  it.each([
    ["a deadline before its plan", { prazo: "2025-05-31" }, [["prazo-antes-do-plano", "acao", "2025-05-31"]]],
    ["no deadline on the first day", { prazo: "2025-06-01" }, []],
    ["a done date in the future", { conclusao: "2026-03-02", evidencia: "Ata" }, [["conclusao-no-futuro", "acao", "2026-03-02"]]],
    ["done before the plan", { conclusao: "2025-05-31", evidencia: "Ata" }, [["conclusao-antes-do-plano", "acao", "2025-05-31"]]],
    ["done with nothing to show", { conclusao: "2025-12-01" }, [["conclusao-sem-evidencia", "acao", "2025-12-01"]]],
    ["no start to compare with", { inicio: null, prazo: "2020-01-01" }, []],
    ["an approval to come", { aprovacaoCmas: "2026-03-02", pactuacaoCib: null }, [["aprovacao-no-futuro", "plano", "2026-03-02"]]],
    ["a pact to come", { pactuacaoCib: "2026-03-02" }, [["pactuacao-no-futuro", "plano", "2026-03-02"]]],
    ["pacted before approved", { aprovacaoCmas: "2025-08-02" }, [["pactuacao-antes-da-aprovacao", "plano", "2025-08-01"]]],
    ["pacted and never approved", { aprovacaoCmas: null }, [["pactuacao-antes-da-aprovacao", "plano", "2025-08-01"]]],
    ["a Plano de Apoio, which is not approved", { especie: "apoio", aprovacaoCmas: null }, []],
  ])("finds %s", (_, resto, esperado) => {
    expect(conferir(linha("P", A, "1", resto))).toEqual(esperado);
  });

  it("takes what the user wrote after the day of the data for done, up to the day of the work", () => {
    const planos = planosDosRegistros([PLANO, registro(ACAO.id, { ...ACAO.campos, conclusao: "2026-03-02", evidencia: "Ata" })]).planos;
    const futuras = (dia: string): string[] => conferirPlanos(planos, HOJE, new Set(CODIGOS), dia).map(({ codigo }) => codigo).filter((codigo) => codigo === "conclusao-no-futuro");
    expect([HOJE, "2026-03-02"].map(futuras)).toEqual([["conclusao-no-futuro"], []]);
    const doArquivo = planosDasLinhas([linha("P", A, "1", { conclusao: "2026-03-02", evidencia: "Ata" })]).planos;
    expect(conferirPlanos(doArquivo, HOJE, new Set(CODIGOS), "2026-03-02").map(({ codigo }) => codigo)).toEqual(["conclusao-no-futuro"]);
  });

  it("finds a municipality that is not in the list", () => {
    expect(conferir(linha("P", 9999999, "1"))).toEqual([["municipio-desconhecido", "plano", "9999999"]]);
  });

  it("finds a plan without actions", () => {
    expect(conferirPlanos(planosDosRegistros([PLANO]).planos, HOJE, new Set(CODIGOS)).map(({ codigo }) => codigo)).toEqual(["plano-sem-acoes"]);
  });

  it("has words and a fix for each kind", () => {
    for (const codigo of PROBLEMAS_DOS_PLANOS) expect(PROBLEMA_TEXTO[codigo].conserto).toMatch(/^\p{Lu}.*\.$/u);
  });
});
