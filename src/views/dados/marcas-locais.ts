import { CHAVE_DO_ACOMPANHAMENTO } from "../../core/qualidade/acompanhamento.ts";

/** Forgets the follow-up marks of the quality page, in this tab's pages too. */
export function apagarMarcas(): void {
  try {
    localStorage.removeItem(CHAVE_DO_ACOMPANHAMENTO);
  } catch (error) {
    // Where the browser's storage is closed there is nothing to forget.
    if (!(error instanceof DOMException)) throw error;
    return;
  }
  window.dispatchEvent(new StorageEvent("storage", { key: null }));
}
