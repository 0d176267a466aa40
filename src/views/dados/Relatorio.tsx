import { useId } from "react";
import { count } from "../../core/format.ts";
import { DemoMark } from "../../ui/states/DemoMark.tsx";
import { resumoDaEntrada, tituloDaEntrada } from "./desfecho.ts";
import type { Entrada } from "./import-store.ts";
import { Problemas } from "./Problemas.tsx";
import { comoFoiLido } from "./relatorio.ts";

/** What happened to one file: the outcome first, then how it was read and what is wrong with it. */
export function Relatorio({
  entrada,
  emUso,
  dataReferencia,
  onDesfazer,
  onFechar,
}: {
  readonly entrada: Entrada;
  /** Its data are what the app answers with now. */
  readonly emUso: boolean;
  readonly dataReferencia: string;
  readonly onDesfazer: () => void;
  readonly onFechar: () => void;
}) {
  const id = useId();
  const { relatorio, desfecho } = entrada;
  const isLoaded = desfecho.tipo === "carregado";
  const recusadas = relatorio?.descartadas.filter(({ dadoPessoal }) => dadoPessoal !== null) ?? [];
  return (
    <section className={`dados-section dados-report dados-report-${isLoaded ? "ok" : "no"}`} aria-labelledby={id}>
      <div className="dados-report-head">
        <h2 id={id}>{tituloDaEntrada(entrada, emUso)}</h2>
        {relatorio?.demonstracao === true ? <DemoMark /> : null}
        <div className="ui-row">
          {emUso ? (
            <button type="button" className="ui-button" onClick={onDesfazer}>
              Desfazer
            </button>
          ) : null}
          <button type="button" className="ui-button" onClick={onFechar}>
            Fechar relatório
          </button>
        </div>
      </div>
      <p>{resumoDaEntrada(entrada, emUso)}</p>
      {desfecho.tipo === "falhou" ? (
        <>
          <p>
            {desfecho.erro.message} {desfecho.erro.whatToDo}
          </p>
          <details>
            <summary>Detalhe técnico</summary>
            <pre>{desfecho.erro.detail}</pre>
          </details>
        </>
      ) : null}
      {recusadas.length > 0 ? (
        <div className="dados-refused">
          <p>
            <strong>{count(recusadas.length, "coluna recusada", "colunas recusadas", "f")} por anunciar dados de pessoas.</strong>{" "}
            Nada delas foi lido nem guardado: a lei só permite tratar o dado necessário à finalidade (LGPD, Lei 13.709/2018,
            art. 6º, III).
          </p>
          <ul>
            {recusadas.map(({ titulo, dadoPessoal }) => (
              <li key={titulo}>
                <strong>{titulo}</strong>: {dadoPessoal}
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {relatorio === null ? null : (
        <>
          <dl className="dados-how">
            {comoFoiLido(relatorio, isLoaded).map(([rotulo, texto]) => (
              <div key={rotulo}>
                <dt>{rotulo}</dt>
                <dd>{texto}</dd>
              </div>
            ))}
          </dl>
          <Problemas relatorio={relatorio} dataReferencia={dataReferencia} />
        </>
      )}
    </section>
  );
}
