import type { ReactElement, ReactNode } from "react";
import { ErrorState } from "../../ui/states/ErrorState.tsx";
import { Loading } from "../../ui/states/Loading.tsx";
import type { Leitura } from "./parte.ts";

interface LidoProps<T> {
  readonly leitura: Leitura<T>;
  /** What is being read: "lendo o relatório de 2024". */
  readonly rotulo: string;
  /** Height kept while reading (CSS length), so that nothing jumps. */
  readonly altura?: string;
  readonly children: (valor: T) => ReactNode;
}

/** What was read of the release, or that it is on its way, or why it did not come, with a retry. */
export function Lido<T>({ leitura, rotulo, altura = "16rem", children }: LidoProps<T>): ReactElement {
  if (leitura.estado === "carregando") return <Loading rotulo={rotulo} altura={altura} />;
  if (leitura.estado === "erro") {
    return (
      <ErrorState
        titulo="Estes números não chegaram"
        mensagem={leitura.erro.mensagem}
        conserto={leitura.erro.conserto}
        detalhe={leitura.erro.detalhe}
        onTentarDeNovo={leitura.tentarDeNovo}
      />
    );
  }
  return <>{children(leitura.valor)}</>;
}
