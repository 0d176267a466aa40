import { SEM_CODIGO, SEM_DIA } from "../denuncias/passos.ts";
import { marcador } from "./marcador.ts";
import type { Classificacao } from "./classificar.ts";
import { estadoDoApoio, type ApoiosEmColunas } from "./colunas.ts";
import type { Pacto } from "./plano.ts";

/** Whom support is measured against; arrays aligned with the municipalities. */
export interface BaseDoPacto {
  readonly municipios: number;
  /** Inhabitants; NaN = unknown. */
  readonly populacao: Float64Array;
  /** 1 = in the most-in-need third (`maisNecessitados`); null where no index gives it. */
  readonly necessitados: Uint8Array | null;
  /** 1 = inside the filter; null = all. */
  readonly dentro: Uint8Array | null;
}

export interface PeriodoDoPacto {
  /** First and last day, both included, from 1970-01-01. */
  readonly de: number;
  readonly ate: number;
}

export interface PedidoDeCobertura {
  readonly colunas: ApoiosEmColunas;
  readonly classes: Classificacao;
  readonly pacto: Pacto;
  readonly base: BaseDoPacto;
  readonly periodo: PeriodoDoPacto;
  readonly hoje: number;
}

/**
 * Coverage of one period. Arrays by "casa": the lines of the pact, then what is out of
 * the plan, then what is unclassified (positions of `Classificacao`), then everything
 * together (`total`). In a line, only events by one of its strategies count as held;
 * in the last three, events by any.
 */
export interface CoberturaDoPacto {
  readonly casas: number;
  readonly total: number;
  /** Distinct events held, and still planned, with a day in the period. */
  readonly realizados: Uint32Array;
  readonly previstos: Uint32Array;
  /** Of the held, those in the modality the line names; in the last three, 0. */
  readonly naModalidade: Uint32Array;
  /** Events held on the line's theme by a strategy that is not one of its own; in the last three, 0. */
  readonly porOutraEstrategia: Uint32Array;
  /** Distinct municipalities reached by the held, those of them in the most-in-need third, and the inhabitants of those whose population is known. */
  readonly municipios: Uint32Array;
  readonly necessitados: Uint32Array;
  readonly populacao: Float64Array;
  /** Head count of the held, and rows that do not say theirs. */
  readonly participantes: Float64Array;
  readonly semParticipantes: Uint32Array;
  /** Distinct events held, whatever the strategy: `casa * (estrategias + 1) + estrategia`; the last column is an unknown strategy. */
  readonly porEstrategia: Uint32Array;
  /** Rows held: `casa * municipios + municipio`. */
  readonly porMunicipio: Uint32Array;
  /** What the shares are of. */
  readonly base: { readonly municipios: number; readonly necessitados: number; readonly populacao: number; readonly semPopulacao: number };
  /** Rows left out: of a place not in the list or outside the filter; said held on a day to come (whatever the period); cancelled in it; planned without a day. */
  readonly deFora: number;
  readonly noFuturo: number;
  readonly cancelados: number;
  readonly previstosSemDia: number;
}

/**
 * Coverage matrix of one period, in linear time.
 * Source: strategies of Res. CIB/MT 02/2022 arts. 4 and 6, lines of art. 7.
 * @throws RangeError for columns, classes or population of other lengths
 */
export function cobrir({ colunas, classes, pacto, base, periodo, hoje }: PedidoDeCobertura): CoberturaDoPacto {
  const { municipios: quantos } = base;
  if (classes.casa.length !== colunas.n) throw new RangeError(`${colunas.n} rows of support and ${classes.casa.length} classes`);
  if (base.populacao.length !== quantos) throw new RangeError(`${quantos} municipalities and ${base.populacao.length} populations`);
  const total = classes.naoClassificado + 1;
  const casas = total + 1;
  const nEstrategias = pacto.estrategias.length + 1;
  const c = {
    realizados: new Uint32Array(casas),
    previstos: new Uint32Array(casas),
    naModalidade: new Uint32Array(casas),
    porOutraEstrategia: new Uint32Array(casas),
    participantes: new Float64Array(casas),
    semParticipantes: new Uint32Array(casas),
    porEstrategia: new Uint32Array(casas * nEstrategias),
    porMunicipio: new Uint32Array(casas * quantos),
  };
  const modalidadeDaCasa = pacto.linhas.map(({ modalidade }) => (modalidade === "presencial" ? 0 : 1));
  const { rows, eventos, eventoDe, ...foraDaConta } = linhasDoPeriodo(colunas, base, periodo, hoje);
  const [mRealizado, mPrevisto, mModo, mOutra] = [0, 1, 2, 3].map(() => marcador(eventos * casas)) as [Marca, Marca, Marca, Marca];
  const mEstrategia = marcador(eventos * casas * nEstrategias);

  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    const municipio = colunas.municipio[row] ?? 0;
    const previsto = estadoDoApoio(colunas, row, hoje) === "previsto";
    const daLinha = classes.casa[row] ?? classes.naoClassificado;
    const evento = eventoDe[colunas.evento[row] ?? 0] ?? 0;
    const naLinha = daLinha < classes.foraDoPlano;
    const conta = !naLinha || classes.pelaEstrategia[row] === 1;
    for (let vez = 0; vez < 2; vez += 1) {
      const casa = vez === 0 ? daLinha : total;
      const chave = evento * casas + casa;
      const realiza = casa === total || conta;
      if (previsto) {
        if (realiza && mPrevisto(chave)) c.previstos[casa] = (c.previstos[casa] ?? 0) + 1;
        continue;
      }
      const dita = colunas.estrategia[row] ?? SEM_CODIGO;
      const estrategia = dita < nEstrategias - 1 ? dita : nEstrategias - 1;
      const celula = casa * nEstrategias + estrategia;
      if (mEstrategia(chave * nEstrategias + estrategia)) c.porEstrategia[celula] = (c.porEstrategia[celula] ?? 0) + 1;
      if (!realiza) {
        if (mOutra(chave)) c.porOutraEstrategia[casa] = (c.porOutraEstrategia[casa] ?? 0) + 1;
        continue;
      }
      if (mRealizado(chave)) c.realizados[casa] = (c.realizados[casa] ?? 0) + 1;
      if (casa !== total && naLinha && colunas.modalidade[row] === modalidadeDaCasa[casa] && mModo(chave)) c.naModalidade[casa] = (c.naModalidade[casa] ?? 0) + 1;
      const vindos = colunas.participantes[row] ?? -1;
      if (vindos < 0) c.semParticipantes[casa] = (c.semParticipantes[casa] ?? 0) + 1;
      else c.participantes[casa] = (c.participantes[casa] ?? 0) + vindos;
      const lugar = casa * quantos + municipio;
      c.porMunicipio[lugar] = (c.porMunicipio[lugar] ?? 0) + 1;
    }
  }
  return { casas, total, ...c, ...alcance(c.porMunicipio, casas, base), ...foraDaConta };
}

/** The same question over several periods: the matrix by time. */
export function cobrirPeriodos(pedido: Omit<PedidoDeCobertura, "periodo">, periodos: readonly PeriodoDoPacto[]): CoberturaDoPacto[] {
  return periodos.map((periodo) => cobrir({ ...pedido, periodo }));
}

type Marca = ReturnType<typeof marcador>;

interface LinhasDoPeriodo extends Pick<CoberturaDoPacto, "deFora" | "noFuturo" | "cancelados" | "previstosSemDia"> {
  /** Held or planned, with a day in the period. */
  readonly rows: Int32Array;
  /** How many events they are of, and the number of each from 0: so that a short period marks few. */
  readonly eventos: number;
  readonly eventoDe: Int32Array;
}

function linhasDoPeriodo(colunas: ApoiosEmColunas, { dentro }: BaseDoPacto, periodo: PeriodoDoPacto, hoje: number): LinhasDoPeriodo {
  const rows = new Int32Array(colunas.n);
  const eventoDe = new Int32Array(colunas.eventos).fill(-1);
  let [n, eventos, deFora, noFuturo, cancelados, previstosSemDia] = [0, 0, 0, 0, 0, 0];
  for (let row = 0; row < colunas.n; row += 1) {
    const municipio = colunas.municipio[row] ?? -1;
    if (municipio < 0 || (dentro !== null && dentro[municipio] !== 1)) {
      deFora += 1;
      continue;
    }
    const dia = colunas.dia[row] ?? SEM_DIA;
    const noPeriodo = dia !== SEM_DIA && dia >= periodo.de && dia <= periodo.ate;
    if (!noPeriodo && dia !== SEM_DIA && dia <= hoje) continue;
    const estado = estadoDoApoio(colunas, row, hoje);
    if (estado === "no-futuro") noFuturo += 1;
    else if (!noPeriodo) previstosSemDia += dia === SEM_DIA && estado === "previsto" ? 1 : 0;
    else if (estado === "cancelado") cancelados += 1;
    else {
      rows[n] = row;
      n += 1;
      const evento = colunas.evento[row] ?? 0;
      if (eventoDe[evento] === -1) {
        eventoDe[evento] = eventos;
        eventos += 1;
      }
    }
  }
  return { rows: rows.subarray(0, n), eventos, eventoDe, deFora, noFuturo, cancelados, previstosSemDia };
}

function alcance(porMunicipio: Uint32Array, casas: number, base: BaseDoPacto): Pick<CoberturaDoPacto, "municipios" | "necessitados" | "populacao" | "base"> {
  const { municipios: quantos, dentro, necessitados, populacao } = base;
  const r = { municipios: new Uint32Array(casas), necessitados: new Uint32Array(casas), populacao: new Float64Array(casas) };
  const b = { municipios: 0, necessitados: 0, populacao: 0, semPopulacao: 0 };
  for (let m = 0; m < quantos; m += 1) {
    if (dentro !== null && dentro[m] !== 1) continue;
    const pessoas = populacao[m] ?? Number.NaN;
    b.municipios += 1;
    b.necessitados += necessitados?.[m] === 1 ? 1 : 0;
    if (Number.isNaN(pessoas)) b.semPopulacao += 1;
    else b.populacao += pessoas;
  }
  for (let casa = 0; casa < casas; casa += 1) {
    let [chegou, precisam, gente] = [0, 0, 0];
    for (let m = 0; m < quantos; m += 1) {
      if (porMunicipio[casa * quantos + m] === 0) continue;
      const pessoas = populacao[m] ?? Number.NaN;
      chegou += 1;
      precisam += necessitados?.[m] === 1 ? 1 : 0;
      if (!Number.isNaN(pessoas)) gente += pessoas;
    }
    r.municipios[casa] = chegou;
    r.necessitados[casa] = precisam;
    r.populacao[casa] = gente;
  }
  return { ...r, base: b };
}
