import { nextOrder } from "./order.ts";
import type { TableColumn, TableOrder } from "./props.ts";

interface TableHeadProps<R> {
  readonly colunas: readonly TableColumn<R>[];
  readonly ordem: TableOrder | null;
  readonly onOrdem: (ordem: TableOrder) => void;
}

/** Sticky header: each sortable column is a button, its state is the header's `aria-sort`. */
export function TableHead<R>({ colunas, ordem, onOrdem }: TableHeadProps<R>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {colunas.map((coluna, column) => {
          const sentido = ordem?.coluna === coluna.id ? ordem.sentido : null;
          const unit =
            coluna.unidade === undefined || coluna.unidade === "" ? null : (
              <span className="table-unit"> ({coluna.unidade})</span>
            );
          return (
            <th
              key={coluna.id}
              scope="col"
              className={coluna.tipo === "texto" ? undefined : `table-${coluna.tipo}`}
              style={coluna.largura === undefined ? undefined : { width: coluna.largura }}
              aria-sort={
                sentido === null ? undefined : sentido === "asc" ? "ascending" : "descending"
              }
            >
              {coluna.ordenavel === false ? (
                <span className="table-title">
                  {coluna.titulo}
                  {unit}
                </span>
              ) : (
                <button
                  type="button"
                  className="table-sort"
                  data-column={column}
                  onClick={() => {
                    onOrdem(nextOrder(coluna, ordem));
                  }}
                >
                  <span className="table-title">
                    {coluna.titulo}
                    {unit}
                  </span>
                  <SortMark sentido={sentido} />
                </button>
              )}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

function SortMark({ sentido }: { readonly sentido: TableOrder["sentido"] | null }) {
  return (
    <svg className="table-mark" viewBox="0 0 8 12" width="8" height="12" aria-hidden="true">
      <path d="M4 0 8 5H0z" opacity={sentido === "asc" ? 1 : 0.3} />
      <path d="M4 12 0 7h8z" opacity={sentido === "desc" ? 1 : 0.3} />
    </svg>
  );
}
