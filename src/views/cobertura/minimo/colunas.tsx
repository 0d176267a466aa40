import { AUSENCIA_ROTULO } from "../../../core/absence.ts";
import type { CivilDate } from "../../../core/civil-date.ts";
import { formatDate } from "../../../core/format.ts";
import { PORTE_ROTULO } from "../../../core/municipio.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import { REGRAS_DO_MINIMO } from "./estado-da-parte.ts";
import type { LinhaDaCurva, LinhaDoMinimo } from "./linhas.ts";
import { ESTADO_ROTULO, MarcaDoMinimo } from "./Marca.tsx";
import { REGRA_ROTULO } from "./palavras.ts";

type Coluna = TableColumn<LinhaDoMinimo>;

const SEM_REGISTRO = AUSENCIA_ROTULO["sem-registro"];

const NOME: Coluna = { id: "nome", titulo: "Município", tipo: "texto", valor: ({ municipio }) => municipio.nome };
const PASSADOS: Coluna = { id: "passados", titulo: "Passou há", unidade: "dias", tipo: "numero", valor: (l) => l.passados };
const RESTAM: Coluna = { id: "restam", titulo: "Faltam", unidade: "dias", tipo: "numero", valor: (l) => l.restam };
const SITUACAO: Coluna = {
  id: "situacao",
  titulo: "Situação",
  tipo: "texto",
  valor: ({ estado }) => ESTADO_ROTULO[estado],
  render: ({ estado }) => <MarcaDoMinimo estado={estado} />,
};

const DATAS: readonly Coluna[] = [
  data("no-local", "Último no local", (l) => l.noLocal),
  data("por-dados", "Último por dados", (l) => l.porDados),
  data("vence", "Próximo até", (l) => l.vence),
];

/** Columns of the list of municipalities whose monitoring is owed. */
export const COLUNAS_DOS_DEVIDOS: readonly Coluna[] = [NOME, PASSADOS, ...DATAS];

/** Columns of the list of every municipality. */
export const COLUNAS_DE_TODOS: readonly Coluna[] = [NOME, SITUACAO, ...DATAS];

/** Columns of the exports. */
export const COLUNAS_DO_CSV: readonly Coluna[] = [
  { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ municipio }) => String(municipio.codigo) },
  NOME,
  { id: "regiao", titulo: "Região imediata", tipo: "texto", valor: ({ municipio }) => municipio.regiaoImediata?.nome ?? "sem dado" },
  { id: "porte", titulo: "Porte", tipo: "texto", valor: ({ municipio }) => (municipio.porte === null ? "sem dado" : PORTE_ROTULO[municipio.porte]) },
  ...DATAS,
  SITUACAO,
  PASSADOS,
  RESTAM,
];

/** Columns of the table twin of the curve: every rule, whichever is drawn. */
export const COLUNAS_DA_CURVA: readonly TableColumn<LinhaDaCurva>[] = [
  { id: "dia", titulo: "Em", tipo: "data", valor: ({ dia }) => dia },
  ...REGRAS_DO_MINIMO.map(
    (regra): TableColumn<LinhaDaCurva> => ({ id: regra, titulo: `No prazo: ${REGRA_ROTULO[regra].toLowerCase()}`, unidade: "municípios", tipo: "numero", valor: ({ emDia }) => ({ valor: emDia[regra] }) }),
  ),
  { id: "municipios", titulo: "Municípios na conta", tipo: "numero", valor: ({ municipios }) => ({ valor: municipios }) },
];

function data(id: string, titulo: string, de: (linha: LinhaDoMinimo) => CivilDate | null): Coluna {
  return {
    id,
    titulo,
    tipo: "data",
    valor: (l) => de(l) ?? SEM_REGISTRO,
    render: (l) => {
      const dia = de(l);
      return dia === null ? <span className="ui-absence">{SEM_REGISTRO}</span> : formatDate(dia);
    },
  };
}
