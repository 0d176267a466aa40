import { SEM_CODIGO, SEM_DIA } from "../../core/denuncias/passos.ts";
import { compararComSemelhantes } from "../../core/equidade/comparacao.ts";
import { concentracao, gini } from "../../core/equidade/concentracao.ts";
import { sortear } from "../../core/equidade/sorteio.ts";
import { cobrirPeriodos, type PeriodoDoPacto } from "../../core/pacto/cobertura.ts";
import { naoClassificadosDe } from "../../core/pacto/classificar.ts";
import { estadoDoApoio } from "../../core/pacto/colunas.ts";
import { calcularMinimo, curvaDoMinimo } from "../../core/pacto/minimo.ts";
import { responderDemanda } from "../../core/pacto/pedidos.ts";
import type { Answerers } from "../keeper/run.ts";
import { baseDo, comFalta, mascara, type ApoioPreparado } from "./apoio-preparar.ts";
import { TEMAS_SEM_LINHA_DADOS, type ContagemDeApoio, type Dentro, type Perguntas } from "./perguntas.ts";

const PRESENCIAL = 0;
const VISITA = "visita-tecnica";

/** Every question throws a RangeError for a filter or list that does not fit the municipalities. */
export const responder: Answerers<ApoioPreparado, Perguntas> = {
  pactuado: (apoio, { periodos, dentro }) => {
    const { colunas, classes, pacto, hoje } = apoio;
    const coberturas = cobrirPeriodos({ colunas, classes, pacto, base: baseDo(apoio, dentro), hoje }, periodos);
    const [primeiro] = periodos;
    const restos = primeiro === undefined ? [] : naoClassificadosDe(colunas, classes, linhasEm(apoio, dentro, primeiro, ["realizado", "previsto"]));
    return {
      coberturas,
      semLinha: restos.slice(0, TEMAS_SEM_LINHA_DADOS).map(({ tema, eixo, linhas }) => ({
        tema,
        eixo: eixo === SEM_CODIGO ? null : eixo,
        linhas,
        sugestao: tema === null ? null : apoio.sugerir(tema),
      })),
      temasSemLinha: restos.length,
    };
  },

  demanda: ({ colunas, municipios, hoje }, { periodo, dentro }) => responderDemanda({ colunas, municipios, dentro: mascara(dentro, municipios), periodo, hoje }),

  minimo: ({ colunas, pacto, municipios, hoje }, { regra, dentro, dias }) => {
    const pedido = { colunas, pacto, municipios, dentro: mascara(dentro, municipios), hoje };
    return { minimo: calcularMinimo({ ...pedido, regra }), curva: curvaDoMinimo(pedido, Int32Array.from(dias)) };
  },

  equidade: (apoio, { periodo, conta, dentro, agrupamentos, porHabitante, seed }) => {
    const contagens = contar(apoio, periodo, conta, dentro);
    const pesos = porHabitante ? apoio.populacao : null;
    return {
      contagens,
      necessidade: apoio.notas === null ? null : concentracao({ necessidade: apoio.notas, contagens, pesos }),
      desigualdade: gini({ contagens, pesos }),
      sorteios: agrupamentos.map(({ grupos, quantos, chances }, i) =>
        sortear({ contagens, grupos, quantosGrupos: quantos, chances: chances === "populacao" ? apoio.populacao : null }, { seed: `${seed}:${String(i)}` }),
      ),
    };
  },

  efeito: (apoio, { periodo, conta, dentro, porte, regiao, antes, depois, seed }) => {
    const apoiado = contar(apoio, periodo, conta, dentro).map((vezes) => (Number.isNaN(vezes) ? NaN : Math.min(1, vezes)));
    const comparacao = compararComSemelhantes({ apoiado, porte: comFalta(porte), regiao: comFalta(regiao), antes: comFalta(antes), depois: comFalta(depois) }, { seed });
    return { comparacao, apoiados: apoiado.filter((um) => um === 1).length, semApoio: apoiado.filter((um) => um === 0).length };
  },
};

/** Distinct events held by municipality; NaN outside the filter. */
function contar(apoio: ApoioPreparado, periodo: PeriodoDoPacto, conta: ContagemDeApoio, dentro: Dentro): Float64Array {
  const { colunas, municipios, pacto } = apoio;
  const marcas = mascara(dentro, municipios);
  const contagens = new Float64Array(municipios);
  for (let m = 0; m < municipios; m += 1) if (marcas !== null && marcas[m] !== 1) contagens[m] = NaN;
  const visita = pacto.estrategias.findIndex(({ id }) => id === VISITA);
  const vale = (row: number): boolean => conta === "todos" || (conta === "presencial" ? colunas.modalidade[row] === PRESENCIAL : colunas.estrategia[row] === visita);
  for (const row of linhasEm(apoio, dentro, periodo, ["realizado"])) {
    const m = colunas.municipio[row] ?? 0;
    if (vale(row)) contagens[m] = (contagens[m] ?? 0) + 1;
  }
  return contagens;
}

/** Rows of the municipalities inside the filter, with a day in the period and one of these states. */
function linhasEm({ colunas, municipios, hoje }: ApoioPreparado, dentro: Dentro, { de, ate }: PeriodoDoPacto, estados: readonly string[]): number[] {
  const marcas = mascara(dentro, municipios);
  const rows: number[] = [];
  for (let row = 0; row < colunas.n; row += 1) {
    const m = colunas.municipio[row] ?? -1;
    const dia = colunas.dia[row] ?? SEM_DIA;
    if (m < 0 || (marcas !== null && marcas[m] !== 1) || dia === SEM_DIA || dia < de || dia > ate) continue;
    if (estados.includes(estadoDoApoio(colunas, row, hoje))) rows.push(row);
  }
  return rows;
}
