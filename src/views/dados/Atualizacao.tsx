import { useRef, useState, useSyncExternalStore } from "react";
import { formatDate } from "../../core/format.ts";
import { refresh, type RefreshOutcome, type RefreshProgress } from "../../data/refresh/refresh.ts";
import type { Session } from "../../data/session/session.ts";
import { storeOf } from "./loja.ts";

const never = (): (() => void) => () => undefined;

/** The data published with the app: of when they are, and whether the site has newer ones. All of them change at once, or none. */
export function Atualizacao({
  session,
  uf,
  dataIncluida,
}: {
  readonly session: Session;
  readonly uf: string;
  /** Reference date of the bundled data, `YYYY-MM-DD`. */
  readonly dataIncluida: string;
}) {
  const store = useSyncExternalStore(never, () => storeOf(session));
  const [progresso, setProgresso] = useState<RefreshProgress | null>(null);
  const [desfecho, setDesfecho] = useState<RefreshOutcome | Error | null>(null);
  const abort = useRef<AbortController | null>(null);

  const verificar = async (): Promise<void> => {
    if (store === null) return;
    const controller = new AbortController();
    abort.current = controller;
    setDesfecho(null);
    setProgresso({ etapa: "lista", total: null, recebidos: 0 });
    try {
      setDesfecho(
        await refresh({
          manifestUrl: new URL("dados/manifest.json", document.baseURI).href,
          versions: store.versions,
          territorio: uf,
          agora: new Date().toISOString(),
          signal: controller.signal,
          onProgress: setProgresso,
        }),
      );
    } catch (error) {
      setDesfecho(error instanceof Error ? error : new Error(String(error)));
    } finally {
      abort.current = null;
      setProgresso(null);
    }
  };

  return (
    <section className="dados-section" aria-labelledby="dados-publicados">
      <h2 id="dados-publicados">Dados publicados com o aplicativo</h2>
      <p className="ui-reading">
        Os dados que vieram com o aplicativo são de {formatDate(dataIncluida)}. Se quem publica este endereço trocou os arquivos, busque os
        novos aqui: ou chegam todos inteiros e conferidos, ou nada muda.
      </p>
      <div className="dados-actions">
        <button type="button" className="ui-button" disabled={store === null || progresso !== null} onClick={() => void verificar()}>
          Buscar dados mais novos
        </button>
        {progresso === null ? null : (
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              abort.current?.abort();
            }}
          >
            Cancelar a busca
          </button>
        )}
      </div>
      <p role="status" className="ui-reading">
        {progresso === null ? null : emAndamento(progresso)}
        {desfecho === null ? null : emPalavras(desfecho, dataIncluida)}
        {desfecho !== null && !(desfecho instanceof Error) && desfecho.tipo === "atualizada" && desfecho.versao.dataReferencia > dataIncluida ? (
          <>
            {" "}
            <button
              type="button"
              className="ui-button"
              onClick={() => {
                location.reload();
              }}
            >
              Recarregar para usar
            </button>
          </>
        ) : null}
      </p>
    </section>
  );
}

function emAndamento({ total, recebidos }: RefreshProgress): string {
  if (total === null) return "Lendo a lista de arquivos…";
  return total === 0 ? "Conferindo os arquivos…" : `Baixando: ${String(Math.floor((100 * recebidos) / total))}%…`;
}

function emPalavras(desfecho: RefreshOutcome | Error, dataIncluida: string): string {
  if (desfecho instanceof Error) return `A busca parou: ${desfecho.message}. O que havia continua em uso; tente de novo.`;
  switch (desfecho.tipo) {
    case "atualizada":
    case "em-dia":
      return desfecho.versao.dataReferencia > dataIncluida
        ? `Há dados de ${formatDate(desfecho.versao.dataReferencia)}, guardados inteiros neste navegador.`
        : "Os dados publicados são os mesmos que vieram com o aplicativo.";
    case "cancelada":
      return "Busca cancelada. O que havia continua em uso.";
    case "mantida":
      return `${desfecho.motivo} ${desfecho.conserto}`;
  }
}
