import { useId } from "react";
import "./filters.css";

export interface SelectOption<V extends string> {
  readonly valor: V;
  readonly rotulo: string;
  /** Heading the option stands under. */
  readonly grupo?: string;
}

export interface SelectFieldProps<V extends string> {
  readonly rotulo: string;
  readonly valor: V;
  readonly opcoes: readonly SelectOption<V>[];
  readonly onMudar: (valor: V) => void;
  /** One sentence of help beside the field. */
  readonly ajuda?: string;
}

/** A labelled native select; options of the same `grupo` stand together. */
export function SelectField<V extends string>({
  rotulo,
  valor,
  opcoes,
  onMudar,
  ajuda,
}: SelectFieldProps<V>) {
  const id = useId();
  const groups = new Map<string, SelectOption<V>[]>();
  for (const opcao of opcoes) {
    const key = opcao.grupo ?? "";
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [opcao]);
    else group.push(opcao);
  }
  const draw = (group: readonly SelectOption<V>[]) =>
    group.map((opcao) => (
      <option key={opcao.valor} value={opcao.valor}>
        {opcao.rotulo}
      </option>
    ));
  return (
    <div className="filters-field">
      <label htmlFor={id}>{rotulo}</label>
      <select
        id={id}
        className="ui-select"
        value={valor}
        aria-describedby={ajuda === undefined ? undefined : `${id}-ajuda`}
        onChange={(event) => {
          const chosen = opcoes.find((opcao) => opcao.valor === event.target.value);
          if (chosen !== undefined) onMudar(chosen.valor);
        }}
      >
        {[...groups].map(([grupo, group]) =>
          grupo === "" ? (
            draw(group)
          ) : (
            <optgroup key={grupo} label={grupo}>
              {draw(group)}
            </optgroup>
          ),
        )}
      </select>
      {ajuda === undefined ? null : (
        <p id={`${id}-ajuda`} className="filters-help">
          {ajuda}
        </p>
      )}
    </div>
  );
}
