import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import type { ExtractId } from "../../data/contracts/contract.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { PageSentence } from "../../ui/states/PageSentence.tsx";
import { useBase, useEngine } from "../../ui/use-base.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import { Dicionario } from "./Dicionario.tsx";
import { tituloDaEntrada } from "./desfecho.ts";
import type { Estado } from "./estado.ts";
import { Extratos } from "./Extratos.tsx";
import { importStoreOf } from "./import-store.ts";
import { Importar } from "./Importar.tsx";
import { extratoLinhas, frase } from "./model.ts";
import { municipiosEmUso } from "./municipios-em-uso.ts";
import { Relatorio } from "./Relatorio.tsx";
import { useBaixar } from "./use-baixar.ts";
import "./view.css";

/** `#/dados`: what is loaded, from where and of when; bring a file; the dictionary. */
export default function DadosView({ estado, mudar, snapshot, session }: ViewProps<Estado>) {
  const extratos = useSyncExternalStore(session.subscribe, session.extracts);
  const engine = useEngine(session);
  const { dataReferencia } = useBase(snapshot, session);
  const store = importStoreOf(session);
  const importacao = useSyncExternalStore(store.subscribe, store.state);
  const [esperado, setEsperado] = useState<ExtractId | null>(null);
  const baixar = useBaixar(session, dataReferencia);

  const [ultima] = importacao.entradas;
  const relatorios = useRef<HTMLDivElement>(null);
  const numero = ultima?.numero ?? 0;
  const vista = useRef(numero);
  useEffect(() => {
    // A file may be dropped far from where its outcome is told; closing a report moves nothing.
    if (numero > vista.current) relatorios.current?.scrollIntoView({ block: "start" });
    vista.current = Math.max(vista.current, numero);
  }, [numero]);

  const receber = (files: readonly File[]): void => {
    // Failures of a file end in its own report; anything else is a defect and belongs to the console.
    void store.start(files, async () => ({
      municipios: await municipiosEmUso(snapshot, session),
      indicadores: snapshot.catalogo.map(({ id }) => id),
      ...(esperado === null ? {} : { expected: esperado }),
    }));
  };

  return (
    <div className="dados-page">
      <PageSentence titulo="Dados" demonstracao={extratos.some(({ demonstracao }) => demonstracao)}>
        {frase(extratos)}
      </PageSentence>

      {engine.phase === "failed" ? (
        <ErrorState
          titulo="O motor de dados não está funcionando"
          mensagem={engine.error.message}
          conserto={`${engine.error.whatToDo} Sem ele não dá para carregar nem baixar arquivos; o dicionário continua aqui.`}
          detalhe={engine.error.detail}
          onTentarDeNovo={() => {
            // A second failure shows in the phase itself.
            session.start().catch(() => undefined);
          }}
        />
      ) : null}

      <section className="dados-section" aria-labelledby="dados-carregados">
        <h2 id="dados-carregados">O que está carregado</h2>
        <Extratos
          linhas={extratoLinhas(extratos)}
          baixando={baixar.baixando}
          onBaixar={(id) => {
            const extrato = extratos.find((candidate) => candidate.id === id);
            if (extrato !== undefined) baixar.baixar(extrato);
          }}
          onVoltar={(id) => void store.restore(id)}
        />
        <div role="status">
          {importacao.volta === null ? null : (
            <p className="dados-notice">
              {CONTRACTS[importacao.volta.extrato].title}: de volta aos dados incluídos.{" "}
              <button type="button" className="ui-button" onClick={() => void store.redo()}>
                Desfazer: usar de novo {importacao.volta.arquivo}
              </button>
            </p>
          )}
        </div>
        {[baixar.erro, importacao.erro].map((erro, i) =>
          erro === null ? null : (
            <ErrorState
              key={i === 0 ? "baixar" : "trocar"}
              titulo={i === 0 ? "O arquivo não foi baixado" : "A troca não foi feita"}
              mensagem={erro.message}
              conserto={erro.whatToDo}
              detalhe={erro.detail}
            />
          ),
        )}
      </section>

      <Importar
        andamento={importacao.andamento}
        esperado={esperado}
        onEsperado={setEsperado}
        onArquivos={receber}
        onCancelar={store.cancel}
      />

      <p role="status" className="ui-hidden">
        {ultima === undefined ? "" : tituloDaEntrada(ultima, importacao.emUso.includes(ultima.numero))}
      </p>
      <div ref={relatorios} className="dados-reports">
        {importacao.entradas.map((entrada) => (
          <Relatorio
            key={entrada.numero}
            entrada={entrada}
            emUso={importacao.emUso.includes(entrada.numero)}
            dataReferencia={dataReferencia}
            onDesfazer={() => void store.undo(entrada.numero)}
            onFechar={() => {
              store.dismiss(entrada.numero);
            }}
          />
        ))}
      </div>

      <Dicionario
        contract={CONTRACTS[estado.extrato]}
        dataReferencia={dataReferencia}
        onMudar={(extrato) => {
          mudar({ extrato });
        }}
      />
    </div>
  );
}
