import { AUSENCIA_ROTULO, isValor } from "./absence.ts";
import type { Celula } from "./absence.ts";
import type { MapAbsence, MapClass, MapLayer, Ramp } from "./map-layer.ts";

/** Prints a class limit; the same function that prints the values themselves. */
export type FormatLimit = (valor: number) => string;

/**
 * Classes with about the same number of values each. Limits fall between two
 * neighbouring values, on the roundest number there, so that counts are those of
 * the quantiles and labels stay readable. Ties never split: equal values share a
 * class. Fewer distinct values than `k` give one class per value, labelled with
 * the value alone; no value gives no class. Non-finite values are refused.
 * @param k number of classes wanted, at least 1.
 * @throws RangeError for a `k` below 1 or a value that is not finite.
 */
export function quantileClasses(valores: readonly number[], k: number, format: FormatLimit): MapClass[] {
  if (!Number.isInteger(k) || k < 1) throw new RangeError(`number of classes must be a whole number ≥ 1, got ${k}`);
  const ordenados = sorted(valores);
  const distintos = ordenados.filter((v, i) => i === 0 || v !== ordenados[i - 1]);
  if (distintos.length <= k) return valueClasses(distintos, ordenados, format);
  const limites = quantileLimits(ordenados, k, format);
  const fim = at(ordenados, ordenados.length - 1);
  return assemble([at(ordenados, 0), ...limites], fim, ordenados, (min, max, posicao) =>
    posicao === "ultima" ? closedLabel(min, max, format) : `${format(min)} a menos de ${format(max)}`,
  );
}

/**
 * Classes that start at the given limits: `[20, 40]` makes "20 a menos de 40" and
 * "40 ou mais", preceded by "menos de 20" when some value is below the first
 * limit. Empty classes stay, so that a colour means the same on every map.
 * @param limites lower limits, strictly increasing, at least one.
 * @throws RangeError for limits out of order or a value that is not finite.
 */
export function fixedClasses(
  valores: readonly number[],
  limites: readonly number[],
  format: FormatLimit,
): MapClass[] {
  const [primeiro] = limites;
  if (primeiro === undefined) throw new RangeError("fixed classes need at least one limit");
  for (let i = 1; i < limites.length; i += 1)
    if (at(limites, i) <= at(limites, i - 1)) throw new RangeError(`limits must increase: ${limites.join(", ")}`);
  const ordenados = sorted(valores);
  const menor = ordenados[0];
  const abaixo = menor !== undefined && menor < primeiro;
  const inicios = abaixo ? [menor, ...limites] : limites;
  const fim = Math.max(ordenados.at(-1) ?? primeiro, at(limites, limites.length - 1));
  return assemble(inicios, fim, ordenados, (min, max, posicao) => {
    if (posicao === "ultima") return `${format(min)} ou mais`;
    if (posicao === "primeira" && abaixo) return `menos de ${format(max)}`;
    return `${format(min)} a menos de ${format(max)}`;
  });
}

/**
 * Classes frozen earlier, perhaps on other figures: as many as there are limits,
 * whatever the values. Below the first limit is the first class; the last has no end.
 * @param inicios lower limits, strictly increasing, at least one
 * @throws RangeError for limits out of order or a value that is not finite.
 */
export function frozenClasses(valores: readonly number[], inicios: readonly number[], format: FormatLimit): MapClass[] {
  if (inicios.length < 2) throw new RangeError("frozen classes need at least two limits");
  for (let i = 1; i < inicios.length; i += 1)
    if (at(inicios, i) <= at(inicios, i - 1)) throw new RangeError(`limits must increase: ${inicios.join(", ")}`);
  const ordenados = sorted(valores);
  const menor = Math.min(ordenados[0] ?? at(inicios, 0), at(inicios, 0));
  const fim = Math.max(ordenados.at(-1) ?? menor, at(inicios, inicios.length - 1));
  return assemble([menor, ...inicios.slice(1)], fim, ordenados, (min, max, posicao) => {
    if (posicao === "ultima") return `${format(min)} ou mais`;
    return posicao === "primeira" ? `menos de ${format(max)}` : `${format(min)} a menos de ${format(max)}`;
  });
}

/** Index of the class that holds the value; −1 when none does. */
export function classIndex(classes: readonly MapClass[], valor: number): number {
  const ultima = classes.length - 1;
  for (let i = 0; i <= ultima; i += 1) {
    const { min, max } = at(classes, i);
    if (valor >= min && (valor < max || (i === ultima && valor === max))) return i;
  }
  return -1;
}

/**
 * What the map draws, from the cells of each municipality. Counts are taken from
 * the cells themselves, so that the legend counts what is on the map.
 * @throws RangeError when a value fits none of the classes.
 */
export function buildLayer(entrada: {
  readonly titulo: string;
  readonly unidade: string;
  readonly ramp: Ramp;
  readonly celulas: ReadonlyMap<number, Celula>;
  readonly classes: readonly MapClass[];
  /** `MapLayer.nota`. */
  readonly nota?: string;
}): MapLayer {
  const { celulas, ...resto } = entrada;
  return assignLayer({
    ...resto,
    lugares: new Map(
      [...celulas].map(([codigo, celula]): [number, number | MapAbsence] => {
        if (!isValor(celula)) return [codigo, celula.ausencia];
        const indice = classIndex(entrada.classes, celula.valor);
        if (indice < 0) throw new RangeError(`value ${celula.valor} of ${codigo} fits no class of “${entrada.titulo}”`);
        return [codigo, indice];
      }),
    ),
  });
}

/**
 * What the map draws, from the class or the absence of each municipality; counts
 * are taken from them, whatever the classes came with.
 * @throws RangeError for a class that is not there.
 */
export function assignLayer(
  entrada: Pick<MapLayer, "titulo" | "unidade" | "ramp" | "classes" | "nota" | "eixos"> & {
    readonly lugares: ReadonlyMap<number, number | MapAbsence>;
  },
): MapLayer {
  const { lugares, ...resto } = entrada;
  const classe = new Map<number, number>();
  const ausencia = new Map<number, MapAbsence>();
  const contagens = entrada.classes.map(() => 0);
  const faltas = new Map<MapAbsence, number>();
  for (const [codigo, lugar] of lugares) {
    if (typeof lugar === "string") {
      ausencia.set(codigo, lugar);
      faltas.set(lugar, (faltas.get(lugar) ?? 0) + 1);
      continue;
    }
    const antes = contagens[lugar];
    if (antes === undefined) throw new RangeError(`${codigo} is in class ${lugar} of ${contagens.length} of “${entrada.titulo}”`);
    classe.set(codigo, lugar);
    contagens[lugar] = antes + 1;
  }
  return {
    ...resto,
    classes: entrada.classes.map((c, i) => ({ ...c, contagem: contagens[i] ?? 0 })),
    classe,
    ausencia,
    ausencias: AUSENCIAS.flatMap((a) => {
      const contagem = faltas.get(a);
      return contagem === undefined ? [] : [{ ausencia: a, contagem }];
    }),
  };
}

/** Below this probability of the likeliest class, a municipality's class is uncertain. */
export const CERTAIN_FROM = 0.6;

/** What the legend, the card and the picture call an uncertain class. */
export const INCERTA_ROTULO = "classe incerta: nenhuma faixa reúne 60% dos sorteios";

/**
 * The layer with its uncertain classes marked.
 * @param chance probability of the municipality's likeliest class, 0–1; null when not known, which marks nothing.
 */
export function withUncertain(layer: MapLayer, chance: (codigo: number) => number | null): MapLayer {
  const incertas = new Set([...layer.classe.keys()].filter((codigo) => (chance(codigo) ?? 1) < CERTAIN_FROM));
  return { ...layer, incertas };
}

/** Absences in the order legends show them. */
export const AUSENCIAS: readonly MapAbsence[] = [
  "sem-dado",
  "nao-publicado",
  "dados-insuficientes",
  "sem-registro",
  "oculto",
  "nao-carregado",
  "nao-comparado",
];

/** Words of each absence on a map. */
export const MAP_ABSENCE_LABEL: Readonly<Record<MapAbsence, string>> = {
  ...AUSENCIA_ROTULO,
  "nao-comparado": "não comparado: sem vizinho com dado",
};

type Posicao = "primeira" | "meio" | "ultima";

function assemble(
  inicios: readonly number[],
  fim: number,
  ordenados: readonly number[],
  rotulo: (min: number, max: number, posicao: Posicao) => string,
): MapClass[] {
  return inicios.map((min, i) => {
    const ultima = i === inicios.length - 1;
    const max = ultima ? fim : at(inicios, i + 1);
    const contagem = ordenados.filter((v) => v >= min && (ultima || v < max)).length;
    return { min, max, rotulo: rotulo(min, max, ultima ? "ultima" : i === 0 ? "primeira" : "meio"), contagem };
  });
}

function valueClasses(distintos: readonly number[], ordenados: readonly number[], format: FormatLimit): MapClass[] {
  return distintos.map((valor, i) => ({
    min: valor,
    max: distintos[i + 1] ?? valor,
    rotulo: format(valor),
    contagem: ordenados.filter((v) => v === valor).length,
  }));
}

function closedLabel(min: number, max: number, format: FormatLimit): string {
  return format(min) === format(max) ? format(min) : `${format(min)} a ${format(max)}`;
}

/**
 * Limits between classes: each class takes its share of what is left, so that a
 * large tie (many zeros) gets one class and the others share the rest evenly.
 * Limits that would print alike are passed over.
 */
function quantileLimits(ordenados: readonly number[], k: number, format: FormatLimit): number[] {
  const cortes = ordenados.flatMap((v, i) => (i > 0 && v !== ordenados[i - 1] ? [i] : []));
  const limites: number[] = [];
  let inicio = 0;
  let ultimoRotulo = format(at(ordenados, 0));
  for (let restam = k; restam > 1; restam -= 1) {
    const alvo = inicio + (ordenados.length - inicio) / restam;
    // Outwards from the cut nearest to the share wanted; the first that prints apart is it.
    let acima = cortes.findIndex((corte) => corte >= alvo);
    if (acima < 0) acima = cortes.length;
    let abaixo = acima - 1;
    let melhor: { corte: number; limite: number } | null = null;
    while (melhor === null && (abaixo >= 0 || acima < cortes.length)) {
      const esquerda = cortes[abaixo];
      const direita = cortes[acima];
      const corte = direita === undefined || (esquerda !== undefined && alvo - esquerda <= direita - alvo) ? esquerda : direita;
      if (corte === undefined) break;
      if (corte === esquerda) abaixo -= 1;
      else acima += 1;
      if (corte <= inicio) continue;
      const limite = roundest(at(ordenados, corte - 1), at(ordenados, corte));
      if (format(limite) !== ultimoRotulo) melhor = { corte, limite };
    }
    if (melhor === null) return limites;
    limites.push(melhor.limite);
    inicio = melhor.corte;
    ultimoRotulo = format(melhor.limite);
  }
  return limites;
}

/** The roundest number greater than `acimaDe` and not greater than `ate`. */
function roundest(acimaDe: number, ate: number): number {
  const maior = Math.ceil(Math.log10(Math.max(Math.abs(acimaDe), Math.abs(ate), Number.MIN_VALUE)));
  for (let expoente = maior; expoente > maior - 15; expoente -= 1)
    for (const passo of [10 ** expoente, 5 * 10 ** (expoente - 1)]) {
      const candidato = Number((Math.floor(ate / passo) * passo).toPrecision(14));
      if (candidato > acimaDe && candidato <= ate) return candidato;
    }
  return ate;
}

function sorted(valores: readonly number[]): number[] {
  for (const v of valores) if (!Number.isFinite(v)) throw new RangeError(`classes need finite values, got ${v}`);
  return [...valores].sort((a, b) => a - b);
}

function at<T>(lista: readonly T[], i: number): T {
  const item = lista[i];
  if (item === undefined) throw new RangeError(`no item ${i} in a list of ${lista.length}`);
  return item;
}
