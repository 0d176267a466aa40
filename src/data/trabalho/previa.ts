import { camposMudados, type Conflito, type Contribuicao, type Registro, valorDe } from "../../core/mescla/index.ts";
import { type Importacao, oQueMuda } from "./troca.ts";

/** What bringing a file in would do, in numbers; the rows are asked for in pages. */
export interface PreviaDaImportacao {
  /** Records that stand in the file. */
  readonly noArquivo: number;
  /** False when no common version was found. */
  readonly temBase: boolean;
  readonly meus: Contribuicao;
  readonly deles: Contribuicao;
  /** Records that come in or change here without a question. */
  readonly chegam: number;
  /** Fields (or records taken out) to be decided, and in how many records. */
  readonly conflitos: number;
  readonly registrosEmConflito: number;
}

/** A record that comes in (`antes` null), changes, or goes (`depois` taken out). */
export interface Chegada {
  readonly antes: Registro | null;
  readonly depois: Registro;
  /** Fields that change, by name; none for one that goes. */
  readonly campos: readonly string[];
}

/** One record with all that is to be decided of it. */
export interface RegistroEmConflito {
  /** As this browser has it; as the file has it where this one took it out. */
  readonly registro: Registro;
  readonly conflitos: readonly Conflito[];
}

/** Part of a list, with the records its rows are linked to. */
export interface Pagina<T> {
  readonly itens: readonly T[];
  readonly total: number;
  readonly ligados: readonly Registro[];
}

/** An import laid out to be shown. */
export interface ImportacaoParaVer {
  readonly previa: PreviaDaImportacao;
  /** By id. */
  readonly chegadas: readonly Chegada[];
  readonly emConflito: readonly RegistroEmConflito[];
  /** Any record of either side. */
  readonly registro: (id: string) => Registro | null;
}

export function paraVer(importacao: Importacao): ImportacaoParaVer {
  const { mescla, meus, noArquivo, temBase } = importacao;
  const porId = new Map<string, Registro>([...meus, ...mescla.registros.filter(({ removido }) => !removido)].map((cada) => [cada.id, cada]));
  const dosMeus = new Map(meus.map((cada) => [cada.id, cada]));
  const porRegistro = new Map<string, Conflito[]>();
  for (const conflito of mescla.conflitos) {
    const outros = porRegistro.get(conflito.id);
    if (outros === undefined) porRegistro.set(conflito.id, [conflito]);
    else outros.push(conflito);
  }
  const chegadas = oQueMuda(importacao, mescla.registros)
    .filter(({ depois }) => !porRegistro.has(depois.id))
    .map(({ antes, depois }): Chegada => ({ antes, depois, campos: depois.removido ? [] : camposMudados(antes, depois) }));
  const emConflito = [...porRegistro].map(([id, conflitos]): RegistroEmConflito => {
    const remocao = conflitos.find((conflito) => conflito.tipo === "remocao");
    const meu = dosMeus.get(id);
    const registro = remocao === undefined ? (meu ?? porId.get(id)) : remocao.meu.removido ? remocao.deles : remocao.meu;
    if (registro === undefined) throw new RangeError(`${id} is in conflict and nowhere`);
    return { registro, conflitos };
  });
  return {
    previa: {
      noArquivo,
      temBase,
      meus: mescla.meus,
      deles: mescla.deles,
      chegam: chegadas.length,
      conflitos: mescla.conflitos.length,
      registrosEmConflito: emConflito.length,
    },
    chegadas,
    emConflito,
    registro: (id) => porId.get(id) ?? null,
  };
}

/** Rows from `de` on, at most `quantos`. */
export function paginaDe<T extends Chegada | RegistroEmConflito>(lista: readonly T[], de: number, quantos: number, { registro }: ImportacaoParaVer): Pagina<T> {
  const itens = lista.slice(de, de + quantos);
  const ligados = new Map<string, Registro>();
  const ligar = (id: string): void => {
    const achado = registro(id);
    if (achado === null || ligados.has(id)) return;
    ligados.set(id, achado);
    for (const outro of linksDe(achado)) ligar(outro);
  };
  for (const item of itens) {
    const partes = "depois" in item ? [item.antes, item.depois] : [item.registro];
    for (const parte of partes) for (const id of parte === null ? [] : linksDe(parte)) ligar(id);
    if ("conflitos" in item) {
      for (const conflito of item.conflitos) {
        const valores = conflito.tipo === "campo" ? [conflito.base, conflito.meu, conflito.deles] : [];
        for (const valor of valores) if (typeof valor === "string") ligar(valor);
      }
    }
  }
  return { itens, total: lista.length, ligados: [...ligados.values()] };
}

function linksDe(registro: Registro): readonly string[] {
  return ["plano", "sobre"].map((campo) => valorDe(registro, campo)).filter((valor) => typeof valor === "string");
}
