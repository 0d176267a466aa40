import type { Norma } from "../../core/territorio.ts";

/** Address of a norm on the method page. */
export function normaHref(id: string): string {
  return `#/metodologia?secao=norma-${encodeURIComponent(id)}`;
}

export interface NormaLinkProps {
  readonly norma: Pick<Norma, "id" | "nomeCurto" | "titulo">;
  /** "art. 4º, I, c". */
  readonly artigo?: string;
}

/** Cites a norm and its article, as a link to its place on the method page. */
export function NormaLink({ norma, artigo }: NormaLinkProps) {
  return (
    <a className="norma-link" href={normaHref(norma.id)} title={norma.titulo}>
      {artigo === undefined ? norma.nomeCurto : `${norma.nomeCurto}, ${artigo}`}
    </a>
  );
}
