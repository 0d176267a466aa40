import { anoDoPeriodo, linhasDoAno, membrosDe, somarCelulas, somarPor, tabelaDe, type Contagem } from "./contagem.ts";
import { isLegivel, type NumeroPublico } from "./numero.ts";
import type { Publicacao } from "./publicacao.ts";
import type { ApoioPublicado } from "./visitas.ts";

/** Ids of the tables that the report is made from, as the territory's policy of publication names them. */
export const TABELAS_DO_RELATORIO = {
  lugarAno: "denuncias-lugar-ano",
  lugarTrimestre: "denuncias-lugar-trimestre",
  tema: "denuncias-tema",
  prazo: "denuncias-prazo",
  desfecho: "denuncias-desfecho",
} as const;

/** A count with the part of the year's number that it is. */
export interface ParteDoAno extends Contagem {
  readonly membro: string;
}

/** A theme that comes back: in how many of the year's periods it was among those with most complaints. */
export interface PontoRecorrente {
  readonly tema: string;
  /** Periods of the year in which it is among the `MAIS_FREQUENTES` visible themes. */
  readonly vezes: number;
  readonly periodos: number;
}

/** What the state did in the year beside answering. */
export interface ProvidenciasDoAno {
  readonly eventosDeApoio: number;
  readonly municipiosApoiados: number;
}

/** The annual report of one closed year. Source of what it must say: Lei 13.460/2017 arts. 14 and 15. */
export interface RelatorioDoAno {
  readonly ano: number;
  /** False where the record does not begin before the year does. */
  readonly completo: boolean;
  /** Complaints registered. */
  readonly numero: Contagem;
  readonly periodos: readonly ParteDoAno[];
  readonly motivos: readonly ParteDoAno[];
  readonly recorrentes: readonly PontoRecorrente[];
  readonly prazos: readonly ParteDoAno[];
  readonly desfechos: readonly ParteDoAno[];
  /** Null without a register of support. */
  readonly apoio: ProvidenciasDoAno | null;
}

/** `publico/relatorio.json`. */
export interface RelatorioPublico {
  readonly formato: 1;
  readonly demonstracao: boolean;
  readonly inicio: string | null;
  readonly fim: string | null;
  /** Ascending by year. */
  readonly anos: readonly RelatorioDoAno[];
}

/** House rule: a theme recurs when it is among the three with most complaints in at least half of the year's periods. */
export const MAIS_FREQUENTES = 3;

/** Closed years that some table of complaints has, ascending. */
export function anosDoRelatorio(publicacao: Publicacao): number[] {
  const ano = tabelaDe(publicacao, TABELAS_DO_RELATORIO.lugarAno) ?? tabelaDe(publicacao, TABELAS_DO_RELATORIO.desfecho);
  if (ano !== null) return [...new Set(membrosDe(ano, "tempo").map(anoDoPeriodo))].sort((a, b) => a - b);
  const trimestre = tabelaDe(publicacao, TABELAS_DO_RELATORIO.lugarTrimestre);
  const trimestres = trimestre === null ? [] : membrosDe(trimestre, "tempo");
  const fechados = [...new Set(trimestres.map(anoDoPeriodo))].filter((de) => trimestres.includes(`${de}-T4`) || trimestres.includes(String(de)));
  return fechados.sort((a, b) => a - b);
}

/**
 * The annual reports that a release allows, from its protected tables alone.
 * @param apoio support of the same release; null without a register
 */
export function montarRelatorio(publicacao: Publicacao, apoio: ApoioPublicado | null): RelatorioPublico {
  const extrato = publicacao.extratos.find(({ id }) => id === "denuncias");
  const inicio = extrato?.inicio ?? null;
  return {
    formato: 1,
    demonstracao: extrato?.demonstracao ?? false,
    inicio,
    fim: extrato?.fim ?? null,
    anos: anosDoRelatorio(publicacao).map((ano) => ({ ...relatorioDoAno(publicacao, ano), completo: inicio !== null && inicio.slice(0, 7) <= `${ano}-01`, apoio: apoioDoAno(apoio, ano) })),
  };
}

function relatorioDoAno(publicacao: Publicacao, ano: number): Omit<RelatorioDoAno, "completo" | "apoio"> {
  const de = (id: string) => {
    const tabela = tabelaDe(publicacao, id);
    return tabela === null ? [] : linhasDoAno(tabela, ano);
  };
  const temas = de(TABELAS_DO_RELATORIO.tema);
  const prazos = de(TABELAS_DO_RELATORIO.prazo);
  const desfechos = de(TABELAS_DO_RELATORIO.desfecho);
  // Each table shares out the same complaints; the one with fewest rows has the fewest to hide.
  const todas = publicacao.tabelas
    .filter(({ assunto }) => assunto === "denuncias")
    .map((tabela) => linhasDoAno(tabela, ano))
    .sort((a, b) => a.length - b.length);
  return {
    ano,
    numero: melhorSoma(todas.map(somarCelulas)),
    periodos: porPeriodo(todas),
    motivos: porTamanho(somarPor(temas, "tema")),
    recorrentes: recorrentes(temas),
    prazos: somarPor(prazos, "prazo"),
    desfechos: porTamanho(somarPor(desfechos, "desfecho")),
  };
}

/** The sum that says most: a whole one before one with hidden parts, then the greatest least value. */
function melhorSoma(somas: readonly Contagem[]): Contagem {
  const comNumero = somas.filter(({ visiveis, ocultas }) => visiveis + ocultas > 0);
  const inteira = comNumero.find(({ valor }) => isLegivel(valor));
  return inteira ?? comNumero.reduce((melhor, soma) => (soma.minimo > melhor.minimo ? soma : melhor), comNumero[0] ?? somarCelulas([]));
}

type Linhas = Parameters<typeof somarPor>[0];

/** By quarter or finer, from the table that hides least of each period. */
function porPeriodo(tabelas: readonly Linhas[]): ParteDoAno[] {
  const trimestrais = tabelas.filter((linhas) => linhas.some(({ membros: { tempo } }) => tempo !== undefined && /-T[1-4]$/.test(tempo)));
  const porTempo = trimestrais.map((linhas) => new Map(somarPor(linhas, "tempo").map((parte) => [parte.membro, parte])));
  const periodos = [...new Set(porTempo.flatMap((mapa) => [...mapa.keys()]))].sort();
  return periodos.map((membro) => ({ ...melhorSoma(porTempo.flatMap((mapa) => mapa.get(membro) ?? [])), membro }));
}

function porTamanho(partes: readonly ParteDoAno[]): ParteDoAno[] {
  return [...partes].sort((a, b) => b.minimo - a.minimo || (a.membro < b.membro ? -1 : 1));
}

function recorrentes(temas: Linhas): PontoRecorrente[] {
  const periodos = new Map<string, { readonly tema: string; readonly valor: NumeroPublico }[]>();
  for (const { membros, valor } of temas) {
    if (membros.tempo === undefined || membros.tema === undefined) continue;
    const doPeriodo = periodos.get(membros.tempo) ?? [];
    doPeriodo.push({ tema: membros.tema, valor });
    periodos.set(membros.tempo, doPeriodo);
  }
  if (periodos.size < 2) return [];
  const vezes = new Map<string, number>();
  for (const doPeriodo of periodos.values()) {
    for (const tema of maisFrequentes(doPeriodo)) vezes.set(tema, (vezes.get(tema) ?? 0) + 1);
  }
  return [...vezes]
    .filter(([, quantas]) => quantas * 2 >= periodos.size)
    .map(([tema, quantas]) => ({ tema, vezes: quantas, periodos: periodos.size }))
    .sort((a, b) => b.vezes - a.vezes || (a.tema < b.tema ? -1 : 1));
}

/** Themes with as many complaints as the third of the period, or more; a hidden one cannot be told to be among them. */
function maisFrequentes(doPeriodo: readonly { readonly tema: string; readonly valor: NumeroPublico }[]): string[] {
  const visiveis = doPeriodo.flatMap(({ tema, valor }) => (isLegivel(valor) && valor > 0 ? [{ tema, valor }] : []));
  const corte = visiveis.map(({ valor }) => valor).sort((a, b) => b - a)[MAIS_FREQUENTES - 1] ?? 1;
  return visiveis.filter(({ valor }) => valor >= corte).map(({ tema }) => tema);
}

function apoioDoAno(apoio: ApoioPublicado | null, ano: number): ProvidenciasDoAno | null {
  const doAno = apoio?.anos.find((um) => um.ano === ano);
  return doAno === undefined ? null : { eventosDeApoio: doAno.eventos, municipiosApoiados: doAno.municipios };
}
