import type { File } from "node:buffer";
import { act, useState, type ComponentType } from "react";
import type { Base } from "../../../../src/ui/use-base.ts";
import { cabecalhoDe } from "../../../../src/views/prioridades/cabecalho.ts";
import { codec, ESTADO_PADRAO, type Estado } from "../../../../src/views/prioridades/estado.ts";
import type { ParteProps } from "../../../../src/views/prioridades/parte.ts";
import { useMetodo } from "../../../../src/ui/metodo/use-metodo.ts";
import { useModelo } from "../../../../src/views/prioridades/use-model.ts";
import type { Sorteios } from "../../../../src/views/prioridades/use-sorteios.ts";
import type { Visitas } from "../../../../src/ui/metodo/use-visitas.ts";
import { render, type Rendered } from "../../../ui/render.tsx";
import { SNAPSHOT } from "../fixture.ts";

const { catalogo, colunas, municipios, mesh, dataReferencia, territorio, fontes } = SNAPSHOT;
const BASE: Base = { municipios, colunas, catalogo, mesh, origem: "instantaneo", dataReferencia, proveniencia: () => null, carregando: false, erro: null };
const PARADO: Sorteios = {
  estado: "parado",
  feitos: 0,
  total: 0,
  porMunicipio: null,
  resumo: null,
  erro: null,
  cancelar: () => undefined,
  recomecar: () => undefined,
};
export const SEM_VISITAS: Visitas = { estado: "pronto", ultima: new Map(), demonstracao: false, erro: null };

/** Mounts a part of the page with an address of its own, on the made-up state. */
export function abrirParte(Parte: ComponentType<ParteProps>, visitas: Visitas = SEM_VISITAS, inicial: Partial<Estado> = {}): Rendered & { readonly estados: Estado[] } {
  const estados: Estado[] = [];
  function Pagina() {
    const [estado, setEstado] = useState<Estado>({ ...ESTADO_PADRAO, ...inicial });
    const mudar: ParteProps["mudar"] = (mudanca) => {
      const novo = codec.decode(codec.encode({ ...estado, ...mudanca }));
      estados.push(novo);
      setEstado(novo);
    };
    const emVigor = useMetodo(SNAPSHOT.metodo, catalogo, estado.metodo, (metodo) => {
      mudar({ metodo });
    });
    const modelo = useModelo(SNAPSHOT, BASE, estado, emVigor.metodo);
    const { preparada, scores, hashDados, medida, eIndice, filtros } = modelo;
    const contexto = { preparada, scores, catalogo, colunas, fontes, municipios, proveniencia: BASE.proveniencia };
    return (
      <Parte
        territorio={territorio}
        modelo={modelo}
        emVigor={emVigor}
        contexto={contexto}
        sorteios={PARADO}
        visitas={visitas}
        estado={estado}
        mudar={mudar}
        cabecalho={cabecalhoDe({ ...contexto, medida, eIndice, metodo: emVigor.metodo, hashDados, filtros, dataReferencia })}
        dataReferencia={dataReferencia}
        lugaresUrl="about:blank"
      />
    );
  }
  return { ...render(<Pagina />), estados };
}

/** Chooses a file in the field whose label is `rotulo`. */
export function escolherArquivo(host: HTMLElement, rotulo: string, file: File): void {
  const label = [...host.querySelectorAll("label")].find((l) => l.textContent.trim() === rotulo);
  const input = label === undefined ? null : host.ownerDocument.getElementById(label.htmlFor);
  if (!(input instanceof HTMLInputElement)) throw new Error(`no file field "${rotulo}"`);
  Object.defineProperty(input, "files", { value: [file], configurable: true });
  act(() => {
    input.dispatchEvent(new Event("change", { bubbles: true }));
  });
}
