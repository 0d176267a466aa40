import "./dossie.css";

/** Address of what is known of a municipality, under the method in force (the text of the address; empty for the default). */
export function enderecoDoDossie(codigo: number, metodo: string): string {
  const params = new URLSearchParams({ municipio: String(codigo), ...(metodo === "" ? {} : { metodo }) });
  return `#/prioridades?${params.toString()}`;
}

/** A municipality's name, which opens what is known of it. */
export function Dossie({ codigo, nome, metodo }: { readonly codigo: number; readonly nome: string; readonly metodo: string }) {
  return (
    <a className="visitas-dossie" href={enderecoDoDossie(codigo, metodo)}>
      {nome}
    </a>
  );
}
