import type { ColunaIndicador, Fonte, Indicador } from "../../../src/core/indicador.ts";
import type { Baliza, Metodo } from "../../../src/core/metodo/method.ts";
import type { Municipio, Porte } from "../../../src/core/municipio.ts";
import type { Territorio } from "../../../src/core/territorio.ts";
import type { Snapshot } from "../../../src/data/snapshot/snapshot.ts";

/** A made-up state of six municipalities in two regions; the last has no region and hardly any figure. */

const NORTE = { codigo: 990001, nome: "Serra Alta" };
const SUL = { codigo: 990002, nome: "Vale do Rio" };

function municipio(n: number, nome: string, regiao: Municipio["regiaoImediata"], porte: Porte | null): Municipio {
  return {
    codigo: 9900000 + n,
    nome,
    regiaoImediata: regiao,
    regiaoIntermediaria: null,
    sede: null,
    areaKm2: null,
    populacao: porte === null ? null : 1000 * n,
    anoCenso: porte === null ? null : 2022,
    porte,
  };
}

export const MUNICIPIOS: readonly Municipio[] = [
  municipio(1, "Água Fria", NORTE, "pequeno-1"),
  municipio(2, "Barra d'Oeste", NORTE, "pequeno-1"),
  municipio(3, "Campo Novo", NORTE, "medio"),
  municipio(4, "Divisa", SUL, "pequeno-2"),
  municipio(5, "Esperança", SUL, "pequeno-1"),
  municipio(6, "Fronteira", null, null),
];

const base = { formula: "dado da fonte", fonte: "atlas", cadencia: "anual", ressalva: "Leia com cuidado." };

export const CATALOGO: readonly Indicador[] = [
  {
    ...base,
    id: "vulnerabilidade",
    nome: "Índice de vulnerabilidade",
    nomeCurto: "Vulnerabilidade",
    pergunta: "Onde as famílias vivem em situação mais vulnerável?",
    dimensao: "social",
    unidade: "%",
    casas: 1,
    polaridade: "maior-mais-necessidade",
  },
  {
    ...base,
    id: "rede",
    nome: "Desenvolvimento da rede",
    nomeCurto: "Rede",
    pergunta: "Onde a rede está mais frágil?",
    dimensao: "servicos",
    unidade: "de 1 a 5",
    casas: 0,
    polaridade: "maior-menos-necessidade",
    fonte: "censo",
  },
  {
    ...base,
    id: "fundo",
    nome: "Fundo municipal é unidade orçamentária",
    nomeCurto: "Fundo",
    pergunta: "O fundo está no orçamento?",
    dimensao: "servicos",
    unidade: "resposta",
    casas: 0,
    polaridade: "maior-menos-necessidade",
    niveis: { "0": "Não", "1": "Sim" },
    fonte: "censo",
  },
  {
    ...base,
    id: "populacao",
    nome: "População",
    nomeCurto: "População",
    pergunta: "Quantas pessoas moram no município?",
    dimensao: "geral",
    unidade: "hab.",
    casas: 0,
    polaridade: "contexto",
  },
];

function coluna(indicador: string, fonte: string, valores: readonly (number | null)[]): ColunaIndicador {
  return { indicador, periodo: "2023", valores, periodos: null, fonte };
}

export const COLUNAS: readonly ColunaIndicador[] = [
  coluna("vulnerabilidade", "atlas", [50, 40, 30, 20, 10, null]),
  { ...coluna("rede", "censo", [1, 3, null, 5, 2, null]), periodos: ["2021", null, null, null, null, null] },
  coluna("fundo", "censo", [0, 1, 1, 1, 0, 1]),
  coluna("populacao", "atlas", [1000, 2000, 3000, 4000, 5000, null]),
];

export const FONTES: readonly Fonte[] = [
  { id: "atlas", nome: "Atlas Social", orgao: "Instituto", url: null, licenca: "aberta", referencia: "2023", nota: "" },
  { id: "censo", nome: "Censo da Rede", orgao: "Ministério", url: null, licenca: "aberta", referencia: "2021 a 2023", nota: "" },
];

export const TERRITORIO: Territorio = {
  uf: "ZZ",
  codigoUf: 99,
  nome: "Estado Inventado",
  nomeCom: "do Estado Inventado",
  orgao: "Secretaria",
  base: 9900001,
  totalMunicipios: 6,
  nomeRegiao: "região imediata",
  malha: { nota: "malha inventada", lon: [1, 0], lat: [1, 0] },
  indice: {
    nome: "Índice de prioridade de apoio",
    fundamento: { norma: "norma-zz", artigo: "art. 9º" },
    opcionais: [],
    capacidade: "servicos",
    dimensoes: [
      { id: "social", nome: "Vulnerabilidade social", pergunta: "Onde há mais vulnerabilidade?" },
      { id: "servicos", nome: "Rede e serviços", pergunta: "Onde a rede é frágil?" },
    ],
  },
  apoio: null,
  normas: [
    {
      id: "norma-zz",
      nomeCurto: "Res. ZZ 1/2020",
      titulo: "Plano de apoio",
      data: "2020-01-01",
      artigos: [
        { ref: "art. 1º", resumo: "Trata do apoio." },
        { ref: "art. 9º", resumo: "As visitas técnicas são definidas a partir dos indicadores da Vigilância." },
      ],
    },
  ],
};

const escala = (lo: number, hi: number): Baliza => ({ lo, hi, origem: "limite-natural", fonte: "escala inventada", periodo: null });

/** Goalposts at the ends of the made-up figures; half of the weight is enough for a score. */
export const METODO: Metodo = {
  versao: 1,
  id: "metodo-zz",
  nome: "Método inventado",
  datas: { versao: "2026-10-01", inicio: "2026-11-01", fim: "2027-04-30" },
  semente: "semente-zz",
  k: 2,
  sorteios: 200,
  concentracao: 0.3,
  normalizacao: "balizas",
  agregacao: "aritmetica",
  presencaMinima: 0.5,
  dimensoes: [
    {
      id: "social",
      nome: "Vulnerabilidade social",
      peso: 60,
      indicadores: [
        { id: "vulnerabilidade", peso: 1, tipo: "amount", polaridade: "maior-mais-necessidade", baliza: escala(10, 50), validadeMeses: 120 },
      ],
    },
    {
      id: "servicos",
      nome: "Rede e serviços",
      peso: 40,
      indicadores: [
        { id: "rede", peso: 1, tipo: "level", polaridade: "maior-menos-necessidade", baliza: escala(1, 5), validadeMeses: 24 },
        { id: "fundo", peso: 1, tipo: "flag", polaridade: "maior-menos-necessidade", baliza: escala(0, 1), validadeMeses: 24 },
      ],
    },
  ],
  planejamento: { pesoNota: 0.8, pesoTempo: 0.2, meses: 12, carenciaDias: 90, reserva: 0.1, sementeReserva: "reserva-zz" },
  mapa: null,
};

export const SNAPSHOT: Snapshot = {
  hash: "inventado",
  dataReferencia: "2026-10-31",
  territorio: TERRITORIO,
  fontes: FONTES,
  catalogo: CATALOGO,
  metodo: METODO,
  municipios: MUNICIPIOS,
  colunas: COLUNAS,
  mesh: {
    width: 60,
    height: 10,
    paths: MUNICIPIOS.map((_, i) => `M${i * 10} 0h10v10h-10z`),
    sedes: MUNICIPIOS.map((_, i) => ({ x: i * 10 + 5, y: 5 })),
    regioes: "",
    vizinhos: MUNICIPIOS.map((_, i) => [i - 1, i + 1].filter((j) => j >= 0 && j < MUNICIPIOS.length)),
    nota: "malha inventada",
  },
  extratos: [],
};
