/** Room for the sheet on A4 inside the margins of `@page dossie`, in mm. */
export const PAPEL = { width: 188, height: 279 } as const;
/** Sizes tried, from the largest: what fits on one page at the first of them is printed so. */
export const ESCALAS: readonly number[] = [1, 0.97, 0.94, 0.91, 0.88, 0.85, 0.82, 0.79, 0.76, 0.73, 0.7];

const PX_POR_MM = 96 / 25.4;
const CLASSE = "dossie-papel";

/**
 * Puts a sheet in its printed form at the largest size at which it takes one page; at the
 * least of them when it fits at none. `undo` puts it back as it is on the screen.
 */
export function porNoPapel(folha: HTMLElement): { readonly escala: number; readonly undo: () => void } {
  folha.classList.add(CLASSE);
  const caber = PAPEL.height * PX_POR_MM;
  let escala = 1;
  for (escala of ESCALAS) {
    folha.style.setProperty("--dossie-escala", String(escala));
    if (folha.getBoundingClientRect().height <= caber) break;
  }
  return {
    escala,
    undo: () => {
      folha.classList.remove(CLASSE);
      folha.style.removeProperty("--dossie-escala");
    },
  };
}

/**
 * Follows the browser's printing: from just before to just after the sheet is on paper and the page
 * has its title, which names the file where it is printed to one. Returns what stops it.
 */
export function acompanharImpressao(folha: HTMLElement, titulo: string): () => void {
  let desfazer: (() => void) | null = null;
  const antes = (): void => {
    if (desfazer !== null) return;
    const { undo } = porNoPapel(folha);
    const daPagina = document.title;
    document.title = titulo;
    desfazer = () => {
      undo();
      document.title = daPagina;
    };
  };
  const depois = (): void => {
    desfazer?.();
    desfazer = null;
  };
  window.addEventListener("beforeprint", antes);
  window.addEventListener("afterprint", depois);
  return () => {
    depois();
    window.removeEventListener("beforeprint", antes);
    window.removeEventListener("afterprint", depois);
  };
}
