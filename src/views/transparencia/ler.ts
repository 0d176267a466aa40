import { useQuery } from "@tanstack/react-query";
import { ShapeError } from "../../data/snapshot/parse.ts";
import { HELD } from "../../ui/held-query.ts";
import type { ErroDeLeitura, Leitura } from "./parte.ts";

/** Folder of the release, beside the page. */
const PASTA = "publico";

/** Address of a file of the release. */
export function enderecoDoArquivo(caminho: string): string {
  return `${PASTA}/${caminho}`;
}

/**
 * Reads a file of the release once a page life and checks it with `parse`.
 * `null` reads nothing and says that it is on its way.
 */
export function useLeitura<T>(caminho: string | null, parse: (value: unknown) => T): Leitura<T> {
  const { data, error, isFetching, refetch } = useQuery<T, Error>({
    queryKey: ["publico", caminho],
    queryFn: async () => parse(await buscar(caminho ?? "")),
    enabled: caminho !== null,
    gcTime: Infinity,
    ...HELD,
  });
  if (data !== undefined) return { estado: "pronto", valor: data };
  if (error !== null && !isFetching) {
    return { estado: "erro", erro: emPalavras(error, caminho ?? ""), tentarDeNovo: () => void refetch() };
  }
  return { estado: "carregando" };
}

/** A file of the release that did not come; the message is for the detail. */
class FaltaArquivo extends Error {
  override readonly name = "FaltaArquivo";
}

async function buscar(caminho: string): Promise<unknown> {
  const endereco = enderecoDoArquivo(caminho);
  const response = await fetch(endereco).catch((cause: unknown) => {
    throw new FaltaArquivo(`${endereco}: ${cause instanceof Error ? cause.message : String(cause)}`, { cause });
  });
  if (!response.ok) throw new FaltaArquivo(`${endereco}: HTTP ${response.status}`);
  return response.json();
}

/** What happened, where, and what to do. */
function emPalavras(error: Error, caminho: string): ErroDeLeitura {
  const detalhe = `${error.name}: ${error.message}`;
  if (error instanceof FaltaArquivo) {
    return {
      mensagem: `O arquivo “${caminho}” desta publicação não chegou.`,
      conserto: "Verifique a conexão e tente de novo. Se a página foi copiada para outro lugar, confira se a pasta “publico” foi junto.",
      detalhe,
    };
  }
  return {
    mensagem: error instanceof ShapeError ? error.message : `O arquivo “${caminho}” desta publicação chegou, mas não pôde ser lido.`,
    conserto: "Recarregue a página. Se continuar, avise quem publica estes dados, com o detalhe abaixo.",
    detalhe,
  };
}
