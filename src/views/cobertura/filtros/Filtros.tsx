import type { CivilDate } from "../../../core/civil-date.ts";
import { count } from "../../../core/format.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { FilterBar } from "../../../ui/filters/FilterBar.tsx";
import { FilterDrawer } from "../../../ui/filters/FilterDrawer.tsx";
import { useWide } from "../../../ui/use-wide.ts";
import { SEM_FILTROS, type Estado } from "../estado.ts";
import type { ParteDeCoberturaProps } from "../parte.ts";
import { CampoDoDia, CampoDoPeriodo, chipsDoTempo } from "./Tempo.tsx";

interface FiltrosProps {
  readonly estado: Estado;
  readonly mudar: ParteDeCoberturaProps["mudar"];
  readonly municipios: readonly Municipio[];
  /** "região imediata (IBGE)". */
  readonly nomeRegiao: string;
  readonly hoje: CivilDate;
  readonly dataReferencia: CivilDate;
  readonly extrato: { readonly inicio: CivilDate | null; readonly fim: CivilDate | null };
  /** How many municipalities the filters of place keep. */
  readonly dentro: number;
  /** The part counts over the period. */
  readonly comPeriodo: boolean;
  /** The part counts by a day. */
  readonly comDia: boolean;
}

/** The filters that parts share, in a bar or, on small screens, in a dialog; a part that does not use one does not offer it. */
export function Filtros(props: FiltrosProps) {
  const isWide = useWide();
  if (isWide) return <Barra {...props} />;
  const { regioes, portes } = props.estado;
  return (
    <FilterDrawer emUso={regioes.length + portes.length + chipsDe(props).length} ver={`Ver ${count(props.dentro, "município", "municípios")}`}>
      <Barra {...props} />
    </FilterDrawer>
  );
}

function Barra(props: FiltrosProps) {
  const { estado, mudar, municipios, nomeRegiao, hoje, dataReferencia, extrato, comPeriodo, comDia } = props;
  return (
    <FilterBar
      municipios={municipios}
      regioes={estado.regioes}
      portes={estado.portes}
      onMudar={mudar}
      nomeRegiao={nomeRegiao}
      chips={chipsDe(props)}
      onLimpar={() => {
        mudar(SEM_FILTROS);
      }}
    >
      {comPeriodo ? <CampoDoPeriodo estado={estado} mudar={mudar} /> : null}
      {comDia ? <CampoDoDia rotulo={comPeriodo ? "Até" : "Hoje é"} hoje={hoje} dataReferencia={dataReferencia} extrato={extrato} mudar={mudar} /> : null}
    </FilterBar>
  );
}

function chipsDe({ estado, mudar, comPeriodo, comDia }: FiltrosProps) {
  return chipsDoTempo({ meses: comPeriodo ? estado.meses : SEM_FILTROS.meses, em: comDia ? estado.em : null }, mudar);
}
