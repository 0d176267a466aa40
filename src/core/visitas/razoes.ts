import { insertionFinder, type Insertions } from "../routing/insertion.ts";
import type { RoutePlan, RouteProblem } from "../routing/problem.ts";
import { MINUTOS_DO_DIA } from "./distancias.ts";
import { isDaCota } from "./grupos.ts";
import type { Montagem, ProblemaDaBase } from "./montar.ts";
import type { MotivoDentro, MotivoFora, MunicipioDoPlano } from "./plano.ts";

/** Travel a stop may add to be "on the way": a quarter of a day. */
const NO_CAMINHO_MINUTOS = MINUTOS_DO_DIA / 4;

/** Codes by V, the highest first; ties by code. Those without V are not in it. */
export function ordemPorValor(municipios: readonly Pick<MunicipioDoPlano, "codigo" | "valor">[]): number[] {
  return municipios
    .filter(({ valor }) => valor !== null)
    .sort((a, b) => (b.valor ?? 0) - (a.valor ?? 0) || a.codigo - b.codigo)
    .map(({ codigo }) => codigo);
}

/**
 * Why each planned municipality is in: a demand first (required, fixed date,
 * lock, draw); then a position by V that the number of visits would have reached
 * anyway; then a quota met with none to spare; then hardly any travel of its own;
 * then the twelve months.
 */
export function motivosDentro(montagem: Montagem, rotas: readonly RoutePlan[], planejados: ReadonlySet<number>): Map<number, MotivoDentro> {
  const { entrada, bases, porCodigo, dozeMeses } = montagem;
  const { ajustes } = entrada;
  const posicao = new Map(ordemPorValor(entrada.municipios).map((codigo, i) => [codigo, i + 1]));
  const travas = new Map(ajustes.travas.filter(({ tipo }) => tipo === "dentro").map((trava) => [trava.codigo, trava]));
  const naViagemTravada = new Set(ajustes.viagensTravadas.flatMap(({ municipios }) => municipios));
  const reserva = new Set(entrada.reserva);
  const justas = ajustes.cotas.flatMap((cota, i) => {
    const tem = entrada.municipios.filter((municipio) => planejados.has(municipio.codigo) && isDaCota(cota, municipio)).length;
    return tem <= cota.minimo ? [{ cota, i }] : [];
  });
  const motivo = (codigo: number, base: ProblemaDaBase, antes: number, stop: number, depois: number): MotivoDentro => {
    const municipio = porCodigo.get(codigo);
    if (municipio?.exigido === true) return { tipo: "exigido" };
    const trava = travas.get(codigo);
    if (trava?.data !== undefined) return { tipo: "data-marcada", data: trava.data };
    if (trava !== undefined || naViagemTravada.has(codigo)) return { tipo: "travado" };
    if (reserva.has(codigo)) return { tipo: "reserva" };
    const lugar = posicao.get(codigo);
    if (lugar !== undefined && lugar <= planejados.size) return { tipo: "prioridade", posicao: lugar };
    const justa = municipio === undefined ? undefined : justas.find(({ cota }) => isDaCota(cota, municipio));
    if (justa !== undefined) return { tipo: "cota", cota: justa.i };
    const estrada = aMais(base.problema, antes, stop + 2, depois);
    if (dozeMeses.has(codigo) && estrada > NO_CAMINHO_MINUTOS) return { tipo: "doze-meses" };
    return { tipo: "caminho", diasAMais: emDias(estrada + (base.problema.service[stop] ?? 0)) };
  };
  const motivos = new Map<number, MotivoDentro>();
  rotas.forEach((rota, b) => {
    const base = bases[b];
    if (base === undefined) return;
    for (const { stops } of rota.tours) {
      stops.forEach((stop, i) => {
        const codigo = base.codigos[stop] ?? 0;
        const [antes, depois] = [stops[i - 1], stops[i + 1]];
        motivos.set(codigo, motivo(codigo, base, antes === undefined ? 0 : antes + 2, stop, depois === undefined ? 1 : depois + 2));
      });
    }
  });
  return motivos;
}

/** Reasons of the stops a route leaves out: long to find, and asked again for every base while one of them is searched. */
const sabidas = new WeakMap<RoutePlan, ReadonlyMap<number, MotivoFora>>();

/** Why each other municipality is not in, by code. */
export function motivosFora({ entrada, bases, fora }: Montagem, rotas: readonly RoutePlan[], planejados: ReadonlySet<number>): { readonly codigo: number; readonly motivo: MotivoFora }[] {
  const valores = new Map(entrada.municipios.map(({ codigo, valor }) => [codigo, valor]));
  const daRota = rotas.map((rota, b) => {
    const base = bases[b];
    if (base === undefined) throw new RangeError(`there is no base ${b}`);
    let motivos = sabidas.get(rota);
    if (motivos === undefined) {
      motivos = motivosDaRota(base, rota, valores);
      sabidas.set(rota, motivos);
    }
    return motivos;
  });
  const deParada = new Map(daRota.flatMap((motivos) => [...motivos]));
  return entrada.municipios
    .filter(({ codigo }) => !planejados.has(codigo))
    .map(({ codigo }) => ({ codigo, motivo: fora.get(codigo) ?? deParada.get(codigo) ?? { tipo: "sem-dia" } }));
}

function motivosDaRota(base: ProblemaDaBase, rota: RoutePlan, valores: ReadonlyMap<number, number | null>): Map<number, MotivoFora> {
  const dentro = new Set(rota.tours.flatMap(({ stops }) => stops));
  const lugar = insertionFinder(base.problema, rota);
  return new Map(base.codigos.flatMap((codigo, stop) => (dentro.has(stop) ? [] : [[codigo, motivoDaParada(base, lugar, stop, valores.get(codigo) ?? null)] as const])));
}

function motivoDaParada({ problema, codigos }: ProblemaDaBase, lugar: (stop: number) => Insertions, stop: number, valor: number | null): MotivoFora {
  if (valor === null && !temPontos(problema, stop)) return { tipo: "sem-nota" };
  const { within, beyond } = lugar(stop);
  if (within !== null) {
    if (within.change <= 0) return { tipo: "nao-compensa", km: decimos(within.km) };
    return { tipo: "nao-cabe", dias: emDias(within.time), tiraria: [], saldo: decimos(within.change) };
  }
  if (beyond === null || (beyond.wouldPushOut.length === 0 && (problema.windows[stop] ?? null) !== null)) return { tipo: "sem-dia" };
  return {
    tipo: "nao-cabe",
    dias: emDias(beyond.time),
    tiraria: beyond.wouldPushOut.flatMap((outra) => codigos[outra] ?? []),
    saldo: decimos(beyond.change),
  };
}

function temPontos({ gain, periods, stops }: RouteProblem, stop: number): boolean {
  return Array.from({ length: periods }, (_, p) => gain[p * stops + stop] ?? 0).some((ponto) => ponto > 0);
}

/** Minutes of travel that going from `a` to `b` by `lugar` adds. */
function aMais({ time, stops }: RouteProblem, a: number, lugar: number, b: number): number {
  const n = stops + 2;
  const t = (i: number, j: number): number => time[i * n + j] ?? 0;
  return Math.max(0, t(a, lugar) + t(lugar, b) - t(a, b));
}

function emDias(minutos: number): number {
  return Math.round((minutos / MINUTOS_DO_DIA) * 100) / 100;
}

function decimos(valor: number): number {
  return Math.round(valor * 10) / 10;
}
