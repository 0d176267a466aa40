/**
 * The norm whose chain the plans follow, by its id among a territory's norms, and the
 * UF it is of: elsewhere it is a reference of method and binds nobody.
 */
export const NORMA_DOS_PLANOS = { id: "sps-ce-352-2023", uf: "CE", nomeCurto: "Portaria SPS/CE 352/2023", deQuem: "do Ceará" } as const;
