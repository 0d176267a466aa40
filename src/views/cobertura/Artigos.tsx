import { Fragment } from "react";
import type { Norma } from "../../core/territorio.ts";
import { NormaLink } from "../../ui/norma/NormaLink.tsx";

interface ArtigosProps {
  readonly norma: Norma;
  readonly artigos: readonly string[];
}

/** Cites articles of one norm, one link each: "… e …". */
export function Artigos({ norma, artigos }: ArtigosProps) {
  return artigos.map((artigo, i) => (
    <Fragment key={artigo}>
      {i === 0 ? "" : i === artigos.length - 1 ? " e " : ", "}
      <NormaLink norma={norma} artigo={artigo} />
    </Fragment>
  ));
}
