import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { Norma } from "../../core/territorio.ts";
import { HELD } from "../held-query.ts";
import { Loading } from "../states/Loading.tsx";
import "./com-quem-falar.css";

export interface ComQuemFalarProps {
  /** Reads the territory's `apoio.json`; called when the card is first opened. */
  readonly lerPacto: () => Promise<unknown>;
  /** The territory's norms, among them that of the pact. */
  readonly normas: readonly Norma[];
  /** Theme being read; none where a municipality is. */
  readonly tema?: string;
}

/**
 * Which office answers for a theme, folded away inside a panel: neither the card nor the
 * pact is loaded before it is opened.
 */
export function ComQuemFalar({ lerPacto, normas, tema }: ComQuemFalarProps) {
  const [aberto, setAberto] = useState(false);
  const { data, isError, isFetching } = useQuery({
    queryKey: ["pacto", "com-quem-falar"],
    queryFn: async () => {
      const [{ CartaoPorTema }, { parsePacto }, padrao] = await Promise.all([import("./CartaoPorTema.tsx"), import("../../data/apoio/pacto.ts"), lerPacto()]);
      return { Cartao: CartaoPorTema, pacto: parsePacto(padrao) };
    },
    enabled: aberto,
    ...HELD,
  });
  return (
    <details
      className="apoio-com-quem-falar"
      onToggle={(event) => {
        setAberto(event.currentTarget.open);
      }}
    >
      <summary>{tema === undefined ? "Com quem falar sobre cada assunto" : "Com quem falar sobre este tema"}</summary>
      {!aberto ? null : data !== undefined ? (
        data.pacto.coordenacoes.length === 0 ? (
          <p>Os dados deste território não dizem quem responde por cada assunto.</p>
        ) : (
          <data.Cartao pacto={data.pacto} norma={normas.find(({ id }) => id === data.pacto.norma) ?? null} {...(tema === undefined ? {} : { tema })} />
        )
      ) : isError && !isFetching ? (
        <p role="alert">Os contatos não foram carregados. Recarregue a página para tentar de novo.</p>
      ) : (
        <Loading rotulo="Lendo os contatos" />
      )}
    </details>
  );
}
