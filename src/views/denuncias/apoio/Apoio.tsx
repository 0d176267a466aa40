import { useMemo, useState, useSyncExternalStore } from "react";
import type { ExportHeader } from "../../../core/export-header.ts";
import { count } from "../../../core/format.ts";
import type { Norma } from "../../../core/territorio.ts";
import type { ApoioPedido } from "../../../data/denuncias/perguntas.ts";
import { gatilhosDaAba, type Gatilho } from "../../../data/metodo/gatilhos.ts";
import { usePergunta } from "../../../ui/denuncias/use-pergunta.ts";
import { TableCsvButton } from "../../../ui/download/CsvButton.tsx";
import { Answered } from "../../../ui/keeper/Answered.tsx";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { DataTable } from "../../../ui/table/DataTable.tsx";
import type { TableOrder } from "../../../ui/table/props.ts";
import type { ParteDeDenunciasProps } from "../parte.ts";
import { COLUNAS_DO_ARQUIVO, colunasDoApoio, fraseDoApoio, linhasDoApoio, MOTIVO_DO_APOIO, type LinhaDoApoio } from "./lista.tsx";
import "./apoio.css";

/** Municipalities whose complaints call for support, for the state's own use. */
export default function Apoio(props: ParteDeDenunciasProps) {
  const { relogio, filtro, doTerritorio, norma } = props;
  const pergunta = usePergunta(relogio, "apoio", { filtro });
  const regra = doTerritorio.norma === null ? null : norma(doTerritorio.norma);
  return (
    <section className="denuncias-apoio" aria-labelledby="denuncias-apoio-titulo">
      <div className="ui-row">
        <h2 id="denuncias-apoio-titulo">Que municípios precisam de apoio?</h2>
        {props.demonstracao ? <DemoMark /> : null}
      </div>
      <p className="denuncias-apoio-aviso" role="note">
        <strong>Uso interno.</strong> Esta lista não é publicada nem entra nos arquivos que se publicam: com poucos casos num município, ela poderia
        expor quem denunciou
        <Artigo norma={regra} artigo="art. 5º, § 3º" />.
      </p>
      <p className="ui-reading">
        Constatadas dificuldades na gestão municipal, o estado presta apoio técnico
        <Artigo norma={regra} artigo="art. 10" />; o município notificado que não se manifesta no prazo
        <Artigo norma={regra} artigo="art. 7º" /> também pode precisar dele. Aqui só há contagens, nunca protocolos.{" "}
        <a href="#/prioridades">Ver a lista de prioridades</a>
      </p>
      <Answered pergunta={pergunta} rotulo="contando os casos que pedem apoio" altura="24rem">
        {(pedidos) => <Lista {...props} pedidos={pedidos} />}
      </Answered>
    </section>
  );
}

function Lista({ pedidos, nome, cabecalho, hoje }: ParteDeDenunciasProps & { readonly pedidos: readonly ApoioPedido[] }) {
  const gatilhos = useSyncExternalStore(gatilhosDaAba.subscribe, gatilhosDaAba.ler);
  const [ordem, setOrdem] = useState<TableOrder | null>(null);
  const [feito, setFeito] = useState("");
  const linhas = useMemo(() => linhasDoApoio(pedidos, nome), [pedidos, nome]);
  const exigidos = useMemo(
    () => new Set(gatilhos.flatMap(({ codigo, motivo }) => (motivo === MOTIVO_DO_APOIO ? [codigo] : []))),
    [gatilhos],
  );
  const colunas = useMemo(
    () =>
      colunasDoApoio(exigidos, {
        exigir: (linha) => {
          gatilhosDaAba.exigir(gatilhoDe(linha));
          setFeito(`Visita a ${linha.nome} exigida nesta aba.`);
        },
        retirar: (linha) => {
          gatilhosDaAba.retirar(gatilhoDe(linha));
          setFeito(`Visita a ${linha.nome} não é mais exigida por esta lista.`);
        },
      }),
    [exigidos],
  );
  const frase = fraseDoApoio(linhas);
  return (
    <div className="denuncias-apoio">
      <p className="ui-reading">{frase}</p>
      {linhas.length === 0 ? null : (
        <>
          <p className="ui-small ui-muted denuncias-apoio-nota">
            “Exigir visita” põe o município na <a href="#/prioridades?parte=ciclo">lista do ciclo</a> e no <a href="#/visitas">plano de visitas</a>,
            qualquer que seja a nota. A exigência fica só na memória desta aba: não vai para o endereço nem para o público, e some ao recarregar a
            página.
          </p>
          <DataTable
            legenda="Municípios cujas denúncias pedem apoio, um por linha; uso interno"
            colunas={colunas}
            linhas={linhas}
            chave={municipioDe}
            ordem={ordem}
            onOrdem={setOrdem}
            vazio={frase}
            nomeLinhas={["município", "municípios", "m"]}
          />
          <div className="ui-row ui-no-print">
            <TableCsvButton
              cabecalho={cabecalhoInterno(cabecalho)}
              colunas={COLUNAS_DO_ARQUIVO}
              linhas={linhas}
              arquivo={`uso-interno-denuncias-apoio-${hoje}`}
            >
              Baixar CSV de uso interno
            </TableCsvButton>
            <span role="status" className="ui-small">
              {feito}
              {exigidos.size === 0 ? "" : ` ${count(exigidos.size, "visita exigida", "visitas exigidas", "f")} por esta lista.`}
            </span>
          </div>
        </>
      )}
    </div>
  );
}

/** The file says on top that it is not to be published. */
function cabecalhoInterno(cabecalho: ParteDeDenunciasProps["cabecalho"]): ExportHeader {
  return cabecalho("USO INTERNO, não publicar: municípios cujas denúncias pedem apoio");
}

function Artigo({ norma, artigo }: { readonly norma: Norma | null; readonly artigo: string }) {
  return norma === null ? null : (
    <>
      {" ("}
      <NormaLink norma={norma} artigo={artigo} />)
    </>
  );
}

function gatilhoDe({ municipio }: LinhaDoApoio): Gatilho {
  return { codigo: municipio, motivo: MOTIVO_DO_APOIO };
}

function municipioDe({ municipio }: LinhaDoApoio): number {
  return municipio;
}
