import { artigoDaInconsistencia, INCONSISTENCIA_TEXTO, type TextoDeInconsistencia } from "../../../core/denuncias/inconsistencias.ts";
import { INCONSISTENCIAS, type CodigoDeInconsistencia } from "../../../core/denuncias/reproducao.ts";
import { count, formatNumber, formatPercent, joinPt } from "../../../core/format.ts";
import type { GrupoDeInconsistencias, LinhaDeInconsistencia, ResumoDaFila } from "../../../data/denuncias/perguntas.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { PASSO_ROTULO } from "../rotulos.ts";

/** How many times one kind was seen on one step; the article may be the step's. */
export interface PassoDoGrupo {
  readonly nome: string;
  readonly vezes: number;
  readonly artigo: string | null;
}

/** Everything of one kind that is wrong with the cases, with its fix. */
export interface GrupoEmTela extends TextoDeInconsistencia {
  readonly codigo: CodigoDeInconsistencia;
  /** Times it was seen: a case counts once for each step. */
  readonly vezes: number;
  /** The steps concerned, the most seen first; none where it is of the whole case. */
  readonly passos: readonly PassoDoGrupo[];
}

/** One entry for each kind, the most seen first; ties in the order of the list. */
export function gruposEmTela(grupos: readonly GrupoDeInconsistencias[]): GrupoEmTela[] {
  return INCONSISTENCIAS.flatMap((codigo): GrupoEmTela[] => {
    const iguais = grupos.filter((grupo) => grupo.codigo === codigo && grupo.casos > 0).sort((a, b) => b.casos - a.casos);
    if (iguais.length === 0) return [];
    const passos = iguais.flatMap(({ passo, casos }): PassoDoGrupo[] =>
      passo === null ? [] : [{ nome: PASSO_ROTULO[passo], vezes: casos, artigo: artigoDaInconsistencia(codigo, passo) }],
    );
    return [{ codigo, ...INCONSISTENCIA_TEXTO[codigo], vezes: iguais.reduce((soma, { casos }) => soma + casos, 0), passos }];
  }).sort((a, b) => b.vezes - a.vezes);
}

/** "123 de 1.204 casos (10,2 %) têm algo a conferir, de 7 tipos; o mais comum é “Falta um passo” (40 vezes). Nada foi mudado nem deixado de fora." */
export function fraseDosProblemas(resumo: ResumoDaFila, grupos: readonly GrupoEmTela[]): string {
  const { comInconsistencia } = resumo;
  const todos = resumo.casos + resumo.apensadas;
  if (todos === 0) return "Nenhum caso com os filtros em uso.";
  const [maior] = grupos;
  if (maior === undefined) return `Nada a conferir em ${count(todos, "caso", "casos")}.`;
  const parte = formatPercent((100 * comInconsistencia) / todos);
  const verbo = comInconsistencia === 1 ? "tem" : "têm";
  return `${formatNumber(comInconsistencia)} de ${count(todos, "caso", "casos")} (${parte}) ${verbo} algo a conferir, de ${count(grupos.length, "tipo", "tipos")}; o mais comum é “${maior.nome}” (${count(maior.vezes, "vez", "vezes", "f")}). Nenhum dado foi mudado: cada um está como veio, contado à parte.`;
}

/** What the reading of the extracts left aside, whatever the filters. */
export interface DeLado {
  readonly repetidas: number;
  readonly eventosSemCaso: number;
  readonly protocolosSemCaso: readonly string[];
}

/** One kind of row left aside when the extracts were read. */
export interface LinhaDeLado {
  readonly id: "eventos-sem-caso" | "repetidas";
  readonly titulo: string;
  readonly quantas: number;
  readonly oQueE: string;
  readonly conserto: string;
}

export function linhasDeLado({ repetidas, eventosSemCaso, protocolosSemCaso }: DeLado): LinhaDeLado[] {
  const exemplos = protocolosSemCaso.length === 0 ? "" : ` Entre eles: ${joinPt(protocolosSemCaso)}.`;
  const linhas: LinhaDeLado[] = [
    {
      id: "eventos-sem-caso",
      titulo: "Andamentos sem denúncia",
      quantas: eventosSemCaso,
      oQueE: `O protocolo do andamento não está em nenhuma denúncia carregada, e não há caso a que o somar.${exemplos}`,
      conserto: "Confira o número do protocolo no arquivo dos andamentos, ou carregue também as denúncias que faltam.",
    },
    {
      id: "repetidas",
      titulo: "Linhas repetidas de um protocolo",
      quantas: repetidas,
      oQueE: "O protocolo já conta uma vez, pela linha de registro mais antigo; as outras ficaram fora dos casos.",
      conserto: "Deixe uma linha por protocolo no arquivo das denúncias; o que aconteceu depois vai no arquivo dos andamentos.",
    },
  ];
  return linhas.filter(({ quantas }) => quantas > 0);
}

/** A column for each figure of the summary file. */
export const COLUNAS_DOS_GRUPOS: readonly TableColumn<GrupoEmTela>[] = [
  { id: "problema", titulo: "Problema", tipo: "texto", valor: ({ nome }) => nome },
  { id: "vezes", titulo: "Vezes", tipo: "numero", valor: ({ vezes }) => ({ valor: vezes }) },
  { id: "o-que-e", titulo: "O que é", tipo: "texto", valor: ({ oQueE }) => oQueE },
  { id: "conserto", titulo: "O que fazer", tipo: "texto", valor: ({ conserto }) => conserto },
  { id: "artigo", titulo: "Artigo", tipo: "texto", valor: ({ artigo }) => artigo ?? "" },
  {
    id: "passos",
    titulo: "Em que passos",
    tipo: "texto",
    valor: ({ passos }) =>
      passos.map(({ nome, vezes, artigo }) => `${nome}: ${formatNumber(vezes)}${artigo === null ? "" : ` (${artigo})`}`).join("; "),
  },
];

type Coluna = TableColumn<LinhaDeInconsistencia>;

/** Rows of one kind, as the screen shows them. */
export function colunasDasLinhas(nome: (codigo: number) => string): readonly Coluna[] {
  return [
    { id: "protocolo", titulo: "Protocolo", tipo: "texto", ordenavel: false, valor: ({ protocolo }) => protocolo },
    { id: "municipio", titulo: "Município", tipo: "texto", ordenavel: false, valor: ({ municipio }) => nome(municipio) },
    { id: "registro", titulo: "Registro", tipo: "data", ordenavel: false, valor: ({ registro }) => registro ?? { ausencia: "sem-dado" } },
    { id: "passo", titulo: "Passo em questão", tipo: "texto", ordenavel: false, valor: ({ passo }) => (passo === null ? "o caso inteiro" : PASSO_ROTULO[passo]) },
    { id: "dia", titulo: "Dia que está no arquivo", tipo: "data", ordenavel: false, valor: ({ dia }) => dia ?? { ausencia: "sem-dado" } },
  ];
}

/** Rows of the file: each says what is wrong with it and how to mend it. */
export function colunasDoArquivo(nome: (codigo: number) => string): readonly Coluna[] {
  const texto = (id: string, titulo: string, valor: (linha: LinhaDeInconsistencia) => string): Coluna => ({ id, titulo, tipo: "texto", valor });
  return [
    ...colunasDasLinhas(nome),
    texto("problema", "Problema", ({ codigo }) => INCONSISTENCIA_TEXTO[codigo].nome),
    texto("o-que-e", "O que é", ({ codigo }) => INCONSISTENCIA_TEXTO[codigo].oQueE),
    texto("conserto", "O que fazer", ({ codigo }) => INCONSISTENCIA_TEXTO[codigo].conserto),
    texto("artigo", "Artigo", ({ codigo, passo }) => artigoDaInconsistencia(codigo, passo) ?? ""),
    texto("codigo", "Código IBGE", ({ municipio }) => String(municipio)),
  ];
}
