import type { CasosCarregados } from "./perguntas.ts";

/** One place for each byte and one, the first, for a text that has ended. */
const LUGARES = 257;
const prontas = new WeakMap<CasosCarregados, Int32Array>();

/** Rank of each case by its protocol, read as text; found once for each load, byte by byte from the last (a radix sort). */
export function ordemDosProtocolos(carregados: CasosCarregados): Int32Array {
  const pronta = prontas.get(carregados);
  if (pronta !== undefined) return pronta;
  const { colunas, protocolos, protocoloEm } = carregados;
  const { n } = colunas;
  let maior = 0;
  for (let caso = 0; caso < n; caso += 1) maior = Math.max(maior, (protocoloEm[caso + 1] ?? 0) - (protocoloEm[caso] ?? 0));
  let fila = Int32Array.from({ length: n }, (_, caso) => caso);
  let proxima = new Int32Array(n);
  const lugarDe = new Uint16Array(n);
  for (let posicao = maior - 1; posicao >= 0; posicao -= 1) {
    const em = new Int32Array(LUGARES + 1);
    for (let caso = 0; caso < n; caso += 1) {
      const at = (protocoloEm[caso] ?? 0) + posicao;
      const lugar = at < (protocoloEm[caso + 1] ?? 0) ? (protocolos[at] ?? 0) + 1 : 0;
      lugarDe[caso] = lugar;
      em[lugar + 1] = (em[lugar + 1] ?? 0) + 1;
    }
    // All alike, as in a common beginning: the order does not change.
    if (em.includes(n)) continue;
    for (let lugar = 0; lugar < LUGARES; lugar += 1) em[lugar + 1] = (em[lugar + 1] ?? 0) + (em[lugar] ?? 0);
    for (const caso of fila) {
      const lugar = lugarDe[caso] ?? 0;
      const at = em[lugar] ?? 0;
      proxima[at] = caso;
      em[lugar] = at + 1;
    }
    [fila, proxima] = [proxima, fila];
  }
  const ordem = new Int32Array(n);
  for (let posto = 0; posto < n; posto += 1) ordem[fila[posto] ?? 0] = posto;
  prontas.set(carregados, ordem);
  return ordem;
}
