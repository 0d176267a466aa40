import type { CivilMonth } from "../civil-date.ts";
import { capitalize, count, formatNumber, formatPercent, joinPt } from "../format.ts";
import type { AlertasDoMes, CartaDaSerie } from "./avaliar.ts";
import { BASE_DENUNCIAS, ENOUGH_CASES, FDR, MEDIA_MINIMA, PORQUES_SEM_TESTE, type Esperado, type PorqueSemTeste, type Teste } from "./metodos.ts";

const MESES = ["janeiro", "fevereiro", "março", "abril", "maio", "junho", "julho", "agosto", "setembro", "outubro", "novembro", "dezembro"] as const;

/** "outubro de 2026". */
export function mesPorExtenso(mes: CivilMonth): string {
  return `${MESES[Number(mes.slice(5)) - 1] ?? mes} de ${mes.slice(0, 4)}`;
}

/** Whole counts inside the limits: one outside is out of the ordinary. */
export function faixaInteira({ inferior, superior }: Pick<Esperado, "inferior" | "superior">): { readonly de: number; readonly ate: number } {
  return { de: Math.ceil(inferior), ate: Math.floor(superior) };
}

/** "14 em outubro de 2026; o esperado era de 3 a 9". */
export function fraseDoMesDaSerie(observado: number, mes: CivilMonth, teste: Teste): string {
  const visto = `${formatNumber(observado)} em ${mesPorExtenso(mes)}`;
  if ("porque" in teste) return `${visto}; dados insuficientes para dizer o que se esperava (série ${PORQUE_SEM_TESTE[teste.porque]})`;
  const { de, ate } = faixaInteira(teste.esperado);
  return `${visto}; o esperado era ${de >= ate ? `de até ${formatNumber(ate)}` : `de ${formatNumber(de)} a ${formatNumber(ate)}`}`;
}

/** Why a series is not tested, after the word "série". */
const PORQUE_SEM_TESTE: Readonly<Record<PorqueSemTeste, string>> = {
  "serie-curta": "com meses anteriores de menos para este método",
  "poucas-denuncias": `com menos de ${BASE_DENUNCIAS} denúncias nos meses anteriores`,
  "poucas-esperadas": `com média menor do que ${MEDIA_MINIMA} denúncias por mês, pouco para este método`,
  "sem-variacao": "com meses anteriores todos iguais",
  "poucas-recentes": `com menos de ${ENOUGH_CASES.cases} denúncias nos últimos ${ENOUGH_CASES.points} meses`,
  "modelo-nao-fechou": "em que o modelo não se ajusta aos meses anteriores",
};

/** What the month says, with the alarms that chance alone would give with so many series. */
export function fraseDosAlertas({ testadas, alarmes, acaso, ficam }: AlertasDoMes, mes: CivilMonth): string {
  const quando = mesPorExtenso(mes);
  if (testadas === 0) return `Nenhuma série pôde ser testada em ${quando}.`;
  const n = alarmes.length;
  const series = count(testadas, "série testada", "séries testadas", "f");
  const inicio = n === 0 ? `Nenhum alerta em ${quando}, em ${series}` : `${count(n, "alerta", "alertas")} em ${quando}, em ${series}`;
  const chance =
    acaso === null
      ? ". Este método não diz quantos alertas o acaso daria"
      : `. Só o acaso daria ${acaso < 0.05 ? "quase nenhum" : `cerca de ${formatNumber(acaso, 1)}`} com tantas séries`;
  const fica =
    n === 0 || ficam === null
      ? ""
      : ficam === 0
        ? `; nenhum continua depois da correção para muitas séries`
        : `; ${ficam === n ? (n === 1 ? "ele continua" : "todos continuam") : count(ficam, "continua", "continuam")} depois da correção para muitas séries (entre os que continuam, espera-se no máximo ${formatPercent(FDR * 100, 0)} de falsos)`;
  return `${inicio}${chance}${fica}.`;
}

/** "Dados insuficientes em 51 séries: 40 com menos de 5 denúncias … e 11 com …." or nothing. */
export function fraseSemTeste({ semTeste }: Pick<AlertasDoMes, "semTeste">): string {
  const partes = PORQUES_SEM_TESTE.filter((porque) => semTeste[porque] > 0);
  const total = partes.reduce((sum, porque) => sum + semTeste[porque], 0);
  if (total === 0) return "";
  const series = `Dados insuficientes em ${count(total, "série", "séries", "f")}`;
  const [unica] = partes;
  if (unica !== undefined && partes.length === 1) return `${series} ${PORQUE_SEM_TESTE[unica]}.`;
  return `${series}: ${joinPt(partes.map((porque) => `${formatNumber(semTeste[porque])} ${PORQUE_SEM_TESTE[porque]}`))}.`;
}

/** What the series has done of late, in one or two sentences; "" when there is nothing to say. */
export function fraseDaCarta({ corridas, tendencia }: Pick<CartaDaSerie, "corridas" | "tendencia">): string {
  const frases: string[] = [];
  if (tendencia === "rising") frases.push("nos últimos cinco semestres, a taxa vem subindo");
  if (tendencia === "falling") frases.push("nos últimos cinco semestres, a taxa vem caindo");
  if (tendencia === "none") frases.push("nos últimos cinco semestres, a taxa não mostra subida nem queda firme");
  if (corridas !== null && corridas.signal) {
    frases.push(
      corridas.longest > corridas.longestAllowed
        ? `houve ${formatNumber(corridas.longest)} meses seguidos do mesmo lado da mediana, mais do que o acaso costuma dar (${formatNumber(corridas.longestAllowed)}): o nível pode ter mudado`
        : "os meses cruzam a mediana menos vezes do que o acaso costuma dar: o nível pode ter mudado",
    );
  }
  return frases.map((frase) => `${capitalize(frase)}.`).join(" ");
}
