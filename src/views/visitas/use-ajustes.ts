import { useCallback, useMemo } from "react";
import { ajustesDiff, applyAjustesDiff } from "../../core/visitas/ajustes-diff.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import { readAjustesValue, type ContextoDosAjustes, type ProblemaDosAjustes } from "../../data/visitas/parse.ts";
import { codec, ESTADO_PADRAO } from "./estado.ts";

export interface AjustesEmVigor {
  readonly ajustes: Ajustes;
  /** Why the settings of the address cannot be used; the defaults are in their place, and the page says so. */
  readonly problemas: readonly ProblemaDosAjustes[];
  /** Puts other settings in force. Returns what is wrong with them, and then nothing changes. */
  readonly mudar: (ajustes: Ajustes) => readonly ProblemaDosAjustes[];
}

/** The settings in force; the address owns them. */
export function useAjustes(padrao: Ajustes, contexto: ContextoDosAjustes, daUrl: string, gravar: (ajustes: string) => void): AjustesEmVigor {
  const lido = useMemo(() => lerDaUrl(padrao, contexto, daUrl), [padrao, contexto, daUrl]);
  const mudar = useCallback(
    (novo: Ajustes): readonly ProblemaDosAjustes[] => {
      const { problemas, ajustes } = readAjustesValue(novo, contexto);
      if (ajustes === null) return problemas;
      const diff = ajustesDiff(padrao, ajustes);
      if (!cabeNoEndereco(diff)) return [NAO_CABE];
      gravar(diff);
      return [];
    },
    [padrao, contexto, gravar],
  );
  return useMemo(() => ({ ...lido, mudar }), [lido, mudar]);
}

const NAO_CABE: ProblemaDosAjustes = {
  caminho: "arquivo",
  valor: null,
  mensagem: "Os ajustes diferem tanto dos do território que não cabem no endereço da página.",
  conserto: "Planeje no terminal (npm run plan -- --settings ARQUIVO), ou tire travas de municípios e viagens.",
};

const ENDERECO: ProblemaDosAjustes = {
  caminho: "endereço",
  valor: null,
  mensagem: "O endereço desta página traz ajustes que não se consegue ler.",
  conserto: "Peça o endereço de novo a quem o enviou, ou o arquivo dos ajustes.",
};

/** The settings an address stands for; with anything wrong in it, the defaults and what is wrong. */
export function lerDaUrl(padrao: Ajustes, contexto: ContextoDosAjustes, texto: string): Pick<AjustesEmVigor, "ajustes" | "problemas"> {
  if (texto === "") return { ajustes: padrao, problemas: [] };
  const valor = applyAjustesDiff(padrao, texto);
  if (valor === null) return { ajustes: padrao, problemas: [ENDERECO] };
  const { ajustes, problemas } = readAjustesValue(valor, contexto);
  return { ajustes: ajustes ?? padrao, problemas };
}

/** The address is cut beyond a length: settings that would be cut are not put in force. */
function cabeNoEndereco(diff: string): boolean {
  return codec.decode(codec.encode({ ...ESTADO_PADRAO, ajustes: diff })).ajustes === diff;
}
