import { ACHADO_ROTULO, ACHADOS_DO_SERVICO, PARTE_DO_PAINEL_ROTULO, PARTES_DO_PAINEL, type RegistroDeServico, type TipoDeAchado } from "../../../core/servicos/index.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import type { LinhaPorServico } from "./por-servico.ts";
import type { Recorte } from "./recorte.ts";

/** What art. 20 asks and was not told, by service. */
export const COLUNAS_DAS_FALTAS: readonly TableColumn<LinhaPorServico>[] = [
  { id: "servico", titulo: "Serviço", tipo: "texto", valor: ({ servico }) => servico.nome },
  { id: "sem-linha", titulo: "Municípios sem nada informado", tipo: "numero", valor: ({ faltas }) => ({ valor: faltas.semLinha.length }) },
  ...PARTES_DO_PAINEL.map(
    (parte): TableColumn<LinhaPorServico> => ({
      id: parte,
      titulo: `Sem ${PARTE_DO_PAINEL_ROTULO[parte].toLowerCase()}`,
      tipo: "numero",
      valor: ({ faltas }) => ({ valor: faltas.semParte[parte].length }),
    }),
  ),
];

/** One figure that one municipality did not tell. */
export interface LinhaDeFalta {
  readonly chave: string;
  readonly servico: string;
  readonly codigo: number;
  readonly falta: string;
}

/** Every figure missing of the year shown, one row each, for the CSV and for the list of a service. */
export function linhasDeFalta(linhas: readonly LinhaPorServico[]): LinhaDeFalta[] {
  return linhas.flatMap(({ servico, faltas }) => [
    ...faltas.semLinha.map((codigo) => ({ chave: `${servico.chave} ${codigo}`, servico: servico.nome, codigo, falta: "tudo" })),
    ...PARTES_DO_PAINEL.flatMap((parte) =>
      faltas.semParte[parte].map((codigo) => ({ chave: `${servico.chave} ${codigo} ${parte}`, servico: servico.nome, codigo, falta: PARTE_DO_PAINEL_ROTULO[parte].toLowerCase() })),
    ),
  ]);
}

export function colunasDeFalta(nome: (codigo: number) => string, ano: string): TableColumn<LinhaDeFalta>[] {
  return [
    { id: "servico", titulo: "Serviço", tipo: "texto", valor: ({ servico }) => servico },
    { id: "ano", titulo: "Ano", tipo: "texto", valor: () => ano },
    { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ codigo }) => nome(codigo) },
    { id: "codigo", titulo: "Código do IBGE", tipo: "texto", valor: ({ codigo }) => String(codigo) },
    { id: "falta", titulo: "O que falta", tipo: "texto", valor: ({ falta }) => falta },
  ];
}

/** A finding of a row, or a row set apart. */
export interface LinhaDeProblema {
  readonly chave: string;
  readonly tipo: TipoDeAchado | "repetida" | "outra-grafia";
  readonly registro: RegistroDeServico;
  readonly coluna: string;
  readonly mensagem: string;
  readonly conserto: string;
}

export const PROBLEMAS: readonly LinhaDeProblema["tipo"][] = [...ACHADOS_DO_SERVICO, "repetida", "outra-grafia"];

export const PROBLEMA_ROTULO: Readonly<Record<LinhaDeProblema["tipo"], string>> = {
  ...ACHADO_ROTULO,
  repetida: "Linha repetida do mesmo município, serviço e ano",
  "outra-grafia": "O mesmo serviço escrito de outro jeito",
};

/** What happens to the rows of a kind of problem. */
export const PROBLEMA_EFEITO: Readonly<Record<LinhaDeProblema["tipo"], string>> = {
  "ano-no-futuro": "a linha não conta",
  "tempo-sem-concluidas": "o tempo não conta",
  "mediana-impossivel": "nem a média nem a mediana contam",
  "escala-invertida": "a satisfação não conta",
  "satisfacao-sem-escala": "a satisfação não conta",
  "satisfacao-fora-da-escala": "a satisfação não conta",
  "satisfacao-sem-respostas": "a satisfação não conta",
  "respostas-sem-satisfacao": "nada muda",
  repetida: "conta a primeira",
  "outra-grafia": "conta como o mesmo serviço",
};

/** Problems of the rows in sight, of every year, in the order of `PROBLEMAS`. */
export function linhasDeProblema({ painel, registros, codigos }: Pick<Recorte, "painel" | "registros" | "codigos">): LinhaDeProblema[] {
  const dentro = new Set(codigos);
  const grafia = new Map(painel.servicos.map(({ chave, nome }) => [chave, nome]));
  const aVista = (registro: RegistroDeServico): boolean => dentro.has(registro.codigo);
  const chave = ({ codigo, servico, ano }: RegistroDeServico, i: number, tipo: string): string => `${tipo} ${codigo} ${ano} ${servico} ${i}`;
  const linhas: LinhaDeProblema[] = [];
  for (const [i, registro] of [...registros, ...painel.noFuturo.filter(aVista)].entries()) {
    for (const { tipo, coluna, mensagem, conserto } of registro.achados) linhas.push({ chave: chave(registro, i, tipo), tipo, registro, coluna, mensagem, conserto });
    const nome = grafia.get(registro.chave);
    if (nome === undefined || nome === registro.servico) continue;
    linhas.push({
      chave: chave(registro, i, "outra-grafia"),
      tipo: "outra-grafia",
      registro,
      coluna: "servico",
      mensagem: `O serviço está escrito “${registro.servico}”, e na maioria das linhas “${nome}”.`,
      conserto: "Escreva o nome do serviço sempre do mesmo jeito.",
    });
  }
  for (const [i, registro] of painel.repetidas.filter(aVista).entries()) {
    linhas.push({
      chave: chave(registro, i, "repetida"),
      tipo: "repetida",
      registro,
      coluna: "codigo_ibge, servico, ano",
      mensagem: "Já há uma linha do mesmo município, serviço e ano.",
      conserto: "Confira qual das linhas vale e apague a outra.",
    });
  }
  const ordem = new Map(PROBLEMAS.map((tipo, i) => [tipo, i]));
  return linhas.sort((a, b) => (ordem.get(a.tipo) ?? 0) - (ordem.get(b.tipo) ?? 0));
}

export function colunasDeProblema(nome: (codigo: number) => string): TableColumn<LinhaDeProblema>[] {
  return [
    { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ registro }) => nome(registro.codigo) },
    { id: "servico", titulo: "Serviço", tipo: "texto", valor: ({ registro }) => registro.servico },
    { id: "ano", titulo: "Ano", tipo: "texto", valor: ({ registro }) => String(registro.ano) },
    { id: "problema", titulo: "Problema", tipo: "texto", valor: ({ tipo }) => PROBLEMA_ROTULO[tipo] },
    { id: "coluna", titulo: "Coluna", tipo: "texto", valor: ({ coluna }) => coluna },
    { id: "mensagem", titulo: "O que aconteceu", tipo: "texto", valor: ({ mensagem }) => mensagem },
    { id: "conserto", titulo: "O que fazer", tipo: "texto", valor: ({ conserto }) => conserto },
    { id: "efeito", titulo: "Nas contas", tipo: "texto", valor: ({ tipo }) => PROBLEMA_EFEITO[tipo] },
  ];
}
