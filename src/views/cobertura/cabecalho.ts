import type { CivilDate } from "../../core/civil-date.ts";
import { formatPeriod } from "../../core/format.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import type { Norma } from "../../core/territorio.ts";
import type { ExtractId } from "../../data/contracts/contract.ts";
import type { ExtractSummary } from "../../data/snapshot/snapshot.ts";
import type { Parte } from "./estado.ts";

/** Extracts each part counts from, in the order they are named. */
const EXTRATOS_DA_PARTE: Readonly<Record<Parte, readonly ExtractId[]>> = {
  mapa: ["apoios"],
  pactuado: ["apoios"],
  minimo: ["apoios"],
  equidade: ["apoios", "indicadores"],
  efeito: ["apoios", "indicadores"],
  planos: ["planos", "apoios"],
  servicos: ["servicos"],
  trabalho: [],
};

interface PedidoDeCabecalho {
  readonly titulo: string;
  readonly parte: Parte;
  readonly extratos: readonly ExtractSummary[];
  readonly norma: Norma | null;
  readonly filtros: readonly string[];
  readonly hoje: CivilDate;
  readonly demonstracao: boolean;
}

/** Head of an export of a part: its sources as loaded, and the filters in words. */
export function cabecalhoDaParte({ titulo, parte, extratos, norma, filtros, hoje, demonstracao }: PedidoDeCabecalho): ExportHeader {
  const contados = EXTRATOS_DA_PARTE[parte];
  const fontes = contados.flatMap((id) => extratos.filter((extrato) => extrato.id === id).map(fonteDe));
  return {
    titulo,
    fontes: [...fontes, ...(norma === null || !contados.includes("apoios") ? [] : [`pacto de apoio: ${norma.nomeCurto}`])],
    filtros,
    dataReferencia: hoje,
    demonstracao,
  };
}

function fonteDe({ id, origem, inicio, fim }: ExtractSummary): string {
  const cobre = inicio === null || fim === null ? "" : `, de ${formatPeriod(inicio)} a ${formatPeriod(fim)}`;
  return `${NOME_DO_EXTRATO[id]} (${origem})${cobre}`;
}

const NOME_DO_EXTRATO: Readonly<Record<ExtractId, string>> = {
  municipios: "municípios",
  denuncias: "denúncias",
  andamentos: "andamentos das denúncias",
  apoios: "registro de apoio técnico",
  indicadores: "indicadores",
  planos: "planos de providências e de apoio",
  servicos: "desempenho dos serviços",
};
