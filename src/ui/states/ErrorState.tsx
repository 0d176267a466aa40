import "./states.css";

export interface ErrorStateProps {
  /** What happened, in a few words. */
  readonly titulo: string;
  /** What happened, one sentence. */
  readonly mensagem: string;
  /** Whose turn it is and what to do, one sentence. */
  readonly conserto: string;
  /** Technical cause, folded away. */
  readonly detalhe?: string;
  readonly onTentarDeNovo?: () => void;
}

/** An error a person can act on: what happened, what to do, retry, detail on demand. */
export function ErrorState({
  titulo,
  mensagem,
  conserto,
  detalhe,
  onTentarDeNovo,
}: ErrorStateProps) {
  return (
    <section className="states-error" role="alert">
      <h2>{titulo}</h2>
      <p>{mensagem}</p>
      <p>{conserto}</p>
      {onTentarDeNovo === undefined ? null : (
        <button type="button" className="ui-button" onClick={onTentarDeNovo}>
          Tentar de novo
        </button>
      )}
      {detalhe === undefined || detalhe === "" ? null : (
        <details>
          <summary>Detalhe técnico</summary>
          <pre>{detalhe}</pre>
        </details>
      )}
    </section>
  );
}
