import { addMonths } from "../civil-date.ts";
import { civilDe, diaDe } from "./dia.ts";
import { codigoDoPasso, DESFECHOS, PASSOS, SEM_DIA } from "./passos.ts";
import { ESTADOS_DO_PRAZO } from "./prazos.ts";
import { ESTADOS } from "./reproducao.ts";
import type { Mesa } from "./selecao.ts";

/** What complaints say of the support a municipality needs: counts only. */
export interface ApoioPedido {
  /** IBGE code. */
  readonly municipio: number;
  /** Cases with a finding of difficulties in the municipal gestão in the last 12 months (art. 10). */
  readonly dificuldades: number;
  /** Open cases whose municipal manifestação is past its day (art. 7). */
  readonly manifestacoesVencidas: number;
  /** Cases with a verification on the spot still to be reported, or with a finding of difficulties and no verification (arts. 7 §3, 9 and 10). */
  readonly casos: number;
  /** Distinct cases behind the first two counts. */
  readonly protocolos: number;
}

/** Months back from today in which a finding counts. */
const MESES_DO_APOIO = 12;

const P = PASSOS.length;
const D = DESFECHOS.length;
const DIFICULDADE = DESFECHOS.indexOf("dificuldade-na-gestao");
const VERIFICACAO = codigoDoPasso("verificacao");
const EM_VERIFICACAO = ESTADOS.indexOf("em-verificacao");
const VENCIDO = ESTADOS_DO_PRAZO.indexOf("vencido");

/** Indices of the four counts of a municipality. */
const CONTAGENS = 4;

/**
 * Municipalities of a selection with anything to show, by code: a finding of
 * difficulties calls for support (Res. CIB/MT 012/2025 art. 10), and so may a
 * manifestação that does not come (art. 7). A finding counts from the day after
 * the one twelve months before today; apensadas count through their main case.
 */
export function contarApoio({ casos, reproducao, relogio, aberto }: Mesa, selecao: Uint8Array): ApoioPedido[] {
  const { hoje, prazos } = relogio;
  const desde = diaDe(addMonths(civilDe(hoje), -MESES_DO_APOIO));
  const doMunicipio = prazos.flatMap(({ responsavel }, j) => (responsavel === "municipio" ? [j] : []));
  const porMunicipio = new Map<number, Int32Array>();
  for (let caso = 0; caso < casos.n; caso += 1) {
    if (selecao[caso] !== 1 || reproducao.contaPor[caso] !== -1) continue;
    const achado = reproducao.diaDoDesfecho[caso * D + DIFICULDADE] ?? SEM_DIA;
    const isDificuldade = achado > desde && achado <= hoje;
    const isVencida = aberto[caso] === 1 && doMunicipio.some((j) => relogio.estado[caso * prazos.length + j] === VENCIDO);
    const isPorVisitar = isDificuldade && reproducao.diaDoPasso[caso * P + VERIFICACAO] === SEM_DIA;
    const isPorRelatar = reproducao.estado[caso] === EM_VERIFICACAO;
    if (!isDificuldade && !isVencida && !isPorRelatar) continue;
    const municipio = casos.municipio[caso] ?? -1;
    let contagens = porMunicipio.get(municipio);
    if (contagens === undefined) porMunicipio.set(municipio, (contagens = new Int32Array(CONTAGENS)));
    const sinais = [isDificuldade, isVencida, isPorVisitar || isPorRelatar, isDificuldade || isVencida];
    for (const [i, sinal] of sinais.entries()) if (sinal) contagens[i] = (contagens[i] ?? 0) + 1;
  }
  return [...porMunicipio]
    .sort(([a], [b]) => a - b)
    .map(([municipio, [dificuldades = 0, manifestacoesVencidas = 0, porVerificar = 0, protocolos = 0]]) => ({
      municipio,
      dificuldades,
      manifestacoesVencidas,
      casos: porVerificar,
      protocolos,
    }));
}
