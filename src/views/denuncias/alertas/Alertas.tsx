import { useMemo, useState } from "react";
import type { PedidoDeAlertas, RespostaDeAlertas } from "../../../core/alerta/alertar.ts";
import { fraseDosAlertas, fraseSemTeste, mesPorExtenso } from "../../../core/alerta/frase.ts";
import type { MetodoDeAlerta } from "../../../core/alerta/metodos.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { count } from "../../../core/format.ts";
import { alertasNoWorker, type CalculoDeAlertas } from "../../../data/alerta/alerta-client.ts";
import { usePergunta } from "../../../ui/denuncias/use-pergunta.ts";
import { MonthField } from "../../../ui/filters/MonthField.tsx";
import { SelectField } from "../../../ui/filters/SelectField.tsx";
import { Answered } from "../../../ui/keeper/Answered.tsx";
import { AnswerState } from "../../../ui/states/AnswerState.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { Empty } from "../../../ui/states/Empty.tsx";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { cabecalhoDosAlertas } from "./cabecalho.ts";
import { Carta } from "./Carta.tsx";
import { ListaDeAlertas } from "./ListaDeAlertas.tsx";
import { filtroDasSeries, lugaresDe, mesDoTeste, mesesFechados, temFiltroDeLado } from "./pedido.ts";
import { METODO, metodoDe, OPCOES_DE_METODO } from "./rotulos-dos-metodos.ts";
import { linhasDasSeries, type NomesDasSeries } from "./series.ts";
import { TabelaDeSeries } from "./TabelaDeSeries.tsx";
import { useAlertas } from "./use-alertas.ts";
import "./alertas.css";

/** Where complaints rise: months with more of them than those before would lead to expect. */
export default function Alertas(props: ParteDeDenunciasProps) {
  return <AlertasPor {...props} calcular={alertasNoWorker} />;
}

interface AlertasPorProps extends ParteDeDenunciasProps {
  readonly calcular: CalculoDeAlertas;
}

/** The part with the computation given, which a test makes without a worker. */
export function AlertasPor(props: AlertasPorProps) {
  const { relogio, filtro } = props;
  const pede = useMemo(() => ({ filtro: filtroDasSeries(filtro) }), [filtro]);
  const pergunta = usePergunta(relogio, "series", pede);
  return (
    <Answered pergunta={pergunta} rotulo="contando as denúncias por mês" altura="60rem">
      {(contagens, pedida) => (
        <DoMes {...props} contagens={contagens} lugaresDoFiltro={pedida.filtro.municipios} emDia={pergunta.estado === "pronto" && !pergunta.atualizando} />
      )}
    </Answered>
  );
}

interface DoMesProps extends AlertasPorProps {
  readonly contagens: PedidoDeAlertas["contagens"];
  readonly lugaresDoFiltro: readonly number[] | null;
  /** The counts are those of the filter in force. */
  readonly emDia: boolean;
}

function DoMes(props: DoMesProps) {
  const { contagens, lugaresDoFiltro, emDia, estado, mudar, municipios, hoje, filtro, relogio, calcular } = props;
  const fechados = useMemo(() => mesesFechados(contagens.meses, hoje), [contagens, hoje]);
  const ate = fechados.at(-1) ?? null;
  const mes = mesDoTeste(estado.mes, fechados);
  const metodo = metodoDe(estado.metodo);
  const serie = estado.serie === "" ? null : estado.serie;
  const lugares = useMemo(() => lugaresDe(municipios, { municipios: lugaresDoFiltro }), [municipios, lugaresDoFiltro]);
  const entrada = useMemo<PedidoDeAlertas | null>(
    () => (mes === null || ate === null || lugares.length === 0 || !emDia ? null : { contagens, lugares, ate, mes, metodo, serie }),
    [contagens, lugares, ate, mes, metodo, serie, emDia],
  );
  const answer = useAlertas(entrada, [relogio.versao, relogio.ajustes.numero, filtroDasSeries(filtro)], calcular);
  const [primeiro] = fechados;
  if (mes === null || ate === null || primeiro === undefined || lugares.length === 0) {
    return <Empty mensagem="Nenhum mês completo com denúncias para testar, com os filtros em uso. Amplie os filtros ou mude a data de hoje." />;
  }
  return (
    <div className="denuncias-alertas">
      <div className="denuncias-alertas-parte">
        <div className="denuncias-alertas-escolhas ui-no-print">
          <MonthField
            rotulo="Mês testado"
            valor={mes}
            min={primeiro}
            max={ate}
            onMudar={(novo) => {
              mudar({ mes: novo === ate ? null : novo });
            }}
          />
          <SelectField
            rotulo="Como dizer o esperado"
            valor={metodo}
            opcoes={OPCOES_DE_METODO}
            onMudar={(novo) => {
              mudar({ metodo: novo });
            }}
          />
        </div>
      </div>
      <AnswerState answer={answer} rotulo="comparando o mês com os anteriores" altura="50rem">
        {(resposta) => <Resultado {...props} resposta={resposta} />}
      </AnswerState>
      <ComoSeCalcula metodo={metodo} isDeLado={temFiltroDeLado(filtro)} />
    </div>
  );
}

function ComoSeCalcula({ metodo, isDeLado }: { readonly metodo: MetodoDeAlerta; readonly isDeLado: boolean }) {
  return (
    <section className="denuncias-alertas-parte denuncias-alertas-explica" aria-labelledby="denuncias-alertas-como">
      <h2 id="denuncias-alertas-como">Como se diz o esperado</h2>
      <p className="ui-reading">
        <strong>{METODO[metodo].nome}.</strong> {METODO[metodo].explica} <span className="ui-small">Fonte: {METODO[metodo].fonte}.</span>
      </p>
      <p className="ui-reading">
        Contam os casos pelo mês de registro, apensadas no principal. O esperado leva em conta os dias do mês e, na taxa, os habitantes. O primeiro mês do
        extrato pode estar incompleto e não entra na base; um mês que ainda não acabou não é testado.
        {isDeLado ? " Período, espera e prazo não limitam estas séries: cortariam a base." : ""}
      </p>
      <p className="ui-reading">
        Um alerta é um convite a olhar, não uma conclusão. As séries se sobrepõem (um município conta também na sua região, no seu tema e no total). A
        correção para muitas séries é a de Benjamini e Hochberg (1995), sobre todas as testadas no mês. Na tabela, p é a probabilidade de ver tantas
        denúncias ou mais se nada tivesse mudado, e q é o p corrigido.
      </p>
    </section>
  );
}

interface ResultadoProps extends ParteDeDenunciasProps {
  readonly resposta: RespostaDeAlertas;
}

function Resultado(props: ResultadoProps) {
  const { resposta, territorio, nomesRegioes, nome, mudar } = props;
  const { alertas, series, pedido, escolhida } = resposta;
  const nomes = useMemo<NomesDasSeries>(() => ({ territorio: territorio.nome, nomesRegioes, nome }), [territorio, nomesRegioes, nome]);
  const linhas = useMemo(() => linhasDasSeries(resposta, nomes), [resposta, nomes]);
  const [isAberta, setAberta] = useState(false);
  const idEscolhida = series[escolhida]?.id ?? "";
  const escolher = (id: string): void => {
    mudar({ serie: id });
  };
  const semTeste = fraseSemTeste(alertas);
  const { municipios, doTerritorio, estado, hoje } = props;
  const cabecalho = (titulo: string): ExportHeader =>
    cabecalhoDosAlertas(props.cabecalho(titulo), { estado, nomes: { municipios, nomesRegioes, doTerritorio }, hoje, mes: pedido.mes, metodo: pedido.metodo });
  return (
    <>
      <section className="denuncias-alertas-parte" aria-labelledby="denuncias-alertas-lista">
        <div className="ui-row">
          <h2 id="denuncias-alertas-lista">O que subiu em {mesPorExtenso(pedido.mes)}?</h2>
          {props.demonstracao ? <DemoMark /> : null}
        </div>
        <p className="ui-reading" aria-live="polite">
          {fraseDosAlertas(alertas, pedido.mes)} {semTeste}
        </p>
        <ListaDeAlertas linhas={linhas} escolhida={idEscolhida} onEscolher={escolher} />
        <p className="ui-small denuncias-alertas-explica" role="note">
          Uso interno, edição técnica: números pequenos de denúncias não são publicados, porque podem expor quem denunciou.
        </p>
      </section>
      <Carta {...props} nomes={nomes} cabecalho={cabecalho} onSerie={escolher} />
      <section className="denuncias-alertas-parte" aria-labelledby="denuncias-alertas-series">
        <h2 id="denuncias-alertas-series">Todas as séries do mês</h2>
        <TabelaDeSeries
          linhas={linhas}
          escolhida={idEscolhida}
          onEscolher={escolher}
          isAberta={isAberta}
          onAbrir={setAberta}
          titulo={`${count(linhas.length, "série", "séries", "f")} em ${mesPorExtenso(pedido.mes)}`}
          cabecalho={cabecalho(`Denúncias do mês e o esperado, por série: ${mesPorExtenso(pedido.mes)}`)}
          arquivo={`denuncias-alertas-${pedido.mes}`}
        />
      </section>
    </>
  );
}
