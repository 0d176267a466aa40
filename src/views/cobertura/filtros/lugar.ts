import type { Municipio } from "../../../core/municipio.ts";
import type { Dentro } from "../../../data/apoio/perguntas.ts";
import type { FiltrosComuns } from "../estado.ts";

type DoLugar = Pick<FiltrosComuns, "regioes" | "portes">;

/** Municipalities inside the filters of region and porte; one without region or porte is in no filtered list. */
export function municipiosNoRecorte(municipios: readonly Municipio[], { regioes, portes }: DoLugar): Municipio[] {
  return municipios.filter(
    ({ regiaoImediata, porte }) =>
      (regioes.length === 0 || (regiaoImediata !== null && regioes.includes(regiaoImediata.codigo))) &&
      (portes.length === 0 || (porte !== null && portes.includes(porte))),
  );
}

/** Codes the filters of region and porte leave out. */
export function codigosFora(municipios: readonly Municipio[], recorte: DoLugar): ReadonlySet<number> {
  const dentro = new Set(municipiosNoRecorte(municipios, recorte));
  return new Set(municipios.filter((m) => !dentro.has(m)).map(({ codigo }) => codigo));
}

/** The same filters as the questions to the record take them: positions among `municipios`; null = all. */
export function dentroDe(municipios: readonly Municipio[], recorte: DoLugar): Dentro {
  if (recorte.regioes.length === 0 && recorte.portes.length === 0) return null;
  const dentro = new Set(municipiosNoRecorte(municipios, recorte));
  return municipios.flatMap((municipio, i) => (dentro.has(municipio) ? [i] : []));
}
