import type { Dossie } from "../../core/dossie/dossie.ts";
import { fold } from "../../core/search.ts";

/** "dossie-<code>-<name>.pdf": letters, digits and hyphens only, as any system takes. */
export function nomeDoArquivo({ codigo, nome }: Pick<Dossie, "codigo" | "nome">): string {
  return `dossie-${codigo}-${fold(nome).replace(/[^a-z0-9]+/g, "-")}.pdf`;
}
