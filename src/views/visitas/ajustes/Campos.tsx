import { Fragment, useId, useState, type ReactNode } from "react";
import { formatDate } from "../../../core/format.ts";
import { parseCivilDate, type CivilDate } from "../../../core/civil-date.ts";
import type { NotaDoAjuste } from "../../../data/visitas/padrao.ts";
import type { ContextoDosCampos } from "./contexto.ts";
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

/** Why what was asked was refused ("" = it was not), and what holds instead where there is one thing that does. */
export function Recusa({ motivo, vale }: { readonly motivo: string; readonly vale?: string }) {
  return (
    <p role="alert" className="visitas-recusa">
      {motivo === "" || vale === undefined ? motivo : `${motivo} Continua valendo ${vale}.`}
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

export interface CampoSoltoProps {
  readonly rotulo: string;
  readonly tipo: "dia" | "numero";
  readonly valor: string;
  readonly onMudar: (valor: string) => void;
}

/** A field that is in force only with what it goes with. */
export function CampoSolto({ rotulo, tipo, valor, onMudar }: CampoSoltoProps) {
  const id = useId();
  return (
    <div className="filters-field">
      <label htmlFor={id}>{rotulo}</label>
      <input
        id={id}
        {...(tipo === "dia" ? { type: "date", className: "ui-input" } : { inputMode: "numeric", className: "ui-input visitas-campo-numero" })}
        autoComplete="off"
        value={valor}
        onChange={({ target }) => {
          onMudar(target.value);
        }}
      />
    </div>
  );
}

export interface PorRegiaoProps {
  readonly titulo: string;
  readonly regioes: ContextoDosCampos["regioes"];
  /** The field of one region; its label is the region's name. */
  readonly campo: (codigo: number, nome: string) => ReactNode;
}

/** A field for each region, folded. */
export function PorRegiao({ titulo, regioes, campo }: PorRegiaoProps) {
  return (
    <details>
      <summary>{titulo}</summary>
      <div className="visitas-campos">
        {regioes.map(({ codigo, nome }) => (
          <Fragment key={codigo}>{campo(codigo, nome)}</Fragment>
        ))}
      </div>
    </details>
  );
}
