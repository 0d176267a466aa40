import { useMemo } from "react";
import type { CivilDate } from "../../../core/civil-date.ts";
import { capitalize, count, formatDate } from "../../../core/format.ts";
import { CANAL_ROTULO, SITUACAO_ROTULO, TEMA_DENUNCIA_ROTULO } from "../../../data/contracts/denuncias.ts";
import { type ChipItem, ChipList } from "../../../ui/filters/ChipList.tsx";
import { FilterDrawer } from "../../../ui/filters/FilterDrawer.tsx";
import { MonthField } from "../../../ui/filters/MonthField.tsx";
import { MultiSelect } from "../../../ui/filters/MultiSelect.tsx";
import { regionOptions } from "../../../ui/filters/regions.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { useWide } from "../../../ui/use-wide.ts";
import type { Contexto } from "./contexto.ts";
import { CampoHoje } from "../filtros/CampoHoje.tsx";
import { nomeDoMunicipio } from "../filtros/nomes.ts";
import { opcoesDeMunicipio } from "../filtros/opcoes.ts";
import { CANAIS, period, SEM_FILTROS, SITUACOES, TEMAS } from "../estado.ts";
import { limitesEmPalavras } from "./frase.ts";

interface FiltrosProps {
  readonly contexto: Contexto;
  readonly referencia: CivilDate;
  /** Cases counted with the filters; null while counting. */
  readonly total: number | null;
}

/** Filters by period, place, channel, theme and state, each also set by clicking its chart; a dialog on small screens. */
export function Filtros(props: FiltrosProps) {
  const { mudar } = props.contexto;
  const isWide = useWide();
  const chips = chipsDe(props.contexto);
  return (
    <section className="filters-bar" aria-label="Filtros">
      {isWide ? (
        <Campos {...props} />
      ) : (
        <FilterDrawer
          emUso={chips.length}
          ver={props.total === null ? "Ver a página" : `Ver ${count(props.total, "denúncia", "denúncias", "f")}`}
        >
          <Campos {...props} />
        </FilterDrawer>
      )}
      <ChipList
        chips={chips}
        onLimpar={() => {
          mudar({ ...SEM_FILTROS, em: null, pagina: 1 });
        }}
      />
    </section>
  );
}

function Campos({ contexto, referencia }: FiltrosProps) {
  const { estado, filtrar, mudar, municipios, nomeRegiao, registro } = contexto;
  const regioes = useMemo(() => regionOptions(municipios), [municipios]);
  const lugares = useMemo(() => opcoesDeMunicipio(municipios, estado.municipio), [municipios, estado.municipio]);
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
        rotulo="Canal"
        todas="todos"
        opcoes={OPCOES_CANAL}
        escolhidas={estado.canais}
        onMudar={(canais) => {
          filtrar({ canais });
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
        rotulo="Situação"
        opcoes={OPCOES_SITUACAO}
        escolhidas={estado.situacoes}
        onMudar={(situacoes) => {
          filtrar({ situacoes });
        }}
      />
      <CampoHoje
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

const OPCOES_CANAL = CANAIS.map((valor) => ({ valor, rotulo: CANAL_ROTULO[valor] }));
const OPCOES_TEMA = TEMAS.map((valor) => ({ valor, rotulo: TEMA_DENUNCIA_ROTULO[valor] }));
const OPCOES_SITUACAO = SITUACOES.map((valor) => ({ valor, rotulo: SITUACAO_ROTULO[valor] }));

/** A month of a link over other data may lie outside the list; the select then shows the end nearest to it. */
function inside(mes: string | null, primeiro: string, ultimo: string): string {
  if (mes === null) return "";
  return mes < primeiro ? primeiro : mes > ultimo ? ultimo : mes;
}

function chipsDe({ estado, filtrar, mudar, municipios, nomesRegioes }: Contexto): ChipItem[] {
  return [
    ...(estado.de === null && estado.ate === null
      ? []
      : [
          {
            id: "periodo",
            rotulo: capitalize(limitesEmPalavras(estado)),
            onRemover: () => {
              filtrar({ de: null, ate: null });
            },
          },
        ]),
    ...(estado.municipio === null
      ? []
      : [
          {
            id: "municipio",
            rotulo: nomeDoMunicipio(estado.municipio, municipios),
            onRemover: () => {
              filtrar({ municipio: null });
            },
          },
        ]),
    ...estado.regioes.map((codigo) => ({
      id: `regiao-${codigo}`,
      rotulo: `Região de ${nomesRegioes.get(codigo) ?? codigo}`,
      onRemover: () => {
        filtrar({ regioes: estado.regioes.filter((outra) => outra !== codigo) });
      },
    })),
    ...estado.canais.map((id) => ({
      id: `canal-${id}`,
      rotulo: CANAL_ROTULO[id],
      onRemover: () => {
        filtrar({ canais: estado.canais.filter((outro) => outro !== id) });
      },
    })),
    ...estado.temas.map((id) => ({
      id: `tema-${id}`,
      rotulo: TEMA_DENUNCIA_ROTULO[id],
      onRemover: () => {
        filtrar({ temas: estado.temas.filter((outro) => outro !== id) });
      },
    })),
    ...estado.situacoes.map((id) => ({
      id: `situacao-${id}`,
      rotulo: SITUACAO_ROTULO[id],
      onRemover: () => {
        filtrar({ situacoes: estado.situacoes.filter((outra) => outra !== id) });
      },
    })),
    ...(estado.em === null
      ? []
      : [
          {
            id: "em",
            rotulo: `Data de referência: ${formatDate(estado.em)}`,
            onRemover: () => {
              mudar({ em: null, pagina: 1 });
            },
          },
        ]),
  ];
}
