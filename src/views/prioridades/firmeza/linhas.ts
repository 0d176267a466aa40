import { celula, type Celula } from "../../../core/absence.ts";
import type { DrawSummary } from "../../../core/metodo/draws.ts";
import { firmezaOf, type RankSpread } from "../../../core/metodo/rank-spread.ts";
import type { Municipio } from "../../../core/municipio.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { PALAVRA } from "../use-sorteios.ts";

/** Where a municipality fell over one set of draws. */
export interface Faixa {
  readonly mediana: number;
  /** 5 % and 95 % of its positions. */
  readonly de: number;
  readonly ate: number;
  /** Share of the draws among the K, 0–1. */
  readonly chance: number;
}

/** How solid one municipality's place is. */
export interface LinhaFirmeza {
  readonly codigo: number;
  readonly nome: string;
  /** In the ranking itself; null without a score. */
  readonly posicao: number | null;
  /** All factors together; null without a score, or until there is an estimate. */
  readonly tudo: Faixa | null;
  /** Statistical noise alone. */
  readonly numeros: Faixa | null;
  /** Choice of method alone. */
  readonly metodo: Faixa | null;
  /** Why there are no draws of it. */
  readonly falta: "sem-nota" | "esperando";
}

/**
 * One row a municipality in `dentro`, by position, those without a score last.
 * @param ranks position by unit, 0 = no score; aligned with `municipios`
 * @param resumo null until the first estimate
 */
export function linhasDaFirmeza(
  municipios: readonly Municipio[],
  ranks: Uint32Array,
  dentro: ReadonlySet<number>,
  resumo: DrawSummary | null,
): LinhaFirmeza[] {
  const linhas = municipios.flatMap(({ codigo, nome }, i): LinhaFirmeza[] => {
    if (!dentro.has(codigo)) return [];
    const posicao = ranks[i] ?? 0;
    return [
      {
        codigo,
        nome,
        posicao: posicao === 0 ? null : posicao,
        tudo: faixaDe(resumo?.all ?? null, i),
        numeros: faixaDe(resumo?.statistical ?? null, i),
        metodo: faixaDe(resumo?.method ?? null, i),
        falta: posicao === 0 ? "sem-nota" : "esperando",
      },
    ];
  });
  return linhas.sort((a, b) => (a.posicao ?? Infinity) - (b.posicao ?? Infinity) || a.codigo - b.codigo);
}

function faixaDe(spread: RankSpread | null, unit: number): Faixa | null {
  if (spread === null || (spread.scored[unit] ?? 0) === 0) return null;
  return { mediana: spread.median[unit] ?? 0, de: spread.low[unit] ?? 0, ate: spread.high[unit] ?? 0, chance: spread.top[unit] ?? 0 };
}

export function palavraDe({ chance }: Pick<Faixa, "chance">): string {
  const firmeza = firmezaOf(chance);
  return firmeza === null ? "fora da lista" : PALAVRA[firmeza];
}

/** "12 a 31", or "4" where the draws always gave the same place. */
export function intervaloEmTexto({ de, ate }: Pick<Faixa, "de" | "ate">): string {
  return de === ate ? String(de) : `${de} a ${ate}`;
}

/** What each row says in a file: the figures of the screen, each in a column of its own. */
export function colunasParaArquivo(k: number): TableColumn<LinhaFirmeza>[] {
  const partes = [
    ["tudo", "tudo junto"],
    ["numeros", "só o ruído dos números"],
    ["metodo", "só a escolha do método"],
  ] as const;
  return [
    { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ codigo }) => String(codigo) },
    { id: "nome", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome },
    { id: "posicao", titulo: "Posição na lista", tipo: "numero", valor: ({ posicao }) => celula(posicao, "dados-insuficientes") },
    ...partes.flatMap(([parte, como]): TableColumn<LinhaFirmeza>[] => [
      { id: `mediana-${parte}`, titulo: `Posição mediana, ${como}`, tipo: "numero", valor: (linha) => numero(linha, linha[parte]?.mediana) },
      { id: `de-${parte}`, titulo: `Posição a 5 %, ${como}`, tipo: "numero", valor: (linha) => numero(linha, linha[parte]?.de) },
      { id: `ate-${parte}`, titulo: `Posição a 95 %, ${como}`, tipo: "numero", valor: (linha) => numero(linha, linha[parte]?.ate) },
      {
        id: `chance-${parte}`,
        titulo: `Chance de estar entre os ${k}, ${como}`,
        unidade: "%",
        tipo: "numero",
        valor: (linha) => numero(linha, porCento(linha[parte])),
      },
    ]),
    { id: "palavra", titulo: "Escolha", tipo: "texto", valor: ({ tudo }) => (tudo === null ? "dados insuficientes" : palavraDe(tudo)) },
  ];
}

export function numero({ falta }: Pick<LinhaFirmeza, "falta">, valor: number | null | undefined): Celula {
  return celula(valor ?? null, falta === "sem-nota" ? "dados-insuficientes" : "nao-carregado");
}

/** Chance in whole per cent, rounded down: 79.95 % is not yet "firme", and does not read 80. */
export function porCento(faixa: Pick<Faixa, "chance"> | null): number | null {
  return faixa === null ? null : Math.floor(100 * faixa.chance + 1e-9);
}
