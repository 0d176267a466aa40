import { useMemo, type ReactNode } from "react";
import type { Prazo } from "../../../core/denuncias/prazos.ts";
import { formatDate } from "../../../core/format.ts";
import type { Fluxo as RespostaDoFluxo } from "../../../data/denuncias/perguntas.ts";
import { ChartFrame } from "../../../ui/chart/ChartFrame.tsx";
import { usePergunta } from "../../../ui/denuncias/use-pergunta.ts";
import { Answered } from "../../../ui/keeper/Answered.tsx";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { regraEmPalavras } from "../rotulos.ts";
import { alturaDasBarras, barrasDoFluxo } from "./barras.ts";
import {
  colunasDoCumprimento,
  cumprimentoDosPrazos,
  leituraDoCumprimento,
  type CumprimentoDoPrazo,
  type LinhaDoMes,
} from "./cumprimento.ts";
import {
  barrasDosEstados,
  barrasDosPassos,
  COLUNAS_DOS_ESTADOS,
  COLUNAS_DOS_PASSOS,
  leituraDosEstados,
  leituraDosPassos,
  linhasDosEstados,
  linhasDosPassos,
  type LinhaDoEstado,
  type LinhaDoPasso,
} from "./estados.ts";
import { cumprimentoPorMes, legendaDoCumprimento } from "./grafico-do-cumprimento.ts";
import { COLUNAS_DA_CURVA, leituraDaResposta, linhasDaCurva, tempoAteResposta, type LinhaDaCurva } from "./resposta.ts";
import {
  alturaDosTempos,
  COLUNAS_DOS_TEMPOS,
  diasPorPasso,
  LEGENDA_DOS_TEMPOS,
  leituraDosTempos,
  linhasDosTempos,
  tamanhoDoPrazo,
  type LinhaDoTempo,
} from "./tempos.ts";
import "./fluxo.css";

/** Where the cases stand, how long each step takes, and how much of it is within the terms. */
export default function Fluxo(props: ParteDeDenunciasProps) {
  const { relogio, filtro } = props;
  const pergunta = usePergunta(relogio, "fluxo", { filtro });
  return (
    <Answered pergunta={pergunta} rotulo="contando o fluxo das denúncias" altura="60rem">
      {(fluxo) => <Graficos {...props} fluxo={fluxo} />}
    </Answered>
  );
}

interface GraficosProps extends ParteDeDenunciasProps {
  readonly fluxo: RespostaDoFluxo;
}

function Graficos(props: GraficosProps) {
  return (
    <div className="denuncias-fluxo">
      <div className="denuncias-fluxo-duo">
        <div className="denuncias-fluxo">
          <Estados {...props} />
          <Tempos {...props} />
        </div>
        <div className="denuncias-fluxo">
          <TempoAteResposta {...props} />
          <Passos {...props} />
        </div>
      </div>
      <Cumprimento {...props} />
    </div>
  );
}

function Estados({ fluxo, relogio, filtro, cabecalho, hoje }: GraficosProps) {
  const resumo = usePergunta(relogio, "resumo", { filtro });
  const porEspera = resumo.estado === "pronto" && !resumo.atualizando ? resumo.resposta.porEspera : null;
  const linhas = useMemo(() => linhasDosEstados(fluxo.porEstado), [fluxo]);
  const barras = useMemo(() => barrasDosEstados(linhas), [linhas]);
  const options = useMemo(() => barrasDoFluxo(barras), [barras]);
  const titulo = "Onde estão os casos?";
  return (
    <ChartFrame
      titulo={titulo}
      subtitulo={`Casos abertos por estado, na ordem da norma, em ${formatDate(hoje)}, e parte dos abertos; os fechados estão na tabela`}
      leitura={leituraDosEstados(linhas, porEspera)}
      linhas={linhas}
      colunas={COLUNAS_DOS_ESTADOS}
      chave={estadoDe}
      options={options}
      cabecalho={cabecalho(titulo)}
      arquivo={`denuncias-estados-${hoje}`}
      altura={alturaDasBarras(barras.length)}
      vazio={VAZIO}
    />
  );
}

function Passos({ fluxo, cabecalho, hoje }: GraficosProps) {
  const linhas = useMemo(() => linhasDosPassos(fluxo.porPasso), [fluxo]);
  const options = useMemo(() => barrasDoFluxo(barrasDosPassos(linhas)), [linhas]);
  const titulo = "Até que passo chegaram?";
  return (
    <ChartFrame
      titulo={titulo}
      subtitulo="Casos que chegaram a cada passo e parte dos registrados; nem todo caso passa por todos os passos"
      leitura={leituraDosPassos(linhas)}
      linhas={linhas}
      colunas={COLUNAS_DOS_PASSOS}
      chave={passoDe}
      options={options}
      cabecalho={cabecalho(titulo)}
      arquivo={`denuncias-passos-${hoje}`}
      altura={alturaDasBarras(linhas.length)}
      vazio={VAZIO}
    />
  );
}

function TempoAteResposta({ fluxo, ajustes, norma, cabecalho, hoje }: GraficosProps) {
  const prazo = ajustes.prazos.find(({ desde, cumpre }) => desde === "registro" && cumpre === "resposta") ?? null;
  const linhas = useMemo(() => linhasDaCurva(fluxo.resposta), [fluxo]);
  const options = useMemo(() => tempoAteResposta(linhas, prazo), [linhas, prazo]);
  const titulo = "Em quanto tempo se responde a quem denunciou?";
  return (
    <div className="denuncias-fluxo-parte">
      <ChartFrame
        titulo={titulo}
        subtitulo="Parte das denúncias respondida até cada dia desde o registro, com intervalo de 95 %"
        leitura={leituraDaResposta(fluxo.resposta, linhas, prazo)}
        linhas={linhas}
        colunas={COLUNAS_DA_CURVA}
        chave={diaDe}
        options={options}
        cabecalho={cabecalho(titulo)}
        arquivo={`denuncias-tempo-ate-resposta-${hoje}`}
        altura={300}
        vazio="Nenhuma resposta com dia que se possa contar, com os filtros em uso."
      />
      <Nota>
        Curva de Kaplan–Meier: quem ainda espera conta até {formatDate(hoje)}, e quem foi arquivado até o arquivamento; deixar as abertas de fora faria
        o tempo parecer menor do que é. {prazo === null ? null : <Citacao prazo={prazo} norma={norma} />} O dia em que o prazo vence pode passar do
        {prazo === null ? " último dia" : ` ${prazo.n}º dia`}, quando cai em dia sem expediente: a parte exata no prazo está nos gráficos por mês.
      </Nota>
    </div>
  );
}

function Tempos({ fluxo, ajustes, cabecalho, hoje }: GraficosProps) {
  const linhas = useMemo(() => linhasDosTempos(fluxo.tempos, ajustes.prazos), [fluxo, ajustes.prazos]);
  const options = useMemo(() => diasPorPasso(linhas), [linhas]);
  const titulo = "Quantos dias leva cada passo?";
  return (
    <div className="denuncias-fluxo-parte">
      <ChartFrame
        titulo={titulo}
        subtitulo="Dias corridos de um passo a outro: mediana · 9 em cada 10 · número de casos"
        leitura={leituraDosTempos(linhas)}
        linhas={linhas}
        colunas={COLUNAS_DOS_TEMPOS}
        chave={chaveDe}
        options={options}
        cabecalho={cabecalho(titulo)}
        arquivo={`denuncias-dias-por-passo-${hoje}`}
        legenda={LEGENDA_DOS_TEMPOS}
        altura={alturaDosTempos(linhas.length)}
        vazio={VAZIO}
      />
      <Nota>Só entram casos que têm os dois passos, com dias fora de dúvida: os que ainda esperam não aparecem aqui. A mediana e os 9 em cada 10 (percentil 90) são interpolados entre os dois casos mais próximos (definição 7 de Hyndman e Fan). A marca do prazo é o número de dias da norma, corridos ou não.</Nota>
    </div>
  );
}

function Cumprimento(props: GraficosProps) {
  const { fluxo, ajustes } = props;
  const prazos = useMemo(
    () => cumprimentoDosPrazos(fluxo, ajustes.prazos, ajustes.regra),
    [fluxo, ajustes.prazos, ajustes.regra],
  );
  if (prazos.length === 0) return null;
  const isSilente = ajustes.prazos.some(({ unidade }) => unidade === "silente");
  return (
    <section className="denuncias-fluxo-parte" aria-labelledby="denuncias-fluxo-cumprimento">
      <h2 id="denuncias-fluxo-cumprimento">Quanto se cumpre no prazo, mês a mês</h2>
      <p className="ui-reading">
        Cada ponto é o mês em que o prazo começou; o tamanho é quantos já se decidiram, e o ponto vazio é de mês em que algum prazo ainda corre: ele
        pode mudar. {isSilente ? `Nesta página, ${regraEmPalavras(ajustes.regra)}.` : ""}
      </p>
      <div className="denuncias-fluxo-duo">
        {prazos.map((cumprimento) => (
          <DoPrazo key={cumprimento.prazo.id} {...props} cumprimento={cumprimento} />
        ))}
      </div>
    </section>
  );
}

function DoPrazo({ cumprimento, norma, cabecalho, hoje }: GraficosProps & { readonly cumprimento: CumprimentoDoPrazo }) {
  const { prazo, contagens, meses } = cumprimento;
  const options = useMemo(() => cumprimentoPorMes(meses, contagens), [meses, contagens]);
  const colunas = useMemo(() => colunasDoCumprimento(contagens), [contagens]);
  const legenda = useMemo(() => legendaDoCumprimento(contagens), [contagens]);
  return (
    <div className="denuncias-fluxo-parte">
      <ChartFrame
        titulo={`${prazo.nome}: ${tamanhoDoPrazo(prazo)}`}
        subtitulo="Parte cumprida no prazo, pelo mês em que o prazo começou"
        leitura={leituraDoCumprimento(cumprimento)}
        linhas={meses}
        colunas={colunas}
        chave={mesDe}
        options={options}
        cabecalho={cabecalho(`Cumprimento do prazo, mês a mês: ${prazo.nome}`)}
        arquivo={`denuncias-prazo-${prazo.id}-${hoje}`}
        legenda={legenda}
        altura={220}
        vazio="Nenhum prazo deste passo começou nos casos escolhidos."
      />
      <Nota>
        <Citacao prazo={prazo} norma={norma} />
      </Nota>
    </div>
  );
}

function Citacao({ prazo, norma }: { readonly prazo: Prazo; readonly norma: ParteDeDenunciasProps["norma"] }) {
  const fonte = norma(prazo.norma);
  return (
    <>
      O prazo é o da {fonte === null ? `${prazo.norma}, ${prazo.artigo}` : <NormaLink norma={fonte} artigo={prazo.artigo} />}.
    </>
  );
}

function Nota({ children }: { readonly children: ReactNode }) {
  return <p className="ui-small ui-muted denuncias-fluxo-nota">{children}</p>;
}

const VAZIO = "Nenhum caso com os filtros em uso. Remova um filtro para ver mais.";

function estadoDe({ estado }: LinhaDoEstado): string {
  return estado;
}

function passoDe({ passo }: LinhaDoPasso): string {
  return passo;
}

function diaDe({ dia }: LinhaDaCurva): number {
  return dia;
}

function chaveDe({ chave }: LinhaDoTempo): string {
  return chave;
}

function mesDe({ mes }: LinhaDoMes): string {
  return mes;
}
