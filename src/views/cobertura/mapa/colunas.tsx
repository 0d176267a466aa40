import type { ReactNode } from "react";
import { AUSENCIA_ROTULO, type Celula, isValor } from "../../../core/absence.ts";
import type { CivilDate } from "../../../core/civil-date.ts";
import { formatDate, formatMonth, formatNumber } from "../../../core/format.ts";
import { PORTE_ROTULO } from "../../../core/municipio.ts";
import { MODALIDADE_ROTULO } from "../../../data/contracts/apoios.ts";
import type { TableColumn } from "../../../ui/table/props.ts";
import type { ColunaOrdem } from "./estado-da-parte.ts";
import type { LinhaGrupo } from "./grupos.ts";
import { type LinhaMes, MEDIDA_ROTULO, MODALIDADES } from "./meses.ts";
import type { LinhaMunicipio } from "./model.ts";

/** What a table says where there is nothing on record: neither a date nor a zero. */
export const SEM_REGISTRO = AUSENCIA_ROTULO["sem-registro"];

type ColunaMunicipio = TableColumn<LinhaMunicipio> & { readonly id: ColunaOrdem };

const NOME: ColunaMunicipio = {
  id: "nome",
  titulo: "Município",
  tipo: "texto",
  valor: ({ municipio }) => municipio.nome,
};

const MONITORAMENTO: readonly ColunaMunicipio[] = [
  {
    id: "monitoramento",
    titulo: "Último monitoramento",
    tipo: "data",
    valor: (l) => l.ultimoMonitoramento ?? SEM_REGISTRO,
    render: (l) => dataEmPalavras(l.ultimoMonitoramento),
  },
  {
    id: "meses-monitoramento",
    titulo: "Monitorado há",
    unidade: "meses",
    tipo: "numero",
    valor: (l) => mesesOuRegistro(l.mesesMonitoramento),
    render: (l) => mesesEmPalavras(l.mesesMonitoramento),
  },
];

const PRESENCIAL: readonly ColunaMunicipio[] = [
  {
    id: "presencial",
    titulo: "Último apoio presencial",
    tipo: "data",
    valor: (l) => l.ultimoPresencial ?? SEM_REGISTRO,
    render: (l) => dataEmPalavras(l.ultimoPresencial),
  },
  {
    id: "meses-presencial",
    titulo: "Presencial há",
    unidade: "meses",
    tipo: "numero",
    valor: (l) => mesesOuRegistro(l.mesesPresencial),
    render: (l) => mesesEmPalavras(l.mesesPresencial),
  },
];

const EVENTOS: ColunaMunicipio = {
  id: "eventos",
  titulo: "Eventos no período",
  tipo: "numero",
  valor: (l) => ({ valor: l.eventosPresenciais + l.eventosNaoPresenciais }),
};

/** Columns of the list of municipalities past the yearly monitoring. */
export const COLUNAS_MONITORAMENTO: readonly ColunaMunicipio[] = [NOME, ...MONITORAMENTO, ...PRESENCIAL];

/** Columns of the list of every municipality. */
export const COLUNAS_TODOS: readonly ColunaMunicipio[] = [NOME, ...PRESENCIAL, EVENTOS, ...MONITORAMENTO];

const PELOS_FILTROS: ReadonlySet<string> = new Set(["presencial", "meses-presencial", "eventos", "presenciais", "nao-presenciais"]);

/** Columns whose figures follow the filters of strategy and eixo say so in their title. */
export function comFiltros<C extends TableColumn<LinhaMunicipio>>(colunas: readonly C[]): readonly C[] {
  return colunas.map((c) => (PELOS_FILTROS.has(c.id) ? { ...c, titulo: `${c.titulo}, com os filtros` } : c));
}

/** Columns only exports carry, after the code and name. */
export const COLUNAS_EXPORTACAO: readonly TableColumn<LinhaMunicipio>[] = [
  { id: "codigo", titulo: "Código IBGE", tipo: "texto", valor: ({ municipio }) => String(municipio.codigo) },
  NOME,
  {
    id: "regiao",
    titulo: "Região imediata",
    tipo: "texto",
    valor: ({ municipio }) => municipio.regiaoImediata?.nome ?? "sem dado",
  },
  {
    id: "porte",
    titulo: "Porte",
    tipo: "texto",
    valor: ({ municipio }) => (municipio.porte === null ? "sem dado" : PORTE_ROTULO[municipio.porte]),
  },
  ...MONITORAMENTO,
  {
    id: "monitoramento-presencial",
    titulo: "Último monitoramento no local",
    tipo: "data",
    valor: (l) => l.ultimoMonitoramentoPresencial ?? SEM_REGISTRO,
  },
  ...PRESENCIAL,
  {
    id: "presenciais",
    titulo: "Eventos presenciais no período",
    tipo: "numero",
    valor: (l) => ({ valor: l.eventosPresenciais }),
  },
  {
    id: "nao-presenciais",
    titulo: "Eventos não presenciais no período",
    tipo: "numero",
    valor: (l) => ({ valor: l.eventosNaoPresenciais }),
  },
];

/** Columns of the table twin of the strategies and eixos. */
export function colunasGrupo(titulo: string): readonly TableColumn<LinhaGrupo>[] {
  return [
    { id: "nome", titulo, tipo: "texto", valor: (l) => l.nome },
    { id: "municipios", titulo: "Municípios alcançados", tipo: "numero", valor: (l) => ({ valor: l.municipios }) },
    { id: "parte", titulo: "Parte dos municípios", unidade: "%", tipo: "numero", casas: 1, valor: (l) => l.parte },
    { id: "eventos", titulo: "Eventos", tipo: "numero", valor: (l) => ({ valor: l.eventos }) },
    { id: "alcances", titulo: "Alcances (evento × município)", tipo: "numero", valor: (l) => ({ valor: l.alcances }) },
    { id: "participantes", titulo: "Participantes registrados", tipo: "numero", valor: (l) => l.participantes },
    { id: "ultima", titulo: "Última data", tipo: "data", valor: (l) => l.ultima ?? SEM_REGISTRO },
    { id: "artigos", titulo: "Onde está na norma", tipo: "texto", valor: (l) => l.artigos },
  ];
}

/** Columns of the table twin of the months. */
export const COLUNAS_MES: readonly TableColumn<LinhaMes>[] = [
  { id: "mes", titulo: "Mês", tipo: "data", valor: (l) => l.mes, render: (l) => mesEmPalavras(l) },
  ...MODALIDADES.flatMap((modalidade) =>
    (["municipios", "eventos", "alcances"] as const).map(
      (medida): TableColumn<LinhaMes> => ({
        id: `${modalidade}-${medida}`,
        titulo: `${MODALIDADE_ROTULO[modalidade]}: ${MEDIDA_ROTULO[medida]}`,
        tipo: "numero",
        valor: (l) => l.porModalidade[modalidade][medida],
      }),
    ),
  ),
  { id: "parcial", titulo: "Mês completo", tipo: "texto", valor: (l) => (l.parcial ? "incompleto" : "completo") },
];

/** "nov. 2025", with a mark when the period covers only part of it. */
export function mesEmPalavras({ mes, parcial }: LinhaMes): string {
  return parcial ? `${formatMonth(mes)} (incompleto)` : formatMonth(mes);
}

/** A date, or the words that stand where there is none. */
export function dataEmPalavras(data: CivilDate | null): ReactNode {
  return data === null ? <Ausente /> : formatDate(data);
}

function mesesEmPalavras(meses: Celula): ReactNode {
  return isValor(meses) ? formatNumber(meses.valor) : <Ausente />;
}

function Ausente() {
  return <span className="ui-absence">{SEM_REGISTRO}</span>;
}

function mesesOuRegistro(meses: Celula): string | Celula {
  return isValor(meses) ? meses : SEM_REGISTRO;
}
