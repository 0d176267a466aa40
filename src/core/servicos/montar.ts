import { compareNames } from "../format.ts";
import { conferirServico, EM_DUVIDA, type AchadoDoServico, type EmDuvida } from "./conferir.ts";
import { chaveDoServico, type LinhaDeServico } from "./registro.ts";

/** A row with what was found of it. */
export interface RegistroDeServico extends LinhaDeServico {
  readonly chave: string;
  readonly achados: readonly AchadoDoServico[];
  /** Figures in doubt are shown beside their finding and enter no sum, mean or comparison. */
  readonly tempoEmDuvida: boolean;
  readonly satisfacaoEmDuvida: boolean;
}

export interface ServicoDoPainel {
  readonly chave: string;
  /** The spelling most rows have; of equals, the first by name. */
  readonly nome: string;
  /** Every spelling, the chosen one first. */
  readonly grafias: readonly string[];
}

export interface PainelDeServicos {
  /** What counts: one row a municipality, service and year. */
  readonly registros: readonly RegistroDeServico[];
  /** By name. */
  readonly servicos: readonly ServicoDoPainel[];
  /** Ascending. */
  readonly anos: readonly number[];
  /** A second row of the same municipality, service and year: the first counts. */
  readonly repetidas: readonly RegistroDeServico[];
  /** Rows of a year that has not begun. */
  readonly noFuturo: readonly RegistroDeServico[];
}

/** Rows of the extract, in file order, made ready to be counted. Linear but for sorting the names. */
export function montarPainel(linhas: readonly LinhaDeServico[], anoDeHoje: number): PainelDeServicos {
  const chaves = new Map<string, string>();
  const vistas = new Set<string>();
  const registros: RegistroDeServico[] = [];
  const repetidas: RegistroDeServico[] = [];
  const noFuturo: RegistroDeServico[] = [];
  const grafias = new Map<string, Map<string, number>>();
  const anos = new Set<number>();
  for (const linha of linhas) {
    const chave = chaves.get(linha.servico) ?? chaveDoServico(linha.servico);
    chaves.set(linha.servico, chave);
    const achados = conferirServico(linha, anoDeHoje);
    const registro = registroDe(linha, chave, achados);
    if (poeEmDuvida(achados, "linha")) {
      noFuturo.push(registro);
      continue;
    }
    const unica = `${linha.codigo} ${linha.ano} ${chave}`;
    if (vistas.has(unica)) {
      repetidas.push(registro);
      continue;
    }
    vistas.add(unica);
    registros.push(registro);
    anos.add(linha.ano);
    const doServico = grafias.get(chave) ?? new Map<string, number>();
    doServico.set(linha.servico, (doServico.get(linha.servico) ?? 0) + 1);
    grafias.set(chave, doServico);
  }
  return {
    registros,
    servicos: [...grafias].map(([chave, porGrafia]) => servicoDe(chave, porGrafia)).sort((a, b) => compareNames(a.nome, b.nome)),
    anos: [...anos].sort((a, b) => a - b),
    repetidas,
    noFuturo,
  };
}

/** Field by field: spreading a row of this many fields is many times slower. */
function registroDe(linha: LinhaDeServico, chave: string, achados: readonly AchadoDoServico[]): RegistroDeServico {
  return {
    codigo: linha.codigo,
    servico: linha.servico,
    ano: linha.ano,
    emAndamento: linha.emAndamento,
    concluidas: linha.concluidas,
    tempoMedio: linha.tempoMedio,
    tempoMediano: linha.tempoMediano,
    satisfacao: linha.satisfacao,
    satisfacaoMin: linha.satisfacaoMin,
    satisfacaoMax: linha.satisfacaoMax,
    respostas: linha.respostas,
    chave,
    achados,
    tempoEmDuvida: poeEmDuvida(achados, "tempo"),
    satisfacaoEmDuvida: poeEmDuvida(achados, "satisfacao"),
  };
}

function poeEmDuvida(achados: readonly AchadoDoServico[], oque: EmDuvida): boolean {
  return achados.some(({ tipo }) => EM_DUVIDA[tipo] === oque);
}

function servicoDe(chave: string, porGrafia: ReadonlyMap<string, number>): ServicoDoPainel {
  const grafias = [...porGrafia].sort(([a, quantasA], [b, quantasB]) => quantasB - quantasA || compareNames(a, b)).map(([grafia]) => grafia);
  return { chave, nome: grafias[0] ?? chave, grafias };
}

/** The last year over at `anoDeHoje`, or the last there is; null without years. */
export function anoPadrao(anos: readonly number[], anoDeHoje: number): number | null {
  return anos.findLast((ano) => ano < anoDeHoje) ?? anos.at(-1) ?? null;
}
