import { useId, useState, type ReactNode } from "react";
import { formatDate } from "../../../core/format.ts";
import { parseCivilDate, type CivilDate } from "../../../core/civil-date.ts";
import type { NotaDoAjuste } from "../../../data/visitas/padrao.ts";
import { numeroDigitado, numeroParaDigitar } from "./numero.ts";

/** Where a setting comes from: the sentence, its source, and whether it is our own estimate. */
export function Nota({ nota, id }: { readonly nota: NotaDoAjuste | null; readonly id?: string }) {
  if (nota === null) return null;
  return (
    <p id={id} className="filters-help visitas-nota">
      {nota.estimada ? <strong className="visitas-estimada">estimada</strong> : null} {nota.texto}
      {nota.fonte === null ? "" : ` Fonte: ${nota.fonte}.`}
    </p>
  );
}

export interface CampoNumeroProps {
  readonly rotulo: string;
  /** "dias úteis", "km/h". */
  readonly unidade?: string;
  readonly valor: number;
  /** The territory's own, told where it differs. */
  readonly padrao?: number;
  readonly nota?: NotaDoAjuste | null;
  /** Puts the number in force; returns why it was refused, or "". */
  readonly onMudar: (valor: number) => string;
}

/** A number that takes effect when the field is left or Enter is pressed; a refused one stays in sight with the reason, and the good one stays in force. */
export function CampoNumero({ rotulo, unidade, valor, padrao, nota = null, onMudar }: CampoNumeroProps) {
  const id = useId();
  const [rascunho, setRascunho] = useState<string | null>(null);
  const [recusa, setRecusa] = useState("");
  const efetivar = (): void => {
    if (rascunho === null) return;
    const numero = numeroDigitado(rascunho);
    if (numero === null) {
      setRecusa(`“${rascunho.trim()}” não é um número: escreva com algarismos, como 1,5.`);
      return;
    }
    const motivo = numero === valor ? "" : onMudar(numero);
    setRecusa(motivo);
    if (motivo === "") setRascunho(null);
  };
  return (
    <div className="filters-field visitas-campo">
      <label htmlFor={id}>
        {rotulo}
        {unidade === undefined ? null : <span className="ui-muted"> ({unidade})</span>}
      </label>
      <input
        id={id}
        className="ui-input visitas-campo-numero"
        inputMode="decimal"
        autoComplete="off"
        value={rascunho ?? numeroParaDigitar(valor)}
        aria-invalid={recusa !== ""}
        aria-describedby={`${id}-nota`}
        onChange={(event) => {
          setRascunho(event.target.value);
        }}
        onBlur={efetivar}
        onKeyDown={(event) => {
          if (event.key === "Enter") efetivar();
          if (event.key === "Escape") {
            setRascunho(null);
            setRecusa("");
          }
        }}
      />
      <div id={`${id}-nota`}>
        <Recusa motivo={recusa} vale={numeroParaDigitar(valor)} />
        {padrao === undefined || padrao === valor ? null : <p className="filters-help">No território: {numeroParaDigitar(padrao)}.</p>}
        <Nota nota={nota} />
      </div>
    </div>
  );
}

export interface CampoDataProps {
  readonly rotulo: string;
  readonly valor: CivilDate;
  readonly nota?: NotaDoAjuste | null;
  readonly onMudar: (valor: CivilDate) => string;
}

/** A day, in force as soon as it is a whole date. */
export function CampoData({ rotulo, valor, nota = null, onMudar }: CampoDataProps) {
  const id = useId();
  const [rascunho, setRascunho] = useState<string | null>(null);
  const [recusa, setRecusa] = useState("");
  return (
    <div className="filters-field visitas-campo">
      <label htmlFor={id}>{rotulo}</label>
      <input
        id={id}
        type="date"
        className="ui-input"
        value={rascunho ?? valor}
        aria-invalid={recusa !== ""}
        aria-describedby={`${id}-nota`}
        onChange={(event) => {
          const texto = event.target.value;
          setRascunho(texto);
          const data = parseCivilDate(texto);
          if (data === null) return;
          const motivo = onMudar(data);
          setRecusa(motivo);
          if (motivo === "") setRascunho(null);
        }}
        onBlur={() => {
          if (recusa === "") setRascunho(null);
        }}
      />
      <div id={`${id}-nota`}>
        <Recusa motivo={recusa} vale={formatDate(valor)} />
        <Nota nota={nota} />
      </div>
    </div>
  );
}

function Recusa({ motivo, vale }: { readonly motivo: string; readonly vale: string }) {
  return (
    <p role="alert" className="visitas-recusa">
      {motivo === "" ? "" : `${motivo} Continua valendo ${vale}.`}
    </p>
  );
}

/** A section of the settings. */
export function Secao({ titulo, children }: { readonly titulo: string; readonly children: ReactNode }) {
  const id = useId();
  return (
    <section className="visitas-secao" aria-labelledby={id}>
      <h3 id={id}>{titulo}</h3>
      {children}
    </section>
  );
}

export interface ItensProps<T> {
  readonly itens: readonly T[];
  readonly chave: (item: T) => string;
  readonly texto: (item: T) => string;
  readonly vazio: string;
  readonly onTirar: (item: T) => void;
}

/** What a list of the settings holds, each with its way out. */
export function Itens<T>({ itens, chave, texto, vazio, onTirar }: ItensProps<T>) {
  if (itens.length === 0) return <p className="ui-small ui-muted">{vazio}</p>;
  return (
    <ul className="visitas-itens">
      {itens.map((item) => (
        <li key={chave(item)}>
          <span>{texto(item)}</span>
          <button
            type="button"
            className="ui-button ui-button-quiet"
            onClick={() => {
              onTirar(item);
            }}
          >
            Tirar<span className="ui-hidden"> {texto(item)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}
