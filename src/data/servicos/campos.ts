import type { RegistroDeServico } from "../../core/servicos/montar.ts";
import { column, type Column } from "../contracts/contract.ts";
import { SERVICOS } from "../contracts/servicos.ts";

/** A cell of the open file; null is written as nothing, which the dictionary says is "no data". */
export type CelulaAberta = string | number | boolean | null;

/** A column of the open file: what the contract says of it, and how a row fills it. */
export interface CampoAberto {
  readonly coluna: Column;
  readonly valor: (registro: RegistroDeServico, contexto: ContextoDoArquivo) => CelulaAberta;
}

export interface ContextoDoArquivo {
  /** Name of a municipality by code. */
  readonly nome: (codigo: number) => string;
  readonly demonstracao: boolean;
}

/** Figures of the contract, by column. */
const DO_CONTRATO: Readonly<Record<string, (registro: RegistroDeServico) => CelulaAberta>> = {
  codigo_ibge: ({ codigo }) => String(codigo),
  servico: ({ servico }) => servico,
  ano: ({ ano }) => ano,
  em_andamento: ({ emAndamento }) => emAndamento,
  concluidas: ({ concluidas }) => concluidas,
  tempo_medio_dias: ({ tempoMedio }) => tempoMedio,
  tempo_mediano_dias: ({ tempoMediano }) => tempoMediano,
  satisfacao: ({ satisfacao }) => satisfacao,
  satisfacao_min: ({ satisfacaoMin }) => satisfacaoMin,
  satisfacao_max: ({ satisfacaoMax }) => satisfacaoMax,
  satisfacao_respostas: ({ respostas }) => respostas,
};

const MUNICIPIO = column("municipio", "texto", "Nome do município, para leitura: quem identifica é codigo_ibge.");

const CONFERENCIA = column(
  "conferencia",
  "texto",
  "O que se achou de errado na linha, pelos nomes da lista, separados por espaço; em branco quando nada. O número em dúvida vai como foi informado.",
);

const DEMONSTRACAO = column("demonstracao", "sim-nao", "Sim quando a linha foi inventada para demonstrar o aplicativo: não descreve nenhum município.", {
  required: true,
});

/**
 * Columns of the open file: those of the contract in its order, the municipality's name after its code, and
 * at the end what was found of the row and whether it is invented.
 * @throws Error when the contract has a column that nothing here fills
 */
export function camposAbertos(): CampoAberto[] {
  const doContrato = SERVICOS.columns.map((coluna): CampoAberto => {
    const valor = DO_CONTRATO[coluna.name];
    if (valor === undefined) throw new Error(`the contract of services has a column the open file does not fill: ${coluna.name}`);
    return { coluna, valor };
  });
  const depoisDoCodigo = doContrato.findIndex(({ coluna }) => coluna.name === "codigo_ibge") + 1;
  return [
    ...doContrato.slice(0, depoisDoCodigo),
    { coluna: MUNICIPIO, valor: ({ codigo }, { nome }) => nome(codigo) },
    ...doContrato.slice(depoisDoCodigo),
    { coluna: CONFERENCIA, valor: ({ achados }) => (achados.length === 0 ? null : achados.map(({ tipo }) => tipo).join(" ")) },
    { coluna: DEMONSTRACAO, valor: (_, { demonstracao }) => demonstracao },
  ];
}
