import { createHash } from "node:crypto";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Bases } from "../../../scripts/fetch-official/requests.ts";

/** Municipalities of a made-up service, with real codes and names of Rondônia (UF 11). */
export const PLACES = [
  { codigo: "1100015", nome: "Alta Floresta D'Oeste", populacao: 21_494 },
  { codigo: "1100023", nome: "Ariquemes", populacao: 96_833 },
  { codigo: "1100031", nome: "Cabixi", populacao: 5_351 },
] as const;

export interface Asked {
  readonly path: string;
  readonly url: URL;
  readonly headers: IncomingMessage["headers"];
  readonly at: number;
}

type Answer = (request: IncomingMessage, response: ServerResponse, usual: () => void) => void;

export interface OfficialServer {
  readonly origin: string;
  readonly bases: Bases;
  readonly asked: readonly Asked[];
  /** The next requests to a path that contains `part` are answered so, one each. */
  readonly next: (part: string, ...answers: Answer[]) => void;
  /** What the services hold; may be changed to publish something new. */
  readonly data: { mesesPublicados: string[]; familias: number; semMalha: string | null };
  readonly validators: { etag: boolean; lastModified: boolean; ranges: boolean };
  /** Body bytes sent, faults included. */
  readonly sent: () => number;
  readonly close: () => Promise<void>;
}

/** MI Social, SIDRA, localidades and malhas as they answer, on one local host. `clock` stamps the requests. */
export async function officialServer(clock: () => number = Date.now): Promise<OfficialServer> {
  const asked: Asked[] = [];
  const faults: { part: string; answer: Answer }[] = [];
  const data: OfficialServer["data"] = { mesesPublicados: ["202601", "202602"], familias: 1_000, semMalha: null };
  const validators: OfficialServer["validators"] = { etag: true, lastModified: true, ranges: true };
  let sent = 0;
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://host");
    asked.push({ path: url.pathname, url, headers: request.headers, at: clock() });
    const usual = (): void => {
      const { status, type, body } = contentOf(url, data);
      sent += serve(request, response, status, type, Buffer.from(body), validators);
    };
    const index = faults.findIndex(({ part }) => url.href.includes(part));
    const [fault] = index === -1 ? [] : faults.splice(index, 1);
    if (fault === undefined) usual();
    else fault.answer(request, response, usual);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const origin = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return {
    origin,
    bases: {
      misocial: `${origin}/sagi/servicos/misocial`,
      sidra: `${origin}/values`,
      localidades: `${origin}/api/v1/localidades`,
      malhas: `${origin}/api/v3/malhas`,
    },
    asked,
    next: (part, ...answers) => faults.push(...answers.map((answer) => ({ part, answer }))),
    data,
    validators,
    sent: () => sent,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        server.closeAllConnections();
      }),
  };
}

const ROW_FIELDS: Readonly<Record<string, (i: number, familias: number) => string>> = {
  cadun_qtd_familias_cadastradas_i: (i, familias) => String(familias + i),
  cadun_qtd_pessoas_cadastradas_i: (i, familias) => String(3 * familias + i),
  qtd_familias_beneficiarias_bolsa_familia: (i) => String(500 + i),
  bpc_ben_i: () => "0",
};

/** What each service answers to an address, as text. */
export function contentOf(url: URL, { mesesPublicados, familias, semMalha }: OfficialServer["data"]): { status: number; type: string; body: string } {
  if (url.pathname.endsWith("/misocial")) {
    const filters = url.searchParams.getAll("fq");
    const [, first = "", last = ""] = /^anomes_s:\[(\d{6}) TO (\d{6})\]$/m.exec(filters.join("\n")) ?? [];
    const codes = filters.find((filter) => filter.startsWith("codigo_ibge:")) ?? "";
    const fields = (url.searchParams.get("fl") ?? "").split(",");
    const rows = mesesPublicados
      .filter((month) => month >= first && month <= last)
      .flatMap((month) =>
        PLACES.filter(({ codigo }) => codes === "codigo_ibge:11*" || codes.includes(`"${codigo.slice(0, 6)}"`)).map(({ codigo }, i) => ({
          codigo_ibge: codigo.slice(0, 6),
          anomes_s: month,
          ...Object.fromEntries(Object.entries(ROW_FIELDS).map(([name, value]) => [name, value(i, familias)])),
        })),
      );
    if (url.searchParams.get("wt") === "json") {
      const body = JSON.stringify({ responseHeader: { status: 0 }, response: { numFound: rows.length, start: 0, docs: rows } });
      return { status: 200, type: "application/json;charset=utf-8", body };
    }
    const lines = rows.map((row) => fields.map((field) => (row as Record<string, string>)[field] ?? "").join(","));
    return { status: 200, type: "text/plain;charset=utf-8", body: `${[fields.join(","), ...lines].join("\n")}\n` };
  }
  const sidra = /^\/values\/t\/(\d+)\/n6\/in%20n3%2011\/v\/(\d+)\/p\/(?:all|last)$/.exec(url.pathname);
  if (sidra !== null) {
    const labels = { NC: "Nível Territorial (Código)", NN: "Nível Territorial", MC: "Unidade de Medida (Código)", MN: "Unidade de Medida", V: "Valor", D1C: "Município (Código)", D1N: "Município", D2C: "Variável (Código)", D2N: "Variável", D3C: "Ano (Código)", D3N: "Ano" };
    const isCensus = sidra[1] === "4709";
    const rows = PLACES.map(({ codigo, nome, populacao }) => ({
      NC: "6", NN: "Município", MC: "45", MN: "Pessoas", V: String(populacao + (isCensus ? 0 : 100)), D1C: codigo, D1N: `${nome} (RO)`,
      D2C: sidra[2], D2N: isCensus ? "População residente" : "População residente estimada", D3C: isCensus ? "2022" : "2025", D3N: isCensus ? "2022" : "2025",
    }));
    return { status: 200, type: "application/json; charset=utf-8", body: JSON.stringify([labels, ...rows]) };
  }
  if (url.pathname === "/api/v1/localidades/estados/11/municipios") {
    const body = PLACES.map(({ codigo, nome }) => ({ id: Number(codigo), nome, microrregiao: { id: 11_006, nome: "Cacoal" } }));
    return { status: 200, type: "application/json; charset=UTF-8", body: JSON.stringify(body) };
  }
  if (url.pathname === "/api/v3/malhas/estados/11") {
    const features = PLACES.filter(({ codigo }) => codigo !== semMalha).map(({ codigo }) => ({
      type: "Feature",
      geometry: { type: "Polygon", coordinates: [[[-62, -12], [-61, -12], [-61, -11], [-62, -12]]] },
      properties: { codarea: codigo },
    }));
    return { status: 200, type: "application/vnd.geo+json", body: JSON.stringify({ type: "FeatureCollection", features }) };
  }
  return { status: 404, type: "text/plain", body: "Not found" };
}

export const MODIFIED = "Wed, 01 Jul 2026 10:00:00 GMT";

function serve(request: IncomingMessage, response: ServerResponse, status: number, type: string, body: Buffer, { etag, lastModified, ranges }: OfficialServer["validators"]): number {
  const tag = `"${createHash("sha256").update(body).digest("hex").slice(0, 12)}"`;
  const headers = {
    "Content-Type": type,
    ...(etag ? { ETag: tag } : {}),
    ...(lastModified ? { "Last-Modified": MODIFIED } : {}),
    ...(ranges ? { "Accept-Ranges": "bytes" } : {}),
  };
  const { "if-none-match": noneMatch, "if-range": ifRange, range } = request.headers;
  if (etag && noneMatch === tag) {
    response.writeHead(304, headers).end();
    return 0;
  }
  const start = Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? Number.NaN);
  if (ranges && !Number.isNaN(start) && (ifRange === tag || ifRange === MODIFIED)) {
    if (start >= body.length) {
      response.writeHead(416, { ...headers, "Content-Range": `bytes */${String(body.length)}` }).end();
      return 0;
    }
    const rest = body.subarray(start);
    const span = `bytes ${String(start)}-${String(body.length - 1)}/${String(body.length)}`;
    response.writeHead(206, { ...headers, "Content-Length": rest.length, "Content-Range": span }).end(rest);
    return rest.length;
  }
  response.writeHead(status, { ...headers, "Content-Length": body.length }).end(body);
  return body.length;
}

/** Sends the headers of the usual answer and its first `bytes`, then breaks the connection. */
export const cutAfter =
  (bytes: number, data: OfficialServer["data"]): Answer =>
  (request, response) => {
    const { type, body } = contentOf(new URL(request.url ?? "/", "http://host"), data);
    const whole = Buffer.from(body);
    const tag = `"${createHash("sha256").update(whole).digest("hex").slice(0, 12)}"`;
    response.writeHead(200, { "Content-Type": type, "Content-Length": whole.length, ETag: tag, "Accept-Ranges": "bytes" });
    response.write(whole.subarray(0, bytes), () => setTimeout(() => response.destroy(), 150));
  };

/** The same without an end: the connection stays open and silent. */
export const stallAfter =
  (bytes: number, data: OfficialServer["data"]): Answer =>
  (request, response) => {
    const { type, body } = contentOf(new URL(request.url ?? "/", "http://host"), data);
    const whole = Buffer.from(body);
    const tag = `"${createHash("sha256").update(whole).digest("hex").slice(0, 12)}"`;
    response.writeHead(200, { "Content-Type": type, "Content-Length": whole.length, ETag: tag, "Accept-Ranges": "bytes" });
    response.write(whole.subarray(0, bytes));
  };

export const status =
  (code: number, headers: Readonly<Record<string, string>> = {}, body = "erro"): Answer =>
  (_request, response) =>
    response.writeHead(code, headers).end(body);

export const says =
  (body: string | Buffer, type = "application/json"): Answer =>
  (_request, response) =>
    response.writeHead(200, { "Content-Type": type }).end(body);
