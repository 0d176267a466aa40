import type { Indicador } from "../../../core/indicador.ts";
import { methodDiff } from "../../../core/metodo/method-diff.ts";
import type { Metodo } from "../../../core/metodo/method.ts";
import { METODO_TAMANHO_MAXIMO, readMetodo, readMetodoValue, type ProblemaMetodo } from "../../../data/metodo/parse.ts";
import { codec, ESTADO_PADRAO } from "../estado.ts";

/** Bytes a character of UTF-8 takes at most. */
const BYTES_POR_LETRA = 4;

/** A file that became the method in force, or why it did not; then what was in force stays. */
export type Abertura =
  | { readonly aceito: true; readonly nome: string; readonly sha256: string; readonly avisos: readonly string[] }
  | { readonly aceito: false; readonly nome: string; readonly problemas: readonly ProblemaMetodo[] };

/**
 * Opens a method file and puts it in force.
 * @param mudar puts a method in force, or says why it cannot be
 * Rejects when the browser cannot read the file.
 */
export async function abrirMetodo(
  file: File,
  catalogo: readonly Indicador[],
  padrao: Metodo,
  mudar: (metodo: Metodo) => readonly ProblemaMetodo[],
): Promise<Abertura> {
  const nome = file.name;
  if (file.size > METODO_TAMANHO_MAXIMO * BYTES_POR_LETRA) {
    const mensagem = "O arquivo é grande demais para ser um método.";
    return { aceito: false, nome, problemas: [{ caminho: "arquivo", valor: null, mensagem, conserto: "Confira se é o arquivo certo." }] };
  }
  const lido = readMetodo(await file.text(), catalogo);
  if (lido.metodo === null) return { aceito: false, nome, problemas: lido.problemas };
  const grande = naoCabe(padrao, lido.metodo);
  const problemas = grande.length > 0 ? grande : mudar(lido.metodo);
  return problemas.length > 0 ? { aceito: false, nome, problemas } : { aceito: true, nome, sha256: lido.sha256, avisos: lido.avisos };
}

/** What keeps an edited method from being used: the same door as a file's, so that no control can pass what a file cannot. */
export function problemasDoMetodo(padrao: Metodo, metodo: Metodo, catalogo: readonly Indicador[]): readonly ProblemaMetodo[] {
  const { problemas } = readMetodoValue(metodo, catalogo);
  return problemas.length > 0 ? problemas : naoCabe(padrao, metodo);
}

/** The address carries the difference from the default, and is cut beyond a length: a method that would be cut is not put in force. */
function naoCabe(padrao: Metodo, metodo: Metodo): ProblemaMetodo[] {
  const diferenca = methodDiff(padrao, metodo);
  if (codec.decode(codec.encode({ ...ESTADO_PADRAO, metodo: diferenca })).metodo === diferenca) return [];
  return [
    {
      caminho: "arquivo",
      valor: null,
      mensagem: "O método difere tanto do padrão que não cabe no endereço da página.",
      conserto: "Calcule a lista no terminal (npm run rank -- --method ARQUIVO), ou publique o método como o padrão do aplicativo.",
    },
  ];
}
