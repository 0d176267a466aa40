import { useMemo } from "react";
import type { CivilDate } from "../../../core/civil-date.ts";
import { formatDate } from "../../../core/format.ts";
import { matches } from "../../../core/search.ts";
import { tableCsv } from "../../../data/export/table-csv.ts";
import type { Recorte } from "../../../data/queries/cobertura-recorte.ts";
import { downloadCsv } from "../../../ui/download/download.ts";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import { Artigos } from "../Artigos.tsx";
import { COLUNAS_EXPORTACAO, COLUNAS_MONITORAMENTO, COLUNAS_TODOS, comFiltros } from "./colunas.tsx";
import { cabecalhoDaLista, type Contexto } from "./contexto.ts";
import { COLUNAS, type Lista as NomeLista, LISTAS } from "./estado-da-parte.ts";
import { fraseMonitoramento } from "./frase.ts";
import { type LinhaMunicipio, semMonitoramento } from "./model.ts";
import { selecaoEmPalavras } from "./recorte.ts";

export interface ListaProps {
  readonly contexto: Contexto;
  readonly recorte: Recorte;
  /** Municipalities inside the filters of region and porte. */
  readonly linhas: readonly LinhaMunicipio[];
  readonly destacado: number | null;
  readonly onDestacar: (codigo: number | null) => void;
}

const TITULO: Readonly<Record<NomeLista, string>> = {
  "sem-monitoramento": "Sem monitoramento há 12 meses",
  todos: "Todos os municípios",
};

/** Who is past the yearly monitoring, or every municipality, beside the map. */
export function Lista({ contexto, recorte, linhas, destacado, onDestacar }: ListaProps) {
  const { estado, mudar, pacto, norma } = contexto;
  const atrasados = useMemo(
    () => linhas.filter((linha) => semMonitoramento(linha, recorte.em)).toSorted((a, b) => porData(a.ultimoMonitoramento, b.ultimoMonitoramento)),
    [linhas, recorte.em],
  );
  const daLista = estado.lista === "todos" ? linhas : atrasados;
  const visiveis = useMemo(
    () => daLista.filter(({ municipio }) => matches(municipio.nome, estado.busca)),
    [daLista, estado.busca],
  );
  const isFiltrada = selecaoEmPalavras(recorte) !== "";
  const colunas = useMemo(() => {
    const daTabela = estado.lista === "todos" ? COLUNAS_TODOS : COLUNAS_MONITORAMENTO;
    return isFiltrada ? comFiltros(daTabela) : daTabela;
  }, [estado.lista, isFiltrada]);
  const titulo = TITULO[estado.lista];
  const ordem = useMemo(
    () => ({ coluna: estado.ordem, sentido: estado.sentido }),
    [estado.ordem, estado.sentido],
  );
  const baixar = (): void => {
    const cabecalho = cabecalhoDaLista(titulo, visiveis.length, recorte, contexto);
    const exportadas = isFiltrada ? comFiltros(COLUNAS_EXPORTACAO) : COLUNAS_EXPORTACAO;
    downloadCsv(`cobertura-${estado.lista}-${recorte.em}`, tableCsv(cabecalho, exportadas, visiveis));
  };
  return (
    <section className="cobertura-lista" aria-labelledby="cobertura-lista-titulo">
      <header className="cobertura-parte-topo">
        <h2 id="cobertura-lista-titulo">{fraseMonitoramento(atrasados, linhas.length)}</h2>
        <p className="ui-muted ui-small">
          O monitoramento, no local ou por dados, é devido a cada município ao menos uma vez por ano
          {norma === null || pacto.minimo === null ? null : (
            <>
              {" ("}
              <Artigos norma={norma} artigos={pacto.minimo.artigos} />)
            </>
          )}
          . Os filtros de estratégia, eixo e período não mudam esta conta.
        </p>
        {contexto.extrato.demonstracao ? <DemoMark /> : null}
      </header>
      <div className="ui-row">
        <div className="cobertura-abas" role="group" aria-label="Qual lista mostrar">
          {LISTAS.map((lista) => (
            <button
              key={lista}
              type="button"
              className="ui-button"
              aria-pressed={estado.lista === lista}
              onClick={() => {
                mudar({ lista });
              }}
            >
              {TITULO[lista]}
            </button>
          ))}
        </div>
        <button type="button" className="ui-button ui-button-quiet" onClick={baixar}>
          Baixar lista (CSV)
        </button>
      </div>
      <DataTable
        legenda={`${titulo}, até ${formatDate(recorte.em)}`}
        colunas={colunas}
        linhas={visiveis}
        chave={codigoDe}
        ordem={ordem}
        onOrdem={({ coluna, sentido }) => {
          const conhecida = COLUNAS.find((id) => id === coluna);
          if (conhecida !== undefined) mudar({ ordem: conhecida, sentido });
        }}
        selecionada={estado.municipio}
        onSelecionar={({ municipio }) => {
          mudar({ municipio: municipio.codigo });
        }}
        destacada={destacado}
        onDestacar={(linha) => {
          onDestacar(linha?.municipio.codigo ?? null);
        }}
        vazio={
          daLista.length === 0
            ? "Nenhum município nesta lista com os filtros de região e porte escolhidos."
            : "Nenhum município com esse nome nesta lista. Limpe a busca para ver todos."
        }
        altura="32rem"
        nomeLinhas={["município", "municípios", "m"]}
      />
    </section>
  );
}

/** Earliest first: among equal whole months, the table keeps this order. */
function porData(a: CivilDate | null, b: CivilDate | null): number {
  return (a ?? "") < (b ?? "") ? -1 : (a ?? "") > (b ?? "") ? 1 : 0;
}

function codigoDe({ municipio }: LinhaMunicipio): number {
  return municipio.codigo;
}
