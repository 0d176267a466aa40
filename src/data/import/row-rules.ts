import type { CivilDate } from "../../core/civil-date.ts";
import { conferirPlanos } from "../../core/planos/conferir.ts";
import { planosDasLinhas, type LinhaDePlano } from "../../core/planos/montar.ts";
import { PROBLEMA_TEXTO, type CodigoDoProblema, type ProblemaDoPlano } from "../../core/planos/problema.ts";
import { conferirServico } from "../../core/servicos/conferir.ts";
import type { Contract, ExtractId } from "../contracts/contract.ts";

/** Something in a row that fits its columns and does not fit the row, or the rows before it. */
export interface RowFault {
  /** Stable kind, for totals. */
  readonly tipo: string;
  readonly coluna: string;
  readonly mensagem: string;
  readonly conserto: string;
  /** The row has to stay out. */
  readonly separa: boolean;
}

/** Reads a canonical cell of a row by the name of its column; null when blank. */
export type CellOf = (coluna: string) => string | null;

/** What is wrong between the cells of a row, and between it and the rows seen before. */
export type RowRules = (cell: CellOf, linha: number) => readonly RowFault[];

/**
 * The rules of the rows of an extract, for one file: they remember its rows.
 * @param hoje the day of the reading; null = not known, and nothing is in the future
 */
export function rowRules({ id }: Pick<Contract, "id">, hoje: CivilDate | null): RowRules | null {
  return RULES[id]?.(hoje ?? SEM_HOJE) ?? null;
}

const SEM_HOJE: CivilDate = "9999-12-31";

const RULES: Readonly<Partial<Record<ExtractId, (hoje: CivilDate) => RowRules>>> = {
  apoios: supportRules,
  planos: planRules,
  servicos: serviceRules,
};

/** Only what was held needs a day, and that day has come. */
function supportRules(hoje: CivilDate): RowRules {
  return (cell) => {
    const [data, situacao] = [cell("data"), cell("situacao")];
    if (data === null) return withoutDay(situacao, cell("data_solicitacao"));
    if (situacao !== "realizado" || data <= hoje) return [];
    return [
      {
        tipo: "realizado-no-futuro",
        coluna: "data",
        mensagem: "O apoio consta como realizado em um dia que ainda não chegou: foi carregado e não conta como realizado.",
        conserto: "Confira a data; se o apoio ainda vai acontecer, a situação é “Previsto”.",
        separa: false,
      },
    ];
  };
}

function withoutDay(situacao: string | null, pedido: string | null): readonly RowFault[] {
  if (situacao === "previsto" || situacao === "cancelado") return [];
  if (situacao === null && pedido !== null) {
    return [
      {
        tipo: "pedido-sem-data",
        coluna: "situacao",
        mensagem: "Há o dia do pedido e não há o do apoio nem a situação: foi lido como pedido ainda não atendido.",
        conserto: "Preencha a situação: previsto, realizado (com a data) ou cancelado.",
        separa: false,
      },
    ];
  }
  return [
    {
      tipo: "realizado-sem-data",
      coluna: "data",
      mensagem: situacao === null ? "Não há data, e a linha não diz que o apoio está previsto ou foi cancelado." : "O apoio realizado não tem data.",
      conserto: "Preencha o dia do apoio; sem dia, só o previsto e o cancelado.",
      separa: true,
    },
  ];
}

/** Columns of the problems a row of a plan may show; the others are of whole plans, or no error of the file. */
const DA_ACAO: Readonly<Partial<Record<CodigoDoProblema, string>>> = {
  "prazo-antes-do-plano": "prazo",
  "conclusao-no-futuro": "conclusao",
  "conclusao-antes-do-plano": "conclusao",
  "aprovacao-no-futuro": "aprovacao_cmas",
  "pactuacao-no-futuro": "pactuacao_cib",
  "pactuacao-antes-da-aprovacao": "pactuacao_cib",
};

/** By what is said of the plan where its rows disagree. */
const DO_PLANO: Readonly<Record<string, string>> = {
  espécie: "especie",
  dificuldade: "dificuldade",
  origem: "origem",
  início: "inicio",
  "aprovação pelo CMAS": "aprovacao_cmas",
  "pactuação na CIB": "pactuacao_cib",
};

function planRules(hoje: CivilDate): RowRules {
  const first = new Map<string, { readonly row: LinhaDePlano; readonly linha: number }>();
  return (cell, linha) => {
    const row = planRow(cell);
    const known = first.get(row.plano);
    if (known === undefined) first.set(row.plano, { row, linha });
    const alone = conferirPlanos(planosDasLinhas([row]).planos, hoje, new Set([row.codigo]));
    const faults = alone.flatMap(({ codigo }) => planFault(codigo, DA_ACAO[codigo], ""));
    if (known === undefined) return faults;
    const where = ` A primeira linha deste plano é a ${String(known.linha)}.`;
    return [...faults, ...planosDasLinhas([known.row, row]).problemas.flatMap((problema) => planFault(problema.codigo, disagreeing(problema), where))];
  };
}

function planFault(codigo: CodigoDoProblema, coluna: string | undefined, where: string): RowFault[] {
  const { mensagem, conserto } = PROBLEMA_TEXTO[codigo];
  return coluna === undefined ? [] : [{ tipo: codigo, coluna, mensagem, conserto: `${conserto}${where}`, separa: false }];
}

function disagreeing({ codigo, dado }: ProblemaDoPlano): string | undefined {
  return codigo === "plano-em-dois-municipios" ? "codigo_ibge" : DO_PLANO[dado ?? ""];
}

function planRow(cell: CellOf): LinhaDePlano {
  return {
    plano: cell("plano") ?? "",
    codigo: Number(cell("codigo_ibge")),
    especie: cell("especie") ?? "",
    dificuldade: cell("dificuldade") ?? "",
    origem: cell("origem") ?? "",
    inicio: cell("inicio"),
    aprovacaoCmas: cell("aprovacao_cmas"),
    pactuacaoCib: cell("pactuacao_cib"),
    acao: cell("acao") ?? "",
    descricao: cell("descricao") ?? "",
    orgao: cell("orgao"),
    prazo: cell("prazo"),
    evidencia: cell("evidencia"),
    conclusao: cell("conclusao"),
  };
}

function serviceRules(hoje: CivilDate): RowRules {
  const ano = Number(hoje.slice(0, 4));
  return (cell) => {
    const number = (coluna: string): number | null => {
      const text = cell(coluna);
      return text === null ? null : Number(text);
    };
    const found = conferirServico(
      {
        codigo: Number(cell("codigo_ibge")),
        servico: cell("servico") ?? "",
        ano: Number(cell("ano")),
        emAndamento: number("em_andamento"),
        concluidas: number("concluidas"),
        tempoMedio: number("tempo_medio_dias"),
        tempoMediano: number("tempo_mediano_dias"),
        satisfacao: number("satisfacao"),
        satisfacaoMin: number("satisfacao_min"),
        satisfacaoMax: number("satisfacao_max"),
        respostas: number("satisfacao_respostas"),
      },
      ano,
    );
    return found.map((each) => ({ ...each, separa: false }));
  };
}
