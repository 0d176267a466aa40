import { celula } from "../../../core/absence.ts";
import { CASAS_DA_LISTA } from "../../../core/metodo/list.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { SITUACAO_ROTULO, type LinhaDoCiclo } from "./plano.ts";

/** Figures in points of 0 to 100; the header of the first says so for all. */
const pontos = (id: string, titulo: string, valor: (linha: LinhaDoCiclo) => number | null): TableColumn<LinhaDoCiclo> => ({
  id,
  titulo,
  ...(id === "valor" ? { unidade: "pontos" } : {}),
  tipo: "numero",
  casas: CASAS_DA_LISTA,
  valor: (linha) => celula(valor(linha), "dados-insuficientes"),
});

/** Columns of the plan: what was decided, the parts of the priority, and the visit behind the time. */
export const COLUNAS_DO_CICLO: readonly TableColumn<LinhaDoCiclo>[] = [
  { id: "nome", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome },
  {
    id: "ordem",
    titulo: "Ordem",
    tipo: "numero",
    casas: 0,
    valor: ({ ordem }) => celula(ordem),
    render: ({ ordem }) => (ordem === null ? <ForaDaLista /> : `${ordem}º`),
  },
  {
    id: "situacao",
    titulo: "Situação",
    tipo: "texto",
    valor: ({ situacao }) => SITUACAO_ROTULO[situacao],
    render: ({ situacao }) => <span className={`prioridades-situacao prioridades-situacao-${situacao}`}>{SITUACAO_ROTULO[situacao]}</span>,
  },
  pontos("valor", "Prioridade", ({ valor }) => valor),
  pontos("da-nota", "Da nota", ({ daNota }) => daNota),
  pontos("do-tempo", "Do tempo", ({ doTempo }) => doTempo),
  pontos("nota", "Nota", ({ nota }) => nota),
  { id: "visita", titulo: "Última visita", tipo: "data", valor: ({ ultimaVisita }) => ultimaVisita ?? { ausencia: "sem-registro" } },
  { id: "meses", titulo: "Sem visita", unidade: "meses", tipo: "numero", casas: 0, valor: ({ meses }) => celula(meses, "sem-registro") },
  { id: "regiao", titulo: "Região", tipo: "texto", valor: ({ regiao }) => regiao ?? { ausencia: "sem-dado" } },
];

/** Columns of the CSV: the screen's with the IBGE code; who is out of the list has that in words. Reasons of triggers never leave the page. */
export const COLUNAS_DO_CICLO_CSV: readonly TableColumn<LinhaDoCiclo>[] = [
  { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ codigo }) => String(codigo) },
  ...COLUNAS_DO_CICLO.map((coluna): TableColumn<LinhaDoCiclo> =>
    coluna.id === "ordem" ? { ...coluna, valor: ({ ordem }) => (ordem === null ? "fora da lista" : { valor: ordem }) } : coluna,
  ),
];

function ForaDaLista() {
  return (
    <span className="ui-absence">
      <span aria-hidden="true">–</span>
      <span className="ui-hidden">fora da lista</span>
    </span>
  );
}
