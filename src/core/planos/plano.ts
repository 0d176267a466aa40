import type { CivilDate } from "../civil-date.ts";
import { CAMPOS, type Campo } from "../mescla/index.ts";

/** A Plano de Providências is the municipality's; the Plano de Apoio is what the state owes because of it. Source: Portaria SPS/CE 352/2023 arts. 6 and 7. */
export const ESPECIES = ["providencias", "apoio"] as const;
export type Especie = (typeof ESPECIES)[number];

/** Where a difficulty was pointed out. Source: Portaria SPS/CE 352/2023 art. 6 I. */
export const ORIGENS = ["auditoria", "denuncia", "censo-suas", "monitoramento"] as const;
export type Origem = (typeof ORIGENS)[number];

export const ESPECIE_ROTULO = opcoes<Especie>(CAMPOS.plano["especie"], ESPECIES);
export const ORIGEM_ROTULO = opcoes<Origem>(CAMPOS.plano["origem"], ORIGENS);

/** Whether a plan was read of a file or written by the user in this browser. */
export type Fonte = "extrato" | "trabalho";

/** One action of a plan; what was not said is null. */
export interface Acao {
  /** The record's id, or one made of the row's key; no two actions share it. */
  readonly id: string;
  readonly descricao: string;
  /** Office that answers for it. */
  readonly orgao: string | null;
  readonly prazo: CivilDate | null;
  readonly evidencia: string | null;
  readonly conclusao: CivilDate | null;
}

/** A plan with its actions, from either source. */
export interface Plano {
  /** As of `Acao`. */
  readonly id: string;
  /** Number it has in the file; null for one written here. */
  readonly numero: string | null;
  readonly municipio: number;
  readonly especie: Especie;
  readonly dificuldade: string;
  readonly origem: Origem;
  readonly inicio: CivilDate | null;
  readonly aprovacaoCmas: CivilDate | null;
  readonly pactuacaoCib: CivilDate | null;
  readonly fonte: Fonte;
  readonly acoes: readonly Acao[];
}

/** The labels of a field of choices: those of the work, in one place. */
function opcoes<T extends string>(campo: Campo | undefined, ids: readonly T[]): Readonly<Record<T, string>> {
  const rotulos = campo?.especie === "escolha" ? campo.opcoes : {};
  if (Object.keys(rotulos).join() !== ids.join()) throw new RangeError(`the field has choices ${Object.keys(rotulos).join()}, not ${ids.join()}`);
  return rotulos;
}
