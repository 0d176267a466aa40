import { count, formatDate, formatNumber } from "../format.ts";
import type { AcaoContada, PlanoContado } from "../planos/progresso.ts";
import { ESPECIE_ROTULO } from "../planos/plano.ts";
import type { BlocoDoDossie, FraseDoDossie, SecaoDoDossie } from "./dossie.ts";
import type { EntradaDosDossies } from "./entrada.ts";

const MAIS_PLANOS = 3;
const MAIS_ACOES = 4;

const texto = (frase: string, papel: FraseDoDossie["papel"] = "texto"): FraseDoDossie => ({ tipo: "frase", papel, texto: frase });

/** Plans that are not concluded. Source: Portaria SPS/CE 352/2023 art. 6 §3. */
export function planosEmVigor({ planosDe }: Pick<EntradaDosDossies, "planosDe">, codigo: number): readonly PlanoContado[] {
  return (planosDe.get(codigo) ?? []).filter(({ situacao }) => situacao !== "concluido");
}

/** Actions past their deadline of the plans in force, the longest overdue first. */
export function acoesAtrasadas(planos: readonly PlanoContado[]): AcaoContada[] {
  return planos.flatMap(({ contadas }) => contadas.filter(({ situacao }) => situacao === "atrasada")).toSorted((a, b) => (b.atraso ?? 0) - (a.atraso ?? 0));
}

/** The plans in force and their overdue actions. */
export function secaoDoPlano(entrada: EntradaDosDossies, codigo: number): SecaoDoDossie {
  const secao = (blocos: readonly BlocoDoDossie[]): SecaoDoDossie => ({ id: "plano", titulo: "Planos em vigor", largura: "metade", blocos });
  if (entrada.planos === null) return secao([texto("O registro de planos não foi carregado.")]);
  const todos = entrada.planosDe.get(codigo) ?? [];
  const emVigor = planosEmVigor(entrada, codigo);
  if (emVigor.length === 0) {
    return secao([texto(todos.length === 0 ? "Nenhum plano registrado." : `Nenhum plano em vigor: ${count(todos.length, "concluído", "concluídos")}.`)]);
  }
  const atrasadas = acoesAtrasadas(emVigor);
  const mostradas = atrasadas.slice(0, MAIS_ACOES);
  const ditos = emVigor.toSorted((a, b) => (b.maiorAtraso ?? 0) - (a.maiorAtraso ?? 0)).slice(0, MAIS_PLANOS);
  const maisPlanos = emVigor.length - ditos.length;
  return secao([
    {
      tipo: "lista",
      nome: "Planos em vigor",
      marcar: false,
      itens: [...ditos.map(planoEmTexto), ...(maisPlanos === 0 ? [] : [`e mais ${count(maisPlanos, "plano", "planos")}`])],
    },
    ...(mostradas.length === 0
      ? [texto("Nenhuma ação passou do prazo.")]
      : [
          {
            tipo: "tabela" as const,
            legenda: `Ações que passaram do prazo${atrasadas.length > mostradas.length ? ` (${formatNumber(mostradas.length)} de ${formatNumber(atrasadas.length)})` : ""}`,
            colunas: [
              { titulo: "Ação", numero: false, parte: 0.52 },
              { titulo: "Prazo", numero: true, parte: 0.24 },
              { titulo: "Dias a mais", numero: true, parte: 0.24 },
            ],
            linhas: mostradas.map(({ acao, atraso }) => [acao.descricao, acao.prazo === null ? "–" : formatDate(acao.prazo), formatNumber(atraso ?? 0)]),
          },
        ]),
  ]);
}

function planoEmTexto({ plano, acoes, concluidas, atrasadas, situacao, espera }: PlanoContado): string {
  const andamento = situacao === "sem-acoes" ? "sem ações" : `${formatNumber(concluidas)} de ${count(acoes, "ação concluída", "ações concluídas")}`;
  const partes = [
    andamento,
    ...(atrasadas === 0 ? [] : [count(atrasadas, "passou do prazo", "passaram do prazo")]),
    ...(espera === "cmas" ? ["falta aprovar no CMAS"] : espera === "cib" ? ["falta pactuar na CIB"] : []),
  ];
  return `${ESPECIE_ROTULO[plano.especie]}: ${plano.dificuldade} (${partes.join("; ")})`;
}
