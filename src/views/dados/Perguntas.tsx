import { useId, useState } from "react";
import type { Question } from "../../data/import/question.ts";

/** More options than this are a list to choose from, not buttons side by side. */
const BOTOES = 7;

/** What only the user can decide about a file; the file is read again with the answers. */
export function Perguntas({
  perguntas,
  jaCarregado,
  onResponder,
}: {
  readonly perguntas: readonly Question[];
  /** Something of the file is in use already. */
  readonly jaCarregado: boolean;
  readonly onResponder: (respostas: ReadonlyMap<string, string>) => void;
}) {
  const id = useId();
  const [respostas, setRespostas] = useState<ReadonlyMap<string, string>>(new Map());
  const abertas = perguntas.filter((pergunta) => !respostas.has(pergunta.id)).length;
  const answer = (pergunta: string, valor: string): void => {
    setRespostas((atual) => new Map([...atual].filter(([known]) => known !== pergunta).concat(valor === "" ? [] : [[pergunta, valor]])));
  };
  return (
    <form
      className="dados-perguntas"
      aria-labelledby={`${id}-titulo`}
      onSubmit={(event) => {
        event.preventDefault();
        if (respostas.size > 0) onResponder(respostas);
      }}
    >
      <h3 id={`${id}-titulo`}>{perguntas.length === 1 ? "Uma pergunta sobre o arquivo" : `${String(perguntas.length)} perguntas sobre o arquivo`}</h3>
      {jaCarregado ? (
        <p>O que dava para ler sem dúvida já está em uso. Com as respostas, o arquivo é lido de novo e o que ficou de fora entra.</p>
      ) : null}
      {perguntas.map((pergunta) => (
        <Pergunta
          key={pergunta.id}
          pergunta={pergunta}
          resposta={respostas.get(pergunta.id) ?? ""}
          onResponder={(valor) => {
            answer(pergunta.id, valor);
          }}
        />
      ))}
      <div className="dados-actions">
        <button type="submit" className="ui-button ui-button-primary" disabled={respostas.size === 0}>
          Ler o arquivo com {perguntas.length === 1 ? "a resposta" : "as respostas"}
        </button>
        {perguntas.length > 1 && abertas > 0 ? (
          <span className="ui-muted" role="status">
            {abertas === 1 ? "Falta 1 resposta" : `Faltam ${String(abertas)} respostas`}; o que ficar sem resposta continua de fora.
          </span>
        ) : null}
      </div>
    </form>
  );
}

function Pergunta({
  pergunta: { pergunta, opcoes },
  resposta,
  onResponder,
}: {
  readonly pergunta: Question;
  readonly resposta: string;
  readonly onResponder: (valor: string) => void;
}) {
  const id = useId();
  if (opcoes.length > BOTOES) {
    return (
      <div className="filters-field">
        <label htmlFor={id}>{pergunta}</label>
        <select
          id={id}
          className="ui-select"
          value={resposta}
          onChange={(event) => {
            onResponder(event.target.value);
          }}
        >
          <option value="">escolha</option>
          {opcoes.map(({ valor, rotulo }) => (
            <option key={valor} value={valor}>
              {rotulo}
            </option>
          ))}
        </select>
      </div>
    );
  }
  return (
    <fieldset className="dados-pergunta">
      <legend>{pergunta}</legend>
      {opcoes.map(({ valor, rotulo }) => (
        <label key={valor} className="dados-opcao">
          <input
            type="radio"
            name={id}
            value={valor}
            checked={resposta === valor}
            onChange={() => {
              onResponder(valor);
            }}
          />
          <span>{rotulo}</span>
        </label>
      ))}
    </fieldset>
  );
}
