import { addMonths, type CivilDate } from "../../core/civil-date.ts";
import { joinPt } from "../../core/format.ts";
import type { Municipio } from "../../core/municipio.ts";
import { EIXO_ROTULO, ESTRATEGIA_ROTULO } from "../../data/contracts/apoios.ts";
import type { Recorte } from "../../data/queries/cobertura-recorte.ts";
import type { Estado } from "./estado.ts";

/** The question the page asks: the filters of the address on the reference date. */
export function recorteDe(estado: Estado, dataReferencia: CivilDate): Recorte {
  const em = estado.em ?? dataReferencia;
  const { meses, regioes, portes, estrategias, eixos } = estado;
  return { em, meses, apos: addMonths(em, -meses), regioes, portes, estrategias, eixos };
}

/** Municipalities inside the filters of region and porte; one without region or porte is in no filtered list. */
export function municipiosNoRecorte(
  municipios: readonly Municipio[],
  { regioes, portes }: Pick<Recorte, "regioes" | "portes">,
): Municipio[] {
  return municipios.filter(
    ({ regiaoImediata, porte }) =>
      (regioes.length === 0 || (regiaoImediata !== null && regioes.includes(regiaoImediata.codigo))) &&
      (portes.length === 0 || (porte !== null && portes.includes(porte))),
  );
}

/** Codes the filters of region and porte leave out. */
export function codigosFora(
  municipios: readonly Municipio[],
  recorte: Pick<Recorte, "regioes" | "portes">,
): ReadonlySet<number> {
  const dentro = new Set(municipiosNoRecorte(municipios, recorte));
  return new Set(municipios.filter((m) => !dentro.has(m)).map(({ codigo }) => codigo));
}

/** Adds an item to a filter or takes it out. */
export function alternar<T>(itens: readonly T[], item: T): T[] {
  return itens.includes(item) ? itens.filter((outro) => outro !== item) : [...itens, item];
}

/** "estratégia: Monitoramento; eixo: Gestão do SUAS": what figures "with the filters" follow; empty without either filter. */
export function selecaoEmPalavras({ estrategias, eixos }: Pick<Recorte, "estrategias" | "eixos">): string {
  const partes: string[] = [];
  if (estrategias.length > 0) partes.push(`estratégia: ${joinPt(estrategias.map((e) => ESTRATEGIA_ROTULO[e]))}`);
  if (eixos.length > 0) partes.push(`eixo: ${joinPt(eixos.map((e) => EIXO_ROTULO[e]))}`);
  return partes.join("; ");
}
