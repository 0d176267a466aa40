import type { CivilMonth } from "../../../core/civil-date.ts";
import { capitalize, count, formatDate, formatMonth, formatNumber, formatPercent, joinPt } from "../../../core/format.ts";
import { CANAL_ROTULO, SITUACAO_ROTULO, TEMA_DENUNCIA_ROTULO } from "../../../data/contracts/denuncias.ts";
import type { RecorteDenuncias } from "../../../data/queries/denuncias-recorte.ts";
import { nomeDoMunicipio } from "../filtros/nomes.ts";
import type { Contagens } from "./contagens.ts";
import type { Contexto } from "./contexto.ts";

type Nomes = Pick<Contexto, "nomesRegioes" | "municipios">;

/** A category as people say it; an id the contract does not have is shown as it is. */
export function rotulo(rotulos: Readonly<Record<string, string>>, id: string): string {
  return Object.hasOwn(rotulos, id) ? (rotulos[id] ?? id) : id;
}

/**
 * The sentence that answers the page's question: "1.204 denúncias registradas de
 * nov. 2025 a out. 2026 em um município (canal: Presencial); outras 180 (13,0 %) não têm
 * data de registro legível e ficam à parte. Último registro em 30/10/2026."
 */
export function fraseDenuncias(
  contagens: Contagens,
  recorte: RecorteDenuncias,
  contexto: Nomes & Pick<Contexto, "registro">,
): string {
  const { total, aParte } = contagens;
  const { meses, ultima } = contexto.registro;
  const semData = aParte["sem-data"] + aParte["data-impossivel"];
  const oque = count(total, "denúncia registrada", "denúncias registradas", "f");
  const quando = periodoEmPalavras(recorte, meses);
  const fim = ultima === null ? "" : ` Último registro em ${formatDate(ultima)}.`;
  return `${capitalize(oque)} ${quando}${lugar(recorte, contexto)}${detalhe(recorte)}${semDataEmPalavras(semData, total, recorte)}.${fim}`;
}

/** The share is said only without a period: dated cases of one stretch and undated ones of any month do not add up. */
function semDataEmPalavras(semData: number, total: number, { de, ate }: RecorteDenuncias): string {
  if (semData === 0) return "";
  const isOne = semData === 1;
  const quantas = total === 0 ? formatNumber(semData) : `${isOne ? "outra" : "outras"} ${formatNumber(semData)}`;
  const nota =
    de !== null || ate !== null
      ? ", de qualquer mês,"
      : total === 0
        ? ""
        : ` (${formatPercent((100 * semData) / (semData + total))})`;
  return isOne
    ? `; ${quantas}${nota} não tem data de registro legível e fica à parte`
    : `; ${quantas}${nota} não têm data de registro legível e ficam à parte`;
}

/** "de nov. 2023 a out. 2026", "em out. 2026": the filter, or what the extract covers. */
export function periodoEmPalavras(
  { de, ate }: Pick<RecorteDenuncias, "de" | "ate">,
  meses: readonly CivilMonth[],
): string {
  const inicio = de ?? meses[0] ?? null;
  const fim = ate ?? meses.at(-1) ?? null;
  if (inicio === null || fim === null) return "no extrato";
  if (inicio === fim) return `em ${formatMonth(inicio)}`;
  return `de ${formatMonth(inicio)} a ${formatMonth(fim)}`;
}

/** The filters in words, for the head of exports and the chips. */
export function filtrosEmPalavras(recorte: RecorteDenuncias, nomes: Nomes): string[] {
  const { de, ate, municipio } = recorte;
  const filtros: string[] = [];
  if (de !== null || ate !== null) filtros.push(`período: ${limitesEmPalavras(recorte)}`);
  const add = (nome: string, itens: readonly string[]): void => {
    if (itens.length > 0) filtros.push(`${nome}: ${joinPt(itens)}`);
  };
  if (municipio !== null) add("município", [nomeDoMunicipio(municipio, nomes.municipios)]);
  add("região", nomesDe(recorte.regioes, nomes.nomesRegioes));
  return [...filtros, ...categorias(recorte)];
}

/** "de nov. 2025 a out. 2026", "desde nov. 2025", "até out. 2026". */
export function limitesEmPalavras({ de, ate }: Pick<RecorteDenuncias, "de" | "ate">): string {
  if (de !== null && ate !== null) return de === ate ? formatMonth(de) : `de ${formatMonth(de)} a ${formatMonth(ate)}`;
  if (de !== null) return `desde ${formatMonth(de)}`;
  return ate === null ? "sem limite" : `até ${formatMonth(ate)}`;
}

function categorias({ canais, temas, situacoes }: RecorteDenuncias): string[] {
  const partes: string[] = [];
  const add = (nome: string, ids: readonly string[], rotulos: Readonly<Record<string, string>>): void => {
    if (ids.length > 0) partes.push(`${nome}: ${joinPt(ids.map((id) => rotulo(rotulos, id)))}`);
  };
  add("canal", canais, CANAL_ROTULO);
  add("tema", temas, TEMA_DENUNCIA_ROTULO);
  add("situação", situacoes, SITUACAO_ROTULO);
  return partes;
}

function detalhe(recorte: RecorteDenuncias): string {
  const partes = categorias(recorte);
  return partes.length === 0 ? "" : ` (${partes.join("; ")})`;
}

function lugar({ municipio, regioes }: RecorteDenuncias, { municipios, nomesRegioes }: Nomes): string {
  const regiao =
    regioes.length === 0
      ? ""
      : ` ${regioes.length === 1 ? "na região" : "nas regiões"} de ${joinPt(nomesDe(regioes, nomesRegioes))}`;
  return municipio === null ? regiao : ` em ${nomeDoMunicipio(municipio, municipios)}${regiao}`;
}

function nomesDe(regioes: readonly number[], nomes: ReadonlyMap<number, string>): string[] {
  return regioes.map((codigo) => nomes.get(codigo) ?? `região ${codigo}`);
}
