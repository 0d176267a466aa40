import type { Celula } from "../../../core/absence.ts";
import type { Comparacao } from "../../../core/equidade/index.ts";
import { compareNames } from "../../../core/format.ts";
import { PORTE_ROTULO, type Municipio } from "../../../core/municipio.ts";
import type { TableColumn } from "../../../ui/table/props.ts";

/** A supported municipality and its like, before and after. */
export interface Par {
  readonly chave: string;
  readonly apoiado: string;
  readonly semelhante: string;
  readonly porte: string;
  readonly regiao: string;
  readonly antesApoiado: number;
  readonly antesSemelhante: number;
  readonly mudancaApoiado: number;
  readonly mudancaSemelhante: number;
  /** Change of the first less that of the second. */
  readonly diferenca: number;
}

/** Figures of the indicator by position; null = unknown. */
export interface Medidas {
  readonly antes: readonly (number | null)[];
  readonly depois: readonly (number | null)[];
}

/** In the order of the answer, nearest starting values first. */
export function paresDe({ apoiados, semelhantes }: Pick<Comparacao, "apoiados" | "semelhantes">, municipios: readonly Municipio[], { antes, depois }: Medidas): Par[] {
  return Array.from(apoiados, (a, i): Par => {
    const b = semelhantes[i] ?? -1;
    const [um, outro] = [municipios[a], municipios[b]];
    const [antesApoiado, antesSemelhante] = [antes[a] ?? NaN, antes[b] ?? NaN];
    const [mudancaApoiado, mudancaSemelhante] = [(depois[a] ?? NaN) - antesApoiado, (depois[b] ?? NaN) - antesSemelhante];
    return {
      chave: `${um?.codigo ?? a}-${outro?.codigo ?? b}`,
      apoiado: um?.nome ?? "",
      semelhante: outro?.nome ?? "",
      porte: um?.porte === null || um === undefined ? "" : PORTE_ROTULO[um.porte],
      regiao: um?.regiaoImediata?.nome ?? "",
      antesApoiado,
      antesSemelhante,
      mudancaApoiado,
      mudancaSemelhante,
      diferenca: mudancaApoiado - mudancaSemelhante,
    };
  });
}

/** @param casas decimal places of the indicator */
export function colunasDosPares(casas: number, unidade: string): TableColumn<Par>[] {
  const texto = (id: string, titulo: string, valor: (par: Par) => string): TableColumn<Par> => ({ id, titulo, tipo: "texto", valor });
  const numero = (id: string, titulo: string, valor: (par: Par) => number): TableColumn<Par> => ({
    id,
    titulo,
    unidade,
    tipo: "numero",
    casas,
    valor: (par) => celulaDe(valor(par)),
  });
  return [
    texto("apoiado", "Com apoio", ({ apoiado }) => apoiado),
    texto("semelhante", "Semelhante sem apoio", ({ semelhante }) => semelhante),
    { ...texto("porte", "Porte", ({ porte }) => porte), largura: "7rem" },
    texto("regiao", "Região", ({ regiao }) => regiao),
    numero("antes-apoiado", "Antes, com apoio", ({ antesApoiado }) => antesApoiado),
    numero("antes-semelhante", "Antes, sem apoio", ({ antesSemelhante }) => antesSemelhante),
    numero("mudanca-apoiado", "Mudança, com apoio", ({ mudancaApoiado }) => mudancaApoiado),
    numero("mudanca-semelhante", "Mudança, sem apoio", ({ mudancaSemelhante }) => mudancaSemelhante),
    numero("diferenca", "Diferença", ({ diferenca }) => diferenca),
  ];
}

function celulaDe(valor: number): Celula {
  return Number.isNaN(valor) ? { ausencia: "sem-dado" } : { valor };
}

export const PORQUES_DE_FORA = ["sem-antes", "sem-depois", "sem-porte-ou-regiao", "apoiado-sem-par", "sem-apoio-sem-par"] as const;
export type PorqueDeFora = (typeof PORQUES_DE_FORA)[number];

export const PORQUE_DE_FORA: Readonly<Record<PorqueDeFora, string>> = {
  "sem-antes": "sem número antes",
  "sem-depois": "sem número depois",
  "sem-porte-ou-regiao": "sem porte ou sem região",
  "apoiado-sem-par": "nenhum semelhante livre com valor inicial próximo",
  "sem-apoio-sem-par": "não serviu de par: nenhum apoiado próximo, ou havia outro mais próximo",
};

/** A municipality inside the filter that is in no pair. */
export interface DeFora {
  readonly codigo: number;
  readonly nome: string;
  readonly comApoio: boolean;
  readonly porque: PorqueDeFora;
}

interface EntradaDosDeFora extends Medidas {
  readonly municipios: readonly Municipio[];
  /** Supports in the days between, by position; NaN = outside the filter. */
  readonly contagens: ArrayLike<number>;
  /** Null when there were too few pairs to say anything: then whoever has every figure is not listed. */
  readonly pares: Pick<Comparacao, "apoiados" | "semelhantes"> | null;
}

/** Who is left out and why, by name; those that lack two things are said to lack the first. */
export function deForaDos({ municipios, contagens, antes, depois, pares }: EntradaDosDeFora): DeFora[] {
  const emPar = new Set(pares === null ? [] : [...pares.apoiados, ...pares.semelhantes]);
  return municipios
    .flatMap(({ codigo, nome, porte, regiaoImediata }, i): DeFora[] => {
      const vezes = contagens[i] ?? NaN;
      if (Number.isNaN(vezes) || emPar.has(i)) return [];
      const comApoio = vezes > 0;
      const falta: PorqueDeFora | null =
        (antes[i] ?? null) === null ? "sem-antes" : (depois[i] ?? null) === null ? "sem-depois" : porte === null || regiaoImediata === null ? "sem-porte-ou-regiao" : null;
      if (falta === null && pares === null) return [];
      return [{ codigo, nome, comApoio, porque: falta ?? (comApoio ? "apoiado-sem-par" : "sem-apoio-sem-par") }];
    })
    .sort((a, b) => compareNames(a.nome, b.nome));
}

export const COLUNAS_DOS_DE_FORA: readonly TableColumn<DeFora>[] = [
  { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ codigo }) => String(codigo) },
  { id: "nome", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome },
  { id: "apoio", titulo: "Apoio entre as duas medidas", tipo: "texto", valor: ({ comApoio }) => (comApoio ? "com apoio" : "sem apoio") },
  { id: "porque", titulo: "Por que ficou fora", tipo: "texto", valor: ({ porque }) => PORQUE_DE_FORA[porque] },
];

/** How many had support, and how many of those have every figure that the pairs ask for. */
export function candidatosDe({ municipios, contagens, antes, depois }: Omit<EntradaDosDeFora, "pares">): { readonly apoiados: number; readonly completos: number } {
  const apoiados = municipios.flatMap((municipio, i) => ((contagens[i] ?? NaN) > 0 ? [{ municipio, i }] : []));
  const completos = apoiados.filter(({ municipio, i }) => municipio.porte !== null && municipio.regiaoImediata !== null && (antes[i] ?? null) !== null && (depois[i] ?? null) !== null);
  return { apoiados: apoiados.length, completos: completos.length };
}
