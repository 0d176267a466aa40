import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import type { ParteDeTransparenciaProps } from "../parte.ts";

/** Ids of the norms that these parts cite, where a territory has them among its own. */
export const NORMA = {
  /** Res. CIB/MT 012/2025: procedure and deadlines of complaints. */
  denuncias: "cib-mt-12-2025",
  /** LC/MT 361/2009: who complains is told in 15 days. */
  resposta: "lc-mt-361-2009",
  /** Lei 664/2025 Anajatuba/MA: panel of services and data protection, as a reference. */
  painel: "anajatuba-664-2025",
} as const;

interface CitacaoProps extends Pick<ParteDeTransparenciaProps, "norma"> {
  readonly id: string;
  readonly artigo?: string;
  /** Words around the citation, which go with it. */
  readonly antes?: string;
  readonly depois?: string;
}

/** A phrase that cites a norm; nothing at all for a norm that the territory does not have. */
export function Citacao({ id, artigo, norma, antes = "", depois = "" }: CitacaoProps) {
  const achada = norma(id);
  if (achada === null) return null;
  return (
    <>
      {antes}
      <NormaLink norma={achada} {...(artigo === undefined ? {} : { artigo })} />
      {depois}
    </>
  );
}
