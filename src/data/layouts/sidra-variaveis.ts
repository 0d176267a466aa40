import { fold } from "../../core/search.ts";

/** A variable of SIDRA that is an indicator of the catalogue. */
export interface SidraVariable {
  /** Code of the variable; unique in all of SIDRA. */
  readonly codigo: string;
  readonly nome: string;
  readonly indicador: string;
  /** Years the indicator is of; null for any. */
  readonly anos: readonly string[] | null;
  readonly inteiro: boolean;
  readonly max: number;
}

/**
 * 93: tables 4709, 9514 and others of the Census; 9324: table 6579; 2513: table
 * 9543 (Censo 2022). The variable says what a figure is; the same variable in
 * another table of the same year is the same figure, by the total of each class.
 */
const VARIAVEIS: readonly SidraVariable[] = [
  { codigo: "93", nome: "População residente", indicador: "populacao", anos: ["2022"], inteiro: true, max: Infinity },
  { codigo: "9324", nome: "População residente estimada", indicador: "populacao-estimada", anos: null, inteiro: true, max: Infinity },
  {
    codigo: "2513",
    nome: "Taxa de alfabetização das pessoas de 15 anos ou mais de idade",
    indicador: "alfabetizacao-15-mais",
    anos: null,
    inteiro: false,
    max: 100,
  },
];

/** The variable, by code and name where both are given: one that disagrees with the other is none. */
export function sidraVariable(codigo: string, nome: string): SidraVariable | null {
  const known = VARIAVEIS.find((variable) => (codigo === "" ? fold(variable.nome) === fold(nome) : variable.codigo === codigo));
  if (known === undefined) return null;
  return nome === "" || fold(known.nome) === fold(nome) ? known : null;
}

/** Codes of "Total" where a query asked for codes only: sex, colour or race, age, way of declaring age. */
const TOTAL_CODES: ReadonlySet<string> = new Set(["6794", "95251", "100362", "113635"]);

/** True for the category that holds all the others of its classification. */
export function isTotalCategory(codigo: string, nome: string): boolean {
  return nome === "" ? TOTAL_CODES.has(codigo) : fold(nome) === "total";
}

export type SidraValue = number | "nao-disponivel" | "nao-se-aplica" | "omitido" | "vazio" | "invalido";

/**
 * A value by IBGE's conventions: "-" is an absolute zero, "..." not available,
 * ".." not applicable, "X" withheld so that nobody is identified, which is no zero
 * (IBGE, Normas de apresentação tabular, 1993).
 */
export function sidraValue(texto: string): SidraValue {
  switch (texto) {
    case "":
      return "vazio";
    case "-":
      return 0;
    case "...":
      return "nao-disponivel";
    case "..":
      return "nao-se-aplica";
    case "X":
    case "x":
      return "omitido";
    default:
      return /^-?\d+(?:\.\d+)?$/.test(texto) ? Number(texto) : "invalido";
  }
}

/** Absences by IBGE's signs: kind of the problem and what it says. None of them is zero. */
export const SIDRA_ABSENCES: Readonly<Record<Exclude<SidraValue, number | "invalido">, { readonly mensagem: string; readonly conserto: string }>> = {
  "nao-disponivel": { mensagem: "O IBGE diz que o número não está disponível (...): fica sem dado, não vira zero.", conserto: "Use outro período, se o indicador precisar deste número." },
  "nao-se-aplica": { mensagem: "O IBGE diz que o número não se aplica (..): fica sem dado, não vira zero.", conserto: "Nada a corrigir: a categoria não existe neste município." },
  omitido: { mensagem: "O IBGE omitiu o número para não identificar pessoas (X): fica sem dado, não vira zero.", conserto: "Não tente deduzir o número: ele foi protegido por quem o publicou." },
  vazio: { mensagem: "A linha veio sem valor: fica sem dado, não vira zero.", conserto: "Baixe a tabela de novo no SIDRA." },
};
