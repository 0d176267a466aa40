import { useMemo, type ReactNode } from "react";
import { capitalize, count } from "../../../core/format.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { CANAL_ROTULO, TEMA_DENUNCIA_ROTULO } from "../../../data/contracts/denuncias.ts";
import { type ChipItem, ChipList } from "../../../ui/filters/ChipList.tsx";
import { FilterDrawer } from "../../../ui/filters/FilterDrawer.tsx";
import { MultiSelect } from "../../../ui/filters/MultiSelect.tsx";
import { regionOptions } from "../../../ui/filters/regions.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { useWide } from "../../../ui/use-wide.ts";
import { CANAIS, type Estado, type Filtros as Mudanca, TEMAS } from "../estado.ts";
import { opcoesDeMunicipio } from "./opcoes.ts";

const OPCOES_CANAL = CANAIS.map((valor) => ({ valor, rotulo: CANAL_ROTULO[valor] }));
const OPCOES_TEMA = TEMAS.map((valor) => ({ valor, rotulo: TEMA_DENUNCIA_ROTULO[valor] }));

interface MolduraProps {
  readonly chips: readonly ChipItem[];
  /** Complaints under the filters; null while counting. */
  readonly casos: number | null;
  readonly onLimpar: () => void;
  readonly children: ReactNode;
}

/** The bar around the filters of the page; a dialog on small screens. */
export function MolduraDosFiltros({ chips, casos, onLimpar, children }: MolduraProps) {
  const isWide = useWide();
  return (
    <section className="filters-bar" aria-label="Filtros">
      {isWide ? (
        children
      ) : (
        <FilterDrawer emUso={chips.length} ver={casos === null ? "Ver a página" : `Ver ${count(casos, "denúncia", "denúncias", "f")}`}>
          {children}
        </FilterDrawer>
      )}
      <ChipList chips={chips} onLimpar={onLimpar} />
    </section>
  );
}

interface ComunsProps {
  readonly estado: Estado;
  readonly filtrar: (mudanca: Partial<Mudanca>) => void;
  readonly municipios: readonly Municipio[];
  /** "região imediata (IBGE)". */
  readonly nomeRegiao: string;
}

/** The fields that every part filters by: place, theme and channel. */
export function CamposComuns({ estado, filtrar, municipios, nomeRegiao }: ComunsProps) {
  const regioes = useMemo(() => regionOptions(municipios), [municipios]);
  const lugares = useMemo(() => opcoesDeMunicipio(municipios, estado.municipio), [municipios, estado.municipio]);
  return (
    <>
      <div className="denuncias-municipio">
        <SelectField
          rotulo="Município"
          valor={estado.municipio === null ? "" : String(estado.municipio)}
          opcoes={lugares}
          onMudar={(codigo) => {
            filtrar({ municipio: codigo === "" ? null : Number(codigo) });
          }}
        />
      </div>
      <MultiSelect
        rotulo={capitalize(nomeRegiao)}
        opcoes={regioes}
        escolhidas={estado.regioes}
        onMudar={(escolhidas) => {
          filtrar({ regioes: escolhidas });
        }}
      />
      <MultiSelect
        rotulo="Tema"
        todas="todos"
        opcoes={OPCOES_TEMA}
        escolhidas={estado.temas}
        onMudar={(temas) => {
          filtrar({ temas });
        }}
      />
      <MultiSelect
        rotulo="Canal"
        todas="todos"
        opcoes={OPCOES_CANAL}
        escolhidas={estado.canais}
        onMudar={(canais) => {
          filtrar({ canais });
        }}
      />
    </>
  );
}
