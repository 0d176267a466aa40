import { existsSync, readFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { brotliCompressSync, gzipSync } from "node:zlib";
import sirv from "sirv";
import { type Policy, PUBLIC_POLICY, TECHNICAL_POLICY } from "./csp.ts";

const DIST = fileURLToPath(new URL("../dist", import.meta.url));
const PUBLIC_DIST = fileURLToPath(new URL("../publico-dist", import.meta.url));

const HEADERS: Readonly<Record<string, string>> = {
  "X-Content-Type-Options": "nosniff",
  "Referrer-Policy": "no-referrer",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
};

/**
 * Serves the built folder with the strict policy on every response. Unknown
 * addresses answer 404, never the page: the engine looks for extensions under
 * `/ext` and must be told there are none.
 */
export function createAppServer(dist = DIST, policy: Policy = TECHNICAL_POLICY): Server {
  if (!existsSync(join(dist, "index.html"))) {
    throw new Error(`There is no built app in ${dist}: run "npm run ${policy === PUBLIC_POLICY ? "publish-public" : "build"}" first.`);
  }
  const page = compressPage(withoutMetaPolicy(readFileSync(join(dist, "index.html"), "utf8")));
  const files = sirv(dist, {
    brotli: true,
    gzip: true,
    etag: true,
    setHeaders: (response: ServerResponse, path: string) => {
      const isImmutable = path.startsWith("/assets/");
      response.setHeader("Cache-Control", isImmutable ? "public, max-age=31536000, immutable" : "no-cache");
      if (path.endsWith(".mjs")) response.setHeader("Content-Type", "text/javascript");
      if (/\.(csv|txt)$/.test(path)) response.setHeader("Content-Type", `text/${path.endsWith("csv") ? "csv" : "plain"}; charset=utf-8`);
    },
  });
  const server = createServer((request, response) => {
    response.setHeader("Content-Security-Policy", policy.header);
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
    const address = (request.url ?? "/").split("?")[0];
    if (address === "/" || address === "/index.html") {
      const { body, encoding } = chooseEncoding(page, request.headers["accept-encoding"] ?? "");
      response.writeHead(200, {
        "Content-Type": "text/html; charset=utf-8",
        "Cache-Control": "no-cache",
        Vary: "Accept-Encoding",
        "Content-Length": body.byteLength,
        ...(encoding === null ? {} : { "Content-Encoding": encoding }),
      });
      response.end(request.method === "HEAD" ? undefined : body);
      return;
    }
    files(request, response, () => {
      response.writeHead(404, { "Content-Type": "text/plain; charset=utf-8" });
      response.end("Não encontrado.");
    });
  });
  // Slow links take longer than Node's 5 s default between two requests.
  server.keepAliveTimeout = 65_000;
  return server;
}

/** Serves the built public edition. */
export function createPublicServer(dist = PUBLIC_DIST): Server {
  return createAppServer(dist, PUBLIC_POLICY);
}

/** The page for hosts with headers: the same file without its meta policy, which the header replaces. */
export function withoutMetaPolicy(html: string): string {
  return html.replace(/\s*<meta http-equiv="Content-Security-Policy"[^>]*>/, "");
}

interface CompressedPage {
  readonly plain: Buffer;
  readonly br: Buffer;
  readonly gzip: Buffer;
}

function compressPage(html: string): CompressedPage {
  const plain = Buffer.from(html);
  return { plain, br: brotliCompressSync(plain), gzip: gzipSync(plain) };
}

function chooseEncoding(page: CompressedPage, accepted: string): { body: Buffer; encoding: string | null } {
  if (/\bbr\b/.test(accepted)) return { body: page.br, encoding: "br" };
  if (/\bgzip\b/.test(accepted)) return { body: page.gzip, encoding: "gzip" };
  return { body: page.plain, encoding: null };
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const port = Number(process.env.PORT ?? 4173);
  const isPublic = process.argv.includes("--publico");
  const server = isPublic ? createPublicServer() : createAppServer();
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(
      error.code === "EADDRINUSE"
        ? `Port ${port} is taken: choose another with PORT=4174 npm start.`
        : `The server could not start: ${error.message}`,
    );
    process.exit(1);
  });
  server.listen(port, () => {
    console.log(`Mirante SUAS${isPublic ? ", public edition" : ""}: http://localhost:${port}`);
  });
}
