import { capitalize, count, formatDate, formatNumber, joinPt } from "../../core/format.ts";
import type { CivilDate } from "../../core/civil-date.ts";
import type { ResumoDaFila } from "../../data/denuncias/perguntas.ts";

/**
 * The sentence that answers the page's question: "37 denúncias abertas em
 * 31/10/2026 (tema: Acolhimento): 5 com prazo vencido, 8 vencem em até 5 dias, 3
 * sem como contar."
 * @param recorte filters in words, with its own leading blank; "" for none
 * @param temPrazos the territory has terms to count
 */
export function frasePrazos(resumo: ResumoDaFila, hoje: CivilDate, recorte: string, temPrazos: boolean): string {
  const { abertos, porEstadoDoPrazo: por, semPrazo, divididos } = resumo;
  const inicio = `${capitalize(count(abertos, "denúncia aberta", "denúncias abertas", "f"))} em ${formatDate(hoje)}${recorte}`;
  if (abertos === 0) return `${inicio}.`;
  if (!temPrazos) return `${inicio}; este território não tem prazos cadastrados.`;
  const partes = [
    ...(por.vencido === 0 ? ["nenhuma com prazo vencido"] : [`${formatNumber(por.vencido)} com prazo vencido`]),
    ...(por["vence-logo"] === 0 ? [] : [`${formatNumber(por["vence-logo"])} ${por["vence-logo"] === 1 ? "vence" : "vencem"} em até 5 dias`]),
    ...(por["sem-como-contar"] === 0 ? [] : [`${formatNumber(por["sem-como-contar"])} sem como contar`]),
    ...(por["no-prazo"] === 0 ? [] : [`${formatNumber(por["no-prazo"])} no prazo`]),
    ...(semPrazo === 0 ? [] : [`${formatNumber(semPrazo)} sem prazo a correr`]),
  ];
  const duas =
    divididos === 0
      ? ""
      : ` Em ${formatNumber(divididos)}, a situação muda conforme se contem dias corridos ou úteis: a norma não diz qual.`;
  return `${inicio}: ${joinPt(partes)}.${duas}`;
}
