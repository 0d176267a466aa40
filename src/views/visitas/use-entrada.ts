import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import type { CivilDate } from "../../core/civil-date.ts";
import type { Metodo } from "../../core/metodo/method.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import type { MatrizDeDistancias } from "../../core/visitas/plano.ts";
import { gatilhosDaAba } from "../../data/metodo/gatilhos.ts";
import { entradaDoPlano, type EntradaFeita } from "../../data/visitas/entrada.ts";
import type { Numeros } from "../../data/visitas/numeros.ts";
import type { PlanClient } from "../../data/visitas/plan-client.ts";
import type { Base } from "../../ui/use-base.ts";

export interface NumerosEmTela {
  /** Null while they are worked out, or when they cannot be. */
  readonly numeros: Numeros | null;
  readonly erro: string | null;
}

interface Respondido extends NumerosEmTela {
  readonly a: unknown;
}

/** Scores of the method in force over the figures in use, worked out away from the page's thread. */
export function useNumeros({ municipios, colunas, catalogo }: Base, metodo: Metodo, abrir: () => PlanClient): NumerosEmTela {
  const pedido = useMemo(() => ({ tipo: "numeros", metodo, catalogo, colunas, municipios }) as const, [metodo, catalogo, colunas, municipios]);
  const [respondido, setRespondido] = useState<Respondido>(NADA);
  useEffect(() => {
    const cliente = abrir();
    cliente.run(pedido, (news) => {
      if (news.tipo === "numeros") setRespondido({ a: pedido, numeros: news.numeros, erro: null });
      else if (news.tipo === "falha") setRespondido({ a: pedido, numeros: null, erro: news.detalhe });
      cliente.close();
    });
    return () => {
      cliente.close();
    };
  }, [abrir, pedido]);
  return respondido.a === pedido ? respondido : NADA;
}

const NADA: Respondido = { a: null, numeros: null, erro: null };

export interface PecasDaPagina {
  readonly base: Base;
  readonly numeros: Numeros | null;
  readonly metodo: Metodo;
  /** Null while the visits are read. */
  readonly ultima: ReadonlyMap<number, CivilDate> | null;
  readonly ajustes: Ajustes;
  readonly feriados: readonly CivilDate[];
  readonly hoje: CivilDate;
  readonly matriz: MatrizDeDistancias | null;
}

/** What a plan made now would be made of; null while the scores are worked out and the visits read. */
export function useEntrada({ base, numeros, metodo, ultima, ajustes, feriados, hoje, matriz }: PecasDaPagina): EntradaFeita | null {
  const gatilhos = useSyncExternalStore(gatilhosDaAba.subscribe, gatilhosDaAba.ler);
  const { municipios } = base;
  return useMemo(
    () =>
      ultima === null || numeros === null
        ? null
        : entradaDoPlano({ municipios, preparada: numeros, scores: numeros, metodo, ultima, gatilhos, ajustes, hoje, feriados, matriz }),
    [municipios, numeros, metodo, ultima, gatilhos, ajustes, hoje, feriados, matriz],
  );
}
