/**
 * Turns the shareable state of a page into URL parameters and back. `encode`
 * leaves defaults out; `decode` accepts anything and falls back to defaults for
 * what it does not understand, so that an old link still opens.
 * Law: `decode(encode(e))` equals `e` for every state `e`.
 */
export interface StateCodec<E> {
  readonly decode: (params: Readonly<Record<string, string>>) => E;
  readonly encode: (estado: E) => Record<string, string>;
}
