import { useState, type ReactNode } from "react";
import { Recusa } from "./Campos.tsx";

export interface ItensProps<T> {
  readonly itens: readonly T[];
  readonly chave: (item: T) => string;
  readonly texto: (item: T) => string;
  readonly vazio: string;
  /** Puts in force the list without the one taken out; returns why it was refused, or "". */
  readonly onMudar: (itens: readonly T[]) => string;
}

/** What a list of the settings holds, each with its way out. */
export function Itens<T>({ itens, chave, texto, vazio, onMudar }: ItensProps<T>) {
  const [recusa, setRecusa] = useState("");
  if (itens.length === 0) return <p className="ui-small ui-muted">{vazio}</p>;
  return (
    <>
      <ul className="visitas-itens">
        {itens.map((item) => (
          <li key={chave(item)}>
            <span>{texto(item)}</span>
            <button
              type="button"
              className="ui-button ui-button-quiet"
              onClick={() => {
                setRecusa(onMudar(itens.filter((outro) => outro !== item)));
              }}
            >
              Tirar<span className="ui-hidden"> {texto(item)}</span>
            </button>
          </li>
        ))}
      </ul>
      <Recusa motivo={recusa} />
    </>
  );
}

export interface AcrescentarProps {
  readonly botao: string;
  /** Puts in force the list with what the fields hold; returns why it was refused, or "". */
  readonly onAcrescentar: () => string;
  readonly children: ReactNode;
}

/** The fields of one more item, with the button that takes it in. */
export function Acrescentar({ botao, onAcrescentar, children }: AcrescentarProps) {
  const [recusa, setRecusa] = useState("");
  return (
    <>
      <form
        className="visitas-escolher"
        onSubmit={(event) => {
          event.preventDefault();
          setRecusa(onAcrescentar());
        }}
      >
        {children}
        <button type="submit" className="ui-button">
          {botao}
        </button>
      </form>
      <Recusa motivo={recusa} />
    </>
  );
}
