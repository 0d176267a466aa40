import { celula } from "../../../core/absence.ts";
import type { Celula } from "../../../core/absence.ts";
import { assignLayer, classIndex, quantileClasses } from "../../../core/classes.ts";
import { compareNames, count, formatNumber, joinPt } from "../../../core/format.ts";
import type { LegendAxis, MapAbsence, MapClass } from "../../../core/map-layer.ts";
import { CASAS_DA_LISTA } from "../../../core/metodo/list.ts";
import { dimensionNode } from "../../../core/metodo/method.ts";
import type { PreparedPriority, PriorityScores } from "../../../core/metodo/priority.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { COLUNA_CODIGO, COLUNA_NOME, colunaDe } from "./camada.ts";
import type { CamadaDoMapa, LinhaDoMapa } from "./camada.ts";
import { MEIO_ABERTAS } from "./nota.ts";

export interface EntradaBivariada {
  /** Those that were scored, in their order. */
  readonly municipios: readonly Pick<Municipio, "codigo" | "nome">[];
  readonly preparada: PreparedPriority;
  readonly scores: PriorityScores;
  /** Id of the dimension whose score, turned round (100 − score), is the installed capacity. */
  readonly dimensao: string;
}

const PASSOS_NECESSIDADE: LegendAxis["passos"] = ["menos necessidade", "necessidade média", "mais necessidade"];
const PASSOS_CAPACIDADE: LegendAxis["passos"] = ["mais capacidade", "capacidade média", "menos capacidade"];

const CLASSES: readonly MapClass[] = PASSOS_NECESSIDADE.flatMap((necessidade, n) =>
  PASSOS_CAPACIDADE.map((capacidade, c) => ({
    min: 3 * n + c,
    max: 3 * n + c,
    rotulo: `${necessidade}, ${capacidade}`,
    contagem: 0,
  })),
);

/** More need and less capacity, and the other end. */
const EXTREMA = 8;
const OPOSTA = 0;

/** How many municipalities a sentence names. */
const NOMEADOS = 3;

const COLUNAS = [
  COLUNA_NOME,
  colunaDe("nota", "Nota", { unidade: "pontos", tipo: "numero", casas: CASAS_DA_LISTA }),
  colunaDe("capacidade", "Capacidade instalada", { unidade: "pontos", tipo: "numero", casas: CASAS_DA_LISTA }),
  colunaDe("par", "Necessidade e capacidade", { tipo: "texto" }),
];
const COLUNAS_CSV = [COLUNA_CODIGO, ...COLUNAS];

/**
 * Need against installed capacity, three by three: thirds of the score and thirds
 * of 100 minus the score of one dimension, over the whole territory; equal figures
 * never fall apart, so that a third may be larger than another. Without either
 * score a municipality is “dados insuficientes”.
 * @throws RangeError for a dimension the method does not have.
 */
export function camadaBivariada(entrada: EntradaBivariada): CamadaDoMapa {
  const { municipios, preparada, scores } = entrada;
  const dimensao = preparada.metodo.dimensoes.find(({ id }) => id === entrada.dimensao);
  const { ids } = preparada.prepared.tree;
  const no = ids.indexOf(dimensionNode(entrada.dimensao));
  if (dimensao === undefined || no < 0) throw new RangeError(`the method has no indicators of a dimension "${entrada.dimensao}"`);
  const topo = preparada.bounded ? 100 : 0;
  const inversa = preparada.bounded ? `100 menos a nota de “${dimensao.nome}”` : `a nota de “${dimensao.nome}” com o sinal trocado`;
  const notas = municipios.map((_, i) => figure(scores.total[i]));
  const capacidades = municipios.map((_, i) => {
    const nota = figure(scores.nodes[i * ids.length + no]);
    return nota === null ? null : topo - nota;
  });
  const comAmbas = municipios.flatMap((_, i) => (notas[i] === null || capacidades[i] === null ? [] : [i]));
  const necessidade = thirds(comAmbas.map((i) => notas[i] ?? 0));
  const capacidade = thirds(comAmbas.map((i) => capacidades[i] ?? 0));
  const lugares = new Map<number, number | MapAbsence>(municipios.map(({ codigo }) => [codigo, "dados-insuficientes"]));
  const porClasse = CLASSES.map((): number[] => []);
  for (const i of comAmbas) {
    const classe = 3 * necessidade.step(notas[i] ?? 0) + 2 - capacidade.step(capacidades[i] ?? 0);
    lugares.set(municipios[i]?.codigo ?? 0, classe);
    porClasse[classe]?.push(i);
  }
  const layer = assignLayer({
    titulo: `Necessidade e capacidade instalada (${dimensao.nome})`,
    unidade: "",
    ramp: "bivariada",
    classes: CLASSES,
    lugares,
    eixos: {
      linhas: { titulo: "nota do índice, em terços", passos: PASSOS_NECESSIDADE },
      colunas: { titulo: `${inversa}, em terços`, passos: PASSOS_CAPACIDADE },
    },
    nota:
      `Terços dos municípios com nota. Necessidade: ${necessidade.emPalavras}. Capacidade: ${capacidade.emPalavras}. ${MEIO_ABERTAS} ` +
      `A dimensão “${dimensao.nome}” também entra na nota.`,
  });
  const linhas = municipios.map(({ codigo, nome }, i): LinhaDoMapa => {
    const classe = layer.classe.get(codigo);
    return {
      codigo,
      nome,
      celulas: {
        nota: cell(notas[i]),
        capacidade: cell(capacidades[i]),
        par: classe === undefined ? { ausencia: "dados-insuficientes" } : (CLASSES[classe]?.rotulo ?? ""),
      },
    };
  });
  const posicao = new Map(municipios.map(({ codigo }, i) => [codigo, i]));
  const ponto = (valor: number | null | undefined): string =>
    valor === null || valor === undefined ? "dados insuficientes" : formatNumber(valor, CASAS_DA_LISTA);
  return {
    layer,
    leitura: leitura(municipios, notas, porClasse, dimensao.nome, comAmbas.length),
    card: (codigo) => {
      const i = posicao.get(codigo) ?? -1;
      const classe = layer.classe.get(codigo);
      return [
        { rotulo: "Nota", texto: ponto(notas[i]) },
        { rotulo: "Capacidade instalada", texto: ponto(capacidades[i]) },
        ...(classe === undefined ? [] : [{ rotulo: "No mapa", texto: CLASSES[classe]?.rotulo ?? "" }]),
      ];
    },
    linhas,
    colunas: COLUNAS,
    colunasCsv: COLUNAS_CSV,
    metodo: [
      `capacidade instalada: ${inversa}`,
      `terços da nota: ${necessidade.emPalavras}`,
      `terços da capacidade: ${capacidade.emPalavras}`,
    ],
  };
}

interface Thirds {
  /** 0, 1 or 2, lowest first. */
  readonly step: (valor: number) => number;
  readonly emPalavras: string;
}

/** Of one figure for all, the middle; of two, the ends. */
const STEPS: readonly (readonly number[])[] = [[], [1], [0, 2], [0, 1, 2]];

function thirds(valores: readonly number[]): Thirds {
  const classes = quantileClasses(valores, 3, (valor) => formatNumber(valor, CASAS_DA_LISTA));
  const steps = STEPS[classes.length] ?? [];
  return {
    step: (valor) => steps[classIndex(classes, valor)] ?? 1,
    emPalavras: classes.length === 0 ? "ninguém tem nota" : classes.map(({ rotulo }) => rotulo).join("; "),
  };
}

function leitura(
  municipios: EntradaBivariada["municipios"],
  notas: readonly (number | null)[],
  porClasse: readonly (readonly number[])[],
  dimensao: string,
  comparados: number,
): string {
  const falta = municipios.length - comparados;
  const semNota = falta === 0 ? "" : ` ${count(falta, "município", "municípios")} sem dados suficientes.`;
  if (comparados === 0) return "Nenhum município tem nota e capacidade instalada para comparar.";
  const nome = (i: number): string => municipios[i]?.nome ?? "";
  const juntos = (porClasse[EXTREMA] ?? []).toSorted((a, b) => (notas[b] ?? 0) - (notas[a] ?? 0) || compareNames(nome(a), nome(b)));
  const nomes = joinPt(juntos.slice(0, NOMEADOS).map(nome));
  const quem = juntos.length === 0 ? "" : juntos.length <= NOMEADOS ? ` (${nomes})` : `, entre eles ${nomes}`;
  const opostos = porClasse[OPOSTA]?.length ?? 0;
  return (
    `Mais necessidade e menos capacidade instalada (${dimensao}) ao mesmo tempo: ${count(juntos.length, "município", "municípios")}${quem}. ` +
    `Menos necessidade e mais capacidade: ${count(opostos, "município", "municípios")}.${semNota}`
  );
}

function figure(valor: number | undefined): number | null {
  return valor === undefined || Number.isNaN(valor) ? null : valor;
}

function cell(valor: number | null | undefined): Celula {
  return celula(valor ?? null, "dados-insuficientes");
}
