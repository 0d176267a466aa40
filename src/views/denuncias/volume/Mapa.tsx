import { useMemo, useState } from "react";
import { formatCelula, formatNumber } from "../../../core/format.ts";
import { isValor } from "../../../core/absence.ts";
import type { SvgMesh } from "../../../core/map-layer.ts";
import type { RecorteDenuncias } from "../../../data/queries/denuncias-recorte.ts";
import type { Fonte } from "../../../core/indicador.ts";
import { MapFigure } from "../../../ui/map/MapFigure.tsx";
import type { CardLine } from "../../../ui/map/props.ts";
import { COLUNAS_TAXA } from "./colunas.ts";
import type { Contagens } from "./contagens.ts";
import { cabecalhoDe } from "./cabecalho.ts";
import type { Contexto } from "./contexto.ts";
import { periodoEmPalavras } from "./frase.ts";
import {
  anosDoCenso,
  camadaTaxa,
  codigosFora,
  leituraTaxa,
  type LinhaTaxa,
  linhasPorMunicipio,
  POUCOS_CASOS,
} from "./taxa.ts";

interface MapaProps {
  readonly contexto: Contexto;
  readonly recorte: RecorteDenuncias;
  readonly contagens: Contagens;
  readonly mesh: SvgMesh;
  readonly topologyUrl: string;
  /** Where the populations come from; null when the user's own table gave them. */
  readonly fontePopulacao: Fonte | null;
}

/** Complaints per 10,000 inhabitants of each municipality. */
export function Mapa({ contexto, recorte, contagens, mesh, topologyUrl, fontePopulacao }: MapaProps) {
  const { estado, filtrar, municipios, registro } = contexto;
  const [destacado, setDestacado] = useState<number | null>(null);
  const { regioes } = recorte;
  const fora = useMemo(() => codigosFora(municipios, regioes), [municipios, regioes]);
  const linhas = useMemo(() => linhasPorMunicipio(municipios, contagens.municipio), [municipios, contagens]);
  const dentro = useMemo(() => linhas.filter(({ municipio }) => !fora.has(municipio.codigo)), [linhas, fora]);
  const layer = useMemo(() => camadaTaxa(linhas, fora), [linhas, fora]);
  const quando = periodoEmPalavras(recorte, registro.meses);
  const censo = anosDoCenso(municipios);
  const populacao =
    fontePopulacao === null
      ? `população: ${censo}, da tabela de municípios carregada`
      : `população: ${fontePopulacao.orgao}, ${fontePopulacao.nome} (${censo})`;
  const card = useMemo(() => {
    const porCodigo = new Map(linhas.map((l) => [l.municipio.codigo, l]));
    return (codigo: number): readonly CardLine[] => {
      const linha = porCodigo.get(codigo);
      return linha === undefined ? [] : cardDe(linha, quando, censo);
    };
  }, [linhas, quando, censo]);
  const notas = [
    `Taxa: casos ${quando} ÷ população × 10 mil; a taxa é do período inteiro, não por ano. ${populacao.charAt(0).toUpperCase()}${populacao.slice(1)}.`,
    `Em município pequeno, um caso a mais muda muito a taxa: compare sempre com o número de casos, sobretudo abaixo de ${POUCOS_CASOS}. Mais denúncias podem ser mais problemas ou mais acesso a quem denuncia.`,
  ];
  return (
    <div className="denuncias-mapa">
      <header className="denuncias-parte">
        <h2>Onde há mais denúncias para o tamanho da população?</h2>
        <p className="ui-muted ui-small">Casos por 10 mil habitantes, {quando}. Clique em um município para filtrar a página por ele.</p>
      </header>
      <MapFigure
        mesh={mesh}
        topologyUrl={topologyUrl}
        municipios={municipios}
        layer={layer}
        selecionado={estado.municipio}
        onSelecionar={(municipio) => {
          filtrar({ municipio });
        }}
        destacado={destacado}
        onDestacar={setDestacado}
        card={card}
        leitura={leituraTaxa(dentro)}
        rotulados={SEM_ROTULOS}
        foraDoFiltro={fora}
        cabecalho={cabecalhoDe(
          `Denúncias por 10 mil habitantes, ${quando}`,
          { ...recorte, municipio: null },
          contexto,
          [populacao],
        )}
        arquivo={`denuncias-por-10-mil-habitantes-${recorte.referencia}`}
        colunas={COLUNAS_TAXA}
        linhas={dentro}
        chave={codigoDe}
        notas={notas.join(" ")}
      />
    </div>
  );
}

const SEM_ROTULOS: readonly number[] = [];

function codigoDe({ municipio }: LinhaTaxa): number {
  return municipio.codigo;
}

function cardDe({ municipio, casos, taxa }: LinhaTaxa, quando: string, censo: string): CardLine[] {
  return [
    { rotulo: "Por 10 mil habitantes", texto: formatCelula(taxa, 1) },
    { rotulo: "Denúncias", texto: `${formatNumber(casos)}, ${quando}` },
    {
      rotulo: "População",
      texto: municipio.populacao === null ? "sem dado" : `${formatNumber(municipio.populacao)} (${censo})`,
    },
    ...(isValor(taxa) && casos > 0 && casos < POUCOS_CASOS
      ? [{ rotulo: "Atenção", texto: `menos de ${POUCOS_CASOS} casos: taxa instável` }]
      : []),
  ];
}
