import { count, formatMeasure, formatNumber, formatPeriod, joinPt } from "../../core/format.ts";
import {
  type ColunaIndicador,
  type Fonte,
  type Indicador,
  POLARIDADE_MARCA,
  POLARIDADE_ROTULO,
} from "../../core/indicador.ts";
import type { Municipio } from "../../core/municipio.ts";
import { matches } from "../../core/search.ts";
import type { Metodo } from "../../core/metodo/method.ts";
import type { IndiceConfig, Norma, Territorio } from "../../core/territorio.ts";
import { TOPICOS_DO_APOIO, type TopicoDoApoio } from "./apoio.ts";
import { ANCORA, ancoraArtigo, ancoraFonte, ancoraIndicador, ancoraNorma, TITULO } from "./ancora.ts";
import { linhasDasBalizas, type LinhaBaliza } from "./metodo/balizas.ts";
import { textosDoTopico, type Topico } from "./metodo/topico.ts";
import { topicosDoMetodo } from "./metodo/topicos.ts";
import { comoContamosPrazos } from "./relogio.ts";
import { COMO_CONTAMOS_COBERTURA, COMO_CONTAMOS_DENUNCIAS, COMO_LER, GLOSSARIO, indiceEmPalavras } from "./textos.ts";

/** What the page says of one indicator. */
export interface Ficha {
  readonly ancora: string;
  readonly indicador: Indicador;
  readonly dimensao: string;
  readonly marca: string;
  readonly comoLer: string;
  readonly fonte: Fonte | null;
  /** Reference period in words; null when no figure is loaded. */
  readonly periodo: string | null;
  /** "141 de 142 municípios têm valor; falta Boa Esperança do Norte." */
  readonly cobertura: string;
  /** "de 0 a 1", or the labels of coded answers; null when the unit says it all. */
  readonly escala: string | null;
  /** Name of the dimension under which it enters the index; null when it does not. */
  readonly noIndice: string | null;
}

export interface GrupoFichas {
  readonly id: string;
  readonly nome: string;
  readonly pergunta: string | null;
  readonly fichas: readonly Ficha[];
}

export interface LinhaDimensao {
  readonly id: string;
  readonly nome: string;
  /** Share of the weight, per cent. */
  readonly parte: number;
  readonly indicadores: readonly LinhaBaliza[];
}

/** What stands before the rules: the index in words, its weights and its goalposts. */
export interface AberturaIndice {
  readonly passos: readonly string[];
  readonly dimensoes: readonly LinhaDimensao[];
  /** The article that has visits defined from indicators; null when the territory names none. */
  readonly fundamento: { readonly citacao: string; readonly resumo: string; readonly ancora: string } | null;
}

export interface SecaoIndice {
  readonly nome: string;
  readonly abertura: AberturaIndice | null;
  readonly topicos: readonly Topico[];
}

/** Everything the page shows, already filtered by the search; an empty part is left out of the page. */
export interface Metodologia {
  readonly comoLer: readonly string[];
  readonly grupos: readonly GrupoFichas[];
  readonly indice: SecaoIndice | null;
  readonly ausencias: typeof GLOSSARIO;
  readonly cobertura: readonly string[];
  readonly apoio: readonly TopicoDoApoio[];
  readonly denuncias: readonly string[];
  readonly fontes: readonly Fonte[];
  readonly normas: readonly Norma[];
  /** Indicators, articles, sources and sections found. */
  readonly encontrados: number;
}

export interface Entrada {
  readonly territorio: Pick<Territorio, "indice" | "normas">;
  readonly fontes: readonly Fonte[];
  readonly catalogo: readonly Indicador[];
  /** The method in force. */
  readonly metodo: Metodo;
  readonly municipios: readonly Municipio[];
  readonly colunas: readonly ColunaIndicador[];
}

/** The page's contents for a search; the empty search keeps everything. */
export function metodologia(entrada: Entrada, busca: string): Metodologia {
  const { territorio, fontes } = entrada;
  const achou = (...textos: readonly (string | null)[]): boolean => matches(textos.join(" "), busca);
  const grupos = agrupar(fichas(entrada), territorio.indice)
    .map((grupo) => ({ ...grupo, fichas: grupo.fichas.filter((f) => achou(...textosDaFicha(f))) }))
    .filter((grupo) => grupo.fichas.length > 0);
  const normas = territorio.normas.flatMap((norma): Norma[] => {
    if (achou(norma.nomeCurto, norma.titulo)) return [norma];
    const artigos = norma.artigos.filter(({ ref, resumo }) => achou(norma.nomeCurto, ref, resumo));
    return artigos.length === 0 ? [] : [{ ...norma, artigos }];
  });
  const indice = secaoIndice(entrada, achou);
  const comoLer = COMO_LER.filter((texto) => achou("como ler", texto));
  const ausencias = GLOSSARIO.filter(({ palavra, sentido }) => achou(palavra, sentido));
  const cobertura = COMO_CONTAMOS_COBERTURA.filter((texto) => achou("cobertura apoio", texto));
  const apoio = TOPICOS_DO_APOIO.map((topico) => ({ ...topico, paragrafos: topico.paragrafos.filter((texto) => achou("cobertura apoio", topico.titulo, texto)) })).filter(
    ({ paragrafos }) => paragrafos.length > 0,
  );
  const denuncias = [...COMO_CONTAMOS_DENUNCIAS, ...comoContamosPrazos(territorio.normas)].filter((texto) => achou("denúncias prazos", texto));
  const achadas = fontes.filter(({ nome, orgao, referencia, nota }) => achou(nome, orgao, referencia, nota));
  return {
    comoLer,
    grupos,
    indice,
    ausencias,
    cobertura,
    apoio,
    denuncias,
    fontes: achadas,
    normas,
    encontrados:
      comoLer.length +
      grupos.reduce((n, grupo) => n + grupo.fichas.length, 0) +
      (indice === null ? 0 : indice.topicos.length + (indice.abertura === null ? 0 : 1)) +
      ausencias.length +
      cobertura.length +
      apoio.reduce((n, { paragrafos }) => n + paragrafos.length, 0) +
      denuncias.length +
      achadas.length +
      normas.reduce((n, { artigos }) => n + artigos.length, 0),
  };
}

function secaoIndice(entrada: Entrada, achou: (...textos: readonly (string | null)[]) => boolean): SecaoIndice | null {
  const { territorio, catalogo, metodo } = entrada;
  const { nome, capacidade } = territorio.indice;
  const passos = indiceEmPalavras(metodo);
  const dimensoes = linhasDimensoes(metodo, catalogo);
  const tabelas = dimensoes.flatMap((d) => [d.nome, ...d.indicadores.flatMap((i) => [i.nome, i.origem, i.fonte])]);
  const abertura = achou("índice prioridade nota peso dimensão baliza método", nome, ...passos, ...tabelas)
    ? { passos, dimensoes, fundamento: fundamentoDe(territorio) }
    : null;
  const topicos = topicosDoMetodo(metodo, catalogo, capacidade).filter((topico) => achou(...textosDoTopico(topico)));
  return abertura === null && topicos.length === 0 ? null : { nome, abertura, topicos };
}

/** One record for each indicator of the catalogue, in its order. */
export function fichas({ metodo, fontes, catalogo, municipios, colunas }: Entrada): Ficha[] {
  const porId = new Map(colunas.map((coluna) => [coluna.indicador, coluna]));
  const fontePorId = new Map(fontes.map((fonte) => [fonte.id, fonte]));
  const dimensaoDe = new Map(metodo.dimensoes.flatMap(({ nome, indicadores }) => indicadores.map(({ id }) => [id, nome] as const)));
  return catalogo.map((indicador) => {
    const coluna = porId.get(indicador.id);
    return {
      ancora: ancoraIndicador(indicador.id),
      indicador,
      dimensao: indicador.dimensao,
      marca: POLARIDADE_MARCA[indicador.polaridade],
      comoLer: POLARIDADE_ROTULO[indicador.polaridade],
      fonte: fontePorId.get(coluna?.fonte ?? indicador.fonte) ?? null,
      periodo: coluna === undefined ? null : periodoEmPalavras(coluna),
      cobertura: coberturaEmPalavras(coluna, municipios),
      escala: escalaEmPalavras(indicador),
      noIndice: dimensaoDe.get(indicador.id) ?? null,
    };
  });
}

/** "2021", and the other periods where some figures are older. */
export function periodoEmPalavras({ periodo, periodos }: ColunaIndicador): string {
  const outros = (periodos ?? []).filter((p) => p !== null && p !== periodo);
  if (outros.length === 0) return formatPeriod(periodo);
  const distintos = [...new Set(outros)].sort().map((p) => formatPeriod(p ?? periodo));
  return `${formatPeriod(periodo)}; ${count(outros.length, "município tem", "municípios têm")} valor de outro período (${joinPt(distintos)})`;
}

/** How many municipalities have a figure, naming the missing ones while they are few. */
export function coberturaEmPalavras(coluna: ColunaIndicador | undefined, municipios: readonly Municipio[]): string {
  const total = count(municipios.length, "município", "municípios");
  const faltam = municipios.filter((_, i) => (coluna?.valores[i] ?? null) === null);
  const com = municipios.length - faltam.length;
  if (com === 0) return `Nenhum dos ${formatNumber(municipios.length)} municípios tem valor carregado.`;
  if (faltam.length === 0) return `Todos os ${total} têm valor.`;
  const quais =
    faltam.length <= 3
      ? `; ${faltam.length === 1 ? "falta" : "faltam"} ${joinPt(faltam.map(({ nome }) => nome))}`
      : `; faltam ${formatNumber(faltam.length)}`;
  return `${formatNumber(com)} de ${total} ${com === 1 ? "tem" : "têm"} valor${quais}.`;
}

function fundamentoDe({ indice, normas }: Entrada["territorio"]): AberturaIndice["fundamento"] {
  const norma = normas.find(({ id }) => id === indice.fundamento?.norma);
  const artigo = norma?.artigos.find(({ ref }) => ref === indice.fundamento?.artigo);
  if (norma === undefined || artigo === undefined) return null;
  return {
    citacao: `${norma.nomeCurto}, ${artigo.ref}`,
    resumo: artigo.resumo,
    ancora: ancoraArtigo(norma.id, artigo.ref),
  };
}

/** Dimensions of the method with their share of the weight, and their indicators with goalposts. */
export function linhasDimensoes(metodo: Metodo, catalogo: readonly Indicador[]): LinhaDimensao[] {
  const soma = metodo.dimensoes.reduce((total, { peso }) => total + peso, 0);
  const balizas = new Map(linhasDasBalizas(metodo, catalogo).map((linha) => [linha.id, linha]));
  return metodo.dimensoes.map(({ id, nome, peso, indicadores }) => ({
    id,
    nome,
    parte: soma === 0 ? 0 : (100 * peso) / soma,
    indicadores: indicadores.flatMap((indicador) => balizas.get(indicador.id) ?? []),
  }));
}

export interface ItemSumario {
  readonly ancora: string;
  readonly titulo: string;
  readonly filhos: readonly { readonly ancora: string; readonly titulo: string }[];
}

/** Table of contents of what the page shows. */
export function sumario(m: Metodologia): ItemSumario[] {
  const partes: (ItemSumario | null)[] = [
    m.comoLer.length === 0 ? null : { ancora: ANCORA.comoLer, titulo: TITULO.comoLer, filhos: [] },
    m.indice === null
      ? null
      : {
          ancora: ANCORA.indice,
          titulo: m.indice.nome,
          filhos: [
            ...(m.indice.abertura === null
              ? []
              : [
                  { ancora: ANCORA.pesos, titulo: TITULO.pesos },
                  { ancora: ANCORA.balizas, titulo: TITULO.balizas },
                ]),
            ...m.indice.topicos,
          ],
        },
    ...m.grupos.map((grupo) => ({
      ancora: ancoraGrupo(grupo.id),
      titulo: grupo.nome,
      filhos: grupo.fichas.map(({ ancora, indicador }) => ({ ancora, titulo: indicador.nome })),
    })),
    m.cobertura.length === 0 ? null : { ancora: ANCORA.cobertura, titulo: TITULO.cobertura, filhos: [] },
    ...m.apoio.map(({ ancora, titulo }) => ({ ancora, titulo, filhos: [] })),
    m.denuncias.length === 0 ? null : { ancora: ANCORA.denuncias, titulo: TITULO.denuncias, filhos: [] },
    m.ausencias.length === 0 ? null : { ancora: ANCORA.ausencias, titulo: TITULO.ausencias, filhos: [] },
    m.fontes.length === 0
      ? null
      : {
          ancora: ANCORA.fontes,
          titulo: TITULO.fontes,
          filhos: m.fontes.map(({ id, nome }) => ({ ancora: ancoraFonte(id), titulo: nome })),
        },
    m.normas.length === 0
      ? null
      : {
          ancora: ANCORA.normas,
          titulo: TITULO.normas,
          filhos: m.normas.map(({ id, nomeCurto }) => ({ ancora: ancoraNorma(id), titulo: nomeCurto })),
        },
  ];
  return partes.filter((parte) => parte !== null);
}

export function ancoraGrupo(dimensao: string): string {
  return `${ANCORA.indicadores}-${dimensao}`;
}

function agrupar(todas: readonly Ficha[], { dimensoes }: IndiceConfig): GrupoFichas[] {
  const ids = [...new Set([...dimensoes.map(({ id }) => id), ...todas.map(({ dimensao }) => dimensao)])];
  return ids.map((id) => {
    const dimensao = dimensoes.find((d) => d.id === id);
    return {
      id,
      nome: `Indicadores: ${dimensao?.nome ?? id}`,
      pergunta: dimensao?.pergunta ?? null,
      fichas: todas.filter((f) => f.dimensao === id),
    };
  });
}

function escalaEmPalavras({ niveis, limites, casas, unidade }: Indicador): string | null {
  if (niveis !== undefined) {
    return `${joinPt(Object.entries(niveis).map(([codigo, texto]) => `${codigo} = ${texto}`))}.`;
  }
  if (limites === undefined || unidade.startsWith("de ")) return null;
  return `de ${formatMeasure(limites.min, casas, unidade)} a ${formatMeasure(limites.max, casas, unidade)}.`;
}

function textosDaFicha({ indicador, fonte, comoLer, noIndice }: Ficha): (string | null)[] {
  const { id, nome, nomeCurto, pergunta, unidade, formula, cadencia, ressalva } = indicador;
  return [id, nome, nomeCurto, pergunta, unidade, formula, cadencia, ressalva, comoLer, noIndice, fonte?.nome ?? null, fonte?.orgao ?? null];
}
