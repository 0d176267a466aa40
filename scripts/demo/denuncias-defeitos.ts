import { addDays } from "../../src/core/civil-date.ts";
import type { CasoDemo } from "./denuncias-caso.ts";
import { FIM } from "./places.ts";
import type { Random } from "./random.ts";

/** How often each defect of real files is put in, out of the rows. */
const TAXAS = {
  semRegistro: 0.006,
  semResposta: 0.03,
  semMotivo: 0.12,
  respostaAntes: 0.008,
  manifestacaoAntes: 0.01,
  anoTrocado: 0.003,
  protocoloRepetido: 0.008,
};

/**
 * Puts into the complaints the defects that real files have: dates that were not
 * written down, dates out of order, a year typed wrong, protocols that appear
 * twice. Every value stays of its type, because a file with text in a date is
 * refused at the door, and this set is about what passes it.
 */
export function addDefects(casos: readonly CasoDemo[], random: Random): CasoDemo[] {
  const linhas: CasoDemo[] = [];
  for (const caso of casos) {
    const { data_registro: registro } = caso;
    const copia = { ...caso };
    if (caso.situacao === "respondida" && random.chance(TAXAS.semResposta)) copia.data_resposta = null;
    if (caso.motivo_arquivamento !== null && random.chance(TAXAS.semMotivo)) copia.motivo_arquivamento = null;
    if (registro !== null && caso.data_resposta !== null) {
      if (random.chance(TAXAS.respostaAntes)) copia.data_resposta = addDays(registro, -random.integer(1, 20));
      else if (random.chance(TAXAS.anoTrocado)) copia.data_resposta = previousYear(caso.data_resposta);
    }
    if (caso.data_notificacao !== null && caso.data_manifestacao !== null && random.chance(TAXAS.manifestacaoAntes)) {
      copia.data_manifestacao = addDays(caso.data_notificacao, -random.integer(1, 9));
    }
    if (random.chance(TAXAS.semRegistro)) copia.data_registro = null;
    linhas.push(copia);
    if (random.chance(TAXAS.protocoloRepetido)) linhas.push(repeat(copia, random));
  }
  return linhas;
}

/** The same protocol typed again: half of them identical, half with a later state. */
function repeat(caso: CasoDemo, random: Random): CasoDemo {
  if (random.chance(0.5) || caso.data_registro === null || caso.data_resposta !== null) return { ...caso };
  const resposta = addDays(caso.data_registro, random.integer(10, 60));
  return resposta > FIM ? { ...caso } : { ...caso, situacao: "respondida", data_resposta: resposta };
}

function previousYear(date: string): string {
  const day = date.slice(5) === "02-29" ? "02-28" : date.slice(5);
  return `${Number(date.slice(0, 4)) - 1}-${day}`;
}
