interface MostrarTodasProps {
  readonly todas: boolean;
  readonly onMudar: (todas: boolean) => void;
  /** What the button does while some are left out, and while all are shown. */
  readonly rotulos: readonly [mostrar: string, recolher: string];
}

/** Brings the rows left out of a table into it, and takes them out again. */
export function MostrarTodas({ todas, onMudar, rotulos }: MostrarTodasProps) {
  return (
    <button
      type="button"
      className="ui-button ui-button-quiet pactuado-todas ui-no-print"
      onClick={() => {
        onMudar(!todas);
      }}
    >
      {rotulos[todas ? 1 : 0]}
    </button>
  );
}
