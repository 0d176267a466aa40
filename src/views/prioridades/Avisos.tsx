import type { MetodoEmVigor } from "../../ui/metodo/use-metodo.ts";

export interface AvisosProps {
  readonly emVigor: MetodoEmVigor;
  /** What the figures in use do to the method, a sentence each. */
  readonly dosDados: readonly string[];
  /** The address was made with other figures than those in use. */
  readonly outrosDados: boolean;
  readonly onContinuar: () => void;
}

/** What must be known before any number of the page is read: other figures, a method that could not be read, a study method. */
export function Avisos({ emVigor, dosDados, outrosDados, onContinuar }: AvisosProps) {
  const { problemas } = emVigor;
  const avisos = [...emVigor.avisos, ...dosDados];
  return (
    <>
      {outrosDados ? (
        <div className="prioridades-alerta" role="alert">
          <p>
            <strong>Este endereço foi feito com outros dados.</strong> A lista e o mapa abaixo usam os dados carregados agora: as
            notas e as posições podem não ser as que você viu ou recebeu.
          </p>
          <button type="button" className="ui-button" onClick={onContinuar}>
            Continuar com os dados de agora
          </button>
        </div>
      ) : null}
      {problemas.length === 0 ? null : (
        <div className="prioridades-alerta" role="alert">
          <p>
            <strong>O método deste endereço não pode ser usado.</strong> A página mostra o método padrão.
          </p>
          <ul>
            {problemas.map(({ caminho, mensagem, conserto }) => (
              <li key={caminho}>
                {mensagem} {conserto} <span className="ui-muted">({caminho})</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {avisos.length === 0 ? null : (
        <ul className="prioridades-ressalvas">
          {avisos.map((aviso) => (
            <li key={aviso}>{aviso}</li>
          ))}
        </ul>
      )}
    </>
  );
}
