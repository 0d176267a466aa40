import { celula, isValor, type Celula } from "../../../core/absence.ts";
import { monthsRange, type CivilMonth } from "../../../core/civil-date.ts";
import type { Prazo, RegraDaCasa } from "../../../core/denuncias/prazos.ts";
import { capitalize, count, formatNumber, formatPercent, joinPt } from "../../../core/format.ts";
import type { CumprimentoDoMes, Fluxo } from "../../../data/denuncias/perguntas.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

/** A way of counting the days of a term. */
export type Contagem = "corridos" | "uteis";

export const CONTAGEM_ROTULO: Readonly<Record<Contagem, string>> = { corridos: "dias corridos", uteis: "dias úteis" };

/** Terms already decided under one count. */
export interface Decididos {
  readonly noPrazo: number;
  /** Past their day, answered or not. */
  readonly fora: number;
  /** `noPrazo` over the two, in per cent; absent where nothing is decided. */
  readonly parte: Celula;
}

/** Terms of one step that started in a month. */
export interface LinhaDoMes {
  readonly mes: CivilMonth;
  readonly iniciados: number;
  readonly por: Readonly<Record<Contagem, Decididos>>;
  readonly emCurso: number;
  /** Not waited for any more before their day, without being fulfilled. */
  readonly encerrados: number;
  readonly semComoContar: number;
}

/** A term with its months and the counts to show: one, or both where the norm is silent and no house rule was chosen. */
export interface CumprimentoDoPrazo {
  readonly prazo: Prazo;
  readonly contagens: readonly Contagem[];
  readonly meses: readonly LinhaDoMes[];
  /** Terms whose first day is not known: in no month. */
  readonly semMes: number;
}

/** How a term is counted: as the norm says, by the house's rule, or both ways. */
export function contagensDo({ unidade }: Pick<Prazo, "unidade">, regra: RegraDaCasa): readonly Contagem[] {
  if (unidade !== "silente") return [unidade];
  return regra === null ? ["corridos", "uteis"] : [regra];
}

/** Each term in the order of the norm, its months without a gap from the first to the last it has; a month with nothing started has zeros. */
export function cumprimentoDosPrazos(
  { cumprimento, cumprimentoSemMes }: Pick<Fluxo, "cumprimento" | "cumprimentoSemMes">,
  prazos: readonly Prazo[],
  regra: RegraDaCasa,
): CumprimentoDoPrazo[] {
  return prazos.map((prazo) => {
    const dele = new Map(cumprimento.flatMap((linha) => (linha.prazo === prazo.id ? [[linha.mes, linha] as const] : [])));
    const meses = [...dele.keys()].sort();
    const [primeiro] = meses;
    const ultimo = meses.at(-1);
    return {
      prazo,
      contagens: contagensDo(prazo, regra),
      meses: primeiro === undefined || ultimo === undefined ? [] : monthsRange(primeiro, ultimo).map((mes) => linhaDoMes(mes, dele.get(mes))),
      semMes: cumprimentoSemMes.find((sem) => sem.prazo === prazo.id)?.casos ?? 0,
    };
  });
}

function linhaDoMes(mes: CivilMonth, linha: CumprimentoDoMes | undefined): LinhaDoMes {
  return {
    mes,
    iniciados: linha?.iniciados ?? 0,
    por: {
      corridos: decididos(linha?.noPrazoCorridos ?? 0, linha?.foraCorridos ?? 0),
      uteis: decididos(linha?.noPrazoUteis ?? 0, linha?.foraUteis ?? 0),
    },
    emCurso: linha?.emCurso ?? 0,
    encerrados: linha?.encerrados ?? 0,
    semComoContar: linha?.semComoContar ?? 0,
  };
}

function decididos(noPrazo: number, fora: number): Decididos {
  const todos = noPrazo + fora;
  return { noPrazo, fora, parte: celula(todos === 0 ? null : (100 * noPrazo) / todos, "dados-insuficientes") };
}

/** The same over all months. */
export function totalDo(meses: readonly LinhaDoMes[], contagem: Contagem): Decididos {
  const soma = (de: (d: Decididos) => number): number => meses.reduce((total, { por }) => total + de(por[contagem]), 0);
  return decididos(soma(({ noPrazo }) => noPrazo), soma(({ fora }) => fora));
}

/** "No prazo: 82,0 % dos 120 já decididos em dias corridos e 90,1 % dos 118 em dias úteis. Ainda correm 12; 3 não se podem contar." */
export function leituraDoCumprimento({ contagens, meses, semMes }: CumprimentoDoPrazo): string {
  const trechos = contagens.flatMap((contagem) => {
    const { noPrazo, fora, parte } = totalDo(meses, contagem);
    return isValor(parte)
      ? [`${formatPercent(parte.valor)} (${formatNumber(noPrazo)} de ${formatNumber(noPrazo + fora)} já decididos) em ${CONTAGEM_ROTULO[contagem]}`]
      : [];
  });
  const soma = (de: (linha: LinhaDoMes) => number): number => meses.reduce((total, linha) => total + de(linha), 0);
  const emCurso = soma((linha) => linha.emCurso);
  const encerrados = soma((linha) => linha.encerrados);
  const semComoContar = semMes + soma((linha) => linha.semComoContar);
  const resto = [
    ...(emCurso === 0 ? [] : [count(emCurso, "ainda corre", "ainda correm")]),
    ...(encerrados === 0 ? [] : [count(encerrados, "deixou de ser esperado antes do dia", "deixaram de ser esperados antes do dia")]),
    ...(semComoContar === 0 ? [] : [count(semComoContar, "não se pode contar", "não se podem contar")]),
  ];
  const inicio = trechos.length === 0 ? "Nenhum prazo decidido ainda" : `Cumpridos no prazo: ${joinPt(trechos)}`;
  return `${inicio}.${resto.length === 0 ? "" : ` ${capitalize(joinPt(resto))}.`}`;
}

/** Columns of the table and the CSV: shares and counts under each count shown. */
export function colunasDoCumprimento(contagens: readonly Contagem[]): readonly TableColumn<LinhaDoMes>[] {
  const numero = (id: string, titulo: string, de: (linha: LinhaDoMes) => number): TableColumn<LinhaDoMes> => ({
    id,
    titulo,
    tipo: "numero",
    valor: (linha) => ({ valor: de(linha) }),
  });
  return [
    { id: "mes", titulo: "Mês em que começou", tipo: "data", valor: ({ mes }) => mes },
    numero("iniciados", "Prazos que começaram", ({ iniciados }) => iniciados),
    ...contagens.flatMap((contagem): TableColumn<LinhaDoMes>[] => {
      const em = CONTAGEM_ROTULO[contagem];
      return [
        numero(`no-prazo-${contagem}`, `No prazo, em ${em}`, ({ por }) => por[contagem].noPrazo),
        numero(`fora-${contagem}`, `Fora do prazo, em ${em}`, ({ por }) => por[contagem].fora),
        { id: `parte-${contagem}`, titulo: `Parte no prazo, em ${em}`, unidade: "%", tipo: "numero", casas: 1, valor: ({ por }) => por[contagem].parte },
      ];
    }),
    numero("em-curso", "Ainda correm", ({ emCurso }) => emCurso),
    numero("encerrados", "Deixaram de ser esperados antes do dia", ({ encerrados }) => encerrados),
    numero("sem-como-contar", "Sem como contar", ({ semComoContar }) => semComoContar),
  ];
}
