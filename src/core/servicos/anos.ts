import { agregar } from "./agregar.ts";
import type { RegistroDeServico } from "./montar.ts";
import { chaveDaEscala, escalaDe, type Escala } from "./registro.ts";

/** A figure in two years over the municipalities that say it in both: only they show change, and not who came or left. */
export interface ParDeAnos {
  /** Municipalities in both years. */
  readonly municipios: number;
  /** Null when there are none. */
  readonly antes: number | null;
  readonly depois: number | null;
  /** `depois - antes`. */
  readonly diferenca: number | null;
}

export interface ParDeSatisfacao extends ParDeAnos {
  readonly escala: Escala;
}

export interface ComparacaoDeAnos {
  readonly emAndamento: ParDeAnos;
  readonly concluidas: ParDeAnos;
  /** Each year weighed by its own concluded requests. */
  readonly tempoMedio: ParDeAnos;
  /** One for each scale that both years have; a municipality that changed its scale is in none. */
  readonly satisfacao: readonly ParDeSatisfacao[];
}

/**
 * Rows of one service in two years, one a municipality and year. Figures in doubt are left out.
 * @param cem satisfaction stretched to 0–100: then a change of scale does not leave a municipality out
 */
export function compararAnos(
  antes: readonly RegistroDeServico[],
  depois: readonly RegistroDeServico[],
  { cem }: { readonly cem: boolean },
): ComparacaoDeAnos {
  const emAmbos = (tem: (registro: RegistroDeServico) => string | null): readonly (readonly [RegistroDeServico[], RegistroDeServico[]])[] =>
    [...paresPor(antes, depois, tem).values()];
  const somas = (qual: "emAndamento" | "concluidas"): ParDeAnos => {
    const [[a, d] = NENHUM] = emAmbos((registro) => (registro[qual] === null ? null : ""));
    return par(a.length, agregar(a, { cem })[qual].total, agregar(d, { cem })[qual].total);
  };
  const [[tempoAntes, tempoDepois] = NENHUM] = emAmbos(({ tempoMedio, concluidas, tempoEmDuvida }) =>
    tempoMedio === null || concluidas === null || tempoEmDuvida ? null : "",
  );
  const satisfacoes = emAmbos((registro) => {
    const escala = escalaDe(registro);
    if (registro.satisfacao === null || registro.satisfacaoEmDuvida || escala === null) return null;
    return cem ? "" : chaveDaEscala(escala);
  });
  return {
    emAndamento: somas("emAndamento"),
    concluidas: somas("concluidas"),
    tempoMedio: par(tempoAntes.length, agregar(tempoAntes, { cem }).tempoMedio.dias, agregar(tempoDepois, { cem }).tempoMedio.dias),
    satisfacao: satisfacoes.flatMap(([a, d]) => {
      const [de] = agregar(a, { cem }).satisfacao;
      const [para] = agregar(d, { cem }).satisfacao;
      return de === undefined || para === undefined ? [] : [{ ...par(a.length, de.media, para.media), escala: de.escala }];
    }),
  };
}

const NENHUM: readonly [RegistroDeServico[], RegistroDeServico[]] = [[], []];

/** Rows of the municipalities whose rows of both years have the same label; null = has no figure. */
function paresPor(
  antes: readonly RegistroDeServico[],
  depois: readonly RegistroDeServico[],
  rotulo: (registro: RegistroDeServico) => string | null,
): ReadonlyMap<string, readonly [RegistroDeServico[], RegistroDeServico[]]> {
  const porCodigo = new Map(antes.map((registro) => [registro.codigo, registro]));
  const pares = new Map<string, readonly [RegistroDeServico[], RegistroDeServico[]]>();
  for (const registro of depois) {
    const anterior = porCodigo.get(registro.codigo);
    const qual = rotulo(registro);
    if (anterior === undefined || qual === null || rotulo(anterior) !== qual) continue;
    const [a, d] = pares.get(qual) ?? [[], []];
    a.push(anterior);
    d.push(registro);
    pares.set(qual, [a, d]);
  }
  return pares;
}

function par(municipios: number, antes: number | null, depois: number | null): ParDeAnos {
  return municipios === 0 || antes === null || depois === null
    ? { municipios, antes: null, depois: null, diferenca: null }
    : { municipios, antes, depois, diferenca: depois - antes };
}
