/**
 * A set of whole numbers from 0 to `tamanho - 1`, a bit each: answers true the first
 * time it is given a number and false after.
 */
export function marcador(tamanho: number): (chave: number) => boolean {
  const bits = new Uint32Array(Math.ceil(tamanho / 32));
  return (chave) => {
    const palavra = chave >>> 5;
    const bit = 1 << (chave & 31);
    const antes = bits[palavra] ?? 0;
    if ((antes & bit) !== 0) return false;
    bits[palavra] = antes | bit;
    return true;
  };
}
