import { useMemo } from "react";
import type { RespostaDeAlertas } from "../../../core/alerta/alertar.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { formatMonth, formatNumber } from "../../../core/format.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { ALTURA_DA_CARTA, COLUNAS_DA_CARTA, desenhoDaCarta, LEGENDA_DA_CARTA, leituraDaCarta, linhasDaCarta, type LinhaDaCarta } from "./carta.ts";
import { METODO } from "./rotulos-dos-metodos.ts";
import { nomeDaSerie, opcoesDeSerie, type NomesDasSeries } from "./series.ts";

interface CartaProps extends Pick<ParteDeDenunciasProps, "mudar" | "hoje"> {
  readonly resposta: RespostaDeAlertas;
  readonly nomes: NomesDasSeries;
  readonly cabecalho: (titulo: string) => ExportHeader;
  readonly onSerie: (id: string) => void;
}

/** A series month by month over what was expected of each month; a click on one tests it. */
export function Carta({ resposta, nomes, cabecalho, onSerie, mudar, hoje }: CartaProps) {
  const { series, escolhida, pedido } = resposta;
  const serie = series[escolhida];
  const nome = serie === undefined ? "" : nomeDaSerie(serie, nomes);
  const opcoes = useMemo(() => opcoesDeSerie(resposta, nomes), [resposta, nomes]);
  const linhas = useMemo(() => linhasDaCarta(resposta), [resposta]);
  const options = useMemo(() => desenhoDaCarta(linhas, pedido.mes), [linhas, pedido.mes]);
  const titulo = `${nome}: as denúncias de cada mês e o esperado`;
  if (serie === undefined) return null;
  return (
    <div className="denuncias-alertas-parte">
      <div className="denuncias-alertas-escolhas ui-no-print">
        <SelectField rotulo="Série do gráfico" valor={serie.id} opcoes={opcoes} onMudar={onSerie} />
      </div>
      <ChartFrame
        titulo={titulo}
        subtitulo={`Denúncias por mês de registro, em ${nome}; a faixa de cada mês vem só dos meses anteriores a ele (${METODO[pedido.metodo].nome}). Clique em um mês para testá-lo.`}
        leitura={leituraDaCarta(resposta, linhas, nome)}
        linhas={linhas}
        colunas={COLUNAS_DA_CARTA}
        chave={mesDe}
        options={options}
        cabecalho={cabecalho(titulo)}
        arquivo={`denuncias-alerta-${serie.id}-${pedido.mes}-visto-em-${hoje}`}
        selecionada={pedido.mes}
        onMarca={({ mes }) => {
          mudar({ mes });
        }}
        rotuloMarca={({ mes, observado }) => `${formatMonth(mes)}: ${formatNumber(observado)}`}
        legenda={LEGENDA_DA_CARTA}
        altura={ALTURA_DA_CARTA}
        vazio="Nenhum mês para mostrar, com os filtros em uso."
      />
    </div>
  );
}

function mesDe({ mes }: LinhaDaCarta): string {
  return mes;
}
