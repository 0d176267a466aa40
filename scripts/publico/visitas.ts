import type { ColunaAberta, TabelaAberta } from "../../src/core/publico/aberto.ts";
import {
  apoiosDados,
  contarPorMunicipio,
  resumirApoio,
  type ApoioPublicado,
  type DimensaoPublicada,
  type LinhaDoApoio,
  type MetodoPublicado,
  type NotaPublicada,
  type VisitasPublicas,
} from "../../src/core/publico/visitas.ts";
import { buildList, CASAS_DA_LISTA } from "../../src/core/metodo/list.ts";
import { dimensionNode, methodHash } from "../../src/core/metodo/method.ts";
import { dataHash, preparePriority, scorePriority, type PreparedPriority } from "../../src/core/metodo/priority.ts";
import { effectiveWeights } from "../../src/core/metodo/tree.ts";
import type { Municipio } from "../../src/core/municipio.ts";
import { ESTRATEGIA_ROTULO } from "../../src/data/contracts/apoios.ts";
import { usaDenuncias } from "../../src/data/denuncias/colunas-do-indice.ts";
import { newestColumns, readMunicipios } from "../extracts/snapshot.ts";
import type { TerritoryFolder } from "../extracts/territory.ts";
import { escreverJson, type Escritor, type MontagemPublica } from "./montagem.ts";

const FONTE_DO_APOIO = "apoios";

/** Writes `visitas.json`: how visits are chosen, what the method gives each municipality, and what support was given. */
export const escreverVisitas: Escritor = async (m) => {
  const { folder } = m;
  const municipios = readMunicipios(folder.extratos.municipios.rows);
  const apoio = apoioDaPasta(m);
  const visitas: VisitasPublicas = { formato: 1, fundamento: folder.territorio.indice.fundamento, ...indiceDe(folder, municipios), apoio: apoio?.resumo ?? null };
  await escreverJson(m, "visitas.json", visitas);
  const nomes = new Map(municipios.map(({ codigo, nome }) => [codigo, nome]));
  const nomeDe = (codigo: number): string => nomes.get(codigo) ?? String(codigo);
  return [
    tabelaDosPesos(visitas.metodo),
    ...(visitas.notas === null ? [] : [tabelaDasNotas(visitas.metodo, visitas.notas, nomeDe)]),
    ...(apoio === null ? [] : tabelasDoApoio(apoio.resumo, apoio.dados, nomeDe)),
  ];
};

/** Support that the territory's register says was given by the day of the release; null when there is none. */
export function apoioDaPasta({ folder, publicacao }: Pick<MontagemPublica, "folder" | "publicacao">): { readonly dados: readonly LinhaDoApoio[]; readonly resumo: ApoioPublicado } | null {
  const { rows, demonstracao } = folder.extratos.apoios;
  const dados = apoiosDados(rows.map(linhaDe), publicacao.dataReferencia);
  if (dados.length === 0) return null;
  const lugares = readMunicipios(folder.extratos.municipios.rows).map(({ codigo, regiaoImediata }) => ({ codigo, regiao: regiaoImediata }));
  return { dados, resumo: resumirApoio(dados, lugares, { demonstracao, nomeDaEstrategia }) };
}

function indiceDe(folder: TerritoryFolder, municipios: readonly Municipio[]): Pick<VisitasPublicas, "metodo" | "notas"> {
  const { metodo, catalogo } = folder;
  // A method that weighs complaints is described and not computed: its scores would give their counts away.
  const colunas = usaDenuncias(metodo) ? [] : newestColumns(folder, municipios);
  const preparada = preparePriority(metodo, catalogo, colunas, municipios);
  const { planejamento, datas } = metodo;
  const publicado: MetodoPublicado = {
    id: metodo.id,
    nome: metodo.nome,
    orgao: metodo.orgao ?? null,
    ...datas,
    k: metodo.k,
    reserva: planejamento.reserva,
    sementeDaReserva: planejamento.sementeReserva,
    carenciaDias: planejamento.carenciaDias,
    pesoNota: planejamento.pesoNota,
    pesoTempo: planejamento.pesoTempo,
    meses: planejamento.meses,
    presencaMinima: metodo.presencaMinima,
    sha256: methodHash(metodo),
    dados: dataHash(preparada),
    dimensoes: dimensoesDe(folder, preparada),
  };
  if (usaDenuncias(metodo)) return { metodo: publicado, notas: null };
  const lista = buildList(preparada, scorePriority(preparada), municipios);
  const notas = [...lista.linhas, ...lista.semNota]
    .map(({ codigo, nota, pesoPresente, dimensoes }): NotaPublicada => ({ codigo, nota, pesoPresente, pontos: dimensoes }))
    .sort((a, b) => a.codigo - b.codigo);
  return { metodo: publicado, notas };
}

function dimensoesDe({ metodo, catalogo, fontes, territorio }: TerritoryFolder, { prepared: { tree }, weights }: PreparedPriority): DimensaoPublicada[] {
  const efetivos = effectiveWeights(tree, weights);
  const parte = (no: string): number => Math.round(10_000 * (efetivos[tree.ids.indexOf(no)] ?? 0)) / 100;
  return metodo.dimensoes
    .filter(({ indicadores }) => indicadores.length > 0)
    .map(({ id, nome, indicadores }) => ({
      id,
      nome,
      pergunta: territorio.indice.dimensoes.find((dimensao) => dimensao.id === id)?.pergunta ?? "",
      parte: parte(dimensionNode(id)),
      indicadores: indicadores.flatMap(({ id: indicador }) => {
        const registro = catalogo.find((cada) => cada.id === indicador);
        if (registro === undefined) return [];
        const fonte = fontes.find((cada) => cada.id === registro.fonte);
        return [
          {
            id: indicador,
            nome: registro.nome,
            pergunta: registro.pergunta,
            parte: parte(indicador),
            polaridade: registro.polaridade,
            fonte: fonte === undefined ? registro.fonte : `${fonte.orgao}, ${fonte.nome} (${fonte.referencia})`,
          },
        ];
      }),
    }));
}

function linhaDe(row: Readonly<Record<string, string>>): LinhaDoApoio {
  return {
    apoio: row["apoio"] ?? "",
    codigo: Number(row["codigo_ibge"]),
    data: row["data"] ?? "",
    estrategia: row["estrategia"] ?? "",
    modalidade: row["modalidade"] ?? "",
    situacao: row["situacao"] ?? "",
  };
}

function nomeDaEstrategia(id: string): string {
  return (ESTRATEGIA_ROTULO as Readonly<Record<string, string>>)[id] ?? "Estratégia fora da lista da norma";
}

const CODIGO: ColunaAberta = { nome: "codigo_ibge", titulo: "Código do município", descricao: "Código de sete dígitos do IBGE.", tipo: "inteiro", chave: true };
const MUNICIPIO: ColunaAberta = { nome: "municipio", titulo: "Município", descricao: "Nome do município.", tipo: "texto" };
const ANO: ColunaAberta = { nome: "ano", titulo: "Ano", descricao: "Ano em que o apoio aconteceu.", tipo: "inteiro", chave: true };

function tabelaDosPesos(metodo: MetodoPublicado): TabelaAberta {
  return {
    id: "visitas-metodo-pesos",
    titulo: "Pesos do método que ordena o apoio técnico",
    descricao: `Parte de cada dimensão e indicador na nota do método “${metodo.nome}” (SHA-256 ${metodo.sha256}).`,
    colunas: [
      { nome: "dimensao", titulo: "Dimensão", descricao: "Grupo de indicadores.", tipo: "texto", chave: true },
      { nome: "indicador", titulo: "Indicador", descricao: "Identificador do indicador no catálogo.", tipo: "texto", chave: true },
      { nome: "nome", titulo: "Nome", descricao: "Nome do indicador.", tipo: "texto" },
      { nome: "parte", titulo: "Parte da nota", descricao: "Parte do indicador na nota, quando nenhum número falta.", tipo: "decimal", unidade: "%" },
      { nome: "sentido", titulo: "Sentido", descricao: "Se o número maior diz mais ou menos necessidade de apoio.", tipo: "texto" },
      { nome: "fonte", titulo: "Fonte", descricao: "Quem publica o indicador.", tipo: "texto" },
    ],
    linhas: metodo.dimensoes.flatMap(({ nome: dimensao, indicadores }) => indicadores.map(({ id, nome, parte, polaridade, fonte }) => [dimensao, id, nome, parte, polaridade, fonte])),
    fontes: [],
    demonstracao: false,
    cobertura: { inicio: metodo.inicio, fim: metodo.fim },
    periodicidade: "semestral",
  };
}

function tabelaDasNotas(metodo: MetodoPublicado, notas: readonly NotaPublicada[], nomeDe: (codigo: number) => string): TabelaAberta {
  return {
    id: "visitas-notas",
    titulo: "Nota de necessidade de apoio, por município",
    descricao: `Nota de 0 a 100 pelo método “${metodo.nome}” (SHA-256 ${metodo.sha256}; dados ${metodo.dados}). Quanto maior a nota, mais necessidade de apoio. Em ordem de código, sem posição. Em branco: dados insuficientes para uma nota.`,
    colunas: [
      CODIGO,
      MUNICIPIO,
      { nome: "nota", titulo: "Nota", descricao: `Nota de 0 a 100, com ${CASAS_DA_LISTA} casas.`, tipo: "decimal", unidade: "pontos" },
      { nome: "peso_presente", titulo: "Peso presente", descricao: "Parte do peso do método que tem número.", tipo: "decimal", unidade: "%" },
      ...metodo.dimensoes.map(({ id, nome }): ColunaAberta => ({ nome: `pontos_${id.replaceAll("-", "_")}`, titulo: `Pontos: ${nome}`, descricao: `Pontos da nota que vêm de ${nome}.`, tipo: "decimal", unidade: "pontos" })),
    ],
    linhas: notas.map(({ codigo, nota, pesoPresente, pontos }) => [codigo, nomeDe(codigo), nota, pesoPresente, ...pontos]),
    fontes: [],
    demonstracao: false,
    cobertura: { inicio: metodo.inicio, fim: metodo.fim },
    periodicidade: "semestral",
  };
}

function tabelasDoApoio(apoio: ApoioPublicado, dados: readonly LinhaDoApoio[], nomeDe: (codigo: number) => string): TabelaAberta[] {
  const { demonstracao, anos } = apoio;
  const ano = (em: number): string | null => anos.at(em)?.ano.toString() ?? null;
  const comum = { fontes: [FONTE_DO_APOIO], demonstracao, cobertura: { inicio: ano(0), fim: ano(-1) }, periodicidade: "anual" };
  const marca = demonstracao ? " (demonstração)" : "";
  return [
    {
      ...comum,
      id: "apoio-municipio-ano-estrategia",
      titulo: `Apoio técnico por município, ano e estratégia${marca}`,
      descricao: "Quantos eventos de apoio chegaram ao município no ano, por estratégia. Sem linha: nenhum registro. O motivo do apoio não é publicado.",
      colunas: [
        CODIGO,
        MUNICIPIO,
        ANO,
        { nome: "estrategia", titulo: "Estratégia", descricao: "Estratégia de apoio técnico, como a norma a chama.", tipo: "texto", chave: true },
        { nome: "apoios", titulo: "Apoios", descricao: "Eventos que chegaram ao município.", tipo: "inteiro", unidade: "eventos" },
        { nome: "presenciais", titulo: "Presenciais", descricao: "Deles, quantos foram presenciais.", tipo: "inteiro", unidade: "eventos" },
      ],
      linhas: contarPorMunicipio(dados).map(({ codigo, ano, estrategia, apoios, presenciais }) => [codigo, nomeDe(codigo), ano, estrategia, apoios, presenciais]),
    },
    {
      ...comum,
      id: "apoio-regiao-ano",
      titulo: `Apoio técnico por região e ano${marca}`,
      descricao: "Quantos municípios de cada região receberam apoio no ano. “Apoios” soma pares de evento e município: um evento que alcançou dez municípios vale dez.",
      colunas: [
        ANO,
        { nome: "regiao", titulo: "Região", descricao: "Nome da região imediata do IBGE.", tipo: "texto", chave: true },
        { nome: "municipios", titulo: "Municípios", descricao: "Municípios da região.", tipo: "inteiro", unidade: "municípios" },
        { nome: "alcancados", titulo: "Alcançados", descricao: "Municípios que receberam algum apoio.", tipo: "inteiro", unidade: "municípios" },
        { nome: "apoios", titulo: "Apoios", descricao: "Pares de evento e município.", tipo: "inteiro", unidade: "apoios" },
      ],
      linhas: apoio.regioes.map(({ ano, nome, municipios, alcancados, apoios }) => [ano, nome, municipios, alcancados, apoios]),
    },
  ];
}
