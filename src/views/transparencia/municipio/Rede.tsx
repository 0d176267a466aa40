import { useMemo } from "react";
import { secaoDaRede } from "../../../core/publico/municipio-texto.ts";
import { useTermos } from "../../../ui/glossario/use-glossario.tsx";
import { NormaLink } from "../../../ui/norma/NormaLink.tsx";
import type { PaginaProps } from "./props.ts";

/** The norm that sizes a CRAS. */
const NOB_SUAS = "nob-suas-2012";

/** CRAS and CREAS: how many, the nearest, how many families a CRAS is for. */
export function Rede({ municipio, enderecoDe, norma }: PaginaProps) {
  const secao = useMemo(() => secaoDaRede(municipio), [municipio]);
  const frases = useTermos(secao.frases);
  const { rede, fontes } = municipio;
  const nob = norma(NOB_SUAS);
  const fonte = fontes.find(({ id }) => id === rede.fonte);
  return (
    <section aria-labelledby="municipio-rede">
      <h2 id="municipio-rede">{secao.titulo}</h2>
      <ul className="municipio-frases">
        {frases.map((frase, i) => (
          <li key={i}>{frase}</li>
        ))}
      </ul>
      {rede.perto.length === 0 ? null : (
        <p>
          CRAS de outras cidades, do mais perto ao mais longe:{" "}
          {rede.perto.map(({ codigo, nome, km }, i) => (
            <span key={codigo}>
              {i === 0 ? "" : ", "}
              <a href={enderecoDe("municipio", { codigo })}>{nome}</a> ({km} km)
            </span>
          ))}
          .
        </p>
      )}
      <p className="ui-muted ui-small">
        {fonte === undefined ? "" : `Fonte: ${fonte.nome} (${fonte.orgao}). `}As distâncias vão de uma sede a outra, em linha reta: pela estrada é mais.
        {rede.familiasPorCras === null ? null : <> O número de famílias para cada CRAS vem da {nob === null ? "NOB-SUAS, art. 63" : <NormaLink norma={nob} artigo="art. 63" />}.</>}
      </p>
    </section>
  );
}
