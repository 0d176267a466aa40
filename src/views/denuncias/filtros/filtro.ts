import type { CivilDate } from "../../../core/civil-date.ts";
import { PRIMEIRO_DIA_POSSIVEL } from "../../../core/denuncia.ts";
import { formatMonth, joinPt } from "../../../core/format.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { CANAL_ROTULO, TEMA_DENUNCIA_ROTULO } from "../../../data/contracts/denuncias.ts";
import type { DenunciasDoTerritorio } from "../../../data/denuncias/padrao.ts";
import type { FiltroDeCasos } from "../../../data/denuncias/perguntas.ts";
import type { Estado } from "../estado.ts";
import { ESPERA_ROTULO, PRAZO_ROTULO, superintendenciaEmPalavras } from "../rotulos.ts";
import { nomeDoMunicipio } from "./nomes.ts";

/** What the page's filters are called by, besides the ids in the address. */
export interface NomesDoFiltro {
  readonly municipios: readonly Municipio[];
  readonly nomesRegioes: ReadonlyMap<number, string>;
  readonly doTerritorio: Pick<DenunciasDoTerritorio, "prazos" | "superintendencias">;
}

/**
 * The filter of the address as the questions take it: a region is all of its
 * municipalities, and a municipality outside the chosen regions leaves none.
 */
export function filtroDe(estado: Estado, municipios: readonly Municipio[]): FiltroDeCasos {
  const { de, ate, canais, temas, superintendencias, esperas, prazos, estadosDoPrazo } = estado;
  return {
    de,
    ate,
    canais,
    temas,
    municipios: codigosDe(estado, municipios),
    superintendencias,
    esperas,
    prazos,
    estadosDoPrazo,
  };
}

function codigosDe({ municipio, regioes }: Pick<Estado, "municipio" | "regioes">, municipios: readonly Municipio[]): number[] | null {
  if (regioes.length === 0) return municipio === null ? null : [municipio];
  const daRegiao = municipios.flatMap(({ codigo, regiaoImediata: r }) => (r !== null && regioes.includes(r.codigo) ? [codigo] : []));
  return municipio === null ? daRegiao : daRegiao.filter((codigo) => codigo === municipio);
}

/** Each filter in force as one clause ("tema: Acolhimento"), for the head of exports. */
export function filtrosEmPalavras(estado: Estado, { municipios, nomesRegioes, doTerritorio }: NomesDoFiltro): string[] {
  const lista = (nome: string, itens: readonly string[]): string[] => (itens.length === 0 ? [] : [`${nome}: ${joinPt(itens)}`]);
  return [
    ...(estado.de === null && estado.ate === null ? [] : [`registro ${periodoEmPalavras(estado)}`]),
    ...lista("município", estado.municipio === null ? [] : [nomeDoMunicipio(estado.municipio, municipios)]),
    ...lista("região", estado.regioes.map((codigo) => nomesRegioes.get(codigo) ?? String(codigo))),
    ...lista("canal", estado.canais.map((id) => CANAL_ROTULO[id])),
    ...lista("tema", estado.temas.map((id) => TEMA_DENUNCIA_ROTULO[id])),
    ...lista("superintendência", estado.superintendencias.map((id) => superintendenciaEmPalavras(id, doTerritorio))),
    ...lista("espera por", estado.esperas.map((id) => ESPERA_ROTULO[id])),
    ...lista("prazo", estado.prazos.map((id) => nomeDoPrazo(id, doTerritorio))),
    ...lista("situação do prazo", estado.estadosDoPrazo.map((id) => PRAZO_ROTULO[id].toLowerCase())),
  ];
}

/** "de nov. 2025 a out. 2026", "desde nov. 2025", "até out. 2026". */
export function periodoEmPalavras({ de, ate }: Pick<Estado, "de" | "ate">): string {
  if (de !== null && ate !== null) return de === ate ? `em ${formatMonth(de)}` : `de ${formatMonth(de)} a ${formatMonth(ate)}`;
  if (de !== null) return `desde ${formatMonth(de)}`;
  return ate === null ? "em qualquer mês" : `até ${formatMonth(ate)}`;
}

export function nomeDoPrazo(id: string, { prazos }: Pick<DenunciasDoTerritorio, "prazos">): string {
  return prazos.find((prazo) => prazo.id === id)?.nome ?? id;
}

/** Filters that the page's sentence carries: place and theme, then the rest as a count. */
export function recorteNaFrase(estado: Estado, nomes: NomesDoFiltro): string {
  const filtros = filtrosEmPalavras(estado, nomes);
  return filtros.length === 0 ? "" : ` (${filtros.join("; ")})`;
}

/** A sentence on the filters of the address that the part on screen does not obey; null when there are none. */
export function filtrosForaDaParte(estado: Estado): string | null {
  const { parte, de, ate, situacoes, superintendencias, esperas, prazos, estadosDoPrazo } = estado;
  if (parte === "regras") return null;
  const doPrazo = [...(esperas.length === 0 ? [] : ["espera"]), ...(prazos.length === 0 && estadosDoPrazo.length === 0 ? [] : ["prazo"])];
  const declarada = situacoes.length === 0 ? [] : ["situação declarada"];
  const fora =
    parte === "volume"
      ? [...(superintendencias.length === 0 ? [] : ["superintendência"]), ...doPrazo]
      : parte === "alertas"
        ? [...(de === null && ate === null ? [] : ["período"]), ...doPrazo, ...declarada]
        : declarada;
  return fora.length === 0 ? null : `Nesta parte não ${fora.length === 1 ? "vale o filtro" : "valem os filtros"} de ${joinPt(fora)}; em outras, sim.`;
}

/** Months a registration may be chosen from: what the extract covers, no later than today. */
export function mesesDoRegistro(extrato: { readonly inicio: string | null; readonly fim: string | null }, hoje: CivilDate): { readonly min: string; readonly max: string } {
  const max = hoje.slice(0, 7);
  const inicio = extrato.inicio?.slice(0, 7) ?? max;
  const possivel = inicio < PRIMEIRO_MES ? PRIMEIRO_MES : inicio;
  return { min: possivel > max ? max : possivel, max };
}

/** The months offered, stretched to those of a link over other data: the field says the filter in force. */
export function mesesComOsDoEndereco(
  { min, max }: { readonly min: string; readonly max: string },
  { de, ate }: Pick<Estado, "de" | "ate">,
): { readonly min: string; readonly max: string } {
  const meses = [min, max, ...[de, ate].flatMap((mes) => mes ?? [])].sort();
  return { min: meses[0] ?? min, max: meses.at(-1) ?? max };
}

/** The state without the terms that the territory does not have, which no case could be filtered by. */
export function soPrazosDoTerritorio(estado: Estado, { prazos }: Pick<DenunciasDoTerritorio, "prazos">): Estado {
  const conhecidos = estado.prazos.filter((id) => prazos.some((prazo) => prazo.id === id));
  return conhecidos.length === estado.prazos.length ? estado : { ...estado, prazos: conhecidos };
}

const PRIMEIRO_MES = PRIMEIRO_DIA_POSSIVEL.slice(0, 7);
