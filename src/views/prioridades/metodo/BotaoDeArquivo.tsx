import { useId } from "react";

export interface BotaoDeArquivoProps {
  readonly rotulo: string;
  /** Extensions, as in the `accept` of a file field. */
  readonly aceita: string;
  readonly onArquivo: (file: File) => void;
}

/** A button that asks for a file. */
export function BotaoDeArquivo({ rotulo, aceita, onArquivo }: BotaoDeArquivoProps) {
  const id = useId();
  return (
    <span className="prioridades-botao-arquivo">
      <input
        id={id}
        type="file"
        className="ui-hidden"
        accept={aceita}
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          if (file !== undefined) onArquivo(file);
          // The same file chosen again must be read again.
          event.target.value = "";
        }}
      />
      <label htmlFor={id} className="ui-button">
        {rotulo}
      </label>
    </span>
  );
}
