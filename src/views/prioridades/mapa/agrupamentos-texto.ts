import { isValor } from "../../../core/absence.ts";
import { count, formatNumber, formatPercent, joinPt } from "../../../core/format.ts";
import { GRUPOS } from "../../../core/map-layer.ts";
import type { Grupo, MapLayer } from "../../../core/map-layer.ts";
import type { MoranAbsence } from "../../../core/metodo/moran.ts";
import type { Municipio } from "../../../core/municipio.ts";
import type { Medida } from "../medida.ts";

/** How many municipalities a sentence names. */
const NOMEADOS = 3;

const municipiosEmPalavras = (n: number): string => count(n, "município", "municípios");

/** Names of the four patterns by the figures: own value, then the neighbours'. */
const POR_VALOR: Readonly<Record<"maior" | "menor", Readonly<Record<Exclude<Grupo, "sem-padrao">, string>>>> = {
  maior: {
    "mais-entre-mais": "alto-alto",
    "menos-entre-menos": "baixo-baixo",
    "mais-entre-menos": "alto-baixo",
    "menos-entre-mais": "baixo-alto",
  },
  menor: {
    "mais-entre-mais": "baixo-baixo",
    "menos-entre-menos": "alto-alto",
    "mais-entre-menos": "baixo-alto",
    "menos-entre-mais": "alto-baixo",
  },
};

const COM_NECESSIDADE: Readonly<Record<Exclude<Grupo, "sem-padrao">, string>> = {
  "mais-entre-mais": "mais necessidade, os vizinhos também",
  "menos-entre-menos": "menos necessidade, os vizinhos também",
  "mais-entre-menos": "mais necessidade que os vizinhos",
  "menos-entre-mais": "menos necessidade que os vizinhos",
};

const SEM_NECESSIDADE: Readonly<Record<Exclude<Grupo, "sem-padrao">, string>> = {
  "mais-entre-mais": "valor alto, os vizinhos também",
  "menos-entre-menos": "valor baixo, os vizinhos também",
  "mais-entre-menos": "valor alto, vizinhos com valor baixo",
  "menos-entre-mais": "valor baixo, vizinhos com valor alto",
};

/** "alto-alto: mais necessidade, os vizinhos também". */
export function rotuloDoGrupo(grupo: Grupo, maisNecessidade: Medida["maisNecessidade"]): string {
  if (grupo === "sem-padrao") return "sem padrão além do acaso";
  const palavras = maisNecessidade === null ? SEM_NECESSIDADE : COM_NECESSIDADE;
  return `${POR_VALOR[maisNecessidade ?? "maior"][grupo]}: ${palavras[grupo]}`;
}

/** How the groups were found, in one sentence; `global` is Moran's I of the whole map. */
export function comoFoiFeito(entrada: {
  readonly taxas: boolean;
  readonly permutacoes: number;
  readonly semente: string;
  readonly descobertas: number;
  readonly global: number | null;
}): string {
  const { taxas, permutacoes, semente, descobertas, global } = entrada;
  const sobre = taxas ? "das taxas padronizadas por Bayes empírico (Assunção e Reis, 1999)" : "dos valores";
  const mapa = global === null ? "" : ` I de Moran do mapa inteiro: ${formatNumber(global, 2)}.`;
  return (
    `I de Moran local ${sobre}, teste bilateral com ${formatNumber(permutacoes)} permutações de semente “${semente}”, ` +
    `correção de Benjamini–Hochberg a ${formatPercent(100 * descobertas, 0)}.${mapa}`
  );
}

const SEM_RESULTADO: Readonly<Record<MoranAbsence, string>> = {
  "too-few": "há menos de quatro municípios com dado e vizinho, e nada se pode dizer de grupos.",
  constant: "todos os valores são iguais, e não há grupos.",
  "no-neighbours": "nenhum município tem vizinho com dado, e não há o que comparar.",
};

/** The sentence of the map. */
export function leituraDosGrupos(
  municipios: readonly Pick<Municipio, "codigo" | "nome">[],
  medida: Medida,
  layer: MapLayer,
  semResultado: MoranAbsence | null,
): string {
  const nome = `${medida.nome}${medida.periodo === null ? "" : `, ${medida.periodo}`}`;
  if (semResultado !== null) return `${nome}: ${SEM_RESULTADO[semResultado]}`;
  const quantos = (grupo: Grupo): number => layer.classes[GRUPOS.indexOf(grupo)]?.contagem ?? 0;
  const mais = quantos("mais-entre-mais");
  const menos = quantos("menos-entre-menos");
  const destoam = quantos("mais-entre-menos") + quantos("menos-entre-mais");
  const resto = quantos("sem-padrao");
  const fim = "Serve de contexto: não entra na nota.";
  if (mais + menos + destoam === 0)
    return `${nome}: nenhum grupo de vizinhos além do que o acaso explica, entre ${municipiosEmPalavras(resto)}. ${fim}`;
  const [alto, baixo] = medida.maisNecessidade === null ? ["valor alto", "valor baixo"] : ["mais necessidade", "menos necessidade"];
  const partes = [
    ...(mais === 0 ? [] : [`${municipiosEmPalavras(mais)} com ${alto}, os vizinhos também${nomesDe(municipios, medida, layer)}`]),
    ...(menos === 0 ? [] : [`${municipiosEmPalavras(menos)} com ${baixo}, os vizinhos também`]),
    ...(destoam === 0 ? [] : [count(destoam, "município que destoa dos vizinhos", "municípios que destoam dos vizinhos")]),
  ];
  return `${nome}: ${partes.join("; ")}. Nos outros ${formatNumber(resto)} não há padrão além do acaso. ${fim}`;
}

/** ", entre eles A, B e C": those of the warmest group with most need. */
function nomesDe(municipios: readonly Pick<Municipio, "codigo" | "nome">[], medida: Medida, layer: MapLayer): string {
  const sinal = medida.maisNecessidade === "menor" ? -1 : 1;
  const valor = (codigo: number): number => {
    const celula = medida.celulas.get(codigo);
    return celula !== undefined && isValor(celula) ? sinal * celula.valor : Number.NEGATIVE_INFINITY;
  };
  const grupo = GRUPOS.indexOf("mais-entre-mais");
  const dentro = municipios.filter(({ codigo }) => layer.classe.get(codigo) === grupo).sort((a, b) => valor(b.codigo) - valor(a.codigo));
  const nomes = joinPt(dentro.slice(0, NOMEADOS).map(({ nome }) => nome));
  return dentro.length <= NOMEADOS ? ` (${nomes})` : `, entre eles ${nomes}`;
}
