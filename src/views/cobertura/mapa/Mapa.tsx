import { useMemo } from "react";
import type { SvgMesh } from "../../../core/map-layer.ts";
import { formatDate, formatNumber } from "../../../core/format.ts";
import { isValor } from "../../../core/absence.ts";
import type { Recorte } from "../../../data/queries/cobertura-recorte.ts";
import { MapFigure } from "../../../ui/map/MapFigure.tsx";
import type { CardLine } from "../../../ui/map/props.ts";
import { COLUNAS_EXPORTACAO, comFiltros, SEM_REGISTRO } from "./colunas.tsx";
import { cabecalhoDe, type Contexto } from "./contexto.ts";
import { camadaTempo, leituraTempo, type LinhaMunicipio } from "./model.ts";
import { selecaoEmPalavras } from "./recorte.ts";

export interface MapaProps {
  readonly contexto: Contexto;
  readonly recorte: Recorte;
  /** Every municipality, in the order of the mesh. */
  readonly linhas: readonly LinhaMunicipio[];
  /** Those inside the filters of region and porte. */
  readonly dentro: readonly LinhaMunicipio[];
  readonly fora: ReadonlySet<number>;
  readonly mesh: SvgMesh;
  readonly topologyUrl: string;
  readonly destacado: number | null;
  readonly onDestacar: (codigo: number | null) => void;
}

/** Months since the last on-site support of each municipality, on the map. */
export function Mapa(props: MapaProps) {
  const { contexto, recorte, linhas, dentro, fora, mesh, topologyUrl, destacado, onDestacar } = props;
  const { estado, mudar, municipios } = contexto;
  const selecao = selecaoEmPalavras(recorte);
  const layer = useMemo(() => {
    const camada = camadaTempo(linhas);
    return selecao === "" ? camada : { ...camada, titulo: `${camada.titulo} (${selecao})` };
  }, [linhas, selecao]);
  const card = useMemo(() => {
    const porCodigo = new Map(linhas.map((l) => [l.municipio.codigo, l]));
    return (codigo: number): readonly CardLine[] => {
      const linha = porCodigo.get(codigo);
      return linha === undefined ? [] : cardDe(linha, recorte);
    };
  }, [linhas, recorte]);
  return (
    <MapFigure
      mesh={mesh}
      topologyUrl={topologyUrl}
      municipios={municipios}
      layer={layer}
      selecionado={estado.municipio}
      onSelecionar={(municipio) => {
        mudar({ municipio });
      }}
      destacado={destacado}
      onDestacar={onDestacar}
      card={card}
      leitura={leituraTempo(dentro, linhas.length)}
      rotulados={SEM_ROTULOS}
      foraDoFiltro={fora}
      cabecalho={cabecalhoDe(layer.titulo, recorte, contexto)}
      arquivo={`cobertura-meses-sem-apoio-presencial-${recorte.em}`}
      colunas={selecao === "" ? COLUNAS_EXPORTACAO : EXPORTACAO_COM_FILTROS}
      linhas={dentro}
      chave={(l) => l.municipio.codigo}
      notas={selecao === "" ? NOTAS : NOTAS_COM_FILTROS}
    />
  );
}

const SEM_ROTULOS: readonly number[] = [];

const EXPORTACAO_COM_FILTROS = comFiltros(COLUNAS_EXPORTACAO);

const NOTAS = notasDoMapa("");
const NOTAS_COM_FILTROS = notasDoMapa(", com os filtros de estratégia e eixo,");

function notasDoMapa(comOsFiltros: string) {
  return (
    <>
      “Sem registro” é o município sem nenhum registro de apoio presencial{comOsFiltros} até a data de
      referência: não é zero meses.
      Presencial é o que o registro diz; o atendimento na sede do Estado também conta.{" "}
      <a href="#/metodologia?secao=cobertura">Saiba mais</a>
    </>
  );
}

function cardDe(linha: LinhaMunicipio, recorte: Recorte): CardLine[] {
  const { meses, em } = recorte;
  const filtro = selecaoEmPalavras(recorte) === "" ? "" : ", com os filtros";
  const desde = (data: string | null, meses: LinhaMunicipio["mesesPresencial"]): string =>
    data === null || !isValor(meses)
      ? `${SEM_REGISTRO} até ${formatDate(em)}`
      : `${formatDate(data)}, há ${meses.valor === 0 ? "menos de 1 mês" : meses.valor === 1 ? "1 mês" : `${formatNumber(meses.valor)} meses`}`;
  return [
    { rotulo: `Último apoio presencial${filtro}`, texto: desde(linha.ultimoPresencial, linha.mesesPresencial) },
    { rotulo: "Último monitoramento", texto: desde(linha.ultimoMonitoramento, linha.mesesMonitoramento) },
    {
      rotulo: `Eventos em ${meses} meses${filtro}`,
      texto: `${formatNumber(linha.eventosPresenciais)} presenciais, ${formatNumber(linha.eventosNaoPresenciais)} não presenciais`,
    },
  ];
}
