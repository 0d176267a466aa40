import { formatPercent } from "../../core/format.ts";
import { Skeleton } from "./Skeleton.tsx";
import "./states.css";

export interface LoadingProps {
  /** What is being loaded: "carregando o motor de dados". */
  readonly rotulo: string;
  /** Share done, 0 to 1, where it can be known. */
  readonly progresso?: number | null;
  /** Height of the skeleton of what will come (CSS length); none by default. */
  readonly altura?: string | number;
}

/** Says what is loading, how much is done where that is known, and keeps its place. */
export function Loading({ rotulo, progresso = null, altura }: LoadingProps) {
  const done = progresso === null ? null : Math.min(1, Math.max(0, progresso));
  return (
    <div className="states-loading" role="status">
      <span>
        {rotulo}
        {done === null ? "…" : ` (${formatPercent(done * 100, 0)})`}
      </span>
      {done === null ? null : <progress max={1} value={done} aria-label={rotulo} />}
      {altura === undefined ? null : <Skeleton altura={altura} />}
    </div>
  );
}
