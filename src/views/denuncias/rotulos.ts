import { capitalize } from "../../core/format.ts";
import type { Superintendencia } from "../../core/denuncias/passos.ts";
import type { EstadoDoPrazo, Porque, RegraDaCasa, Responsavel } from "../../core/denuncias/prazos.ts";
import type { Espera } from "../../core/denuncias/reproducao.ts";
import type { DenunciasDoTerritorio } from "../../data/denuncias/padrao.ts";
import type { OrdemDaFila } from "../../data/denuncias/perguntas.ts";
import type { Parte } from "./estado.ts";

export const PARTE_ROTULO: Readonly<Record<Parte, string>> = {
  prazos: "Prazos",
  agenda: "Agenda",
  fluxo: "Fluxo",
  alertas: "Alertas",
  apoio: "Apoio",
  problemas: "Problemas",
  volume: "Volume",
  regras: "Regras",
};

export { DESFECHO_ROTULO, PASSO_ROTULO } from "../../data/contracts/andamentos.ts";

export { ESTADO_DO_CASO_ROTULO as ESTADO_ROTULO } from "../../core/denuncias/rotulo-do-estado.ts";

/** Who a case waits for. */
export const ESPERA_ROTULO: Readonly<Record<Espera, string>> = {
  ouvidoria: "Ouvidoria",
  estado: "Estado",
  municipio: "Município",
  ninguem: "Ninguém (caso fechado)",
  principal: "O caso principal",
};

export const PRAZO_ROTULO: Readonly<Record<EstadoDoPrazo, string>> = {
  "nao-se-aplica": "Não se aplica",
  cumprido: "Cumprido no prazo",
  "cumprido-fora": "Cumprido fora do prazo",
  "no-prazo": "No prazo",
  "vence-logo": "Vence em até 5 dias",
  vencido: "Vencido",
  "sem-como-contar": "Sem como contar",
  encerrado: "Não é mais esperado",
};

/** Why a term cannot be counted, and what would let it be. */
export const PORQUE_ROTULO: Readonly<Record<Porque, string>> = {
  nenhum: "",
  "inicio-em-duvida": "o dia que dá início ao prazo está em dúvida: confira-o no registro",
  "inicio-sem-data": "falta o dia que dá início ao prazo: preencha-o no registro",
  "cumprimento-em-duvida": "o dia em que foi cumprido está em dúvida: confira-o no registro",
  "cumprimento-antes-do-inicio": "o passo que cumpre o prazo está antes do que o inicia: confira os dois dias",
  "fora-do-calendario": "o dia está fora dos anos do calendário: confira o ano",
};

export const ORDEM_ROTULO: Readonly<Record<OrdemDaFila, string>> = {
  urgencia: "o que vence antes",
  registro: "as mais antigas primeiro",
  municipio: "município",
  protocolo: "protocolo",
};

/** The house's rule as one clause, for the page and its exports. */
export function regraEmPalavras(regra: RegraDaCasa): string {
  if (regra === "corridos") return "onde a norma não diz como contar, dias corridos (regra da casa)";
  if (regra === "uteis") return "onde a norma não diz como contar, dias úteis (regra da casa)";
  return "onde a norma não diz como contar, as duas datas (corridos e úteis); a urgência é pela mais próxima";
}

export function superintendenciaEmPalavras(id: Superintendencia, { superintendencias }: Pick<DenunciasDoTerritorio, "superintendencias">): string {
  return superintendencias.find((s) => s.id === id)?.nome ?? capitalize(id.replaceAll("-", " "));
}

/** Who has to do what a term asks, by the name the territory gives. */
export function responsavelEmPalavras(
  responsavel: Responsavel,
  doTerritorio: Pick<DenunciasDoTerritorio, "ouvidoria" | "gabinete" | "superintendencias">,
  onde: { readonly municipio: string; readonly superintendencia: Superintendencia | null },
): string {
  switch (responsavel) {
    case "ouvidoria":
      return doTerritorio.ouvidoria;
    case "gabinete":
      return doTerritorio.gabinete;
    case "municipio":
      return `Gestão municipal de ${onde.municipio}`;
    case "superintendencia":
      return onde.superintendencia === null ? "Superintendência a definir" : superintendenciaEmPalavras(onde.superintendencia, doTerritorio);
  }
}
