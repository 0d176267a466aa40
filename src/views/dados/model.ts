import { capitalize, count, formatNumber, formatPeriod, joinPt } from "../../core/format.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import { EXTRACTS, type Column, type ColumnType, type Contract, type ExtractId } from "../../data/contracts/contract.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import type { CanonicalExtract } from "../../data/session/session.ts";
import type { ExtractSummary } from "../../data/snapshot/snapshot.ts";

/** Origin of an extract that came with the app; anything else is the name of the user's file. */
export const ORIGEM_INCLUIDA = "incluído no aplicativo";

/** What one row of each extract is called in a sentence. */
const LINHA: Readonly<Record<ExtractId, readonly [string, string, "m" | "f"]>> = {
  municipios: ["município", "municípios", "m"],
  indicadores: ["valor de indicador", "valores de indicadores", "m"],
  denuncias: ["denúncia", "denúncias", "f"],
  andamentos: ["andamento de denúncia", "andamentos de denúncias", "m"],
  apoios: ["registro de apoio técnico", "registros de apoio técnico", "m"],
  planos: ["ação de plano", "ações de planos", "f"],
  servicos: ["registro anual de serviço", "registros anuais de serviços", "m"],
};

/** A line of the table of extracts. */
export interface ExtratoLinha {
  readonly id: ExtractId;
  readonly titulo: string;
  readonly origem: string;
  readonly quantidade: string;
  readonly periodo: string;
  readonly demonstracao: boolean;
  /** The user's files have a part in it. */
  readonly proprio: boolean;
}

/** The extracts in their fixed order, in words; `loads` are the user's files whose data show. */
export function extratoLinhas(extratos: readonly ExtractSummary[], loads: readonly Load[]): ExtratoLinha[] {
  return ordered(extratos).map((extrato) => ({
    id: extrato.id,
    titulo: CONTRACTS[extrato.id].title,
    origem: origem(extrato, loads),
    quantidade: quantidade(extrato),
    periodo: periodoDe(extrato),
    demonstracao: extrato.demonstracao,
    proprio: isProprio(extrato),
  }));
}

/** What the words need of a load. */
export type Load = Pick<CanonicalExtract, "id" | "fileName" | "modo">;

/** Files beyond this many are counted, not named. */
const NOMES = 2;

function origem(extrato: ExtractSummary, loads: readonly Load[]): string {
  if (!isProprio(extrato)) return ORIGEM_INCLUIDA;
  const own = loads.filter(({ id }) => id === extrato.id);
  const nomes = arquivos(own) || extrato.origem;
  return own[0]?.modo === "acrescenta" ? `${ORIGEM_INCLUIDA} e ${nomes}` : `seu arquivo ${nomes}`;
}

function arquivos(loads: readonly Load[]): string {
  const nomes = loads.map(({ fileName }) => fileName);
  return nomes.length <= NOMES ? joinPt(nomes) : `mais ${formatNumber(nomes.length)} arquivos seus`;
}

/** The sentence the page opens with: what is loaded, of when, from where. */
export function frase(extratos: readonly ExtractSummary[], loads: readonly Load[]): string {
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
  if (proprios.length === 0) partes.push("Tudo veio com o aplicativo.");
  const own = (extrato: ExtractSummary): readonly Load[] => loads.filter(({ id }) => id === extrato.id);
  const trocados = proprios.filter((extrato) => own(extrato)[0]?.modo !== "acrescenta");
  const acrescidos = proprios.filter((extrato) => own(extrato)[0]?.modo === "acrescenta");
  const nomes = (extrato: ExtractSummary): string => `${CONTRACTS[extrato.id].title.toLowerCase()} (${arquivos(own(extrato)) || extrato.origem})`;
  if (trocados.length > 0) partes.push(`${capitalize(joinPt(trocados.map(nomes)))}: do seu computador.`);
  if (acrescidos.length > 0) partes.push(`${capitalize(joinPt(acrescidos.map(nomes)))}: com acréscimos do seu computador.`);
  return partes.join(" ");
}

export function isProprio({ origem: de }: ExtractSummary): boolean {
  return de !== ORIGEM_INCLUIDA;
}

/** "5.997 denúncias". */
export function quantidade({ id, linhas }: Pick<ExtractSummary, "id" | "linhas">): string {
  return count(linhas, ...LINHA[id]);
}

function ordered(extratos: readonly ExtractSummary[]): ExtractSummary[] {
  return EXTRACTS.flatMap((id) => extratos.filter((extrato) => extrato.id === id));
}

/** "2010 a jun. 2026"; words where there is none. */
export function periodoDe({ inicio, fim }: ExtractSummary): string {
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
  /** A value outside the list does not keep its row out. */
  readonly aberta: boolean;
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
    limites: column.maximo === null ? limites(column) : `até ${String(column.maximo)} caracteres`,
    valores: Object.entries(column.categories ?? {}).map(([id, rotulo]) => ({ id, rotulo })),
    aberta: column.aberta,
    outrosNomes: column.aliases,
  }));
}

function limites({ min, max }: Column): string | null {
  const text = (value: number): string => value.toLocaleString("pt-BR", { useGrouping: "min2" }).replace("-", "\u2212");
  if (min !== null && max !== null) return `de ${text(min)} a ${text(max)}`;
  if (min !== null) return `a partir de ${text(min)}`;
  return max === null ? null : `até ${text(max)}`;
}
