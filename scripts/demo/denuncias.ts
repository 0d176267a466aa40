import { addDays, type CivilDate } from "../../src/core/civil-date.ts";
import type { Canal, Situacao, TemaDenuncia } from "../../src/data/contracts/denuncias.ts";
import type { CasoDemo } from "./denuncias-caso.ts";
import { addDefects } from "./denuncias-defeitos.ts";
import { DIAS, FIM, INICIO, type Lugar } from "./places.ts";
import type { Random } from "./random.ts";

const CASOS = 5950;

const CANAIS: Readonly<Record<Canal, number>> = {
  "ouvidoria-site": 44,
  "ouvidoria-162": 23,
  "ouvidoria-0800": 12,
  presencial: 16,
  "carta-ar": 5,
};

const TEMAS: Readonly<Record<TemaDenuncia, number>> = {
  "atendimento-cras": 19,
  "bolsa-familia": 17,
  "cadastro-unico": 15,
  "beneficios-eventuais": 11,
  "atendimento-creas": 8,
  bpc: 7,
  "recursos-fmas": 6,
  acolhimento: 5,
  "trabalhadores-suas": 5,
  "controle-social": 3,
  outro: 4,
};

/** Financial themes are analysed by the state; services go to the municipality (Res. CIB/MT 012/2025 art. 3). */
const APURACAO: Readonly<Record<TemaDenuncia, number>> = {
  "recursos-fmas": 0.95,
  "controle-social": 0.7,
  "trabalhadores-suas": 0.5,
  "atendimento-creas": 0.5,
  acolhimento: 0.6,
  "atendimento-cras": 0.4,
  "beneficios-eventuais": 0.45,
  "cadastro-unico": 0.35,
  "bolsa-familia": 0.3,
  bpc: 0.25,
  outro: 0.2,
};

/** Relative volume of each month, January first: fewer in holidays, more after the school year starts. */
const SAZONAL = [0.8, 0.85, 1.15, 1.1, 1.15, 1, 0.85, 1.1, 1.1, 1.1, 1, 0.75];

/** The invented complaints, sorted by registration. */
export interface InventedComplaints {
  /** Rows of the extract, with the defects of real files. */
  readonly linhas: readonly CasoDemo[];
  /** What happened, one a protocol, before anybody mistyped it. */
  readonly casos: readonly CasoDemo[];
}

export function inventComplaints(places: readonly Lugar[], random: Random): InventedComplaints {
  const volumes = places.map((place) => place.volume);
  const days = Array.from({ length: DIAS }, (_, i) => addDays(INICIO, i));
  const dayWeights = days.map((day, i) => (SAZONAL[Number(day.slice(5, 7)) - 1] ?? 1) * (0.8 + (0.4 * i) / DIAS) * weekday(i));
  const registros = Array.from({ length: CASOS }, () => random.index(dayWeights)).sort((a, b) => a - b);
  const sequence = new Map<string, number>();
  const casos = registros.map((i): CasoDemo => {
    const registro = days[i] ?? INICIO;
    let place = places[random.index(volumes)];
    while (place === undefined || place.desde > registro) place = places[random.index(volumes)];
    const ano = registro.slice(0, 4);
    const numero = (sequence.get(ano) ?? 0) + 1;
    sequence.set(ano, numero);
    return inventCase(`DEMO-${ano}-${String(numero).padStart(5, "0")}`, registro, place, random);
  });
  joinRepeated(casos, random);
  return { linhas: addDefects(casos, random), casos };
}

/** 2023-11-01 was a Wednesday: weekends receive a third of a weekday's. */
function weekday(dayIndex: number): number {
  const day = (dayIndex + 3) % 7;
  return day === 0 || day === 6 ? 0.33 : 1;
}

function inventCase(protocolo: string, registro: CivilDate, place: Lugar, random: Random): CasoDemo {
  const canal = random.weighted(CANAIS);
  const tema = random.weighted(TEMAS);
  const caso: CasoDemo = {
    protocolo,
    data_registro: registro,
    codigo_ibge: place.codigo,
    canal,
    tema,
    situacao: "registrada",
    anonima: random.chance(canal === "presencial" || canal === "carta-ar" ? 0.2 : 0.48),
    origem_recurso:
      tema === "recursos-fmas" ? random.weighted({ federal: 50, estadual: 25, "federal-estadual": 25 }) : null,
    data_encaminhamento: null,
    data_notificacao: null,
    data_manifestacao: null,
    data_visita: null,
    data_relatorio: null,
    data_manifestacao_tecnica: null,
    data_resposta: null,
    data_arquivamento: null,
    motivo_arquivamento: null,
    protocolo_principal: null,
  };
  const step = walker(random);
  let dia = step(caso, "em-analise-preliminar", null, registro, 0, 4, 0);
  if (dia === null) return caso;
  if (random.chance(tema === "outro" ? 0.45 : 0.05)) {
    dia = step(caso, "encaminhada-outro-orgao", "data_encaminhamento", dia, 1, 8, 0.1);
    if (dia !== null) step(caso, "respondida", "data_resposta", dia, 1, 6, 0.15);
    return caso;
  }
  if (!random.chance(APURACAO[tema])) {
    dia = step(caso, "encaminhada-municipio", "data_encaminhamento", dia, 1, 7, 0.1);
    if (dia !== null) step(caso, "respondida", "data_resposta", dia, 2, 12, 0.3);
    return caso;
  }
  investigate(caso, dia, place, random);
  return caso;
}

/** The state's own analysis: notice, answer of the municipality, visit, technical opinion, outcome (arts. 7 to 12). */
function investigate(caso: CasoDemo, inicio: CivilDate, place: Lugar, random: Random): void {
  const step = walker(random);
  let dia = step(caso, "aguardando-manifestacao", "data_notificacao", inicio, 1, 8, 0.1);
  if (dia === null) return;
  // The answer to who complained has a clock of its own: 15 days from registration (art. 5 §5).
  if (caso.data_registro !== null && random.chance(0.82)) {
    const resposta = addDays(caso.data_registro, random.integer(4, 15) + (random.chance(0.3) ? random.integer(1, 45) : 0));
    if (resposta <= FIM) caso.data_resposta = resposta;
  }
  dia = step(caso, "em-analise-tecnica", "data_manifestacao", dia, 5, 20, 0.35);
  if (dia === null) return;
  if (random.chance(place.distancia > 6 ? 0.15 : 0.28)) {
    const visita = step(caso, "em-verificacao-in-loco", "data_visita", dia, 10, 45, 0.2);
    if (visita === null) return;
    dia = step(caso, "em-analise-tecnica", "data_relatorio", visita, 4, 15, 0.3);
    if (dia === null) return;
  }
  dia = step(caso, "em-analise-tecnica", "data_manifestacao_tecnica", dia, 3, 15, 0.2);
  if (dia === null) return;
  const fim = random.weighted({ respondida: 66, arquivada: 20, "encaminhada-controle": caso.tema === "recursos-fmas" ? 35 : 10 });
  if (fim === "arquivada") {
    const arquivada = step(caso, "arquivada", "data_arquivamento", dia, 1, 10, 0.1);
    if (arquivada !== null) {
      caso.motivo_arquivamento = random.weighted({ "falta-de-provas": 85, "processo-judicial": 15 });
    }
  } else if (fim === "encaminhada-controle") {
    step(caso, "encaminhada-controle", "data_encaminhamento", dia, 1, 15, 0.2);
  } else if (caso.data_resposta === null) {
    step(caso, "respondida", "data_resposta", dia, 1, 8, 0.1);
  } else {
    caso.situacao = "respondida";
  }
}

type DateColumn =
  | "data_encaminhamento"
  | "data_notificacao"
  | "data_manifestacao"
  | "data_visita"
  | "data_relatorio"
  | "data_manifestacao_tecnica"
  | "data_resposta"
  | "data_arquivamento";

/**
 * Moves a case one step: within `min`–`max` days, or late (up to 60 days more)
 * with probability `late`. A step after the last day has not happened yet: null.
 */
function walker(random: Random) {
  return (
    caso: CasoDemo,
    situacao: Situacao,
    column: DateColumn | null,
    from: CivilDate,
    min: number,
    max: number,
    late: number,
  ): CivilDate | null => {
    const days = random.integer(min, max) + (random.chance(late) ? random.integer(1, 60) : 0);
    const dia = addDays(from, days);
    if (dia > FIM) return null;
    caso.situacao = situacao;
    if (column !== null) caso[column] = dia;
    return dia;
  };
}

/** Repeated complaints on one fact are joined to the oldest (art. 5 §4): 1 case in 30. */
function joinRepeated(casos: readonly CasoDemo[], random: Random): void {
  const lastOf = new Map<string, CasoDemo>();
  for (const caso of casos) {
    const key = `${caso.codigo_ibge} ${caso.tema}`;
    const principal = lastOf.get(key);
    if (principal !== undefined && isSoonAfter(principal, caso) && random.chance(0.11)) {
      caso.protocolo_principal = principal.protocolo;
      caso.situacao = principal.situacao;
    } else {
      lastOf.set(key, caso);
    }
  }
}

function isSoonAfter(principal: CasoDemo, caso: CasoDemo): boolean {
  if (principal.data_registro === null || caso.data_registro === null) return false;
  return caso.data_registro <= addDays(principal.data_registro, 45);
}
