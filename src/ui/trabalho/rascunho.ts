import type { CivilDate } from "../../core/civil-date.ts";
import { achatar, CAMPOS, conferirRegistros, DESCOMPASSO_ROTULO, type Registro, registro, type TipoDeRegistro, tipoDoId, type Valor, valorDe } from "../../core/mescla/index.ts";
import { lerRegistro } from "../../data/trabalho/esquema.ts";

/** What is written in each field of a form; "" is empty. */
export type Rascunho = Readonly<Record<string, string>>;

/** Why a field does not stand, and what to do; `campo` null is the record as a whole. */
export interface ErroDoRascunho {
  readonly campo: string | null;
  readonly mensagem: string;
}

export type LeituraDoRascunho = { readonly registro: Registro } | { readonly erros: readonly ErroDoRascunho[] };

/** The form of a record with these values. */
export function rascunhoDe(tipo: TipoDeRegistro, campos: Readonly<Record<string, Valor>>): Rascunho {
  return Object.fromEntries(Object.keys(CAMPOS[tipo]).map((campo) => [campo, String(campos[campo] ?? "")]));
}

/**
 * The record a form says, checked field by field and against the others: a deadline
 * before its plan or a conclusion after `hoje` does not stand.
 * @param id of the record, new or kept
 */
export function lerRascunho(id: string, rascunho: Rascunho, registros: readonly Registro[], hoje: CivilDate): LeituraDoRascunho {
  const tipo = tipoDoId(id);
  if (tipo === null) throw new RangeError(`not the id of a record: ${id}`);
  const campos: Record<string, Valor> = {};
  for (const [nome, campo] of Object.entries(CAMPOS[tipo])) {
    const texto = (rascunho[nome] ?? "").trim();
    campos[nome] = texto === "" ? null : campo.especie === "municipio" ? Number(texto) : campo.especie === "contagem" ? inteiro(texto) : texto;
  }
  const feito = registro(id, campos);
  const lido = lerRegistro(achatar(feito));
  if ("problemas" in lido) return { erros: lido.problemas.map(({ campo, mensagem }) => ({ campo, mensagem })) };
  const achados = conferirRegistros([feito, ...ligados(feito, registros)], hoje).filter((achado) => achado.id === id);
  if (achados.length > 0) {
    return { erros: achados.map(({ campo, codigo }) => ({ campo, mensagem: `${DESCOMPASSO_ROTULO[codigo].mensagem} ${DESCOMPASSO_ROTULO[codigo].conserto}` })) };
  }
  return { registro: feito };
}

/** A whole number as written here, points of thousands included; else the text, for the check to refuse. */
function inteiro(texto: string): Valor {
  return /^\d+$|^\d{1,3}(\.\d{3})+$/.test(texto) ? Number(texto.replaceAll(".", "")) : texto;
}

function ligados(feito: Registro, registros: readonly Registro[]): readonly Registro[] {
  const ids = new Set(Object.keys(feito.campos).map((campo) => valorDe(feito, campo)));
  return registros.filter(({ id }) => id !== feito.id && ids.has(id));
}
