import { useId, useState } from "react";

/** Most places a method file may ask for. */
const K_MAXIMO = 10_000;

export interface CampoKProps {
  readonly k: number;
  /** How many municipalities there are. */
  readonly municipios: number;
  readonly onK: (k: number) => void;
}

/** How many municipalities the list chooses; what is typed stands only when it is a number of places. */
export function CampoK({ k, municipios, onK }: CampoKProps) {
  const id = useId();
  const [texto, setTexto] = useState<string | null>(null);
  const digitado = texto ?? String(k);
  const valido = kDigitado(digitado) !== null;
  return (
    <div className="filters-field">
      <label htmlFor={id}>Vagas do ciclo (K)</label>
      <input
        id={id}
        className="ui-input prioridades-campo-k"
        type="number"
        inputMode="numeric"
        min={1}
        max={K_MAXIMO}
        step={1}
        value={digitado}
        aria-invalid={!valido}
        aria-describedby={`${id}-ajuda`}
        onChange={(event) => {
          setTexto(event.target.value);
          const novo = kDigitado(event.target.value);
          if (novo !== null) onK(novo);
        }}
        onBlur={() => {
          setTexto(null);
        }}
      />
      <p id={`${id}-ajuda`} className="filters-help" role={valido ? undefined : "alert"}>
        {!valido
          ? `Escreva um número inteiro de 1 a 10.000; continua valendo ${k}.`
          : k > municipios
            ? `Há só ${municipios} municípios: todos os que têm nota entram.`
            : "Quantos municípios a lista escolhe."}
      </p>
    </div>
  );
}

/** The number of places a text stands for, or null. */
export function kDigitado(texto: string): number | null {
  if (!/^[1-9]\d{0,4}$/.test(texto)) return null;
  const k = Number(texto);
  return k <= K_MAXIMO ? k : null;
}
