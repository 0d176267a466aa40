const COMMON = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "connect-src 'self'",
  "style-src 'self'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "manifest-src 'self'",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types default",
];

/** Policy for hosts that send headers; goes on every response, worker scripts included. */
export const POLICY_HEADER = [...COMMON, "worker-src 'self'", "frame-ancestors 'none'"].join("; ");

/**
 * Policy for hosts that cannot send headers, as a `<meta>` of the page. A page's
 * meta policy does not bind a worker loaded from an address, so here the engine's
 * worker starts from a blob, which inherits it.
 */
export const POLICY_META = [...COMMON, "worker-src 'self' blob:"].join("; ");
