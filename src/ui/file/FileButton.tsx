import { useId } from "react";
import "./file-button.css";

export interface FileButtonProps {
  readonly rotulo: string;
  /** Extensions, as in the `accept` of a file field. */
  readonly aceita: string;
  readonly desligado?: boolean;
  readonly onArquivo: (file: File) => void;
}

/** A button that asks for a file. */
export function FileButton({ rotulo, aceita, desligado = false, onArquivo }: FileButtonProps) {
  const id = useId();
  return (
    <span className="file-button">
      <input
        id={id}
        type="file"
        className="ui-hidden"
        accept={aceita}
        disabled={desligado}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          if (file !== undefined) onArquivo(file);
          // The same file chosen again must be read again.
          target.value = "";
        }}
      />
      <label htmlFor={id} className="ui-button">
        {rotulo}
      </label>
    </span>
  );
}
