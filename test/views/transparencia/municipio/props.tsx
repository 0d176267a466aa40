import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import type { ReactElement } from "react";
import type { Municipio as Lugar } from "../../../../src/core/municipio.ts";
import type { MunicipioPublico } from "../../../../src/core/publico/municipio.ts";
import Municipio from "../../../../src/views/transparencia/municipio/Municipio.tsx";
import type { ParteDeTransparenciaProps } from "../../../../src/views/transparencia/parte.ts";

function lugar(codigo: number, nome: string): Lugar {
  return { codigo, nome, regiaoImediata: null, regiaoIntermediaria: null, sede: null, areaKm2: null, populacao: null, anoCenso: null, porte: null };
}

/** Three squares side by side; the third has no polygon yet, only a seat. */
export const LUGARES = [lugar(9900001, "Serra Alta"), lugar(9900002, "São João d'Oeste"), lugar(9900003, "Água Nova")];

const MESH: ParteDeTransparenciaProps["mesh"] = {
  width: 30,
  height: 10,
  paths: ["M0 0h10v10h-10z", "M10 0h10v10h-10z", ""],
  sedes: [{ x: 5, y: 5 }, { x: 15, y: 5 }, { x: 25, y: 5 }],
  regioes: "",
  vizinhos: [[1], [0], []],
  nota: "desenho de teste",
};

interface Desenho {
  readonly codigo: number | null;
  readonly pagina?: MunicipioPublico;
  /** True when the file of the municipality does not come. */
  readonly falta?: boolean;
  readonly mudar?: ParteDeTransparenciaProps["mudar"];
}

/** The part as the page draws it, over a release made of one municipality. */
export function Parte({ codigo, pagina, falta = false, mudar = () => undefined }: Desenho): ReactElement {
  const client = new QueryClient();
  client.setQueryData(["publico", "glossario"], []);
  const props = {
    territorio: { nomeCom: "da Terra", apoio: null, malha: { nota: "desenho de teste" } },
    fontes: [],
    municipios: LUGARES,
    mesh: MESH,
    topologyUrl: "",
    edicao: "publica",
    publicacao: {},
    ler: (caminho: string | null) =>
      caminho === null || pagina === undefined
        ? falta && caminho !== null
          ? { estado: "erro", erro: { mensagem: `O arquivo “${caminho}” desta publicação não chegou.`, conserto: "Tente de novo.", detalhe: "" }, tentarDeNovo: () => undefined }
          : { estado: "carregando" }
        : { estado: "pronto", valor: pagina },
    estado: { parte: "municipio", codigo, ano: null, ajustes: {} },
    mudar,
    enderecoDe: (parte: string, destino?: { codigo?: number }) => `#/transparencia?parte=${parte}&codigo=${destino?.codigo ?? ""}`,
    arquivo: (caminho: string) => `publico/${caminho}`,
    norma: () => null,
    nome: (de: number) => LUGARES.find((um) => um.codigo === de)?.nome ?? `município ${de}`,
    demonstracao: true,
    cabecalho: (titulo: string) => ({ titulo, fontes: [], filtros: [], dataReferencia: "2026-10-31", demonstracao: true }),
  } as unknown as ParteDeTransparenciaProps;
  return (
    <QueryClientProvider client={client}>
      <Municipio {...props} />
    </QueryClientProvider>
  );
}
