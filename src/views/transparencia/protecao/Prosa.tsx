import { useTermos } from "../../../ui/glossario/use-glossario.tsx";
import "./partes.css";

/** Paragraphs whose words of the glossary explain themselves. Keep `textos` the same array between renders. */
export function Prosa({ textos }: { readonly textos: readonly string[] }) {
  const ditos = useTermos(textos);
  return ditos.map((dito, i) => <p key={textos[i]}>{dito}</p>);
}
