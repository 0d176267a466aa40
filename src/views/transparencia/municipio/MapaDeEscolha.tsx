import { type KeyboardEvent, useId, useMemo, useState } from "react";
import { capitalize } from "../../../core/format.ts";
import type { SvgMesh } from "../../../core/map-layer.ts";
import { type Direcao, nearestTo, neighbourIn } from "../../../core/neighbour.ts";
import type { ParteDeTransparenciaProps } from "../parte.ts";

interface MapaDeEscolhaProps extends Pick<ParteDeTransparenciaProps, "mesh" | "municipios" | "territorio"> {
  readonly codigo: number | null;
  readonly onEscolher: (codigo: number) => void;
}

const SETAS: Readonly<Record<string, Direcao>> = { ArrowUp: "cima", ArrowDown: "baixo", ArrowLeft: "esquerda", ArrowRight: "direita" };
const MARGEM = 4;

/**
 * The territory to choose a municipality on: a click, or the arrow keys that walk to the
 * neighbour in their direction and Enter. It shows no figure.
 */
export function MapaDeEscolha({ mesh, municipios, territorio, codigo, onEscolher }: MapaDeEscolhaProps) {
  const ajuda = useId();
  const escolhido = useMemo(() => municipios.findIndex((municipio) => municipio.codigo === codigo), [municipios, codigo]);
  const [cursor, setCursor] = useState<number | null>(null);
  const nomeDe = (i: number | null): string => (i === null ? "" : (municipios[i]?.nome ?? ""));
  const escolher = (i: number | null): void => {
    const municipio = i === null ? undefined : municipios[i];
    if (municipio !== undefined) onEscolher(municipio.codigo);
  };
  const aoTeclar = (event: KeyboardEvent): void => {
    const direcao = SETAS[event.key];
    if (direcao !== undefined) {
      event.preventDefault();
      setCursor((de) => (de === null ? nearestTo(mesh.sedes, { x: mesh.width / 2, y: mesh.height / 2 }) : (neighbourIn(mesh.sedes, de, direcao) ?? de)));
    } else if ((event.key === "Enter" || event.key === " ") && cursor !== null) {
      event.preventDefault();
      escolher(cursor);
    }
  };
  return (
    <figure className="municipio-mapa">
      <div
        role="application"
        tabIndex={0}
        aria-label={`Mapa ${territorio.nomeCom} para escolher a cidade`}
        aria-describedby={ajuda}
        onKeyDown={aoTeclar}
        onFocus={() => {
          if (cursor === null && escolhido >= 0) setCursor(escolhido);
        }}
        onPointerLeave={() => {
          setCursor(null);
        }}
      >
        <svg viewBox={`${-MARGEM} ${-MARGEM} ${mesh.width + 2 * MARGEM} ${mesh.height + 2 * MARGEM}`} aria-hidden="true">
          <Areas mesh={mesh} aoApontar={setCursor} aoEscolher={escolher} />
          <path className="municipio-mapa-regioes" d={mesh.regioes} />
          <Contorno mesh={mesh} i={escolhido} classe="municipio-mapa-aqui" />
          <Contorno mesh={mesh} i={cursor ?? -1} classe="municipio-mapa-cursor" />
        </svg>
      </div>
      <figcaption id={ajuda}>
        <strong aria-live="polite">{nomeDe(cursor) || (escolhido >= 0 ? nomeDe(escolhido) : "Aponte uma cidade")}</strong>
        <span className="ui-small ui-muted"> Toque para escolher. No teclado: setas e Enter. {capitalize(territorio.malha.nota)}.</span>
      </figcaption>
    </figure>
  );
}

interface AreasProps {
  readonly mesh: SvgMesh;
  readonly aoApontar: (i: number) => void;
  readonly aoEscolher: (i: number) => void;
}

function Areas({ mesh, aoApontar, aoEscolher }: AreasProps) {
  return mesh.paths.map((d, i) => {
    const sede = mesh.sedes[i];
    // A municipality that the mesh does not have yet is the point of its seat.
    const props = {
      onPointerEnter: () => {
        aoApontar(i);
      },
      onClick: () => {
        aoEscolher(i);
      },
    };
    if (d !== "") return <path key={i} className="municipio-mapa-area" d={d} {...props} />;
    return sede ? <circle key={i} className="municipio-mapa-sede" cx={sede.x} cy={sede.y} r={mesh.width / 90} {...props} /> : null;
  });
}

function Contorno({ mesh, i, classe }: { readonly mesh: SvgMesh; readonly i: number; readonly classe: string }) {
  const d = mesh.paths[i];
  const sede = mesh.sedes[i];
  if (d !== undefined && d !== "") return <path className={classe} d={d} />;
  return sede ? <circle className={classe} cx={sede.x} cy={sede.y} r={mesh.width / 90} /> : null;
}
