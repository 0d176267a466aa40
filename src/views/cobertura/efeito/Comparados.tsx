import { useMemo, useState } from "react";
import { isInsuficiente, type Comparacao } from "../../../core/equidade/index.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { formatDate, formatNumber, formatPeriod } from "../../../core/format.ts";
import { PORTES } from "../../../core/municipio.ts";
import type { Perguntas } from "../../../data/apoio/perguntas.ts";
import { usePerguntaDoApoio } from "../../../ui/apoio/use-pergunta-do-apoio.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { AnswerState, type AnswerStatus } from "../../../ui/states/AnswerState.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import { CONTAGEM } from "../equidade/contagem.ts";
import { FraseDaParte } from "../frase-da-parte.tsx";
import type { ParteDeCoberturaProps } from "../parte.ts";
import type { Escolha } from "./figuras.ts";
import { casasDaMedia, fraseDoEfeito, fraseDoEquilibrio, fraseDosCandidatos, fraseDosDeFora, leituraDaDiferenca, sentidoEmPalavras, unidadeDaMudanca } from "./frase.ts";
import type { Janela } from "./janela.ts";
import { candidatosDe, colunasDosPares, COLUNAS_DOS_DE_FORA, deForaDos, paresDe, type DeFora, type Medidas, type Par } from "./pares.ts";
import { ALTURA_DO_RESUMO, colunasDoResumo, desenhoDoResumo, resumoDe, type LinhaDoResumo } from "./resumo.ts";

/** Same seed at every visit, so that the interval does not move under the reader. */
const SEMENTE = "efeito";

interface ComparadosProps extends ParteDeCoberturaProps {
  readonly escolha: Escolha;
  readonly janela: Janela;
  readonly medidas: Medidas;
  /** What the record of support does not cover; "" when it covers the days. */
  readonly aviso: string;
}

type Resposta = Perguntas["efeito"]["responde"];

/** Asks for the pairs, and for who had support, and draws what comes. */
export function Comparados(props: ComparadosProps) {
  const { apoio, municipios, dentro, estado, janela, medidas, escolha, demonstracao } = props;
  const { conta } = estado.efeito;
  const { de, ate } = janela.dias;
  const porte = useMemo(() => municipios.map((m) => (m.porte === null ? null : PORTES.indexOf(m.porte))), [municipios]);
  const regiao = useMemo(() => municipios.map(({ regiaoImediata }) => regiaoImediata?.codigo ?? null), [municipios]);
  const pede = useMemo<Perguntas["efeito"]["pede"]>(
    () => ({ periodo: { de, ate }, conta, dentro, porte, regiao, antes: medidas.antes, depois: medidas.depois, seed: SEMENTE }),
    [de, ate, conta, dentro, porte, regiao, medidas],
  );
  const pedeContagens = useMemo<Perguntas["equidade"]["pede"]>(
    () => ({ periodo: { de, ate }, conta, dentro, agrupamentos: [], porHabitante: false, seed: SEMENTE }),
    [de, ate, conta, dentro],
  );
  const pergunta = usePerguntaDoApoio(apoio, "efeito", pede);
  const contagens = usePerguntaDoApoio(apoio, "equidade", pedeContagens);
  const answer: AnswerStatus<Resposta> = pergunta.estado === "pronto" ? { estado: "pronto", answer: pergunta.resposta, atualizando: pergunta.atualizando } : pergunta;
  // Figures, days and answer must be of one question: the former answer does not stand beside the next one's figures.
  const isDaVez = pergunta.estado === "pronto" && !pergunta.atualizando;
  const doApoio = contagens.estado === "pronto" && !contagens.atualizando ? contagens.resposta.contagens : null;
  const nome = escolha.opcao.indicador.nomeCurto;
  return (
    <>
      {isDaVez ? null : <FraseDaParte demonstracao={demonstracao}>Comparando {nome} dos municípios com apoio e dos seus semelhantes…</FraseDaParte>}
      <AnswerState answer={answer} rotulo="procurando os municípios semelhantes" altura="40rem">
        {(resposta) => (isDaVez ? <Resultado {...props} resposta={resposta} contagens={doApoio} /> : null)}
      </AnswerState>
    </>
  );
}

interface ResultadoProps extends ComparadosProps {
  readonly resposta: Resposta;
  /** Supports by municipality in the days between; null until they come. */
  readonly contagens: Float64Array | null;
}

function Resultado({ resposta, contagens, ...props }: ResultadoProps) {
  const { escolha, janela, aviso, estado, municipios, medidas, demonstracao, cabecalho } = props;
  const { comparacao, apoiados, semApoio } = resposta;
  const { conta } = estado.efeito;
  const { indicador } = escolha.opcao;
  const pares = isInsuficiente(comparacao) ? null : comparacao;
  const deFora = useMemo(() => (contagens === null ? null : deForaDos({ municipios, contagens, ...medidas, pares })), [municipios, contagens, medidas, pares]);
  const doExport = (titulo: string): ExportHeader => {
    const comum = cabecalho(titulo);
    return {
      ...comum,
      filtros: [
        ...comum.filtros,
        `indicador: ${indicador.nome}, de ${formatPeriod(escolha.antes.periodo)} a ${formatPeriod(escolha.depois.periodo)}`,
        `apoio que conta: ${CONTAGEM[conta].rotulo.toLocaleLowerCase("pt-BR")}, de ${formatDate(janela.de)} a ${formatDate(janela.ate)}`,
        "associação, não causa: quem teve apoio não foi sorteado",
        ...(aviso === "" ? [] : [aviso]),
      ],
    };
  };
  return (
    <>
      <FraseDaParte demonstracao={demonstracao}>{fraseDoEfeito({ escolha, janela, conta, comparacao, apoiados, semApoio })}</FraseDaParte>
      {aviso === "" ? null : (
        <p className="cobertura-efeito-aviso ui-reading" role="note">
          {aviso}
        </p>
      )}
      {pares === null ? (
        <section className="cobertura-efeito-parte">
          <h2>Dados insuficientes</h2>
          {contagens === null || !isInsuficiente(comparacao) ? null : (
            <p className="ui-reading">{fraseDosCandidatos(candidatosDe({ municipios, contagens, ...medidas }), comparacao.ha)}</p>
          )}
          <p className="ui-reading">
            Com menos pares do que o mínimo, a diferença mudaria muito com um município a mais ou a menos, e por isso não é mostrada. Costuma ajudar mudar o apoio que
            conta (a comparação pede muitos municípios com ele e muitos sem), tirar filtros de lugar, ou escolher um indicador com números em mais municípios.
          </p>
        </section>
      ) : (
        <ComPares {...props} comparacao={pares} cabecalhoDoExport={doExport} />
      )}
      {deFora === null ? null : <QuemFicouFora titulo={pares === null ? "Quem ficou fora por falta de dado" : "Quem ficou fora da comparação"} deFora={deFora} cabecalho={doExport} demonstracao={demonstracao} arquivo={`cobertura-efeito-fora-${indicador.id}`} />}
    </>
  );
}

interface ComParesProps extends ComparadosProps {
  readonly comparacao: Comparacao;
  readonly cabecalhoDoExport: (titulo: string) => ExportHeader;
}

function ComPares({ comparacao, escolha, municipios, medidas, cabecalhoDoExport, demonstracao, estado }: ComParesProps) {
  const { indicador } = escolha.opcao;
  const casas = casasDaMedia(indicador);
  const pares = useMemo(() => paresDe(comparacao, municipios, medidas), [comparacao, municipios, medidas]);
  const linhas = useMemo(() => resumoDe(comparacao, pares), [comparacao, pares]);
  const options = useMemo(() => desenhoDoResumo(linhas, { casas, rotulo: `mudança média (${rotuloDaMudanca(indicador.unidade)})` }), [linhas, casas, indicador]);
  const colunas = useMemo(() => colunasDoResumo(casas, indicador.unidade), [casas, indicador]);
  const colunasPares = useMemo(() => colunasDosPares(indicador.casas, indicador.unidade), [indicador]);
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const titulo = `${indicador.nomeCurto}: mudou de outro modo onde houve apoio?`;
  const [unidade, periodos] = [unidadeDaMudanca(indicador), `de ${formatPeriod(escolha.antes.periodo)} a ${formatPeriod(escolha.depois.periodo)}`];
  const distancia = `${formatNumber(comparacao.distanciaMaxima, casas)}${unidade}`;
  const daLista = "Pares de municípios";
  return (
    <>
      <div className="cobertura-efeito-parte">
        <ChartFrame
          titulo={titulo}
          subtitulo={`${indicador.nome}: mudança média ${periodos} nos ${formatNumber(pares.length)} pares; ${CONTAGEM[estado.efeito.conta].rotulo.toLocaleLowerCase("pt-BR")}`}
          leitura={leituraDaDiferenca(comparacao)}
          linhas={linhas}
          colunas={colunas}
          chave={idDe}
          options={options}
          cabecalho={cabecalhoDoExport(titulo)}
          arquivo={`cobertura-efeito-${indicador.id}`}
          altura={ALTURA_DO_RESUMO}
          vazio="Nenhum par."
        />
        <p className="ui-reading">{sentidoEmPalavras(indicador)} {fraseDoEquilibrio(comparacao)}</p>
        <p className="ui-small ui-muted cobertura-efeito-nota">
          Intervalo de 95 % por {formatNumber(comparacao.reamostras)} reamostras dos pares, com semente fixa. Os pares têm o mesmo porte e a mesma região, e valores iniciais a no máximo {distancia} um do outro.
        </p>
      </div>
      <section className="cobertura-efeito-parte" aria-labelledby="cobertura-efeito-pares">
        <div className="ui-row">
          <h2 id="cobertura-efeito-pares">Quem foi comparado com quem</h2>
          {demonstracao ? <DemoMark /> : null}
          <TableCsvButton discreto arquivo={`cobertura-efeito-pares-${indicador.id}`} cabecalho={cabecalhoDoExport(daLista)} colunas={colunasPares} linhas={pares} />
        </div>
        <DataTable
          legenda={`${daLista}: ${indicador.nome}, ${periodos}`}
          colunas={colunasPares}
          linhas={pares}
          chave={chaveDe}
          ordem={ordem}
          onOrdem={setOrdem}
          vazio="Nenhum par."
          nomeLinhas={["par", "pares", "m"]}
          altura="24rem"
        />
      </section>
    </>
  );
}

interface DeForaProps {
  readonly titulo: string;
  readonly deFora: readonly DeFora[];
  readonly cabecalho: (titulo: string) => ExportHeader;
  readonly demonstracao: boolean;
  readonly arquivo: string;
}

function QuemFicouFora({ titulo, deFora, cabecalho, demonstracao, arquivo }: DeForaProps) {
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  return (
    <section className="cobertura-efeito-parte" aria-labelledby="cobertura-efeito-fora">
      <div className="ui-row">
        <h2 id="cobertura-efeito-fora">{titulo}</h2>
        {demonstracao ? <DemoMark /> : null}
        {deFora.length === 0 ? null : <TableCsvButton discreto arquivo={arquivo} cabecalho={cabecalho(titulo)} colunas={COLUNAS_DOS_DE_FORA} linhas={deFora} />}
      </div>
      <p className="ui-reading">{fraseDosDeFora(deFora)}</p>
      {deFora.length === 0 ? null : (
        <details className="cobertura-efeito-detalhes">
          <summary>Ver os municípios</summary>
          <DataTable
            legenda={titulo}
            colunas={COLUNAS_DOS_DE_FORA}
            linhas={deFora}
            chave={codigoDe}
            ordem={ordem}
            onOrdem={setOrdem}
            vazio="Nenhum município ficou fora."
            nomeLinhas={["município", "municípios", "m"]}
            altura="24rem"
          />
        </details>
      )}
    </section>
  );
}

function rotuloDaMudanca(unidade: string): string {
  return unidade === "%" ? "pontos percentuais" : unidade.startsWith("de ") ? `na escala ${unidade}` : unidade;
}


function idDe({ id }: LinhaDoResumo): string {
  return id;
}

function chaveDe({ chave }: Par): string {
  return chave;
}

function codigoDe({ codigo }: DeFora): number {
  return codigo;
}
