import "./states.css";

/** The mark that everything drawn from the made-up complaints and support events carries. */
export function DemoMark() {
  return (
    <strong
      className="states-demo"
      title="Dados inventados para demonstrar o aplicativo; não descrevem nenhum município."
    >
      dados de demonstração
    </strong>
  );
}
