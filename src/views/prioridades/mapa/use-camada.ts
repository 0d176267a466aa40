import { useMemo } from "react";
import type { SvgMesh } from "../../../core/map-layer.ts";
import type { Territorio } from "../../../core/territorio.ts";
import type { Mapa } from "../estado.ts";
import type { Modelo } from "../use-model.ts";
import { camadaBivariada } from "./bivariada.ts";
import type { CamadaDoMapa } from "./camada.ts";
import { contagensDe } from "./contagens.ts";
import { useAgrupamentos } from "./use-agrupamentos.ts";

export interface CamadaEscolhida {
  /** Null where the map shows the value, or until the groups are worked out. */
  readonly camada: CamadaDoMapa | null;
  readonly calculando: boolean;
  readonly erro: string | null;
}

/** The maps that can be asked for a measure, the value first. */
export function mapasDe(territorio: Territorio, modelo: Modelo): Mapa[] {
  const { capacidade } = territorio.indice;
  const temCapacidade = modelo.eIndice && modelo.preparada.metodo.dimensoes.some(({ id, indicadores }) => id === capacidade && indicadores.length > 0);
  return ["valor", ...(temCapacidade ? (["bivariado"] as const) : []), "agrupamentos"];
}

/** What the map shows when it is asked for something else than the value. */
export function useCamada(mapa: Mapa, territorio: Territorio, modelo: Modelo, mesh: SvgMesh): CamadaEscolhida {
  const { municipios, preparada, scores, medida, metodo } = modelo;
  const { capacidade } = territorio.indice;
  const bivariada = useMemo(
    () =>
      mapa === "bivariado" && capacidade !== null ? camadaBivariada({ municipios, preparada, scores, dimensao: capacidade }) : null,
    [mapa, capacidade, municipios, preparada, scores],
  );
  const entrada = useMemo(
    () =>
      mapa === "agrupamentos"
        ? { municipios, medida, contagens: contagensDe(preparada, medida.id), vizinhos: mesh.vizinhos, semente: metodo.semente }
        : null,
    [mapa, municipios, medida, preparada, mesh.vizinhos, metodo.semente],
  );
  const agrupamentos = useAgrupamentos(entrada);
  return bivariada === null ? agrupamentos : { camada: bivariada, calculando: false, erro: null };
}
