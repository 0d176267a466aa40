import { useCallback, useMemo, useState, type ReactNode } from "react";
import { AUSENCIA_ROTULO, isValor } from "../../core/absence.ts";
import { withUncertain } from "../../core/classes.ts";
import type { ExportHeader } from "../../core/export-header.ts";
import { formatNumber, formatPercent, formatPeriod } from "../../core/format.ts";
import type { SvgMesh } from "../../core/map-layer.ts";
import { MapFigure } from "../../ui/map/MapFigure.tsx";
import type { CardLine } from "../../ui/map/props.ts";
import { DataTable } from "../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../ui/table/props.ts";
import { colunasCsv, colunasDe } from "./colunas.tsx";
import { ORDEM_PADRAO } from "./estado.ts";
import { leituraMapa } from "./frase.ts";
import { comUnidade } from "./medida.ts";
import type { LinhaViva } from "./linha-viva.ts";
import { chaveDaLinha, type CamadaDoMapa } from "./mapa/camada.ts";
import type { Linha } from "./model.ts";
import type { SorteioDoMunicipio } from "./use-sorteios.ts";
import type { Modelo } from "./use-model.ts";

export interface MapAndRankingProps {
  readonly modelo: Modelo;
  /** What the map shows in the place of the value; null for the value. */
  readonly camada: CamadaDoMapa | null;
  /** Draws and visits, for the columns. */
  readonly viva: LinhaViva;
  /** Draws behind the uncertain classes; null where there are none. */
  readonly incerteza: ReadonlyMap<number, SorteioDoMunicipio> | null;
  readonly mesh: SvgMesh;
  readonly topologyUrl: string;
  readonly selecionado: number | null;
  readonly onSelecionar: (codigo: number | null) => void;
  readonly ordem: TableOrder;
  readonly onOrdem: (ordem: TableOrder) => void;
  readonly cabecalho: ExportHeader;
  /** Under the map: the histogram, or on small screens what the measure is. */
  readonly abaixoDoMapa: ReactNode;
  /** Above the table: its title and buttons. */
  readonly acimaDaLista: ReactNode;
  /** At the left of the table: the drawer of weights. */
  readonly gaveta: ReactNode;
  /** At the right of the table, or under the map: the panel of the chosen municipality. */
  readonly painel: ReactNode;
  /** After everything: the histogram on small screens. */
  readonly noFim: ReactNode;
}

/** How many municipalities at the end that asks for more support carry their name on the map. */
const ROTULADOS = 5;

/** Map and table side by side: one selection, one highlight, the same rows. */
export function MapAndRanking(props: MapAndRankingProps) {
  const { modelo, camada, viva, incerteza, selecionado, onSelecionar } = props;
  const { medida, eIndice, linhas, visiveis, layer, scores } = modelo;
  const [destacado, setDestacado] = useState<number | null>(null);
  const { nomeCurto, unidade, casas, emPalavras } = medida;
  const colunas = useMemo(
    () => colunasDe({ nomeCurto, unidade, casas, emPalavras }, eIndice, viva),
    [nomeCurto, unidade, casas, emPalavras, eIndice, viva],
  );
  const colunasParaBaixar = useMemo(
    () => colunasCsv({ nomeCurto, unidade, casas, emPalavras }, eIndice, viva),
    [nomeCurto, unidade, casas, emPalavras, eIndice, viva],
  );
  // A link may order by a column that this measure does not have.
  const ordem = colunas.some(({ id }) => id === props.ordem.coluna) ? props.ordem : ORDEM_PADRAO;
  const porCodigo = useMemo(() => new Map(linhas.map((linha) => [linha.codigo, linha])), [linhas]);
  const ordenados = eIndice ? scores.ranked : linhas.filter(({ posicao }) => posicao !== null).length;

  const card = useCallback(
    (codigo: number): readonly CardLine[] => {
      const linha = porCodigo.get(codigo);
      if (linha === undefined) return [];
      const { valor, posicao, periodo, completude } = linha;
      const quando = periodo === null ? "" : ` (${formatPeriod(periodo)})`;
      return [
        {
          rotulo: medida.nomeCurto,
          texto: isValor(valor) ? `${comUnidade(medida, valor.valor)}${quando}` : AUSENCIA_ROTULO[valor.ausencia],
        },
        ...[medida.arquivoDe(codigo)].flatMap((arquivo) => (arquivo === null ? [] : [{ rotulo: "Arquivo", texto: arquivo }])),
        ...(posicao === null ? [] : [{ rotulo: "Posição", texto: `${posicao}º de ${formatNumber(ordenados)}` }]),
        ...(eIndice ? [{ rotulo: "Peso com dado", texto: formatPercent(completude, 0) }] : []),
      ];
    },
    [porCodigo, medida, eIndice, ordenados],
  );
  const leitura = useMemo(() => leituraMapa(modelo), [modelo]);
  const rotulados = useMemo(
    () => visiveis.filter(({ posicao }) => posicao !== null && posicao <= ROTULADOS).map(({ codigo }) => codigo).slice(0, ROTULADOS),
    [visiveis],
  );
  const camadaDoValor = useMemo(
    () => (incerteza === null || medida.classes === null ? layer : withUncertain(layer, (codigo) => incerteza.get(codigo)?.classe ?? null)),
    [incerteza, medida.classes, layer],
  );
  const mapa = {
    mesh: props.mesh,
    topologyUrl: props.topologyUrl,
    municipios: modelo.municipios,
    selecionado,
    onSelecionar,
    destacado,
    onDestacar: setDestacado,
    rotulados,
    foraDoFiltro: modelo.foraDoFiltro,
    cabecalho: props.cabecalho,
  };
  const escolher = useCallback(
    (linha: Linha) => {
      onSelecionar(linha.codigo);
    },
    [onSelecionar],
  );
  const destacar = useCallback((linha: Linha | null) => {
    setDestacado(linha?.codigo ?? null);
  }, []);

  return (
    <div className="prioridades-corpo">
      <section className="prioridades-mapa" aria-label="Mapa">
        {camada === null ? (
          <MapFigure
            {...mapa}
            layer={camadaDoValor}
            card={card}
            leitura={leitura}
            arquivo={`prioridades-${medida.id}`}
            colunas={colunas}
            colunasCsv={colunasParaBaixar}
            linhas={visiveis}
            chave={chave}
          />
        ) : (
          <MapFigure
            {...mapa}
            layer={camada.layer}
            card={camada.card}
            leitura={camada.leitura}
            cabecalho={{ ...props.cabecalho, titulo: camada.layer.titulo, filtros: [...props.cabecalho.filtros, ...camada.metodo] }}
            arquivo={`prioridades-${camada.layer.ramp}-${medida.id}`}
            colunas={camada.colunas}
            colunasCsv={camada.colunasCsv}
            linhas={camada.linhas.filter(({ codigo }) => modelo.noFiltro.has(codigo))}
            chave={chaveDaLinha}
          />
        )}
        {props.abaixoDoMapa}
      </section>
      <div className="prioridades-lado">
        {props.gaveta}
        <section className="prioridades-lista" aria-label="Lista de municípios">
          {props.acimaDaLista}
          <DataTable
            legenda={`Municípios por ${layer.titulo}`}
            colunas={colunas}
            linhas={visiveis}
            chave={chave}
            ordem={ordem}
            onOrdem={props.onOrdem}
            selecionada={selecionado}
            onSelecionar={escolher}
            destacada={destacado}
            onDestacar={destacar}
            altura="var(--prioridades-tabela)"
            nomeLinhas={["município", "municípios", "m"]}
            vazio="Nenhum município passa pelos filtros. Retire um filtro ou mude a busca."
          />
        </section>
        {props.painel}
      </div>
      {props.noFim}
    </div>
  );
}

const chave = ({ codigo }: Linha): number => codigo;
