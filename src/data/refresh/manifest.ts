import * as v from "valibot";
import { VersionFileSchema } from "../store/versions.ts";
import type { VersionFile } from "../store/version-store.ts";

export const MANIFEST_APP = "mirante-suas";
/** Shape of the manifest this app reads; a higher number needs a newer app. */
export const MANIFEST_SCHEMA = 1;
export const MANIFEST_NAME = "manifest.json";

/** What a folder of published data says of itself. */
export interface Manifest {
  readonly aplicativo: typeof MANIFEST_APP;
  readonly esquema: number;
  /** UF of the territory, two capital letters. */
  readonly territorio: string;
  /** Identifies the set of files by their content. */
  readonly versao: string;
  /** Newest reference date among the files, `YYYY-MM-DD`. */
  readonly dataReferencia: string;
  readonly arquivos: readonly VersionFile[];
}

const ManifestSchema: v.GenericSchema<unknown, Manifest> = v.object({
  aplicativo: v.literal(MANIFEST_APP),
  esquema: v.literal(MANIFEST_SCHEMA),
  territorio: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
  versao: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/)),
  dataReferencia: v.pipe(v.string(), v.isoDate()),
  arquivos: v.pipe(v.array(VersionFileSchema), v.minLength(1)),
});

const OpeningSchema = v.object({ aplicativo: v.string(), esquema: v.number() });

export type ManifestReading =
  | { readonly manifesto: Manifest }
  | { readonly motivo: string; readonly conserto: string; readonly detalhe: string };

/**
 * Reads a manifest's text. What is not one, is another application's or another
 * territory's, or needs a newer app is refused in words.
 */
export function readManifest(texto: string, territorio: string): ManifestReading {
  if (/^\s*</.test(texto)) {
    return refusal("O endereço dos dados respondeu uma página da internet em vez da lista de arquivos.", TRY_LATER, "starts with <");
  }
  let value: unknown;
  try {
    value = JSON.parse(texto);
  } catch (error) {
    return refusal("A lista de arquivos publicados chegou cortada ou ilegível.", TRY_LATER, String(error));
  }
  const opening = v.safeParse(OpeningSchema, value);
  if (!opening.success || opening.output.aplicativo !== MANIFEST_APP) {
    return refusal("A lista de arquivos publicados é de outro aplicativo.", TELL_PUBLISHER, "aplicativo");
  }
  if (opening.output.esquema > MANIFEST_SCHEMA) {
    return refusal(
      "Os dados publicados são para uma versão mais nova do aplicativo.",
      "Recarregue a página para receber a versão nova do aplicativo.",
      `esquema ${String(opening.output.esquema)}`,
    );
  }
  const parsed = v.safeParse(ManifestSchema, value);
  if (!parsed.success) {
    const [issue] = parsed.issues;
    return refusal("A lista de arquivos publicados não está no formato combinado.", TELL_PUBLISHER, `${v.getDotPath(issue) ?? ""}: ${issue.message}`);
  }
  const manifesto = parsed.output;
  if (manifesto.territorio !== territorio) {
    return refusal("Os dados publicados são de outro território.", TELL_PUBLISHER, manifesto.territorio);
  }
  const wrong = inconsistency(manifesto);
  if (wrong !== null) return refusal("A lista de arquivos publicados se contradiz.", TELL_PUBLISHER, wrong);
  return { manifesto };
}

/** A file's name carries the first digits of its hash, and no extract comes twice. */
function inconsistency({ arquivos }: Manifest): string | null {
  const misnamed = arquivos.find(({ nome, sha256 }) => !nome.endsWith(`-${sha256.slice(0, HASH_IN_NAME)}.csv`));
  if (misnamed !== undefined) return `${misnamed.nome} is not named by its hash`;
  const extracts = arquivos.map(({ extrato }) => extrato);
  return new Set(extracts).size === extracts.length ? null : `repeated extract in ${extracts.join(", ")}`;
}

/** Digits of the SHA-256 in a file's name and in the version's. */
export const HASH_IN_NAME = 16;

const TRY_LATER = "Tente de novo mais tarde; os dados que você já tem continuam em uso.";
const TELL_PUBLISHER = "Avise quem mantém esta instalação; os dados que você já tem continuam em uso.";

function refusal(motivo: string, conserto: string, detalhe: string): ManifestReading {
  return { motivo, conserto, detalhe };
}
