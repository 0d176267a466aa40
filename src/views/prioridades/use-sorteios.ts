import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import { packDraws, type DrawData } from "../../core/metodo/draw-data.ts";
import type { DrawOptions, DrawSummary } from "../../core/metodo/draws.ts";
import { drawInputOf } from "../../core/metodo/priority-draws.ts";
import type { PreparedPriority } from "../../core/metodo/priority.ts";
import { firmezaOf, likelyClass, type Firmeza } from "../../core/metodo/rank-spread.ts";
import { createDrawsClient, type DrawsClient, type DrawsNews } from "../../data/metodo/draws-client.ts";
import type { Modelo } from "./use-model.ts";

/** How solid a municipality's place is, by the draws. */
export interface SorteioDoMunicipio {
  readonly mediana: number;
  /** 5 % and 95 % of the drawn positions. */
  readonly de: number;
  readonly ate: number;
  /** Share of the draws in which it is among the K, 0–1. */
  readonly chance: number;
  readonly palavra: "firme" | "provável" | "possível" | null;
  /** Largest probability of a class of the map, 0–1; null where the map has no frozen classes. */
  readonly classe: number | null;
}

export interface Sorteios {
  readonly estado: "parado" | "andando" | "pronto" | "falhou";
  readonly feitos: number;
  readonly total: number;
  /** By municipal code; one without a score is not here. Null until the first estimate. */
  readonly porMunicipio: ReadonlyMap<number, SorteioDoMunicipio> | null;
  /** The estimate behind `porMunicipio`, with statistical noise and choice of method apart; aligned with `modelo.preparada.codigos`. */
  readonly resumo: DrawSummary | null;
  readonly erro: string | null;
  readonly cancelar: () => void;
  readonly recomecar: () => void;
}

export const PALAVRA: Readonly<Record<Firmeza, NonNullable<SorteioDoMunicipio["palavra"]>>> = {
  firme: "firme",
  provavel: "provável",
  possivel: "possível",
};

/** What the draws are about: an answer to another question is never shown. */
interface Pergunta {
  readonly preparada: PreparedPriority;
  readonly opcoes: DrawOptions;
}

interface Andamento {
  readonly pergunta: Pergunta;
  readonly estado: "andando" | "pronto" | "falhou" | "parado";
  readonly feitos: number;
  readonly resumo: DrawSummary | null;
  readonly erro: string | null;
}

/**
 * The draws of the method in force, in a worker: begun again with every change
 * of figures, weights or method, told as they get better. While `ligado` is
 * false nothing is drawn.
 */
export function useSorteios(modelo: Modelo, ligado: boolean, abrir: () => DrawsClient = createDrawsClient): Sorteios {
  const { preparada, metodo, scores } = modelo;
  const pergunta = useMemo(
    () => ({ preparada, opcoes: opcoesDosSorteios({ preparada, metodo, scores }) }),
    [preparada, metodo, scores],
  );
  const [andamento, setAndamento] = useState<Andamento | null>(null);
  const [tentativa, setTentativa] = useState(0);
  const cliente = useRef<DrawsClient | null>(null);
  const dados = useRef<{ readonly de: PreparedPriority; readonly prontos: DrawData } | null>(null);

  useEffect(() => {
    if (!ligado) {
      cliente.current?.stop();
      return;
    }
    mark("pedido");
    let isFirst = true;
    const ouvir = (news: DrawsNews): void => {
      if (news.tipo === "estimativa") {
        if (isFirst) mark("primeiro");
        isFirst = false;
        if (news.resumo.drawn === news.resumo.draws) mark("fim");
      }
      setAndamento((antes) => seguinte(antes, pergunta, news));
    };
    try {
      if (dados.current?.de !== pergunta.preparada) {
        dados.current = { de: pergunta.preparada, prontos: packDraws(drawInputOf(pergunta.preparada)) };
      }
      cliente.current ??= abrir();
      cliente.current.draw(dados.current.prontos, pergunta.opcoes, ouvir);
    } catch (error) {
      ouvir({ tipo: "falha", detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error) });
    }
  }, [pergunta, ligado, tentativa, abrir]);
  useEffect(
    () => () => {
      cliente.current?.close();
      cliente.current = null;
    },
    [],
  );

  const cancelar = useCallback(() => {
    cliente.current?.stop();
    setAndamento((antes) =>
      antes?.pergunta === pergunta ? { ...antes, estado: "parado" } : { pergunta, estado: "parado", feitos: 0, resumo: null, erro: null },
    );
  }, [pergunta]);
  const recomecar = useCallback(() => {
    setAndamento(null);
    setTentativa((n) => n + 1);
  }, []);

  const atual = andamento?.pergunta === pergunta ? andamento : null;
  const resumo = atual?.resumo ?? null;
  const porMunicipio = useMemo(() => (resumo === null ? null : sorteiosPorMunicipio(preparada.codigos, resumo)), [preparada, resumo]);
  const estado = atual?.estado ?? "andando";
  return useMemo(
    () => ({
      estado: !ligado && estado === "andando" ? "parado" : estado,
      feitos: atual?.feitos ?? 0,
      total: metodo.sorteios,
      porMunicipio,
      resumo,
      erro: atual?.erro ?? null,
      cancelar,
      recomecar,
    }),
    [ligado, estado, atual, metodo.sorteios, porMunicipio, resumo, cancelar, recomecar],
  );
}

/** Times of the last draws, for the bench. */
function mark(what: "pedido" | "primeiro" | "fim"): void {
  const name = `mirante:sorteios-${what}`;
  performance.clearMarks(name);
  performance.mark(name);
}

/** What is asked of the draws for the page as it stands. */
export function opcoesDosSorteios({ preparada, metodo, scores }: Pick<Modelo, "preparada" | "metodo" | "scores">): DrawOptions {
  return {
    seed: metodo.semente,
    topK: metodo.k,
    draws: metodo.sorteios,
    weights: scores.weights,
    aggregation: scores.aggregation,
    minPresent: metodo.presencaMinima,
    concentration: metodo.concentracao,
    // Figures without ends can only be joined by the mean.
    ...(preparada.bounded ? {} : { variants: [scores.aggregation] }),
    ...(metodo.mapa === null || metodo.normalizacao !== "balizas" ? {} : { lowerLimits: metodo.mapa.quebras }),
  };
}

/** The draws of each municipality that ever had a score, by code. */
export function sorteiosPorMunicipio(codigos: readonly number[], { all }: DrawSummary): ReadonlyMap<number, SorteioDoMunicipio> {
  const porCodigo = new Map<number, SorteioDoMunicipio>();
  codigos.forEach((codigo, i) => {
    if ((all.scored[i] ?? 0) === 0) return;
    const chance = all.top[i] ?? 0;
    const firmeza = firmezaOf(chance);
    porCodigo.set(codigo, {
      mediana: all.median[i] ?? 0,
      de: all.low[i] ?? 0,
      ate: all.high[i] ?? 0,
      chance,
      palavra: firmeza === null ? null : PALAVRA[firmeza],
      classe: likelyClass(all, i)?.share ?? null,
    });
  });
  return porCodigo;
}

function seguinte(antes: Andamento | null, pergunta: Pergunta, news: DrawsNews): Andamento {
  const base: Andamento =
    antes?.pergunta === pergunta ? antes : { pergunta, estado: "andando", feitos: 0, resumo: null, erro: null };
  switch (news.tipo) {
    case "falha":
      return { ...base, estado: "falhou", erro: `Os sorteios pararam antes do fim (${news.detalhe}). Recomece; se continuar, recarregue a página.` };
    case "andamento":
      return base.estado === "parado" ? base : { ...base, feitos: news.feitos };
    case "estimativa": {
      const { drawn, draws } = news.resumo;
      const estado = drawn >= draws ? "pronto" : base.estado;
      return { ...base, estado, feitos: drawn, resumo: news.resumo };
    }
  }
}
