import { lengthOf } from "../../data/pieces.ts";
import type { FileReport } from "../../data/import/report.ts";
import type { KeptLoad, LocalStore, StoreEvent } from "../../data/store/store.ts";
import type { Guarda, GuardaEstado, OutraAba } from "./guarda.ts";

const ACAO: Readonly<Partial<Record<StoreEvent["tipo"], OutraAba["acao"]>>> = {
  guardada: "carregou",
  retirada: "retirou",
  apagado: "apagou",
  atualizada: "atualizou",
};

/**
 * Keeps loads in the browser's store. `kept` is what the store listed when the
 * page opened; `now` gives the instant (ISO 8601, UTC) a load is kept at.
 * `avisar` adds what could not be used, in a sentence.
 */
export function storedGuarda(store: LocalStore, kept: readonly KeptLoad[], now: () => string): Guarda & { readonly avisar: (aviso: string) => void } {
  const loads = new Map(kept.map((load) => [load.id, load]));
  /** Reports of loads that could not be kept: they live as long as the tab. */
  const tabReports = new Map<string, FileReport>();
  const listeners = new Set<() => void>();
  let ordem = Math.max(0, ...kept.map((load) => load.ordem));
  const avisados: string[] = [];
  let outraAba: OutraAba | null = null;
  let estado = read();

  function read(): GuardaEstado {
    const state = store.state();
    return {
      motivo: state.onde === "navegador" ? null : state.motivo,
      itens: [...loads.values()].map(({ id, extract, guardadaEm }) => ({
        extrato: extract.id,
        cargaId: id,
        arquivo: extract.fileName,
        bytes: lengthOf(extract.csv),
        guardadoEm: guardadaEm,
      })),
      avisos: [...avisados, ...store.problems().map(({ mensagem, conserto }) => `${mensagem} ${conserto}`)],
      outraAba,
    };
  }
  const changed = (): void => {
    estado = read();
    for (const listener of listeners) listener();
  };
  store.subscribe(({ tipo, id, deOutraAba }) => {
    const acao = ACAO[tipo];
    if (deOutraAba && acao !== undefined) {
      outraAba = { acao, arquivo: id === null ? null : (loads.get(id)?.extract.fileName ?? null) };
    }
    changed();
  });

  return {
    avisar(aviso) {
      avisados.push(aviso);
      changed();
    },
    async keep(extract, relatorio) {
      const { id } = extract.carga;
      ordem += 1;
      const load: KeptLoad = { id, ordem, guardadaEm: now(), extract, relatorio };
      const outcome = await store.keep(load);
      if (outcome.guardada) loads.set(id, load);
      else {
        loads.delete(id);
        tabReports.set(id, relatorio);
      }
      changed();
      return outcome.guardada ? { guardado: true, motivo: null } : { guardado: false, motivo: `${outcome.motivo} ${outcome.conserto}` };
    },
    async drop(_extrato, cargaId) {
      await store.drop(cargaId);
      loads.delete(cargaId);
      tabReports.delete(cargaId);
      changed();
    },
    async clear() {
      await store.clear();
      loads.clear();
      tabReports.clear();
      outraAba = null;
      changed();
    },
    estado: () => estado,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    relatorio: (_extrato, cargaId) => loads.get(cargaId)?.relatorio ?? tabReports.get(cargaId) ?? null,
  };
}
