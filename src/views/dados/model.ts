import { capitalize, count, formatPeriod, joinPt } from "../../core/format.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import { EXTRACTS, type Column, type ColumnType, type Contract, type ExtractId } from "../../data/contracts/contract.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import type { ExtractSummary } from "../../data/snapshot/snapshot.ts";

/** Origin of an extract that came with the app; anything else is the name of the user's file. */
export const ORIGEM_INCLUIDA = "incluído no aplicativo";

/** What one row of each extract is called in a sentence. */
const LINHA: Readonly<Record<ExtractId, readonly [string, string, "m" | "f"]>> = {
  municipios: ["município", "municípios", "m"],
  indicadores: ["valor de indicador", "valores de indicadores", "m"],
  denuncias: ["denúncia", "denúncias", "f"],
  apoios: ["registro de apoio técnico", "registros de apoio técnico", "m"],
};

/** A line of the table of extracts. */
export interface ExtratoLinha {
  readonly id: ExtractId;
  readonly titulo: string;
  readonly origem: string;
  readonly quantidade: string;
  readonly periodo: string;
  readonly demonstracao: boolean;
  /** Loaded by the user in this session. */
  readonly proprio: boolean;
  readonly estado: string;
}

/** The extracts in their fixed order, in words. */
export function extratoLinhas(extratos: readonly ExtractSummary[]): ExtratoLinha[] {
  return ordered(extratos).map((extrato) => {
    const proprio = isProprio(extrato);
    return {
      id: extrato.id,
      titulo: CONTRACTS[extrato.id].title,
      origem: proprio ? `seu arquivo ${extrato.origem}` : ORIGEM_INCLUIDA,
      quantidade: quantidade(extrato),
      periodo: periodoDe(extrato),
      demonstracao: extrato.demonstracao,
      proprio,
      estado: proprio ? "carregado por você, só nesta aba" : "carregado",
    };
  });
}

/** The sentence the page opens with: what is loaded, of when, from where. */
export function frase(extratos: readonly ExtractSummary[]): string {
  const list = ordered(extratos);
  if (list.length === 0) return "Nenhum dado está carregado.";
  const carregados = list.length === 1 && list[0]?.linhas === 1 ? "Está carregado" : "Estão carregados";
  const fim = newest(list.flatMap((extrato) => extrato.fim ?? []));
  const partes = [
    `${carregados} ${joinPt(list.map(quantidade))}${fim === null ? "" : `, com dados até ${formatPeriod(fim)}`}.`,
  ];
  const demonstracao = list.filter((extrato) => extrato.demonstracao);
  if (demonstracao.length > 0) {
    const titulos = joinPt(demonstracao.map(({ id }) => CONTRACTS[id].title.toLowerCase()));
    partes.push(`${capitalize(titulos)}: dados de demonstração, que não descrevem fatos.`);
  }
  const proprios = list.filter(isProprio);
  partes.push(
    proprios.length === 0
      ? "Tudo veio com o aplicativo."
      : `${capitalize(joinPt(proprios.map(({ id, origem }) => `${CONTRACTS[id].title.toLowerCase()} (${origem})`)))}: do seu computador.`,
  );
  return partes.join(" ");
}

export function isProprio({ origem }: ExtractSummary): boolean {
  return origem !== ORIGEM_INCLUIDA;
}

/** "5.997 denúncias". */
export function quantidade({ id, linhas }: Pick<ExtractSummary, "id" | "linhas">): string {
  return count(linhas, ...LINHA[id]);
}

function ordered(extratos: readonly ExtractSummary[]): ExtractSummary[] {
  return EXTRACTS.flatMap((id) => extratos.filter((extrato) => extrato.id === id));
}

function periodoDe({ inicio, fim }: ExtractSummary): string {
  if (inicio === null || fim === null) return "sem período";
  return inicio === fim ? formatPeriod(inicio) : `${formatPeriod(inicio)} a ${formatPeriod(fim)}`;
}

/** The latest of periods of any kind; a year or a quarter counts to its last month. */
function newest(periods: readonly string[]): string | null {
  const key = (period: string): string =>
    period.replace(/-T([1-4])$/, (_, trimestre: string) => `-${String(Number(trimestre) * 3).padStart(2, "0")}`);
  return periods.reduce<string | null>(
    (latest, period) => (latest === null || key(period) > key(latest) ? period : latest),
    null,
  );
}

/** What the first lines of a whole extract's CSV say. */
export function cabecalhoDoExtrato(extrato: ExtractSummary, dataReferencia: string): ExportHeader {
  const contract = CONTRACTS[extrato.id];
  return {
    titulo: `${contract.title}: ${contract.grain}`,
    fontes: [contract.source, isProprio(extrato) ? `arquivo ${extrato.origem}` : ORIGEM_INCLUIDA],
    filtros: [],
    dataReferencia,
    demonstracao: extrato.demonstracao,
  };
}

/** File name of a whole extract's CSV, without extension. */
export function arquivoDoExtrato({ id, demonstracao }: ExtractSummary): string {
  return `${id}${demonstracao ? "-demonstracao" : ""}`;
}

const TIPO: Readonly<Record<ColumnType, string>> = {
  "codigo-ibge": "código do IBGE, com 6 ou 7 algarismos",
  texto: "texto",
  categoria: "um valor da lista",
  inteiro: "número inteiro",
  decimal: "número, com vírgula ou ponto nos decimais",
  data: "data (31/12/2026 ou 2026-12-31)",
  periodo: "período: ano (2023), mês (2026-06) ou trimestre (2023-T2)",
  "sim-nao": "sim ou não",
};

/** A column of a contract in words. */
export interface DicionarioLinha {
  readonly coluna: string;
  readonly descricao: string;
  readonly tipo: string;
  readonly obrigatoria: boolean;
  readonly unidade: string | null;
  readonly limites: string | null;
  readonly valores: readonly { readonly id: string; readonly rotulo: string }[];
  readonly outrosNomes: readonly string[];
}

/** The data dictionary of an extract, generated from its contract. */
export function dicionario(contract: Contract): DicionarioLinha[] {
  return contract.columns.map((column) => ({
    coluna: column.name,
    descricao: column.description,
    tipo: TIPO[column.type],
    obrigatoria: column.required,
    unidade: column.unit,
    limites: limites(column),
    valores: Object.entries(column.categories ?? {}).map(([id, rotulo]) => ({ id, rotulo })),
    outrosNomes: column.aliases,
  }));
}

function limites({ min, max }: Column): string | null {
  const text = (value: number): string => value.toLocaleString("pt-BR", { useGrouping: "min2" }).replace("-", "\u2212");
  if (min !== null && max !== null) return `de ${text(min)} a ${text(max)}`;
  if (min !== null) return `a partir de ${text(min)}`;
  return max === null ? null : `até ${text(max)}`;
}
