import type { CivilDate } from "../../../core/civil-date.ts";
import { count, formatDate, formatNumber } from "../../../core/format.ts";
import type { MinimoAnual, RegraDoMinimo } from "../../../core/pacto/index.ts";
import type { LinhaDaCurva } from "./linhas.ts";

export const REGRA_ROTULO: Readonly<Record<RegraDoMinimo, string>> = {
  qualquer: "Qualquer das duas formas",
  "no-local": "Só no local",
  "por-dados": "Só por dados",
  ambos: "As duas formas",
};

/** What the rule counts, inside a sentence. */
export const REGRA_NA_FRASE: Readonly<Record<RegraDoMinimo, string>> = {
  qualquer: "no local ou por dados",
  "no-local": "no local",
  "por-dados": "por dados",
  ambos: "no local e por dados",
};

/** "monitoramento conta no local ou por dados": the choice, for the head of exports. */
export function regraEmPalavras(regra: RegraDoMinimo): string {
  return `monitoramento que conta: ${REGRA_NA_FRASE[regra]} (escolha de quem usa; a norma não diz)`;
}

const SEM_REGISTRO: Readonly<Record<RegraDoMinimo, readonly [string, string]>> = {
  qualquer: ["nunca teve monitoramento no registro", "nunca tiveram monitoramento no registro"],
  "no-local": ["nunca teve monitoramento no local no registro", "nunca tiveram monitoramento no local no registro"],
  "por-dados": ["nunca teve monitoramento por dados no registro", "nunca tiveram monitoramento por dados no registro"],
  ambos: ["não tem as duas formas no registro", "não têm as duas formas no registro"],
};

type Contado = Pick<MinimoAnual, "municipios" | "porEstado">;

/**
 * "37 dos 142 municípios passaram do prazo do monitoramento anual (no local ou por
 * dados) em 31/10/2026; 4 nunca tiveram monitoramento no registro."
 * @param lugar the filters of place, from `lugarNaFrase`
 */
export function fraseDoMinimo({ municipios, porEstado }: Contado, regra: RegraDoMinimo, hoje: CivilDate, lugar: string): string {
  if (municipios === 0) return "Nenhum município corresponde aos filtros de região e porte.";
  const { vencido } = porEstado;
  const nunca = porEstado["sem-registro"];
  const prazo = `prazo do monitoramento anual (${REGRA_NA_FRASE[regra]})`;
  const em = `em ${formatDate(hoje)}`;
  const [teve, tiveram] = SEM_REGISTRO[regra];
  if (municipios === 1) {
    const como = vencido === 1 ? `passou do ${prazo} ${em}` : nunca === 1 ? `${teve} até ${formatDate(hoje)}` : `está no ${prazo} ${em}`;
    return `O único município${lugar} ${como}.`;
  }
  const todos = formatNumber(municipios);
  if (vencido === 0 && nunca === 0) return `Todos os ${todos} municípios${lugar} estão no ${prazo} ${em}.`;
  const passaram = vencido === 0 ? "Nenhum" : formatNumber(vencido);
  const verbo = vencido > 1 ? "passaram" : "passou";
  const resto = nunca === 0 ? "" : `; ${formatNumber(nunca)} ${nunca === 1 ? teve : tiveram}`;
  return `${passaram} dos ${todos} municípios${lugar} ${verbo} do ${prazo} ${em}${resto}.`;
}

/** Sentence of the curve: the last share, the highest and the lowest. */
export function leituraDaCurva(linhas: readonly LinhaDaCurva[], regra: RegraDoMinimo): string {
  const ultima = linhas.at(-1);
  if (ultima === undefined) return "O registro ainda não tem doze meses: não há curva para mostrar.";
  const valor = (linha: LinhaDaCurva): number => linha.emDia[regra];
  const maior = linhas.reduce((a, b) => (valor(b) > valor(a) ? b : a));
  const menor = linhas.reduce((a, b) => (valor(b) < valor(a) ? b : a));
  const de = `de ${count(ultima.municipios, "município", "municípios")}`;
  const agora = `Em ${formatDate(ultima.dia)}, ${formatNumber(valor(ultima))} ${de} estavam no prazo (${REGRA_NA_FRASE[regra]})`;
  return linhas.length === 1 ? `${agora}.` : `${agora}; o máximo foi ${formatNumber(valor(maior))} em ${formatDate(maior.dia)} e o mínimo, ${formatNumber(valor(menor))} em ${formatDate(menor.dia)}.`;
}
