import type { CivilDate } from "../civil-date.ts";
import type { EstadoDoCaso } from "../denuncias/reproducao.ts";
import type { ColunaIndicador, Fonte, Indicador } from "../indicador.ts";
import type { SvgMesh } from "../map-layer.ts";
import { buildList, type Lista, type LinhaDaLista } from "../metodo/list.ts";
import { methodHash, type Metodo } from "../metodo/method.ts";
import { dataHash, preparePriority, scorePriority, type PreparedPriority } from "../metodo/priority.ts";
import type { Municipio } from "../municipio.ts";
import { coordenacaoDoTema } from "../pacto/classificar.ts";
import type { Coordenacao, Pacto } from "../pacto/plano.ts";
import type { PlanoContado } from "../planos/progresso.ts";
import type { Territorio } from "../territorio.ts";
import { formasDaMalha, type FormasDaMalha } from "./malha.ts";

/** An earlier figure of an indicator, to set the newest one against. */
export interface FiguraAnterior {
  readonly periodo: string;
  readonly valor: number;
}

/** Support of one strategy that reached a municipality, held up to the reference date; distinct events. */
export interface ApoioPorEstrategia {
  /** Id among the pact's strategies; one that it does not have is printed as it is. */
  readonly estrategia: string;
  readonly noPeriodo: number;
  readonly todos: number;
  readonly ultimo: CivilDate;
  /** Last one on site; null when none was. */
  readonly ultimoPresencial: CivilDate | null;
  /** Theme written for the last one. */
  readonly tema: string | null;
}

/** Complaints about one municipality, by case (apensadas count through their main case). */
export interface DenunciasDoMunicipio {
  /** Registered in the twelve months that end with the reference month. */
  readonly registradas: number;
  /** Open cases by where they stand, in the order of the norm; those with none are left out. */
  readonly abertas: readonly { readonly estado: EstadoDoCaso; readonly casos: number }[];
  /** Open cases whose most urgent term is past its day. */
  readonly vencidas: number;
  /** Of the open ones, those that wait for the municipality. */
  readonly esperamMunicipio: number;
  /** Cases with a finding of difficulties in the municipal gestão in the last twelve months. */
  readonly dificuldades: number;
}

/** What the dossiers of a territory are made of, read once for all its municipalities. */
export interface PecasDosDossies {
  readonly territorio: Territorio;
  readonly fontes: readonly Fonte[];
  readonly catalogo: readonly Indicador[];
  readonly municipios: readonly Municipio[];
  /** Newest figures, aligned with `municipios`. */
  readonly colunas: readonly ColunaIndicador[];
  /** Aligned with `municipios`. */
  readonly mesh: SvgMesh;
  readonly metodo: Metodo;
  readonly pacto: Pacto;
  /** The day counted as today. */
  readonly dataReferencia: CivilDate;
  /** By indicator and code: a figure of up to five years before the newest; null when the figures were not read. */
  readonly anteriores: ReadonlyMap<string, ReadonlyMap<number, FiguraAnterior>> | null;
  /** By code; one that is not there had no support. Null when the record is not there. */
  readonly apoio: ReadonlyMap<number, readonly ApoioPorEstrategia[]> | null;
  /** Plans of all municipalities, counted on the reference date; null when there is no record of them. */
  readonly planos: readonly PlanoContado[] | null;
  /** By code; one that is not there has no case. Null when the record is not there. */
  readonly denuncias: ReadonlyMap<number, DenunciasDoMunicipio> | null;
  /** Short name of the norm that complaints are looked into by; null where the territory has none. */
  readonly normaDasDenuncias: string | null;
  /** SHA-256 of all data in use; where it is not known, that of the figures of the list stands for it. */
  readonly hashDosDados?: string | null;
  /** What is made up for demonstration. */
  readonly demonstracao: DemonstracaoDoDossie;
}

export interface DemonstracaoDoDossie {
  readonly indicadores: boolean;
  readonly apoio: boolean;
  readonly planos: boolean;
  readonly denuncias: boolean;
}

/** The pieces with what is the same for every municipality worked out once. */
export interface EntradaDosDossies extends PecasDosDossies {
  readonly preparada: PreparedPriority;
  readonly lista: Lista;
  readonly linhaDe: ReadonlyMap<number, LinhaDaLista>;
  readonly posicaoDe: ReadonlyMap<number, number>;
  readonly planosDe: ReadonlyMap<number, readonly PlanoContado[]>;
  readonly colunaDe: ReadonlyMap<string, ColunaIndicador>;
  readonly registroDe: ReadonlyMap<string, Indicador>;
  readonly formas: FormasDaMalha;
  /** Positions of the municipalities of each region and of each size, by its code or name. */
  readonly daRegiao: ReadonlyMap<number, readonly number[]>;
  readonly doPorte: ReadonlyMap<string, readonly number[]>;
  /** The office that answers for a theme; null when none does. */
  readonly coordenacaoDe: (tema: string) => Coordenacao | null;
  /** SHA-256 of the method. */
  readonly hashMetodo: string;
  /** SHA-256 of the data the sheet stands on. */
  readonly hashDados: string;
}

/**
 * Prepares the dossiers of a territory: scores and lists its municipalities by the method.
 * @throws RangeError for what `preparePriority` refuses, or a mesh that does not fit the municipalities
 */
export function prepararDossies(pecas: PecasDosDossies): EntradaDosDossies {
  const { metodo, catalogo, colunas, municipios, mesh } = pecas;
  const preparada = preparePriority(metodo, catalogo, colunas, municipios);
  const lista = buildList(preparada, scorePriority(preparada), municipios);
  const planosDe = new Map<number, PlanoContado[]>();
  for (const contado of pecas.planos ?? []) {
    const { municipio } = contado.plano;
    const daqui = planosDe.get(municipio);
    if (daqui === undefined) planosDe.set(municipio, [contado]);
    else daqui.push(contado);
  }
  return {
    ...pecas,
    preparada,
    lista,
    linhaDe: new Map([...lista.linhas, ...lista.semNota].map((linha) => [linha.codigo, linha])),
    posicaoDe: new Map(municipios.map(({ codigo }, i) => [codigo, i])),
    planosDe,
    colunaDe: new Map(colunas.map((coluna) => [coluna.indicador, coluna])),
    registroDe: new Map(catalogo.map((registro) => [registro.id, registro])),
    formas: formasDaMalha(mesh, municipios),
    daRegiao: agrupadas(municipios, ({ regiaoImediata }) => regiaoImediata?.codigo ?? null),
    doPorte: agrupadas(municipios, ({ porte }) => porte),
    coordenacaoDe: lembrando((tema) => coordenacaoDoTema(tema, pecas.pacto)),
    hashMetodo: methodHash(metodo),
    hashDados: pecas.hashDosDados ?? dataHash(preparada),
  };
}

/** Positions by group; those of none are in no group. */
function agrupadas<K>(municipios: readonly Municipio[], de: (municipio: Municipio) => K | null): ReadonlyMap<K, readonly number[]> {
  const grupos = new Map<K, number[]>();
  for (const [i, municipio] of municipios.entries()) {
    const grupo = de(municipio);
    if (grupo === null) continue;
    const membros = grupos.get(grupo);
    if (membros === undefined) grupos.set(grupo, [i]);
    else membros.push(i);
  }
  return grupos;
}

function lembrando<R>(responder: (tema: string) => R): (tema: string) => R {
  const ditos = new Map<string, R>();
  return (tema) => {
    const dito = ditos.get(tema);
    if (dito !== undefined) return dito;
    const novo = responder(tema);
    ditos.set(tema, novo);
    return novo;
  };
}
