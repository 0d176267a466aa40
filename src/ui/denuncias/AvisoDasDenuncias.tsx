import { ErrorState } from "../states/ErrorState.tsx";
import { Loading } from "../states/Loading.tsx";
import type { BaseComDenuncias } from "./use-base-com-denuncias.ts";

/** How the figures counted from complaints stand, for a page whose method weighs them; nothing for the others. */
export function AvisoDasDenuncias({ estado, erro, demonstracao }: Pick<BaseComDenuncias, "estado" | "erro" | "demonstracao">) {
  if (estado === "fora") return null;
  if (estado === "carregando") return <Loading rotulo="Contando as denúncias de cada município" />;
  if (erro !== null) {
    return (
      <ErrorState
        titulo="As denúncias não puderam ser contadas"
        mensagem={`${erro.message} As notas abaixo estão sem essa dimensão.`}
        conserto={erro.whatToDo}
        detalhe={erro.detail}
      />
    );
  }
  return (
    <p role="note">
      <strong>Uso interno.</strong> Esta lista conta denúncias por município (só o número de protocolos): publicá-la pode expor quem denunciou.
      {demonstracao
        ? " Agora ela usa registros inventados: mostra como a página funciona e não serve para decidir. Para valer, carregue as denúncias e os andamentos de verdade na página Dados, ou tire a dimensão."
        : ""}
    </p>
  );
}
