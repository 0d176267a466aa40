import { joinPt } from "../../core/format.ts";

interface Problema {
  readonly caminho: string;
  readonly mensagem: string;
  readonly conserto: string;
}

export interface AvisosProps {
  /** The address was made with other figures than those in use. */
  readonly outrosDados: boolean;
  readonly onContinuar: () => void;
  /** Why the method and the settings of the address cannot be used. */
  readonly doMetodo: readonly Problema[];
  readonly dosAjustes: readonly Problema[];
}

/** What must be known before the plan is read: other figures, an address that cannot be used. */
export function Avisos({ outrosDados, onContinuar, doMetodo, dosAjustes }: AvisosProps) {
  return (
    <>
      {outrosDados ? (
        <div className="visitas-alerta" role="alert">
          <p>
            <strong>Este endereço foi feito com outros dados.</strong> O plano abaixo usa os dados carregados agora: pode não ser o que você
            viu ou recebeu.
          </p>
          <button type="button" className="ui-button" onClick={onContinuar}>
            Continuar com os dados de agora
          </button>
        </div>
      ) : null}
      <DoEndereco titulo="O método deste endereço não pode ser usado." emVez="A página usa o método padrão." problemas={doMetodo} />
      <DoEndereco titulo="Os ajustes deste endereço não podem ser usados." emVez="A página usa os ajustes do território." problemas={dosAjustes} />
    </>
  );
}

export interface DesatualizadoProps {
  /** What changed since the plan was made; empty for nothing. */
  readonly mudou: readonly string[];
  readonly onPlanejar: () => void;
  /** Back to the settings of the plan, where it is they that changed. */
  readonly onVoltarAjustes: (() => void) | null;
}

/** The bar that stays while the plan on screen is of something else than what is in force. */
export function Desatualizado({ mudou, onPlanejar, onVoltarAjustes }: DesatualizadoProps) {
  if (mudou.length === 0) return null;
  return (
    <div className="visitas-desatualizado" role="status">
      <p>
        <strong>Este plano é de antes da mudança.</strong> {mudou.length === 1 ? "Mudou" : "Mudaram"}: {joinPt(mudou)}. Ele continua na tela até
        você pedir outro.
      </p>
      <div className="ui-row ui-no-print">
        <button type="button" className="ui-button ui-button-primary" onClick={onPlanejar}>
          Planejar com o que vale agora
        </button>
        {onVoltarAjustes === null ? null : (
          <button type="button" className="ui-button" onClick={onVoltarAjustes}>
            Voltar aos ajustes deste plano
          </button>
        )}
      </div>
    </div>
  );
}

interface DoEnderecoProps {
  readonly titulo: string;
  readonly emVez: string;
  readonly problemas: readonly Problema[];
}

function DoEndereco({ titulo, emVez, problemas }: DoEnderecoProps) {
  if (problemas.length === 0) return null;
  return (
    <div className="visitas-alerta" role="alert">
      <p>
        <strong>{titulo}</strong> {emVez}
      </p>
      <ul>
        {problemas.map(({ caminho, mensagem, conserto }) => (
          <li key={`${caminho} ${mensagem}`}>
            {mensagem} {conserto} <span className="ui-muted">({caminho})</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
