import { useMemo, type ReactNode } from "react";
import { capitalize } from "../../core/format.ts";
import { PORTE_ROTULO, PORTES, type Municipio, type Porte } from "../../core/municipio.ts";
import { type ChipItem, ChipList } from "./ChipList.tsx";
import { MultiSelect } from "./MultiSelect.tsx";
import { regionOptions } from "./regions.ts";
import { SearchField } from "./SearchField.tsx";
import "./filters.css";

export interface FilterChange {
  readonly regioes?: readonly number[];
  readonly portes?: readonly Porte[];
  readonly busca?: string;
}

/** A filter of the page's own, shown among the chips. */
export type ExtraChip = ChipItem;

export interface FilterBarProps {
  readonly municipios: readonly Municipio[];
  /** Codes of the regions chosen; empty means all. */
  readonly regioes: readonly number[];
  /** Size classes chosen; empty means all. */
  readonly portes: readonly Porte[];
  /** Text searched; without it there is no search box. */
  readonly busca?: string;
  /** `replace` is set while typing: no history entry. Fits a view's `mudar`. */
  readonly onMudar: (mudanca: FilterChange, opcoes?: { readonly replace?: boolean }) => void;
  /** Name of the region level, from the territory: "região imediata (IBGE)". */
  readonly nomeRegiao: string;
  /** Chips of the filters in `children`. */
  readonly chips?: readonly ExtraChip[];
  /** Clears the page's own filters too, instead of `onMudar` with empty lists. */
  readonly onLimpar?: () => void;
  /** Fields of the page's own, after região and porte. */
  readonly children?: ReactNode;
}

/** Filters by region and size class, search by name, and a removable chip for each filter in force. */
export function FilterBar({
  municipios,
  regioes,
  portes,
  busca,
  onMudar,
  nomeRegiao,
  chips = [],
  onLimpar,
  children,
}: FilterBarProps) {
  const regions = useMemo(() => regionOptions(municipios), [municipios]);
  const sizes = useMemo(
    () =>
      PORTES.map((porte) => ({
        valor: porte,
        rotulo: PORTE_ROTULO[porte],
        contagem: municipios.filter((municipio) => municipio.porte === porte).length,
      })).filter(({ contagem }) => contagem > 0),
    [municipios],
  );
  const all: ExtraChip[] = [
    ...regioes.map((codigo) => ({
      id: `regiao-${codigo}`,
      rotulo: regions.find(({ valor }) => valor === codigo)?.rotulo ?? String(codigo),
      onRemover: () => {
        onMudar({ regioes: regioes.filter((outra) => outra !== codigo) });
      },
    })),
    ...portes.map((porte) => ({
      id: `porte-${porte}`,
      rotulo: `Porte ${PORTE_ROTULO[porte]}`,
      onRemover: () => {
        onMudar({ portes: portes.filter((outro) => outro !== porte) });
      },
    })),
    ...chips,
  ];
  if (busca !== undefined && busca !== "") {
    all.push({
      id: "busca",
      rotulo: `“${busca}”`,
      onRemover: () => {
        onMudar({ busca: "" });
      },
    });
  }
  const clear = (): void => {
    if (onLimpar !== undefined) onLimpar();
    else onMudar({ regioes: [], portes: [], ...(busca === undefined ? {} : { busca: "" }) });
  };

  return (
    <section className="filters-bar" aria-label="Filtros">
      <div className="filters-fields">
        {busca === undefined ? null : (
          <SearchField
            rotulo="Buscar município"
            valor={busca}
            onMudar={(text) => {
              onMudar({ busca: text }, { replace: true });
            }}
          />
        )}
        <MultiSelect
          rotulo={capitalize(nomeRegiao)}
          opcoes={regions}
          escolhidas={regioes}
          onMudar={(escolhidas) => {
            onMudar({ regioes: escolhidas });
          }}
        />
        <MultiSelect
          rotulo="Porte"
          todas="todos"
          opcoes={sizes}
          escolhidas={portes}
          onMudar={(escolhidas) => {
            onMudar({ portes: escolhidas });
          }}
        />
        {children}
      </div>
      <ChipList chips={all} onLimpar={clear} />
    </section>
  );
}
