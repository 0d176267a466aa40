import { CAPACIDADE_DO_CRAS } from "../dossie/rede.ts";
import type { Fonte, Indicador } from "../indicador.ts";
import type { Municipio } from "../municipio.ts";
import { circuloMaximoKm } from "../visitas/distancias.ts";
import type { CivilDate, CivilMonth } from "../civil-date.ts";
import { compararComOGrupo, tendenciaDe } from "./municipio-comparar.ts";
import { denunciasDosLugares } from "./municipio-denuncias.ts";
import type { ApoioPublico, CrasPerto, DenunciasPublicas, FiguraPublica, MunicipioPublico, PontoDaSerie, RedePublica } from "./municipio.ts";
import type { TabelaProtegida } from "./publicacao.ts";

/** Plain words for an indicator. */
export interface PalavrasDoIndicador {
  readonly id: string;
  readonly nome: string;
  readonly frase: string;
  readonly naoDiz: string;
}

/** Sections of the page and the plain words of the figures. */
export interface PalavrasDoMunicipio {
  readonly grupos: readonly { readonly id: string; readonly titulo: string; readonly dimensoes: readonly string[] }[];
  readonly indicadores: readonly PalavrasDoIndicador[];
}

/** A published figure, with its own period and source. */
export interface PontoPublicado extends PontoDaSerie {
  readonly fonte: string;
}

/** What the pages of all municipalities are made from. */
export interface EntradaDosMunicipios {
  readonly municipios: readonly Municipio[];
  readonly territorio: { readonly uf: string; readonly nome: string; readonly nomeCom: string };
  readonly dataReferencia: CivilDate;
  readonly catalogo: readonly Indicador[];
  readonly fontes: readonly Fonte[];
  /** Ids of the method's indicators. */
  readonly doMetodo: readonly string[];
  readonly palavras: PalavrasDoMunicipio;
  /** Every figure by indicator and code, oldest first. */
  readonly series: ReadonlyMap<string, ReadonlyMap<number, readonly PontoPublicado[]>>;
  readonly apoios: ReadonlyMap<number, ApoioPublico> | null;
  readonly denuncias: { readonly k: number; readonly demonstracao: boolean; readonly inicio: CivilMonth | null; readonly tabelas: readonly TabelaProtegida[] } | null;
}

/** Counts of CRAS and CREAS, in the order in which they are looked for: the register, then the census. */
const CRAS = ["cadsuas-cras", "cras-unidades"];
const CREAS = ["cadsuas-creas", "creas-unidades"];
const QUANTOS_PERTO = 3;

type Ponto = PontoPublicado;

/** The page of every municipality, in the order of the list. */
export function montarMunicipiosPublicos(entrada: EntradaDosMunicipios): MunicipioPublico[] {
  const escolhidos = indicadoresDaPagina(entrada);
  return entrada.municipios.map((municipio) => {
    const figuras = escolhidos.map((escolhido) => figura(entrada, escolhido, municipio));
    const rede = redeDe(entrada, municipio);
    const usadas = new Set([...figuras.map(({ fonte }) => fonte), ...(rede.fonte === null ? [] : [rede.fonte])]);
    return {
      formato: 1,
      codigo: municipio.codigo,
      nome: municipio.nome,
      regiao: municipio.regiaoImediata?.nome ?? null,
      porte: municipio.porte,
      populacao: municipio.populacao,
      anoCenso: municipio.anoCenso,
      territorio: { nome: entrada.territorio.nome, nomeCom: entrada.territorio.nomeCom },
      dataReferencia: entrada.dataReferencia,
      grupos: entrada.palavras.grupos.filter(({ id }) => figuras.some(({ grupo }) => grupo === id)).map(({ id, titulo }) => ({ id, titulo })),
      rede,
      figuras,
      apoio: entrada.apoios?.get(municipio.codigo) ?? null,
      denuncias: denunciasDe(entrada, municipio),
      fontes: entrada.fontes.filter(({ id }) => usadas.has(id)).map(({ id, nome, orgao, url }) => ({ id, nome, orgao, url })),
    };
  });
}

interface Escolhido {
  readonly indicador: Indicador;
  readonly grupo: string;
  readonly palavras: PalavrasDoIndicador;
  readonly serieDe: ReadonlyMap<number, readonly Ponto[]>;
}

/** Those told in plain words, then the rest of the method's, that have a figure at all. */
function indicadoresDaPagina({ catalogo, doMetodo, palavras, series }: EntradaDosMunicipios): Escolhido[] {
  const ids = [...new Set([...palavras.indicadores.map(({ id }) => id), ...doMetodo])];
  const escolhidos = ids.flatMap((id) => {
    const indicador = catalogo.find((um) => um.id === id);
    const serieDe = series.get(id);
    if (indicador === undefined || serieDe === undefined) return [];
    const grupo = palavras.grupos.find(({ dimensoes }) => dimensoes.includes(indicador.dimensao))?.id ?? "";
    const ditas = palavras.indicadores.find((um) => um.id === id) ?? palavrasDoCatalogo(indicador);
    return [{ indicador, grupo, palavras: ditas, serieDe }];
  });
  return palavras.grupos.flatMap(({ id }) => escolhidos.filter(({ grupo }) => grupo === id));
}

function palavrasDoCatalogo({ id, nome, niveis, ressalva }: Indicador): PalavrasDoIndicador {
  return { id, nome, frase: niveis === undefined ? "Em {periodo}, o número era {valor}." : "Em {periodo}, a resposta foi “{resposta}”.", naoDiz: ressalva };
}

function figura({ municipios }: EntradaDosMunicipios, { indicador, grupo, palavras, serieDe }: Escolhido, municipio: Municipio): FiguraPublica {
  const serie = serieDe.get(municipio.codigo) ?? [];
  const ultimo = serie.at(-1) ?? null;
  const limites = indicador.limites ?? null;
  const isResposta = indicador.niveis !== undefined;
  const doGrupo = (dentro: (outro: Municipio) => boolean): (number | null)[] => municipios.filter(dentro).map(({ codigo }) => serieDe.get(codigo)?.at(-1)?.valor ?? null);
  const comparar = (dentro: ((outro: Municipio) => boolean) | null) => (dentro === null ? null : compararComOGrupo(ultimo?.valor ?? null, doGrupo(dentro), isResposta));
  const { porte, regiaoImediata } = municipio;
  return {
    indicador: indicador.id,
    grupo,
    nome: palavras.nome,
    frase: palavras.frase,
    naoDiz: palavras.naoDiz,
    unidade: indicador.unidade,
    casas: indicador.casas,
    niveis: indicador.niveis ?? null,
    limites,
    valor: ultimo?.valor ?? null,
    periodo: ultimo?.periodo ?? periodoMaisNovo(serieDe),
    fonte: ultimo?.fonte ?? indicador.fonte,
    porte: comparar(porte === null ? null : (outro) => outro.porte === porte),
    regiao: comparar(regiaoImediata === null ? null : (outro) => outro.regiaoImediata?.codigo === regiaoImediata.codigo),
    serie: serie.map(({ periodo, valor }) => ({ periodo, valor })),
    tendencia: isResposta ? null : tendenciaDe(serie, limites),
  };
}

function periodoMaisNovo(serieDe: ReadonlyMap<number, readonly Ponto[]>): string {
  let novo = "";
  for (const serie of serieDe.values()) {
    const periodo = serie.at(-1)?.periodo ?? "";
    if (periodo > novo) novo = periodo;
  }
  return novo;
}

function redeDe(entrada: EntradaDosMunicipios, municipio: Municipio): RedePublica {
  const { codigo, porte, sede } = municipio;
  const ultimo = (ids: readonly string[]): Ponto | null => ultimoDe(entrada, ids, codigo);
  const cras = ultimo(CRAS);
  const creas = ultimo(CREAS);
  return {
    cras: semFonte(cras),
    creas: semFonte(creas),
    familiasPorCras: porte === null ? null : CAPACIDADE_DO_CRAS[porte],
    capacidadeDeclarada: semFonte(ultimo(["cras-capacidade"])),
    familias: semFonte(ultimo(["cadunico-familias-meio-salario"])),
    pessoas: semFonte(ultimo(["cadunico-pessoas"])),
    perto: sede === null ? [] : crasPerto(entrada, codigo, sede),
    fonte: (cras ?? creas)?.fonte ?? null,
  };
}

function ultimoDe({ series }: EntradaDosMunicipios, ids: readonly string[], codigo: number): Ponto | null {
  for (const id of ids) {
    const ponto = series.get(id)?.get(codigo)?.at(-1);
    if (ponto !== undefined) return ponto;
  }
  return null;
}

function semFonte(ponto: Ponto | null): PontoDaSerie | null {
  return ponto === null ? null : { periodo: ponto.periodo, valor: ponto.valor };
}

function crasPerto(entrada: EntradaDosMunicipios, daqui: number, sede: { readonly lat: number; readonly lon: number }): CrasPerto[] {
  return entrada.municipios
    .flatMap((outro) => {
      const cras = ultimoDe(entrada, CRAS, outro.codigo)?.valor ?? 0;
      if (outro.codigo === daqui || outro.sede === null || cras === 0) return [];
      return [{ codigo: outro.codigo, nome: outro.nome, km: Math.round(circuloMaximoKm(sede, outro.sede)), cras }];
    })
    .sort((a, b) => a.km - b.km || a.codigo - b.codigo)
    .slice(0, QUANTOS_PERTO);
}

function denunciasDe({ denuncias, territorio }: EntradaDosMunicipios, { codigo, nome, regiaoImediata, regiaoIntermediaria }: Municipio): DenunciasPublicas | null {
  if (denuncias === null) return null;
  const lugares = [
    { nome, doMunicipio: true, membros: [String(codigo)] },
    ...[regiaoImediata, regiaoIntermediaria].flatMap((regiao) => (regiao === null ? [] : [{ nome: regiao.nome, doMunicipio: false, membros: [String(regiao.codigo)] }])),
    { nome: territorio.nome, doMunicipio: false, membros: [territorio.uf] },
  ];
  return { demonstracao: denuncias.demonstracao, k: denuncias.k, inicio: denuncias.inicio, lugares: denunciasDosLugares(denuncias.tabelas, lugares) };
}
