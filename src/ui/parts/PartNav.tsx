import "./part-nav.css";

export interface PartNavProps<P extends string> {
  readonly partes: readonly P[];
  readonly rotulo: Readonly<Record<P, string>>;
  readonly atual: P;
  readonly onEscolher: (parte: P) => void;
}

/** The parts of a page, one at a time. The first picture draws the same classes before any script runs. */
export function PartNav<P extends string>({ partes, rotulo, atual, onEscolher }: PartNavProps<P>) {
  return (
    <nav className="part-nav ui-no-print" aria-label="Partes da página">
      {partes.map((parte) => (
        <button
          key={parte}
          type="button"
          aria-current={parte === atual ? "true" : undefined}
          onClick={() => {
            onEscolher(parte);
          }}
        >
          {rotulo[parte]}
        </button>
      ))}
    </nav>
  );
}
