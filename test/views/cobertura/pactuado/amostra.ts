import { cobrirPeriodos, responderDemanda, sugerirLinha, type BaseDoPacto } from "../../../../src/core/pacto/index.ts";
import { diaDe } from "../../../../src/core/denuncias/dia.ts";
import { SEM_CODIGO } from "../../../../src/core/denuncias/passos.ts";
import type { Municipio } from "../../../../src/core/municipio.ts";
import type { Perguntas } from "../../../../src/data/apoio/perguntas.ts";
import { linhasDaMatriz, tudoJunto, type Coberturas } from "../../../../src/views/cobertura/pactuado/matriz.ts";
import { periodosDoPactuado, periodosPedidos, PRIMEIRA_FATIA } from "../../../../src/views/cobertura/pactuado/periodos.ts";
import { BASE, colunasDe, HOJE, PACTO } from "../../../core/pacto/caso.ts";
import { MUNICIPIOS as SEIS } from "../../prioridades/fixture.ts";

/** The hand-worked record of test/core/pacto/caso.ts, in the twelve months to its today, 30 November 2022. */
export const MESES = 12;
export const PERIODO = { de: diaDe("2021-12-01"), ate: HOJE };
/** Its first and last days: M3 of 29 February 2020, P1 planned for 10 December 2022. */
export const REGISTRO = { de: diaDe("2020-02-29"), ate: diaDe("2022-12-10") };

/** A to E, by name; a sixth that no support reaches is left out. */
export const MUNICIPIOS: readonly Municipio[] = SEIS.slice(0, 5);

export const PERIODOS = periodosDoPactuado(PERIODO, MESES, REGISTRO);

const { colunas, classes } = colunasDe();

export function responder(pede: Perguntas["pactuado"]["pede"], base: BaseDoPacto = BASE): Perguntas["pactuado"]["responde"] {
  const semLinha = classes.naoClassificados.map(({ tema, eixo, linhas }) => ({
    tema,
    eixo: eixo === SEM_CODIGO ? null : eixo,
    linhas,
    sugestao: tema === null ? null : sugerirLinha(tema, PACTO),
  }));
  return { coberturas: cobrirPeriodos({ colunas, classes, pacto: PACTO, base, hoje: HOJE }, pede.periodos), semLinha, temasSemLinha: semLinha.length };
}

export function responderPedidos({ periodo }: Perguntas["demanda"]["pede"]): Perguntas["demanda"]["responde"] {
  return responderDemanda({ colunas, municipios: MUNICIPIOS.length, dentro: null, periodo, hoje: HOJE });
}

export const RESPOSTA = responder({ periodos: periodosPedidos(PERIODOS), dentro: null });

const [atual, anterior, adiante] = RESPOSTA.coberturas;
if (atual === undefined || anterior === undefined || adiante === undefined) throw new Error("three periods were asked for");

export const COBERTURAS: Coberturas = { atual, anterior, adiante };
export const FATIAS = RESPOSTA.coberturas.slice(PRIMEIRA_FATIA);
export const MATRIZ = linhasDaMatriz(COBERTURAS, PACTO);
export const TUDO = tudoJunto(COBERTURAS, PACTO);

/** A row of the matrix by its key. */
export function daMatriz(chave: string): (typeof MATRIZ)[number] {
  const linha = MATRIZ.find((item) => item.chave === chave);
  if (linha === undefined) throw new RangeError(`no row "${chave}"`);
  return linha;
}
