import type { LinhaDePlano } from "../../../src/core/planos/index.ts";

/** Made-up municipalities; D has no plan. */
export const [A, B, C, D] = [9900001, 9900002, 9900003, 9900004] as const;
export const CODIGOS: readonly number[] = [A, B, C, D];
export const HOJE = "2026-03-01";

const COMUM: Omit<LinhaDePlano, "plano" | "codigo" | "acao"> = {
  especie: "providencias",
  dificuldade: "Equipe do CRAS incompleta",
  origem: "auditoria",
  inicio: "2025-06-01",
  aprovacaoCmas: "2025-07-01",
  pactuacaoCib: "2025-08-01",
  descricao: "Publicar o edital",
  orgao: "Secretaria municipal",
  prazo: null,
  evidencia: null,
  conclusao: null,
};

export function linha(plano: string, codigo: number, acao: string, resto: Partial<LinhaDePlano> = {}): LinhaDePlano {
  return { ...COMUM, plano, codigo, acao, ...resto };
}

const FEITA = { evidencia: "Ata", conclusao: "2025-12-01" } as const;

/**
 * P1 of A: 3 actions, one done in time, one done late, one late.
 *   1: due 31/12/2025, done 01/12/2025 → in time.
 *   2: due 20/11/2025, done 01/12/2025 → 10 days of November after the 20th (21 to 30) and 1 of December: 11 days late.
 *   3: due 28/02/2026, not done, today 01/03/2026 (2026 has no 29 Feb) → 1 day late.
 * P2 of A: 2 actions, both done → concluded; not yet approved by the CMAS.
 * P3 of B: 2 actions, one due today, one without a deadline; approved, not pacted.
 * E1 of B, the state's: 2 actions, one due 01/01/2026 and not done → January 30 days after the 1st, February 28, March 1: 59 days late; one done.
 * P4 of C: 1 action due 01/03/2025 → 365 days late; denúncia; another office.
 */
export const LINHAS: readonly LinhaDePlano[] = [
  linha("P1", A, "1", { prazo: "2025-12-31", ...FEITA }),
  linha("P1", A, "2", { prazo: "2025-11-20", ...FEITA }),
  linha("P1", A, "3", { prazo: "2026-02-28" }),
  linha("P2", A, "1", { aprovacaoCmas: null, pactuacaoCib: null, ...FEITA }),
  linha("P2", A, "2", { aprovacaoCmas: null, pactuacaoCib: null, ...FEITA }),
  linha("P3", B, "1", { pactuacaoCib: null, prazo: "2026-03-01", orgao: null }),
  linha("P3", B, "2", { pactuacaoCib: null }),
  linha("E1", B, "1", { especie: "apoio", aprovacaoCmas: null, pactuacaoCib: null, prazo: "2026-01-01", orgao: "Gabinete do Estado" }),
  linha("E1", B, "2", { especie: "apoio", aprovacaoCmas: null, pactuacaoCib: null, orgao: "Gabinete do Estado", ...FEITA }),
  linha("P4", C, "1", { origem: "denuncia", inicio: "2025-02-01", aprovacaoCmas: "2025-02-10", pactuacaoCib: "2025-02-20", prazo: "2025-03-01", orgao: "Conselho" }),
];
