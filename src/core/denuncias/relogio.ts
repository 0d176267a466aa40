import type { CalendarioLegal } from "./calendario.ts";
import type { CasosEmColunas } from "./colunas.ts";
import { codigoDoPasso, DESFECHOS, PASSOS, SEM_CODIGO, SEM_DIA } from "./passos.ts";
import { DIAS_PERTO, ESTADOS_DO_PRAZO, PORQUES, type EstadoDoPrazo, type Porque, type Prazo, type RegraDaCasa, type Relogio } from "./prazos.ts";
import { ESTADOS, ESTADOS_FINAIS, type Reproducao } from "./reproducao.ts";

export interface OpcoesDoRelogio {
  /** Day counted as today, from 1970-01-01. */
  readonly hoje: number;
  readonly regra: RegraDaCasa;
  /** Calendar of a municipality, for the terms it answers for; null = of the seat, for the others. */
  readonly calendarioDe: (municipio: number | null) => CalendarioLegal;
}

const estado = (nome: EstadoDoPrazo): number => ESTADOS_DO_PRAZO.indexOf(nome);
const porque = (nome: Porque): number => PORQUES.indexOf(nome);

const CUMPRIDO = estado("cumprido");
const CUMPRIDO_FORA = estado("cumprido-fora");
const NO_PRAZO = estado("no-prazo");
const VENCE_LOGO = estado("vence-logo");
const VENCIDO = estado("vencido");
const SEM_COMO_CONTAR = estado("sem-como-contar");
const ENCERRADO = estado("encerrado");

const INICIO_EM_DUVIDA = porque("inicio-em-duvida");
const INICIO_SEM_DATA = porque("inicio-sem-data");
const CUMPRIMENTO_EM_DUVIDA = porque("cumprimento-em-duvida");
const CUMPRIMENTO_ANTES = porque("cumprimento-antes-do-inicio");
const FORA_DO_CALENDARIO = porque("fora-do-calendario");

const P = PASSOS.length;
const D = DESFECHOS.length;
const REGISTRO = codigoDoPasso("registro");
const FIM_EM_DUVIDA = SEM_DIA + 1;
const isFinal = ESTADOS.map((nome) => ESTADOS_FINAIS.includes(nome));

/** A term with its steps as codes. */
interface Regra {
  readonly n: number;
  readonly desde: number;
  /** Position in `DESFECHOS`; -1 = the step itself starts it. */
  readonly desfecho: number;
  readonly cumpre: number;
  readonly encerra: Uint8Array;
  readonly contaCorridos: boolean;
  readonly contaUteis: boolean;
  readonly doMunicipio: boolean;
}

/**
 * The clock of every case on a day: due dates, how each term stands, and the pending
 * one that falls due first. A term that starts or ends on a step in doubt is
 * "sem-como-contar", with the reason; the other terms of the case count. Cases that
 * count through another have no clock. A term that was not fulfilled ends ("encerrado")
 * by a step of its `encerra` or when the case is over. A step dated after today has
 * not happened yet, as in the replay. Linear in cases and terms.
 * @throws RangeError for a term with an unknown step or finding, or without a whole number of days from 0 up
 */
export function calcularRelogio(
  casos: CasosEmColunas,
  reproducao: Reproducao,
  prazos: readonly Prazo[],
  { hoje, regra, calendarioDe }: OpcoesDoRelogio,
): Relogio {
  const celulas = casos.n * prazos.length;
  const dias = (n: number): Int32Array => new Int32Array(n).fill(SEM_DIA);
  const relogio: Relogio = {
    prazos,
    hoje,
    regra,
    inicio: dias(celulas),
    cumprimento: dias(celulas),
    fim: dias(celulas),
    venceCorridos: dias(celulas),
    venceUteis: dias(celulas),
    estado: new Uint8Array(celulas),
    divide: new Uint8Array(celulas),
    porque: new Uint8Array(celulas),
    proximo: new Uint8Array(casos.n).fill(SEM_CODIGO),
    proximoDia: dias(casos.n),
  };
  const daSede = calendarioDe(null);
  for (const [j, prazo] of prazos.entries()) {
    const aRegra = emCodigos(prazo);
    for (let caso = 0; caso < casos.n; caso += 1) {
      if (reproducao.contaPor[caso] !== -1) continue;
      const calendario = aRegra.doMunicipio ? calendarioDe(casos.municipio[caso] ?? null) : daSede;
      contarUm(relogio, caso, caso * prazos.length + j, aRegra, calendario, reproducao);
    }
  }
  acharProximos(relogio, casos.n);
  return relogio;
}

/**
 * Last day of a term under the norm's count or the house's rule; where neither says,
 * the earlier one. `SEM_DIA` when it cannot be counted or does not apply.
 * @param celula `caso * prazos.length + prazo`
 */
export function diaEmVigor({ regra, venceCorridos, venceUteis }: Pick<Relogio, "regra" | "venceCorridos" | "venceUteis">, celula: number): number {
  const corridos = venceCorridos[celula] ?? SEM_DIA;
  const uteis = venceUteis[celula] ?? SEM_DIA;
  if (regra === null) return Math.min(corridos, uteis);
  return regra === "corridos" ? corridos : uteis;
}

/** Whether a term is still waited for: in time, near its day or past it. */
export function isPendente(estadoDoPrazo: number | undefined): boolean {
  return estadoDoPrazo === NO_PRAZO || estadoDoPrazo === VENCE_LOGO || estadoDoPrazo === VENCIDO;
}

function contarUm(relogio: Relogio, caso: number, celula: number, regra: Regra, calendario: CalendarioLegal, reproducao: Reproducao): void {
  const { hoje } = relogio;
  const { diaDoPasso, emDuvida } = reproducao;
  const duvidas = emDuvida[caso] ?? 0;
  const inicio = (regra.desfecho < 0 ? diaDoPasso[caso * P + regra.desde] : reproducao.diaDoDesfecho[caso * D + regra.desfecho]) ?? SEM_DIA;
  const doCumprimento = diaDoPasso[caso * P + regra.cumpre] ?? SEM_DIA;
  const cumprimento = doCumprimento > hoje ? SEM_DIA : doCumprimento;
  const isCumprimentoEmDuvida = (duvidas & (1 << regra.cumpre)) !== 0 && doCumprimento <= hoje;
  if (inicio > hoje && regra.desde !== REGISTRO) return;
  if (inicio === SEM_DIA && cumprimento === SEM_DIA && !isCumprimentoEmDuvida && !temInicio(caso, regra, reproducao)) return;
  relogio.inicio[celula] = inicio;
  relogio.cumprimento[celula] = cumprimento;
  if (inicio === SEM_DIA) return semComoContar(relogio, celula, INICIO_SEM_DATA);
  if ((duvidas & (1 << regra.desde)) !== 0) return semComoContar(relogio, celula, INICIO_EM_DUVIDA);
  const corridos = regra.contaCorridos ? calendario.vencimento(inicio, regra.n, "corridos") : SEM_DIA;
  const uteis = regra.contaUteis ? calendario.vencimento(inicio, regra.n, "uteis") : corridos;
  const venceCorridos = regra.contaCorridos ? corridos : uteis;
  if (venceCorridos === SEM_DIA || uteis === SEM_DIA) return semComoContar(relogio, celula, FORA_DO_CALENDARIO);
  if (isCumprimentoEmDuvida) return semComoContar(relogio, celula, CUMPRIMENTO_EM_DUVIDA);
  if (cumprimento !== SEM_DIA && cumprimento < inicio) return semComoContar(relogio, celula, CUMPRIMENTO_ANTES);
  const fim = cumprimento === SEM_DIA ? fimSemCumprir(caso, regra, reproducao, hoje) : SEM_DIA;
  if (fim === FIM_EM_DUVIDA) return semComoContar(relogio, celula, CUMPRIMENTO_EM_DUVIDA);
  relogio.fim[celula] = fim;
  relogio.venceCorridos[celula] = venceCorridos;
  relogio.venceUteis[celula] = uteis;
  const estadoNo = (vence: number): number => estadoEm(vence, cumprimento, fim, hoje);
  relogio.estado[celula] = estadoNo(diaEmVigor(relogio, celula));
  if (relogio.regra === null && estadoNo(venceCorridos) !== estadoNo(uteis)) relogio.divide[celula] = 1;
}

/** Whether what starts a term is there without a day: every case is registered, and an event or a finding may have no date. */
function temInicio(caso: number, { desde, desfecho }: Regra, { desfechos, emDuvida }: Reproducao): boolean {
  if (desfecho >= 0) return ((desfechos[caso] ?? 0) & (1 << desfecho)) !== 0;
  return desde === REGISTRO || ((emDuvida[caso] ?? 0) & (1 << desde)) !== 0;
}

/** Day from which a term not fulfilled is no longer waited for; `SEM_DIA` = it still is; `FIM_EM_DUVIDA` = that day cannot be relied on. */
function fimSemCumprir(caso: number, { encerra }: Regra, { estado: estados, diaDoPasso, emDuvida, encerramento }: Reproducao, hoje: number): number {
  let fim = encerramento[caso] ?? SEM_DIA;
  if (fim === SEM_DIA && isFinal[estados[caso] ?? 0] === true) return FIM_EM_DUVIDA;
  for (const passo of encerra) {
    const dia = diaDoPasso[caso * P + passo] ?? SEM_DIA;
    if (dia > hoje) continue;
    if (((emDuvida[caso] ?? 0) & (1 << passo)) !== 0) return FIM_EM_DUVIDA;
    if (dia !== SEM_DIA && (fim === SEM_DIA || dia < fim)) fim = dia;
  }
  return fim;
}

function estadoEm(vence: number, cumprimento: number, fim: number, hoje: number): number {
  if (cumprimento !== SEM_DIA) return cumprimento <= vence ? CUMPRIDO : CUMPRIDO_FORA;
  if (fim !== SEM_DIA) return ENCERRADO;
  if (vence < hoje) return VENCIDO;
  return vence - hoje <= DIAS_PERTO ? VENCE_LOGO : NO_PRAZO;
}

function semComoContar(relogio: Relogio, celula: number, motivo: number): void {
  relogio.estado[celula] = SEM_COMO_CONTAR;
  relogio.porque[celula] = motivo;
}

function acharProximos(relogio: Relogio, n: number): void {
  const k = relogio.prazos.length;
  for (let caso = 0; caso < n; caso += 1) {
    for (let j = 0; j < k; j += 1) {
      const celula = caso * k + j;
      if (!isPendente(relogio.estado[celula])) continue;
      const dia = diaEmVigor(relogio, celula);
      if (relogio.proximo[caso] !== SEM_CODIGO && (relogio.proximoDia[caso] ?? dia) <= dia) continue;
      relogio.proximo[caso] = j;
      relogio.proximoDia[caso] = dia;
    }
  }
}

function emCodigos({ id, n, unidade, desde, desfecho, cumpre, encerra, responsavel }: Prazo): Regra {
  const codigo = (passo: Prazo["desde"]): number => {
    const posicao = codigoDoPasso(passo);
    if (posicao < 0) throw new RangeError(`the term "${id}" names a step that does not exist: "${passo}"`);
    return posicao;
  };
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`the term "${id}" must have a whole number of days from 0 up, got ${n}`);
  const oDesfecho = desfecho === null ? -1 : DESFECHOS.indexOf(desfecho);
  if (desfecho !== null && oDesfecho < 0) throw new RangeError(`the term "${id}" starts with a finding that does not exist: "${desfecho}"`);
  return {
    n,
    desde: codigo(desde),
    desfecho: oDesfecho,
    cumpre: codigo(cumpre),
    encerra: Uint8Array.from(encerra, codigo),
    contaCorridos: unidade !== "uteis",
    contaUteis: unidade !== "corridos",
    doMunicipio: responsavel === "municipio",
  };
}
