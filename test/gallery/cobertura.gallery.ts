import apoio from "../../data/apoio.json" with { type: "json" };
import { parsePacto } from "../../src/data/apoio/pacto.ts";
import { alcancePorGrupo, apoiosPorMesGrafico } from "../../src/views/cobertura/mapa/graficos.ts";
import { linhasPorEixo, linhasPorEstrategia } from "../../src/views/cobertura/mapa/grupos.ts";
import { linhasPorMes } from "../../src/views/cobertura/mapa/meses.ts";
import { curvaDoPrazo } from "../../src/views/cobertura/minimo/curva.ts";
import type { GalleryEntry } from "./gallery.ts";

const PACTO = parsePacto(apoio);

const grupo = (municipios: number) => ({
  eventos: municipios === 0 ? 0 : 1 + Math.floor(municipios / 5),
  municipios,
  alcances: 2 * municipios,
  participantes: null,
  ultima: "2026-10-20",
});

/** Three strategies have nothing held and must still be seen. */
const ESTRATEGIAS = linhasPorEstrategia(
  [
    { estrategia: "encontro", ...grupo(27) },
    { estrategia: "apoio-individualizado", ...grupo(51) },
    { estrategia: "monitoramento", ...grupo(82) },
    { estrategia: "seminario-oficina", ...grupo(55) },
    { estrategia: "visita-tecnica", ...grupo(50) },
    { estrategia: "central-relacionamento", ...grupo(1) },
    { estrategia: "email-telefone-mensagem", ...grupo(61) },
    { estrategia: "videoconferencia", ...grupo(142) },
    { estrategia: "sitio-aplicativo", ...grupo(12) },
  ],
  142,
  PACTO,
);

const EIXOS = linhasPorEixo(
  [
    { eixo: "saas", ...grupo(50) },
    { eixo: "gestao-suas", ...grupo(124) },
    { eixo: "beneficios-programas-projetos", ...grupo(93) },
  ],
  142,
  PACTO,
);

/** Thirteen ends of month and today, falling and rising between half and two thirds. */
const CURVA = [77, 78, 78, 77, 81, 81, 80, 84, 86, 86, 85, 84, 82, 95].map((n, i) => ({
  dia: i === 13 ? "2026-11-15" : `${i < 2 ? 2025 : 2026}-${String(((i + 9) % 12) + 1).padStart(2, "0")}-28`,
  emDia: { qualquer: n, "no-local": n - 7, "por-dados": 12, ambos: 5 },
  municipios: 142,
}));

/** The record starts in January: November and December are not loaded, February is a true zero. */
const MESES = linhasPorMes(
  [
    { mes: "2026-01", modalidade: "presencial", eventos: 12, municipios: 14, alcances: 20 },
    { mes: "2026-01", modalidade: "nao-presencial", eventos: 9, municipios: 31, alcances: 44 },
    { mes: "2026-03", modalidade: "presencial", eventos: 18, municipios: 33, alcances: 40 },
    { mes: "2026-03", modalidade: "nao-presencial", eventos: 3, municipios: 83, alcances: 90 },
    { mes: "2026-04", modalidade: "nao-presencial", eventos: 7, municipios: 7, alcances: 7 },
  ],
  { apos: "2025-10-31", em: "2026-04-30" },
  { inicio: "2026-01-05", fim: "2026-04-28" },
);

export const gallery: readonly GalleryEntry[] = [
  {
    id: "cobertura-estrategias",
    titulo: "Municípios alcançados por estratégia, com três sem nada registrado",
    options: alcancePorGrupo(ESTRATEGIAS, 142, []),
    largura: 680,
  },
  {
    id: "cobertura-estrategias-escolhida",
    titulo: "As mesmas, com o monitoramento escolhido como filtro",
    options: alcancePorGrupo(ESTRATEGIAS, 142, ["monitoramento"]),
    largura: 680,
  },
  {
    id: "cobertura-eixos-328",
    titulo: "Municípios alcançados por eixo, em tela estreita",
    options: alcancePorGrupo(EIXOS, 142, []),
    largura: 328,
  },
  {
    id: "cobertura-meses",
    titulo: "Presencial e não presencial por mês; dois meses fora do registro e um zero de verdade",
    options: apoiosPorMesGrafico(MESES, "municipios"),
  },
  {
    id: "cobertura-meses-328",
    titulo: "Os mesmos eventos, em tela estreita",
    options: apoiosPorMesGrafico(MESES, "eventos"),
    largura: 328,
  },
  {
    id: "cobertura-minimo-curva",
    titulo: "Municípios no prazo do monitoramento anual, mês a mês e hoje",
    options: curvaDoPrazo(CURVA, "qualquer"),
  },
];
