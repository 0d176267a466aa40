import { useMemo } from "react";
import { compareNames, count, formatDate } from "../../core/format.ts";
import { ESTADO_EXPLICA, ESTADO_ROTULO, ESTADOS } from "../../core/qualidade/celulas.ts";
import { tableCsv } from "../../data/export/table-csv.ts";
import { downloadCsv } from "../../ui/download/download.ts";
import { SelectField } from "../../ui/filters/SelectField.tsx";
import { DataTable } from "../../ui/table/DataTable.tsx";
import type { TableColumn, TableOrder } from "../../ui/table/props.ts";
import { A_OLHAR, colunasDeContagem, colunasDeEstados } from "./colunas.tsx";
import { cabecalhoDe, type Contexto } from "./contexto.ts";
import { EstadoIcone } from "./EstadoMarca.tsx";
import { type Estado, LINHAS } from "./estado.ts";
import {
  comEstado,
  contarPorIndicador,
  type LinhaDeContagem,
  type LinhaDeEstados,
  quadroDoIndicador,
  quadroDoMunicipio,
} from "./quadro.ts";

type Linha = LinhaDeContagem | LinhaDeEstados;

/** The board as it stands: what its rows are, its columns, and the order they come in. */
interface Montado {
  readonly titulo: string;
  readonly colunas: readonly TableColumn<Linha>[];
  readonly linhas: readonly Linha[];
  readonly ordem: TableOrder | null;
  readonly saoIndicadores: boolean;
  readonly indicadores: ReadonlySet<string>;
}

const TODOS = "todos";
/** A select of more names than this is no help; the search and the board's rows are. */
const MAX_MUNICIPIOS_NA_LISTA = 400;
const ROTULO_LINHAS = { municipios: "Por município", indicadores: "Por indicador" } as const;

/** Indicator × municipality × period with state: as counts, or in full for one indicator or one municipality. */
export function Quadro({ contexto }: { readonly contexto: Contexto }) {
  const { estado, mudar, avaliacao, recorte, porMunicipio, municipios, catalogo, nomes } = contexto;
  const { linhas, indicador, municipio, especies, estados } = estado;
  const montado = useMemo(
    () =>
      montar({ avaliacao, recorte, porMunicipio, municipios, catalogo, nomes }, { linhas, indicador, municipio, especies, estados }),
    [avaliacao, recorte, porMunicipio, municipios, catalogo, nomes, linhas, indicador, municipio, especies, estados],
  );
  const ordem: TableOrder | null = montado.colunas.some(({ id }) => id === estado.ordem)
    ? { coluna: estado.ordem ?? "", sentido: estado.sentido }
    : montado.ordem;
  const escolher = ({ chave }: Linha): void => {
    const alvo = montado.saoIndicadores
      ? { indicador: String(chave), municipio: null }
      : { municipio: Number(chave), indicador: null };
    mudar({ ...alvo, ordem: null, item: null });
  };
  const baixar = (): void => {
    const cabecalho = cabecalhoDe(`Qualidade dos dados: ${montado.titulo}`, montado.indicadores, contexto);
    downloadCsv(`qualidade-quadro-${contexto.avaliacao.dataReferencia}`, tableCsv(cabecalho, montado.colunas, montado.linhas));
  };
  const escolhido = estado.indicador !== null || estado.municipio !== null;

  return (
    <section className="qualidade-quadro" aria-labelledby="qualidade-quadro-titulo">
      <h2 id="qualidade-quadro-titulo">{montado.titulo}</h2>
      <div className="qualidade-quadro-topo">
        <EscolhaDeIndicador contexto={contexto} />
        <EscolhaDeMunicipio contexto={contexto} />
        {escolhido ? (
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              mudar({ indicador: null, municipio: null, ordem: null, item: null });
            }}
          >
            Voltar ao quadro geral
          </button>
        ) : (
          <div className="qualidade-abas" role="group" aria-label="O que são as linhas do quadro">
            {LINHAS.map((linhas) => (
              <button
                key={linhas}
                type="button"
                className="ui-button"
                aria-pressed={estado.linhas === linhas}
                onClick={() => {
                  mudar({ linhas, ordem: null });
                }}
              >
                {ROTULO_LINHAS[linhas]}
              </button>
            ))}
          </div>
        )}
        <button type="button" className="ui-button ui-button-quiet" onClick={baixar}>
          Baixar quadro (CSV)
        </button>
      </div>
      <details className="qualidade-legenda">
        <summary>O que quer dizer cada estado</summary>
        <ul>
          {ESTADOS.map((nome) => (
            <li key={nome} className={`qualidade-marca-${nome}`}>
              <EstadoIcone estado={nome} /> <strong>{ESTADO_ROTULO[nome]}</strong>: {ESTADO_EXPLICA[nome]}
            </li>
          ))}
        </ul>
      </details>
      <DataTable
        legenda={`${montado.titulo}, em ${formatDate(contexto.avaliacao.dataReferencia)}`}
        colunas={montado.colunas}
        linhas={montado.linhas}
        chave={chaveDe}
        ordem={ordem}
        onOrdem={({ coluna, sentido }) => {
          mudar({ ordem: coluna, sentido });
        }}
        onSelecionar={escolher}
        vazio={
          estado.estados.length > 0
            ? "Nenhuma linha com os estados escolhidos. Remova o filtro de estado para ver as outras."
            : "Nenhum município com os filtros escolhidos. Limpe a busca, a região ou o porte."
        }
        altura="32rem"
        nomeLinhas={montado.saoIndicadores ? ["indicador", "indicadores", "m"] : ["município", "municípios", "m"]}
      />
      <p className="ui-muted ui-small">
        {montado.saoIndicadores
          ? "Escolha um indicador para ver seus municípios, ano a ano."
          : "Escolha um município para ver seus indicadores, ano a ano."}
      </p>
    </section>
  );
}

function EscolhaDeIndicador({ contexto }: { readonly contexto: Contexto }) {
  const { estado, mudar, avaliacao, catalogo, territorio } = contexto;
  const opcoes = useMemo(() => {
    const comDados = new Set(avaliacao.colunas.map(({ indicador }) => indicador));
    const dimensoes = new Map(territorio.indice.dimensoes.map(({ id, nome }) => [id, nome]));
    return [
      { valor: TODOS, rotulo: "todos" },
      ...catalogo
        .filter(({ id }) => comDados.has(id))
        .map(({ id, nome, dimensao }) => ({ valor: id, rotulo: nome, grupo: dimensoes.get(dimensao) ?? dimensao })),
    ];
  }, [avaliacao, catalogo, territorio]);
  return (
    <SelectField
      rotulo="Indicador"
      valor={estado.indicador ?? TODOS}
      opcoes={opcoes}
      onMudar={(valor) => {
        mudar({ indicador: valor === TODOS ? null : valor, municipio: null, ordem: null, item: null });
      }}
    />
  );
}

function EscolhaDeMunicipio({ contexto }: { readonly contexto: Contexto }) {
  const { estado, mudar, municipios } = contexto;
  const opcoes = useMemo(
    () => [
      { valor: TODOS, rotulo: "todos" },
      ...municipios
        .map(({ codigo, nome }) => ({ valor: String(codigo), rotulo: nome }))
        .sort((a, b) => compareNames(a.rotulo, b.rotulo)),
    ],
    [municipios],
  );
  if (municipios.length > MAX_MUNICIPIOS_NA_LISTA) return null;
  return (
    <SelectField
      rotulo="Município"
      valor={estado.municipio === null ? TODOS : String(estado.municipio)}
      opcoes={opcoes}
      onMudar={(valor) => {
        mudar({ municipio: valor === TODOS ? null : Number(valor), indicador: null, ordem: null, item: null });
      }}
    />
  );
}

type ParaMontar = Pick<Contexto, "avaliacao" | "recorte" | "porMunicipio" | "municipios" | "catalogo" | "nomes">;
type Escolha = Pick<Estado, "linhas" | "indicador" | "municipio" | "especies" | "estados">;

function montar({ avaliacao, recorte, porMunicipio, municipios, catalogo, nomes }: ParaMontar, estado: Escolha): Montado {
  const { especies, estados } = estado;
  const comDados = new Set(avaliacao.colunas.map(({ indicador }) => indicador));
  const indicador = estado.indicador === null ? undefined : nomes.indicadores.get(estado.indicador);
  if (estado.municipio !== null) {
    const { periodos, linhas } = quadroDoMunicipio(avaliacao, estado.municipio, catalogo, especies);
    return {
      titulo: `${nomes.municipios.get(estado.municipio) ?? String(estado.municipio)}: indicadores por período`,
      colunas: colunasDeEstados("Indicador", periodos) as readonly TableColumn<Linha>[],
      linhas: comEstado(linhas, estados),
      ordem: null,
      saoIndicadores: true,
      indicadores: comDados,
    };
  }
  if (indicador !== undefined) {
    const { periodos, linhas } = quadroDoIndicador(avaliacao, indicador, municipios, recorte, especies);
    return {
      titulo: `${indicador.nome}: municípios por período`,
      colunas: colunasDeEstados("Município", periodos) as readonly TableColumn<Linha>[],
      linhas: comEstado(linhas, estados),
      ordem: { coluna: "nome", sentido: "asc" },
      saoIndicadores: false,
      indicadores: new Set([indicador.id]),
    };
  }
  const saoIndicadores = estado.linhas === "indicadores";
  const linhas = saoIndicadores
    ? contarPorIndicador(avaliacao, catalogo, recorte, especies)
    : porMunicipio;
  return {
    titulo: `Quadro: ${saoIndicadores ? count(linhas.length, "indicador", "indicadores") : count(linhas.length, "município", "municípios")}`,
    colunas: colunasDeContagem(saoIndicadores ? "Indicador" : "Município") as readonly TableColumn<Linha>[],
    linhas: comEstado(linhas, estados),
    ordem: { coluna: A_OLHAR, sentido: "desc" },
    saoIndicadores,
    indicadores: comDados,
  };
}

function chaveDe({ chave }: Linha): string | number {
  return chave;
}
