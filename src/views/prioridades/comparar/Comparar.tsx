import { useCallback, useDeferredValue, useMemo } from "react";
import { formatNumber, formatOrdinal } from "../../../core/format.ts";
import { CsvButton } from "../../../ui/download/CsvButton.tsx";
import { SelectField, type SelectOption } from "../../../ui/filters/SelectField.tsx";
import { DemoMark } from "../../../ui/states/DemoMark.tsx";
import { COMPARADOS } from "../estado.ts";
import { linhaViva } from "../linha-viva.ts";
import type { ParteProps } from "../parte.ts";
import { comparadosDe, fraseDaComparacao } from "./comparacao.ts";
import { CompareTable } from "./CompareTable.tsx";
import { alternar, TITULO_DA_COMPARACAO } from "./escolha.ts";
import "./comparar.css";

/** Up to four municipalities side by side (`estado.comparar`); draws nothing while none is chosen. */
export default function Comparar(props: ParteProps) {
  const { modelo, sorteios, visitas, estado, mudar, cabecalho, dataReferencia } = props;
  // While a handle moves, map and list come first; this follows when there is time.
  const contexto = useDeferredValue(props.contexto);
  const { comparar } = estado;
  const viva = useMemo(() => linhaViva(modelo.metodo.k, sorteios, visitas), [modelo.metodo.k, sorteios, visitas]);
  const chosen = comparar.join(",");
  const comparados = useMemo(
    () => comparadosDe(chosen === "" ? [] : chosen.split(",").map(Number), contexto, viva, dataReferencia),
    [chosen, contexto, viva, dataReferencia],
  );
  const opcoes = useMemo(() => opcoesDe(contexto.municipios, contexto.scores.ranks, chosen), [contexto, chosen]);
  const abrir = useCallback((municipio: number) => mudar({ municipio }), [mudar]);
  const tirar = useCallback(
    (codigo: number) => mudar({ comparar: chosen.split(",").map(Number).filter((outro) => outro !== codigo) }),
    [mudar, chosen],
  );
  if (comparar.length === 0) return null;
  const csv = async (): Promise<string> => {
    const { comparacaoCsv } = await import("./csv.ts");
    return comparacaoCsv(comparados, viva, cabecalho);
  };
  return (
    <section className="prioridades-comparar" aria-labelledby={TITULO_DA_COMPARACAO}>
      <header className="ui-row">
        <h2 id={TITULO_DA_COMPARACAO} tabIndex={-1}>Municípios lado a lado</h2>
        {visitas.demonstracao ? <DemoMark /> : null}
      </header>
      <p aria-live="polite">{fraseDaComparacao(comparados)}</p>
      <CompareTable comparados={comparados} k={viva.k} onAbrir={abrir} onTirar={tirar} />
      <div className="prioridades-comparar-acoes ui-no-print">
        {comparar.length >= COMPARADOS ? (
          <p className="ui-small ui-muted">Já há {COMPARADOS} municípios: tire um para incluir outro.</p>
        ) : (
          <SelectField
            rotulo="Incluir município"
            valor=""
            opcoes={opcoes}
            onMudar={(valor) => {
              if (valor !== "") mudar({ comparar: alternar(comparar, Number(valor)) });
            }}
          />
        )}
        <CsvButton arquivo={`comparacao-${comparar.join("-")}`} csv={csv} />
        <button
          type="button"
          className="ui-button ui-button-quiet"
          onClick={() => {
            mudar({ comparar: [] });
          }}
        >
          Desfazer a comparação
        </button>
      </div>
    </section>
  );
}

/** Everybody who may still enter, in the order of the list; those without a score last. */
function opcoesDe(
  municipios: readonly { readonly codigo: number; readonly nome: string }[],
  ranks: Uint32Array,
  chosen: string,
): SelectOption<string>[] {
  const dentro = new Set(chosen.split(","));
  const restantes = municipios
    .map(({ codigo, nome }, i) => ({ valor: String(codigo), nome, posicao: ranks[i] ?? 0 }))
    .filter(({ valor }) => !dentro.has(valor))
    .sort((a, b) => (a.posicao || Number.POSITIVE_INFINITY) - (b.posicao || Number.POSITIVE_INFINITY) || Number(a.valor) - Number(b.valor));
  return [
    { valor: "", rotulo: `Escolha entre ${formatNumber(restantes.length)}` },
    ...restantes.map(({ valor, nome, posicao }) => ({
      valor,
      rotulo: posicao === 0 ? `${nome} (sem nota)` : `${formatOrdinal(posicao)} ${nome}`,
    })),
  ];
}
