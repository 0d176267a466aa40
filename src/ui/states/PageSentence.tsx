import type { ReactNode } from "react";
import { DemoMark } from "./DemoMark.tsx";
import "./states.css";

export interface PageSentenceProps {
  /** Name of the task. Without it the sentence itself is the page's heading. */
  readonly titulo?: string;
  /** Shows the mark of demonstration data beside the heading. */
  readonly demonstracao?: boolean;
  /** The computed sentence that answers the page's question. */
  readonly children: ReactNode;
}

/** Heading of a page with the one sentence that answers its question; changes are announced. */
export function PageSentence({ titulo, demonstracao = false, children }: PageSentenceProps) {
  const mark = demonstracao ? <DemoMark /> : null;
  if (titulo === undefined) {
    return (
      <header className="states-sentence">
        <h1 className="states-sentence-text" aria-live="polite">
          {children}
        </h1>
        {mark}
      </header>
    );
  }
  return (
    <header className="states-sentence">
      <div className="ui-row">
        <h1>{titulo}</h1>
        {mark}
      </div>
      <p className="states-sentence-text" aria-live="polite">
        {children}
      </p>
    </header>
  );
}
