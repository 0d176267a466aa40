import { isValor } from "../../core/absence.ts";
import { compareNames, count, formatNumber, joinPt } from "../../core/format.ts";
import type { MapLayer } from "../../core/map-layer.ts";
import type { Municipio } from "../../core/municipio.ts";
import { mediana } from "../../core/qualidade/robusto.ts";
import { comUnidade, type Medida } from "./medida.ts";
import type { Linha } from "./model.ts";

/** How many regions or municipalities a sentence names. */
const NOMEADOS = 3;

const municipios = (n: number): string => count(n, "município", "municípios");

export interface Recorte {
  /** All rows, unfiltered. */
  readonly linhas: readonly Linha[];
  readonly noFiltro: ReadonlySet<number>;
  readonly municipios: readonly Municipio[];
  readonly layer: MapLayer;
  readonly medida: Medida;
  readonly filtros: readonly string[];
}

/**
 * The sentence of the page under the index: who is in the class of most need
 * (the darkest of the map), where, and how many have enough data.
 */
export function fraseIndice(recorte: Recorte): string {
  const { linhas, noFiltro, filtros } = recorte;
  const visiveis = linhas.filter(({ codigo }) => noFiltro.has(codigo));
  const comNota = visiveis.filter(({ valor }) => isValor(valor)).length;
  if (visiveis.length === 0) return "Nenhum município passa pelos filtros escolhidos.";
  const dados = `${fracao(comNota, visiveis.length)} dados suficientes para a nota.`;
  const topo = maisNecessidade(recorte);
  if (comNota === 0) return `Nenhum dos ${municipios(visiveis.length)} tem dados suficientes para a nota.`;
  if (topo === null) return `O índice não diferencia os municípios com os pesos escolhidos; ${dados}`;
  const onde = concentracao(recorte.municipios, topo.codigos);
  if (filtros.length > 0) {
    const quantos = count(topo.codigos.length, "município está", "municípios estão");
    return `No filtro, ${quantos} na faixa de mais necessidade de apoio do estado (nota ${topo.rotulo})${onde === "" ? "" : `, ${onde}`}; ${dados}`;
  }
  const sujeito = topo.codigos.length === 1 ? "o município" : `os ${municipios(topo.codigos.length)}`;
  const verbo = topo.codigos.length === 1 ? "fica" : "ficam";
  return `Pelo índice de prioridade, ${sujeito} com mais necessidade de apoio (nota ${topo.rotulo}) ${verbo} ${onde}; ${dados}`;
}

/** The sentence under one indicator: period, median, who is at the end that asks for more support, who has no figure. */
export function fraseIndicador({ linhas, noFiltro, medida, filtros }: Recorte): string {
  const visiveis = linhas.filter(({ codigo }) => noFiltro.has(codigo));
  if (visiveis.length === 0) return "Nenhum município passa pelos filtros escolhidos.";
  const comDado = visiveis.filter(({ valor }) => isValor(valor));
  const nome = `${medida.nome}${medida.periodo === null ? "" : `, ${medida.periodo}`}`;
  const onde = filtros.length > 0 ? "No filtro, " : "";
  if (comDado.length === 0) return `${onde}nenhum dos ${municipios(visiveis.length)} tem dado de ${nome}.`;
  const valores = comDado.flatMap(({ valor }) => (isValor(valor) ? [valor.valor] : []));
  const falta = visiveis.length - comDado.length;
  const semDado = falta === 0 ? "" : ` ${municipios(falta)} sem dado.`;
  if (medida.emPalavras) {
    return `${nome}: ${onde.toLowerCase()}${contagemPorResposta(medida, valores)}, entre ${municipios(comDado.length)} com dado.${semDado}`;
  }
  const [unico] = comDado;
  if (unico !== undefined && comDado.length === 1) {
    return `${nome}: ${onde.toLowerCase()}só ${unico.nome} tem dado (${unico.texto ?? ""}).${semDado}`;
  }
  const meio = mediana(valores);
  const fim = medida.maisNecessidade === null ? "Maiores valores em" : "Mais necessidade de apoio em";
  return `${nome}: ${onde.toLowerCase()}metade dos ${municipios(comDado.length)} com dado tem até ${comUnidade(medida, meio)}. ${fim} ${extremo(comDado)}.${semDado}`;
}

/** "A (1,33), B (1,67) e C (2,00)", the first by position; figures shared by many are counted, not named by chance. */
function extremo(comDado: readonly Linha[]): string {
  const ordem = comDado.toSorted((a, b) => (a.posicao ?? 0) - (b.posicao ?? 0));
  const corte = ordem[NOMEADOS - 1]?.posicao ?? ordem.length;
  const empatados = ordem.filter(({ posicao }) => posicao === corte);
  const antes = ordem.filter(({ posicao }) => posicao !== null && posicao < corte);
  const nomear = antes.length + empatados.length <= NOMEADOS ? [...antes, ...empatados] : antes;
  const nomes = nomear.map(({ nome, texto }) => `${nome} (${texto ?? ""})`);
  if (nomear.length === antes.length) nomes.push(`${municipios(empatados.length)} com ${empatados[0]?.texto ?? ""}`);
  return joinPt(nomes);
}

/** Reading of the map for those who do not see it: extremes, median, who has no figure. */
export function leituraMapa({ linhas, medida, layer }: Recorte): string {
  const valores = linhas.flatMap(({ valor }) => (isValor(valor) ? [valor.valor] : []));
  const meio = mediana(valores);
  if (valores.length === 0) return `${layer.titulo}: nenhum município com dado.`;
  const texto = (v: number): string => comUnidade(medida, v);
  const faltam = linhas.length - valores.length;
  const resumo = medida.emPalavras
    ? contagemPorResposta(medida, valores)
    : `de ${texto(Math.min(...valores))} a ${texto(Math.max(...valores))}, mediana ${texto(meio)}`;
  return (
    `${layer.titulo}: ${resumo}, em ${municipios(valores.length)}${faltam > 0 ? `; ${formatNumber(faltam)} sem valor` : ""}. ` +
    (medida.maisNecessidade === null ? "No fim da legenda estão os valores maiores." : "No fim da legenda está quem tem mais necessidade de apoio.")
  );
}

/** Codes in the class of most need that pass the filter, with the class's label; null when there is only one class. */
export function maisNecessidade({ layer, noFiltro }: Pick<Recorte, "layer" | "noFiltro">): {
  readonly codigos: readonly number[];
  readonly rotulo: string;
} | null {
  const topo = layer.classes.length - 1;
  const classe = layer.classes[topo];
  if (classe === undefined || topo === 0) return null;
  const codigos = [...layer.classe].flatMap(([codigo, indice]) => (indice === topo && noFiltro.has(codigo) ? [codigo] : []));
  return { codigos, rotulo: classe.rotulo };
}

/** "nas regiões de Juína (6), Cáceres (5), Sinop (3) e em mais 4"; ties by name. */
function concentracao(lista: readonly Municipio[], codigos: readonly number[]): string {
  const dentro = new Set(codigos);
  const contagem = new Map<string, number>();
  for (const { codigo, regiaoImediata } of lista) {
    if (dentro.has(codigo) && regiaoImediata !== null) {
      contagem.set(regiaoImediata.nome, (contagem.get(regiaoImediata.nome) ?? 0) + 1);
    }
  }
  const ordem = [...contagem].sort(([a, n], [b, k]) => k - n || compareNames(a, b));
  if (ordem.length === 0) return "";
  const nomes = ordem.slice(0, NOMEADOS).map(([nome, n]) => (ordem.length === 1 ? nome : `${nome} (${formatNumber(n)})`));
  const resto = ordem.length - nomes.length;
  if (resto > 0) return `nas regiões de ${nomes.join(", ")} e em mais ${formatNumber(resto)}`;
  return `${ordem.length === 1 ? "na região" : "nas regiões"} de ${joinPt(nomes)}`;
}

/** "11 em “Não”, 24 em “Em parte” e 97 em “Sim”", in the order of the scale. */
function contagemPorResposta(medida: Medida, valores: readonly number[]): string {
  const distintos = [...new Set(valores)].sort((a, b) => a - b);
  return joinPt(distintos.map((v) => `${formatNumber(valores.filter((x) => x === v).length)} em “${medida.format(v)}”`));
}

function fracao(parte: number, todo: number): string {
  if (parte === 0) return `nenhum de ${formatNumber(todo)} tem`;
  return `${formatNumber(parte)} de ${formatNumber(todo)} ${parte === 1 ? "tem" : "têm"}`;
}
