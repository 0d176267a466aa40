import type { ColunaAberta, TabelaAberta, ValorAberto } from "../../src/core/publico/aberto.ts";
import { DIMENSOES_PUBLICAS, type DimensaoPublica, type Publicacao, type TabelaProtegida } from "../../src/core/publico/publicacao.ts";

const LUGAR: Readonly<Record<string, readonly [codigo: string, nome: string, descricao: string]>> = {
  municipio: ["municipio_codigo", "municipio", "Município (código do IBGE de 7 dígitos)."],
  regiao: ["regiao_codigo", "regiao", "Região imediata do IBGE (código de 6 dígitos)."],
  intermediaria: ["regiao_codigo", "regiao", "Região intermediária do IBGE (código de 4 dígitos)."],
  uf: ["uf", "uf_nome", "Unidade da federação (sigla)."],
};
const TEMPO: Readonly<Record<string, string>> = { ano: "Ano: 2025.", trimestre: "Trimestre: 2025-T3.", mes: "Mês: 2025-03." };
const LISTA: Readonly<Record<Exclude<DimensaoPublica, "lugar" | "tempo">, readonly [titulo: string, descricao: string]>> = {
  tema: ["Assunto", "Assunto da denúncia."],
  prazo: ["Prazo da resposta", "Como estava a resposta na data de referência."],
  desfecho: ["Desfecho", "O que resultou da apuração até a data de referência."],
  servico: ["Serviço", "Serviço a que se refere a solicitação."],
};

/** A protected table as rows of the open data: codes, names and the count. */
export function tabelaAbertaDe(publicacao: Publicacao, tabela: TabelaProtegida): TabelaAberta {
  const { id, assunto, niveis, linhas, demonstracao } = tabela;
  const dimensoes = DIMENSOES_PUBLICAS.filter((dimensao) => niveis[dimensao] !== undefined);
  const nomeDe = (dimensao: DimensaoPublica, membro: string): string => publicacao.rotulos[dimensao]?.[membro] ?? "sem região";
  const periodos = linhas.map(({ membros }) => membros.tempo ?? "").sort();
  const contado = assunto === "denuncias" ? "denuncias" : "solicitacoes";
  return {
    id,
    titulo: tabela.titulo,
    descricao: `${publicacao.protecao.quem[assunto]} Contagens de menos de ${publicacao.protecao.k[assunto]} pessoas ficam ocultas, e outras com elas, para que nenhuma conta as descubra. Só períodos já encerrados em ${publicacao.dataReferencia}.`,
    colunas: [...dimensoes.flatMap((dimensao) => colunasDe(dimensao, niveis[dimensao] ?? "")), { nome: contado, titulo: assunto === "denuncias" ? "Denúncias" : "Solicitações", descricao: tabela.titulo, tipo: "inteiro", unidade: contado === "denuncias" ? "denúncias" : "solicitações" }],
    linhas: linhas.map(({ membros, valor }): ValorAberto[] => [
      ...dimensoes.flatMap((dimensao) => {
        const membro = membros[dimensao] ?? "";
        return dimensao === "tempo" ? [membro] : [membro, nomeDe(dimensao, membro)];
      }),
      valor === "oculto" ? publicacao.protecao.marca : valor,
    ]),
    oculto: publicacao.protecao.marca,
    fontes: [assunto],
    demonstracao,
    cobertura: { inicio: periodos[0] ?? null, fim: periodos.at(-1) ?? null },
    periodicidade: publicacao.protecao.periodicidade,
  };
}

function colunasDe(dimensao: DimensaoPublica, nivel: string): ColunaAberta[] {
  if (dimensao === "tempo") return [{ nome: "periodo", titulo: "Período", descricao: TEMPO[nivel] ?? "Período.", tipo: "texto", chave: true }];
  if (dimensao === "lugar") {
    const [codigo, nome, descricao] = LUGAR[nivel] ?? ["lugar", "lugar_nome", "Lugar."];
    return [
      { nome: codigo, titulo: "Código do lugar", descricao, tipo: "texto", chave: true },
      { nome, titulo: "Lugar", descricao: "Nome do lugar.", tipo: "texto" },
    ];
  }
  const [titulo, descricao] = LISTA[dimensao];
  return [
    { nome: dimensao, titulo: `${titulo} (código)`, descricao, tipo: "texto", chave: true },
    { nome: `${dimensao}_nome`, titulo, descricao, tipo: "texto" },
  ];
}
