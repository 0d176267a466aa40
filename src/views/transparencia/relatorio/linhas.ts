import type { Contagem } from "../../../core/publico/contagem.ts";
import { celulaPublica } from "../../../core/publico/numero.ts";
import type { Publicacao } from "../../../core/publico/publicacao.ts";
import type { RelatorioDoAno } from "../../../core/publico/relatorio.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { rotuloDe } from "../denuncias/modelo.ts";

/** A figure of the report as a row. */
export interface LinhaDoRelatorio {
  readonly item: string;
  readonly nome: string;
  readonly contagem: Contagem;
}

export const COLUNAS_DO_RELATORIO: readonly TableColumn<LinhaDoRelatorio>[] = [
  { id: "item", titulo: "Item", tipo: "texto", valor: ({ item }) => item },
  { id: "nome", titulo: "Nome", tipo: "texto", valor: ({ nome }) => nome },
  { id: "denuncias", titulo: "Denúncias", tipo: "numero", valor: ({ contagem }) => celulaPublica(contagem.valor) },
  { id: "minimo", titulo: "Ao menos", tipo: "numero", valor: ({ contagem }) => ({ valor: contagem.minimo }) },
];

/** Every figure of a year's report, in the order of the page. */
export function linhasDoRelatorio({ ano, numero, periodos, motivos, prazos, desfechos }: RelatorioDoAno, publicacao: Publicacao): LinhaDoRelatorio[] {
  return [
    { item: "Número", nome: `Denúncias de ${ano}`, contagem: numero },
    ...periodos.map((parte) => ({ item: "Período", nome: parte.membro, contagem: parte })),
    ...motivos.map((parte) => ({ item: "Assunto", nome: rotuloDe(publicacao, "tema", parte.membro), contagem: parte })),
    ...desfechos.map((parte) => ({ item: "Resultado", nome: rotuloDe(publicacao, "desfecho", parte.membro), contagem: parte })),
    ...prazos.map((parte) => ({ item: "Resposta", nome: rotuloDe(publicacao, "prazo", parte.membro), contagem: parte })),
  ];
}
