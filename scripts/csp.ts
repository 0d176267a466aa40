const COMMON = [
  "default-src 'none'",
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

const TECHNICAL = [...COMMON, "script-src 'self' 'wasm-unsafe-eval'"];

/** The public edition has no engine: no WebAssembly and no worker. */
const PUBLIC = [...COMMON, "script-src 'self'", "worker-src 'none'"];

/** What a page may do, as a header and as a `<meta>` of the page for hosts that cannot send headers. */
export interface Policy {
  readonly header: string;
  readonly meta: string;
}

/**
 * The header goes on every response, worker scripts included. A page's meta policy
 * does not bind a worker loaded from an address, so there the engine's worker
 * starts from a blob, which inherits it.
 */
export const TECHNICAL_POLICY: Policy = {
  header: [...TECHNICAL, "worker-src 'self'", "frame-ancestors 'none'"].join("; "),
  meta: [...TECHNICAL, "worker-src 'self' blob:"].join("; "),
};

/** A public page may stand in a frame of the state's own site: its host decides that, not the page. */
export const PUBLIC_POLICY: Policy = { header: [...PUBLIC, "frame-ancestors 'self'"].join("; "), meta: PUBLIC.join("; ") };
