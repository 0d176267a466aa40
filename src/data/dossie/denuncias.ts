import { addMonths, type CivilDate, monthOf } from "../../core/civil-date.ts";
import { ESTADOS, type EstadoDoCaso } from "../../core/denuncias/reproducao.ts";
import type { DenunciasDoMunicipio } from "../../core/dossie/entrada.ts";
import { ajustesDe } from "../denuncias/ajustes.ts";
import { type PecasDoApoio, TODOS_OS_CASOS } from "../denuncias/apoio-do-indice.ts";
import { parseDenunciasDoTerritorio } from "../denuncias/padrao.ts";
import type { AjustesDoRelogio, ApoioPedido, LinhaDaFila, SerieMensal } from "../denuncias/perguntas.ts";
import type { RelogioDaAba } from "../denuncias/relogio-aba.ts";
import { nextTask } from "../next-task.ts";

/** Months of registration counted, the reference month included. */
const MESES = 12;
/** Open cases read at a time: a list of them all would hold the page while it is handed over. */
const PAGINA = 1_000;

/** Adjustments the page of complaints opens with: both ways of counting, the nearer day urgent. */
export function ajustesDoDossie({ padrao, territorio, hoje, inicio }: PecasDoApoio): AjustesDoRelogio {
  return ajustesDe({
    estado: { regra: null, facultativosUteis: false },
    doTerritorio: parseDenunciasDoTerritorio(padrao),
    uf: territorio.uf,
    sede: territorio.base,
    hoje,
    inicio,
    doUsuario: [],
  });
}

/**
 * Complaints of all municipalities by stage, asked of the tab's clock in a few questions. Rejects
 * with `EngineError`, or the signal's reason.
 */
export async function lerDenunciasDosMunicipios(
  relogio: Pick<RelogioDaAba, "perguntar">,
  pecas: PecasDoApoio,
  signal: AbortSignal,
): Promise<ReadonlyMap<number, DenunciasDoMunicipio>> {
  const ajustes = ajustesDoDossie(pecas);
  const filtro = TODOS_OS_CASOS;
  const series = (await relogio.perguntar(ajustes, "series", { filtro }, signal)).resposta;
  const apoio = (await relogio.perguntar(ajustes, "apoio", { filtro }, signal)).resposta;
  const abertos: LinhaDaFila[] = [];
  for (let salto = 0; ; salto += PAGINA) {
    const { total, linhas } = (await relogio.perguntar(ajustes, "fila", { filtro, ordem: "registro", salto, limite: PAGINA }, signal)).resposta;
    abertos.push(...linhas);
    if (linhas.length === 0 || abertos.length >= total) break;
    await nextTask();
  }
  return juntarDenuncias(series, apoio, abertos, pecas.hoje);
}

/** The answers by municipality; one with a case at any time is there. */
export function juntarDenuncias(series: SerieMensal, apoio: readonly ApoioPedido[], abertos: readonly LinhaDaFila[], hoje: CivilDate): ReadonlyMap<number, DenunciasDoMunicipio> {
  const [desde, ate] = [monthOf(addMonths(hoje, 1 - MESES)), monthOf(hoje)];
  const registradas = new Map<number, number>();
  const n = series.meses.length;
  for (const [g, { municipio }] of series.grupos.entries()) {
    let soma = registradas.get(municipio) ?? 0;
    for (const [m, mes] of series.meses.entries()) if (mes >= desde && mes <= ate) soma += series.contagens[g * n + m] ?? 0;
    registradas.set(municipio, soma);
  }
  const porEstado = new Map<number, Map<EstadoDoCaso, number>>();
  const vencidas = new Map<number, number>();
  const esperam = new Map<number, number>();
  const somar = (mapa: Map<number, number>, codigo: number): void => void mapa.set(codigo, (mapa.get(codigo) ?? 0) + 1);
  for (const { municipio, estado, espera, prazo } of abertos) {
    const estados = porEstado.get(municipio) ?? new Map<EstadoDoCaso, number>();
    estados.set(estado, (estados.get(estado) ?? 0) + 1);
    porEstado.set(municipio, estados);
    if (prazo?.estado === "vencido") somar(vencidas, municipio);
    if (espera === "municipio") somar(esperam, municipio);
  }
  const dificuldades = new Map(apoio.map((pedido) => [pedido.municipio, pedido.dificuldades]));
  return new Map(
    [...new Set([...registradas.keys(), ...porEstado.keys(), ...dificuldades.keys()])].map((codigo) => [
      codigo,
      {
        registradas: registradas.get(codigo) ?? 0,
        abertas: ESTADOS.flatMap((estado) => {
          const casos = porEstado.get(codigo)?.get(estado) ?? 0;
          return casos === 0 ? [] : [{ estado, casos }];
        }),
        vencidas: vencidas.get(codigo) ?? 0,
        esperamMunicipio: esperam.get(codigo) ?? 0,
        dificuldades: dificuldades.get(codigo) ?? 0,
      },
    ]),
  );
}
