import type { CivilDate, CivilMonth } from "../../src/core/civil-date.ts";
import { monthsRange } from "../../src/core/civil-date.ts";
import type { Municipio, Regiao } from "../../src/core/municipio.ts";
import { fimDoPeriodo } from "../../src/core/periodo.ts";
import type { NiveisDaTabela } from "../../src/core/publico/publicacao.ts";
import type { Dimensao, Membro } from "../../src/core/sdc/cubos.ts";

/** Member and level of a dimension that a table does not name. */
export const TUDO = "*";

/** The state, its regions and municipalities; those of no region are together in one of their own, so that totals close. */
export function dimensaoDeLugar(uf: string, municipios: readonly Municipio[]): Dimensao {
  const membros = new Map<string, Membro>([[uf, { id: uf, nivel: "uf", pai: null }]]);
  const regiao = (nivel: "regiao" | "intermediaria", de: Regiao | null, pai: string): string => {
    const id = de === null ? `sem-${nivel}-de-${pai}` : String(de.codigo);
    if (!membros.has(id)) membros.set(id, { id, nivel, pai });
    return id;
  };
  for (const { codigo, regiaoImediata, regiaoIntermediaria } of municipios) {
    const pai = regiao("regiao", regiaoImediata, regiao("intermediaria", regiaoIntermediaria, uf));
    membros.set(String(codigo), { id: String(codigo), nivel: "municipio", pai });
  }
  return { id: "lugar", membros: [...membros.values()] };
}

/** Months, quarters and years over by a day, from a first month on (null: none); each is part of the longer one only where that is over too. */
export function dimensaoDeTempo(primeiro: CivilMonth | null, ate: CivilDate): Dimensao {
  const membros = new Map<string, Membro>();
  const juntar = (id: string, nivel: string, pai: string | null): void => {
    if (fimDoPeriodo(id) <= ate) membros.set(id, { id, nivel, pai: pai !== null && fimDoPeriodo(pai) <= ate ? pai : null });
  };
  for (const mes of primeiro === null || primeiro > ate ? [] : monthsRange(primeiro, ate.slice(0, 7))) {
    const ano = mes.slice(0, 4);
    const trimestre = trimestreDe(mes);
    juntar(ano, "ano", null);
    juntar(trimestre, "trimestre", ano);
    juntar(mes, "mes", trimestre);
  }
  return { id: "tempo", membros: [...membros.values()] };
}

export function trimestreDe(mes: CivilMonth): string {
  return `${mes.slice(0, 4)}-T${Math.ceil(Number(mes.slice(5, 7)) / 3)}`;
}

/** Years over by a day, each by itself. */
export function dimensaoDeAnos(anos: readonly number[], ate: CivilDate): Dimensao {
  const fechados = [...new Set(anos)].sort((a, b) => a - b).map(String).filter((ano) => fimDoPeriodo(ano) <= ate);
  return { id: "tempo", membros: fechados.map((id) => ({ id, nivel: "ano", pai: null })) };
}

/** A list that adds up to the whole. */
export function dimensaoDeLista(id: string, itens: readonly string[]): Dimensao {
  return { id, membros: [{ id: TUDO, nivel: TUDO, pai: null }, ...itens.map((item) => ({ id: item, nivel: id, pai: TUDO }))] };
}

/** A list whose items never add up: nothing says how much is all of them. */
export function dimensaoSolta(id: string, itens: readonly string[]): Dimensao {
  return { id, membros: itens.map((item) => ({ id: item, nivel: item, pai: null })) };
}

/** The level of every dimension of a table: where it names none, the whole. */
export function niveisCompletos(dimensoes: readonly Dimensao[], niveis: NiveisDaTabela & Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(dimensoes.map(({ id }) => [id, niveis[id] ?? TUDO]));
}

/** Every combination of members at the levels of a table. */
export function coordenadasDe(dimensoes: readonly Dimensao[], niveis: Readonly<Record<string, string>>): string[][] {
  return combinar(dimensoes.map(({ id, membros }) => membros.flatMap((membro) => (membro.nivel === niveis[id] ? [membro.id] : []))));
}

/** The cells that a fact counts in: its members and all that they are part of, combined. */
export function linhagensDe(dimensoes: readonly Dimensao[], membros: readonly string[]): string[][] {
  return combinar(
    membros.map((membro, d) => {
      const pais = new Map(dimensoes[d]?.membros.map(({ id, pai }) => [id, pai]));
      const ate: string[] = [];
      for (let atual: string | null | undefined = membro; atual !== null && atual !== undefined; atual = pais.get(atual)) ate.push(atual);
      return ate;
    }),
  );
}

function combinar(listas: readonly (readonly string[])[]): string[][] {
  return listas.reduce<string[][]>((feitas, lista) => feitas.flatMap((feita) => lista.map((membro) => [...feita, membro])), [[]]);
}
