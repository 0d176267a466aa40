import type { CivilDate } from "../../../core/civil-date.ts";
import { formatDate } from "../../../core/format.ts";
import { DayField } from "../../../ui/filters/DayField.tsx";
import type { ExtraChip } from "../../../ui/filters/FilterBar.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { PERIODOS, SEM_FILTROS, type Estado } from "../estado.ts";
import type { ParteDeCoberturaProps } from "../parte.ts";

interface PeriodoProps {
  readonly estado: Pick<Estado, "meses">;
  readonly mudar: ParteDeCoberturaProps["mudar"];
}

/** Length of the period under study. */
export function CampoDoPeriodo({ estado, mudar }: PeriodoProps) {
  return (
    <SelectField
      rotulo="Período"
      valor={String(estado.meses)}
      opcoes={OPCOES_PERIODO}
      onMudar={(texto) => {
        const meses = PERIODOS.find((m) => String(m) === texto);
        if (meses !== undefined) mudar({ meses });
      }}
    />
  );
}

interface DiaProps {
  readonly rotulo: string;
  readonly hoje: CivilDate;
  /** The data's own day, which the address leaves out. */
  readonly dataReferencia: CivilDate;
  /** First and last day of what is counted; null where open or not loaded. */
  readonly extrato: { readonly inicio: CivilDate | null; readonly fim: CivilDate | null };
  readonly mudar: ParteDeCoberturaProps["mudar"];
}

/** The day counted as today. */
export function CampoDoDia({ rotulo, hoje, dataReferencia, extrato, mudar }: DiaProps) {
  return (
    <DayField
      rotulo={rotulo}
      valor={hoje}
      {...(extrato.inicio === null ? {} : { min: extrato.inicio })}
      max={extrato.fim !== null && extrato.fim > dataReferencia ? extrato.fim : dataReferencia}
      onMudar={(data) => {
        mudar({ em: data === dataReferencia ? null : data });
      }}
    />
  );
}

/** Chips of the period and the day, where they are not the default. */
export function chipsDoTempo({ meses, em }: Pick<Estado, "meses" | "em">, mudar: ParteDeCoberturaProps["mudar"]): ExtraChip[] {
  const chips: ExtraChip[] = [];
  if (meses !== SEM_FILTROS.meses) {
    chips.push({
      id: "meses",
      rotulo: `Período de ${meses} meses`,
      onRemover: () => {
        mudar({ meses: SEM_FILTROS.meses });
      },
    });
  }
  if (em !== null) {
    chips.push({
      id: "em",
      rotulo: `Até ${formatDate(em)}`,
      onRemover: () => {
        mudar({ em: null });
      },
    });
  }
  return chips;
}

const OPCOES_PERIODO = PERIODOS.map((meses) => ({ valor: String(meses), rotulo: `${meses} meses` }));
