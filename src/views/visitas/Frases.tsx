/** What became of what was asked, a sentence a line, told as it comes. */
export function Frases({ frases }: { readonly frases: readonly string[] }) {
  return (
    <ul role="status" className="visitas-problemas">
      {frases.map((frase) => (
        <li key={frase}>{frase}</li>
      ))}
    </ul>
  );
}
