import { useMemo, useState } from "react";
import type { MedidaDoServico } from "../../../core/servicos/index.ts";
import { MapFigure } from "../../../ui/map/MapFigure.tsx";
import type { TableColumn } from "../../../ui/table/props.ts";
import type { Contexto } from "./contexto.ts";
import { COLUNAS_INFORMADAS, type LinhaDoMunicipio } from "./entre-municipios.ts";
import { camadaDaMedida, cartaoDoMapa, leituraDoMapa } from "./mapa.ts";
import { anoEmPalavras } from "./recorte.ts";

interface MapaProps {
  readonly contexto: Contexto;
  readonly medida: MedidaDoServico;
  /** Every municipality of the mesh. */
  readonly linhas: readonly LinhaDoMunicipio[];
  /** Those inside the page's filters. */
  readonly aVista: readonly LinhaDoMunicipio[];
  /** Scale drawn. */
  readonly escala: string;
  readonly colunas: readonly TableColumn<LinhaDoMunicipio>[];
  readonly escolhido: number | null;
  readonly onEscolher: (codigo: number | null) => void;
}

/** The measure of one service and year on the map. */
export function Mapa({ contexto, medida, linhas, aVista, escala, colunas, escolhido, onEscolher }: MapaProps) {
  const { mesh, topologyUrl, municipios, recorte, cabecalho } = contexto;
  const { ano, anoDeHoje, cem, servico } = recorte;
  const [destacado, setDestacado] = useState<number | null>(null);
  const layer = useMemo(
    () => camadaDaMedida({ linhas, medida, cem, escala, ano: ano === null ? "" : anoEmPalavras(ano, anoDeHoje) }),
    [linhas, medida, cem, escala, ano, anoDeHoje],
  );
  const card = useMemo(() => {
    const porCodigo = new Map(linhas.map((linha) => [linha.municipio.codigo, linha]));
    return (codigo: number) => {
      const linha = porCodigo.get(codigo);
      return linha === undefined ? [] : cartaoDoMapa(linha, { medida, cem });
    };
  }, [linhas, medida, cem]);
  const fora = useMemo(() => {
    const dentro = new Set(aVista.map(({ municipio }) => municipio.codigo));
    return new Set(municipios.map(({ codigo }) => codigo).filter((codigo) => !dentro.has(codigo)));
  }, [aVista, municipios]);
  const colunasCsv = useMemo(() => [...colunas, ...COLUNAS_INFORMADAS], [colunas]);
  return (
    <MapFigure
      mesh={mesh}
      topologyUrl={topologyUrl}
      municipios={municipios}
      layer={layer}
      selecionado={escolhido}
      onSelecionar={onEscolher}
      destacado={destacado}
      onDestacar={setDestacado}
      card={card}
      leitura={leituraDoMapa(aVista, { medida, escala, cem })}
      rotulados={SEM_ROTULOS}
      foraDoFiltro={fora}
      cabecalho={cabecalho(`${servico?.nome ?? ""}: ${layer.titulo}`)}
      arquivo={`servicos-mapa-${medida}-${ano ?? ""}`}
      colunas={colunas}
      colunasCsv={colunasCsv}
      linhas={aVista}
      chave={codigoDe}
      notas={NOTA}
    />
  );
}

const SEM_ROTULOS: readonly number[] = [];
const NOTA = "“Dados insuficientes” é número em dúvida ou em outra escala de satisfação; “sem dado” é o que ninguém informou, e não é zero.";

function codigoDe({ municipio }: LinhaDoMunicipio): number {
  return municipio.codigo;
}
