import { celula } from "../../../core/absence.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { COLUNA_DO_CODIGO, colunaDoMunicipio } from "../colunas.tsx";
import type { LinhaDeGrupo, LinhaDeMedida, LinhaDeTroca } from "./model.ts";

/** A figure a row, a plan a column; figures of different units each print their own way. */
export function colunasDeMedidas(planos: readonly { readonly id: string; readonly rotulo: string }[]): readonly TableColumn<LinhaDeMedida>[] {
  return [
    { id: "medida", titulo: "Medida", tipo: "texto", ordenavel: false, valor: ({ rotulo }) => rotulo },
    ...planos.map(
      ({ id, rotulo }, i): TableColumn<LinhaDeMedida> => ({
        id,
        titulo: rotulo,
        tipo: "numero",
        casas: 1,
        ordenavel: false,
        valor: ({ valores }) => celula(valores[i] ?? null, "dados-insuficientes"),
        render: ({ valores, texto }) => {
          const valor = valores[i] ?? null;
          return valor === null ? <span className="ui-absence">não se aplica</span> : texto(valor);
        },
      }),
    ),
  ];
}

export const COLUNAS_DE_GRUPOS: readonly TableColumn<LinhaDeGrupo>[] = [
  { id: "grupo", titulo: "Grupo", tipo: "texto", valor: ({ grupo }) => grupo },
  { id: "plano", titulo: "Plano", tipo: "texto", valor: ({ plano }) => plano },
  { id: "municipios", titulo: "Municípios", tipo: "numero", casas: 0, valor: ({ municipios }) => ({ valor: municipios }) },
  { id: "visitados", titulo: "Visitados", tipo: "numero", casas: 0, valor: ({ visitados }) => ({ valor: visitados }) },
  { id: "parte", titulo: "Parte visitada", unidade: "%", tipo: "numero", casas: 1, valor: ({ parte }) => ({ valor: parte }) },
];

/** Who changes between two plans; a blank is a plan without the visit. */
export function colunasDeTrocas(metodo: string): readonly TableColumn<LinhaDeTroca>[] {
  const sem = "sem visita";
  return [
    colunaDoMunicipio(metodo),
    { id: "mudanca", titulo: "Mudança", tipo: "texto", valor: ({ mudanca }) => mudanca },
    { id: "neste", titulo: "Neste plano", tipo: "data", valor: ({ neste }) => neste?.dia ?? sem },
    { id: "equipe", titulo: "Equipe neste", tipo: "texto", valor: ({ neste }) => neste?.equipe ?? sem },
    { id: "outro", titulo: "No outro", tipo: "data", valor: ({ noOutro }) => noOutro?.dia ?? sem },
    { id: "equipe-outro", titulo: "Equipe no outro", tipo: "texto", valor: ({ noOutro }) => noOutro?.equipe ?? sem },
  ];
}

export const COLUNAS_DE_TROCAS_CSV: readonly TableColumn<LinhaDeTroca>[] = [
  COLUNA_DO_CODIGO,
  ...colunasDeTrocas(""),
];
