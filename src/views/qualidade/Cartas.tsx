import { useEffect, useMemo, useRef } from "react";
import { compareNames, count, formatDate, formatNumber } from "../../core/format.ts";
import { planejarCartas, type PlanoDasCartas } from "../../core/qualidade/carta.ts";
import type { Contexto } from "./contexto.ts";
import { lugarEmPalavras } from "./frase.ts";

/** Who gets a letter among the municipalities inside the filters, by name. */
export function usePlano(contexto: Contexto): PlanoDasCartas {
  const { avaliacao, livro, marcas, recorte, nomes } = contexto;
  return useMemo(() => {
    const codigos = [...recorte.codigos].sort((a, b) =>
      compareNames(nomes.municipios.get(a) ?? "", nomes.municipios.get(b) ?? ""),
    );
    return planejarCartas(codigos, { avaliacao, livro, marcas });
  }, [avaliacao, livro, marcas, recorte, nomes]);
}

interface CartasProps {
  readonly contexto: Contexto;
  /** The page came back from the letters, and the focus with it. */
  readonly focar: boolean;
}

/** How many letters there are, and the way to them. */
export function Cartas({ contexto, focar }: CartasProps) {
  const abrir = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (focar) abrir.current?.focus();
  }, [focar]);
  const { estado, mudar, nomes, avaliacao, nomesRegioes } = contexto;
  const { abertos, semCarta, resolvidos } = usePlano(contexto);
  const escolhido = estado.municipio;
  return (
    <section className="qualidade-parte" aria-labelledby="qualidade-cartas-titulo">
      <h2 id="qualidade-cartas-titulo">{frase(abertos.size, semCarta.length, lugarEmPalavras(estado, nomesRegioes))}</h2>
      <p className="ui-reading">
        Cada carta diz ao município, em linguagem simples, o que conferir nos dados que ele mesmo informa, no período mais
        novo de cada indicador, e onde corrigir. O que outros órgãos calculam (IBGE, IPEA, Atlas) e o que é de anos
        anteriores fica no quadro, fora das cartas. Data das cartas: {formatDate(avaliacao.dataReferencia)}, a do filtro “Na data”.
        {resolvidos === 0
          ? ""
          : ` ${count(resolvidos, "item conferido ou corrigido ficou", "itens conferidos ou corrigidos ficaram")} de fora.`}
      </p>
      <div className="ui-row">
        <button
          ref={abrir}
          type="button"
          className="ui-button ui-button-primary"
          disabled={abertos.size === 0}
          onClick={() => {
            mudar({ carta: "todas" });
          }}
        >
          Ver {abertos.size === 1 ? "a carta" : `as ${formatNumber(abertos.size)} cartas`}
        </button>
        {escolhido === null || !abertos.has(escolhido) ? null : (
          <button
            type="button"
            className="ui-button"
            onClick={() => {
              mudar({ carta: escolhido });
            }}
          >
            Ver a carta de {nomes.municipios.get(escolhido)}
          </button>
        )}
        {escolhido === null || abertos.has(escolhido) ? null : (
          <p>{nomes.municipios.get(escolhido)} não tem o que conferir nos dados que informa: fica sem carta.</p>
        )}
      </div>
    </section>
  );
}

function frase(com: number, sem: number, lugar: string): string {
  const cartas =
    com === 0
      ? `Nenhuma carta a escrever aos municípios${lugar}`
      : `Cartas para ${count(com, "município", "municípios")}${lugar}`;
  const semNada =
    sem === 0
      ? ""
      : `; ${count(sem, "município não tem", "municípios não têm")} o que conferir e ${sem === 1 ? "fica" : "ficam"} sem carta`;
  return `${cartas}${semNada}.`;
}
