import { capitalize, count, formatDate, formatNumber, joinPt } from "../../core/format.ts";
import { PORTE_ROTULO } from "../../core/municipio.ts";
import { SITUACAO_ROTULO } from "../../core/qualidade/acompanhamento.ts";
import { ESTADO_ROTULO } from "../../core/qualidade/celulas.ts";
import type { Nomes } from "../../core/qualidade/frase.ts";
import { ESPECIE_ROTULO } from "../../core/qualidade/regra.ts";
import { type ContagemDeEstados, totalDe } from "../../core/qualidade/resumo.ts";
import type { Estado } from "./estado.ts";

export interface EntradaDaFrase {
  readonly contagem: ContagemDeEstados;
  /** Municipalities inside the filters, and those of them with something to look at. */
  readonly municipios: number;
  readonly comAlgo: number;
  /** Series whose newest figures are late, of all. */
  readonly atrasadas: number;
  readonly series: number;
  readonly em: string;
  /** The filters of place in words; empty for none. */
  readonly lugar: string;
}

/**
 * The page's answer: "Nenhum erro, 204 dados a conferir e 209 que faltam, em 99
 * de 142 municípios; 51 de 55 séries têm fonte atrasada em 31/10/2026."
 */
export function fraseQualidade(entrada: EntradaDaFrase): string {
  const { contagem, municipios, comAlgo, atrasadas, series, em, lugar } = entrada;
  if (municipios === 0) return "Nenhum município corresponde aos filtros.";
  if (totalDe(contagem) === 0) return "Nenhum indicador carregado para conferir.";
  const atraso =
    series === 0 || atrasadas === 0
      ? ""
      : `; ${formatNumber(atrasadas)} de ${count(series, "série tem", "séries têm")} fonte atrasada em ${formatDate(em)}`;
  const onde = `${formatNumber(comAlgo)} de ${count(municipios, "município", "municípios")}${lugar}`;
  if (comAlgo === 0) {
    return `Nada a conferir em ${count(municipios, "município", "municípios")}${lugar}${atraso}.`;
  }
  const partes = [
    count(contagem.erro, "erro", "erros"),
    count(contagem["a-conferir"], "dado a conferir", "dados a conferir"),
    `${count(contagem["sem-dado"], "dado", "dados")} que ${contagem["sem-dado"] > 1 ? "faltam" : "falta"}`,
  ];
  return `${capitalize(joinPt(partes))}, em ${onde}${atraso}.`;
}

/** " nas regiões de A e B, de porte Médio": the filters of place inside a sentence. */
export function lugarEmPalavras(
  { regioes, portes, busca }: Pick<Estado, "regioes" | "portes" | "busca">,
  nomesRegioes: ReadonlyMap<number, string>,
): string {
  const nomes = regioes.map((codigo) => nomesRegioes.get(codigo) ?? `região ${codigo}`);
  const onde = nomes.length === 0 ? "" : ` ${nomes.length === 1 ? "da região" : "das regiões"} de ${joinPt(nomes)}`;
  const porte = portes.length === 0 ? "" : ` de porte ${joinPt(portes.map((p) => PORTE_ROTULO[p]))}`;
  return `${onde}${porte}${busca === "" ? "" : ` com “${busca}” no nome`}`;
}

/** The filters in words, for the head of exports. */
export function filtrosEmPalavras(
  estado: Estado,
  nomesRegioes: ReadonlyMap<number, string>,
  nomes: Pick<Nomes, "indicadores" | "municipios">,
): string[] {
  const filtros: string[] = [];
  const add = (nome: string, itens: readonly string[]): void => {
    if (itens.length > 0) filtros.push(`${nome}: ${joinPt(itens)}`);
  };
  if (estado.indicador !== null) add("indicador", [nomes.indicadores.get(estado.indicador)?.nome ?? estado.indicador]);
  if (estado.municipio !== null) add("município", [nomes.municipios.get(estado.municipio) ?? String(estado.municipio)]);
  add("região", estado.regioes.map((codigo) => nomesRegioes.get(codigo) ?? `região ${codigo}`));
  add("porte", estado.portes.map((porte) => PORTE_ROTULO[porte]));
  add("tipo de regra", estado.especies.map((especie) => ESPECIE_ROTULO[especie]));
  add("estado", estado.estados.map((e) => ESTADO_ROTULO[e]));
  if (estado.acompanhamento !== "todos") add("acompanhamento", [acompanhamentoEmPalavras(estado.acompanhamento)]);
  if (estado.busca !== "") add("nome com", [`“${estado.busca}”`]);
  return filtros;
}

/** What a filter of follow-up keeps, in words. */
export function acompanhamentoEmPalavras(filtro: Estado["acompanhamento"]): string {
  if (filtro === "todos") return "todos";
  return filtro === "sem-marca" ? "ainda sem marca" : SITUACAO_ROTULO[filtro];
}
