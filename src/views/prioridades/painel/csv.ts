import type { Celula } from "../../../core/absence.ts";
import type { CivilDate } from "../../../core/civil-date.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { formatNumber, formatPercent } from "../../../core/format.ts";
import type { IndicadorPreparado } from "../../../core/metodo/priority.ts";
import { tableCsv, type ExportColumn } from "../../../data/export/table-csv.ts";
import { CASAS_NOTA, painelDe, type Contexto, type ParteDimensao, type ParteIndicador } from "../explicacao.ts";
import { nomeFonte } from "../medida.ts";
import { detalheDe } from "./figuras.ts";
import { intervaloDe } from "./intervalo.ts";
import { fraseDosLimites, porQueEstaAqui } from "./porque.ts";

interface LinhaDoPainel {
  readonly dimensao: ParteDimensao;
  readonly indicador: ParteIndicador;
  readonly preparado: IndicadorPreparado;
}

/** The panel of one municipality as a file: a row for each indicator of the method, its sentences in the header. */
export function painelCsv(codigo: number, contexto: Contexto, cabecalho: ExportHeader, hoje: CivilDate): string {
  const { preparada, scores, municipios, catalogo } = contexto;
  const i = municipios.findIndex((municipio) => municipio.codigo === codigo);
  const nome = municipios[i]?.nome ?? String(codigo);
  const painel = painelDe(codigo, contexto, hoje);
  const preparados = new Map(preparada.indicadores.map((p) => [p.metodo.id, p]));
  const registros = new Map(catalogo.map((r) => [r.id, r]));
  const linhas = painel.dimensoes.flatMap((dimensao) =>
    dimensao.indicadores.flatMap((indicador): LinhaDoPainel[] => {
      const preparado = preparados.get(indicador.id);
      return preparado === undefined ? [] : [{ dimensao, indicador, preparado }];
    }),
  );
  const numero = (titulo: string, valor: (linha: LinhaDoPainel) => number | null | undefined): ExportColumn<LinhaDoPainel> => ({
    titulo,
    valor: (linha): Celula => {
      const x = valor(linha) ?? null;
      return x === null ? { ausencia: "sem-dado" } : { valor: x };
    },
  });
  const texto = (titulo: string, valor: (linha: LinhaDoPainel) => string): ExportColumn<LinhaDoPainel> => ({ titulo, valor });
  const colunas: ExportColumn<LinhaDoPainel>[] = [
    texto("Dimensão", ({ dimensao }) => dimensao.nome),
    texto("Indicador", ({ indicador }) => indicador.nome),
    texto("Unidade", ({ indicador }) => registros.get(indicador.id)?.unidade ?? ""),
    numero("Valor publicado", ({ preparado }) => preparado.figuras.bruto[i]),
    texto("Período", ({ preparado }) => preparado.figuras.periodo[i] ?? ""),
    texto("Validade", (linha) => {
      const registro = registros.get(linha.indicador.id);
      return registro === undefined ? "" : (detalheDe(linha.preparado, registro, i, hoje).vencido ?? "");
    }),
    texto("Fonte", ({ indicador }) => nomeFonte(contexto.fontes, registros.get(indicador.id)?.fonte ?? "")),
    numero("Contagem", ({ preparado }) => preparado.figuras.eventos[i]),
    numero("Expostos", ({ preparado }) => preparado.figuras.expostos[i]),
    numero("Intervalo de 95 %, de", ({ preparado }) => intervaloDe(preparado, i)?.de),
    numero("Intervalo de 95 %, até", ({ preparado }) => intervaloDe(preparado, i)?.ate),
    texto("Fórmula do intervalo", ({ preparado }) => intervaloDe(preparado, i)?.formula ?? ""),
    numero("Valor usado na nota", ({ preparado }) => preparado.figuras.valor[i]),
    numero("Peso dos dados do próprio município", ({ preparado }) => preparado.figuras.pesoProprio[i]),
    numero("Baliza menor", ({ preparado }) => preparado.metodo.baliza.lo),
    numero("Baliza maior", ({ preparado }) => preparado.metodo.baliza.hi),
    texto("Fonte das balizas", ({ preparado }) => preparado.metodo.baliza.fonte),
    numero("Necessidade, de 0 a 100", ({ indicador }) => indicador.nota),
    numero("Pontos na nota", ({ indicador }) => indicador.pontos),
  ];
  const limites = fraseDosLimites(painel);
  const nota = painel.nota === null ? "dados insuficientes" : formatNumber(painel.nota, CASAS_NOTA);
  const frases = [porQueEstaAqui(nome, painel, preparada.metodo.presencaMinima, scores.ranked), ...(limites === null ? [] : [limites])];
  const titulo = `Nota de ${nome} por partes: ${nota}, com dado para ${formatPercent(painel.pesoPresente, 1)} do peso. ${frases.join(" ")}`;
  return tableCsv({ ...cabecalho, titulo }, colunas, linhas);
}
