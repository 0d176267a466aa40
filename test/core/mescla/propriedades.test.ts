import { describe, expect, it } from "vitest";
import {
  chaveDoConflito,
  type Conflito,
  type Escolha,
  isIgual,
  type Mescla,
  mesclar,
  type Registro,
  resolver,
  textoCanonico,
  valorDe,
} from "../../../src/core/mescla/index.ts";
import { type Par, parSorteado } from "./pares.ts";

const PARES: readonly Par[] = Array.from({ length: 1_000 }, (_, i) => parSorteado(i));

const todas = (mescla: Mescla, escolha: Escolha): readonly Registro[] =>
  resolver(mescla, new Map(mescla.conflitos.map((conflito) => [chaveDoConflito(conflito), escolha])));

const espelho = (conflito: Conflito): Conflito => ({ ...conflito, meu: conflito.deles, deles: conflito.meu }) as Conflito;

const achar = (registros: readonly Registro[], id: string): Registro | null => registros.find((cada) => cada.id === id) ?? null;

/** What a side says: with what it has not seen as in the base. */
const inteiro = (base: readonly Registro[], lado: readonly Registro[]): readonly Registro[] => [
  ...lado,
  ...base.filter(({ id }) => achar(lado, id) === null),
];

function cadaPar(conferir: (par: Par, mescla: Mescla) => void): void {
  for (const par of PARES) conferir(par, mesclar(par.base, par.meus, par.deles));
}

describe("over 1,000 generated pairs", () => {
  it("both kinds of conflict, merges without conflict, additions by both and removals by both all occur", () => {
    const mesclas = PARES.map(({ base, meus, deles }) => mesclar(base, meus, deles));
    expect(mesclas.filter(({ conflitos }) => conflitos.some(({ tipo }) => tipo === "campo")).length).toBeGreaterThan(200);
    expect(mesclas.filter(({ conflitos }) => conflitos.some(({ tipo }) => tipo === "remocao")).length).toBeGreaterThan(100);
    expect(mesclas.filter(({ conflitos, meus, deles }) => conflitos.length === 0 && meus.mudados > 0 && deles.mudados > 0).length).toBeGreaterThan(50);
    expect(PARES.filter(({ base, meus, deles }) => meus.some(({ id }) => achar(base, id) === null && achar(deles, id) !== null)).length).toBeGreaterThan(100);
    expect(PARES.filter(({ base, meus, deles }) => base.some(({ id }) => achar(meus, id)?.removido === true && achar(deles, id)?.removido === true)).length).toBeGreaterThan(20);
  });

  it("merging a side with itself is that side", () => {
    cadaPar(({ base, meus }) => {
      const mescla = mesclar(base, meus, meus);
      expect(mescla.conflitos).toEqual([]);
      expect(textoCanonico(mescla.registros)).toBe(textoCanonico(inteiro(base, meus)));
    });
  });

  it("merging with the base is the side as it was, whichever of the two comes first", () => {
    cadaPar(({ base, meus }) => {
      for (const mescla of [mesclar(base, meus, base), mesclar(base, base, meus)]) {
        expect(mescla.conflitos).toEqual([]);
        expect(textoCanonico(mescla.registros)).toBe(textoCanonico(inteiro(base, meus)));
      }
    });
  });

  it("exchanging the sides gives the same records, the same conflicts mirrored, and the same decided records for mirrored choices", () => {
    cadaPar(({ base, meus, deles }, mescla) => {
      const trocada = mesclar(base, deles, meus);
      expect(textoCanonico(trocada.registros)).toBe(textoCanonico(mescla.registros));
      expect(trocada.conflitos).toEqual(mescla.conflitos.map(espelho));
      expect([trocada.meus, trocada.deles]).toEqual([mescla.deles, mescla.meus]);
      expect(textoCanonico(todas(trocada, "deles"))).toBe(textoCanonico(todas(mescla, "meu")));
    });
  });

  it("no order of the records changes anything", () => {
    cadaPar(({ base, meus, deles }, mescla) => {
      expect(mesclar([...base].reverse(), [...meus].reverse(), [...deles].reverse())).toEqual(mescla);
    });
  });

  it("no edit is dropped: each is in the result, or in a conflict beside what stands against it", () => {
    let editados = 0;
    cadaPar(({ base, meus, deles }, mescla) => {
      const conflitos = new Map(mescla.conflitos.map((conflito) => [chaveDoConflito(conflito), conflito]));
      for (const [nome, lado] of [["meu", meus], ["deles", deles]] as const) {
        for (const cada of lado) {
          const antes = achar(base, cada.id);
          if (isIgual(antes, cada)) continue;
          editados += 1;
          const inteiroEmConflito = conflitos.get(cada.id);
          if (inteiroEmConflito !== undefined) {
            expect(inteiroEmConflito[nome]).toEqual(cada);
            continue;
          }
          const depois = achar(mescla.registros, cada.id);
          expect(depois?.removido).toBe(cada.removido);
          for (const campo of new Set([...Object.keys(antes?.campos ?? {}), ...Object.keys(cada.campos)])) {
            if (cada.removido || valorDe(cada, campo) === valorDe(antes, campo)) continue;
            const conflito = conflitos.get(`${cada.id} ${campo}`);
            expect(conflito === undefined ? valorDe(depois, campo) : conflito[nome]).toBe(valorDe(cada, campo));
          }
        }
      }
    });
    expect(editados).toBeGreaterThan(3_000);
  });

  it("nothing is duplicated and nothing is made up: ids are those of the three sets, once each, and each value is of one of them", () => {
    cadaPar(({ base, meus, deles }, mescla) => {
      const decididos = todas(mescla, "deles");
      const ids = decididos.map(({ id }) => id);
      expect(ids).toEqual([...new Set([...base, ...meus, ...deles].map(({ id }) => id))].sort());
      for (const cada of decididos) {
        const fontes = [base, meus, deles].map((lado) => achar(lado, cada.id));
        for (const [campo, valor] of Object.entries(cada.campos)) expect(fontes.map((fonte) => valorDe(fonte, campo))).toContain(valor);
      }
    });
  });

  it("once decided, merging the other's copy again from itself as base changes nothing, and asks nothing", () => {
    cadaPar(({ deles }, mescla) => {
      const decididos = todas(mescla, "meu");
      const outraVez = mesclar(deles, decididos, deles);
      expect(outraVez.conflitos).toEqual([]);
      expect(textoCanonico(outraVez.registros)).toBe(textoCanonico(decididos));
    });
  });

  it("both people end with the same records when the second takes what the first decided", () => {
    cadaPar(({ base, deles }, mescla) => {
      const decididos = todas(mescla, "meu");
      // The first decided with the second's copy in hand, so that copy is the base of what comes back.
      const deVolta = mesclar(inteiro(base, deles), deles, decididos);
      expect(deVolta.conflitos).toEqual([]);
      expect(textoCanonico(deVolta.registros)).toBe(textoCanonico(decididos));
    });
  });
});
