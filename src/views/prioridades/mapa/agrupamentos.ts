import { AUSENCIA_ROTULO, celula, isValor } from "../../../core/absence.ts";
import type { Celula } from "../../../core/absence.ts";
import { assignLayer } from "../../../core/classes.ts";
import { formatNumber } from "../../../core/format.ts";
import { GRUPOS } from "../../../core/map-layer.ts";
import type { Grupo, MapAbsence, MapLayer } from "../../../core/map-layer.ts";
import { ebStandardise } from "../../../core/metodo/eb-standardise.ts";
import { localMoran, significantQuadrant } from "../../../core/metodo/local-moran.ts";
import type { LocalMoran, LocalMoranInput, LocalMoranMissing, Quadrant } from "../../../core/metodo/local-moran.ts";
import type { Seed } from "../../../core/metodo/seeded-random.ts";
import type { Neighbours } from "../../../core/metodo/spatial-weights.ts";
import type { Municipio } from "../../../core/municipio.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { comUnidade } from "../medida.ts";
import type { Medida } from "../medida.ts";
import { comoFoiFeito, leituraDosGrupos, rotuloDoGrupo } from "./agrupamentos-texto.ts";
import { COLUNA_CODIGO, COLUNA_NOME, colunaDe } from "./camada.ts";
import type { CamadaDoMapa, LinhaDoMapa } from "./camada.ts";
import type { Contagens } from "./contagens.ts";

export interface EntradaDeAgrupamentos {
  readonly municipios: readonly Pick<Municipio, "codigo" | "nome">[];
  readonly medida: Medida;
  /** From `contagensDe`; null where the figures themselves are compared. */
  readonly contagens: Contagens | null;
  /** Positions of the neighbours of each municipality: `mesh.vizinhos`. */
  readonly vizinhos: Neighbours;
  readonly semente: Seed;
  /** Default `PERMUTACOES`. */
  readonly permutacoes?: number;
}

/**
 * 999 are too few for the correction: their smallest p is 0.002, and among 142 units
 * Benjamini–Hochberg at 5 % then finds either nobody or six at once.
 */
export const PERMUTACOES = 9_999;
/** False discovery rate accepted. */
export const DESCOBERTAS_FALSAS = 0.05;

/** The question put to `localMoran`, plain data that a worker takes. */
export function pedidoDeMoran(entrada: EntradaDeAgrupamentos): LocalMoranInput {
  const { contagens, vizinhos, semente, permutacoes = PERMUTACOES } = entrada;
  return {
    values: contagens === null ? figurasDe(entrada) : ebStandardise({ events: contagens.eventos, exposure: contagens.expostos }).z,
    neighbours: vizinhos,
    permutations: permutacoes,
    seed: semente,
  };
}

/**
 * Groups of neighbours that chance does not explain: local Moran's I of a measure
 * (of rates standardised by empirical Bayes where there are counts), by seeded
 * permutations, two-sided, Benjamini–Hochberg. Context: it does not enter the score.
 * @param resultado of `pedidoDeMoran(entrada)`, when it was worked out elsewhere
 * @throws RangeError as `localMoran`
 */
export function camadaDeAgrupamentos(
  entrada: EntradaDeAgrupamentos,
  resultado: LocalMoran = localMoran(pedidoDeMoran(entrada)),
): CamadaDoMapa {
  const { municipios, medida, contagens, vizinhos } = entrada;
  const figuras = figurasDe(entrada);
  const lugares = new Map(
    municipios.map(({ codigo }, i): [number, number | MapAbsence] => {
      const valor = medida.celulas.get(codigo);
      if (valor !== undefined && !isValor(valor)) return [codigo, valor.ausencia];
      const unidade = resultado.units[i];
      if (unidade === undefined) return [codigo, "sem-dado"];
      if (unidade.reason !== null) return [codigo, placeOf(unidade.reason)];
      return [codigo, GRUPOS.indexOf(groupOf(significantQuadrant(unidade, DESCOBERTAS_FALSAS), medida.maisNecessidade))];
    }),
  );
  const feito = comoFoiFeito({
    taxas: contagens !== null,
    permutacoes: entrada.permutacoes ?? PERMUTACOES,
    semente: String(entrada.semente),
    descobertas: DESCOBERTAS_FALSAS,
    global: typeof resultado.global === "string" ? null : resultado.global.I,
  });
  const layer = assignLayer({
    titulo: `Grupos de vizinhos: ${medida.nome}${medida.periodo === null ? "" : `, ${medida.periodo}`}`,
    unidade: "",
    ramp: "agrupamento",
    classes: GRUPOS.map((grupo, i) => ({ min: i, max: i, rotulo: rotuloDoGrupo(grupo, medida.maisNecessidade), contagem: 0 })),
    lugares,
    nota: `${feito} Serve de contexto: não entra na nota.`,
  });
  const linhas = municipios.map(({ codigo, nome }, i): LinhaDoMapa => {
    const unidade = resultado.units[i];
    const moran = unidade?.reason === null ? unidade : null;
    const falta = layer.ausencia.get(codigo);
    return {
      codigo,
      nome,
      celulas: {
        valor: valueCell(medida, codigo),
        vizinhos: celula(neighbourMean(figuras, vizinhos[i] ?? [])),
        i: celula(moran?.I ?? null, "dados-insuficientes"),
        p: celula(moran?.pseudoP ?? null, "dados-insuficientes"),
        ajustado: celula(moran?.adjustedP ?? null, "dados-insuficientes"),
        grupo: layer.classes[layer.classe.get(codigo) ?? -1]?.rotulo ?? (falta === "nao-comparado" ? "não comparado" : { ausencia: falta ?? "sem-dado" }),
      },
    };
  });
  const colunas = colunasDe(medida);
  const posicao = new Map(municipios.map(({ codigo }, i) => [codigo, i]));
  return {
    layer,
    leitura: leituraDosGrupos(municipios, medida, layer, typeof resultado.global === "string" ? resultado.global : null),
    card: (codigo) => {
      const i = posicao.get(codigo) ?? -1;
      const media = neighbourMean(figuras, vizinhos[i] ?? []);
      return [
        { rotulo: medida.nomeCurto, texto: valueText(medida, codigo) },
        ...(media === null ? [] : [{ rotulo: "Média dos vizinhos", texto: meanText(medida, media) }]),
        ...cardGroup(layer, codigo),
      ];
    },
    linhas,
    colunas,
    colunasCsv: [COLUNA_CODIGO, ...colunas],
    metodo: [feito],
  };
}

function figurasDe({ municipios, medida }: EntradaDeAgrupamentos): (number | null)[] {
  return municipios.map(({ codigo }) => {
    const valor = medida.celulas.get(codigo);
    return valor !== undefined && isValor(valor) ? valor.valor : null;
  });
}

/** All equal figures make no pattern; with too few of them nothing can be said. */
function placeOf(reason: LocalMoranMissing["reason"]): number | MapAbsence {
  switch (reason) {
    case "no-neighbours":
      return "nao-comparado";
    case "constant":
      return GRUPOS.indexOf("sem-padrao");
    case "too-few":
    case "missing":
      return "dados-insuficientes";
  }
}

const MAIOR: Readonly<Record<Quadrant, Grupo>> = {
  "high-high": "mais-entre-mais",
  "low-low": "menos-entre-menos",
  "high-low": "mais-entre-menos",
  "low-high": "menos-entre-mais",
};
const MENOR: Readonly<Record<Quadrant, Grupo>> = {
  "high-high": "menos-entre-menos",
  "low-low": "mais-entre-mais",
  "high-low": "menos-entre-mais",
  "low-high": "mais-entre-menos",
};

/** Warm colours are for more need, whichever end of the figures that is. */
function groupOf(quadrante: Quadrant | null, maisNecessidade: Medida["maisNecessidade"]): Grupo {
  if (quadrante === null) return "sem-padrao";
  return maisNecessidade === "menor" ? MENOR[quadrante] : MAIOR[quadrante];
}

function neighbourMean(figuras: readonly (number | null)[], vizinhos: readonly number[]): number | null {
  let soma = 0;
  let quantos = 0;
  for (const j of vizinhos) {
    const valor = figuras[j] ?? null;
    if (valor === null) continue;
    soma += valor;
    quantos += 1;
  }
  return quantos === 0 ? null : soma / quantos;
}

/** A mean of coded answers is a number between them. */
const casasDaMedia = (medida: Medida): number => (medida.emPalavras ? 2 : Math.max(1, medida.casas));

function meanText(medida: Medida, media: number): string {
  const texto = formatNumber(media, casasDaMedia(medida));
  return medida.emPalavras ? texto : comUnidade({ unidade: medida.unidade, format: () => texto }, media);
}

function valueText(medida: Medida, codigo: number): string {
  const valor = medida.celulas.get(codigo) ?? { ausencia: "sem-dado" };
  return isValor(valor) ? comUnidade(medida, valor.valor) : AUSENCIA_ROTULO[valor.ausencia];
}

function valueCell(medida: Medida, codigo: number): string | Celula {
  const valor = medida.celulas.get(codigo) ?? { ausencia: "sem-dado" };
  return medida.emPalavras && isValor(valor) ? medida.format(valor.valor) : valor;
}

function cardGroup(layer: MapLayer, codigo: number): { rotulo: string; texto: string }[] {
  const classe = layer.classes[layer.classe.get(codigo) ?? -1];
  if (classe !== undefined) return [{ rotulo: "Com os vizinhos", texto: classe.rotulo }];
  return layer.ausencia.get(codigo) === "nao-comparado" ? [{ rotulo: "Com os vizinhos", texto: "não comparado: sem vizinho com dado" }] : [];
}

function colunasDe(medida: Medida): TableColumn<LinhaDoMapa>[] {
  const unidade = medida.unidade === "" ? {} : { unidade: medida.unidade };
  return [
    COLUNA_NOME,
    colunaDe("valor", medida.nomeCurto, medida.emPalavras ? { tipo: "texto" } : { tipo: "numero", casas: medida.casas, ...unidade }),
    colunaDe("vizinhos", "Média dos vizinhos", { tipo: "numero", casas: casasDaMedia(medida), ...unidade }),
    colunaDe("i", "I de Moran local", { tipo: "numero", casas: 3 }),
    colunaDe("p", "Valor p", { tipo: "numero", casas: 3 }),
    colunaDe("ajustado", "Valor p corrigido", { tipo: "numero", casas: 3 }),
    colunaDe("grupo", "Com os vizinhos", { tipo: "texto" }),
  ];
}
