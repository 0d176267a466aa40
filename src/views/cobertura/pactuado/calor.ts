import { isValor, type Celula } from "../../../core/absence.ts";
import { count, formatNumber, joinPt } from "../../../core/format.ts";
import type { CoberturaDoPacto, Pacto } from "../../../core/pacto/index.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { NOME_A_PARTE, estrategiasDoPacto } from "./matriz.ts";
import { FORA_DO_PLANO, NAO_CLASSIFICADO } from "./estado-da-parte.ts";
import type { Fatia } from "./periodos.ts";

/** A table of counts whose cells are shaded by size. */
export interface TabelaDeCalor {
  readonly colunas: readonly ColunaDeCalor[];
  readonly linhas: readonly LinhaDeCalor[];
}

export interface ColunaDeCalor {
  readonly id: string;
  readonly titulo: string;
  /** Not of the plan, or a total: it stands apart and is not shaded. */
  readonly isAParte: boolean;
}

export interface LinhaDeCalor {
  readonly chave: string;
  readonly titulo: string;
  /** Under the title, quieter. */
  readonly detalhe: string;
  /** Not of the plan: it is not shaded. */
  readonly isAParte: boolean;
  readonly celulas: readonly Celula[];
}

/**
 * Events held of each strategy in the lines of each eixo; then out of the plan,
 * unclassified and, in the last column, all of them, each once. Source: strategies of
 * Res. CIB/MT 02/2022 arts. 4 and 6, eixos of art. 7.
 */
export function estrategiasPorEixo(cobertura: CoberturaDoPacto, pacto: Pacto): TabelaDeCalor {
  const { eixos, linhas } = pacto;
  const estrategias = estrategiasDoPacto(pacto);
  const de = (casa: number, i: number): number => cobertura.porEstrategia[casa * estrategias.length + i] ?? 0;
  const casasDoEixo = eixos.map(({ id }) => linhas.flatMap((linha, casa) => (linha.eixo === id ? [casa] : [])));
  const artigos = new Map(pacto.estrategias.map((estrategia) => [estrategia.id, estrategia.artigos.join("; ")]));
  return {
    colunas: [
      ...eixos.map(({ id, nome }) => ({ id, titulo: nome, isAParte: false })),
      { id: FORA_DO_PLANO, titulo: NOME_A_PARTE[FORA_DO_PLANO], isAParte: true },
      { id: NAO_CLASSIFICADO, titulo: NOME_A_PARTE[NAO_CLASSIFICADO], isAParte: true },
      { id: "total", titulo: "Total", isAParte: true },
    ],
    linhas: estrategias.map(({ id, nome }, i) => ({
      chave: id,
      titulo: nome,
      detalhe: artigos.get(id) ?? "",
      isAParte: id === NAO_CLASSIFICADO,
      celulas: [
        ...casasDoEixo.map((casas) => casas.reduce((soma, casa) => soma + de(casa, i), 0)),
        de(linhas.length, i),
        de(linhas.length + 1, i),
        de(cobertura.total, i),
      ].map((valor) => ({ valor })),
    })),
  };
}

/** Events held of each line in each slice of the period, by one of its strategies. */
export function linhasNoTempo(coberturas: readonly CoberturaDoPacto[], fatias: readonly Fatia[], pacto: Pick<Pacto, "linhas" | "eixos">): TabelaDeCalor {
  const eixos = new Map(pacto.eixos.map(({ id, nome }) => [id, nome]));
  const doTempo = (casa: number): Celula[] =>
    fatias.map(({ isForaDoRegistro }, i) => (isForaDoRegistro ? { ausencia: "nao-carregado" } : { valor: coberturas[i]?.realizados[casa] ?? 0 }));
  const aParte = [FORA_DO_PLANO, NAO_CLASSIFICADO] as const;
  return {
    colunas: fatias.map(({ rotulo, isParcial }) => ({ id: rotulo, titulo: isParcial ? `${rotulo} (parte)` : rotulo, isAParte: false })),
    linhas: [
      ...pacto.linhas.map(({ id, tema, eixo }, casa) => ({ chave: id, titulo: tema, detalhe: eixos.get(eixo) ?? eixo, isAParte: false, celulas: doTempo(casa) })),
      ...aParte.map((chave, i) => ({ chave, titulo: NOME_A_PARTE[chave], detalhe: "", isAParte: true, celulas: doTempo(pacto.linhas.length + i) })),
    ],
  };
}

/** Steps of shade. */
export const TONS = 4;

/** Shade of a count, 1 to `TONS` by its part of the greatest; 0 for none. */
export function tomDe(valor: number, maior: number): number {
  return valor === 0 || maior === 0 ? 0 : Math.ceil((valor / maior) * TONS);
}

/** The greatest count among the cells that are shaded. */
export function maiorDe({ colunas, linhas }: TabelaDeCalor): number {
  return Math.max(0, ...linhas.flatMap(({ isAParte, celulas }) => celulas.flatMap((celula, i) => (!isAParte && colunas[i]?.isAParte === false && isValor(celula) ? [celula.valor] : []))));
}

/** Columns of its file. */
export function colunasDoCalor({ colunas }: TabelaDeCalor, titulo: string, detalhe: string): readonly TableColumn<LinhaDeCalor>[] {
  return [
    { id: "linha", titulo, tipo: "texto", valor: (linha) => linha.titulo },
    { id: "detalhe", titulo: detalhe, tipo: "texto", valor: (linha) => linha.detalhe },
    ...colunas.map((coluna, i): TableColumn<LinhaDeCalor> => ({
      id: coluna.id,
      titulo: coluna.titulo,
      unidade: "eventos",
      tipo: "numero",
      valor: ({ celulas }) => celulas[i] ?? { ausencia: "sem-dado" },
    })),
  ];
}

/** "5 das 12 estratégias não tiveram nada no período: …; a mais usada foi Visitas técnicas (34 de 120 eventos)." */
export function leituraDasEstrategias({ linhas }: TabelaDeCalor): string {
  const totais = linhas.flatMap(({ isAParte, titulo, celulas }) => {
    const total = celulas.at(-1);
    return isAParte || total === undefined || !isValor(total) ? [] : [{ titulo, total: total.valor }];
  });
  const sem = totais.filter(({ total }) => total === 0);
  const soma = totais.reduce((s, { total }) => s + total, 0);
  if (soma === 0) return "Nenhum evento realizado no período, por nenhuma estratégia.";
  const maior = totais.reduce((m, item) => (item.total > m.total ? item : m));
  const usada = `a mais usada foi ${maior.titulo}, com ${count(maior.total, "evento", "eventos")}.`;
  if (sem.length === 0) return `Todas as ${formatNumber(totais.length)} estratégias tiveram algo realizado; ${usada}`;
  return `${formatNumber(sem.length)} das ${formatNumber(totais.length)} estratégias sem nada realizado (${sem.map(({ titulo }) => titulo).join("; ")}); ${usada}`;
}

/** "13 linhas tiveram algo realizado em mais de um mês, 3 em um só e 4 em nenhum. Nada do plano em jan. 2026." */
export function leituraDoTempo({ linhas, colunas }: TabelaDeCalor, passo: "mês" | "trimestre"): string {
  const doPlano = linhas.filter(({ isAParte }) => !isAParte);
  const vezes = doPlano.map(({ celulas }) => celulas.filter((celula) => isValor(celula) && celula.valor > 0).length);
  const quantas = (cabe: (n: number) => boolean): number => vezes.filter(cabe).length;
  const vazias = colunas.filter((_, i) => doPlano.every(({ celulas }) => isZero(celulas[i])));
  const semNada = doPlano.length === 0 || vazias.length === 0 ? "" : ` Nada do plano em ${joinPt(vazias.map(({ titulo }) => titulo))}.`;
  return `${count(quantas((n) => n > 1), "linha teve", "linhas tiveram", "f")} algo realizado em mais de um ${passo}, ${formatNumber(quantas((n) => n === 1))} em um só e ${formatNumber(quantas((n) => n === 0))} em nenhum.${semNada}`;
}

function isZero(celula: Celula | undefined): boolean {
  return celula !== undefined && isValor(celula) && celula.valor === 0;
}
