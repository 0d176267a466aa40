import type { CivilDate } from "../../core/civil-date.ts";
import type { Fonte } from "../../core/indicador.ts";
import type { comoContarDenuncias } from "../../data/queries/denuncias-como-contar.ts";
import type { Excecoes, RecorteDenuncias } from "../../data/queries/denuncias-recorte.ts";
import type { RowOf } from "../../data/queries/query.ts";
import type { ExtractSummary, Snapshot } from "../../data/snapshot/snapshot.ts";
import type { Registro } from "./contexto.ts";
import type { Estado } from "./estado.ts";

export type ComoContar = RowOf<(typeof comoContarDenuncias)["row"]>;

export const SEM_EXCECOES: Excecoes = { repetidos: "", representantes: "", circulares: "" };

/** The day after which a registration is impossible: the link's, the user's extract's last day, or the bundled data's. */
export function referenciaDe(
  { em }: Pick<Estado, "em">,
  extrato: ExtractSummary | undefined,
  dataReferencia: CivilDate,
): CivilDate {
  if (em !== null) return em;
  const isOwn = extrato !== undefined && !extrato.demonstracao;
  return isOwn ? (extrato.fim ?? dataReferencia) : dataReferencia;
}

/** The question the page asks, from its state. */
export function recorteDe(estado: Estado, referencia: CivilDate, excecoes: Excecoes): RecorteDenuncias {
  const { de, ate, canais, temas, situacoes, regioes, municipio } = estado;
  const { repetidos, representantes, circulares } = excecoes;
  return {
    excecoes: { repetidos, representantes, circulares },
    referencia,
    de,
    ate,
    canais,
    temas,
    situacoes,
    regioes,
    municipio,
  };
}

/** What the extract holds, from the answer of `comoContarDenuncias`. */
export function registroDe(extrato: ExtractSummary, regra: ComoContar | undefined): Registro {
  return {
    extrato,
    linhas: regra?.linhas ?? 0,
    meses: regra?.meses == null ? [] : regra.meses.split("|"),
    ultima: regra?.ultima ?? null,
    apensadas: regra?.apensadas ?? 0,
    semPrincipal: regra?.sem_principal ?? 0,
  };
}

/** The published source of the bundled populations; null when the user loaded a table of municipalities. */
export function fonteDaPopulacao(
  { fontes, extratos }: Pick<Snapshot, "fontes" | "extratos">,
  extracts: readonly ExtractSummary[],
): Fonte | null {
  const origem = (lista: readonly ExtractSummary[]) => lista.find(({ id }) => id === "municipios")?.origem;
  if (origem(extratos) !== origem(extracts)) return null;
  return fontes.find(({ id, nome }) => /censo/i.test(id) && /popula|demográfico/i.test(nome)) ?? null;
}
