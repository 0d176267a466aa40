import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { EntradaDoPlano } from "../../core/visitas/plano.ts";
import type { LimiteClient } from "../../data/visitas/limite-client.ts";
import type { NoticiaDoLimite } from "../../data/visitas/limite/messages.ts";
import type { Andamento, LimiteEmTela, PlanoFeito } from "./parte.ts";

/** Up to so many municipalities the limit is measured by itself once the plan is ready. */
const POUCOS_MUNICIPIOS = 200;
/** Least time between two tellings of a limit under way, in ms: each draws the page again. */
const ENTRE_NOTICIAS_MS = 400;

/** What a limit was measured for: it holds for every plan of this input that leaves the same demands unmet. */
interface Questao {
  readonly entrada: EntradaDoPlano;
  readonly demandas: string;
}

interface Medida {
  readonly questao: Questao;
  readonly estado: LimiteEmTela["estado"];
  readonly progresso: number | null;
  readonly limite: number | null;
  readonly completo: boolean;
  readonly erro: string | null;
}

/** The best plan possible, over all bases: measured in a worker once the search is over, or when asked for. */
export function useLimite(feito: PlanoFeito | null, andamento: Andamento["estado"], abrir: () => LimiteClient): LimiteEmTela {
  const [medida, setMedida] = useState<Medida | null>(null);
  const cliente = useRef<LimiteClient | null>(null);
  const entrada = feito?.limitadoPor ?? null;
  const demandas = feito === null ? "" : JSON.stringify(feito.plano.naoAtendidas);
  const questao = useMemo(() => (entrada === null ? null : { entrada, demandas }), [entrada, demandas]);
  const plano = feito?.plano ?? null;

  const calcular = useCallback(() => {
    if (questao === null || plano === null) return;
    setMedida({ questao, estado: "andando", progresso: null, limite: null, completo: false, erro: null });
    cliente.current ??= abrir();
    let contadoEm = performance.now();
    cliente.current.run({ tipo: "limite", entrada: questao.entrada, plano }, (noticia) => {
      if (noticia.tipo === "limite" && !noticia.pronto) {
        if (performance.now() - contadoEm < ENTRE_NOTICIAS_MS) return;
        contadoEm = performance.now();
      }
      setMedida((antes) => (antes?.questao === questao ? seguinte(antes, noticia) : antes));
    });
  }, [questao, plano, abrir]);
  const cancelar = useCallback(() => {
    cliente.current?.stop();
    setMedida((antes) => (antes?.estado === "andando" ? { ...antes, estado: "parado" } : antes));
  }, []);

  const jaMedida = medida !== null && medida.questao === questao;
  const acabou = andamento === "pronto" || andamento === "parado";
  const poucos = entrada !== null && entrada.municipios.length <= POUCOS_MUNICIPIOS;
  useEffect(() => {
    if (!acabou || !poucos || jaMedida) return;
    // Left for a moment: the plan is drawn first, and an edit right after another asks once.
    const espera = setTimeout(calcular, 500);
    return () => {
      clearTimeout(espera);
    };
  }, [acabou, poucos, jaMedida, calcular]);
  useEffect(
    () => () => {
      cliente.current?.close();
      cliente.current = null;
    },
    [],
  );

  const atual = jaMedida ? medida : null;
  const objetivo = plano?.objetivo ?? null;
  return useMemo(() => {
    const limite = atual?.limite ?? null;
    return {
      estado: atual?.estado ?? "parado",
      progresso: atual?.progresso ?? null,
      limite,
      distancia: limite === null || objetivo === null || limite <= 0 ? null : Math.max(0, (limite - objetivo) / limite),
      completo: atual?.completo ?? false,
      erro: atual?.erro ?? null,
      calcular,
      cancelar,
    };
  }, [atual, objetivo, calcular, cancelar]);
}

function seguinte(antes: Medida, noticia: NoticiaDoLimite): Medida {
  switch (noticia.tipo) {
    case "falha":
      return { ...antes, estado: "falhou", erro: `O melhor plano possível não pôde ser medido (${noticia.detalhe}).` };
    case "limite": {
      const { limite, provado } = noticia.limite;
      const estado = noticia.pronto ? "pronto" : antes.estado;
      return { ...antes, estado, progresso: noticia.progresso, limite, completo: provado };
    }
    case "parado":
      return { ...antes, estado: "parado" };
    case "colisoes":
      return antes;
  }
}
