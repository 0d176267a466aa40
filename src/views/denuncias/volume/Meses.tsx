import { useMemo } from "react";
import { isValor } from "../../../core/absence.ts";
import { count, formatMonth } from "../../../core/format.ts";
import type { RecorteDenuncias } from "../../../data/queries/denuncias-recorte.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { COLUNAS_MES } from "./colunas.ts";
import type { Contagens } from "./contagens.ts";
import { cabecalhoDe } from "./cabecalho.ts";
import type { Contexto } from "./contexto.ts";
import { period } from "../estado.ts";
import { periodoEmPalavras } from "./frase.ts";
import { denunciasPorMes, legendaMeses } from "./graficos.ts";
import { leituraMeses, linhasPorMes, type LinhaMes } from "./meses.ts";
import { type Trecho, useBrush } from "./use-brush.ts";

interface MesesProps {
  readonly contexto: Contexto;
  readonly recorte: RecorteDenuncias;
  readonly contagens: Contagens;
}

/** Complaints month by month; a drag over the months, or a click on one, chooses the period. */
export function Meses({ contexto, recorte, contagens }: MesesProps) {
  const { estado, filtrar, registro } = contexto;
  const linhas = useMemo(() => linhasPorMes(contagens.mes, registro, recorte.referencia), [contagens, registro, recorte.referencia]);
  const periodoDe = ({ a, b }: Trecho) => period(linhas[a]?.mes ?? null, linhas[b]?.mes ?? null);
  const { previa, handlers } = useBrush(linhas.length, (trecho) => {
    filtrar(periodoDe(trecho));
  });
  const { de, ate } = previa === null ? estado : periodoDe(previa);
  const options = useMemo(() => denunciasPorMes(linhas, { de, ate }), [linhas, de, ate]);
  const legenda = useMemo(() => legendaMeses(linhas), [linhas]);
  const leitura = useMemo(() => leituraMeses(linhas), [linhas]);
  const titulo = "Quantas denúncias chegam por mês?";
  return (
    <div className="denuncias-meses" {...handlers}>
      <ChartFrame
        titulo={titulo}
        subtitulo="Casos pela data de registro. Arraste sobre os meses para escolher um período, clique para escolher um mês, ou use os campos “De” e “Até” dos filtros."
        leitura={leitura}
        linhas={linhas}
        colunas={COLUNAS_MES}
        chave={mesDe}
        options={options}
        cabecalho={cabecalhoDe(`${titulo} ${periodoEmPalavras(recorte, registro.meses)}`, { ...recorte, de: null, ate: null }, contexto)}
        arquivo={`denuncias-por-mes-${recorte.referencia}`}
        onMarca={({ mes }) => {
          filtrar(estado.de === mes && estado.ate === mes ? { de: null, ate: null } : { de: mes, ate: mes });
        }}
        selecionada={estado.de !== null && estado.de === estado.ate ? estado.de : null}
        rotuloMarca={rotuloMes}
        legenda={legenda}
        altura={260}
        vazio="O extrato não tem nenhuma denúncia com data de registro legível."
      />
    </div>
  );
}

function mesDe({ mes }: LinhaMes): string {
  return mes;
}

function rotuloMes({ mes, casos, ateDia }: LinhaMes): string {
  const quantas = isValor(casos) ? count(casos.valor, "denúncia", "denúncias", "f") : "sem dado";
  return `${formatMonth(mes)}: ${quantas}${ateDia === null ? "" : ", mês incompleto"}`;
}
