import { monthOf, type CivilDate, type CivilMonth } from "../civil-date.ts";
import type { Polaridade } from "../indicador.ts";

/** An indicator of the method as a citizen reads it. */
export interface IndicadorPublicado {
  readonly id: string;
  readonly nome: string;
  readonly pergunta: string;
  /** Share of the whole index, per cent. */
  readonly parte: number;
  readonly polaridade: Polaridade;
  /** Who publishes the figures, with their date. */
  readonly fonte: string;
}

export interface DimensaoPublicada {
  readonly id: string;
  readonly nome: string;
  readonly pergunta: string;
  /** Share of the whole index, per cent. */
  readonly parte: number;
  readonly indicadores: readonly IndicadorPublicado[];
}

/** The method in force, with the two hashes that seal it. */
export interface MetodoPublicado {
  readonly id: string;
  readonly nome: string;
  readonly orgao: string | null;
  readonly versao: CivilDate;
  readonly inicio: CivilDate;
  readonly fim: CivilDate;
  /** How many municipalities it chooses, and the part of them that is drawn (0 to 1). */
  readonly k: number;
  readonly reserva: number;
  /** Published seed of the draw. */
  readonly sementeDaReserva: string;
  /** Days after a visit in which a municipality waits. */
  readonly carenciaDias: number;
  /** Parts of the score in the order of choice: the index, and the months without a visit (they add up to 1). */
  readonly pesoNota: number;
  readonly pesoTempo: number;
  readonly meses: number;
  /** Share of the weight that must have figures (0 to 1). */
  readonly presencaMinima: number;
  /** SHA-256 of the method and of the figures it was computed from. */
  readonly sha256: string;
  readonly dados: string;
  readonly dimensoes: readonly DimensaoPublicada[];
}

/** What the method gives a municipality; null = too little data for a score. Nobody has a position. */
export interface NotaPublicada {
  readonly codigo: number;
  readonly nota: number | null;
  /** Share of the weight with figures, per cent. */
  readonly pesoPresente: number;
  /** Points of each dimension, in the method's order. */
  readonly pontos: readonly (number | null)[];
}

/** A row of the register of support: one event and one municipality. "" = blank. */
export interface LinhaDoApoio {
  readonly apoio: string;
  readonly codigo: number;
  readonly data: string;
  readonly estrategia: string;
  readonly modalidade: string;
  readonly situacao: string;
}

/** Support of one municipality, year and strategy. */
export interface ContagemDoApoio {
  readonly codigo: number;
  readonly ano: number;
  readonly estrategia: string;
  /** Events that reached it. */
  readonly apoios: number;
  /** Of them, those given on site. */
  readonly presenciais: number;
}

export interface AnoDoApoio {
  readonly ano: number;
  /** False where the register does not span the whole year. */
  readonly completo: boolean;
  readonly eventos: number;
  readonly municipios: number;
  readonly presenciais: number;
}

export interface RegiaoDoApoio {
  readonly ano: number;
  /** Code of the region; null = municipalities without one. */
  readonly regiao: number | null;
  readonly nome: string;
  readonly municipios: number;
  readonly alcancados: number;
  /** Pairs of event and municipality: they add up, events do not. */
  readonly apoios: number;
}

export interface EstrategiaDoApoio {
  readonly ano: number;
  readonly estrategia: string;
  readonly nome: string;
  readonly eventos: number;
  readonly municipios: number;
}

export interface ApoioPublicado {
  readonly demonstracao: boolean;
  /** First and last month of the register: no day of an event goes out. */
  readonly inicio: CivilMonth | null;
  readonly fim: CivilMonth | null;
  readonly anos: readonly AnoDoApoio[];
  readonly regioes: readonly RegiaoDoApoio[];
  readonly estrategias: readonly EstrategiaDoApoio[];
}

/** `publico/visitas.json`. */
export interface VisitasPublicas {
  readonly formato: 1;
  readonly fundamento: { readonly norma: string; readonly artigo: string } | null;
  readonly metodo: MetodoPublicado;
  /** By code; null when the method weighs complaints, whose counts a score could give away. */
  readonly notas: readonly NotaPublicada[] | null;
  /** Null without a register of support. */
  readonly apoio: ApoioPublicado | null;
}

/** Of the rows, those of support that was given by `ate`: said to be, or not said and dated by then. */
export function apoiosDados(linhas: readonly LinhaDoApoio[], ate: CivilDate): LinhaDoApoio[] {
  return linhas.filter(({ data, situacao }) => data !== "" && data <= ate && (situacao === "realizado" || situacao === ""));
}

/** Support by municipality, year and strategy, in this order. A row repeated counts once. */
export function contarPorMunicipio(dados: readonly LinhaDoApoio[]): ContagemDoApoio[] {
  const contagens = new Map<string, { codigo: number; ano: number; estrategia: string; todos: Set<string>; presenciais: Set<string> }>();
  for (const { apoio, codigo, data, estrategia, modalidade } of dados) {
    const ano = anoDe(data);
    const chave = `${codigo} ${ano} ${estrategia}`;
    const contagem = contagens.get(chave) ?? { codigo, ano, estrategia, todos: new Set(), presenciais: new Set() };
    contagem.todos.add(apoio);
    if (modalidade === "presencial") contagem.presenciais.add(apoio);
    contagens.set(chave, contagem);
  }
  return [...contagens.values()]
    .map(({ codigo, ano, estrategia, todos, presenciais }) => ({ codigo, ano, estrategia, apoios: todos.size, presenciais: presenciais.size }))
    .sort((a, b) => a.codigo - b.codigo || a.ano - b.ano || (a.estrategia < b.estrategia ? -1 : 1));
}

/** Where a municipality is counted. */
export interface LugarDoApoio {
  readonly codigo: number;
  readonly regiao: { readonly codigo: number; readonly nome: string } | null;
}

/**
 * Support given, by year, by region and by strategy.
 * @param dados what `apoiosDados` kept
 * @param lugares every municipality of the territory: a region that support did not reach is a row with zero
 */
export function resumirApoio(
  dados: readonly LinhaDoApoio[],
  lugares: readonly LugarDoApoio[],
  { demonstracao, nomeDaEstrategia }: Pick<ApoioPublicado, "demonstracao"> & { readonly nomeDaEstrategia: (id: string) => string },
): ApoioPublicado {
  const meses = dados.map(({ data }) => monthOf(data));
  const inicio = meses.reduce<CivilMonth | null>((primeiro, mes) => (primeiro === null || mes < primeiro ? mes : primeiro), null);
  const fim = meses.reduce<CivilMonth | null>((ultimo, mes) => (ultimo === null || mes > ultimo ? mes : ultimo), null);
  const anos = [...new Set(dados.map(({ data }) => anoDe(data)))].sort((a, b) => a - b);
  const doAno = new Map(anos.map((ano) => [ano, dados.filter(({ data }) => anoDe(data) === ano)]));
  const regioes = regioesDe(lugares);
  return {
    demonstracao,
    inicio,
    fim,
    anos: anos.map((ano) => {
      const linhas = doAno.get(ano) ?? [];
      return {
        ano,
        completo: inicio !== null && fim !== null && inicio <= `${ano}-01` && fim >= `${ano}-12`,
        eventos: distintos(linhas, "apoio"),
        municipios: distintos(linhas, "codigo"),
        presenciais: distintos(linhas.filter(({ modalidade }) => modalidade === "presencial"), "apoio"),
      };
    }),
    regioes: anos.flatMap((ano) =>
      regioes.map(({ regiao, nome, codigos }) => {
        const linhas = (doAno.get(ano) ?? []).filter(({ codigo }) => codigos.has(codigo));
        return { ano, regiao, nome, municipios: codigos.size, alcancados: distintos(linhas, "codigo"), apoios: new Set(linhas.map(({ apoio, codigo }) => `${apoio} ${codigo}`)).size };
      }),
    ),
    estrategias: anos.flatMap((ano) => {
      const linhas = doAno.get(ano) ?? [];
      return [...new Set(linhas.map(({ estrategia }) => estrategia))]
        .map((estrategia) => {
          const dela = linhas.filter((linha) => linha.estrategia === estrategia);
          return { ano, estrategia, nome: nomeDaEstrategia(estrategia), eventos: distintos(dela, "apoio"), municipios: distintos(dela, "codigo") };
        })
        .sort((a, b) => b.eventos - a.eventos || (a.estrategia < b.estrategia ? -1 : 1));
    }),
  };
}

const SEM_REGIAO = "Sem região";

function regioesDe(lugares: readonly LugarDoApoio[]): { readonly regiao: number | null; readonly nome: string; readonly codigos: ReadonlySet<number> }[] {
  const regioes = new Map<number | null, { regiao: number | null; nome: string; codigos: Set<number> }>();
  for (const { codigo, regiao } of lugares) {
    const chave = regiao?.codigo ?? null;
    const achada = regioes.get(chave) ?? { regiao: chave, nome: regiao?.nome ?? SEM_REGIAO, codigos: new Set<number>() };
    achada.codigos.add(codigo);
    regioes.set(chave, achada);
  }
  return [...regioes.values()].sort((a, b) => (a.regiao ?? Infinity) - (b.regiao ?? Infinity));
}

function distintos(linhas: readonly LinhaDoApoio[], de: "apoio" | "codigo"): number {
  return new Set(linhas.map((linha) => linha[de])).size;
}

function anoDe(data: string): number {
  return Number(data.slice(0, 4));
}
