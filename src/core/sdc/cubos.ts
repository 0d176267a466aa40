import { celulaSdc, type CelulaSdc, type RelacaoSdc } from "./problema.ts";

/** A place, period or theme; `pai` = the one it is part of, null for the whole. */
export interface Membro {
  readonly id: string;
  readonly nivel: string;
  readonly pai: string | null;
}

/** A hierarchy to count by, in which every member but one is part of another. */
export interface Dimensao {
  readonly id: string;
  readonly membros: readonly Membro[];
}

/** A table of a release: the level of each dimension, by its id. */
export interface Cubo {
  readonly id: string;
  readonly niveis: Readonly<Record<string, string>>;
}

/** One thing to count: its finest member of each dimension, in their order, and who stands behind it. */
export interface Fato {
  readonly membros: readonly string[];
  readonly quem: number;
  /** How many it is; 1 where not said. Of more than one, each is somebody of its own. */
  readonly quantos?: number;
}

/** All the tables of a release as one system. */
export interface SistemaDeCubos {
  readonly cells: readonly CelulaSdc[];
  readonly relations: readonly RelacaoSdc[];
  /** Distinct persons (or what stands for them) behind each cell. */
  readonly pessoas: Uint32Array;
  /** Positions of the cells of each table, in the order of the dimensions' members. */
  readonly doCubo: ReadonlyMap<string, readonly number[]>;
  /** Facts of a member that a dimension does not have. */
  readonly deFora: number;
}

const SEPARADOR = "|";

/**
 * Counts facts in every table and in every total that a table implies, and ties each count
 * to its parts along each dimension wherever all of them are counted: whoever has the
 * tables has the totals, so they are part of what is published. A count above 0 with fewer
 * than `k` persons behind it is primary.
 * @throws RangeError for a member whose whole is not there, or a table of a level that its dimension does not have
 */
export function contarCubos(dimensoes: readonly Dimensao[], cubos: readonly Cubo[], fatos: readonly Fato[], k: number): SistemaDeCubos {
  const arvores = dimensoes.map(montarArvore);
  const indices = new Map<string, number>();
  const coordenadas: (readonly string[])[] = [];
  const celula = (coordenada: readonly string[]): number => {
    const id = coordenada.join(SEPARADOR);
    const achada = indices.get(id);
    if (achada !== undefined) return achada;
    indices.set(id, coordenadas.length);
    coordenadas.push(coordenada);
    return coordenadas.length - 1;
  };
  const doCubo = new Map(
    cubos.map(({ id, niveis }) => {
      const membros = dimensoes.map((dimensao) => doNivel(dimensao, niveis[dimensao.id], id));
      return [id, produto(membros).map(celula)] as const;
    }),
  );
  // Totals of what is there: the list grows while it is read.
  for (let i = 0; i < coordenadas.length; i += 1) {
    const coordenada = coordenadas[i] ?? [];
    arvores.forEach(({ pais }, d) => {
      const pai = pais.get(coordenada[d] ?? "");
      if (pai !== undefined && pai !== null) celula(coordenada.map((membro, j) => (j === d ? pai : membro)));
    });
  }
  const { valores, pessoas, deFora } = contar(arvores, indices, fatos);
  return {
    cells: coordenadas.map((coordenada, i) => celulaSdc({ id: coordenada.join(SEPARADOR), value: valores[i] ?? 0, primary: (valores[i] ?? 0) > 0 && (pessoas[i] ?? 0) < k })),
    relations: coordenadas.flatMap((coordenada) => relacoesDe(coordenada, arvores, indices)),
    pessoas,
    doCubo,
    deFora,
  };
}

interface Arvore {
  readonly pais: ReadonlyMap<string, string | null>;
  readonly filhos: ReadonlyMap<string, readonly string[]>;
}

function montarArvore({ id, membros }: Dimensao): Arvore {
  const pais = new Map(membros.map((membro) => [membro.id, membro.pai]));
  const filhos = new Map<string, string[]>();
  for (const { id: membro, pai } of membros) {
    if (pai === null) continue;
    if (!pais.has(pai)) throw new RangeError(`${JSON.stringify(membro)} of ${id} is part of ${JSON.stringify(pai)}, which is not there`);
    filhos.set(pai, [...(filhos.get(pai) ?? []), membro]);
  }
  return { pais, filhos };
}

function doNivel({ id, membros }: Dimensao, nivel: string | undefined, cubo: string): string[] {
  const achados = membros.filter((membro) => membro.nivel === nivel).map((membro) => membro.id);
  if (achados.length === 0) throw new RangeError(`table ${JSON.stringify(cubo)}: ${id} has no level ${JSON.stringify(nivel)}`);
  return achados;
}

function produto(listas: readonly (readonly string[])[]): (readonly string[])[] {
  return listas.reduce<(readonly string[])[]>((feitas, lista) => feitas.flatMap((feita) => lista.map((membro) => [...feita, membro])), [[]]);
}

function linhagem({ pais }: Arvore, membro: string): string[] {
  const ate: string[] = [];
  for (let atual: string | null | undefined = membro; atual !== null && atual !== undefined; atual = pais.get(atual)) ate.push(atual);
  return ate;
}

function contar(arvores: readonly Arvore[], indices: ReadonlyMap<string, number>, fatos: readonly Fato[]): { readonly valores: Uint32Array; readonly pessoas: Uint32Array; readonly deFora: number } {
  const valores = new Uint32Array(indices.size);
  const quem: Set<number>[] = Array.from({ length: indices.size }, () => new Set<number>());
  const aMais = new Uint32Array(indices.size);
  const linhagens = new Map<string, readonly number[]>();
  let deFora = 0;
  for (const { membros, quem: pessoa, quantos = 1 } of fatos) {
    if (!Number.isSafeInteger(quantos) || quantos < 0) throw new RangeError(`a fact counts a whole number from 0 up, got ${quantos}`);
    if (quantos === 0) continue;
    if (membros.some((membro, d) => arvores[d]?.pais.has(membro) !== true)) {
      deFora += 1;
      continue;
    }
    const chave = membros.join(SEPARADOR);
    const celulas = linhagens.get(chave) ?? produto(membros.map((membro, d) => linhagem(arvores[d] ?? { pais: new Map(), filhos: new Map() }, membro))).flatMap((coordenada) => indices.get(coordenada.join(SEPARADOR)) ?? []);
    linhagens.set(chave, celulas);
    for (const i of celulas) {
      valores[i] = (valores[i] ?? 0) + quantos;
      aMais[i] = (aMais[i] ?? 0) + quantos - 1;
      quem[i]?.add(pessoa);
    }
  }
  return { valores, pessoas: Uint32Array.from(quem, ({ size }, i) => size + (aMais[i] ?? 0)), deFora };
}

function relacoesDe(coordenada: readonly string[], arvores: readonly Arvore[], indices: ReadonlyMap<string, number>): RelacaoSdc[] {
  const total = coordenada.join(SEPARADOR);
  return arvores.flatMap(({ filhos }, d): RelacaoSdc[] => {
    const partes = (filhos.get(coordenada[d] ?? "") ?? []).map((filho) => coordenada.map((membro, j) => (j === d ? filho : membro)).join(SEPARADOR));
    return partes.length > 0 && partes.every((parte) => indices.has(parte)) ? [[total, partes]] : [];
  });
}
