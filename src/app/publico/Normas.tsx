import { type ReactElement, useEffect } from "react";
import type { Norma } from "../../core/territorio.ts";
import { PageSentence } from "../../ui/states/PageSentence.tsx";
import { Normas as Artigos } from "../../views/metodologia/Normas.tsx";
import "../../views/metodologia/view.css";

interface NormasProps {
  readonly normas: readonly Norma[];
  /** Anchor that the address asks for. */
  readonly secao: string | null;
}

/** The norms that the public pages cite, article by article. */
export default function Normas({ normas, secao }: NormasProps): ReactElement {
  useEffect(() => {
    const alvo = secao === null ? null : document.getElementById(secao);
    alvo?.scrollIntoView({ block: "start" });
    alvo?.focus({ preventScroll: true });
  }, [secao]);
  return (
    <div className="metodologia">
      <PageSentence titulo="Leis e resoluções">De onde vêm as regras citadas nestas páginas.</PageSentence>
      <div className="metodologia-texto">
        <Artigos normas={normas} />
      </div>
    </div>
  );
}
