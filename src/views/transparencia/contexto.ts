import { formatPeriod } from "../../core/format.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import type { ExtratoPublicado, Publicacao } from "../../core/publico/publicacao.ts";
import { codec, PADRAO, type Parte } from "./estado.ts";
import type { Destino } from "./parte.ts";

/** Address of a part of the page; the same in both editions. */
export function enderecoDe(parte: Parte, destino: Destino = {}): string {
  const busca = new URLSearchParams(codec.encode({ ...PADRAO, ...destino, parte })).toString();
  return `#/transparencia${busca === "" ? "" : `?${busca}`}`;
}

/** Head of an export of the page: where the release comes from and which one it is. */
export function cabecalhoDaPublicacao(
  publicacao: Publicacao,
  titulo: string,
  filtros: readonly string[],
  demonstracao: boolean,
): ExportHeader {
  return {
    titulo,
    fontes: [...publicacao.extratos.map(fonteDe), `publicação ${publicacao.hash.slice(0, 16)}, regras de proteção ${publicacao.politica.slice(0, 16)}`],
    filtros,
    dataReferencia: publicacao.dataReferencia,
    demonstracao,
  };
}

function fonteDe({ id, inicio, fim }: ExtratoPublicado): string {
  const nome = NOME_DO_EXTRATO.get(id) ?? id;
  return inicio === null || fim === null ? nome : `${nome}, de ${formatPeriod(inicio)} a ${formatPeriod(fim)}`;
}

const NOME_DO_EXTRATO: ReadonlyMap<string, string> = new Map([
  ["municipios", "municípios"],
  ["denuncias", "denúncias"],
  ["andamentos", "andamentos das denúncias"],
  ["apoios", "registro de apoio técnico"],
  ["indicadores", "indicadores"],
  ["servicos", "desempenho dos serviços"],
]);
