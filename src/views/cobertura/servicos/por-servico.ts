import { celula } from "../../../core/absence.ts";
import { agregar, compararAnos, faltasDe, type Agregado, type ComparacaoDeAnos, type Faltas, type ServicoDoPainel } from "../../../core/servicos/index.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { medianasEmPalavras, satisfacaoEmPalavras } from "./palavras.ts";
import { doServico, type Recorte } from "./recorte.ts";

/** A service in the year shown, over the municipalities in sight. */
export interface LinhaPorServico {
  readonly servico: ServicoDoPainel;
  readonly agregado: Agregado;
  readonly faltas: Faltas;
  /** Null when there is no other year. */
  readonly mudanca: ComparacaoDeAnos | null;
}

/** Every service, by name. */
export function linhasPorServico(recorte: Recorte): LinhaPorServico[] {
  const { painel, codigos, doAno, deContra, contra, cem } = recorte;
  return painel.servicos.map((servico) => {
    const registros = doServico(doAno, servico);
    return {
      servico,
      agregado: agregar(registros, { cem }),
      faltas: faltasDe(codigos, registros),
      mudanca: contra === null ? null : compararAnos(doServico(deContra, servico), registros, { cem }),
    };
  });
}

/** What art. 20 asks of each service. */
export const COLUNAS_POR_SERVICO: readonly TableColumn<LinhaPorServico>[] = [
  { id: "servico", titulo: "Serviço", tipo: "texto", valor: ({ servico }) => servico.nome },
  { id: "municipios", titulo: "Municípios que informaram", tipo: "numero", valor: ({ agregado }) => ({ valor: agregado.linhas }) },
  { id: "em-andamento", titulo: "Em andamento", tipo: "numero", valor: ({ agregado }) => celula(agregado.emAndamento.total) },
  { id: "concluidas", titulo: "Concluídas", tipo: "numero", valor: ({ agregado }) => celula(agregado.concluidas.total) },
  { id: "tempo-medio", titulo: "Tempo médio", unidade: "dias", tipo: "numero", casas: 1, valor: ({ agregado }) => celula(agregado.tempoMedio.dias) },
  { id: "na-media", titulo: "Concluídas na média", tipo: "numero", valor: ({ agregado }) => ({ valor: agregado.tempoMedio.concluidas }) },
  { id: "mediana", titulo: "Tempo mediano", tipo: "texto", ordenavel: false, valor: ({ agregado }) => medianasEmPalavras(agregado.medianas) },
  { id: "satisfacao", titulo: "Satisfação, na escala de cada pesquisa", tipo: "texto", ordenavel: false, valor: ({ agregado }) => satisfacaoEmPalavras(agregado.satisfacao) },
];

/** The same, with the satisfaction stretched. */
export const COLUNAS_POR_SERVICO_EM_CEM: readonly TableColumn<LinhaPorServico>[] = COLUNAS_POR_SERVICO.map((coluna) =>
  coluna.id === "satisfacao" ? { ...coluna, titulo: "Satisfação, posta de 0 a 100" } : coluna,
);
