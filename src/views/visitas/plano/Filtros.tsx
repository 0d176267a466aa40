import { count } from "../../../core/format.ts";
import { FilterBar } from "../../../ui/filters/FilterBar.tsx";
import { FilterDrawer } from "../../../ui/filters/FilterDrawer.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { useWide } from "../../../ui/use-wide.ts";
import type { Equipe } from "../equipes.ts";
import type { ParteDeVisitasProps } from "../parte.ts";
import type { Trimestre } from "../periodo.ts";

export interface FiltrosProps extends Pick<ParteDeVisitasProps, "municipios" | "territorio" | "estado" | "mudar"> {
  readonly equipes: readonly Equipe[];
  readonly trimestres: readonly Trimestre[];
  /** Quarter shown; null = all. */
  readonly trimestre: number | null;
  readonly onTrimestre: (numero: number | null) => void;
  /** Tours that pass. */
  readonly viagens: number;
}

const TODOS = "";

/** Which tours are shown; a dialog on narrow screens. */
export function Filtros(props: FiltrosProps) {
  const { estado, trimestre, viagens } = props;
  if (useWide()) return <Campos {...props} />;
  const emUso =
    estado.regiao.length + estado.porte.length + (estado.busca === "" ? 0 : 1) + (estado.equipe === null ? 0 : 1) + (trimestre === null ? 0 : 1);
  return (
    <FilterDrawer emUso={emUso} ver={`Ver ${count(viagens, "viagem", "viagens", "f")}`} className="visitas-filtros">
      <Campos {...props} />
    </FilterDrawer>
  );
}

function Campos({ municipios, territorio, estado, mudar, equipes, trimestres, trimestre, onTrimestre }: FiltrosProps) {
  const { regiao, porte, busca, equipe } = estado;
  return (
    <FilterBar
      municipios={municipios}
      regioes={regiao}
      portes={porte}
      busca={busca}
      nomeRegiao={territorio.nomeRegiao}
      onMudar={({ regioes, portes, busca: texto }, opcoes) => {
        mudar(
          {
            ...(regioes === undefined ? {} : { regiao: regioes }),
            ...(portes === undefined ? {} : { porte: portes }),
            ...(texto === undefined ? {} : { busca: texto }),
          },
          opcoes,
        );
      }}
    >
      <SelectField
        rotulo="Equipe"
        valor={equipe ?? TODOS}
        opcoes={[{ valor: TODOS, rotulo: "Todas" }, ...equipes.map(({ id, rotulo }) => ({ valor: id, rotulo }))]}
        onMudar={(id) => {
          mudar({ equipe: id === TODOS ? null : id });
        }}
      />
      {trimestres.length === 1 ? null : (
        <SelectField
          rotulo="Trimestre"
          valor={trimestre === null ? TODOS : String(trimestre)}
          opcoes={[{ valor: TODOS, rotulo: "Todos" }, ...trimestres.map(({ numero, rotulo }) => ({ valor: String(numero), rotulo }))]}
          onMudar={(numero) => {
            onTrimestre(numero === TODOS ? null : Number(numero));
          }}
        />
      )}
    </FilterBar>
  );
}
