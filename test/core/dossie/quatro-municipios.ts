import { prepararDossies, type EntradaDosDossies, type PecasDosDossies } from "../../../src/core/dossie/entrada.ts";
import type { BlocoDoDossie, Dossie, IdDaSecao } from "../../../src/core/dossie/dossie.ts";
import type { ColunaIndicador, Indicador } from "../../../src/core/indicador.ts";
import type { Municipio } from "../../../src/core/municipio.ts";
import type { Pacto } from "../../../src/core/pacto/plano.ts";
import type { Plano } from "../../../src/core/planos/plano.ts";
import { contarPlanos } from "../../../src/core/planos/progresso.ts";
import { catalogo, metodo } from "../metodo/a-method.ts";

export const HOJE = "2026-10-31";

/** Squares of 10 units in a row, 0.1 degree of longitude to the unit, on the equator: 11.132 km to the unit. Delta has no polygon. */
const NOMES = ["Alfa", "Beta", "Gama", "Delta"];
export const MUNICIPIOS: readonly Municipio[] = NOMES.map((nome, i) => ({
  codigo: 9_900_001 + i,
  nome,
  regiaoImediata: i === 3 ? null : i === 2 ? { codigo: 990_002, nome: "Sul" } : { codigo: 990_001, nome: "Norte" },
  regiaoIntermediaria: null,
  sede: { lat: 0, lon: -50 + 0.1 * (10 * i + 5) },
  areaKm2: null,
  populacao: i === 3 ? null : 60_000 - 20_000 * i,
  anoCenso: i === 3 ? null : 2022,
  porte: i === 0 ? "medio" : i === 3 ? null : "pequeno-2",
}));

function coluna(indicador: string, valores: readonly (number | null)[], periodo = "2025"): ColunaIndicador {
  return { indicador, periodo, valores, periodos: null, fonte: "fonte" };
}

/**
 * Alfa: a = (80 + 20) ÷ 2 = 50, b = 50: 0.6·50 + 0.4·50 = 50 points (x 24, y 6, z 20).
 * Beta: a = (40 + 50) ÷ 2 = 45: 27 + 20 = 47. Gama: a = 20, b = 10: 12 + 4 = 16.
 * Delta has half of dimension a, under the two thirds it asks for: no score.
 */
export const COLUNAS: readonly ColunaIndicador[] = [
  coluna("x", [80, 40, 40, null]),
  coluna("y", [20, 50, 0, 10], "2020"),
  coluna("z", [50, 50, 10, 90]),
  coluna("cras-unidades", [3, 1, 1, null], "2024"),
  coluna("creas-unidades", [null, 1, null, null], "2024"),
];

export const PACTO: Pacto = {
  norma: "norma",
  ano: 2022,
  estrategias: [
    { id: "visita-tecnica", nome: "Visitas técnicas", modalidade: "presencial", artigos: [] },
    { id: "monitoramento", nome: "Monitoramento", modalidade: "presencial", artigos: [] },
  ],
  eixos: [],
  linhas: [
    {
      id: "visitas",
      eixo: "e",
      nome: "Visitas",
      tema: "Visitas técnicas",
      temas: [],
      qualquerTema: false,
      estrategias: ["visita-tecnica"],
      modalidade: "presencial",
      modalidadeNaNorma: "Presencial",
      previstos: null,
      coordenacao: "a",
      artigo: "art. 7º",
    },
  ],
  coordenacoes: [
    { id: "a", nome: "Secretaria adjunta", atende: "", temas: [], telefone: "(00) 0000-0001", emails: ["a@orgao.example"], artigo: "art. 6º" },
    { id: "b", nome: "Proteção básica", atende: "", temas: ["PAIF"], telefone: null, emails: [], artigo: "art. 6º" },
  ],
  minimo: { estrategias: ["monitoramento"], meses: 12, artigos: ["art. 4º, I, c"] },
  notas: [],
};

const acao = (id: string, prazo: string | null, conclusao: string | null) => ({ id, descricao: `Ação ${id}`, orgao: null, prazo, evidencia: null, conclusao });

/** Alfa has a plan with one of four actions done, one 31 days late and one without a deadline, and another that is over. */
const PLANOS: readonly Plano[] = [
  {
    id: "p1",
    numero: "1",
    municipio: 9_900_001,
    especie: "providencias",
    dificuldade: "Equipe incompleta",
    origem: "monitoramento",
    inicio: "2026-01-01",
    aprovacaoCmas: "2026-02-01",
    pactuacaoCib: null,
    fonte: "extrato",
    acoes: [acao("1", "2026-03-01", "2026-02-01"), acao("2", "2026-09-30", null), acao("3", "2026-12-31", null), acao("4", null, null)],
  },
  { id: "p2", numero: "2", municipio: 9_900_001, especie: "apoio", dificuldade: "Já feito", origem: "auditoria", inicio: null, aprovacaoCmas: null, pactuacaoCib: null, fonte: "extrato", acoes: [acao("5", "2026-01-01", "2026-01-01")] },
];

const quadrado = (x: number): string => `M${x} 0l10 0 0 10-10 0z`;

export const PECAS: PecasDosDossies = {
  territorio: {
    uf: "ZZ",
    codigoUf: 99,
    nome: "Estado",
    nomeCom: "do Estado",
    orgao: "Órgão",
    base: 9_900_001,
    totalMunicipios: 4,
    nomeRegiao: "região imediata (IBGE)",
    malha: { nota: "malha de teste", lon: [1, 0], lat: [1, 0] },
    indice: { nome: "Índice", fundamento: { norma: "norma", artigo: "art. 9º" }, capacidade: null, dimensoes: [], opcionais: [] },
    apoio: null,
    normas: [{ id: "norma", nomeCurto: "Norma 1/2022", titulo: "", data: "2022-01-01", artigos: [] }],
  },
  fontes: [{ id: "fonte", nome: "Fonte de teste", orgao: "Órgão", url: null, licenca: "", referencia: "", nota: "" }],
  catalogo: [
    ...catalogo("x", "y", "z").map((registro): Indicador => (registro.id === "x" ? { ...registro, nome: "População por CRAS", nomeCurto: "Pop. por CRAS", unidade: "hab.", casas: 0 } : registro)),
    ...catalogo("cras-unidades", "creas-unidades").map((registro): Indicador => ({ ...registro, polaridade: "contexto", casas: 0 })),
  ],
  municipios: MUNICIPIOS,
  colunas: COLUNAS,
  mesh: {
    width: 40,
    height: 10,
    paths: [quadrado(0), quadrado(10), quadrado(20), ""],
    sedes: [5, 15, 25, 35].map((x) => ({ x, y: 5 })),
    regioes: "",
    vizinhos: [[1], [0, 2], [1], []],
    nota: "malha de teste",
  },
  metodo: metodo(),
  pacto: PACTO,
  dataReferencia: HOJE,
  anteriores: new Map([
    ["x", new Map([[9_900_001, { periodo: "2021", valor: 60 }], [9_900_002, { periodo: "2021", valor: 90 }]])],
    ["z", new Map([[9_900_001, { periodo: "2022", valor: 50 }]])],
  ]),
  apoio: new Map([
    [
      9_900_001,
      [
        { estrategia: "visita-tecnica", noPeriodo: 2, todos: 5, ultimo: "2026-08-15", ultimoPresencial: "2026-08-15", tema: "PAIF" },
        { estrategia: "monitoramento", noPeriodo: 0, todos: 1, ultimo: "2025-10-30", ultimoPresencial: null, tema: null },
      ],
    ],
  ]),
  planos: contarPlanos(PLANOS, HOJE),
  denuncias: new Map([
    [9_900_001, { registradas: 7, abertas: [{ estado: "aguardando-manifestacao", casos: 2 }, { estado: "aguardando-resposta", casos: 1 }], vencidas: 1, esperamMunicipio: 2, dificuldades: 1 }],
  ]),
  normaDasDenuncias: "Norma 2/2025",
  demonstracao: { indicadores: false, apoio: true, planos: false, denuncias: true },
};

export function entrada(mudancas: Partial<PecasDosDossies> = {}): EntradaDosDossies {
  return prepararDossies({ ...PECAS, ...mudancas });
}

/** Blocks of a section. */
export function blocosDe(dossie: Dossie, id: IdDaSecao): readonly BlocoDoDossie[] {
  const secao = dossie.secoes.find((uma) => uma.id === id);
  if (secao === undefined) throw new Error(`no section ${id}`);
  return secao.blocos;
}

/** Everything a section says, in order. */
export function textosDe(dossie: Dossie, id: IdDaSecao): string[] {
  return blocosDe(dossie, id).flatMap((bloco) => {
    switch (bloco.tipo) {
      case "frase":
        return [bloco.texto];
      case "lista":
        return [...bloco.itens];
      case "tabela":
        return bloco.linhas.map((linha) => linha.join(" | "));
      case "mapa":
        return [bloco.alternativa, bloco.legenda];
    }
  });
}
