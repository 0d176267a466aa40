import type { Ajustes } from "../../../../src/core/visitas/ajustes.ts";
import type { EntradaDoPlano, MotivoDentro, Parada, PlanoDeVisitas, Viagem } from "../../../../src/core/visitas/plano.ts";
import { AJUSTES_DE_TESTE } from "../../../core/visitas/ajustes-de-teste.ts";
import { MUNICIPIOS } from "../../prioridades/fixture.ts";

/** Água Fria is the base; Campo Novo is medium-sized; Fronteira has no score. */
export const [AGUA, BARRA, CAMPO, DIVISA, ESPERANCA, FRONTEIRA] = [9900001, 9900002, 9900003, 9900004, 9900005, 9900006];
export const NORTE = 990001;

export const nome = (codigo: number): string => MUNICIPIOS.find((m) => m.codigo === codigo)?.nome ?? String(codigo);

export const AJUSTES: Ajustes = {
  ...AJUSTES_DE_TESTE,
  bases: [{ codigo: AGUA, equipes: 2 }],
  intervalo: 0,
  duracao: { ...AJUSTES_DE_TESTE.duracao, metropole: 2 },
  mesesProibidos: [{ regiao: NORTE, meses: [2, 3] }],
  pesoDoTrimestre: [1],
  penalidadeDozeMeses: 0,
  travas: [{ codigo: ESPERANCA, tipo: "fora" }],
  viagensTravadas: [{ equipe: `${AGUA}-2`, inicio: "2027-02-01", municipios: [CAMPO] }],
  cotas: [
    { grupo: "regiao", id: NORTE, minimo: 1 },
    { grupo: "porte", id: "medio", minimo: 2 },
  ],
  semente: "semente-zz",
};

const NOTAS = [80, 70, 60, 50, 40, null];
const VALORES = [84, 71, 62, 55, 41, null];

export const ENTRADA: EntradaDoPlano = {
  municipios: MUNICIPIOS.map(({ codigo, porte, regiaoImediata }, i) => ({
    codigo,
    sede: { lat: -10, lon: -50 - i },
    porte,
    regiao: regiaoImediata?.codigo ?? null,
    nota: NOTAS[i] ?? null,
    valor: VALORES[i] ?? null,
    ultimaVisita: codigo === AGUA ? "2026-12-12" : null,
    exigido: codigo === BARRA,
  })),
  ajustes: AJUSTES,
  hoje: "2026-10-31",
  carenciaDias: 90,
  reserva: [DIVISA],
  feriados: ["2027-01-01"],
  matriz: null,
};

function parada(codigo: number, chegada: string, saida: string, dias: number, motivo: MotivoDentro): Parada {
  return { codigo, chegada, saida, dias, valor: VALORES[codigo - AGUA] ?? null, motivo };
}

export function viagem(equipe: 1 | 2, inicio: string, fim: string, km: number, paradas: readonly Parada[]): Viagem {
  const id = `${AGUA}-${equipe}`;
  return {
    id: `${id}/${inicio}`,
    equipe: id,
    base: AGUA,
    trimestre: 1,
    inicio,
    fim,
    dias: 3,
    diasDeTrabalho: 2.5,
    km,
    paradas,
    comPassagem: false,
    pedirDiariasAte: "2026-12-20",
    travada: false,
  };
}

/** Two tours, three visits: Barra (required) and Divisa in January, Campo Novo in February. */
export const PLANO: PlanoDeVisitas = {
  viagens: [
    viagem(1, "2027-01-04", "2027-01-06", 350, [
      parada(BARRA, "2027-01-04", "2027-01-05", 1.5, { tipo: "exigido" }),
      parada(DIVISA, "2027-01-06", "2027-01-06", 1, { tipo: "prioridade", posicao: 4 }),
    ]),
    viagem(2, "2027-02-01", "2027-02-02", 120, [parada(CAMPO, "2027-02-01", "2027-02-02", 1.5, { tipo: "cota", cota: 0 })]),
  ],
  fora: [
    { codigo: AGUA, motivo: { tipo: "carencia", ate: "2027-03-12" } },
    { codigo: ESPERANCA, motivo: { tipo: "nao-cabe", dias: 6.2, tiraria: [DIVISA], saldo: -14.3 } },
    { codigo: FRONTEIRA, motivo: { tipo: "sem-nota" } },
  ],
  naoAtendidas: [{ tipo: "cota", cota: 1, faltam: 1 }],
  objetivo: 187.06,
  valor: 188,
  valorDeTodos: 313,
  km: 470,
  dias: 6,
  diasDisponiveis: 20,
  iteracoes: 100,
  entrada: "f".repeat(64),
};

/** Another plan: Barra a week later with team 2, and Esperança; neither Divisa nor Campo Novo. */
export const OUTRO: PlanoDeVisitas = {
  ...PLANO,
  viagens: [
    viagem(2, "2027-01-11", "2027-01-13", 600, [
      parada(BARRA, "2027-01-11", "2027-01-12", 1.5, { tipo: "travado" }),
      parada(ESPERANCA, "2027-01-13", "2027-01-13", 1, { tipo: "caminho", diasAMais: 0.5 }),
    ]),
  ],
  fora: [],
  naoAtendidas: [],
  objetivo: 110.8,
  valor: 112,
  km: 600,
  dias: 3,
  iteracoes: 0,
};
