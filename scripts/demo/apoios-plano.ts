import type { Eixo, Estrategia } from "../../src/data/contracts/apoios.ts";

/** How a strategy happens in the demonstration: how many events, how far each one reaches. */
export interface Formato {
  readonly estrategia: Estrategia;
  /** Events over the 36 months. */
  readonly eventos: number;
  /** Fewest and most municipalities reached by one event. */
  readonly alcance: readonly [number, number];
  /** True when an event gathers municipalities of one region. */
  readonly regional: boolean;
  /** Share of events held on site. */
  readonly presencial: number;
  /** Share of events asked for by the municipality. */
  readonly pedido: number;
  /** Participants of one municipality; null when nobody counts them. */
  readonly participantes: readonly [number, number] | null;
  /** Fixed line of the plan; null when it varies. */
  readonly eixo: Eixo | null;
}

/**
 * Strategies of Res. CIB/MT 02/2022 arts. 4 and 6. The amounts are invented; what
 * the text fixes is kept: technical visits are on site and belong to the SAAS line
 * (art. 7), individual support may be held online (art. 6 II), meetings are held
 * both ways (art. 7).
 */
export const PLANO: readonly Formato[] = [
  { estrategia: "visita-tecnica", eventos: 230, alcance: [1, 1], regional: false, presencial: 1, pedido: 0.35, participantes: [3, 24], eixo: "saas" },
  { estrategia: "monitoramento", eventos: 285, alcance: [1, 1], regional: false, presencial: 1, pedido: 0, participantes: [3, 15], eixo: "gestao-suas" },
  { estrategia: "apoio-individualizado", eventos: 220, alcance: [1, 1], regional: false, presencial: 0.6, pedido: 0.75, participantes: [1, 8], eixo: null },
  { estrategia: "encontro", eventos: 20, alcance: [5, 12], regional: true, presencial: 0.7, pedido: 0, participantes: [2, 14], eixo: null },
  { estrategia: "seminario-oficina", eventos: 18, alcance: [5, 14], regional: true, presencial: 0.8, pedido: 0.1, participantes: [2, 20], eixo: null },
  { estrategia: "outro-evento", eventos: 8, alcance: [4, 16], regional: false, presencial: 0.75, pedido: 0, participantes: [1, 10], eixo: null },
  { estrategia: "videoconferencia", eventos: 36, alcance: [6, 34], regional: false, presencial: 0, pedido: 0.05, participantes: [1, 9], eixo: null },
  { estrategia: "email-telefone-mensagem", eventos: 330, alcance: [1, 1], regional: false, presencial: 0, pedido: 0.9, participantes: null, eixo: null },
  { estrategia: "central-relacionamento", eventos: 70, alcance: [1, 1], regional: false, presencial: 0, pedido: 1, participantes: null, eixo: null },
  { estrategia: "normas-materiais", eventos: 9, alcance: [10, 40], regional: false, presencial: 0, pedido: 0, participantes: null, eixo: null },
  { estrategia: "instrumento-informacional", eventos: 60, alcance: [1, 1], regional: false, presencial: 0, pedido: 0.4, participantes: null, eixo: "gestao-suas" },
  { estrategia: "sitio-aplicativo", eventos: 30, alcance: [1, 1], regional: false, presencial: 0, pedido: 0.3, participantes: null, eixo: null },
];

/** Themes in the words of the plan's table (Res. CIB/MT 02/2022 art. 7) and of its coordinations (art. 6 VIII). */
export const TEMAS: Readonly<Record<Eixo, readonly string[]>> = {
  saas: ["Orientação a gestores e conselheiros", "Acompanhamento da gestão municipal", "Normas e instruções do SUAS"],
  "gestao-suas": [
    "Monitoramento e avaliação",
    "Vigilância socioassistencial",
    "Plano de assistência social",
    "Censo SUAS",
    "Relatórios trimestrais e anuais de gestão",
    "Fundo de assistência social",
    "Educação permanente",
    "Cadastro de entidades (CNEAS)",
  ],
  servicos: [
    "PAIF",
    "Serviço de Convivência e Fortalecimento de Vínculos",
    "PAEFI",
    "Medidas socioeducativas",
    "População em situação de rua",
    "Serviços de acolhimento",
    "Calamidades públicas e emergências",
    "Pessoa idosa",
    "Pessoa com deficiência",
  ],
  "beneficios-programas-projetos": [
    "Cadastro Único",
    "Averiguação e revisão cadastral",
    "Benefícios eventuais",
    "Benefício de Prestação Continuada",
    "Programa de Erradicação do Trabalho Infantil",
    "Acessuas Trabalho",
  ],
};
