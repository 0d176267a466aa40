import { memo, useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { CONTRACTS } from "../../data/contracts/index.ts";
import { prepareImport } from "../../data/import/import-file.ts";
import { LAYOUTS } from "../../data/layouts/index.ts";
import { StoreError } from "../../data/store/store.ts";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { PageSentence } from "../../ui/states/PageSentence.tsx";
import { useTrabalho } from "../../ui/trabalho/use-trabalho.ts";
import { useBase, useEngine } from "../../ui/use-base.ts";
import type { ViewProps } from "../../ui/view-props.ts";
import { Ajuda } from "./Ajuda.tsx";
import { Atualizacao } from "./Atualizacao.tsx";
import type { Conhecido } from "./conhecido.ts";
import { Dicionario } from "./Dicionario.tsx";
import { resumoDoLote, tituloDaEntrada } from "./desfecho.ts";
import { chaveDaEntrada, chaveDe, combinar, emVigor, isEmUso, type Entrada, type Escolha } from "./entrada.ts";
import { EmUso } from "./EmUso.tsx";
import type { Estado } from "./estado.ts";
import { Extratos } from "./Extratos.tsx";
import { guardaOf } from "./guarda.ts";
import { Guardados } from "./Guardados.tsx";
import { importStoreOf } from "./import-store.ts";
import type { ImportStore, ReadingContext } from "./importacao.ts";
import { Importar } from "./Importar.tsx";
import { extratoLinhas, frase } from "./model.ts";
import { apagarMarcas } from "./marcas-locais.ts";
import { municipiosEmUso } from "./municipios-em-uso.ts";
import { idDaEntrada, Relatorio } from "./Relatorio.tsx";
import { useBaixar } from "./use-baixar.ts";
import "./view.css";

/** `#/dados`: bring a file and see what became of it; what is loaded, from where and of when; the dictionary. */
export default function DadosView({ estado, mudar, snapshot, session, lugaresUrl }: ViewProps<Estado>) {
  const extratos = useSyncExternalStore(session.subscribe, session.extracts);
  const loads = useSyncExternalStore(session.subscribe, session.loads);
  const engine = useEngine(session);
  const { dataReferencia } = useBase(snapshot, session);
  const store = importStoreOf(session);
  const importacao = useSyncExternalStore(store.subscribe, store.state);
  const guarda = guardaOf(session);
  const guardados = useSyncExternalStore(guarda.subscribe, guarda.estado);
  const [escolha, setEscolha] = useState<Escolha>({});
  const baixar = useBaixar(session, dataReferencia);

  const preparo = useMemo(
    () => ({
      territorio: { codigoUf: snapshot.territorio.codigoUf, uf: snapshot.territorio.uf },
      // The worker stands at another address than the page.
      lugaresUrl: new URL(lugaresUrl, location.href).href,
    }),
    [snapshot, lugaresUrl],
  );
  const context = useCallback(
    async () => ({ municipios: await municipiosEmUso(snapshot, session), catalogo: snapshot.catalogo, ...preparo }),
    [snapshot, session, preparo],
  );
  const lidos = importacao.entradas.length;
  useEffect(() => {
    // Each file takes the worker that was ready; the next one is started while its report is read.
    prepareImport(preparo);
  }, [lidos, preparo]);
  const receber = useCallback(
    (files: readonly File[]): void => {
      // Failures of a file end in its own report; anything else is a defect and belongs to the console.
      void store.start(files, context, escolha);
    },
    [store, context, escolha],
  );

  const trabalho = useTrabalho(snapshot.territorio);
  const [naoApagou, setNaoApagou] = useState<StoreError | null>(null);
  const apagar = async (): Promise<void> => {
    setNaoApagou(null);
    await store.clear();
    if (store.state().falha !== null) return;
    apagarMarcas();
    try {
      await trabalho.aba.apagar();
    } catch (error) {
      if (!(error instanceof StoreError)) throw error;
      setNaoApagou(error);
    }
  };

  const { entradas, emUso, retiradas, lote } = importacao;
  const doLote = entradas.filter(({ numero }) => lote.numeros.includes(numero));
  useFocusOnOutcome(lote.vez, lote.numeros);

  const conhecido: Conhecido = useMemo(
    () => ({
      catalogo: snapshot.catalogo,
      fontes: snapshot.fontes,
      territorio: snapshot.territorio,
      layouts: LAYOUTS,
      mapeamentos: importacao.mapeamentos,
      dataReferencia,
    }),
    [snapshot, importacao.mapeamentos, dataReferencia],
  );
  const vigentes = useMemo(() => emVigor(loads), [loads]);
  const chavesGuardadas = useMemo(() => new Set(guardados.itens.map(({ extrato, cargaId }) => chaveDe(extrato, cargaId))), [guardados]);
  const dizer = doLote.length > 1 ? resumoDoLote(doLote, emUso) : doLote.map((entrada) => tituloDaEntrada(entrada, isEmUso(entrada, emUso))).join("");

  return (
    <div className="dados-page">
      <PageSentence titulo="Dados" demonstracao={extratos.some(({ demonstracao }) => demonstracao)}>
        {frase(extratos, vigentes)}
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

      <Importar
        store={store}
        escolha={escolha}
        layouts={LAYOUTS}
        onEscolha={setEscolha}
        onArquivos={receber}
      />

      <p role="status" className="ui-hidden">
        {dizer}
      </p>
      <div className="dados-reports">
        {doLote.length > 1 ? (
          <p className="dados-lote" id={ID_DO_LOTE} tabIndex={-1}>
            {resumoDoLote(doLote, emUso)}
          </p>
        ) : null}
        {porUrgencia(entradas).map((entrada) => (
          <DaEntrada
            key={entrada.numero}
            entrada={entrada}
            emUso={isEmUso(entrada, emUso)}
            podeVoltar={retiradas.includes(chaveDaEntrada(entrada) ?? "")}
            conhecido={conhecido}
            store={store}
            context={context}
          />
        ))}
      </div>

      <section className="dados-section" aria-labelledby="dados-carregados">
        <h2 id="dados-carregados">O que está carregado</h2>
        <Extratos
          linhas={extratoLinhas(extratos, vigentes)}
          baixando={baixar.baixando}
          onBaixar={(id) => {
            const extrato = extratos.find((candidate) => candidate.id === id);
            if (extrato !== undefined) baixar.baixar(extrato);
          }}
        />
        <h3>Arquivos em uso</h3>
        <EmUso
          loads={loads}
          guardados={chavesGuardadas}
          onVer={(extract) => {
            store.show(extract);
          }}
          onRetirar={({ id, carga }) => void store.remove(id, carga.id)}
          onVoltar={(id) => void store.restore(id)}
        />
        <div role="status">
          {importacao.volta === null ? null : (
            <p className="dados-notice">
              {importacao.volta.isRestauro ? `${importacao.volta.titulo}: de volta aos dados incluídos.` : `${importacao.volta.titulo} foi retirado.`}{" "}
              <button type="button" className="ui-button" onClick={() => void store.redo(importacao.volta?.chaves ?? [])}>
                Desfazer
              </button>
            </p>
          )}
        </div>
        {baixar.erro === null ? null : (
          <ErrorState titulo="O arquivo não foi baixado" mensagem={baixar.erro.message} conserto={baixar.erro.whatToDo} detalhe={baixar.erro.detail} />
        )}
        {importacao.falha === null ? null : (
          <ErrorState
            titulo="A mudança não foi feita"
            mensagem={importacao.falha.mensagem}
            conserto={importacao.falha.conserto}
            detalhe={importacao.falha.detalhe}
          />
        )}
      </section>

      <Guardados
        estado={guardados}
        arquivosEmUso={loads.map(({ fileName }) => fileName)}
        mapeamentos={importacao.mapeamentos.length}
        registros={trabalho.registros.length}
        onApagar={() => void apagar()}
      />
      {naoApagou === null ? null : (
        <ErrorState titulo="O seu trabalho não foi apagado" mensagem={naoApagou.message} conserto={naoApagou.whatToDo} detalhe={naoApagou.detail} />
      )}

      <Atualizacao session={session} uf={snapshot.territorio.uf} dataIncluida={snapshot.dataReferencia} />

      <Ajuda layouts={LAYOUTS} fontes={snapshot.fontes} catalogo={snapshot.catalogo} />

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

/** Report of one file with what can be done to it; drawn again only when something of its own changes. */
const DaEntrada = memo(function DaEntrada({
  entrada,
  emUso,
  podeVoltar,
  conhecido,
  store,
  context,
}: {
  readonly entrada: Entrada;
  readonly emUso: boolean;
  readonly podeVoltar: boolean;
  readonly conhecido: Conhecido;
  readonly store: ImportStore;
  readonly context: ReadingContext;
}) {
  const { numero, carga, escolha } = entrada;
  return (
    <Relatorio
      entrada={entrada}
      emUso={emUso}
      podeVoltar={podeVoltar}
      conhecido={conhecido}
      acoes={{
        onRetirar: () => {
          if (carga !== null) void store.remove(carga.extrato, carga.id);
        },
        onVoltar: () => void store.redo([chaveDaEntrada(entrada) ?? ""]),
        onFechar: () => {
          store.dismiss(numero);
        },
        onReler: (nova) => {
          void store.reread(numero, combinar(escolha, nova), context);
        },
        onMapear: (mapeamento) => {
          store.keepMapping(mapeamento);
          void store.reread(numero, { mapeamento }, context);
        },
      }}
    />
  );
});

/** Files that wait for the user come first; the rest keeps its order. */
function porUrgencia(entradas: readonly Entrada[]): readonly Entrada[] {
  const waits = ({ desfecho: { tipo } }: Entrada): boolean => tipo === "perguntas" || tipo === "desconhecido";
  return [...entradas.filter(waits), ...entradas.filter((entrada) => !waits(entrada))];
}

const ID_DO_LOTE = "dados-lote";

/** When files have been read, the focus goes to what became of them: they may have been dropped far from there. */
function useFocusOnOutcome(vez: number, numeros: readonly number[]): void {
  const seen = useRef(vez);
  const [first] = numeros;
  useEffect(() => {
    if (vez === seen.current) return;
    seen.current = vez;
    // Someone answering about another file is not interrupted.
    if (document.activeElement?.matches(".dados-reports :is(input, select)") === true) return;
    const id = numeros.length > 1 ? ID_DO_LOTE : idDaEntrada(first ?? 0);
    const outcome = document.getElementById(id) ?? document.getElementById(idDaEntrada(first ?? 0));
    outcome?.focus({ preventScroll: true });
    outcome?.scrollIntoView({ block: "start" });
  }, [vez, numeros, first]);
}
