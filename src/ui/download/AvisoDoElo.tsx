import { useState } from "react";
import { outrosDadosNoElo, semElo, type DadosDaPagina } from "./elo.ts";
import "./figure-actions.css";

/** A page that says by itself that its address was made with other figures. */
const DIZ_POR_SI = /[?&]dados=/;

/** The bar that says that the link was made with other data than those in use; it stays until the reader goes on. */
export function AvisoDoElo({ dados }: { readonly dados: DadosDaPagina }) {
  const [visto, setVisto] = useState("");
  const trazido = outrosDadosNoElo(location.href, dados);
  if (trazido === null || trazido === visto || DIZ_POR_SI.test(location.hash)) return null;
  return (
    <div className="elo-aviso ui-no-print" role="alert">
      <p>
        <strong>{dados.nome === "dados" ? "Este link foi feito com outros dados." : "Este link foi feito com outra publicação."}</strong> Os números desta página podem não ser
        os que você viu ou recebeu. O link traz <code>{trazido}</code>; agora {dados.nome === "dados" ? "os dados são" : "a publicação é"} <code>{dados.hash.slice(0, trazido.length)}</code>.
      </p>
      <button
        type="button"
        className="ui-button"
        onClick={() => {
          history.replaceState(history.state, "", semElo(location.href, dados));
          setVisto(trazido);
        }}
      >
        Continuar com os números de agora
      </button>
    </div>
  );
}
