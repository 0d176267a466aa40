import { registro, type Registro, type Valor } from "../../../src/core/mescla/index.ts";

export const TERRITORIO = "Exemplo";
export const PLANO = `plano-${"1".repeat(32)}`;
export const ACAO = `acao-${"a".repeat(32)}`;

export const plano = registro(PLANO, { municipio: 1100015, especie: "apoio", dificuldade: "Sem equipe de referência", origem: "auditoria" });
export const acao = registro(ACAO, { plano: PLANO, acao: "Contratar", orgao: "Secretaria", prazo: "2026-06-30" });

/** The example action with other fields. */
export const mudada = (campos: Readonly<Record<string, Valor>>): Registro => registro(ACAO, { ...acao.campos, ...campos });
