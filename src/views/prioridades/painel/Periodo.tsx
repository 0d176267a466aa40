import { lazy, Suspense, useState } from "react";
import { Loading } from "../../../ui/states/Loading.tsx";
import type { PeriodoCorpoProps } from "./PeriodoCorpo.tsx";

const Corpo = lazy(() =>
  import("./PeriodoCorpo.tsx").catch((error: unknown) => {
    console.error("the comparison of two moments did not load", error);
    return { default: NaoAbriu };
  }),
);

export type PeriodoProps = Omit<PeriodoCorpoProps, "escolhido" | "onEscolher">;

/** "O que mudou": the score beside that of an earlier year. Nothing is loaded, asked or computed before it is opened. */
export function Periodo(props: PeriodoProps) {
  const [aberto, setAberto] = useState(false);
  const [escolhido, setEscolhido] = useState<number | null>(null);
  return (
    <section aria-label="O que mudou">
      <h3>O que mudou</h3>
      <details
        className="prioridades-valores"
        onToggle={(event) => {
          setAberto(event.currentTarget.open);
        }}
      >
        <summary>Comparar com um ano anterior</summary>
        {aberto ? (
          <Suspense fallback={<Loading rotulo="Abrindo a comparação" />}>
            <Corpo {...props} escolhido={escolhido} onEscolher={setEscolhido} />
          </Suspense>
        ) : null}
      </details>
    </section>
  );
}

function NaoAbriu() {
  return <p role="alert">Esta comparação não foi carregada. Recarregue a página para tentar de novo.</p>;
}
