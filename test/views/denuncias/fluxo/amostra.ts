import { PASSOS } from "../../../../src/core/denuncias/passos.ts";
import type { Prazo } from "../../../../src/core/denuncias/prazos.ts";
import { ESTADOS } from "../../../../src/core/denuncias/reproducao.ts";
import type { Fluxo } from "../../../../src/data/denuncias/perguntas.ts";

function comZeros<N extends string>(nomes: readonly N[], numeros: Partial<Record<N, number>>): Record<N, number> {
  const zeros = Object.fromEntries(nomes.map((nome) => [nome, 0])) as Record<N, number>;
  return { ...zeros, ...numeros };
}

export const porEstado = (numeros: Partial<Fluxo["porEstado"]>): Fluxo["porEstado"] => comZeros(ESTADOS, numeros);
export const porPasso = (numeros: Partial<Fluxo["porPasso"]>): Fluxo["porPasso"] => comZeros(PASSOS, numeros);

export const RESPOSTA: Prazo = {
  id: "resposta",
  nome: "Resposta a quem denunciou",
  n: 15,
  unidade: "corridos",
  desde: "registro",
  desfecho: null,
  cumpre: "resposta",
  encerra: ["arquivamento"],
  responsavel: "ouvidoria",
  norma: "norma-9-2099",
  artigo: "art. 5º, § 5º",
};

export const MANIFESTACAO: Prazo = {
  ...RESPOSTA,
  id: "manifestacao",
  nome: "Manifestação do município",
  n: 20,
  unidade: "silente",
  desde: "notificacao",
  cumpre: "manifestacao",
  responsavel: "municipio",
  artigo: "art. 7º",
};

/** Ten cases: 4 answered on days 5, 10, 15 and 15, the others still waiting. */
export const FLUXO: Fluxo = {
  porEstado: porEstado({ registrada: 2, "aguardando-manifestacao": 3, "aguardando-resposta": 1, encerrada: 3, arquivada: 1, apensada: 2 }),
  porPasso: porPasso({ registro: 10, notificacao: 6, manifestacao: 4, "manifestacao-tecnica": 3, resposta: 4 }),
  tempos: [
    { de: "registro", para: "resposta", casos: 4, mediana: 12.5, p90: 15, semComoContar: 0 },
    { de: "notificacao", para: "manifestacao", casos: 6, mediana: 18, p90: 31, semComoContar: 2 },
    { de: "verificacao", para: "relatorio", casos: 0, mediana: null, p90: null, semComoContar: 1 },
  ],
  cumprimento: [
    {
      prazo: "manifestacao",
      mes: "2026-01",
      iniciados: 8,
      noPrazoCorridos: 4,
      noPrazoUteis: 6,
      foraCorridos: 3,
      foraUteis: 1,
      emCurso: 0,
      encerrados: 0,
      semComoContar: 1,
    },
    {
      prazo: "manifestacao",
      mes: "2026-03",
      iniciados: 3,
      noPrazoCorridos: 1,
      noPrazoUteis: 1,
      foraCorridos: 0,
      foraUteis: 0,
      emCurso: 2,
      encerrados: 0,
      semComoContar: 0,
    },
  ],
  cumprimentoSemMes: [{ prazo: "manifestacao", casos: 2 }],
  resposta: {
    casos: 10,
    respondidos: 4,
    semComoContar: 1,
    pontos: [
      { dia: 5, emRisco: 10, respondidos: 1, sobrevida: 0.9, erroPadrao: 0.0949, inferior: 0.732, superior: 1 },
      { dia: 10, emRisco: 8, respondidos: 1, sobrevida: 0.7875, erroPadrao: 0.1397, inferior: 0.5562, superior: 1 },
      { dia: 15, emRisco: 6, respondidos: 2, sobrevida: 0.525, erroPadrao: 0.1789, inferior: 0.269, superior: 1 },
    ],
    mediana: null,
    medianaInferior: null,
    medianaSuperior: null,
  },
};
