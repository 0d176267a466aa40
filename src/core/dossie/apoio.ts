import { addMonths, monthsBetween, type CivilDate } from "../civil-date.ts";
import { count, formatDate, formatNumber } from "../format.ts";
import type { BlocoDoDossie, FraseDoDossie, SecaoDoDossie } from "./dossie.ts";
import type { ApoioPorEstrategia, EntradaDosDossies } from "./entrada.ts";

/** Months back from the reference date in which support is counted. */
export const MESES_DO_APOIO = 12;
const MAIS_ESTRATEGIAS = 5;

const texto = (frase: string, papel: FraseDoDossie["papel"] = "texto"): FraseDoDossie => ({ tipo: "frase", papel, texto: frase });

/** Day by which the yearly monitoring was or is due; null where the pact has no minimum or none is on record. */
export function venceMonitoramento({ pacto }: Pick<EntradaDosDossies, "pacto">, daqui: readonly ApoioPorEstrategia[]): CivilDate | null {
  if (pacto.minimo === null) return null;
  const { estrategias, meses } = pacto.minimo;
  const ultimo = daqui.flatMap(({ estrategia, ultimo: dia }) => (estrategias.includes(estrategia) ? [dia] : [])).toSorted().at(-1);
  return ultimo === undefined ? null : addMonths(ultimo, meses);
}

/** Support received: last on site, counts of twelve months, the yearly monitoring. */
export function secaoDoApoio(entrada: EntradaDosDossies, codigo: number): SecaoDoDossie {
  const { apoio, dataReferencia } = entrada;
  const secao = (blocos: readonly BlocoDoDossie[]): SecaoDoDossie => ({ id: "apoio", titulo: "Apoio técnico recebido", largura: "metade", blocos });
  if (apoio === null) return secao([texto("O registro de apoios não foi carregado.")]);
  const daqui = apoio.get(codigo) ?? [];
  if (daqui.length === 0) return secao([texto(`Nenhum apoio registrado até ${formatDate(dataReferencia)}.`), ...minimo(entrada, daqui)]);
  const noPeriodo = daqui.reduce((soma, { noPeriodo: n }) => soma + n, 0);
  const todos = daqui.reduce((soma, { todos: n }) => soma + n, 0);
  const presencial = daqui.flatMap(({ ultimoPresencial }) => (ultimoPresencial === null ? [] : [ultimoPresencial])).toSorted().at(-1);
  const desde =
    presencial === undefined
      ? "nenhum presencial no registro"
      : `o último presencial foi em ${formatDate(presencial)}, há ${count(monthsBetween(presencial, dataReferencia), "mês completo", "meses completos")}`;
  const ordem = daqui.toSorted((a, b) => b.noPeriodo - a.noPeriodo || (a.ultimo < b.ultimo ? 1 : -1));
  const mostradas = ordem.slice(0, MAIS_ESTRATEGIAS);
  const nomeDe = (id: string): string => entrada.pacto.estrategias.find((estrategia) => estrategia.id === id)?.nome ?? id;
  return secao([
    texto(`${count(noPeriodo, "evento", "eventos")} em ${MESES_DO_APOIO} meses e ${formatNumber(todos)} em todo o registro; ${desde}.`),
    {
      tipo: "tabela",
      legenda: `Apoio por estratégia até ${formatDate(dataReferencia)}${ordem.length > mostradas.length ? ` (${formatNumber(mostradas.length)} de ${formatNumber(ordem.length)} estratégias)` : ""}`,
      colunas: [
        { titulo: "Estratégia", numero: false, parte: 0.52 },
        { titulo: `Em ${MESES_DO_APOIO} meses`, numero: true, parte: 0.24 },
        { titulo: "Último", numero: true, parte: 0.24 },
      ],
      linhas: mostradas.map(({ estrategia, noPeriodo: n, ultimo }) => [nomeDe(estrategia), formatNumber(n), formatDate(ultimo)]),
    },
    ...minimo(entrada, daqui),
  ]);
}

function minimo(entrada: EntradaDosDossies, daqui: readonly ApoioPorEstrategia[]): FraseDoDossie[] {
  const { pacto, territorio, dataReferencia } = entrada;
  if (pacto.minimo === null) return [];
  const norma = territorio.normas.find(({ id }) => id === pacto.norma)?.nomeCurto;
  const artigo = pacto.minimo.artigos[0];
  const fonte = norma === undefined || artigo === undefined ? "" : ` (${norma}, ${artigo})`;
  const vence = venceMonitoramento(entrada, daqui);
  if (vence === null) return [texto(`Monitoramento a cada ${formatNumber(pacto.minimo.meses)} meses${fonte}: nenhum registrado.`)];
  return [
    texto(
      vence < dataReferencia
        ? `Monitoramento a cada ${formatNumber(pacto.minimo.meses)} meses${fonte}: venceu em ${formatDate(vence)}.`
        : `Monitoramento a cada ${formatNumber(pacto.minimo.meses)} meses${fonte}: em dia até ${formatDate(vence)}.`,
    ),
  ];
}
