import { coberturaPorGrupo } from "../../src/views/visitas/comparar/grafico.ts";
import type { LinhaDeGrupo } from "../../src/views/visitas/comparar/model.ts";
import type { GalleryEntry } from "./gallery.ts";

const PLANOS = ["Este plano", "Lista em ordem"];

const linhas = (grupo: string, municipios: number, visitados: readonly number[]): LinhaDeGrupo[] =>
  visitados.map((n, i) => ({ chave: `${grupo} ${i}`, grupo, plano: PLANOS[i] ?? "", municipios, visitados: n, parte: (100 * n) / municipios }));

/** One group wholly visited by one plan, one by neither. */
const GRUPOS = [...linhas("Serra Alta", 4, [4, 1]), ...linhas("Vale do Rio e Cabeceiras do Norte", 13, [3, 5]), ...linhas("Divisa", 9, [0, 0])];

export const gallery: readonly GalleryEntry[] = [
  {
    id: "visitas-grupos",
    titulo: "Parte visitada de cada região por dois planos; uma região sem nenhuma visita",
    options: coberturaPorGrupo(GRUPOS, PLANOS),
  },
  {
    id: "visitas-grupos-328",
    titulo: "As mesmas regiões por um plano só, em tela estreita",
    options: coberturaPorGrupo(
      GRUPOS.filter(({ plano }) => plano === PLANOS[0]),
      PLANOS.slice(0, 1),
    ),
    largura: 328,
  },
];
