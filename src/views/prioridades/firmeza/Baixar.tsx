import { TableCsvButton, type TableCsvButtonProps } from "../../../ui/download/CsvButton.tsx";

interface BaixarProps<R> extends Omit<TableCsvButtonProps<R>, "children" | "discreto"> {
  /** What the file holds: "da firmeza". */
  readonly rotulo: string;
}

/** The rows of the table above as CSV. */
export function Baixar<R>({ rotulo, ...rest }: BaixarProps<R>) {
  return (
    <p className="prioridades-baixar ui-no-print">
      <TableCsvButton {...rest} discreto>
        Baixar CSV<span className="ui-hidden"> {rotulo}</span>
      </TableCsvButton>
    </p>
  );
}
