import "./states.css";

/** Grey shape of what will come, with its height (CSS length), so that nothing jumps when it does. */
export function Skeleton({ altura }: { readonly altura: string | number }) {
  return <div className="states-skeleton" style={{ height: altura }} aria-hidden="true" />;
}
