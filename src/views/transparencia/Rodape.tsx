import { formatDate } from "../../core/format.ts";
import type { Publicacao } from "../../core/publico/publicacao.ts";
import { DemoMark } from "../../ui/states/DemoMark.tsx";
import { enderecoDe } from "./contexto.ts";
import type { BasePublica } from "./parte.ts";

interface RodapeProps {
  readonly publicacao: Publicacao;
  readonly base: BasePublica;
}

/** Which release every figure above is of, and where to go for the rest of it. */
export function Rodape({ publicacao, base }: RodapeProps) {
  const { dataReferencia, hash, extratos } = publicacao;
  return (
    <footer className="transparencia-rodape">
      <p>
        {base.territorio.orgao}. Números até {formatDate(dataReferencia)}. Publicação <code title={hash}>{hash.slice(0, 12)}</code>.{" "}
        {extratos.some(({ demonstracao }) => demonstracao) ? <DemoMark /> : null}
      </p>
      <p className="ui-no-print">
        <a href={enderecoDe("dados")}>Baixar os números</a> · <a href={enderecoDe("protecao")}>Como as pessoas são protegidas</a>
      </p>
    </footer>
  );
}
