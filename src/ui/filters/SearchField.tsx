import { useEffect, useId, useRef } from "react";
import { useDraft } from "./use-draft.ts";
import "./filters.css";

export interface SearchFieldProps {
  readonly rotulo: string;
  readonly valor: string;
  /** Called at each keystroke: give it to the URL with `replace`. */
  readonly onMudar: (valor: string) => void;
  /** The key `/` brings the focus here from anywhere in the page; default true. */
  readonly atalho?: boolean;
  /** Names suggested while typing. */
  readonly sugestoes?: readonly string[];
}

/** A labelled search box; Escape clears it, `/` brings the focus to it. */
export function SearchField({
  rotulo,
  valor,
  onMudar,
  atalho = true,
  sugestoes = [],
}: SearchFieldProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [draft, write] = useDraft(valor);

  useEffect(() => {
    if (!atalho) return;
    const focus = (event: KeyboardEvent): void => {
      if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
      if (isTyping(event.target)) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    document.addEventListener("keydown", focus);
    return () => {
      document.removeEventListener("keydown", focus);
    };
  }, [atalho]);

  const change = (text: string): void => {
    write(text);
    onMudar(text);
  };
  return (
    <div className="filters-field">
      <label htmlFor={id}>
        {rotulo}
        {atalho ? (
          <kbd className="filters-key" aria-hidden="true">
            /
          </kbd>
        ) : null}
      </label>
      <input
        ref={input}
        id={id}
        className="ui-input"
        type="search"
        value={draft}
        autoComplete="off"
        spellCheck={false}
        aria-keyshortcuts={atalho ? "/" : undefined}
        list={sugestoes.length > 0 ? `${id}-lista` : undefined}
        onChange={(event) => {
          change(event.target.value);
        }}
        onKeyDown={(event) => {
          if (event.key === "Escape" && draft !== "") {
            event.stopPropagation();
            change("");
          }
        }}
      />
      {sugestoes.length > 0 ? (
        <datalist id={`${id}-lista`}>
          {sugestoes.map((text) => (
            <option key={text} value={text} />
          ))}
        </datalist>
      ) : null}
    </div>
  );
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, dialog") !== null)
  );
}
