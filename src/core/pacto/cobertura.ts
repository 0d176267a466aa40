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
export function cobrir({ periodo, ...pedido }: PedidoDeCobertura): CoberturaDoPacto {
  const { colunas, base, hoje } = conferido(pedido);
  const [linhas = SEM_LINHAS] = linhasDosPeriodos(colunas, base, [periodo], hoje);
  return cobrirLinhas(pedido, linhas);
}

/** The same question over several periods, whose rows are found in one pass: the matrix by time. */
export function cobrirPeriodos(pedido: SemPeriodo, periodos: readonly PeriodoDoPacto[]): CoberturaDoPacto[] {
  const { colunas, base, hoje } = conferido(pedido);
  return linhasDosPeriodos(colunas, base, periodos, hoje).map((linhas) => cobrirLinhas(pedido, linhas));
}

type SemPeriodo = Omit<PedidoDeCobertura, "periodo">;

function conferido<P extends SemPeriodo>(pedido: P): P {
  const { colunas, classes, base } = pedido;
  if (classes.casa.length !== colunas.n) throw new RangeError(`${colunas.n} rows of support and ${classes.casa.length} classes`);
  if (base.populacao.length !== base.municipios) throw new RangeError(`${base.municipios} municipalities and ${base.populacao.length} populations`);
  return pedido;
}

function cobrirLinhas({ colunas, classes, pacto, base, hoje }: SemPeriodo, linhas: LinhasDoPeriodo): CoberturaDoPacto {
  const { municipios: quantos } = base;
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
  const { rows, evento: eventoDaLinha, eventos, ...foraDaConta } = linhas;
  const [mRealizado, mPrevisto, mModo, mOutra] = [0, 1, 2, 3].map(() => marcador(eventos * casas)) as [Marca, Marca, Marca, Marca];
  const mEstrategia = marcador(eventos * casas * nEstrategias);

  for (let i = 0; i < rows.length; i += 1) {
    const row = rows[i] ?? 0;
    const municipio = colunas.municipio[row] ?? 0;
    const previsto = estadoDoApoio(colunas, row, hoje) === "previsto";
    const daLinha = classes.casa[row] ?? classes.naoClassificado;
    const evento = eventoDaLinha[i] ?? 0;
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

type Marca = ReturnType<typeof marcador>;

interface LinhasDoPeriodo extends Pick<CoberturaDoPacto, "deFora" | "noFuturo" | "cancelados" | "previstosSemDia"> {
  /** Held or planned, with a day in the period. */
  readonly rows: Int32Array;
  /** The event of each, numbered from 0 within the period, and how many there are: a short period marks few. */
  readonly evento: Int32Array;
  readonly eventos: number;
}

const SEM_LINHAS: LinhasDoPeriodo = { rows: new Int32Array(), evento: new Int32Array(), eventos: 0, deFora: 0, noFuturo: 0, cancelados: 0, previstosSemDia: 0 };

function linhasDosPeriodos(colunas: ApoiosEmColunas, { dentro }: BaseDoPacto, periodos: readonly PeriodoDoPacto[], hoje: number): LinhasDoPeriodo[] {
  const rows: number[][] = periodos.map(() => []);
  const cancelados = new Uint32Array(periodos.length);
  const de = Int32Array.from(periodos, (periodo) => periodo.de);
  const ate = Int32Array.from(periodos, (periodo) => periodo.ate);
  let [deFora, noFuturo, previstosSemDia] = [0, 0, 0];
  for (let row = 0; row < colunas.n; row += 1) {
    const municipio = colunas.municipio[row] ?? -1;
    if (municipio < 0 || (dentro !== null && dentro[municipio] !== 1)) {
      deFora += 1;
      continue;
    }
    const estado = estadoDoApoio(colunas, row, hoje);
    const dia = colunas.dia[row] ?? SEM_DIA;
    if (estado === "no-futuro") noFuturo += 1;
    else if (dia === SEM_DIA) previstosSemDia += estado === "previsto" ? 1 : 0;
    else {
      for (let p = 0; p < de.length; p += 1) {
        if (dia < (de[p] ?? 0) || dia > (ate[p] ?? 0)) continue;
        if (estado === "cancelado") cancelados[p] = (cancelados[p] ?? 0) + 1;
        else rows[p]?.push(row);
      }
    }
  }
  const numeros = new Int32Array(colunas.eventos);
  return rows.map((doPeriodo, p) => ({ ...numerar(doPeriodo, colunas, numeros), deFora, noFuturo, cancelados: cancelados[p] ?? 0, previstosSemDia }));
}

/** @param numeros by event, all zero; given back so */
function numerar(rows: readonly number[], colunas: ApoiosEmColunas, numeros: Int32Array): Pick<LinhasDoPeriodo, "rows" | "evento" | "eventos"> {
  let eventos = 0;
  const evento = new Int32Array(rows.length);
  for (let i = 0; i < rows.length; i += 1) {
    const qual = colunas.evento[rows[i] ?? 0] ?? 0;
    if (numeros[qual] === 0) {
      eventos += 1;
      numeros[qual] = eventos;
    }
    evento[i] = (numeros[qual] ?? 1) - 1;
  }
  for (const row of rows) numeros[colunas.evento[row] ?? 0] = 0;
  return { rows: Int32Array.from(rows), evento, eventos };
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
