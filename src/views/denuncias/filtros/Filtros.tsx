import type { CivilDate } from "../../../core/civil-date.ts";
import { formatDate } from "../../../core/format.ts";
import type { ChipItem } from "../../../ui/filters/ChipList.tsx";
import { DayField } from "../../../ui/filters/DayField.tsx";
import { MonthField } from "../../../ui/filters/MonthField.tsx";
import { MultiSelect } from "../../../ui/filters/MultiSelect.tsx";
import type { ViewProps } from "../../../ui/view-props.ts";
import { type Estado, type Filtros as Mudanca, period, SEM_FILTROS } from "../estado.ts";
import { ESPERA_ROTULO, PRAZO_ROTULO, superintendenciaEmPalavras } from "../rotulos.ts";
import { chip, chipsComuns, chipsDaLista } from "./chips.ts";
import { CamposComuns, MolduraDosFiltros } from "./Comuns.tsx";
import { diaDoComputador } from "./dia-do-computador.ts";
import { mesesComOsDoEndereco, type NomesDoFiltro, nomeDoPrazo, periodoEmPalavras } from "./filtro.ts";

interface FiltrosProps {
  readonly estado: Estado;
  readonly mudar: ViewProps<Estado>["mudar"];
  readonly filtrar: (mudanca: Partial<Mudanca>) => void;
  readonly nomes: NomesDoFiltro;
  /** "região imediata (IBGE)". */
  readonly nomeRegiao: string;
  readonly hoje: CivilDate;
  readonly meses: { readonly min: string; readonly max: string };
  /** Cases under the filters; null while counting. */
  readonly casos: number | null;
}

/** The filters all parts that stand on the clock share. */
export function Filtros(props: FiltrosProps) {
  const { mudar, casos } = props;
  return (
    <MolduraDosFiltros
      chips={chipsDe(props)}
      casos={casos}
      onLimpar={() => {
        mudar({ ...SEM_FILTROS, em: null, pagina: 1 });
      }}
    >
      <Campos {...props} />
    </MolduraDosFiltros>
  );
}

/** Who a case may be filtered by: closed cases and apensadas wait for nobody, and have no row to filter. */
const ESPERAS = (["ouvidoria", "estado", "municipio"] as const).map((valor) => ({ valor, rotulo: ESPERA_ROTULO[valor] }));
const ESTADOS = ["vencido", "vence-logo", "no-prazo", "sem-como-contar"] as const;

function Campos({ estado, mudar, filtrar, nomes, nomeRegiao, hoje, meses }: FiltrosProps) {
  const { municipios, doTerritorio } = nomes;
  const oferecidos = mesesComOsDoEndereco(meses, estado);
  // A state of the address that the list does not offer is in force all the same: it can be seen and taken out.
  const estados = [...new Set([...ESTADOS, ...estado.estadosDoPrazo])].map((valor) => ({ valor, rotulo: PRAZO_ROTULO[valor] }));
  return (
    <div className="filters-fields">
      <MonthField
        rotulo="Registro de"
        valor={estado.de ?? ""}
        {...oferecidos}
        vazio="início"
        onMudar={(mes) => {
          filtrar(period(mes === "" ? null : mes, estado.ate));
        }}
      />
      <MonthField
        rotulo="até"
        valor={estado.ate ?? ""}
        {...oferecidos}
        vazio="fim"
        onMudar={(mes) => {
          filtrar(period(estado.de, mes === "" ? null : mes));
        }}
      />
      <CamposComuns estado={estado} filtrar={filtrar} municipios={municipios} nomeRegiao={nomeRegiao} />
      {doTerritorio.superintendencias.length === 0 ? null : (
        <MultiSelect
          rotulo="Superintendência"
          opcoes={doTerritorio.superintendencias.map(({ id, nome }) => ({ valor: id, rotulo: nome }))}
          escolhidas={estado.superintendencias}
          onMudar={(superintendencias) => {
            filtrar({ superintendencias });
          }}
        />
      )}
      <MultiSelect
        rotulo="Espera por"
        todas="todos"
        opcoes={ESPERAS}
        escolhidas={estado.esperas}
        onMudar={(esperas) => {
          filtrar({ esperas });
        }}
      />
      {doTerritorio.prazos.length === 0 ? null : (
        <>
          <MultiSelect
            rotulo="Prazo"
            todas="todos"
            opcoes={doTerritorio.prazos.map(({ id, nome }) => ({ valor: id, rotulo: nome }))}
            escolhidas={estado.prazos}
            onMudar={(prazos) => {
              filtrar({ prazos });
            }}
          />
          <MultiSelect
            rotulo="Situação do prazo"
            opcoes={estados}
            escolhidas={estado.estadosDoPrazo}
            onMudar={(estadosDoPrazo) => {
              filtrar({ estadosDoPrazo });
            }}
          />
        </>
      )}
      <DayField
        rotulo="Hoje é"
        ajuda="Os prazos são contados até este dia."
        min="2004-10-15"
        max="2096-12-31"
        valor={hoje}
        onMudar={(em) => {
          mudar({ em, pagina: 1 });
        }}
      />
      <button
        type="button"
        className="ui-button ui-button-quiet"
        title="Conta os prazos até o dia do seu computador; fica no endereço, como qualquer outra data."
        onClick={() => {
          mudar({ em: diaDoComputador(new Date()), pagina: 1 });
        }}
      >
        Contar até hoje
      </button>
    </div>
  );
}

function chipsDe({ estado, mudar, filtrar, nomes }: FiltrosProps): ChipItem[] {
  const { em } = estado;
  return [
    ...chipsComuns({ estado, filtrar, municipios: nomes.municipios, nomesRegioes: nomes.nomesRegioes }, `Registro ${periodoEmPalavras(estado)}`),
    ...chipsDaLista("superintendencia", estado.superintendencias, (id) => superintendenciaEmPalavras(id, nomes.doTerritorio), (superintendencias) => { filtrar({ superintendencias }); }),
    ...chipsDaLista("espera", estado.esperas, (id) => `Espera por: ${ESPERA_ROTULO[id]}`, (esperas) => { filtrar({ esperas }); }),
    ...chipsDaLista("prazo", estado.prazos, (id) => `Prazo: ${nomeDoPrazo(id, nomes.doTerritorio)}`, (prazos) => { filtrar({ prazos }); }),
    ...chipsDaLista("estado", estado.estadosDoPrazo, (id) => PRAZO_ROTULO[id], (estadosDoPrazo) => { filtrar({ estadosDoPrazo }); }),
    ...(em === null ? [] : [chip("em", `Hoje: ${formatDate(em)}`, () => { mudar({ em: null, pagina: 1 }); })]),
  ];
}
