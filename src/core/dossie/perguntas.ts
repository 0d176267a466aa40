import { decapitalize, formatDate, formatPeriod, joinPt } from "../format.ts";
import { staleness } from "../metodo/figures.ts";
import type { SecaoDoDossie } from "./dossie.ts";
import type { EntradaDosDossies } from "./entrada.ts";
import type { LeituraDoIndicador } from "./indicadores.ts";
import { acoesAtrasadas, planosEmVigor } from "./plano.ts";
import { crasDe } from "./unidades.ts";

export const MAIS_PERGUNTAS = 6;
/** The sheet of a municipality with no figure at all has room for more, and more to ask. */
const MAIS_SEM_DADO = 14;

/** Gaps of the data as questions to ask in the visit: what has no figure, what is too old, what was not written down. */
export function secaoDasPerguntas(entrada: EntradaDosDossies, i: number, lidos: readonly LeituraDoIndicador[]): SecaoDoDossie {
  const perguntas = [...semDado(lidos), ...doRegistro(entrada, i), ...vencidos(entrada, lidos)];
  const itens = perguntas.slice(0, lidos.every(({ figura }) => figura === null) ? MAIS_SEM_DADO : MAIS_PERGUNTAS);
  const resto = perguntas.length - itens.length;
  return {
    id: "perguntas",
    titulo: "O que perguntar na visita",
    largura: "inteira",
    blocos:
      itens.length === 0
        ? [{ tipo: "frase", papel: "texto", texto: "Nenhuma lacuna nos dados do índice, do apoio e dos planos." }]
        : [
            { tipo: "lista", nome: "Perguntas para a visita", itens, marcar: true },
            ...(resto === 0 ? [] : [{ tipo: "frase" as const, papel: "nota" as const, texto: `Mais ${resto === 1 ? "uma pergunta não coube" : `${String(resto)} perguntas não couberam`} nesta folha.` }]),
          ],
  };
}

/** What the catalogue asks of an indicator, asked of the municipality. */
function semDado(lidos: readonly LeituraDoIndicador[]): string[] {
  return lidos.filter(({ figura }) => figura === null).map(({ registro }) => `${registro.pergunta} (${registro.nomeCurto}: sem dado na base)`);
}

/** Figures beyond their validity, those of one period in one question. */
function vencidos({ preparada, dataReferencia }: EntradaDosDossies, lidos: readonly LeituraDoIndicador[]): string[] {
  const metodoDe = new Map(preparada.indicadores.map(({ metodo }) => [metodo.id, metodo]));
  const porPeriodo = new Map<string, string[]>();
  for (const { registro, figura } of lidos) {
    const metodo = metodoDe.get(registro.id);
    if (figura === null || metodo === undefined || !staleness(metodo, figura.periodo, dataReferencia).vencido) continue;
    const nomes = porPeriodo.get(figura.periodo) ?? [];
    nomes.push(registro.nomeCurto);
    porPeriodo.set(figura.periodo, nomes);
  }
  return [...porPeriodo]
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([periodo, nomes]) => `O que mudou desde ${formatPeriod(periodo)} em ${joinPt(nomes)}? (${nomes.length === 1 ? "dado" : "dados"} além da validade)`);
}

function doRegistro(entrada: EntradaDosDossies, i: number): string[] {
  const { municipios, apoio, planos, dataReferencia } = entrada;
  const codigo = municipios[i]?.codigo ?? 0;
  const perguntas: string[] = [];
  if (crasDe(entrada, i) === null) perguntas.push("Quantos CRAS há, e quantas famílias cada um referencia? (sem dado na base)");
  if (apoio !== null && (apoio.get(codigo) ?? []).length === 0) perguntas.push(`Que apoio do Estado chegou ao município? (nenhum registrado até ${formatDate(dataReferencia)})`);
  if (planos === null) return perguntas;
  const emVigor = planosEmVigor(entrada, codigo);
  const [atrasada] = acoesAtrasadas(emVigor);
  if (atrasada !== undefined) perguntas.push(`O que falta para ${decapitalize(atrasada.acao.descricao)}? (prazo: ${atrasada.acao.prazo === null ? "sem data" : formatDate(atrasada.acao.prazo)})`);
  const semPrazo = emVigor.reduce((soma, plano) => soma + plano.semPrazo, 0);
  if (semPrazo > 0) perguntas.push(`Até quando será feito o que está no plano sem prazo? (${semPrazo === 1 ? "uma ação" : `${String(semPrazo)} ações`})`);
  return perguntas;
}
