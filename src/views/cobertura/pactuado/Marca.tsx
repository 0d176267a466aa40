/** A line of the plan with nothing held: a sign and a word, never colour alone. */
export function Marca({ rotulo }: { readonly rotulo: string }) {
  return (
    <span className="pactuado-marca">
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        <path d="M8 1.5 15.2 14H.8zM7.2 6v4h1.6V6zm0 5v1.6h1.6V11z" />
      </svg>
      {rotulo}
    </span>
  );
}
