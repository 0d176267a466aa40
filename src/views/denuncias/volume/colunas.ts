import { isValor } from "../../../core/absence.ts";
import { CANAL_ROTULO, SITUACAO_ROTULO, TEMA_DENUNCIA_ROTULO } from "../../../data/contracts/denuncias.ts";
import { ORDENS_DENUNCIAS, type LinhasQuery } from "../../../data/queries/denuncias-linhas.ts";
import type { RowOf } from "../../../data/queries/query.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import type { LinhaBarra } from "./barras.ts";
import { rotulo } from "./frase.ts";
import type { LinhaMes } from "./meses.ts";
import { type LinhaTaxa, POUCOS_CASOS } from "./taxa.ts";

export const COLUNAS_MES: readonly TableColumn<LinhaMes>[] = [
  { id: "mes", titulo: "Mês", tipo: "data", valor: ({ mes }) => mes },
  { id: "casos", titulo: "Denúncias", unidade: "casos", tipo: "numero", valor: ({ casos }) => casos },
  {
    id: "completo",
    titulo: "Mês completo",
    tipo: "texto",
    valor: ({ casos, ateDia }) => (isValor(casos) ? (ateDia === null ? "sim" : `não, até ${ateDia}`) : "sem dado"),
  },
];

/** Columns of a chart by category; `titulo` names the category. */
export function colunasBarra(titulo: string): readonly TableColumn<LinhaBarra>[] {
  return [
    { id: "nome", titulo, tipo: "texto", valor: ({ nome }) => nome },
    { id: "casos", titulo: "Denúncias", unidade: "casos", tipo: "numero", valor: ({ casos }) => ({ valor: casos }) },
    { id: "parte", titulo: "Parte do total", unidade: "%", tipo: "numero", casas: 1, valor: ({ parte }) => parte },
  ];
}

export const COLUNAS_TAXA: readonly TableColumn<LinhaTaxa>[] = [
  { id: "nome", titulo: "Município", tipo: "texto", valor: ({ municipio }) => municipio.nome },
  { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ municipio }) => String(municipio.codigo) },
  { id: "casos", titulo: "Denúncias", unidade: "casos", tipo: "numero", valor: ({ casos }) => ({ valor: casos }) },
  { id: "taxa", titulo: "Taxa", unidade: "por 10 mil hab.", tipo: "numero", casas: 1, valor: ({ taxa }) => taxa },
  {
    id: "populacao",
    titulo: "População",
    unidade: "hab.",
    tipo: "numero",
    valor: ({ municipio: { populacao } }) => (populacao === null ? { ausencia: "sem-dado" } : { valor: populacao }),
  },
  {
    id: "ressalva",
    titulo: "Ressalva",
    tipo: "texto",
    valor: ({ casos }) => (casos > 0 && casos < POUCOS_CASOS ? `menos de ${POUCOS_CASOS} casos: taxa instável` : ""),
  },
];

/** A complaint as the engine answers it. */
export type LinhaDenuncia = RowOf<LinhasQuery["row"]>;

type ColunaDenuncia = TableColumn<LinhaDenuncia>;

const data = (
  id: "registro" | "notificacao" | "manifestacao" | "resposta" | "arquivamento",
  titulo: string,
): ColunaDenuncia => ({
  id,
  titulo,
  tipo: "data",
  ordenavel: ORDENS_DENUNCIAS.some((ordem) => ordem === id),
  valor: (l) => l[id] ?? { ausencia: "sem-dado" },
});

export const COLUNAS_DENUNCIA: readonly ColunaDenuncia[] = [
  { id: "protocolo", titulo: "Protocolo", tipo: "texto", valor: ({ protocolo }) => protocolo },
  data("registro", "Registro"),
  {
    id: "municipio",
    titulo: "Município",
    tipo: "texto",
    valor: ({ municipio, codigo }) => municipio ?? `código ${codigo}, fora da tabela`,
  },
  { id: "canal", titulo: "Canal", tipo: "texto", ordenavel: false, valor: ({ canal }) => rotulo(CANAL_ROTULO, canal) },
  { id: "tema", titulo: "Tema", tipo: "texto", ordenavel: false, valor: ({ tema }) => rotulo(TEMA_DENUNCIA_ROTULO, tema) },
  {
    id: "situacao",
    titulo: "Situação",
    tipo: "texto",
    ordenavel: false,
    valor: ({ situacao }) => rotulo(SITUACAO_ROTULO, situacao),
  },
  data("notificacao", "Notificação"),
  data("manifestacao", "Manifestação"),
  data("resposta", "Resposta"),
  data("arquivamento", "Arquivamento"),
  {
    id: "principal",
    titulo: "Apensada a",
    tipo: "texto",
    ordenavel: false,
    valor: ({ protocolo_principal }) => protocolo_principal ?? "",
  },
];

/** Columns of the CSV of the rows: the code too, to join them with other tables. */
export const COLUNAS_DENUNCIA_EXPORTACAO: readonly ColunaDenuncia[] = COLUNAS_DENUNCIA.flatMap((coluna) =>
  coluna.id === "municipio"
    ? [{ id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ codigo }) => String(codigo) }, coluna]
    : [coluna],
);
