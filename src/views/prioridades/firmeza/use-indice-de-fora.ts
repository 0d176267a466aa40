import { useCallback, useMemo, useRef, useState } from "react";
import { readExternalIndex, type ExternalIndex } from "../../../data/metodo/external-index.ts";
import { Refusal } from "../../../data/import/whole-file.ts";
import type { PlaceResolver } from "../../../data/places/places.ts";
import type { RawTable } from "../../../data/raw/raw.ts";

/** A file opened, before anything is read out of it. */
interface Aberto {
  readonly arquivo: string;
  readonly tabelas: readonly RawTable[];
  readonly lugares: PlaceResolver;
}

/** Why a file was refused; the index that was there stays. */
export interface Recusa {
  readonly arquivo: string;
  readonly mensagem: string;
  readonly conserto: string;
  /** Technical cause; "" where the sentence is the cause. */
  readonly detalhe: string;
}

export interface UsoDoIndice {
  /** Name of the file being read. */
  readonly lendo: string | null;
  readonly lido: { readonly arquivo: string; readonly indice: ExternalIndex } | null;
  readonly recusa: Recusa | null;
  readonly abrir: (arquivo: File) => void;
  readonly fechar: () => void;
  readonly escolherColuna: (coluna: string) => void;
  /** Says that every line without a state is of this territory's. */
  readonly todosDaqui: boolean;
  readonly dizerTodosDaqui: (sim: boolean) => void;
}

/**
 * An index from a file of the user's, for this visit to the page only: it stays
 * in the tab. A refused file leaves the one that was there.
 */
export function useIndiceDeFora(lugaresUrl: string, territorio: { readonly codigoUf: number; readonly uf: string }): UsoDoIndice {
  const { codigoUf, uf } = territorio;
  const [aberto, setAberto] = useState<Aberto | null>(null);
  const [lendo, setLendo] = useState<string | null>(null);
  const [recusa, setRecusa] = useState<Recusa | null>(null);
  const [coluna, escolherColuna] = useState<string | null>(null);
  const [todosDaqui, dizerTodosDaqui] = useState(false);
  const vez = useRef(0);

  const abrir = useCallback(
    (arquivo: File) => {
      vez.current += 1;
      const minha = vez.current;
      setRecusa(null);
      setLendo(arquivo.name);
      const ler = async (): Promise<void> => {
        const { fetchPlaces, openExternalIndex } = await import("../../../data/metodo/open-external-index.ts");
        const [tabelas, lugares] = await Promise.all([openExternalIndex(arquivo), fetchPlaces(lugaresUrl, { codigoUf, uf })]);
        // What cannot be read is refused now, before it takes the place of the last one.
        readExternalIndex(tabelas, lugares, { uf: null });
        if (vez.current !== minha) return;
        setAberto({ arquivo: arquivo.name, tabelas, lugares });
        escolherColuna(null);
        dizerTodosDaqui(false);
      };
      ler()
        .catch((error: unknown) => {
          if (vez.current === minha) setRecusa(recusaDe(arquivo.name, error));
        })
        .finally(() => {
          if (vez.current === minha) setLendo(null);
        });
    },
    [lugaresUrl, codigoUf, uf],
  );
  const fechar = useCallback(() => {
    vez.current += 1;
    setAberto(null);
    setRecusa(null);
    setLendo(null);
  }, []);

  const lido = useMemo(() => {
    if (aberto === null) return null;
    const { arquivo, tabelas, lugares } = aberto;
    return { arquivo, indice: readExternalIndex(tabelas, lugares, { uf: todosDaqui ? uf : null, ...(coluna === null ? {} : { coluna }) }) };
  }, [aberto, coluna, todosDaqui, uf]);
  return { lendo, lido, recusa, abrir, fechar, escolherColuna, todosDaqui, dizerTodosDaqui };
}

function recusaDe(arquivo: string, error: unknown): Recusa {
  if (error instanceof Refusal) return { arquivo, mensagem: error.message, conserto: error.conserto, detalhe: "" };
  return {
    arquivo,
    mensagem: "A leitura do arquivo parou antes do fim.",
    conserto: "Tente de novo; se continuar, recarregue a página.",
    detalhe: error instanceof Error ? `${error.name}: ${error.message}` : String(error),
  };
}
