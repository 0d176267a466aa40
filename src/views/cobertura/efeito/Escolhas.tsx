import { count, formatPeriod } from "../../../core/format.ts";
import type { Territorio } from "../../../core/territorio.ts";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { OPCOES_DE_CONTAGEM } from "../equidade/contagem.ts";
import type { ParteDeCoberturaProps } from "../parte.ts";
import type { EstadoDoEfeito, FimDaJanela } from "./estado-da-parte.ts";
import type { Escolha, IndicadorComPeriodos, PeriodoComFiguras } from "./figuras.ts";

interface EscolhasProps extends Pick<ParteDeCoberturaProps, "estado" | "mudar" | "territorio"> {
  readonly opcoes: readonly IndicadorComPeriodos[];
  readonly escolha: Escolha;
}

const FINS: readonly { readonly valor: FimDaJanela; readonly rotulo: string }[] = [
  { valor: "fim", rotulo: "o fim do segundo período" },
  { valor: "vespera", rotulo: "a véspera do segundo período" },
];

/** Indicator, the two periods, and which support between them counts. */
export function Escolhas({ estado, mudar, territorio, opcoes, escolha }: EscolhasProps) {
  const { efeito } = estado;
  const { opcao, antes, depois } = escolha;
  const escolher = (mudanca: Partial<EstadoDoEfeito>): void => {
    mudar({ efeito: { ...efeito, ...mudanca } });
  };
  return (
    <div className="cobertura-efeito-escolhas ui-no-print">
      <SelectField
        rotulo="Indicador"
        valor={opcao.indicador.id}
        opcoes={opcoes.map(({ indicador }) => ({ valor: indicador.id, rotulo: indicador.nome, grupo: dimensaoDe(territorio, indicador.dimensao) }))}
        onMudar={(indicador) => {
          escolher({ indicador, antes: "", depois: "" });
        }}
      />
      <SelectField
        rotulo="Antes"
        valor={antes.periodo}
        opcoes={opcao.periodos.filter(({ periodo }) => periodo < depois.periodo).map(periodoEmPalavras)}
        onMudar={(periodo) => {
          escolher({ antes: periodo });
        }}
      />
      <SelectField
        rotulo="Depois"
        valor={depois.periodo}
        opcoes={opcao.periodos.slice(1).map(periodoEmPalavras)}
        onMudar={(periodo) => {
          escolher(periodo > antes.periodo ? { antes: antes.periodo, depois: periodo } : { antes: "", depois: periodo });
        }}
      />
      <SelectField
        rotulo="Apoio que conta"
        valor={efeito.conta}
        opcoes={OPCOES_DE_CONTAGEM}
        onMudar={(conta) => {
          escolher({ conta });
        }}
      />
      <SelectField
        rotulo="Conta o apoio até"
        valor={efeito.ate}
        opcoes={FINS}
        onMudar={(ate) => {
          escolher({ ate });
        }}
      />
    </div>
  );
}

function periodoEmPalavras({ periodo, municipios }: PeriodoComFiguras): { valor: string; rotulo: string } {
  return { valor: periodo, rotulo: `${formatPeriod(periodo)} (${count(municipios, "município", "municípios")})` };
}

function dimensaoDe({ indice }: Territorio, id: string): string {
  return indice.dimensoes.find((dimensao) => dimensao.id === id)?.nome ?? "Contexto";
}
