import type { CivilDate } from "../../../core/civil-date.ts";
import { type CasosResolvidos, resolveCasos } from "../../../core/denuncia-casos.ts";
import type { Fonte } from "../../../core/indicador.ts";
import type { comoContarDenuncias, linhasEspeciais } from "../../../data/queries/denuncias-como-contar.ts";
import type { RecorteDenuncias } from "../../../data/queries/denuncias-recorte.ts";
import type { RowOf } from "../../../data/queries/query.ts";
import type { ExtractSummary, Snapshot } from "../../../data/snapshot/snapshot.ts";
import type { Registro } from "./contexto.ts";
import type { Estado } from "../estado.ts";

export type ComoContar = RowOf<(typeof comoContarDenuncias)["row"]>;
export type LinhaEspecialLida = RowOf<(typeof linhasEspeciais)["row"]>;

/** Which rows count as a case, from the answer of `linhasEspeciais`. */
export function casosDe(rows: readonly LinhaEspecialLida[]): CasosResolvidos {
  return resolveCasos(
    rows.map(({ linha, protocolo, principal, tem_principal, registro, ultimo_passo }) => ({
      linha,
      protocolo,
      principal,
      temPrincipal: tem_principal,
      registro,
      ultimoPasso: ultimo_passo,
    })),
  );
}

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
export function recorteDe(estado: Estado, referencia: CivilDate, excecoes: string): RecorteDenuncias {
  const { de, ate, canais, temas, situacoes, regioes, municipio } = estado;
  return {
    excecoes,
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

/** What the extract holds, from the answers of `comoContarDenuncias` and `linhasEspeciais`. */
export function registroDe(
  extrato: ExtractSummary,
  regra: ComoContar | undefined,
  { semPrincipal }: Pick<CasosResolvidos, "semPrincipal">,
): Registro {
  return {
    extrato,
    linhas: regra?.linhas ?? 0,
    meses: regra?.meses?.split("|") ?? [],
    ultima: regra?.ultima ?? null,
    semPrincipal,
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
