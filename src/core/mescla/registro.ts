import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex, utf8ToBytes } from "@noble/hashes/utils.js";
import { canonicalText } from "../metodo/method.ts";

/** Kinds of record of the work a user enters. */
export const TIPOS = ["plano", "acao", "visita", "nota"] as const;
export type TipoDeRegistro = (typeof TIPOS)[number];

/** A field's value; a field that is absent and one that is null are the same. Texts are in Unicode NFC, dates are civil dates. */
export type Valor = string | number | null;

/**
 * One record. Its id never changes and begins with its kind. A record taken out
 * stays as a tombstone without fields, since one that is only absent may be one
 * the other side has not seen yet.
 */
export interface Registro {
  readonly id: string;
  readonly tipo: TipoDeRegistro;
  readonly removido: boolean;
  readonly campos: Readonly<Record<string, Valor>>;
}

interface Comum {
  readonly rotulo: string;
  /** A record without it does not stand. */
  readonly obrigatorio?: true;
}

/** What a field takes. */
export type Campo =
  /** Office text: one line, at most `maximo` characters, no data of persons. */
  | (Comum & { readonly especie: "texto"; readonly maximo: number })
  | (Comum & { readonly especie: "data" })
  /** IBGE code of seven digits. */
  | (Comum & { readonly especie: "municipio" })
  | (Comum & { readonly especie: "contagem"; readonly maximo: number })
  | (Comum & { readonly especie: "escolha"; readonly opcoes: Readonly<Record<string, string>> })
  /** Id of an entry of a list kept as data (strategies, themes): lower-case words joined by hyphens. */
  | (Comum & { readonly especie: "codigo" })
  /** Id of a record of one of these kinds. */
  | (Comum & { readonly especie: "ligacao"; readonly para: readonly TipoDeRegistro[] });

/** Longest code of a list, in characters. */
export const MAIOR_CODIGO = 60;

/** The fields of each kind. None has a name that the flat form of a record uses (`id`, `tipo`, `removido`). */
export const CAMPOS: Readonly<Record<TipoDeRegistro, Readonly<Record<string, Campo>>>> = {
  plano: {
    municipio: { especie: "municipio", rotulo: "Município", obrigatorio: true },
    especie: {
      especie: "escolha",
      rotulo: "Espécie do plano",
      obrigatorio: true,
      opcoes: { providencias: "Plano de Providências", apoio: "Plano de Apoio" },
    },
    dificuldade: { especie: "texto", rotulo: "Dificuldade", maximo: 200, obrigatorio: true },
    origem: {
      especie: "escolha",
      rotulo: "Origem da dificuldade",
      obrigatorio: true,
      opcoes: { auditoria: "Auditoria", denuncia: "Denúncia", "censo-suas": "Censo SUAS", monitoramento: "Monitoramento" },
    },
    inicio: { especie: "data", rotulo: "Início" },
    aprovacaoCmas: { especie: "data", rotulo: "Aprovação pelo CMAS" },
    pactuacaoCib: { especie: "data", rotulo: "Pactuação na CIB" },
  },
  acao: {
    plano: { especie: "ligacao", rotulo: "Plano", para: ["plano"], obrigatorio: true },
    acao: { especie: "texto", rotulo: "Ação", maximo: 200, obrigatorio: true },
    orgao: { especie: "texto", rotulo: "Órgão responsável", maximo: 120 },
    prazo: { especie: "data", rotulo: "Prazo" },
    evidencia: { especie: "texto", rotulo: "Evidência", maximo: 200 },
    conclusao: { especie: "data", rotulo: "Conclusão" },
  },
  visita: {
    municipio: { especie: "municipio", rotulo: "Município", obrigatorio: true },
    data: { especie: "data", rotulo: "Data", obrigatorio: true },
    modalidade: {
      especie: "escolha",
      rotulo: "Modalidade",
      opcoes: { presencial: "Presencial", "nao-presencial": "Não presencial" },
    },
    estrategia: { especie: "codigo", rotulo: "Estratégia" },
    tema: { especie: "codigo", rotulo: "Tema" },
    participantes: { especie: "contagem", rotulo: "Participantes", maximo: 1_000_000 },
    plano: { especie: "ligacao", rotulo: "Plano", para: ["plano"] },
  },
  nota: {
    texto: { especie: "texto", rotulo: "Texto", maximo: 280, obrigatorio: true },
    municipio: { especie: "municipio", rotulo: "Município" },
    sobre: { especie: "ligacao", rotulo: "Sobre", para: ["plano", "acao", "visita"] },
    data: { especie: "data", rotulo: "Data" },
  },
};

const ID = /^(plano|acao|visita|nota)-[0-9a-f]{32}$/;
const BYTES_DO_ID = 16;

/** The kind an id says it is of; null when it is no id. */
export function tipoDoId(id: string): TipoDeRegistro | null {
  const tipo = ID.exec(id)?.[1];
  return TIPOS.find((outro) => outro === tipo) ?? null;
}

/**
 * Id of a record made here, from 16 random bytes of the caller.
 * @throws RangeError for another number of bytes
 */
export function novoId(tipo: TipoDeRegistro, bytes: Uint8Array): string {
  if (bytes.length !== BYTES_DO_ID) throw new RangeError(`an id takes ${BYTES_DO_ID} bytes, not ${bytes.length}`);
  return `${tipo}-${bytesToHex(bytes)}`;
}

/** Id of a record that comes from a row of a file: the same key gives the same id on every machine, so that two imports are not two records. */
export function idDaChave(tipo: TipoDeRegistro, chave: readonly (string | number)[]): string {
  return novoId(tipo, sha256(utf8ToBytes(canonicalText([tipo, ...chave]))).subarray(0, BYTES_DO_ID));
}

/**
 * A record with its empty fields left out and its texts trimmed, in NFC.
 * @throws RangeError for an id that is not of the kind, or a field the kind does not have
 */
export function registro(id: string, campos: Readonly<Record<string, Valor>>): Registro {
  const tipo = tipoDoId(id);
  if (tipo === null) throw new RangeError(`${JSON.stringify(id)} is not the id of a record`);
  const limpos: Record<string, Valor> = {};
  for (const [campo, valor] of Object.entries(campos)) {
    if (!Object.hasOwn(CAMPOS[tipo], campo)) throw new RangeError(`${tipo} has no field ${JSON.stringify(campo)}`);
    const limpo = typeof valor === "string" ? valor.normalize("NFC").trim() : valor;
    if (limpo !== null && limpo !== "") limpos[campo] = limpo;
  }
  return { id, tipo, removido: false, campos: limpos };
}

/** The tombstone of a record: what it said is gone, that it was taken out stays. */
export function lapide({ id, tipo }: Registro): Registro {
  return { id, tipo, removido: true, campos: {} };
}

/** A field's value; null when the record, or the field, is not there. */
export function valorDe(de: Registro | null, campo: string): Valor {
  return de?.campos[campo] ?? null;
}

/** True when both say the same; null is a record that is not there. */
export function isIgual(a: Registro | null, b: Registro | null): boolean {
  if (a === b) return true;
  if (a === null || b === null || a.id !== b.id || a.removido !== b.removido) return false;
  for (const campo in a.campos) if (valorDe(a, campo) !== valorDe(b, campo)) return false;
  for (const campo in b.campos) if (valorDe(a, campo) !== valorDe(b, campo)) return false;
  return true;
}

/** A record as the file and the browser hold it: fields beside `id` and `tipo`, none of them null, `removido` only on a tombstone. */
export type RegistroPlano = Readonly<Record<string, string | number | true>>;

export function achatar({ id, tipo, removido, campos }: Registro): RegistroPlano {
  if (removido) return { id, tipo, removido };
  const plano: Record<string, string | number | true> = { id, tipo };
  for (const [campo, valor] of Object.entries(campos)) if (valor !== null) plano[campo] = valor;
  return plano;
}

/** Records in the order of the file: by id. */
export function emOrdem(registros: readonly Registro[]): Registro[] {
  return [...registros].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** Canonical text of one record (RFC 8785): `canonicalText` of its flat form, which has no members within members. */
export function textoDoRegistro(de: Registro): string {
  const plano = achatar(de);
  const membros = Object.keys(plano).sort();
  return `{${membros.map((nome) => `"${nome}":${JSON.stringify(plano[nome])}`).join(",")}}`;
}

/** Canonical text of records (RFC 8785 members, ordered by id): equal exactly when the records are. */
export function textoCanonico(registros: readonly Registro[]): string {
  return `[${emOrdem(registros).map(textoDoRegistro).join(",")}]`;
}
