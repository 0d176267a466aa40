import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Manifest } from "../../../src/data/refresh/manifest.ts";
import type { ExtractId } from "../../../src/data/contracts/contract.ts";

export const sha256 = (bytes: Uint8Array | string): string => createHash("sha256").update(bytes).digest("hex");

export interface Published {
  readonly manifest: Manifest;
  readonly files: ReadonlyMap<string, Buffer>;
}

/** A published folder with these CSVs, dated. */
export function publication(dataReferencia: string, csvs: Partial<Readonly<Record<ExtractId, string>>>): Published {
  const files = new Map<string, Buffer>();
  const arquivos = (Object.entries(csvs) as [ExtractId, string][]).map(([extrato, text]) => {
    const bytes = Buffer.from(text);
    const nome = `${extrato}-${sha256(bytes).slice(0, 16)}.csv`;
    files.set(nome, bytes);
    const linhas = text.trimEnd().split("\n").length - 1;
    return { extrato, nome, linhas, sha256: sha256(bytes), bytes: bytes.length, fonte: "ibge-censo-2022", demonstracao: false };
  });
  const versao = sha256(JSON.stringify([dataReferencia, arquivos])).slice(0, 16);
  return {
    manifest: { aplicativo: "mirante-suas", esquema: 1, territorio: "XX", versao, dataReferencia, arquivos },
    files,
  };
}

type Answer = (request: IncomingMessage, response: ServerResponse) => void;

export interface PublishingServer {
  readonly manifestUrl: string;
  /** Addresses asked for, in order, with the status answered. */
  readonly log: readonly string[];
  readonly publish: (what: Published) => void;
  /** Answers a path of its own instead (`manifest.json`, or the beginning of a file's name), until `heal`. */
  readonly fault: (path: string, answer: Answer) => void;
  readonly heal: () => void;
  readonly forgetLog: () => void;
  readonly close: () => Promise<void>;
}

/** A web server with validators, as a static host is. */
export async function publishingServer(): Promise<PublishingServer> {
  let current: Published | null = null;
  const faults = new Map<string, Answer>();
  const log: string[] = [];
  const server: Server = createServer((request, response) => {
    const path = (request.url ?? "/").replace("/dados/", "");
    response.on("finish", () => log.push(`${path} ${String(response.statusCode)}`));
    const broken = [...faults].find(([start]) => path.startsWith(start))?.[1];
    if (broken !== undefined) broken(request, response);
    else answer(path, request, response);
  });
  function answer(path: string, request: IncomingMessage, response: ServerResponse): void {
    const body = path === "manifest.json" && current !== null ? Buffer.from(JSON.stringify(current.manifest)) : current?.files.get(path);
    if (body === undefined) {
      response.writeHead(404, { "Content-Type": "text/plain" }).end("Não encontrado.");
      return;
    }
    const etag = `"${sha256(body).slice(0, 12)}"`;
    if (request.headers["if-none-match"] === etag) response.writeHead(304, { ETag: etag }).end();
    else response.writeHead(200, { "Content-Type": "text/plain", "Content-Length": body.length, ETag: etag }).end(body);
  }
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    manifestUrl: `http://127.0.0.1:${String(port)}/dados/manifest.json`,
    log,
    publish: (what) => {
      current = what;
    },
    fault: (path, fault) => faults.set(path, fault),
    heal: () => {
      faults.clear();
    },
    forgetLog: () => {
      log.length = 0;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}
