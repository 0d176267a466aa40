import { formatDate } from "../../../core/format.ts";
import type { ItemDaAgenda } from "../../../data/denuncias/perguntas.ts";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import type { TableColumn } from "../../../ui/table/props.ts";
import { nomeDoPrazo } from "../filtros/filtro.ts";
import type { ContextoDaFila } from "../prazos/colunas.tsx";
import { vencimentosDe, vencimentosEmPalavras } from "../prazos/vencimento.ts";
import { responsavelEmPalavras } from "../rotulos.ts";
import { diaDaSemanaEmPalavras, type LinhaDaUnidade } from "./agenda.ts";

export function unidadeDoItem(item: ItemDaAgenda, { nome, doTerritorio }: ContextoDaFila): string {
  const prazo = doTerritorio.prazos.find(({ id }) => id === item.prazo);
  if (prazo === undefined) return "";
  return responsavelEmPalavras(prazo.responsavel, doTerritorio, { municipio: nome(item.municipio), superintendencia: item.superintendencia });
}

/** Columns of the agenda's CSV, one due a row; no column is of a person. */
export function colunasDaAgenda(contexto: ContextoDaFila): TableColumn<ItemDaAgenda>[] {
  const { nome, norma, doTerritorio, regra } = contexto;
  const porId = new Map(doTerritorio.prazos.map((prazo) => [prazo.id, prazo]));
  const prazoDe = (item: ItemDaAgenda) => porId.get(item.prazo) ?? null;
  const contagens = (item: ItemDaAgenda): string => {
    const prazo = prazoDe(item);
    const datas = prazo === null ? [] : vencimentosDe(item, prazo, regra);
    return datas.length < 2 ? "" : vencimentosEmPalavras(datas);
  };
  const artigo = (item: ItemDaAgenda): string => {
    const prazo = prazoDe(item);
    return prazo === null ? "" : `${norma(prazo.norma)?.nomeCurto ?? prazo.norma}, ${prazo.artigo}`;
  };
  return [
    {
      id: "vence",
      titulo: "Vence",
      tipo: "data",
      valor: ({ vence }) => vence,
      render: (item) => (
        <>
          {formatDate(item.vence)} <span className="denuncias-agenda-linha ui-muted">{diaDaSemanaEmPalavras(item.vence)}</span>
          {contagens(item) === "" ? null : <span className="denuncias-agenda-linha ui-muted">{contagens(item)}</span>}
        </>
      ),
    },
    { id: "semana", titulo: "Dia da semana", tipo: "texto", ordenavel: false, valor: ({ vence }) => diaDaSemanaEmPalavras(vence) },
    { id: "faltam", titulo: "Faltam", unidade: "dias", tipo: "numero", valor: ({ faltam }) => ({ valor: faltam }) },
    { id: "protocolo", titulo: "Protocolo", tipo: "texto", valor: ({ protocolo }) => protocolo },
    { id: "prazo", titulo: "Passo esperado", tipo: "texto", valor: ({ prazo }) => nomeDoPrazo(prazo, doTerritorio) },
    { id: "unidade", titulo: "Com quem está", tipo: "texto", valor: (item) => unidadeDoItem(item, contexto) },
    { id: "municipio", titulo: "Município", tipo: "texto", valor: ({ municipio }) => nome(municipio) },
    {
      id: "contagens",
      titulo: "As duas contagens",
      tipo: "texto",
      ordenavel: false,
      valor: contagens,
    },
    {
      id: "artigo",
      titulo: "Norma e artigo",
      tipo: "texto",
      ordenavel: false,
      valor: artigo,
      render: (item) => {
        const prazo = prazoDe(item);
        const citada = prazo === null ? null : norma(prazo.norma);
        return prazo === null || citada === null ? artigo(item) : <NormaLink norma={citada} artigo={prazo.artigo} />;
      },
    },
  ];
}

/** What the screen says in the cell of the due day. */
const SO_NO_ARQUIVO: ReadonlySet<string> = new Set(["semana", "contagens"]);

export function colunasDaTela(colunas: readonly TableColumn<ItemDaAgenda>[]): TableColumn<ItemDaAgenda>[] {
  return colunas.filter(({ id }) => !SO_NO_ARQUIVO.has(id));
}

export function colunasDaUnidade(doTerritorio: ContextoDaFila["doTerritorio"]): TableColumn<LinhaDaUnidade>[] {
  return [
    { id: "unidade", titulo: "Unidade", tipo: "texto", valor: ({ unidade }) => unidade },
    { id: "prazo", titulo: "Passo esperado", tipo: "texto", valor: ({ prazo }) => nomeDoPrazo(prazo, doTerritorio) },
    { id: "vencem", titulo: "Vencem", unidade: "prazos", tipo: "numero", valor: ({ vencem }) => ({ valor: vencem }) },
    { id: "primeiro", titulo: "O primeiro vence", tipo: "data", valor: ({ primeiro }) => primeiro },
  ];
}
