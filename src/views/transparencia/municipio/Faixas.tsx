import { formatNumber } from "../../../core/format.ts";
import type { ComparacaoPublica, FiguraPublica } from "../../../core/publico/municipio.ts";

const LARGURA = 320;
const ALTURA = 26;
const MEIO = 13;
const BORDA = 8;

/**
 * The figure among those of each group, on one scale: a line from the least to the
 * greatest, a band for the half in the middle, a bar for the median, a dot for here.
 * Answers have none: they are counted in the sentence.
 */
export function Faixas({ figura }: { readonly figura: FiguraPublica }) {
  const { porte, regiao, valor, niveis, casas } = figura;
  const grupos = [
    { rotulo: "Mesmo porte", comparacao: porte },
    { rotulo: "Mesma região", comparacao: regiao },
  ].flatMap(({ rotulo, comparacao }) => (comparacao === null ? [] : [{ rotulo, comparacao }]));
  if (niveis !== null || valor === null || grupos.length === 0) return null;
  const de = Math.min(...grupos.map(({ comparacao }) => comparacao.distribuicao.minimo));
  const ate = Math.max(...grupos.map(({ comparacao }) => comparacao.distribuicao.maximo));
  const x = (v: number): number => BORDA + ((v - de) / (ate - de || 1)) * (LARGURA - 2 * BORDA);
  return (
    <div className="municipio-faixas">
      {grupos.map(({ rotulo, comparacao }) => (
        <div key={rotulo} className="municipio-faixa">
          <span className="ui-small" aria-hidden="true">
            {rotulo} ({comparacao.distribuicao.n})
          </span>
          <svg viewBox={`0 0 ${LARGURA} ${ALTURA}`} role="img" aria-label={leitura(rotulo, comparacao, valor, casas)}>
            <Faixa comparacao={comparacao} valor={valor} x={x} />
          </svg>
        </div>
      ))}
      <div className="ui-small ui-muted municipio-faixas-escala" aria-hidden="true">
        <span>{formatNumber(de, casas)}</span>
        <span>● aqui · | mediana · ▬ metade do meio</span>
        <span>{formatNumber(ate, casas)}</span>
      </div>
    </div>
  );
}

function Faixa({ comparacao: { distribuicao }, valor, x }: { readonly comparacao: ComparacaoPublica; readonly valor: number; readonly x: (v: number) => number }) {
  const { minimo, q1, mediana, q3, maximo } = distribuicao;
  return (
    <>
      <path className="municipio-faixa-linha" d={`M${x(minimo)} ${MEIO}H${x(maximo)}`} />
      <rect className="municipio-faixa-meio" x={x(q1)} y={MEIO - 5} width={Math.max(1, x(q3) - x(q1))} height={10} />
      <path className="municipio-faixa-mediana" d={`M${x(mediana)} ${MEIO - 10}v20`} />
      <circle className="municipio-faixa-aqui" cx={x(valor)} cy={MEIO} r={6} />
    </>
  );
}

function leitura(rotulo: string, { distribuicao: { n, minimo, q1, mediana, q3, maximo } }: ComparacaoPublica, valor: number, casas: number): string {
  const f = (v: number): string => formatNumber(v, casas);
  return `${rotulo}, ${n} cidades: aqui ${f(valor)}; mediana ${f(mediana)}; metade delas de ${f(q1)} a ${f(q3)}; de ${f(minimo)} a ${f(maximo)} ao todo.`;
}
