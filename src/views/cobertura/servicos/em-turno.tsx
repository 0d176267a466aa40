import { memo, type ComponentType } from "react";
import { useInTurn } from "../../../ui/use-growing.ts";

/**
 * The section drawn in a turn of its own when what it shows changes, so that no turn of
 * the page's thread draws them all. Give it props that stay the same while they say the same.
 */
export function emTurno<P extends object>(Secao: ComponentType<P>): ComponentType<P> {
  const Memorizada = memo(Secao) as ComponentType<P>;
  return memo(function EmTurno(props: P) {
    return <Memorizada {...useInTurn(props)} />;
  });
}
