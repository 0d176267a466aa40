import type { CasosCarregados } from "./perguntas.ts";

const prontas = new WeakMap<CasosCarregados, Int32Array>();

/** Rank of each case by its protocol, read as text; found once for each load. */
export function ordemDosProtocolos(carregados: CasosCarregados): Int32Array {
  const pronta = prontas.get(carregados);
  if (pronta !== undefined) return pronta;
  const { colunas, protocolos, protocoloEm } = carregados;
  const compare = (a: number, b: number): number => {
    const [deA, deB] = [protocoloEm[a] ?? 0, protocoloEm[b] ?? 0];
    const [tamanhoA, tamanhoB] = [(protocoloEm[a + 1] ?? 0) - deA, (protocoloEm[b + 1] ?? 0) - deB];
    const comum = Math.min(tamanhoA, tamanhoB);
    for (let i = 0; i < comum; i += 1) {
      const diferenca = (protocolos[deA + i] ?? 0) - (protocolos[deB + i] ?? 0);
      if (diferenca !== 0) return diferenca;
    }
    return tamanhoA - tamanhoB;
  };
  const ordem = new Int32Array(colunas.n);
  for (const [posto, caso] of Int32Array.from({ length: colunas.n }, (_, i) => i).sort(compare).entries()) ordem[caso] = posto;
  prontas.set(carregados, ordem);
  return ordem;
}
