import { useContext } from "react";
import { isValor, type Ausencia, type Celula } from "../../core/absence.ts";
import { formatDate, formatNumber, formatPercent } from "../../core/format.ts";
import type { TableColumn } from "../../ui/table/props.ts";
import { ContributionBar } from "./ContributionBar.tsx";
import { PontosContext, type LinhaViva, type Pontos, type Sem } from "./linha-viva.ts";
import type { Medida } from "./medida.ts";
import type { Linha } from "./model.ts";
import type { SorteioDoMunicipio } from "./use-sorteios.ts";
import "./linha.css";

/** What the columns need to know of a measure: nothing that changes with the weights. */
export type MedidaDaColuna = Pick<Medida, "nomeCurto" | "unidade" | "casas" | "emPalavras">;

/**
 * Columns of the ranking, which is also the table twin of the map. The points of
 * a row come from `PontosContext`, so that the columns stay the same while weights change.
 * @param viva draws and visits; without it the index has only what the row knows
 */
export function colunasDe(medida: MedidaDaColuna, eIndice: boolean, viva: LinhaViva | null = null): TableColumn<Linha>[] {
  const [intervalo, chance, visita] = eIndice && viva !== null ? colunasVivas(viva) : [];
  return [
    { id: "nome", titulo: "Município", tipo: "texto", valor: ({ nome }) => nome },
    {
      id: "posicao",
      titulo: "Posição",
      tipo: "numero",
      casas: 0,
      valor: ({ posicao, valor }) =>
        posicao === null ? { ausencia: isValor(valor) ? "sem-dado" : valor.ausencia } : { valor: posicao },
      render: ({ posicao }) => (posicao === null ? <Traco lido="sem posição" /> : `${posicao}º`),
    },
    {
      id: "valor",
      titulo: medida.nomeCurto,
      ...(eIndice ? { unidade: "pontos" } : medida.unidade === "" ? {} : { unidade: medida.unidade }),
      tipo: "numero",
      casas: medida.casas,
      valor: ({ valor }) => valor,
      ...(medida.emPalavras ? { render: (linha: Linha) => linha.texto ?? <span className="ui-absence">sem dado</span> } : {}),
      ...(eIndice ? { render: (linha: Linha) => <NotaComBarra linha={linha} casas={medida.casas} /> } : {}),
    },
    ...(intervalo === undefined ? [] : [intervalo]),
    ...(chance === undefined ? [] : [chance]),
    eIndice
      ? {
          id: "completude",
          titulo: "Dados",
          unidade: "%",
          tipo: "numero",
          casas: 0,
          valor: ({ completude }) => ({ valor: completude }),
        }
      : {
          id: "periodo",
          titulo: "Período",
          tipo: "data",
          valor: ({ periodo }) => periodo ?? { ausencia: "sem-dado" },
        },
    ...(visita === undefined ? [] : [visita]),
    { id: "regiao", titulo: "Região", tipo: "texto", valor: ({ regiao }) => regiao },
    { id: "porte", titulo: "Porte", tipo: "texto", valor: ({ porte }) => porte },
  ];
}

/** Rank interval, chance and last visit: each waits for the draws or for the engine, and says so. */
function colunasVivas(viva: LinhaViva): [TableColumn<Linha>, TableColumn<Linha>, TableColumn<Linha>] {
  return [
    {
      id: "intervalo",
      titulo: "Posição nos sorteios",
      unidade: "5 a 95 %",
      tipo: "numero",
      valor: ({ codigo }) => {
        const sorteio = viva.sorteio(codigo);
        return typeof sorteio === "string" ? { ausencia: AUSENCIA_SORTEIO[sorteio] } : faixa(sorteio);
      },
      render: ({ codigo }) => {
        const sorteio = viva.sorteio(codigo);
        return typeof sorteio === "string" ? <SemSorteio motivo={sorteio} /> : faixa(sorteio);
      },
    },
    {
      id: "chance",
      titulo: `Entre os ${formatNumber(viva.k)} primeiros`,
      unidade: "% dos sorteios",
      tipo: "numero",
      casas: 0,
      valor: ({ codigo }) => {
        const sorteio = viva.sorteio(codigo);
        return typeof sorteio === "string" ? { ausencia: AUSENCIA_SORTEIO[sorteio] } : { valor: 100 * sorteio.chance };
      },
      render: ({ codigo }) => {
        const sorteio = viva.sorteio(codigo);
        if (typeof sorteio === "string") return <SemSorteio motivo={sorteio} />;
        return (
          <>
            {sorteio.palavra === null ? null : (
              <span className={sorteio.palavra === "firme" ? "prioridades-palavra-firme" : undefined}>{sorteio.palavra} </span>
            )}
            {formatNumber(100 * sorteio.chance)}
          </>
        );
      },
    },
    {
      id: "visita",
      titulo: "Última visita",
      ...(viva.visitasDemonstracao ? { unidade: "dados de demonstração" } : {}),
      tipo: "data",
      valor: ({ codigo }) => {
        const visita = viva.visita(codigo);
        return typeof visita === "string" ? { ausencia: AUSENCIA_VISITA[visita] } : visita.dia;
      },
      render: ({ codigo }) => {
        const visita = viva.visita(codigo);
        if (visita === "esperando") return <Espera lido="lendo as visitas" />;
        if (typeof visita === "string") return <span className="ui-absence">{visita === "nenhum" ? "sem registro" : "não carregado"}</span>;
        return formatDate(visita.dia);
      },
    },
  ];
}

/** Columns of the CSV: the screen's, with the IBGE code, the draws in columns of numbers and the points of each dimension. */
export function colunasCsv(
  medida: MedidaDaColuna,
  eIndice: boolean,
  viva: LinhaViva | null = null,
  pontos: Pontos | null = null,
): TableColumn<Linha>[] {
  const codigo: TableColumn<Linha> = {
    id: "codigo",
    titulo: "Código IBGE",
    tipo: "texto",
    valor: (linha) => String(linha.codigo),
  };
  const colunas = [codigo, ...colunasDe(medida, eIndice, viva).filter(({ id }) => id !== "intervalo")];
  if (!eIndice) return colunas;
  return [...colunas, ...(viva === null ? [] : colunasDoSorteio(viva)), ...(pontos === null ? [] : colunasDosPontos(pontos))];
}

function colunasDoSorteio(viva: LinhaViva): TableColumn<Linha>[] {
  const numero = (id: string, unidade: string, de: (sorteio: SorteioDoMunicipio) => number): TableColumn<Linha> => ({
    id,
    titulo: "Posição nos sorteios",
    unidade,
    tipo: "numero",
    casas: 0,
    valor: ({ codigo }) => {
      const sorteio = viva.sorteio(codigo);
      return typeof sorteio === "string" ? { ausencia: AUSENCIA_SORTEIO[sorteio] } : { valor: de(sorteio) };
    },
  });
  return [
    numero("mediana", "mediana", ({ mediana }) => mediana),
    numero("de", "5 %", ({ de }) => de),
    numero("ate", "95 %", ({ ate }) => ate),
    {
      id: "palavra",
      titulo: "Escolha",
      tipo: "texto",
      valor: ({ codigo }) => {
        const sorteio = viva.sorteio(codigo);
        return typeof sorteio === "string" ? { ausencia: AUSENCIA_SORTEIO[sorteio] } : (sorteio.palavra ?? "");
      },
    },
  ];
}

function colunasDosPontos(pontos: Pontos): TableColumn<Linha>[] {
  return pontos.dimensoes.map(({ id, nome }) => ({
    id: `pontos-${id}`,
    titulo: nome,
    unidade: "pontos",
    tipo: "numero",
    casas: 2,
    valor: ({ codigo }): Celula => {
      const parte = pontos.de(codigo)?.find((p) => p.id === id);
      return parte === undefined ? { ausencia: "dados-insuficientes" } : { valor: parte.pontos };
    },
  }));
}

const AUSENCIA_SORTEIO: Readonly<Record<Sem, Ausencia>> = {
  esperando: "nao-carregado",
  indisponivel: "nao-carregado",
  nenhum: "dados-insuficientes",
};

const AUSENCIA_VISITA: Readonly<Record<Sem, Ausencia>> = {
  esperando: "nao-carregado",
  indisponivel: "nao-carregado",
  nenhum: "sem-registro",
};

/** "12 a 31", or "12" where the draws never move it. */
export function faixa({ de, ate }: Pick<SorteioDoMunicipio, "de" | "ate">): string {
  return de === ate ? formatNumber(de) : `${formatNumber(de)} a ${formatNumber(ate)}`;
}

/** The score with its bar of dimensions, both under the weights in force. */
function NotaComBarra({ linha, casas }: { readonly linha: Linha; readonly casas: number }) {
  const partes = useContext(PontosContext)?.de(linha.codigo) ?? null;
  if (!isValor(linha.valor)) return <span className="ui-absence">{linha.texto ?? "dados insuficientes"}</span>;
  return (
    <span className="prioridades-nota-linha">
      {partes === null ? null : <ContributionBar partes={partes} compacta />}
      <span>{formatNumber(linha.valor.valor, casas)}</span>
    </span>
  );
}

function SemSorteio({ motivo }: { readonly motivo: Sem }) {
  if (motivo === "esperando") return <Espera lido="sorteando" />;
  return motivo === "nenhum" ? <Traco lido="sem nota, fora dos sorteios" /> : <span className="ui-absence">não calculado</span>;
}

/** What is on its way: never a zero, never an empty cell. */
function Espera({ lido }: { readonly lido: string }) {
  return (
    <span className="ui-absence prioridades-espera">
      <span aria-hidden="true">…</span>
      <span className="ui-hidden">{lido}</span>
    </span>
  );
}

function Traco({ lido }: { readonly lido: string }) {
  return (
    <span className="ui-absence">
      <span aria-hidden="true">–</span>
      <span className="ui-hidden">{lido}</span>
    </span>
  );
}

/** "92 %" and its word: "firme, 92 %". */
export function chanceEmPalavras({ chance, palavra }: Pick<SorteioDoMunicipio, "chance" | "palavra">): string {
  const parte = formatPercent(100 * chance, 0);
  return palavra === null ? parte : `${palavra}, ${parte}`;
}
