import type { CivilDate } from "../civil-date.ts";
import { diaDe } from "../denuncias/dia.ts";
import { SEM_CODIGO, SEM_DIA } from "../denuncias/passos.ts";
import { SITUACOES_DO_APOIO, type ApoiosEmColunas } from "./colunas.ts";
import type { ModalidadeDoPacto, Pacto } from "./plano.ts";

/** A row of the extract `apoios`; `situacao` only where the record says whether the event was held. */
export interface LinhaDeApoio {
  readonly apoio: string;
  readonly codigo: number;
  /** null = planned without a day. */
  readonly data: CivilDate | null;
  readonly estrategia: string;
  readonly eixo: string;
  readonly tema: string | null;
  readonly modalidade: ModalidadeDoPacto | null;
  readonly origem: "solicitado-municipio" | "identificado-acompanhamento" | null;
  readonly dataSolicitacao: CivilDate | null;
  readonly participantes: number | null;
  readonly situacao?: (typeof SITUACOES_DO_APOIO)[number] | null;
}

/**
 * Rows as columns. A strategy or eixo that the pact does not have becomes `SEM_CODIGO`,
 * to be counted apart; a code that is not in the list, -1.
 * @param codigos IBGE codes, in the order the answers will have
 * @throws RangeError for a text that is not a civil date
 */
export function montarColunas(linhas: readonly LinhaDeApoio[], { estrategias, eixos }: Pick<Pacto, "estrategias" | "eixos">, codigos: readonly number[]): ApoiosEmColunas {
  const n = linhas.length;
  const codigoDe = (lista: readonly { readonly id: string }[]): ((id: string) => number) => {
    const posicoes = new Map(lista.map(({ id }, i) => [id, i]));
    return (id) => posicoes.get(id) ?? SEM_CODIGO;
  };
  const [estrategiaDe, eixoDe] = [codigoDe(estrategias), codigoDe(eixos)];
  const municipios = new Map(codigos.map((codigo, i) => [codigo, i]));
  const eventos = new Map<string, number>();
  const temas = new Map<string, number>();
  const numerar = (mapa: Map<string, number>, texto: string): number => {
    const posicao = mapa.get(texto) ?? mapa.size;
    mapa.set(texto, posicao);
    return posicao;
  };
  const dia = (data: CivilDate | null): number => (data === null ? SEM_DIA : diaDe(data));
  const codigo = <T extends string>(lista: readonly T[], valor: T | null | undefined): number => {
    const posicao = valor === null || valor === undefined ? -1 : lista.indexOf(valor);
    return posicao < 0 ? SEM_CODIGO : posicao;
  };
  return {
    n,
    evento: Int32Array.from(linhas, ({ apoio }) => numerar(eventos, apoio)),
    eventos: eventos.size,
    municipio: Int32Array.from(linhas, (linha) => municipios.get(linha.codigo) ?? -1),
    dia: Int32Array.from(linhas, ({ data }) => dia(data)),
    estrategia: Uint8Array.from(linhas, ({ estrategia }) => estrategiaDe(estrategia)),
    eixo: Uint8Array.from(linhas, ({ eixo }) => eixoDe(eixo)),
    tema: Int32Array.from(linhas, ({ tema }) => (tema === null || tema.trim() === "" ? -1 : numerar(temas, tema))),
    temas: [...temas.keys()],
    modalidade: Uint8Array.from(linhas, ({ modalidade }) => codigo(["presencial", "nao-presencial"], modalidade)),
    origem: Uint8Array.from(linhas, ({ origem }) => codigo(["solicitado-municipio", "identificado-acompanhamento"], origem)),
    solicitacao: Int32Array.from(linhas, ({ dataSolicitacao }) => dia(dataSolicitacao)),
    participantes: Int32Array.from(linhas, ({ participantes }) => participantes ?? -1),
    situacao: linhas.some(({ situacao }) => situacao !== undefined && situacao !== null) ? Uint8Array.from(linhas, ({ situacao }) => codigo(SITUACOES_DO_APOIO, situacao)) : null,
  };
}
