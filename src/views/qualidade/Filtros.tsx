import { count, formatDate } from "../../core/format.ts";
import { ESTADO_ROTULO, ESTADOS } from "../../core/qualidade/celulas.ts";
import { ESPECIE_ROTULO, ESPECIES } from "../../core/qualidade/regra.ts";
import { DayField } from "../../ui/filters/DayField.tsx";
import { type ExtraChip, FilterBar } from "../../ui/filters/FilterBar.tsx";
import { FilterDrawer } from "../../ui/filters/FilterDrawer.tsx";
import { MultiSelect } from "../../ui/filters/MultiSelect.tsx";
import { SelectField } from "../../ui/filters/SelectField.tsx";
import { useWide } from "../../ui/use-wide.ts";
import { type Contexto, dataDe } from "./contexto.ts";
import { ACOMPANHAMENTOS, PADRAO } from "./estado.ts";
import { acompanhamentoEmPalavras } from "./frase.ts";
import { alternar } from "./Resumo.tsx";

const OPCOES_ESPECIE = ESPECIES.map((valor) => ({ valor, rotulo: ESPECIE_ROTULO[valor] }));
const OPCOES_ESTADO = ESTADOS.map((valor) => ({ valor, rotulo: ESTADO_ROTULO[valor] }));
const OPCOES_ACOMPANHAMENTO = ACOMPANHAMENTOS.map((valor) => ({ valor, rotulo: acompanhamentoEmPalavras(valor) }));

interface FiltrosProps {
  readonly contexto: Contexto;
  /** The data's own date, when no other is asked for. */
  readonly dataDosDados: string;
}

/** Filters of the page, in a bar or, on small screens, in a dialog. */
export function Filtros(props: FiltrosProps) {
  if (useWide()) return <Barra {...props} />;
  const { contexto } = props;
  return (
    <FilterDrawer
      emUso={filtrosEmUso(contexto)}
      ver={`Ver ${count(contexto.recorte.linhas.length, "município", "municípios")}`}
      className="qualidade-filtros-botao"
    >
      <Barra {...props} />
    </FilterDrawer>
  );
}

function filtrosEmUso({ estado }: Contexto): number {
  const { regioes, portes, especies, estados, busca, em, acompanhamento } = estado;
  const listas = regioes.length + portes.length + especies.length + estados.length;
  return listas + [busca !== "", em !== null, acompanhamento !== "todos"].filter(Boolean).length;
}

function Barra({ contexto, dataDosDados }: FiltrosProps) {
  const { estado, mudar, municipios, territorio } = contexto;
  return (
    <FilterBar
      municipios={municipios}
      regioes={estado.regioes}
      portes={estado.portes}
      busca={estado.busca}
      onMudar={(mudanca, opcoes) => {
        mudar({ ...mudanca, item: null }, opcoes);
      }}
      nomeRegiao={territorio.nomeRegiao}
      chips={chipsDe(contexto)}
      onLimpar={() => {
        const { regioes, portes, especies, estados, busca, em, acompanhamento } = PADRAO;
        mudar({ regioes, portes, especies, estados, busca, em, acompanhamento, item: null });
      }}
    >
      <MultiSelect
        rotulo="Tipo de regra"
        todas="todos"
        opcoes={OPCOES_ESPECIE}
        escolhidas={estado.especies}
        onMudar={(especies) => {
          mudar({ especies, item: null });
        }}
      />
      <MultiSelect
        rotulo="Estado"
        todas="todos"
        opcoes={OPCOES_ESTADO}
        escolhidas={estado.estados}
        onMudar={(estados) => {
          mudar({ estados, item: null });
        }}
      />
      <SelectField
        rotulo="Acompanhamento"
        valor={estado.acompanhamento}
        opcoes={OPCOES_ACOMPANHAMENTO}
        onMudar={(acompanhamento) => {
          mudar({ acompanhamento, item: null });
        }}
      />
      <DayField
        rotulo="Na data"
        valor={dataDe(contexto)}
        onMudar={(data) => {
          mudar({ em: data === dataDosDados ? null : data });
        }}
      />
    </FilterBar>
  );
}

function chipsDe({ estado, mudar }: Contexto): ExtraChip[] {
  const chips: ExtraChip[] = [
    ...estado.especies.map((especie) => ({
      id: `tipo-${especie}`,
      rotulo: ESPECIE_ROTULO[especie],
      onRemover: () => {
        mudar({ especies: alternar(estado.especies, especie), item: null });
      },
    })),
    ...estado.estados.map((nome) => ({
      id: `estado-${nome}`,
      rotulo: `Estado: ${ESTADO_ROTULO[nome]}`,
      onRemover: () => {
        mudar({ estados: alternar(estado.estados, nome), item: null });
      },
    })),
  ];
  if (estado.acompanhamento !== "todos") {
    chips.push({
      id: "acompanhamento",
      rotulo: `Acompanhamento: ${acompanhamentoEmPalavras(estado.acompanhamento)}`,
      onRemover: () => {
        mudar({ acompanhamento: "todos", item: null });
      },
    });
  }
  if (estado.em !== null) {
    chips.push({
      id: "em",
      rotulo: `Na data ${formatDate(estado.em)}`,
      onRemover: () => {
        mudar({ em: null });
      },
    });
  }
  return chips;
}
