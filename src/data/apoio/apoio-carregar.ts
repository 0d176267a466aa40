import { SEM_CODIGO, SEM_DIA } from "../../core/denuncias/passos.ts";
import type { ApoiosEmColunas } from "../../core/pacto/colunas.ts";
import { apoioParaAsPerguntas } from "../queries/apoio-colunas.ts";
import { readColumns } from "../session/read-columns.ts";
import type { ApoioCru, ApoioLido } from "./apoio-mensagens.ts";

/** The record read, before the pact and the municipalities it is seen through: strategies and eixos are positions in the contract's lists. */
export interface ApoioCarregado extends Omit<ApoiosEmColunas, "municipio"> {
  /** IBGE code of each row. */
  readonly codigo: Int32Array;
}

/**
 * The record of support from the extract as the engine wrote it.
 * @throws TypeError when the columns are not those of the query
 */
export function carregarApoio(bytes: ApoioCru): ApoioCarregado {
  const { rows: n, int32, uint8, text } = readColumns(bytes, apoioParaAsPerguntas.row);
  const evento = int32("evento");
  const tema = int32("tema");
  const situacao = uint8("situacao");
  let eventos = 0;
  for (const numero of evento) eventos = Math.max(eventos, numero + 1);
  return {
    n,
    evento,
    eventos,
    codigo: int32("municipio"),
    dia: int32("dia"),
    estrategia: uint8("estrategia"),
    eixo: uint8("eixo"),
    tema,
    temas: textosDosTemas(tema, text("texto_do_tema")),
    modalidade: uint8("modalidade"),
    origem: uint8("origem"),
    solicitacao: int32("solicitacao"),
    participantes: int32("participantes"),
    situacao: situacao.every((dita) => dita === SEM_CODIGO) ? null : situacao,
  };
}

/** What to tell the page of the record read. */
export function contarApoio({ n, eventos, codigo, dia, situacao }: ApoioCarregado, ms: number): ApoioLido {
  const linhasDe = new Map<number, number>();
  for (const ibge of codigo) linhasDe.set(ibge, (linhasDe.get(ibge) ?? 0) + 1);
  let [primeiro, ultimo] = [Infinity, -Infinity];
  for (const em of dia) {
    if (em === SEM_DIA) continue;
    primeiro = Math.min(primeiro, em);
    ultimo = Math.max(ultimo, em);
  }
  return {
    linhas: n,
    eventos,
    periodo: Number.isFinite(primeiro) ? { de: primeiro, ate: ultimo } : null,
    dizSituacao: situacao !== null,
    porMunicipio: [...linhasDe].sort(([a], [b]) => a - b).map(([ibge, linhas]) => ({ codigo: ibge, linhas })),
    ms,
  };
}

function textosDosTemas(tema: Int32Array, { bytes, at }: { readonly bytes: Uint8Array; readonly at: Int32Array }): string[] {
  const decoder = new TextDecoder();
  const temas: string[] = [];
  for (let row = 0; row < tema.length; row += 1) {
    const [de, ate] = [at[row] ?? 0, at[row + 1] ?? 0];
    if (ate > de) temas[tema[row] ?? 0] = decoder.decode(bytes.subarray(de, ate));
  }
  return temas;
}
