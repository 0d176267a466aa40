import { type ErrorComponentProps, Link, useRouter } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { ErrorState } from "../ui/states/ErrorState.tsx";
import { MissingCode } from "./late-page.tsx";

/** A page that failed while drawing or loading its code. The others keep working. */
export function RouteFailure({ error, reset }: ErrorComponentProps): ReactElement {
  const router = useRouter();
  const detalhe = error instanceof Error ? error.message : String(error);
  if (error instanceof MissingCode) {
    return (
      <div className="shell-message">
        <ErrorState
          titulo="Esta página não chegou"
          mensagem="A parte do aplicativo que desenha esta página não pôde ser baixada. As outras páginas continuam a funcionar."
          conserto="Verifique a conexão e tente de novo: o aplicativo será recarregado neste endereço. Arquivos seus que estejam em uso terão de ser soltos outra vez."
          detalhe={detalhe}
          onTentarDeNovo={() => {
            // The browser answers a second import of the same file from its memory of the first.
            window.location.reload();
          }}
        />
      </div>
    );
  }
  return (
    <div className="shell-message">
      <ErrorState
        titulo="Esta página não pôde ser mostrada"
        mensagem="Houve uma falha ao montar a página. Os dados carregados continuam na memória."
        conserto="Tente de novo; se a falha continuar, recarregue o aplicativo e avise a equipe com o detalhe abaixo."
        detalhe={detalhe}
        onTentarDeNovo={() => {
          reset();
          void router.invalidate();
        }}
      />
    </div>
  );
}

/** An address that is no page of the app. */
export function NotFound(): ReactElement {
  return (
    <div className="shell-message">
      <h1>Página não encontrada</h1>
      <p>
        O endereço não corresponde a nenhuma página do Mirante SUAS. <Link to="/">Ir para a página inicial</Link>
      </p>
    </div>
  );
}
