import { addDays, type CivilDate } from "../../src/core/civil-date.ts";
import type { Eixo, Estrategia, Modalidade } from "../../src/data/contracts/apoios.ts";
import { NAO_CLASSIFICADO } from "../../src/data/contracts/contract.ts";
import type { ApoioDemo } from "./apoios.ts";
import { TEMAS } from "./apoios-plano.ts";
import { DIAS, FIM, INICIO, type Lugar } from "./places.ts";
import type { Random } from "./random.ts";

/** Support that was not held, and rows that say something outside the lists: how many events of each. */
const QUANTOS = { marcados: 20, regionais: 4, semDia: 8, atrasados: 6, pedidos: 44, cancelados: 20, foraDaLista: 9 };

/** Events held whose theme is written in another way than the plan's table: misspelt, abridged, or of nothing in it. */
const TEMAS_TROCADOS = 55;
const OUTROS_TEMAS = [
  "Vigilancia socio-assistencial",
  "Cadastro Unico e Bolsa Familia",
  "Beneficios eventuais (lei municipal)",
  "Conselho municipal",
  "Serviços de acolimento",
  "Educação permanete",
  "Emendas parlamentares",
  "Apresentação da equipe",
  "Reunião",
];

/** What is known of an event before its places. */
type Modelo = Partial<Omit<ApoioDemo, "apoio" | "codigo_ibge">>;

/**
 * What real records hold beside the support held: planned, asked for and still open,
 * called off, and rows with a strategy, an eixo or a theme that is not of the plan.
 * @param held the support held, which is returned with some of its themes written otherwise
 */
export function inventOtherSupport(held: readonly ApoioDemo[], places: readonly Lugar[], random: Random): ApoioDemo[] {
  const events = [...new Set(held.map(({ apoio }) => apoio))];
  const themes = new Map(random.sample(events, TEMAS_TROCADOS).map((apoio) => [apoio, random.pick(OUTROS_TEMAS)]));
  const rows: ApoioDemo[] = held.map((row) => ({ ...row, tema: themes.get(row.apoio) ?? row.tema }));
  let number = events.length;
  const add = (quantos: number, make: () => Modelo, chosen: () => readonly Lugar[] = () => [random.pick(places)]): void => {
    for (let i = 0; i < quantos; i += 1) {
      number += 1;
      const modelo = make();
      const places = [...chosen()].sort((a, b) => a.codigo - b.codigo);
      for (const { codigo } of places) rows.push({ ...standard(random), ...modelo, apoio: `DEMO-A${String(number).padStart(4, "0")}`, codigo_ibge: codigo });
    }
  };
  const ahead = (): CivilDate => addDays(FIM, random.integer(3, 90));
  add(QUANTOS.marcados, () => ({ ...ofSite(random), data: ahead() }));
  add(QUANTOS.regionais, () => ({ estrategia: random.pick(["encontro", "seminario-oficina"] as const), modalidade: "presencial", data: ahead() }), () => sameRegion(places, random));
  add(QUANTOS.semDia, () => ofSite(random));
  add(QUANTOS.atrasados, () => ({ ...ofSite(random), data: addDays(FIM, -random.integer(5, 60)) }));
  add(QUANTOS.pedidos, () => request(random));
  add(QUANTOS.cancelados, () => ({ ...ofSite(random), situacao: "cancelado", data: random.chance(0.7) ? anyDay(random) : null }));
  add(QUANTOS.foraDaLista, () => {
    const isStrategy = random.chance(0.6);
    return { situacao: "realizado", data: anyDay(random), ...(isStrategy ? { estrategia: NAO_CLASSIFICADO } : { eixo: NAO_CLASSIFICADO, estrategia: "email-telefone-mensagem" }) };
  });
  return rows;
}

/** Asked for by the municipality and not yet held, some with a day set. */
function request(random: Random): Modelo {
  const pedido = addDays(FIM, -(random.chance(0.15) ? random.integer(200, 420) : random.integer(2, 150)));
  const estrategia: Estrategia = random.weighted({ "visita-tecnica": 40, "apoio-individualizado": 40, "seminario-oficina": 20 });
  const ofVisit = estrategia === "visita-tecnica" ? { eixo: "saas" as const, tema: random.pick(TEMAS.saas) } : {};
  return { ...ofVisit, estrategia, modalidade: "presencial", origem: "solicitado-municipio", data_solicitacao: pedido, data: random.chance(0.3) ? addDays(FIM, random.integer(5, 60)) : null };
}

/** A visit or a monitoring of one municipality. */
function ofSite(random: Random): Modelo {
  const isVisit = random.chance(0.6);
  const eixo: Eixo = isVisit ? "saas" : "gestao-suas";
  return { estrategia: isVisit ? "visita-tecnica" : "monitoramento", eixo, tema: random.pick(TEMAS[eixo]), modalidade: "presencial" };
}

/** What an event is where its model does not say. */
function standard(random: Random): Omit<ApoioDemo, "apoio" | "codigo_ibge"> {
  const eixo: Eixo = random.weighted({ "gestao-suas": 40, servicos: 35, "beneficios-programas-projetos": 25 });
  const modalidade: Modalidade = "nao-presencial";
  return {
    data: null,
    estrategia: "apoio-individualizado",
    eixo,
    tema: random.pick(TEMAS[eixo]),
    modalidade,
    origem: "identificado-acompanhamento",
    data_solicitacao: null,
    participantes: null,
    situacao: "previsto",
  };
}

function sameRegion(places: readonly Lugar[], random: Random): Lugar[] {
  const { regiao } = random.pick(places);
  return random.sample(places.filter((place) => place.regiao === regiao), random.integer(4, 8));
}

function anyDay(random: Random): CivilDate {
  return addDays(INICIO, random.integer(0, DIAS - 1));
}
