import { diaDe } from "../../core/denuncias/dia.ts";
import { SEM_CODIGO } from "../../core/denuncias/passos.ts";
import { classificar, sugeridorDeLinhas, type Classificacao, type SugestaoDeLinha } from "../../core/pacto/classificar.ts";
import type { BaseDoPacto } from "../../core/pacto/cobertura.ts";
import type { ApoiosEmColunas } from "../../core/pacto/colunas.ts";
import { maisNecessitados } from "../../core/pacto/partes.ts";
import type { Pacto } from "../../core/pacto/plano.ts";
import { EIXO_ROTULO, ESTRATEGIA_ROTULO } from "../contracts/apoios.ts";
import type { ApoioCarregado } from "./apoio-carregar.ts";
import type { AjustesDoApoio, Dentro } from "./perguntas.ts";

/** The record seen through a page's adjustments. */
export interface ApoioPreparado {
  readonly colunas: ApoiosEmColunas;
  readonly classes: Classificacao;
  readonly pacto: Pacto;
  readonly hoje: number;
  readonly municipios: number;
  /** NaN = unknown. */
  readonly populacao: Float64Array;
  /** NaN = none; null = no index in use. */
  readonly notas: Float64Array | null;
  readonly necessitados: Uint8Array | null;
  /** The line an unclassified theme may have meant; of each theme found once. */
  readonly sugerir: (tema: string) => SugestaoDeLinha | null;
}

/** @throws RangeError for lists that are not aligned or a `hoje` that is not a civil date */
export function prepararApoio(carregado: ApoioCarregado, { hoje, pacto, codigos, populacao, notas }: AjustesDoApoio): ApoioPreparado {
  const municipios = codigos.length;
  for (const [nome, lista] of Object.entries({ populacao, notas })) if (lista !== null && lista.length !== municipios) throw new RangeError(`${municipios} municipalities and ${lista.length} in ${nome}`);
  const { codigo, ...resto } = carregado;
  const posicaoDe = new Map(codigos.map((ibge, i) => [ibge, i]));
  const colunas: ApoiosEmColunas = {
    ...resto,
    municipio: codigo.map((ibge) => posicaoDe.get(ibge) ?? -1),
    estrategia: noPacto(carregado.estrategia, Object.keys(ESTRATEGIA_ROTULO), pacto.estrategias),
    eixo: noPacto(carregado.eixo, Object.keys(EIXO_ROTULO), pacto.eixos),
  };
  return {
    colunas,
    classes: classificar(colunas, pacto),
    pacto,
    hoje: diaDe(hoje),
    municipios,
    populacao: comFalta(populacao),
    notas: notas === null ? null : comFalta(notas),
    necessitados: notas === null ? null : maisNecessitados(notas),
    sugerir: lembrar(sugeridorDeLinhas(pacto)),
  };
}

/** Numbers with NaN for what is not known. */
export function comFalta(valores: readonly (number | null)[]): Float64Array {
  return Float64Array.from(valores, (valor) => valor ?? NaN);
}

/** Positions as a mask of the municipalities; null = all. @throws RangeError for a position out of the list */
export function mascara(dentro: Dentro, municipios: number): Uint8Array | null {
  if (dentro === null) return null;
  const marcas = new Uint8Array(municipios);
  for (const posicao of dentro) {
    if (!Number.isInteger(posicao) || posicao < 0 || posicao >= municipios) throw new RangeError(`position ${posicao} in a list of ${municipios} municipalities`);
    marcas[posicao] = 1;
  }
  return marcas;
}

export function baseDo({ municipios, populacao, necessitados }: ApoioPreparado, dentro: Dentro): BaseDoPacto {
  return { municipios, populacao, necessitados, dentro: mascara(dentro, municipios) };
}

/** Positions in the contract's list as positions in the pact's. */
function noPacto(codigos: Uint8Array, doContrato: readonly string[], doPacto: readonly { readonly id: string }[]): Uint8Array {
  const para = new Uint8Array(SEM_CODIGO + 1).fill(SEM_CODIGO);
  doContrato.forEach((id, i) => {
    const posicao = doPacto.findIndex((item) => item.id === id);
    para[i] = posicao < 0 ? SEM_CODIGO : posicao;
  });
  return codigos.map((codigo) => para[codigo] ?? SEM_CODIGO);
}

function lembrar<T>(achar: (tema: string) => T): (tema: string) => T {
  const achados = new Map<string, { readonly achado: T }>();
  return (tema) => {
    const conhecido = achados.get(tema) ?? { achado: achar(tema) };
    achados.set(tema, conhecido);
    return conhecido.achado;
  };
}
