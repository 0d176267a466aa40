import { useMemo, useState } from "react";
import type { CivilDate } from "../../../core/civil-date.ts";
import { capitalize, count, formatDate } from "../../../core/format.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { MapFigure } from "../../../ui/map/MapFigure.tsx";
import type { CardLine } from "../../../ui/map/props.ts";
import { camadaDoMinimo, leituraDoMapa } from "./camada.ts";
import { COLUNAS_DA_CURVA, COLUNAS_DE_TODOS, COLUNAS_DO_CSV } from "./colunas.tsx";
import { ALTURA_DA_CURVA, curvaDoPrazo } from "./curva.ts";
import { devidosPorRegra, linhasDaCurva, linhasDoMinimo, type LinhaDaCurva, type LinhaDoMinimo } from "./linhas.ts";
import { Lista } from "./Lista.tsx";
import { ESTADO_ROTULO } from "./Marca.tsx";
import { leituraDaCurva, REGRA_NA_FRASE, regraEmPalavras } from "./palavras.ts";
import { Painel } from "./Painel.tsx";
import type { ContadoProps } from "./props.ts";
import { Regra } from "./Regra.tsx";

/** The yearly minimum as counted: rule, list, map, curve, and the municipality chosen. */
export function Contado(props: ContadoProps) {
  const { resposta, perguntado, inicio, municipios, mesh, topologyUrl, pacto, norma, estado, mudar, hoje } = props;
  const { minimo, curva } = resposta;
  const { regra, dentro } = perguntado;
  const linhas = useMemo(() => linhasDoMinimo(municipios, minimo, hoje), [municipios, minimo, hoje]);
  const noFiltro = useMemo(() => (dentro === null ? linhas : dentro.flatMap((m) => linhas[m] ?? [])), [linhas, dentro]);
  const fora = useMemo(() => {
    const ficam = new Set(noFiltro);
    return new Set(linhas.filter((linha) => !ficam.has(linha)).map(({ municipio }) => municipio.codigo));
  }, [linhas, noFiltro]);
  const layer = useMemo(() => camadaDoMinimo(linhas), [linhas]);
  const pontos = useMemo(() => linhasDaCurva(curva), [curva]);
  const options = useMemo(() => curvaDoPrazo(pontos, regra), [pontos, regra]);
  const card = useMemo(() => {
    const porCodigo = new Map(linhas.map((linha) => [linha.municipio.codigo, linha]));
    return (codigo: number): readonly CardLine[] => cardDe(porCodigo.get(codigo));
  }, [linhas]);
  const [destacado, setDestacado] = useState<number | null>(null);
  const [naChegada] = useState(estado.municipio);
  const escolhida = linhas.find(({ municipio }) => municipio.codigo === estado.municipio);
  const cabecalho = (titulo: string): ExportHeader => {
    const daPagina = props.cabecalho(titulo);
    return { ...daPagina, filtros: [...daPagina.filtros, regraEmPalavras(regra)] };
  };
  const daNorma = pacto.norma === null ? null : norma(pacto.norma);
  const tituloDaCurva = "Quantos municípios estavam no prazo em cada mês?";
  return (
    <div className="cobertura-parte">
      <Regra
        regra={estado.minimo.regra}
        onMudar={(escolhida) => {
          mudar({ minimo: { ...estado.minimo, regra: escolhida } });
        }}
        devidos={devidosPorRegra(curva, hoje)}
        norma={daNorma}
        artigos={pacto.minimo?.artigos ?? []}
      />
      <p className="ui-only-print ui-small">{capitalize(regraEmPalavras(regra))}.</p>
      <Avisos semModalidade={minimo.semModalidade} semEstrategia={minimo.semEstrategia} inicio={inicio} semRegistro={minimo.porEstado["sem-registro"]} />
      <div className="cobertura-frente">
        <section className="cobertura-mapa" aria-label="Mapa">
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
            onDestacar={setDestacado}
            card={card}
            leitura={leituraDoMapa(noFiltro, linhas.length)}
            rotulados={SEM_ROTULOS}
            foraDoFiltro={fora}
            cabecalho={cabecalho(layer.titulo)}
            arquivo={`minimo-anual-mapa-${hoje}`}
            colunas={COLUNAS_DE_TODOS}
            colunasCsv={COLUNAS_DO_CSV}
            linhas={noFiltro}
            chave={codigoDe}
            notas={
              <>
                O prazo corre do último monitoramento que conta ({REGRA_NA_FRASE[regra]}); o dia do vencimento ainda está no prazo. <a href="#/metodologia?secao=cobertura">Saiba mais</a>
              </>
            }
          />
        </section>
        <Lista {...props} linhas={linhas} noFiltro={noFiltro} cabecalhoDaRegra={cabecalho} destacado={destacado} onDestacar={setDestacado} />
        {escolhida === undefined ? null : <Painel {...props} linha={escolhida} focar={escolhida.municipio.codigo !== naChegada} />}
      </div>
      <ChartFrame
        titulo={tituloDaCurva}
        subtitulo={`Parte dos municípios com monitoramento (${REGRA_NA_FRASE[regra]}) nos ${pacto.minimo?.meses ?? 0} meses até cada dia, ${count(curva.municipios, "município", "municípios")}`}
        leitura={leituraDaCurva(pontos, regra)}
        linhas={pontos}
        colunas={COLUNAS_DA_CURVA}
        chave={diaDaLinha}
        options={options}
        cabecalho={cabecalho(tituloDaCurva)}
        arquivo={`minimo-anual-curva-${hoje}`}
        altura={ALTURA_DA_CURVA}
        vazio="O registro ainda não alcança um prazo inteiro para trás: carregue um registro mais longo para ver a curva."
      />
    </div>
  );
}

interface AvisosProps {
  readonly semModalidade: number;
  readonly semEstrategia: number;
  readonly inicio: CivilDate | null;
  readonly semRegistro: number;
}

function Avisos({ semModalidade, semEstrategia, inicio, semRegistro }: AvisosProps) {
  const avisos = [
    ...(semRegistro > 0 && inicio !== null ? [`O registro de apoio carregado começa em ${formatDate(inicio)}: um monitoramento anterior não aparece aqui.`] : []),
    ...(semModalidade > 0
      ? [`${count(semModalidade, "monitoramento do registro não diz", "monitoramentos do registro não dizem")} se foi no local ou por dados e não ${semModalidade === 1 ? "conta" : "contam"} em nenhuma das formas.`]
      : []),
    ...(semEstrategia > 0
      ? [`${count(semEstrategia, "linha do registro traz", "linhas do registro trazem")} uma estratégia que não está na lista: se ${semEstrategia === 1 ? "for" : "forem"} de monitoramento, corrija no arquivo, e ${semEstrategia === 1 ? "passa" : "passam"} a contar.`]
      : []),
  ];
  return avisos.length === 0 ? null : (
    <ul className="cobertura-avisos">
      {avisos.map((aviso) => (
        <li key={aviso}>{aviso}</li>
      ))}
    </ul>
  );
}

const SEM_ROTULOS: readonly number[] = [];

function cardDe(linha: LinhaDoMinimo | undefined): readonly CardLine[] {
  if (linha === undefined) return [];
  const dia = (data: CivilDate | null): string => (data === null ? "sem registro" : formatDate(data));
  return [
    { rotulo: "Situação", texto: ESTADO_ROTULO[linha.estado] },
    { rotulo: "Último no local", texto: dia(linha.noLocal) },
    { rotulo: "Último por dados", texto: dia(linha.porDados) },
    { rotulo: "Próximo até", texto: dia(linha.vence) },
  ];
}

function codigoDe({ municipio }: LinhaDoMinimo): number {
  return municipio.codigo;
}

function diaDaLinha({ dia }: LinhaDaCurva): string {
  return dia;
}
