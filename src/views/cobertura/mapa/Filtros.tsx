import type { CivilDate } from "../../../core/civil-date.ts";
import { count } from "../../../core/format.ts";
import { EIXO_ROTULO, ESTRATEGIA_ROTULO } from "../../../data/contracts/apoios.ts";
import { type ExtraChip, FilterBar } from "../../../ui/filters/FilterBar.tsx";
import { FilterDrawer } from "../../../ui/filters/FilterDrawer.tsx";
import { MultiSelect } from "../../../ui/filters/MultiSelect.tsx";
import type { Contexto } from "./contexto.ts";
import { SEM_FILTROS } from "../estado.ts";
import { CampoDoDia, CampoDoPeriodo, chipsDoTempo } from "../filtros/Tempo.tsx";
import { EIXOS, ESTRATEGIAS } from "./estado-da-parte.ts";
import { alternar } from "./recorte.ts";
import { useWide } from "../../../ui/use-wide.ts";

export interface FiltrosProps {
  readonly contexto: Contexto;
  readonly em: CivilDate;
  readonly dataReferencia: CivilDate;
  readonly nomeRegiao: string;
  /** How many municipalities the filters of place keep. */
  readonly dentro: number;
}

/** Filters of the page, in a bar or, on small screens, in a dialog. */
export function Filtros(props: FiltrosProps) {
  if (useWide()) return <Barra {...props} />;
  return (
    <FilterDrawer emUso={filtrosEmUso(props.contexto)} ver={`Ver ${count(props.dentro, "município", "municípios")}`}>
      <Barra {...props} />
    </FilterDrawer>
  );
}

function filtrosEmUso({ estado }: Contexto): number {
  const { regioes, portes, estrategias, eixos, busca, em, meses } = estado;
  const listas = regioes.length + portes.length + estrategias.length + eixos.length;
  return listas + [busca !== "", em !== null, meses !== SEM_FILTROS.meses].filter(Boolean).length;
}

function Barra({ contexto, em, dataReferencia, nomeRegiao }: FiltrosProps) {
  const { estado, mudar, municipios, extrato } = contexto;
  return (
    <FilterBar
      municipios={municipios}
      regioes={estado.regioes}
      portes={estado.portes}
      busca={estado.busca}
      onMudar={mudar}
      nomeRegiao={nomeRegiao}
      chips={chipsDe(contexto)}
      onLimpar={() => {
        mudar({ ...SEM_FILTROS, estrategias: [], eixos: [], busca: "" });
      }}
    >
      <MultiSelect
        rotulo="Estratégia"
        opcoes={OPCOES_ESTRATEGIA}
        escolhidas={estado.estrategias}
        onMudar={(estrategias) => {
          mudar({ estrategias });
        }}
      />
      <MultiSelect
        rotulo="Eixo"
        todas="todos"
        opcoes={OPCOES_EIXO}
        escolhidas={estado.eixos}
        onMudar={(eixos) => {
          mudar({ eixos });
        }}
      />
      <CampoDoPeriodo estado={estado} mudar={mudar} />
      <CampoDoDia rotulo="Até" hoje={em} dataReferencia={dataReferencia} extrato={extrato} mudar={mudar} />
    </FilterBar>
  );
}

const OPCOES_ESTRATEGIA = ESTRATEGIAS.map((valor) => ({ valor, rotulo: ESTRATEGIA_ROTULO[valor] }));
const OPCOES_EIXO = EIXOS.map((valor) => ({ valor, rotulo: EIXO_ROTULO[valor] }));

function chipsDe({ estado, mudar }: Contexto): ExtraChip[] {
  return [
    ...estado.estrategias.map((id) => ({
      id: `estrategia-${id}`,
      rotulo: ESTRATEGIA_ROTULO[id],
      onRemover: () => {
        mudar({ estrategias: alternar(estado.estrategias, id) });
      },
    })),
    ...estado.eixos.map((id) => ({
      id: `eixo-${id}`,
      rotulo: `Eixo ${EIXO_ROTULO[id]}`,
      onRemover: () => {
        mudar({ eixos: alternar(estado.eixos, id) });
      },
    })),
    ...chipsDoTempo(estado, mudar),
  ];
}
