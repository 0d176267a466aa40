import { describe, expect, it } from "vitest";
import {
  achatar,
  CAMPOS,
  conferirRegistros,
  idDaChave,
  isIgual,
  lapide,
  mesclar,
  novoId,
  registro,
  resolver,
  textoCanonico,
  tipoDoId,
  TIPOS,
  versaoComum,
} from "../../../src/core/mescla/index.ts";

const PLANO = `plano-${"1".repeat(32)}`;
const ACAO = `acao-${"a".repeat(32)}`;
const OUTRA = `acao-${"b".repeat(32)}`;

const plano = registro(PLANO, { municipio: 1100015, especie: "apoio", dificuldade: "Sem equipe", origem: "auditoria", inicio: "2026-02-01" });
const acao = registro(ACAO, { plano: PLANO, acao: "Contratar", orgao: "Secretaria", prazo: "2026-06-30" });
const mudada = (campos: Readonly<Record<string, string | null>>): typeof acao => registro(ACAO, { ...acao.campos, ...campos });

describe("two people and one action", () => {
  it("changed in different fields has both changes", () => {
    const mescla = mesclar([acao], [mudada({ prazo: "2026-07-31" })], [mudada({ orgao: "Gabinete" })]);
    expect(mescla).toEqual({
      registros: [mudada({ prazo: "2026-07-31", orgao: "Gabinete" })],
      conflitos: [],
      meus: { novos: 0, mudados: 1, removidos: 0 },
      deles: { novos: 0, mudados: 1, removidos: 0 },
    });
  });

  it("changed alike is changed once; emptied by one is emptied", () => {
    const mescla = mesclar([acao], [mudada({ prazo: "2026-07-31", orgao: null })], [mudada({ prazo: "2026-07-31" })]);
    expect(mescla.registros).toEqual([mudada({ prazo: "2026-07-31", orgao: null })]);
    expect(mescla.conflitos).toEqual([]);
  });

  it("changed differently is one conflict of that field, the base's value standing meanwhile and the rest merged", () => {
    const mescla = mesclar([acao], [mudada({ prazo: "2026-07-31" })], [mudada({ prazo: "2026-08-31", evidencia: "Portaria" })]);
    expect(mescla.registros).toEqual([mudada({ evidencia: "Portaria" })]);
    expect(mescla.conflitos).toEqual([{ tipo: "campo", id: ACAO, campo: "prazo", base: "2026-06-30", meu: "2026-07-31", deles: "2026-08-31" }]);
    const chave = `${ACAO} prazo`;
    const com = (escolha: Parameters<typeof resolver>[1] extends ReadonlyMap<string, infer E> ? E : never): unknown =>
      resolver(mescla, new Map([[chave, escolha]]))[0]?.campos.prazo;
    expect([com("meu"), com("deles"), com({ valor: "2026-08-15" }), com({ valor: null })]).toEqual(["2026-07-31", "2026-08-31", "2026-08-15", undefined]);
  });

  it("taken out by one and untouched by the other is out; taken out by both is one tombstone", () => {
    expect(mesclar([acao], [lapide(acao)], [acao])).toMatchObject({ registros: [lapide(acao)], conflitos: [], meus: { removidos: 1 }, deles: { removidos: 0 } });
    expect(mesclar([acao], [lapide(acao)], [lapide(acao)])).toMatchObject({ registros: [lapide(acao)], conflitos: [] });
  });

  it("taken out by one and changed by the other is asked, with the fields that were changed", () => {
    const deles = mudada({ prazo: "2026-08-31", orgao: null });
    const mescla = mesclar([acao], [lapide(acao)], [deles]);
    expect(mescla.registros).toEqual([acao]);
    expect(mescla.conflitos).toEqual([{ tipo: "remocao", id: ACAO, base: acao, meu: lapide(acao), deles, campos: ["orgao", "prazo"] }]);
    expect(resolver(mescla, new Map([[ACAO, "meu" as const]]))).toEqual([lapide(acao)]);
    expect(resolver(mescla, new Map([[ACAO, "deles" as const]]))).toEqual([deles]);
  });

  it("that one has not seen yet is not taken out for that", () => {
    expect(mesclar([acao], [], [acao]).registros).toEqual([acao]);
    expect(mesclar([acao], [], [mudada({ prazo: null })]).registros).toEqual([mudada({ prazo: null })]);
  });

  it("without a base: what is equal is one record, each differing field is asked, and so is a removal", () => {
    const deles = mudada({ prazo: "2026-08-31" });
    expect(mesclar([], [acao], [acao])).toMatchObject({ registros: [acao], conflitos: [] });
    expect(mesclar([], [acao], [deles]).conflitos).toEqual([{ tipo: "campo", id: ACAO, campo: "prazo", base: null, meu: "2026-06-30", deles: "2026-08-31" }]);
    const mescla = mesclar([], [acao], [lapide(acao)]);
    expect(mescla.registros).toEqual([]);
    expect(resolver(mescla, new Map([[ACAO, "meu" as const]]))).toEqual([acao]);
  });
});

describe("refusals", () => {
  it("an id twice in one set is refused", () => {
    expect(() => mesclar([], [acao, acao], [])).toThrow(new RangeError(`${ACAO} comes twice in mine`));
  });

  it("a conflict that nobody decided, a decision about nothing and a value for a removal are refused", () => {
    const mescla = mesclar([acao], [lapide(acao)], [mudada({ prazo: null })]);
    expect(() => resolver(mescla, new Map())).toThrow(`"${ACAO}" is not decided`);
    expect(() => resolver(mescla, new Map([[ACAO, "meu" as const], ["x", "meu" as const]]))).toThrow('nothing to decide at "x"');
    expect(() => resolver(mescla, new Map([[ACAO, { valor: 1 }]]))).toThrow("kept or taken out");
  });

  it("an id of no kind and a field that the kind does not have are refused", () => {
    expect(() => registro("acao-1", {})).toThrow('"acao-1" is not the id of a record');
    expect(() => registro(ACAO, { municipio: 1100015 })).toThrow('acao has no field "municipio"');
    expect(() => registro(ACAO, { toString: "x" })).toThrow('acao has no field "toString"');
    expect(() => novoId("acao", new Uint8Array(15))).toThrow("16 bytes, not 15");
  });
});

describe("a record", () => {
  it("has an id of its kind: random bytes, or the same for the same row of a file", () => {
    expect(novoId("nota", Uint8Array.from({ length: 16 }, (_, i) => i))).toBe("nota-000102030405060708090a0b0c0d0e0f");
    // printf '["acao",1100015,"x"]' | sha256sum
    expect(idDaChave("acao", [1100015, "x"])).toBe("acao-68d5e33371243a50fd8c1640389db44c");
    expect([tipoDoId(PLANO), tipoDoId("plano-A"), tipoDoId("outro-" + "1".repeat(32))]).toEqual(["plano", null, null]);
  });

  it("is equal to itself typed in another way: composed or decomposed accents, blanks around, empty or null", () => {
    const a = registro(ACAO, { plano: PLANO, acao: "Ac\u0327a\u0303o", orgao: "", prazo: null });
    expect(a).toEqual(registro(ACAO, { plano: PLANO, acao: " Ação " }));
    expect(isIgual({ ...a, campos: { ...a.campos, prazo: null } }, a)).toBe(true);
    expect(isIgual(a, null)).toBe(false);
  });

  it("is written flat, members by name, records by id, nothing empty", () => {
    expect(textoCanonico([plano, lapide(registro(OUTRA, {})), mudada({ orgao: null })])).toBe(
      `[{"acao":"Contratar","id":"${ACAO}","plano":"${PLANO}","prazo":"2026-06-30","tipo":"acao"},{"id":"${OUTRA}","removido":true,"tipo":"acao"},` +
        `{"dificuldade":"Sem equipe","especie":"apoio","id":"${PLANO}","inicio":"2026-02-01","municipio":1100015,"origem":"auditoria","tipo":"plano"}]`,
    );
  });

  it("has no field that its flat form uses for something else", () => {
    for (const tipo of TIPOS) expect(Object.keys(CAMPOS[tipo]).filter((campo) => ["id", "tipo", "removido"].includes(campo))).toEqual([]);
    expect(Object.keys(achatar(acao))).toEqual(["id", "tipo", "plano", "acao", "orgao", "prazo"]);
  });
});

describe("after a merge", () => {
  it("an action whose plan the other took out, a deadline before the plan and a conclusion to come are found", () => {
    const cedo = mudada({ prazo: "2026-01-31", conclusao: "2026-11-23" });
    const { registros } = mesclar([plano], [plano, cedo], [plano]);
    expect(conferirRegistros(registros, "2026-11-22")).toEqual([
      { id: ACAO, campo: "prazo", codigo: "prazo-antes-do-plano" },
      { id: ACAO, campo: "conclusao", codigo: "conclusao-no-futuro" },
    ]);
    const semPlano = mesclar([plano], [plano, acao], [lapide(plano)]);
    expect(semPlano.conflitos).toEqual([]);
    expect(conferirRegistros(semPlano.registros, "2026-11-22")).toEqual([{ id: ACAO, campo: "plano", codigo: "ligacao-sem-registro" }]);
  });

  it("a deadline on the day the plan begins and a conclusion today are right, and a tombstone links to nothing", () => {
    const certa = mudada({ prazo: "2026-02-01", conclusao: "2026-11-22" });
    expect(conferirRegistros([plano, certa, lapide(registro(OUTRA, {}))], "2026-11-22")).toEqual([]);
  });
});

it("the base of a merge is the newest version that both hold, in the order of the other's", () => {
  expect(versaoComum(["a", "b", "c"], ["a", "b", "d"])).toBe("b");
  expect(versaoComum(["c", "a"], ["a", "c", "d"])).toBe("c");
  expect(versaoComum(["a"], ["b"])).toBeNull();
});
