import { useMemo, useState } from "react";
import type { SvgMesh } from "../../../core/map-layer.ts";
import type { Recorte } from "../../../data/queries/cobertura-recorte.ts";
import type { Contexto } from "./contexto.ts";
import { Lista } from "./Lista.tsx";
import { Mapa } from "./Mapa.tsx";
import type { LinhaMunicipio } from "./model.ts";
import { Painel } from "./Painel.tsx";

export interface FrenteProps {
  readonly contexto: Contexto;
  readonly recorte: Recorte;
  /** Every municipality, in the order of the mesh. */
  readonly linhas: readonly LinhaMunicipio[];
  /** Codes the filters of region and porte leave out. */
  readonly fora: ReadonlySet<number>;
  readonly mesh: SvgMesh;
  readonly topologyUrl: string;
}

/** Map, list and panel: one selection, one highlight. */
export function Frente({ contexto, recorte, linhas, fora, mesh, topologyUrl }: FrenteProps) {
  const [destacado, setDestacado] = useState<number | null>(null);
  const [naChegada] = useState(contexto.estado.municipio);
  const dentro = useMemo(() => linhas.filter((l) => !fora.has(l.municipio.codigo)), [linhas, fora]);
  const escolhida = linhas.find(({ municipio }) => municipio.codigo === contexto.estado.municipio);
  return (
    <div className="cobertura-frente">
      <section className="cobertura-mapa" aria-label="Mapa">
        <Mapa
          contexto={contexto}
          recorte={recorte}
          linhas={linhas}
          dentro={dentro}
          fora={fora}
          mesh={mesh}
          topologyUrl={topologyUrl}
          destacado={destacado}
          onDestacar={setDestacado}
        />
      </section>
      <Lista contexto={contexto} recorte={recorte} linhas={dentro} destacado={destacado} onDestacar={setDestacado} />
      {escolhida === undefined ? null : (
        <Painel
          contexto={contexto}
          recorte={recorte}
          linha={escolhida}
          focar={escolhida.municipio.codigo !== naChegada}
        />
      )}
    </div>
  );
}
