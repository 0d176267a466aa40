import type { ReactElement } from "react";
import { formatDate } from "../../core/format.ts";
import { parsePublicacao } from "../../data/publico/ler-publicacao.ts";
import { enderecoDe } from "../../views/transparencia/contexto.ts";
import { useLeitura } from "../../views/transparencia/ler.ts";

/** Which edition this is and until when its figures go; the date arrives with the release. */
export function DataDaPublicacao(): ReactElement {
  const leitura = useLeitura("publicacao.json", parsePublicacao);
  const data = leitura.estado === "pronto" ? formatDate(leitura.valor.dataReferencia) : null;
  return (
    <a
      className="shell-chip"
      href={enderecoDe("dados")}
      aria-label={data === null ? "Edição pública: ver os dados abertos" : `Edição pública, números até ${data}: ver os dados abertos`}
    >
      <span>
        <span className="publico-largo">Edição pública{data === null ? "" : ", até"} </span>
        <span className="publico-estreito">Pública </span>
        {data}
      </span>
    </a>
  );
}
