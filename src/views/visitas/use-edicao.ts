import { useCallback } from "react";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import { visitasDoPlano } from "../../core/visitas/comparar.ts";
import type { ProblemaDosAjustes } from "../../data/visitas/parse.ts";
import { mudancaDeTrava } from "./edicoes.ts";
import type { Equipe } from "./equipes.ts";
import { isMesmosAjustes } from "./mudou.ts";
import type { Edicao, PlanoFeito } from "./parte.ts";
import type { PlanoStore } from "./plano-store.ts";
import { recusaEmPalavras } from "./recusa.ts";

export interface PecasDaEdicao {
  readonly store: PlanoStore;
  readonly ajustes: Ajustes;
  readonly mudarAjustes: (ajustes: Ajustes) => readonly ProblemaDosAjustes[];
  readonly nome: (codigo: number) => string;
  readonly equipes: readonly Equipe[];
}

export interface Edicoes {
  readonly aplicar: (edicao: Edicao) => Promise<string | null>;
  readonly desfazer: () => Promise<void>;
  readonly refazer: () => Promise<void>;
}

/** Changes by hand of the plan, and taking them back; settings go along where the change is of locks. */
export function useEdicao({ store, ajustes, mudarAjustes, nome, equipes }: PecasDaEdicao): Edicoes {
  const aplicar = useCallback(
    async (edicao: Edicao): Promise<string | null> => {
      const antes = store.estado().feito;
      if (edicao.tipo === "mover") {
        const recusa = await store.mover(edicao.codigo, edicao.destino, oQueMove(edicao, antes, nome));
        return recusa === null ? null : recusaEmPalavras(recusa, edicao.codigo, nome, equipes);
      }
      await store.parar();
      const { feito } = store.estado();
      if (edicao.tipo === "abrir") {
        const problemas = mudarAjustes(edicao.feito.entrada.ajustes);
        if (problemas.length > 0) return emPalavras(problemas);
        store.trocar(edicao.feito, "abrir o arquivo", true);
        return null;
      }
      if (feito === null) return "Ainda não há plano para mudar.";
      const mudanca = mudancaDeTrava(feito, edicao, nome);
      if (mudanca === null) return "O plano não tem mais essa viagem ou esse município.";
      const problemas = mudarAjustes(mudanca.ajustes(ajustes));
      if (problemas.length > 0) return emPalavras(problemas);
      if (mudanca.feito !== null) store.trocar(mudanca.feito, mudanca.oQue);
      return null;
    },
    [store, ajustes, mudarAjustes, nome, equipes],
  );

  const voltar = useCallback(
    async (para: () => PlanoFeito | null): Promise<void> => {
      await store.parar();
      const { feito } = store.estado();
      const agora = para();
      // Settings changed since the plan was made are not lost by going back to another plan.
      const pendentes = feito === null || !isMesmosAjustes(feito.entrada.ajustes, ajustes);
      if (agora !== null && !pendentes && !isMesmosAjustes(agora.entrada.ajustes, ajustes)) mudarAjustes(agora.entrada.ajustes);
    },
    [store, ajustes, mudarAjustes],
  );
  const desfazer = useCallback(() => voltar(store.desfazer), [voltar, store]);
  const refazer = useCallback(() => voltar(store.refazer), [voltar, store]);
  return { aplicar, desfazer, refazer };
}

function oQueMove({ codigo, destino }: Extract<Edicao, { readonly tipo: "mover" }>, feito: PlanoFeito | null, nome: (codigo: number) => string): string {
  const estava = feito !== null && visitasDoPlano(feito.plano).has(codigo);
  return `${destino.tipo === "fora" ? "retirar" : estava ? "mover" : "acrescentar"} ${nome(codigo)}`;
}

function emPalavras(problemas: readonly ProblemaDosAjustes[]): string {
  return problemas.map(({ mensagem, conserto }) => `${mensagem} ${conserto}`).join(" ");
}
