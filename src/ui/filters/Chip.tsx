import "./filters.css";

export interface ChipProps {
  readonly rotulo: string;
  /** Makes the chip removable. */
  readonly onRemover?: () => void;
}

/** A filter in force, removable by one click. */
export function Chip({ rotulo, onRemover }: ChipProps) {
  if (onRemover === undefined) return <span className="filters-chip">{rotulo}</span>;
  return (
    <button
      type="button"
      className="filters-chip filters-chip-button"
      onClick={onRemover}
      aria-label={`Remover filtro: ${rotulo}`}
    >
      {rotulo}
      <svg viewBox="0 0 10 10" width="10" height="10" aria-hidden="true">
        <path d="M1 1 9 9M9 1 1 9" fill="none" stroke="currentColor" strokeWidth="2" />
      </svg>
    </button>
  );
}
