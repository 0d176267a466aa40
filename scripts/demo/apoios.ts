import { addDays, daysBetween, type CivilDate } from "../../src/core/civil-date.ts";
import type { Eixo, Estrategia, Modalidade, OrigemApoio, SITUACAO_APOIO_ROTULO } from "../../src/data/contracts/apoios.ts";
import type { NAO_CLASSIFICADO } from "../../src/data/contracts/contract.ts";
import { PLANO, TEMAS, type Formato } from "./apoios-plano.ts";
import { DIAS, FIM, INICIO, type Lugar } from "./places.ts";
import type { Random } from "./random.ts";

/** One row of the demonstration support; the columns of the contract. */
export interface ApoioDemo {
  readonly apoio: string;
  readonly codigo_ibge: number;
  readonly data: CivilDate | null;
  readonly estrategia: Estrategia | typeof NAO_CLASSIFICADO;
  readonly eixo: Eixo | typeof NAO_CLASSIFICADO;
  readonly tema: string;
  readonly modalidade: Modalidade;
  readonly origem: OrigemApoio;
  readonly data_solicitacao: CivilDate | null;
  readonly participantes: number | null;
  readonly situacao: SituacaoDoApoio;
}

export type SituacaoDoApoio = keyof typeof SITUACAO_APOIO_ROTULO;

/** What a place's past in the demonstration allows: set once, so that gaps last. */
interface Alcance extends Lugar {
  /** False for the places that no on-site support ever reaches. */
  readonly presencial: boolean;
  /** Last day a monitoring visit may happen there; before the beginning means never. */
  readonly monitoradoAte: CivilDate;
}

const NUNCA: CivilDate = addDays(INICIO, -1);
/** Places never reached on site: the newest municipality and the farthest ones. */
const SEM_PRESENCIAL = 9;

/** The invented support that was held, one row a municipality reached, sorted by date and event. */
export function inventSupport(places: readonly Lugar[], random: Random): ApoioDemo[] {
  const reach = setReach(places, random);
  const events: { data: CivilDate; formato: Formato }[] = [];
  for (const formato of PLANO) {
    for (let i = 0; i < formato.eventos; i += 1) events.push({ data: workday(random), formato });
  }
  events.sort((a, b) => (a.data < b.data ? -1 : a.data > b.data ? 1 : 0));
  const monitored = new Map<number, CivilDate>();
  return events.flatMap(({ data, formato }, i) => {
    const isMonitoring = formato.estrategia === "monitoramento";
    const able = reach.filter((place) => !isMonitoring || isDue(place, data, monitored.get(place.codigo)));
    const rows = inventEvent(`DEMO-A${String(i + 1).padStart(4, "0")}`, data, formato, able, random);
    if (isMonitoring) for (const { codigo_ibge: codigo } of rows) monitored.set(codigo, data);
    return rows;
  });
}

/** How many of the monitoring events were done from data, without going there. */
const POR_DADOS = 40;

/** The same support with some of the monitoring done from data: Res. CIB/MT 02/2022 art. 6 III has both, and does not say which makes the yearly one. */
export function monitorByData(held: readonly ApoioDemo[], random: Random): ApoioDemo[] {
  const events = held.flatMap(({ apoio, estrategia }) => (estrategia === "monitoramento" ? [apoio] : []));
  const chosen = new Set(random.sample(events, POR_DADOS));
  return held.map((row) => (chosen.has(row.apoio) ? { ...row, modalidade: "nao-presencial" } : row));
}

/** Monitoring goes round: not again within eight months, and never after it stopped there. */
function isDue(place: Alcance, data: CivilDate, last: CivilDate | undefined): boolean {
  return place.monitoradoAte >= data && (last === undefined || daysBetween(last, data) > 240);
}

function setReach(places: readonly Lugar[], random: Random): Alcance[] {
  const far = [...places]
    .sort((a, b) => Number(b.desde > INICIO) - Number(a.desde > INICIO) || b.distancia - a.distancia)
    .slice(0, 24);
  const untouched = new Set([...far.slice(0, 1), ...random.sample(far.slice(1), SEM_PRESENCIAL - 1)].map((p) => p.codigo));
  return places.map((place) => {
    const presencial = !untouched.has(place.codigo);
    const faixa = random.weighted({ sempre: 62, parou: 26, nunca: 12 });
    const parou = addDays(INICIO, random.integer(60, DIAS - 400));
    const monitoradoAte = faixa === "nunca" || !presencial ? NUNCA : faixa === "parou" ? parou : FIM;
    return { ...place, presencial, monitoradoAte };
  });
}

function inventEvent(
  apoio: string,
  data: CivilDate,
  formato: Formato,
  reach: readonly Alcance[],
  random: Random,
): ApoioDemo[] {
  const modalidade: Modalidade = random.chance(formato.presencial) ? "presencial" : "nao-presencial";
  const eixo = formato.eixo ?? random.weighted({ "gestao-suas": 30, servicos: 42, "beneficios-programas-projetos": 28 });
  const tema = random.pick(TEMAS[eixo]);
  const able = reach.filter((place) => place.desde <= data && (modalidade === "nao-presencial" || place.presencial));
  const reached = formato.regional ? sameRegion(able, formato, random) : spread(able, formato, random);
  const origem: OrigemApoio = random.chance(formato.pedido) ? "solicitado-municipio" : "identificado-acompanhamento";
  return reached
    .sort((a, b) => a.codigo - b.codigo)
    .map((place) => ({
      apoio,
      codigo_ibge: place.codigo,
      data,
      estrategia: formato.estrategia,
      eixo,
      tema,
      modalidade,
      origem,
      data_solicitacao: origem === "solicitado-municipio" ? requestDay(data, random) : null,
      participantes: formato.participantes === null || random.chance(0.18) ? null : headcount(formato.participantes, random),
      situacao: "realizado",
    }));
}

/** Places of one region, up to the format's size. */
function sameRegion(able: readonly Alcance[], formato: Formato, random: Random): Alcance[] {
  const regions = [...new Set(able.flatMap(({ regiao }) => (regiao === null ? [] : [regiao])))];
  if (regions.length === 0) return [];
  const region = random.pick(regions);
  return random.sample(
    able.filter((place) => place.regiao === region),
    random.integer(formato.alcance[0], formato.alcance[1]),
  );
}

/** Places anywhere; single visits go a little more to the larger and nearer ones. */
function spread(able: readonly Alcance[], formato: Formato, random: Random): Alcance[] {
  const [min, max] = formato.alcance;
  if (max > 1) return random.sample(able, random.integer(min, max));
  const weights = able.map((place) => (8000 + Math.min(place.volume, 60_000)) / (4 + place.distancia));
  const place = able[random.index(weights)];
  return place === undefined ? [] : [place];
}

/** Some requests were never dated, and a few are dated after the support: as in real files. */
function requestDay(data: CivilDate, random: Random): CivilDate | null {
  if (random.chance(0.09)) return null;
  return addDays(data, random.chance(0.015) ? random.integer(1, 12) : -random.integer(3, 75));
}

function headcount([min, max]: readonly [number, number], random: Random): number {
  return Math.min(random.integer(min, max), random.integer(min, max));
}

/** A weekday, with fewer events in January, July and December. */
function workday(random: Random): CivilDate {
  for (;;) {
    const data = addDays(INICIO, random.integer(0, DIAS - 1));
    const weekday = (daysBetween(INICIO, data) + 3) % 7;
    const isQuiet = ["01", "07", "12"].includes(data.slice(5, 7));
    if (weekday !== 0 && weekday !== 6 && !(isQuiet && random.chance(0.5))) return data;
  }
}
