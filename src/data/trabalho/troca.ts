import { type Escolha, isIgual, type Mescla, mesclar, type Registro, resolver, versaoComum } from "../../core/mescla/index.ts";
import { type ArquivoDeTrabalho, escreverTrabalho, lerTrabalho, type ProblemaDoTrabalho, relerTrabalho } from "./arquivo.ts";
import type { Gravacao, Guarda, Mudanca } from "./guarda.ts";
import type { Palavras } from "./palavras.ts";

export interface Exportacao {
  readonly arquivo: ArquivoDeTrabalho;
  /** Records in it, those taken out not counted. */
  readonly registros: number;
  /** What of the kept work is not in the file, in words. */
  readonly avisos: readonly Palavras[];
}

/**
 * The file of all the work, edits that could not be kept included. The content is
 * kept as a base for later merges, and told to be part of the work only when all
 * of it is kept: an edit that is lost with the page must not look undone later.
 * Rejects with `TypeError` as `escreverTrabalho`.
 */
export async function exportarTrabalho(guarda: Guarda, territorio: string): Promise<Exportacao> {
  const { registros, versoes, avisos } = await guarda.ler();
  const arquivo = await escreverTrabalho({ territorio, versoes, registros });
  if ((await guarda.guardarBase(arquivo.sha256, arquivo.texto)) === null) await guarda.gravar([], [arquivo.sha256]);
  return { arquivo, registros: registros.filter(({ removido }) => !removido).length, avisos };
}

/** A file read and merged with the work of this browser, to be shown and decided; nothing has changed yet. */
export interface Importacao {
  readonly mescla: Mescla;
  /** False when no common version was found: all that differs is then a conflict. */
  readonly temBase: boolean;
  readonly meus: readonly Registro[];
  /** Records of the file that stand, those taken out not counted. */
  readonly noArquivo: number;
  readonly arquivo: { readonly sha256: string; readonly texto: string; readonly versoes: readonly string[] };
  readonly avisos: readonly Palavras[];
}

export type PreparoDaImportacao =
  | { readonly importacao: Importacao; readonly problemas: readonly [] }
  | { readonly importacao: null; readonly problemas: readonly ProblemaDoTrabalho[]; readonly total: number };

/** The steps of an import, in their order. */
export type EtapaDaImportacao = "lendo-o-arquivo" | "lendo-o-navegador" | "comparando";

/**
 * Reads a file and merges it with the kept work from the newest version that both
 * hold. Never throws for what is in the file.
 * @param onEtapa told as each step begins
 */
export async function prepararImportacao(
  guarda: Guarda,
  territorio: string,
  texto: string,
  onEtapa: (etapa: EtapaDaImportacao) => void = () => undefined,
): Promise<PreparoDaImportacao> {
  onEtapa("lendo-o-arquivo");
  const lido = await lerTrabalho(texto, territorio);
  if (lido.trabalho === null) return { importacao: null, problemas: lido.problemas, total: lido.total };
  const { trabalho, sha256 } = lido;
  onEtapa("lendo-o-navegador");
  const { registros: meus, versoes, avisos } = await guarda.ler();
  const guardadas = new Set(await guarda.bases());
  const comum = versaoComum(versoes.filter((versao) => guardadas.has(versao)), [...trabalho.versoes, sha256]);
  const textoDaBase = comum === null ? null : await guarda.lerBase(comum);
  const base = comum === null || textoDaBase === null ? null : await relerTrabalho(textoDaBase, comum);
  onEtapa("comparando");
  return {
    importacao: {
      mescla: mesclar(base ?? [], meus, trabalho.registros),
      temBase: base !== null,
      meus,
      noArquivo: trabalho.registros.filter(({ removido }) => !removido).length,
      arquivo: { sha256, texto, versoes: trabalho.versoes },
      avisos,
    },
    problemas: [],
  };
}

/**
 * Keeps the merged records with every conflict decided (`escolhas` by `chaveDoConflito`).
 * @throws RangeError as `resolver`, and for a value of one's own that the field does not take
 */
export async function concluirImportacao(guarda: Guarda, importacao: Importacao, escolhas: ReadonlyMap<string, Escolha>): Promise<Gravacao> {
  const { arquivo } = importacao;
  const mudancas = oQueMuda(importacao, resolver(importacao.mescla, escolhas));
  const gravacao = await guarda.gravar(mudancas, [...arquivo.versoes, arquivo.sha256]);
  // Without room for the base the next merge starts from an older one, and asks more.
  if (gravacao.guardado) await guarda.guardarBase(arquivo.sha256, arquivo.texto);
  return gravacao;
}

/** The edits that make `registros` of the work as it was when the file was read. */
export function oQueMuda({ meus }: Pick<Importacao, "meus">, registros: readonly Registro[]): readonly Mudanca[] {
  const antes = new Map(meus.map((cada) => [cada.id, cada]));
  return registros.flatMap((depois) => {
    const meu = antes.get(depois.id) ?? null;
    return isIgual(meu, depois) ? [] : [{ antes: meu, depois }];
  });
}
