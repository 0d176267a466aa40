import { useMemo, useState } from "react";
import { celula } from "../../../core/absence.ts";
import { formatCelula, formatNumber } from "../../../core/format.ts";
import { CartaoDaCoordenacao } from "../../../ui/apoio/CartaoDaCoordenacao.tsx";
import { CartaoPorTema } from "../../../ui/apoio/CartaoPorTema.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { MapFigure } from "../../../ui/map/MapFigure.tsx";
import type { CardLine } from "../../../ui/map/props.ts";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { DoMunicipio } from "./DoMunicipio.tsx";
import { estrategiasEmPalavras } from "./frases.ts";
import type { LinhaDaMatriz } from "./matriz.ts";
import { SECOES, type SecaoProps } from "./secao.ts";
import { camadaDaLinha, COLUNAS_POR_MUNICIPIO_CSV, colunasPorMunicipio, emOrdem, leituraPorMunicipio, linhasPorMunicipio, type LinhaDoMunicipio } from "./por-municipio.ts";

/** Which municipalities a line reached, on the map and in a table, and who answers for it. */
export function PorMunicipio({ parte, dados }: SecaoProps) {
  const { municipios, mesh, topologyUrl, estado, mudar, cabecalho, hoje } = parte;
  const { coberturas, linhas: matriz, tudo, necessitados, dentro, quando } = dados;
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const [destacado, setDestacado] = useState<number | null>(null);
  const escolhida = matriz.find(({ chave }) => chave === estado.pactuado.linha) ?? tudo;
  const linhas = useMemo(() => linhasPorMunicipio(municipios, coberturas, escolhida.casa, necessitados, dentro), [municipios, coberturas, escolhida, necessitados, dentro]);
  const ordenadas = useMemo(() => emOrdem(linhas), [linhas]);
  const fora = useMemo(() => new Set(linhas.flatMap(({ municipio, isDentro }) => (isDentro ? [] : [municipio.codigo]))), [linhas]);
  const layer = useMemo(() => camadaDaLinha(linhas, `Eventos realizados: ${escolhida.tema}`), [linhas, escolhida]);
  const colunas = useMemo(() => colunasPorMunicipio(estado.pactuado.comparar), [estado.pactuado.comparar]);
  const card = useMemo(() => {
    const porCodigo = new Map(linhas.map((linha) => [linha.municipio.codigo, linha]));
    return (codigo: number): readonly CardLine[] => {
      const linha = porCodigo.get(codigo);
      return linha === undefined ? [] : [{ rotulo: "Realizados no período", texto: formatNumber(linha.eventos) }, { rotulo: "No período anterior", texto: formatCelula(celula(linha.antes, "nao-carregado")) }];
    };
  }, [linhas]);
  const leitura = leituraPorMunicipio(linhas, escolhida.tema);
  const titulo = `Em que municípios: ${escolhida.tema}`;
  const arquivo = `pactuado-municipios-${escolhida.chave === "" ? "tudo" : escolhida.chave}-${hoje}`;
  const selecionar = (municipio: number | null): void => {
    mudar({ municipio });
  };
  return (
    <section className="pactuado-parte" aria-labelledby={SECOES.municipios.id}>
      <h2 id={SECOES.municipios.id} tabIndex={-1}>A que municípios chegou?</h2>
      <div className="pactuado-escolha ui-no-print">
        <SelectField
          rotulo="Linha do plano"
          valor={escolhida.chave}
          opcoes={[tudo, ...matriz].map(({ chave, tema, eixo }) => ({ valor: chave, rotulo: tema, ...(eixo === "" ? {} : { grupo: eixo }) }))}
          onMudar={(chave) => {
            mudar({ pactuado: { ...estado.pactuado, linha: chave === "" ? null : chave } });
          }}
        />
      </div>
      <DaLinha linha={escolhida} parte={parte} />
      <div className="pactuado-duo">
        <MapFigure
          mesh={mesh}
          topologyUrl={topologyUrl}
          municipios={municipios}
          layer={layer}
          selecionado={estado.municipio}
          onSelecionar={selecionar}
          destacado={destacado}
          onDestacar={setDestacado}
          card={card}
          leitura={leitura}
          rotulados={SEM_ROTULOS}
          foraDoFiltro={fora}
          cabecalho={cabecalho(titulo)}
          arquivo={arquivo}
          colunas={colunas}
          colunasCsv={COLUNAS_POR_MUNICIPIO_CSV}
          linhas={ordenadas}
          chave={codigoDe}
          notas={`Eventos realizados ${quando} que alcançaram o município; “nenhum” é zero de verdade, no que o registro traz.`}
        />
        <div className="pactuado-parte">
          <DataTable
            legenda={`Lista dos municípios: ${escolhida.tema}`}
            colunas={colunas}
            linhas={ordenadas}
            chave={codigoDe}
            ordem={ordem}
            onOrdem={setOrdem}
            selecionada={estado.municipio}
            onSelecionar={({ municipio }) => {
              selecionar(municipio.codigo);
            }}
            destacada={destacado}
            onDestacar={(linha) => {
              setDestacado(linha?.municipio.codigo ?? null);
            }}
            vazio="Nenhum município com estes filtros. Retire um filtro."
            nomeLinhas={["município", "municípios", "m"]}
          />
          <div className="ui-row ui-no-print">
            <TableCsvButton cabecalho={cabecalho(titulo)} colunas={COLUNAS_POR_MUNICIPIO_CSV} linhas={ordenadas} arquivo={arquivo} discreto />
          </div>
        </div>
      </div>
      <DoMunicipio parte={parte} dados={dados} />
    </section>
  );
}

/** What the norm says of the line chosen, and the card of the office that answers for it. */
function DaLinha({ linha, parte }: { readonly linha: LinhaDaMatriz; readonly parte: SecaoProps["parte"] }) {
  const { pacto, norma } = parte;
  const daNorma = pacto.norma === null ? null : norma(pacto.norma);
  if (linha.linha === null) return <CartaoPorTema pacto={pacto} norma={daNorma} />;
  const { nome, modalidadeNaNorma, artigo } = linha.linha;
  return (
    <div className="pactuado-da-linha">
      <p className="ui-reading">
        “{nome}” ({modalidadeNaNorma}), {daNorma === null ? artigo : <NormaLink norma={daNorma} artigo={artigo} />}.
      </p>
      <p className="ui-reading">{linha.porEstrategia.length === 0 ? "Nenhum evento neste tema, por estratégia nenhuma." : `Realizados no tema, por estratégia: ${estrategiasEmPalavras(linha)}.`}</p>
      {linha.coordenacao === null ? (
        <p className="ui-reading ui-muted">A norma não diz que coordenação responde por esta linha.</p>
      ) : (
        <CartaoDaCoordenacao coordenacao={linha.coordenacao} norma={daNorma} ano={pacto.ano} tema={linha.tema} />
      )}
    </div>
  );
}

const SEM_ROTULOS: readonly number[] = [];

function codigoDe({ municipio }: LinhaDoMunicipio): number {
  return municipio.codigo;
}
