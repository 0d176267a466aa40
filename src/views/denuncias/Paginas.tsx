import { count, formatNumber } from "../../core/format.ts";

interface PaginasProps {
  /** What is paged, for screen readers: "Páginas da fila". */
  readonly rotulo: string;
  readonly total: number;
  /** 1-based; may lie beyond the last one, in a link over other data. */
  readonly pagina: number;
  readonly porPagina: number;
  /** "caso", "casos", "m". */
  readonly nome: readonly [singular: string, plural: string, genero: "m" | "f"];
  readonly onPagina: (pagina: number) => void;
}

/** Buttons between the pages of a list, nothing when one holds it all. */
export function Paginas({ rotulo, total, pagina, porPagina, nome, onPagina }: PaginasProps) {
  const paginas = Math.max(1, Math.ceil(total / porPagina));
  if (paginas === 1 && pagina === 1) return null;
  return (
    <nav className="ui-row ui-no-print" aria-label={rotulo}>
      <button
        type="button"
        className="ui-button"
        disabled={pagina <= 1}
        onClick={() => {
          onPagina(Math.min(pagina - 1, paginas));
        }}
      >
        Anteriores
      </button>
      <span role="status">{trechoEmPalavras({ pagina, porPagina, total, nome })}</span>
      <button
        type="button"
        className="ui-button"
        disabled={pagina >= paginas}
        onClick={() => {
          onPagina(pagina + 1);
        }}
      >
        Próximas
      </button>
    </nav>
  );
}

/** "51 a 100 de 240 linhas", or how many pages there are where `pagina` lies beyond them. */
export function trechoEmPalavras({ pagina, porPagina, total, nome }: Pick<PaginasProps, "pagina" | "porPagina" | "total" | "nome">): string {
  const primeiro = (pagina - 1) * porPagina + 1;
  const tudo = count(total, ...nome);
  if (primeiro > total) return `${tudo}, em ${count(Math.ceil(total / porPagina), "página", "páginas", "f")}: esta não existe`;
  return `${formatNumber(primeiro)} a ${formatNumber(Math.min(total, pagina * porPagina))} de ${tudo}`;
}
