import { formatNumber } from "../../../core/format.ts";
import { MARCA } from "../../../ui/chart/plot-style.ts";
import type { ChartOptions, LegendItem } from "../../../ui/chart/props.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { CONTAGEM } from "./contagem.ts";
import type { EstadoDaEquidade } from "./estado-da-parte.ts";
import { SITUACAO } from "./frase.ts";
import { isFirme, isFora, type LinhaDoGrupo } from "./grupos.ts";

export const LEGENDA_DOS_GRUPOS: readonly LegendItem[] = [
  { rotulo: "O que houve", cor: "var(--chart-accent)" },
  { rotulo: "Fora da faixa (losango)", cor: "var(--chart-reference)" },
  { rotulo: "Faixa do sorteio, com a média", cor: "var(--chart-soft)" },
];

const ALTURA = 46;
const ALTURA_DO_EIXO = 44;

/** Height in px of the drawing. */
export function alturaDosGrupos(linhas: number): number {
  return linhas * ALTURA + ALTURA_DO_EIXO;
}

/** Each group as the band that the lottery would give, with its mean and what was had; name and figures over the band. */
export function gruposNoSorteio(linhas: readonly LinhaDoGrupo[], { conta, medida }: Pick<EstadoDaEquidade, "conta" | "medida">): ChartOptions {
  const teto = Math.max(1, ...linhas.flatMap(({ observado, ate }) => [observado, ate]));
  const fora = linhas.filter(({ situacao }) => isFora(situacao));
  const dentro = linhas.filter(({ situacao }) => !isFora(situacao));
  const rotulo = medida === "municipios" ? "municípios alcançados" : CONTAGEM[conta].plural;
  return (largura, Plot) => {
    const faixa = { insetTop: 24, insetBottom: 8 };
    return {
      width: largura,
      height: alturaDosGrupos(linhas.length),
      marginLeft: 10,
      marginRight: 14,
      marginTop: 0,
      marginBottom: ALTURA_DO_EIXO - 4,
      x: { domain: [0, teto], nice: true, label: rotulo, grid: true, ticks: largura < 420 ? 3 : 6, tickFormat: (v: number) => (Number.isInteger(v) ? formatNumber(v) : "") },
      y: { domain: linhas.map(({ chave }) => chave), axis: null, padding: 0 },
      marks: [
        Plot.barX(linhas, { y: "chave", x1: "de", x2: "ate", fill: "var(--chart-soft)", fillOpacity: 0.6, insetLeft: -2, insetRight: -2, ...faixa, ...MARCA }),
        Plot.barX(linhas, { y: "chave", x1: "esperado", x2: "esperado", fill: "var(--chart-muted)", insetLeft: -1, insetRight: -1, ...faixa, pointerEvents: "none" }),
        Plot.dot(dentro, { y: "chave", x: "observado", r: 5, dy: 8, fill: "var(--chart-accent)", stroke: "var(--surface)", pointerEvents: "none" }),
        Plot.dot(fora, { y: "chave", x: "observado", r: 7, dy: 8, symbol: "diamond", fill: "var(--chart-reference)", stroke: "var(--surface)", pointerEvents: "none" }),
        Plot.text(linhas, { y: "chave", frameAnchor: "left", textAnchor: "start", dx: -8, dy: -12, text: (linha: LinhaDoGrupo) => textoDoGrupo(linha, largura), ...TEXTO }),
      ],
    };
  };
}

const LETRA = 7.2;

/** "Sinop: 12 (de 5 a 11), acima"; where that does not fit, without the band, which is drawn. */
export function textoDoGrupo(linha: LinhaDoGrupo, largura: number): string {
  const { nome, observado, de, ate, situacao } = linha;
  const visto = `${nome}: ${formatNumber(observado)}`;
  if (situacao === "nada-a-dizer") return `${visto}, dados insuficientes`;
  const fora = isFora(situacao) ? `, ${situacao}${isFirme(linha) ? " (firme)" : ""}` : "";
  const inteiro = `${visto} (${de === ate ? formatNumber(de) : `de ${formatNumber(de)} a ${formatNumber(ate)}`})${fora}`;
  return inteiro.length * LETRA <= largura ? inteiro : `${visto}${fora}`;
}

const TEXTO = { fill: "var(--text)", stroke: "var(--surface)", strokeWidth: 3, paintOrder: "stroke", pointerEvents: "none" } as const;

/** The same rows as a table; counts of supports and of municipalities reached stand in it whichever is drawn. */
export function colunasDosGrupos({ conta, medida }: Pick<EstadoDaEquidade, "conta" | "medida">, titulo: string): TableColumn<LinhaDoGrupo>[] {
  const sorteado = medida === "municipios" ? "municípios" : CONTAGEM[conta].plural;
  const numero = (id: string, nome: string, valor: (linha: LinhaDoGrupo) => number, casas = 0): TableColumn<LinhaDoGrupo> => ({
    id,
    titulo: nome,
    tipo: "numero",
    casas,
    valor: (linha) => ({ valor: valor(linha) }),
  });
  return [
    { id: "grupo", titulo, tipo: "texto", valor: ({ nome }) => nome },
    numero("municipios", "Municípios", ({ municipios }) => municipios),
    numero("apoios", CONTAGEM[conta].rotulo, ({ apoios }) => apoios),
    numero("alcancados", "Municípios alcançados", ({ alcancados }) => alcancados),
    {
      id: "parte",
      titulo: "Parte alcançada",
      unidade: "%",
      tipo: "numero",
      casas: 0,
      valor: ({ municipios, alcancados }) => (municipios === 0 ? { ausencia: "dados-insuficientes" } : { valor: (100 * alcancados) / municipios }),
    },
    numero("esperado", `Média do sorteio de ${sorteado}`, ({ esperado }) => esperado, 1),
    numero("de", "Sorteio: de", ({ de }) => de),
    numero("ate", "Sorteio: a", ({ ate }) => ate),
    { id: "situacao", titulo: "Situação", tipo: "texto", valor: (linha) => `${SITUACAO[linha.situacao]}${isFora(linha.situacao) ? (isFirme(linha) ? ", firme" : ", não firme") : ""}` },
    { id: "p", titulo: "p", tipo: "numero", casas: 3, valor: ({ p }) => p },
    { id: "q", titulo: "q (corrigido)", tipo: "numero", casas: 3, valor: ({ q }) => q },
  ];
}
