export default function View() {
  return <h1>Em construção</h1>;
}
