import { formatDate, joinPt } from "../../../core/format.ts";
import { methodDiff } from "../../../core/metodo/method-diff.ts";
import type { Baliza, ClassesDoMapa, DimensaoDoMetodo, IndicadorDoMetodo, Metodo, Planejamento } from "../../../core/metodo/method.ts";
import { AGREGACAO_ROTULO, NORMALIZACAO_ROTULO, numeroExato, ORIGEM_ROTULO, parteEmPorCento, TIPO_ROTULO } from "./rotulos.ts";

type NomeDe = (id: string) => string;

/**
 * What sets a method apart from another, a sentence each; empty when nothing does.
 * Walks the places `methodDiff` names, so that what changes the hash is always told.
 * @param nomeDe name of an indicator by its id
 */
export function diferencasEmPalavras(padrao: Metodo, metodo: Metodo, nomeDe: NomeDe): string[] {
  const diff = methodDiff(padrao, metodo);
  if (diff === "") return [];
  const frases = diff.split(",").flatMap((par) => frasesDe(par.slice(0, par.indexOf(":")).split("."), padrao, metodo, nomeDe));
  return [...new Set(frases)];
}

function frasesDe(lugar: readonly string[], padrao: Metodo, metodo: Metodo, nomeDe: NomeDe): string[] {
  const [campo = "", ...resto] = lugar;
  if (campo === "d") return daDimensao(resto, padrao, metodo, nomeDe);
  if (campo === "planejamento") return [doPlanejamento(resto[0] ?? "", padrao.planejamento, metodo.planejamento)];
  if (campo === "datas") return [dasDatas(padrao, metodo)];
  if (campo === "mapa") return [`As classes do mapa são ${classes(metodo.mapa)}; no padrão, ${classes(padrao.mapa)}.`];
  const descrever = GERAIS[campo];
  return [descrever === undefined ? `O campo “${lugar.join(".")}” mudou.` : `${descrever(metodo)}; no padrão, ${semSujeito(descrever(padrao))}.`];
}

const GERAIS: Readonly<Record<string, (m: Metodo) => string>> = {
  versao: (m) => `Versão do arquivo: ${m.versao}`,
  id: (m) => `Identificador: ${m.id}`,
  nome: (m) => `Nome: “${m.nome}”`,
  orgao: (m) => `Órgão: ${m.orgao ?? "não dito"}`,
  semente: (m) => `Semente dos sorteios: “${m.semente}”`,
  k: (m) => `Vagas da lista: ${numeroExato(m.k)}`,
  sorteios: (m) => `Sorteios: ${numeroExato(m.sorteios)}`,
  concentracao: (m) => `Variação dos pesos nos sorteios: ${parteEmPorCento(m.concentracao)}`,
  normalizacao: (m) => `Normalização: ${NORMALIZACAO_ROTULO[m.normalizacao]}`,
  agregacao: (m) => `Agregação: ${AGREGACAO_ROTULO[m.agregacao]}`,
  presencaMinima: (m) => `Peso mínimo com dado: ${parteEmPorCento(m.presencaMinima)}`,
};

function semSujeito(frase: string): string {
  return frase.slice(frase.indexOf(": ") + 2);
}

function dasDatas({ datas: antes }: Metodo, { datas: agora }: Metodo): string {
  const texto = (d: Metodo["datas"]): string =>
    `fixado em ${formatDate(d.versao)} para o ciclo de ${formatDate(d.inicio)} a ${formatDate(d.fim)}`;
  return `Datas: ${texto(agora)}; no padrão, ${texto(antes)}.`;
}

const PLANEJAMENTO: Readonly<Record<keyof Planejamento, (p: Planejamento) => string>> = {
  pesoNota: (p) => `Parte da nota na prioridade: ${parteEmPorCento(p.pesoNota)}`,
  pesoTempo: (p) => `Parte do tempo na prioridade: ${parteEmPorCento(p.pesoTempo)}`,
  meses: (p) => `Meses sem visita que contam por inteiro: ${numeroExato(p.meses)}`,
  carenciaDias: (p) => `Dias de carência: ${numeroExato(p.carenciaDias)}`,
  reserva: (p) => `Reserva sorteada: ${parteEmPorCento(p.reserva)}`,
  sementeReserva: (p) => `Semente da reserva: “${p.sementeReserva}”`,
};

function doPlanejamento(campo: string, antes: Planejamento, agora: Planejamento): string {
  const descrever = campo in PLANEJAMENTO ? PLANEJAMENTO[campo as keyof Planejamento] : null;
  if (descrever === null) return `O campo “planejamento.${campo}” mudou.`;
  return `${descrever(agora)}; no padrão, ${semSujeito(descrever(antes))}.`;
}

function classes(mapa: ClassesDoMapa | null): string {
  return mapa === null ? "calculadas na hora" : `as que começam em ${mapa.quebras.map(numeroExato).join("; ")} (${mapa.periodo})`;
}

function daDimensao([id = "", ...resto]: readonly string[], padrao: Metodo, metodo: Metodo, nomeDe: NomeDe): string[] {
  if (id === "#") {
    const nomes = new Map([...padrao.dimensoes, ...metodo.dimensoes].map((d) => [d.id, d.nome]));
    return daLista(padrao.dimensoes, metodo.dimensoes, (d) => nomes.get(d) ?? d, ["A dimensão", "As dimensões"], "do método");
  }
  const antes = padrao.dimensoes.find((d) => d.id === id);
  const agora = metodo.dimensoes.find((d) => d.id === id);
  // One that came or went whole is told by the list.
  if (antes === undefined || agora === undefined) return [];
  const [campo = "", indicador = "", ...dentro] = resto;
  switch (campo) {
    case "peso":
      return [`Peso de “${agora.nome}”: ${pesoDaDimensao(metodo, agora)}; no padrão, ${pesoDaDimensao(padrao, antes)}.`];
    case "nome":
      return [`A dimensão “${antes.nome}” chama-se “${agora.nome}”.`];
    case "i":
      if (indicador === "#") {
        return daLista(antes.indicadores, agora.indicadores, nomeDe, ["O indicador", "Os indicadores"], `da dimensão “${agora.nome}”`);
      }
      return doIndicador(indicador, dentro[0] ?? "", antes, agora, nomeDe);
    default:
      return [`O campo “${resto.join(".")}” da dimensão “${agora.nome}” mudou.`];
  }
}

function pesoDaDimensao({ dimensoes }: Metodo, { peso }: DimensaoDoMetodo): string {
  const soma = dimensoes.reduce((total, d) => total + d.peso, 0);
  return `${numeroExato(peso)} (${parteEmPorCento(soma === 0 ? 0 : peso / soma)} da nota)`;
}

function daLista(
  antes: readonly { readonly id: string }[],
  agora: readonly { readonly id: string }[],
  nomeDe: NomeDe,
  [singular, plural]: readonly [string, string],
  de: string,
): string[] {
  const quais = (lista: readonly { readonly id: string }[], fora: readonly { readonly id: string }[]): string[] =>
    lista.filter(({ id }) => fora.every((outro) => outro.id !== id)).map(({ id }) => `“${nomeDe(id)}”`);
  const sujeito = (nomes: readonly string[]): string => `${nomes.length === 1 ? singular : plural} ${joinPt(nomes)}`;
  const [novos, idos] = [quais(agora, antes), quais(antes, agora)];
  if (novos.length === 0 && idos.length === 0) return [`A ordem na lista ${de} é outra.`];
  return [
    ...(novos.length === 0 ? [] : [`${sujeito(novos)} ${novos.length === 1 ? "entrou" : "entraram"}: o padrão não ${novos.length === 1 ? "tem" : "os tem"} na lista ${de}.`]),
    ...(idos.length === 0 ? [] : [`${sujeito(idos)} ${idos.length === 1 ? "saiu" : "saíram"} da lista ${de}.`]),
  ];
}

function doIndicador(id: string, campo: string, naDimensaoAntes: DimensaoDoMetodo, naDimensao: DimensaoDoMetodo, nomeDe: NomeDe): string[] {
  const antes = naDimensaoAntes.indicadores.find((x) => x.id === id);
  const agora = naDimensao.indicadores.find((x) => x.id === id);
  if (antes === undefined || agora === undefined) return [];
  const nome = `“${nomeDe(id)}”`;
  const par = (sujeito: string, descrever: (x: IndicadorDoMetodo) => string): string[] => [
    `${sujeito} de ${nome}: ${descrever(agora)}; no padrão, ${descrever(antes)}.`,
  ];
  switch (campo) {
    case "peso":
      return [`Peso de ${nome} dentro de “${naDimensao.nome}”: ${pesoDoIndicador(naDimensao, agora)}; no padrão, ${pesoDoIndicador(naDimensaoAntes, antes)}.`];
    case "baliza":
      return par("Balizas", ({ baliza }) => balizaEmPalavras(baliza));
    case "tipo":
      return par("Tipo", ({ tipo }) => TIPO_ROTULO[tipo]);
    case "polaridade":
      return [`${nome} é lido no sentido contrário ao do padrão.`];
    case "validadeMeses":
      return par("Validade", ({ validadeMeses }) => `${numeroExato(validadeMeses)} meses`);
    case "multiplicador":
      return par("Multiplicador", ({ multiplicador }) => numeroExato(multiplicador ?? 1));
    default:
      return [`O campo “${campo}” de ${nome} mudou.`];
  }
}

function pesoDoIndicador({ indicadores }: DimensaoDoMetodo, { peso }: IndicadorDoMetodo): string {
  const soma = indicadores.reduce((total, x) => total + x.peso, 0);
  return `${numeroExato(peso)} (${parteEmPorCento(soma === 0 ? 0 : peso / soma)} da dimensão)`;
}

function balizaEmPalavras({ lo, hi, origem, fonte, periodo }: Baliza): string {
  return `de ${numeroExato(lo)} a ${numeroExato(hi)} (${ORIGEM_ROTULO[origem]}${periodo === null ? "" : ` ${periodo}`}: ${fonte})`;
}
