import { useMemo } from "react";
import type { CivilDate } from "../../../core/civil-date.ts";
import { capitalize, count, formatDate } from "../../../core/format.ts";
import { CANAL_ROTULO, TEMA_DENUNCIA_ROTULO } from "../../../data/contracts/denuncias.ts";
import { type ChipItem, ChipList } from "../../../ui/filters/ChipList.tsx";
import { FilterDrawer } from "../../../ui/filters/FilterDrawer.tsx";
import { MonthField } from "../../../ui/filters/MonthField.tsx";
import { MultiSelect } from "../../../ui/filters/MultiSelect.tsx";
import { regionOptions } from "../../../ui/filters/regions.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { useWide } from "../../../ui/use-wide.ts";
import type { ViewProps } from "../../../ui/view-props.ts";
import { CANAIS, type Estado, type Filtros as Mudanca, period, SEM_FILTROS, TEMAS } from "../estado.ts";
import { ESPERA_ROTULO, PRAZO_ROTULO, superintendenciaEmPalavras } from "../rotulos.ts";
import { CampoHoje } from "./CampoHoje.tsx";
import { diaDoComputador } from "./dia-do-computador.ts";
import { mesesComOsDoEndereco, type NomesDoFiltro, nomeDoPrazo, periodoEmPalavras } from "./filtro.ts";
import { nomeDoMunicipio } from "./nomes.ts";
import { opcoesDeMunicipio } from "./opcoes.ts";

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

/** The filters all parts that stand on the clock share; a dialog on small screens. */
export function Filtros(props: FiltrosProps) {
  const { mudar, casos } = props;
  const isWide = useWide();
  const chips = chipsDe(props);
  return (
    <section className="filters-bar" aria-label="Filtros">
      {isWide ? (
        <Campos {...props} />
      ) : (
        <FilterDrawer emUso={chips.length} ver={casos === null ? "Ver a página" : `Ver ${count(casos, "denúncia", "denúncias", "f")}`}>
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

/** Who a case may be filtered by: closed cases and apensadas wait for nobody, and have no row to filter. */
const ESPERAS = (["ouvidoria", "estado", "municipio"] as const).map((valor) => ({ valor, rotulo: ESPERA_ROTULO[valor] }));
const ESTADOS = ["vencido", "vence-logo", "no-prazo", "sem-como-contar"] as const;
const OPCOES_CANAL = CANAIS.map((valor) => ({ valor, rotulo: CANAL_ROTULO[valor] }));
const OPCOES_TEMA = TEMAS.map((valor) => ({ valor, rotulo: TEMA_DENUNCIA_ROTULO[valor] }));

function Campos({ estado, mudar, filtrar, nomes, nomeRegiao, hoje, meses }: FiltrosProps) {
  const { municipios, doTerritorio } = nomes;
  const regioes = useMemo(() => regionOptions(municipios), [municipios]);
  const lugares = useMemo(() => opcoesDeMunicipio(municipios, estado.municipio), [municipios, estado.municipio]);
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
      <CampoHoje
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
  const chip = (id: string, rotulo: string, onRemover: () => void): ChipItem => ({ id, rotulo, onRemover });
  const varios = <T extends string | number>(campo: string, valores: readonly T[], rotulo: (valor: T) => string, tirar: (resto: T[]) => void): ChipItem[] =>
    valores.map((valor) =>
      chip(`${campo}-${valor}`, rotulo(valor), () => {
        tirar(valores.filter((outro) => outro !== valor));
      }),
    );
  const { municipio, em } = estado;
  return [
    ...(estado.de === null && estado.ate === null
      ? []
      : [chip("periodo", `Registro ${periodoEmPalavras(estado)}`, () => { filtrar({ de: null, ate: null }); })]),
    ...(municipio === null ? [] : [chip("municipio", nomeDoMunicipio(municipio, nomes.municipios), () => { filtrar({ municipio: null }); })]),
    ...varios("regiao", estado.regioes, (codigo) => `Região de ${nomes.nomesRegioes.get(codigo) ?? codigo}`, (regioes) => { filtrar({ regioes }); }),
    ...varios("tema", estado.temas, (id) => TEMA_DENUNCIA_ROTULO[id], (temas) => { filtrar({ temas }); }),
    ...varios("canal", estado.canais, (id) => CANAL_ROTULO[id], (canais) => { filtrar({ canais }); }),
    ...varios("superintendencia", estado.superintendencias, (id) => superintendenciaEmPalavras(id, nomes.doTerritorio), (superintendencias) => { filtrar({ superintendencias }); }),
    ...varios("espera", estado.esperas, (id) => `Espera por: ${ESPERA_ROTULO[id]}`, (esperas) => { filtrar({ esperas }); }),
    ...varios("prazo", estado.prazos, (id) => `Prazo: ${nomeDoPrazo(id, nomes.doTerritorio)}`, (prazos) => { filtrar({ prazos }); }),
    ...varios("estado", estado.estadosDoPrazo, (id) => PRAZO_ROTULO[id], (estadosDoPrazo) => { filtrar({ estadosDoPrazo }); }),
    ...(em === null ? [] : [chip("em", `Hoje: ${formatDate(em)}`, () => { mudar({ em: null, pagina: 1 }); })]),
  ];
}
