import type { CivilDate } from "../../../core/civil-date.ts";
import { count, formatNumber, formatPercent, formatPeriod } from "../../../core/format.ts";
import type { Indicador } from "../../../core/indicador.ts";
import { staleness, type MotivoSemContagem } from "../../../core/metodo/figures.ts";
import type { OrigemBaliza, TipoIndicador } from "../../../core/metodo/method.ts";
import type { IndicadorPreparado } from "../../../core/metodo/priority.ts";
import type { Contexto } from "../explicacao.ts";
import { arquivoNa, comUnidade, formatoDe, nomeFonte } from "../medida.ts";

/** How a figure of the method came to be the one the score uses, in words. */
export interface DetalheDaFigura {
  /** "12 de 340", "12 casos em 3.400 expostos"; null without counts. */
  readonly contagem: string | null;
  /** The figure the score uses where it was shrunk; null where it is the published one. */
  readonly usado: string | null;
  /** "Peso dos dados do próprio município", per cent in words; null where nothing was shrunk. */
  readonly pesoProprio: string | null;
  /** Why a rate or proportion is used as published. */
  readonly semContagem: string | null;
  /** Where need 0 and need 100 lie. */
  readonly baliza: string;
  readonly origemBaliza: string;
  /** "dado além da validade: tem 130 meses e vale por 120"; null while it is valid, or where there is none. */
  readonly vencido: string | null;
}

/** Figures of a municipality for every catalogue indicator that has any, with period and source. */
export interface ValorBruto {
  readonly id: string;
  readonly nome: string;
  readonly dimensao: string;
  readonly valor: string | null;
  readonly periodo: string | null;
  readonly fonte: string;
  /** The user's file it came from, in words; null for bundled figures. */
  readonly arquivo: string | null;
  /** Null for context, which does not enter the score. */
  readonly detalhe: DetalheDaFigura | null;
}

/** @param codigo one of `contexto.municipios` */
export function valoresBrutos(codigo: number, contexto: Omit<Contexto, "scores">, hoje: CivilDate): ValorBruto[] {
  const i = contexto.municipios.findIndex((m) => m.codigo === codigo);
  const nomes = new Map(contexto.preparada.metodo.dimensoes.map(({ id, nome }) => [id, nome]));
  const registros = new Map(contexto.catalogo.map((r) => [r.id, r]));
  const preparados = new Map(contexto.preparada.indicadores.map((p) => [p.metodo.id, p]));
  return contexto.colunas.flatMap((coluna) => {
    const registro = registros.get(coluna.indicador);
    if (registro === undefined) return [];
    const preparado = preparados.get(registro.id);
    const valor = coluna.valores[i] ?? null;
    return [
      {
        id: registro.id,
        nome: registro.nome,
        dimensao: nomes.get(registro.dimensao) ?? "Contexto",
        valor: valor === null ? null : comUnidade(formatoDe(registro), valor),
        periodo: valor === null ? null : formatPeriod(coluna.periodos?.[i] ?? coluna.periodo),
        fonte: nomeFonte(contexto.fontes, coluna.fonte),
        arquivo: arquivoNa(coluna, i, contexto.proveniencia ?? (() => null)),
        detalhe: preparado === undefined ? null : detalheDe(preparado, registro, i, hoje, contexto.preparada.metodo.normalizacao === "balizas"),
      },
    ];
  });
}

/**
 * One unit's figure of one indicator, explained.
 * @param porBalizas false under a study normalisation, which looks at the day's sample
 */
export function detalheDe(
  { metodo, direction, figuras }: IndicadorPreparado,
  registro: Indicador,
  i: number,
  hoje: CivilDate,
  porBalizas = true,
): DetalheDaFigura {
  const formato = formatoDe(registro);
  const [eventos, expostos, pesoProprio, usado, sem, periodo] = [
    figuras.eventos[i] ?? null,
    figuras.expostos[i] ?? null,
    figuras.pesoProprio[i] ?? null,
    figuras.valor[i] ?? null,
    figuras.semContagem[i] ?? null,
    figuras.periodo[i] ?? null,
  ];
  const { lo, hi } = metodo.baliza;
  const [nenhuma, maxima] = direction === 1 ? [lo, hi] : [hi, lo];
  const idade = periodo === null ? null : staleness(metodo, periodo, hoje);
  return {
    contagem: eventos === null || expostos === null ? null : contagem(metodo.tipo, eventos, expostos),
    usado: pesoProprio === null || usado === null ? null : comUnidade(formato, usado),
    pesoProprio: pesoProprio === null ? null : formatPercent(100 * pesoProprio, 0),
    semContagem: sem === null ? null : SEM_CONTAGEM[sem],
    baliza: porBalizas
      ? `0 em ${comUnidade({ ...formato, format: extremo(registro) }, nenhuma)}, 100 em ${comUnidade({ ...formato, format: extremo(registro) }, maxima)}`
      : "normalização de estudo: depende da amostra do dia",
    origemBaliza: porBalizas ? `${ORIGEM[metodo.baliza.origem]}: ${metodo.baliza.fonte}` : "",
    vencido:
      idade?.vencido === true
        ? `dado além da validade: tem ${count(idade.meses, "mês", "meses")} e vale por ${formatNumber(metodo.validadeMeses)}`
        : null,
  };
}

const SEM_CONTAGEM: Readonly<Record<MotivoSemContagem, string>> = {
  "sem-contagem": "usado como publicado: a fonte não traz a contagem",
  "contagem-impossivel": "usado como publicado: a contagem da fonte não é possível",
  "contagem-diverge": "usado como publicado: a contagem da fonte não dá este valor",
};

export const ORIGEM: Readonly<Record<OrigemBaliza, string>> = {
  "meta-legal": "meta da norma",
  "limite-natural": "limites da escala",
  "periodo-base": "período-base",
};

function contagem(tipo: TipoIndicador, eventos: number, expostos: number): string {
  const [o, e] = [inteiro(eventos), inteiro(expostos)];
  return tipo === "rate" ? `${o} ${eventos === 1 ? "caso" : "casos"} em ${e} expostos` : `${o} de ${e}`;
}

function inteiro(x: number): string {
  return formatNumber(x, Number.isInteger(x) ? 0 : 1);
}

/** Goalposts print all their digits: those of a base period have more than the figures. */
function extremo(registro: Indicador): (valor: number) => string {
  return (valor) => registro.niveis?.[String(valor)] ?? formatNumber(valor, Math.max(registro.casas, Math.min(6, decimais(valor))));
}

function decimais(valor: number): number {
  return String(valor).split(".")[1]?.length ?? 0;
}
