import { addMonths, type CivilDate } from "../../core/civil-date.ts";
import { MESES_DO_APOIO } from "../../core/dossie/apoio.ts";
import type { ApoioPorEstrategia, DemonstracaoDoDossie, FiguraAnterior, PecasDosDossies } from "../../core/dossie/entrada.ts";
import { indicadoresDoMetodo, type Metodo } from "../../core/metodo/method.ts";
import type { Registro } from "../../core/mescla/index.ts";
import { planosDosRegistros, type PlanoContado } from "../../core/planos/index.ts";
import type { Territorio } from "../../core/territorio.ts";
import { relogioDaSessao, type RelogioDaAba } from "../denuncias/relogio-aba.ts";
import { parseDenunciasDoTerritorio } from "../denuncias/padrao.ts";
import { hojeDe } from "../denuncias/hoje.ts";
import { contarEmTurnos } from "../planos/contar.ts";
import { lerPlanos } from "../planos/ler.ts";
import { apoioPorEstrategia, figurasAnteriores } from "../queries/dossie-colunas.ts";
import type { Session } from "../session/session.ts";
import type { ExtractSummary } from "../snapshot/snapshot.ts";
import { lerDenunciasDosMunicipios } from "./denuncias.ts";

/** What the dossiers ask of the engine, beside the figures the page already has. */
export type LidoParaOsDossies = Pick<PecasDosDossies, "anteriores" | "apoio" | "planos" | "denuncias" | "normaDasDenuncias" | "demonstracao">;

export interface PedidoDosDossies {
  readonly territorio: Pick<Territorio, "uf" | "base" | "normas">;
  readonly metodo: Metodo;
  readonly codigos: readonly number[];
  readonly dataReferencia: CivilDate;
  /** The user's own plans, kept in the browser. */
  readonly registros: readonly Registro[];
  /** Day they are checked by. */
  readonly diaDoTrabalho: CivilDate;
  /** Reads the territory's `denuncias.json`; called only where there are complaints. */
  readonly lerPadrao: () => Promise<unknown>;
  /** The clock of the session; for tests. */
  readonly relogio?: Pick<RelogioDaAba, "perguntar">;
}

/**
 * Reads what the dossiers of all municipalities need, in a handful of questions however many
 * they are. An extract that is not there is null. Rejects with `EngineError`, or the
 * signal's reason.
 */
export async function carregarDossies(session: Session, pedido: PedidoDosDossies, signal: AbortSignal): Promise<LidoParaOsDossies> {
  const extratos = session.extracts();
  const extrato = (id: ExtractSummary["id"]): ExtractSummary | undefined => extratos.find((cada) => cada.id === id && cada.linhas > 0);
  const { dataReferencia } = pedido;
  const [doApoio, dosPlanos, denuncias] = [extrato("apoios"), extrato("planos"), extrato("denuncias")];
  const anteriores = await lerAnteriores(session, pedido.metodo);
  signal.throwIfAborted();
  const apoio = doApoio === undefined ? null : await lerApoio(session, dataReferencia);
  signal.throwIfAborted();
  const planos = await lerOsPlanos(session, dosPlanos, pedido, signal);
  const padrao = denuncias === undefined ? null : await pedido.lerPadrao();
  const norma = padrao === null ? null : parseDenunciasDoTerritorio(padrao).norma;
  const dasDenuncias =
    denuncias === undefined
      ? null
      : await lerDenunciasDosMunicipios(
          pedido.relogio ?? relogioDaSessao(session),
          { padrao, territorio: pedido.territorio, hoje: hojeDe({ em: null, doComputador: null }, extratos, dataReferencia), inicio: denuncias.inicio },
          signal,
        );
  const demonstracao: DemonstracaoDoDossie = {
    indicadores: extrato("indicadores")?.demonstracao ?? false,
    apoio: doApoio?.demonstracao ?? false,
    planos: planos.demonstracao,
    denuncias: denuncias?.demonstracao ?? false,
  };
  return { anteriores, apoio, planos: planos.planos, denuncias: dasDenuncias, normaDasDenuncias: pedido.territorio.normas.find(({ id }) => id === norma)?.nomeCurto ?? null, demonstracao };
}

async function lerAnteriores(session: Session, metodo: Metodo): Promise<ReadonlyMap<string, ReadonlyMap<number, FiguraAnterior>>> {
  const { rows } = await session.ask(figurasAnteriores, { indicadores: indicadoresDoMetodo(metodo).map(({ id }) => id) });
  const mapa = new Map<string, Map<number, FiguraAnterior>>();
  for (const { indicador, codigo, periodo, valor } of rows) {
    const doIndicador = mapa.get(indicador) ?? new Map<number, FiguraAnterior>();
    mapa.set(indicador, doIndicador);
    doIndicador.set(codigo, { periodo, valor });
  }
  return mapa;
}

async function lerApoio(session: Session, em: CivilDate): Promise<ReadonlyMap<number, readonly ApoioPorEstrategia[]>> {
  const { rows } = await session.ask(apoioPorEstrategia, { apos: addMonths(em, -MESES_DO_APOIO), em });
  const mapa = new Map<number, ApoioPorEstrategia[]>();
  for (const { codigo, ...linha } of rows) {
    const daqui = mapa.get(codigo);
    if (daqui === undefined) mapa.set(codigo, [linha]);
    else daqui.push(linha);
  }
  return mapa;
}

/** As the page of plans: the user's stand apart from the demonstration, which is then left aside, and beside official ones. */
async function lerOsPlanos(
  session: Session,
  extrato: ExtractSummary | undefined,
  { registros, codigos, dataReferencia, diaDoTrabalho }: PedidoDosDossies,
  signal: AbortSignal,
): Promise<{ readonly planos: readonly PlanoContado[] | null; readonly demonstracao: boolean }> {
  const doTrabalho = planosDosRegistros(registros);
  const temTrabalho = doTrabalho.planos.length > 0;
  if (extrato === undefined && !temTrabalho) return { planos: null, demonstracao: false };
  const doExtrato = extrato === undefined || (extrato.demonstracao && temTrabalho) ? null : await lerPlanos(session);
  signal.throwIfAborted();
  const montados = [...(doExtrato === null ? [] : [doExtrato]), doTrabalho];
  const { planos } = await contarEmTurnos(montados, { hoje: dataReferencia, doTrabalho: diaDoTrabalho }, new Set(codigos), signal);
  return { planos, demonstracao: doExtrato !== null && (extrato?.demonstracao ?? false) };
}
