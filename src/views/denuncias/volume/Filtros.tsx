import type { CivilDate } from "../../../core/civil-date.ts";
import { capitalize, formatDate } from "../../../core/format.ts";
import { SITUACAO_ROTULO } from "../../../data/contracts/denuncias.ts";
import type { ChipItem } from "../../../ui/filters/ChipList.tsx";
import { DayField } from "../../../ui/filters/DayField.tsx";
import { MonthField } from "../../../ui/filters/MonthField.tsx";
import { MultiSelect } from "../../../ui/filters/MultiSelect.tsx";
import type { Contexto } from "./contexto.ts";
import { chip, chipsComuns, chipsDaLista } from "../filtros/chips.ts";
import { CamposComuns, MolduraDosFiltros } from "../filtros/Comuns.tsx";
import { period, SEM_FILTROS, SITUACOES } from "../estado.ts";
import { limitesEmPalavras } from "./frase.ts";

interface FiltrosProps {
  readonly contexto: Contexto;
  readonly referencia: CivilDate;
  /** Cases counted with the filters; null while counting. */
  readonly total: number | null;
}

/** Filters by period, place, theme, channel and state, each also set by clicking its chart. */
export function Filtros(props: FiltrosProps) {
  const { contexto, total } = props;
  return (
    <MolduraDosFiltros
      chips={chipsDe(contexto)}
      casos={total}
      onLimpar={() => {
        contexto.mudar({ ...SEM_FILTROS, em: null, pagina: 1 });
      }}
    >
      <Campos {...props} />
    </MolduraDosFiltros>
  );
}

function Campos({ contexto, referencia }: FiltrosProps) {
  const { estado, filtrar, mudar, municipios, nomeRegiao, registro } = contexto;
  const [primeiro] = registro.meses;
  const ultimo = registro.meses.at(-1);
  return (
    <div className="filters-fields">
      {primeiro === undefined || ultimo === undefined ? null : (
        <>
          <MonthField
            rotulo="De"
            valor={inside(estado.de, primeiro, ultimo)}
            min={primeiro}
            max={ultimo}
            vazio="início"
            onMudar={(mes) => {
              filtrar(period(mes === "" ? null : mes, estado.ate));
            }}
          />
          <MonthField
            rotulo="Até"
            valor={inside(estado.ate, primeiro, ultimo)}
            min={primeiro}
            max={ultimo}
            vazio="fim"
            onMudar={(mes) => {
              filtrar(period(estado.de, mes === "" ? null : mes));
            }}
          />
        </>
      )}
      <CamposComuns estado={estado} filtrar={filtrar} municipios={municipios} nomeRegiao={nomeRegiao} />
      <MultiSelect
        rotulo="Situação"
        opcoes={OPCOES_SITUACAO}
        escolhidas={estado.situacoes}
        onMudar={(situacoes) => {
          filtrar({ situacoes });
        }}
      />
      <DayField
        min="2004-10-15"
        max="2096-12-31"
        rotulo="Data de referência"
        ajuda="Um registro depois desta data é contado à parte, como data impossível."
        valor={referencia}
        onMudar={(em) => {
          mudar({ em, pagina: 1 });
        }}
      />
    </div>
  );
}

const OPCOES_SITUACAO = SITUACOES.map((valor) => ({ valor, rotulo: SITUACAO_ROTULO[valor] }));

/** A month of a link over other data may lie outside the list; the select then shows the end nearest to it. */
function inside(mes: string | null, primeiro: string, ultimo: string): string {
  if (mes === null) return "";
  return mes < primeiro ? primeiro : mes > ultimo ? ultimo : mes;
}

function chipsDe(contexto: Contexto): ChipItem[] {
  const { estado, filtrar, mudar } = contexto;
  return [
    ...chipsComuns(contexto, capitalize(limitesEmPalavras(estado))),
    ...chipsDaLista("situacao", estado.situacoes, (id) => SITUACAO_ROTULO[id], (situacoes) => { filtrar({ situacoes }); }),
    ...(estado.em === null ? [] : [chip("em", `Data de referência: ${formatDate(estado.em)}`, () => { mudar({ em: null, pagina: 1 }); })]),
  ];
}
