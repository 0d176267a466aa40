import type { Celula } from "../../../core/absence.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { tableCsv, type ExportColumn } from "../../../data/export/table-csv.ts";
import type { LinhaViva } from "../linha-viva.ts";
import type { SorteioDoMunicipio } from "../use-sorteios.ts";
import { fraseDaComparacao, motivo, type Comparado } from "./comparacao.ts";

/** The comparison as a file: a row for each municipality, its sentence in the header. */
export function comparacaoCsv(comparados: readonly Comparado[], viva: LinhaViva, cabecalho: ExportHeader): string {
  const daNota = (titulo: string, valor: (c: Comparado) => number | null | undefined): ExportColumn<Comparado> => ({
    titulo,
    valor: (c): Celula => {
      const x = valor(c) ?? null;
      return x === null ? { ausencia: "dados-insuficientes" } : { valor: x };
    },
  });
  const doSorteio = (titulo: string, valor: (sorteio: SorteioDoMunicipio) => number): ExportColumn<Comparado> => ({
    titulo,
    valor: ({ sorteio }): Celula => {
      if (typeof sorteio !== "string") return { valor: valor(sorteio) };
      return { ausencia: sorteio === "nenhum" ? "dados-insuficientes" : "nao-carregado" };
    },
  });
  const dimensoes = comparados.find(({ painel }) => painel !== null)?.painel?.dimensoes ?? [];
  const colunas: ExportColumn<Comparado>[] = [
    { titulo: "Código IBGE", valor: ({ codigo }) => String(codigo) },
    { titulo: "Município", valor: ({ nome }) => nome },
    { titulo: "Situação", valor: (c) => (motivo(c) === null ? "comparado" : `não comparado: ${motivo(c) ?? ""}`) },
    daNota("Nota", ({ painel }) => painel?.nota),
    daNota("Posição", ({ painel }) => painel?.posicao),
    daNota("Nota mínima com o que falta", ({ painel }) => painel?.limites?.min),
    daNota("Nota máxima com o que falta", ({ painel }) => painel?.limites?.max),
    daNota("Peso com dado (%)", ({ painel }) => painel?.pesoPresente),
    doSorteio("Posição nos sorteios (mediana)", ({ mediana }) => mediana),
    doSorteio("Posição nos sorteios (5 %)", ({ de }) => de),
    doSorteio("Posição nos sorteios (95 %)", ({ ate }) => ate),
    doSorteio(`Entre os ${viva.k} primeiros (% dos sorteios)`, ({ chance }) => 100 * chance),
    { titulo: "Escolha", valor: ({ sorteio }) => (typeof sorteio === "string" ? "" : (sorteio.palavra ?? "")) },
    {
      titulo: viva.visitasDemonstracao ? "Última visita (dados de demonstração)" : "Última visita",
      valor: ({ visita }) =>
        typeof visita === "string" ? { ausencia: visita === "nenhum" ? "sem-registro" : "nao-carregado" } : visita.dia,
    },
    ...dimensoes.map(({ id, nome }) => daNota(`${nome} (pontos)`, ({ painel }) => painel?.dimensoes.find((d) => d.id === id)?.pontos)),
  ];
  return tableCsv(
    {
      ...cabecalho,
      titulo: `Municípios lado a lado. ${fraseDaComparacao(comparados)}`,
      demonstracao: cabecalho.demonstracao || viva.visitasDemonstracao,
    },
    colunas,
    comparados,
  );
}
