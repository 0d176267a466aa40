import { AUSENCIA_ROTULO, type Celula } from "../../../core/absence.ts";
import { count, formatNumber, formatPercent, formatPeriod } from "../../../core/format.ts";
import { anoDoPeriodo, linhasDoAno, membrosDe, somarCelulas, somarPor, type Contagem } from "../../../core/publico/contagem.ts";
import { celulaPublica, isLegivel, type NumeroPublico } from "../../../core/publico/numero.ts";
import type { DimensaoPublica, Publicacao, TabelaProtegida } from "../../../core/publico/publicacao.ts";

/** Name of a member as the release gives it; its id where it gives none. */
export function rotuloDe({ rotulos }: Pick<Publicacao, "rotulos">, dimensao: DimensaoPublica, id: string): string {
  return rotulos[dimensao]?.[id] ?? (dimensao === "lugar" && id.startsWith("sem-") ? "Sem região" : id);
}

/** A sum as a cell of the app; one that is hidden says at least how much. */
export function celulaDaContagem({ valor }: Contagem): Celula {
  return celulaPublica(valor);
}

/** "1.234", "ao menos 1.200", "oculto para proteger pessoas", "sem dado". */
export function contagemEmPalavras({ valor, minimo }: Contagem): string {
  if (isLegivel(valor)) return formatNumber(valor);
  if (valor === null) return AUSENCIA_ROTULO["sem-dado"];
  return minimo > 0 ? `ao menos ${formatNumber(minimo)}` : AUSENCIA_ROTULO.oculto;
}

/** A share known exactly, or only to lie between two figures; per cent. */
export interface Entre {
  readonly de: number;
  readonly ate: number;
}

/** How the answers of a period stand, by id of the situation. */
export interface PrazosDoPeriodo {
  readonly periodo: string;
  readonly contagens: Readonly<Record<string, NumeroPublico>>;
  /** Answered in time, of those that had to be answered by now; null = there are none, or no figure. */
  readonly noPrazo: Entre | null | "oculto";
}

/** Situations whose term is over, and the one that met it. */
const NO_PRAZO = "no-prazo";
const DEVIDAS: ReadonlySet<string> = new Set([NO_PRAZO, "fora-do-prazo", "aberta-vencida"]);

/**
 * The periods of a table of deadlines, in order. A share is reckoned only from figures that are published: where some
 * situation is hidden, the period's total says how many complaints it can hold at most, and the share lies between two.
 * @param total complaints of a period, as published
 */
export function prazosPorPeriodo(tabela: TabelaProtegida, total: (periodo: string) => NumeroPublico): PrazosDoPeriodo[] {
  const periodos = new Map<string, Record<string, NumeroPublico>>();
  for (const { membros: { tempo, prazo }, valor } of tabela.linhas) {
    if (tempo === undefined || prazo === undefined) continue;
    const contagens = periodos.get(tempo) ?? {};
    contagens[prazo] = valor;
    periodos.set(tempo, contagens);
  }
  return [...periodos].sort(([a], [b]) => (a < b ? -1 : 1)).map(([periodo, contagens]) => ({ periodo, contagens, noPrazo: parteNoPrazo(contagens, total(periodo)) }));
}

function parteNoPrazo(contagens: Readonly<Record<string, NumeroPublico>>, total: NumeroPublico): PrazosDoPeriodo["noPrazo"] {
  const cumpridas = contagens[NO_PRAZO] ?? null;
  if (cumpridas === null) return null;
  const todas = somarCelulas(Object.values(contagens).map((valor) => ({ valor })));
  const devidas = somarCelulas(Object.entries(contagens).flatMap(([id, valor]) => (DEVIDAS.has(id) ? [{ valor }] : [])));
  if (cumpridas === "oculto" || (devidas.ocultas > 0 && !isLegivel(total))) return "oculto";
  const escondidas = devidas.ocultas > 0 && isLegivel(total) ? total - todas.minimo : 0;
  return devidas.minimo + escondidas === 0 ? null : { de: (100 * cumpridas) / (devidas.minimo + escondidas), ate: devidas.minimo === 0 ? 100 : (100 * cumpridas) / devidas.minimo };
}

/** "56 %", or "de 55 % a 56 %" where the figure is known only to lie between. */
export function entreEmPalavras({ de, ate }: Entre): string {
  const [menor, maior] = [formatPercent(de, 0), formatPercent(ate, 0)];
  return menor === maior ? menor : `de ${menor} a ${maior}`;
}

/** "55 a 56 %", for where there is little room. */
export function entreCurto({ de, ate }: Entre): string {
  const [menor, maior] = [formatNumber(de), formatNumber(ate)];
  return `${menor === maior ? menor : `${menor} a ${maior}`}\u00a0%`;
}

/** "Das denúncias de 2025 que já deviam ter resposta, 71 % tiveram no prazo de 15 dias.": of the newest period that has a share. */
export function fraseDoPrazo(prazos: readonly PrazosDoPeriodo[]): string {
  const ultimo = prazos.findLast(({ noPrazo }) => noPrazo !== null && noPrazo !== "oculto");
  if (ultimo === undefined || ultimo.noPrazo === null || ultimo.noPrazo === "oculto") return "Ainda não há conta de prazo que possa ser publicada.";
  return `Das denúncias de ${periodoEmFrase(ultimo.periodo)} que já deviam ter resposta, ${entreEmPalavras(ultimo.noPrazo)} tiveram no prazo de 15 dias.`;
}

/** "2025", "jul. a set. de 2025" for "2025-T3", "mar. 2025". */
export function periodoEmFrase(periodo: string): string {
  const trimestre = /^(\d{4})-T([1-4])$/.exec(periodo);
  return trimestre === null ? formatPeriod(periodo) : `${TRIMESTRES[Number(trimestre[2]) - 1]} de ${trimestre[1]}`;
}

const TRIMESTRES = ["jan. a mar.", "abr. a jun.", "jul. a set.", "out. a dez."] as const;

/** The part's first sentence: how many, in the newest closed year. */
export function fraseDoNumero(ano: number, numero: Contagem, completo: boolean): string {
  const quando = completo ? `Em ${ano}` : `Em ${ano}, na parte do ano que há no registro`;
  if (numero.valor === null) return `Não há número de denúncias de ${ano}.`;
  return isLegivel(numero.valor)
    ? `${quando}, o Estado registrou ${count(numero.valor, "denúncia", "denúncias", "f")}.`
    : `${quando}, o Estado registrou ao menos ${count(numero.minimo, "denúncia", "denúncias", "f")}.`;
}

/** One place in one period. */
export interface LinhaDoLugar {
  readonly id: string;
  readonly nome: string;
  readonly valor: NumeroPublico;
}

/** Periods of the given tables, newest first. */
export function periodosDe(tabelas: readonly TabelaProtegida[]): string[] {
  return [...new Set(tabelas.flatMap((tabela) => membrosDe(tabela, "tempo")))].sort((a, b) => anoDoPeriodo(b) - anoDoPeriodo(a) || a.length - b.length || (a < b ? 1 : -1));
}

export interface LinhaDoTema extends Contagem {
  readonly id: string;
  readonly nome: string;
}

/** Themes of a year, the most frequent first; a hidden one by what is visible of it. */
export function temasDoAno(publicacao: Publicacao, tabela: TabelaProtegida, ano: number): LinhaDoTema[] {
  return somarPor(linhasDoAno(tabela, ano), "tema")
    .map(({ membro, ...contagem }) => ({ ...contagem, id: membro, nome: rotuloDe(publicacao, "tema", membro) }))
    .sort((a, b) => b.minimo - a.minimo || (a.id < b.id ? -1 : 1));
}

/** The least share, or its absence, as a cell. */
export function celulaDaParte(noPrazo: PrazosDoPeriodo["noPrazo"], qual: keyof Entre = "de"): Celula {
  if (noPrazo === "oculto") return { ausencia: "oculto" };
  return noPrazo === null ? { ausencia: "dados-insuficientes" } : { valor: noPrazo[qual] };
}

export const NIVEL_EM_PALAVRAS: Readonly<Record<string, string>> = {
  municipio: "município",
  regiao: "região imediata",
  intermediaria: "região intermediária",
  uf: "estado",
  mes: "mês",
  trimestre: "trimestre",
  ano: "ano",
  tema: "assunto",
  prazo: "prazo",
  desfecho: "desfecho",
  servico: "serviço",
};

/** "município e trimestre". */
export function niveisEmPalavras(niveis: TabelaProtegida["niveis"]): string {
  const nomes = Object.values(niveis).map((nivel) => NIVEL_EM_PALAVRAS[nivel] ?? nivel);
  return nomes.length < 2 ? (nomes[0] ?? "") : `${nomes.slice(0, -1).join(", ")} e ${nomes.at(-1) ?? ""}`;
}
