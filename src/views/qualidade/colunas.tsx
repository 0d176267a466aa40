import { formatPeriod } from "../../core/format.ts";
import { ESTADO_ROTULO, ESTADOS, type EstadoCelula } from "../../core/qualidade/celulas.ts";
import { medidaEmPalavras } from "../../core/qualidade/frase.ts";
import { totalDe } from "../../core/qualidade/resumo.ts";
import type { TableColumn } from "../../ui/table/props.ts";
import { EstadoIcone } from "./EstadoMarca.tsx";
import { aOlhar, type CelulaDoQuadro, type LinhaDeContagem, type LinhaDeEstados } from "./quadro.ts";

/** Column that adds what somebody must look at. */
export const A_OLHAR = "a-olhar";

/** Columns of the board while nothing is chosen: how many figures of each state. */
export function colunasDeContagem(titulo: string): readonly TableColumn<LinhaDeContagem>[] {
  return [
    { id: "nome", titulo, tipo: "texto", valor: ({ nome }) => nome },
    {
      id: A_OLHAR,
      titulo: "A olhar",
      tipo: "numero",
      valor: ({ contagem }) => ({ valor: aOlhar(contagem) }),
    },
    ...ESTADOS.map(
      (estado): TableColumn<LinhaDeContagem> => ({
        id: estado,
        titulo: maiuscula(ESTADO_ROTULO[estado]),
        tipo: "numero",
        valor: ({ contagem }) => ({ valor: contagem[estado] }),
      }),
    ),
    { id: "total", titulo: "Dados", tipo: "numero", valor: ({ contagem }) => ({ valor: totalDe(contagem) }) },
  ];
}

/** Columns of the board of one indicator or one municipality: its periods, newest first. */
export function colunasDeEstados(titulo: string, periodos: readonly string[]): readonly TableColumn<LinhaDeEstados>[] {
  return [
    { id: "nome", titulo, tipo: "texto", valor: ({ nome }) => nome },
    ...periodos.toReversed().map(
      (periodo): TableColumn<LinhaDeEstados> => ({
        id: `p-${periodo}`,
        titulo: formatPeriod(periodo),
        tipo: "texto",
        valor: ({ celulas }) => textoDaCelula(celulas.get(periodo)),
        render: ({ celulas }) => <Celula celula={celulas.get(periodo)} />,
      }),
    ),
  ];
}

/** "a conferir: 3,67", "sem dado"; empty for a period the indicator does not have. */
export function textoDaCelula(celula: CelulaDoQuadro | undefined): string {
  if (celula === undefined) return "";
  const { estado, valor, indicador } = celula;
  return valor === null ? ESTADO_ROTULO[estado] : `${ESTADO_ROTULO[estado]}: ${medidaEmPalavras(valor, indicador)}`;
}

/** Sign, word and figure; of what is ok only sign and figure are in sight. */
function Celula({ celula }: { readonly celula: CelulaDoQuadro | undefined }) {
  if (celula === undefined) {
    return (
      <span className="qualidade-sem-periodo">
        <span aria-hidden="true">·</span>
        <span className="ui-hidden">sem publicação neste período</span>
      </span>
    );
  }
  const { estado, valor, indicador } = celula;
  return (
    <span className={`qualidade-celula qualidade-marca-${estado}`}>
      <EstadoIcone estado={estado} />
      <span className={VISIVEL.has(estado) ? "qualidade-celula-estado" : "ui-hidden"}>{ESTADO_ROTULO[estado]}</span>
      {valor === null ? null : <span className="qualidade-celula-valor">{medidaEmPalavras(valor, indicador)}</span>}
    </span>
  );
}

const VISIVEL: ReadonlySet<EstadoCelula> = new Set(["erro", "a-conferir", "sem-dado", "nao-avaliado"]);

function maiuscula(texto: string): string {
  return texto.charAt(0).toUpperCase() + texto.slice(1);
}
