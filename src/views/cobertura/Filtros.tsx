import type { CivilDate } from "../../core/civil-date.ts";
import { count, formatDate } from "../../core/format.ts";
import { EIXO_ROTULO, ESTRATEGIA_ROTULO } from "../../data/contracts/apoios.ts";
import { DayField } from "../../ui/filters/DayField.tsx";
import { type ExtraChip, FilterBar } from "../../ui/filters/FilterBar.tsx";
import { FilterDrawer } from "../../ui/filters/FilterDrawer.tsx";
import { MultiSelect } from "../../ui/filters/MultiSelect.tsx";
import { SelectField } from "../../ui/filters/SelectField.tsx";
import type { Contexto } from "./contexto.ts";
import { PADRAO, PERIODOS } from "./estado.ts";
import { EIXOS, ESTRATEGIAS } from "./estrategias.ts";
import { alternar } from "./recorte.ts";
import { useWide } from "../../ui/use-wide.ts";

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
  return listas + [busca !== "", em !== null, meses !== PADRAO.meses].filter(Boolean).length;
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
        const { regioes, portes, estrategias, eixos, busca, em: sempre, meses } = PADRAO;
        mudar({ regioes, portes, estrategias, eixos, busca, em: sempre, meses });
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
      <SelectField
        rotulo="Período"
        valor={String(estado.meses)}
        opcoes={OPCOES_PERIODO}
        onMudar={(texto) => {
          const meses = PERIODOS.find((m) => String(m) === texto);
          if (meses !== undefined) mudar({ meses });
        }}
      />
      <DayField
        rotulo="Até"
        valor={em}
        {...(extrato.inicio === null ? {} : { min: extrato.inicio })}
        max={extrato.fim !== null && extrato.fim > dataReferencia ? extrato.fim : dataReferencia}
        onMudar={(data) => {
          mudar({ em: data === dataReferencia ? null : data });
        }}
      />
    </FilterBar>
  );
}

const OPCOES_ESTRATEGIA = ESTRATEGIAS.map(({ id, nome }) => ({ valor: id, rotulo: nome }));
const OPCOES_EIXO = EIXOS.map(({ id, nome }) => ({ valor: id, rotulo: nome }));
const OPCOES_PERIODO = PERIODOS.map((meses) => ({ valor: String(meses), rotulo: `${meses} meses` }));

function chipsDe({ estado, mudar }: Contexto): ExtraChip[] {
  const chips: ExtraChip[] = [
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
  ];
  if (estado.meses !== PADRAO.meses) {
    chips.push({
      id: "meses",
      rotulo: `Período de ${estado.meses} meses`,
      onRemover: () => {
        mudar({ meses: PADRAO.meses });
      },
    });
  }
  if (estado.em !== null) {
    chips.push({
      id: "em",
      rotulo: `Até ${formatDate(estado.em)}`,
      onRemover: () => {
        mudar({ em: null });
      },
    });
  }
  return chips;
}
