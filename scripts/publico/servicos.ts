import { isLegivel, type NumeroPublico } from "../../src/core/publico/numero.ts";
import { somarPor, tabelaDe } from "../../src/core/publico/contagem.ts";
import type { ColunaAberta, TabelaAberta, ValorAberto } from "../../src/core/publico/aberto.ts";
import type { Publicacao, TabelaProtegida } from "../../src/core/publico/publicacao.ts";
import { protegerServico, TABELAS_DE_SERVICOS, type ServicosPublicos, type TotalDoServico } from "../../src/core/publico/servicos.ts";
import { montarPainel } from "../../src/core/servicos/montar.ts";
import type { LinhaDeServico } from "../../src/core/servicos/registro.ts";
import { servicosNoArquivo } from "../../src/data/publico/servicos.ts";
import { escreverJson, type Escritor } from "./montagem.ts";

/** Writes `servicos.json`: the panel of services, with the counts of the release and what may be said beside each. */
export const escreverServicos: Escritor = async (m) => {
  const { folder, publicacao, politica } = m;
  const servicos = publicarServicos(folder.extratos.servicos.rows.map(linhaDe), publicacao, politica.k.servicos);
  await escreverJson(m, "servicos.json", servicosNoArquivo({ ...servicos, demonstracao: folder.extratos.servicos.demonstracao }));
  if (servicos.linhas.length === 0) return [];
  const nome = new Map(publicacao.municipios.map((municipio) => [municipio.codigo, municipio.nome]));
  return [tabelaDoPainel({ ...servicos, demonstracao: folder.extratos.servicos.demonstracao }, politica.marca, (codigo) => nome.get(codigo) ?? String(codigo))];
};

/**
 * The panel as it goes out. Counts come from the release alone; a time or a mark of satisfaction comes from the
 * record, where the release lets it be shown. Where the counts went out by region only, so does nothing finer.
 */
function publicarServicos(linhas: readonly LinhaDeServico[], publicacao: Publicacao, k: number): ServicosPublicos {
  const concluidas = tabelaDe(publicacao, TABELAS_DE_SERVICOS.concluidas);
  const emAndamento = tabelaDe(publicacao, TABELAS_DE_SERVICOS.emAndamento);
  const anoDeHoje = Number(publicacao.dataReferencia.slice(0, 4));
  const { registros, servicos } = montarPainel(linhas, anoDeHoje);
  const visivel = { concluidas: porMunicipio(concluidas), emAndamento: porMunicipio(emAndamento) };
  const protegidas = registros
    .filter(({ ano }) => ano < anoDeHoje)
    .map((registro) => {
      const chave = `${registro.codigo} ${registro.ano} ${registro.chave}`;
      return protegerServico(
        registro,
        { concluidas: contagemVisivel(visivel.concluidas, chave, registro.concluidas), emAndamento: contagemVisivel(visivel.emAndamento, chave, registro.emAndamento) },
        k,
      );
    })
    .sort((a, b) => a.codigo - b.codigo || a.ano - b.ano || (a.chave < b.chave ? -1 : 1));
  const anos = [...new Set(protegidas.map(({ ano }) => ano))].sort((a, b) => a - b);
  return {
    formato: 1,
    k,
    demonstracao: false,
    anos,
    servicos: servicos.map(({ chave, nome }) => ({ chave, nome })),
    linhas: protegidas,
    emAndamentoPorMunicipio: visivel.emAndamento !== null,
    concluidasPorMunicipio: visivel.concluidas !== null,
    totais: anos.flatMap((ano) => totaisDoAno(publicacao, ano, concluidas, emAndamento)),
  };
}

type PorMunicipio = ReadonlyMap<string, NumeroPublico> | null;

/** By municipality, year and service; null when the table went out coarser than that. */
function porMunicipio(tabela: TabelaProtegida | null): PorMunicipio {
  if (tabela?.niveis.lugar !== "municipio") return null;
  return new Map(tabela.linhas.map(({ membros: { lugar = "", tempo = "", servico = "" }, valor }) => [`${lugar} ${tempo} ${servico}`, valor]));
}

/** What was not informed stays so; all else is what the release says, and hidden where it does not say. */
function contagemVisivel(tabela: PorMunicipio, chave: string, informada: number | null): NumeroPublico {
  const publicada = tabela?.get(chave) ?? null;
  if (publicada !== null) return informada === null && isLegivel(publicada) ? null : publicada;
  return informada === null ? null : "oculto";
}

function totaisDoAno(publicacao: Publicacao, ano: number, concluidas: TabelaProtegida | null, emAndamento: TabelaProtegida | null): TotalDoServico[] {
  const somas = [concluidas, emAndamento].map((tabela) => new Map(tabela === null ? [] : somarPor(totais(publicacao, tabela).filter(({ membros }) => membros.tempo === String(ano)), "servico").map(({ membro, valor }) => [membro, valor])));
  const chaves = [...new Set(somas.flatMap((soma) => [...soma.keys()]))].sort();
  return chaves.map((chave) => ({ chave, ano, concluidas: somas[0]?.get(chave) ?? null, emAndamento: somas[1]?.get(chave) ?? null }));
}

/** Rows of a table for the whole territory: of the table of totals that goes with it, where there is one. */
function totais({ tabelas }: Publicacao, { id, linhas }: TabelaProtegida): TabelaProtegida["linhas"] {
  return tabelas.find((tabela) => tabela.id === `${id}-uf`)?.linhas ?? linhas;
}

function linhaDe(row: Readonly<Record<string, string>>): LinhaDeServico {
  const numero = (nome: string): number | null => {
    const texto = row[nome] ?? "";
    return texto === "" ? null : Number(texto);
  };
  return {
    codigo: Number(row["codigo_ibge"]),
    servico: row["servico"] ?? "",
    ano: Number(row["ano"]),
    emAndamento: numero("em_andamento"),
    concluidas: numero("concluidas"),
    tempoMedio: numero("tempo_medio_dias"),
    tempoMediano: numero("tempo_mediano_dias"),
    satisfacao: numero("satisfacao"),
    satisfacaoMin: numero("satisfacao_min"),
    satisfacaoMax: numero("satisfacao_max"),
    respostas: numero("satisfacao_respostas"),
  };
}

const COLUNAS: readonly ColunaAberta[] = [
  { nome: "codigo_ibge", titulo: "Código do município", descricao: "Código de sete dígitos do IBGE.", tipo: "inteiro", chave: true },
  { nome: "municipio", titulo: "Município", descricao: "Nome do município.", tipo: "texto" },
  { nome: "ano", titulo: "Ano", descricao: "Ano a que os números se referem.", tipo: "inteiro", chave: true },
  { nome: "servico", titulo: "Serviço", descricao: "Nome do serviço.", tipo: "texto", chave: true },
  { nome: "em_andamento", titulo: "Em andamento", descricao: "Pedidos em andamento no fim do ano.", tipo: "inteiro", unidade: "pedidos" },
  { nome: "concluidas", titulo: "Concluídas", descricao: "Pedidos concluídos no ano.", tipo: "inteiro", unidade: "pedidos" },
  { nome: "tempo_medio_dias", titulo: "Tempo médio", descricao: "Média de dias entre o pedido e a conclusão.", tipo: "decimal", unidade: "dias" },
  { nome: "tempo_mediano_dias", titulo: "Tempo mediano", descricao: "Mediana de dias entre o pedido e a conclusão.", tipo: "decimal", unidade: "dias" },
  { nome: "satisfacao", titulo: "Satisfação", descricao: "Média de quem respondeu. Em branco: poucas respostas, ou ninguém informou.", tipo: "decimal" },
  { nome: "satisfacao_min", titulo: "Menor nota", descricao: "Menor nota possível na escala.", tipo: "decimal" },
  { nome: "satisfacao_max", titulo: "Maior nota", descricao: "Maior nota possível na escala.", tipo: "decimal" },
  { nome: "respostas", titulo: "Respostas", descricao: "Quantas pessoas responderam.", tipo: "inteiro", unidade: "pessoas" },
];

/** Place of the requests in progress among the columns. */
const EM_ANDAMENTO = COLUNAS.findIndex(({ nome }) => nome === "em_andamento");

function tabelaDoPainel({ anos, servicos, linhas, demonstracao, k, emAndamentoPorMunicipio }: ServicosPublicos, marca: string, nomeDe: (codigo: number) => string): TabelaAberta {
  const nome = new Map(servicos.map((servico) => [servico.chave, servico.nome]));
  const dito = (numero: NumeroPublico): ValorAberto => (numero === "oculto" ? marca : numero);
  const isPublicada = (coluna: number): boolean => emAndamentoPorMunicipio || coluna !== EM_ANDAMENTO;
  return {
    id: "servicos-painel",
    titulo: `Painel de desempenho dos serviços, por município e ano${demonstracao ? " (demonstração)" : ""}`,
    descricao: `Pedidos em andamento e concluídos, tempo e satisfação, por serviço. Contagens de menos de ${k} pessoas, e as que as deixariam descobrir, estão ocultas, com os seus tempos. Em branco: sem dado.`,
    colunas: COLUNAS.filter((_, i) => isPublicada(i)),
    linhas: linhas.map(({ codigo, ano, chave, emAndamento, concluidas, tempoMedio, tempoMediano, satisfacao, escala, respostas }) => [
      codigo,
      nomeDe(codigo),
      ano,
      nome.get(chave) ?? chave,
      dito(emAndamento),
      dito(concluidas),
      dito(tempoMedio),
      dito(tempoMediano),
      satisfacao,
      escala?.min ?? null,
      escala?.max ?? null,
      respostas,
    ].filter((_, i) => isPublicada(i))),
    oculto: marca,
    fontes: ["servicos"],
    demonstracao,
    cobertura: { inicio: anos[0]?.toString() ?? null, fim: anos.at(-1)?.toString() ?? null },
    periodicidade: "anual",
  };
}
