import { SelectField } from "../../../ui/filters/SelectField.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";
import { OPCOES_DE_CONTAGEM } from "./contagem.ts";
import type { EstadoDaEquidade, MedidaDaEquidade } from "./estado-da-parte.ts";

const PESOS = [
  { valor: "municipio", rotulo: "Cada município pesa o mesmo" },
  { valor: "habitante", rotulo: "Cada habitante pesa o mesmo" },
] as const;

const MEDIDAS: readonly { readonly valor: MedidaDaEquidade; readonly rotulo: string }[] = [
  { valor: "apoios", rotulo: "Quanto apoio cada grupo recebeu" },
  { valor: "municipios", rotulo: "Quantos municípios foram alcançados" },
];

/** What is counted, what weighs the same, and what is set beside the lottery. */
export function Escolhas({ estado, mudar }: Pick<ParteDeCoberturaProps, "estado" | "mudar">) {
  const { equidade } = estado;
  const escolher = (mudanca: Partial<EstadoDaEquidade>): void => {
    mudar({ equidade: { ...equidade, ...mudanca } });
  };
  return (
    <div className="cobertura-equidade-escolhas ui-no-print">
      <SelectField
        rotulo="O que contar"
        valor={equidade.conta}
        opcoes={OPCOES_DE_CONTAGEM}
        onMudar={(conta) => {
          escolher({ conta });
        }}
      />
      <SelectField
        rotulo="O que pesa o mesmo"
        valor={equidade.porHabitante ? "habitante" : "municipio"}
        opcoes={PESOS}
        onMudar={(peso) => {
          escolher({ porHabitante: peso === "habitante" });
        }}
      />
      <SelectField
        rotulo="O que comparar com o sorteio"
        valor={equidade.medida}
        opcoes={MEDIDAS}
        onMudar={(medida) => {
          escolher({ medida });
        }}
      />
    </div>
  );
}
