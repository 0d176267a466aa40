import { useMemo, useSyncExternalStore } from "react";
import type { CivilDate } from "../../core/civil-date.ts";
import { methodHash, type Metodo } from "../../core/metodo/method.ts";
import { dataHash, preparePriority, scorePriority, weightsOf } from "../../core/metodo/priority.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import type { MatrizDeDistancias } from "../../core/visitas/plano.ts";
import { gatilhosDaAba } from "../../data/metodo/gatilhos.ts";
import { entradaDoPlano, type EntradaFeita } from "../../data/visitas/entrada.ts";
import type { Base } from "../../ui/use-base.ts";

export interface Numeros {
  readonly preparada: ReturnType<typeof preparePriority>;
  readonly scores: ReturnType<typeof scorePriority>;
  /** SHA-256 of the figures, whole, and of the method. */
  readonly dados: string;
  readonly metodo: string;
}

/** Scores of the method in force over the figures in use. */
export function useNumeros({ municipios, colunas, catalogo }: Base, metodo: Metodo): Numeros {
  const preparada = useMemo(() => preparePriority(metodo, catalogo, colunas, municipios), [metodo, catalogo, colunas, municipios]);
  const scores = useMemo(() => scorePriority(preparada, weightsOf(preparada, metodo)), [preparada, metodo]);
  const dados = useMemo(() => dataHash(preparada), [preparada]);
  const sha256 = useMemo(() => methodHash(metodo), [metodo]);
  return useMemo(() => ({ preparada, scores, dados, metodo: sha256 }), [preparada, scores, dados, sha256]);
}

export interface PecasDaPagina {
  readonly base: Base;
  readonly numeros: Numeros;
  readonly metodo: Metodo;
  /** Null while the visits are read. */
  readonly ultima: ReadonlyMap<number, CivilDate> | null;
  readonly ajustes: Ajustes;
  readonly feriados: readonly CivilDate[];
  readonly hoje: CivilDate;
  readonly matriz: MatrizDeDistancias | null;
}

/** What a plan made now would be made of; null while the visits are read. */
export function useEntrada({ base, numeros, metodo, ultima, ajustes, feriados, hoje, matriz }: PecasDaPagina): EntradaFeita | null {
  const gatilhos = useSyncExternalStore(gatilhosDaAba.subscribe, gatilhosDaAba.ler);
  const { municipios } = base;
  const { preparada, scores } = numeros;
  return useMemo(
    () => (ultima === null ? null : entradaDoPlano({ municipios, preparada, scores, metodo, ultima, gatilhos, ajustes, hoje, feriados, matriz })),
    [municipios, preparada, scores, metodo, ultima, gatilhos, ajustes, hoje, feriados, matriz],
  );
}
