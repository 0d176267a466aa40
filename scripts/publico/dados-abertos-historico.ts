import type { TabelaAberta } from "../../src/core/publico/aberto.ts";
import { compararTabelas, motivoDaMudanca, semFigurasOcultas, type EdicaoDeMudancas } from "../../src/core/publico/mudancas.ts";
import type { CivilDate } from "../../src/core/civil-date.ts";
import type { PublicacaoAnterior } from "./dados-abertos-anterior.ts";

/** Name of the changelog's own table, which is not compared with itself. */
export const MUDANCAS = "mudancas";

/** What this release is, for its history. */
export interface EsteMomento {
  readonly data: CivilDate;
  /** SHA-256 of the figures. */
  readonly hash: string;
  readonly motivos: EdicaoDeMudancas["motivos"];
}

/**
 * The history with this release on top, newest first. The first release has one entry with no
 * changes; a release with the figures of the registered one adds none.
 */
export function historicoCom(anterior: PublicacaoAnterior | null, tabelas: readonly TabelaAberta[], { data, hash, motivos }: EsteMomento): readonly EdicaoDeMudancas[] {
  if (anterior === null) return [{ data, hash, anterior: null, motivos: {}, mudancas: [] }];
  const [registrada] = anterior.historico;
  const antes = anterior.tabelas.filter(({ id }) => id !== MUDANCAS);
  const mudancas = compararTabelas(antes, tabelas);
  const nova = { data, hash, anterior: registrada?.hash ?? null, motivos, mudancas };
  return semFigurasOcultas(mudancas.length === 0 ? anterior.historico : [nova, ...anterior.historico], tabelas);
}

/** The history as an open table. */
export function tabelaDoHistorico(historico: readonly EdicaoDeMudancas[]): TabelaAberta {
  const linhas = historico.flatMap(({ data, motivos, mudancas }, edicao) =>
    mudancas.map((m, i) => [historico.length - edicao, i + 1, data, m.tabela, m.tipo, m.chave, m.coluna, m.de, m.para, motivoDaMudanca(motivos, m.tabela)]),
  );
  const datas = historico.map(({ data }) => data).sort();
  const texto = (nome: string, titulo: string, descricao: string) => ({ nome, titulo, descricao, tipo: "texto" }) as const;
  return {
    id: MUDANCAS,
    titulo: "O que mudou de uma publicação para a outra",
    descricao: "Cada número acrescentado, alterado ou retirado, com o valor de antes e o de agora. Um número que passou a ser oculto conta como retirado, e não é repetido aqui. A primeira publicação não tem mudanças.",
    colunas: [
      { nome: "edicao", titulo: "Edição", descricao: "Número da publicação que trouxe a mudança, a partir de 1.", tipo: "inteiro", chave: true },
      { nome: "ordem", titulo: "Ordem", descricao: "Posição da mudança dentro da publicação, a partir de 1.", tipo: "inteiro", chave: true },
      { nome: "publicacao", titulo: "Publicação", descricao: "Dia da publicação que trouxe a mudança.", tipo: "data" },
      texto("tabela", "Tabela", "Nome do arquivo, sem a extensão."),
      texto("tipo", "Tipo", "acrescentado, alterado ou retirado."),
      texto("linha", "Linha", "Chave da linha; em branco quando a tabela inteira entrou ou saiu."),
      texto("coluna", "Coluna", "Coluna do número; em branco quando a linha inteira entrou ou saiu."),
      texto("de", "De", "Como estava publicado; em branco quando nada havia."),
      texto("para", "Para", "Como está publicado; em branco quando nada há."),
      texto("motivo", "Motivo", "Por que mudou, quando foi informado."),
    ],
    linhas,
    fontes: [],
    demonstracao: false,
    cobertura: { inicio: datas[0] ?? null, fim: datas.at(-1) ?? null },
    periodicidade: "a cada publicação",
  };
}
