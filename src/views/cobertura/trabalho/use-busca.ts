import { useEffect, useState } from "react";
import type { Registro } from "../../../core/mescla/index.ts";
import { fold } from "../../../core/search.ts";
import { nextTask } from "../../../data/next-task.ts";
import type { NomesDosRegistros } from "../../../ui/trabalho/titulos.ts";
import { type LinhaDoTrabalho, textoDaBusca } from "./linhas.ts";

/** Rows read in a task. */
const LOTE = 1_000;
const textos = new WeakMap<Registro, string>();

/** Rows that have every word searched, looked for in turns of the page; those found before stay until then. */
export function useBusca(linhas: readonly LinhaDoTrabalho[], busca: string, nomes: NomesDosRegistros): readonly LinhaDoTrabalho[] {
  const [achado, setAchado] = useState<{ readonly linhas: readonly LinhaDoTrabalho[] } | null>(null);
  const palavras = fold(busca);
  useEffect(() => {
    if (palavras === "") return;
    let isAtual = true;
    const procurar = async (): Promise<void> => {
      const achadas: LinhaDoTrabalho[] = [];
      for (let i = 0; i < linhas.length; i += LOTE) {
        for (const linha of linhas.slice(i, i + LOTE)) {
          const texto = textos.get(linha.registro) ?? textoDaBusca(linha, nomes);
          textos.set(linha.registro, texto);
          if (palavras.split(" ").every((palavra) => texto.includes(palavra))) achadas.push(linha);
        }
        await nextTask();
        if (!isAtual) return;
      }
      setAchado({ linhas: achadas });
    };
    void procurar();
    return () => {
      isAtual = false;
    };
  }, [linhas, palavras, nomes]);
  if (palavras === "") return linhas;
  return achado?.linhas ?? linhas;
}
