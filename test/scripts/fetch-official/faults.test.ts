import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { desk } from "./desk.ts";
import { contentOf, cutAfter, says, stallAfter, status } from "./official-server.ts";

const at = desk();
const FILE = "localidades-ro.json";
const ONLY = { only: ["localidades"] } as const;

/** What the service has for a file, as it would send it. */
function wanted(): string {
  return contentOf(new URL("http://host/api/v1/localidades/estados/11/municipios"), at().server.data).body;
}

describe("a passing fault", () => {
  it.each([
    ["an internal error", () => status(500), "O servidor respondeu 500."],
    ["a bad gateway", () => status(502), "O servidor respondeu 502."],
    ["a body cut by the connection", () => cutAfter(40, at().server.data), "A conexão falhou"],
    ["silence in the middle of a body", () => stallAfter(40, at().server.data), "O servidor parou de responder."],
    ["silence", () => () => undefined, "O servidor parou de responder."],
    ["a closed connection", () => (request: { socket: { destroy: () => void } }) => request.socket.destroy(), "A conexão falhou"],
  ])("(%s) is tried again after a wait that grows, and the file comes whole", async (_name, fault, said) => {
    const { server, run, text, lines, waits, files } = at();
    server.next("localidades", fault(), fault());
    const { novos, falhas } = await run(ONLY);
    expect([novos, falhas]).toEqual([[FILE], []]);
    expect(text(FILE)).toBe(wanted());
    expect(lines[1]).toContain(`  ${said}`);
    expect(lines[1]).toMatch(/ Nova tentativa em \d,\d s\.$/);
    expect(waits).toHaveLength(2);
    expect(waits[0]).toBeGreaterThanOrEqual(500);
    expect(waits[0]).toBeLessThanOrEqual(1000);
    expect(waits[1]).toBeGreaterThanOrEqual(1000);
    expect(waits[1]).toBeLessThanOrEqual(2000);
    expect(files()).toEqual([FILE, "proveniencia.json"]);
  });

  it.each([
    ["503 with seconds", 503, "17", 17_000],
    ["429 with a date", 429, "Sun, 22 Nov 2026 12:00:45 GMT", 45_000],
    ["503 with nonsense, which is as if it said nothing", 503, "logo mais", null],
    ["429 with a date gone by", 429, "Sun, 22 Nov 2026 11:00:00 GMT", null],
  ])("(%s) is waited out as the server asks", async (_name, code, after, expected) => {
    const { server, run, waits } = at();
    server.next("localidades", status(code, { "Retry-After": after }));
    expect((await run(ONLY)).novos).toEqual([FILE]);
    if (expected === null) expect(waits[0]).toBeLessThanOrEqual(1000);
    else expect(waits).toEqual([expected]);
  });

  it("that would have to be waited out for long is left for later, in words", async () => {
    const { server, run, waits } = at();
    server.next("localidades", status(503, { "Retry-After": "7200" }));
    expect((await run(ONLY)).falhas).toEqual([
      { arquivo: FILE, motivo: "O servidor respondeu 503. O servidor pede para esperar 120 min.", conserto: "Rode o comando de novo depois disso." },
    ]);
    expect(waits).toEqual([]);
  });

  it("that does not pass is given up after the tries, and the other files come", async () => {
    const { server, run, files, lines } = at();
    server.next("localidades", status(500), status(500), status(500));
    const { novos, falhas } = await run({ only: ["sidra", "localidades", "malhas"] });
    expect(falhas).toEqual([{ arquivo: FILE, motivo: "O servidor respondeu 500. Foram 3 tentativas.", conserto: "Tente de novo mais tarde." }]);
    expect(novos).toEqual(["sidra-ro-t4709.json", "sidra-ro-t6579.json", "malhas-ro.geojson"]);
    expect(files()).not.toContain(FILE);
    expect(lines).toContain("  Não veio: O servidor respondeu 500. Foram 3 tentativas. Tente de novo mais tarde.");
  });

  it("(a body shorter than announced, which the connection did not notice) is tried again", async () => {
    const { run, lines, text } = at();
    let turns = 0;
    const short = (input: string | URL | Request, init?: RequestInit): Promise<Response> => {
      turns += 1;
      return turns === 1 ? Promise.resolve(new Response("[]", { headers: { "content-length": "500" } })) : fetch(input, init);
    };
    const world = { fetch: short, now: Date.now, sleep: () => Promise.resolve(), random: () => 0, print: (line: string) => lines.push(line) };
    await run({ ...ONLY, world });
    expect(lines[1]).toBe("  A resposta chegou cortada (2 de 500 bytes). Nova tentativa em 0,5 s.");
    expect(text(FILE)).toBe(wanted());
  });

  it("waits as long in every run with the same seed", async () => {
    const { server, run, waits } = at();
    server.next("localidades", status(500), status(500));
    await run(ONLY);
    const first = waits.splice(0);
    server.next("localidades", status(500), status(500));
    await run(ONLY);
    expect(waits).toEqual(first);
  });
});

describe("an interrupted file", () => {
  it("goes on where it stopped, and only the rest is sent", async () => {
    const { server, run, text } = at();
    server.next("localidades", cutAfter(100, server.data));
    await run(ONLY);
    const [first, second] = server.asked;
    expect(first?.headers.range).toBeUndefined();
    expect(second?.headers.range).toBe("bytes=100-");
    expect(second?.headers["if-range"]).toMatch(/^"[0-9a-f]{12}"$/);
    expect(server.sent()).toBe(Buffer.byteLength(wanted()) - 100);
    expect(text(FILE)).toBe(wanted());
    expect(JSON.parse(text("proveniencia.json"))).toMatchObject({ arquivos: [{ status: 206, bytes: Buffer.byteLength(wanted()) }] });
  });

  it("that changed meanwhile comes anew: never half of the one and half of the other", async () => {
    const { server, run, text } = at();
    const old = wanted();
    server.next("localidades", cutAfter(100, server.data), (_request, response) => {
      response.writeHead(200, { ETag: '"novo"' }).end(JSON.stringify([{ id: 1_100_015, nome: "Outro nome" }]));
    });
    await run(ONLY);
    expect(server.asked[1]?.headers.range).toBe("bytes=100-");
    expect(text(FILE)).toBe('[{"id":1100015,"nome":"Outro nome"}]');
    expect(text(FILE)).not.toBe(old);
  });

  it.each([
    ["whose server has no ranges", { ranges: false, etag: true, lastModified: true }],
    ["whose server has no validators", { ranges: true, etag: false, lastModified: false }],
  ])("%s starts over", async (_name, validators) => {
    const { server, run, text } = at();
    Object.assign(server.validators, validators);
    server.next("localidades", (_request, response) => {
      response.writeHead(200, validators.ranges ? {} : { ETag: '"a"', "Accept-Ranges": "none" });
      response.write(wanted().slice(0, 50), () => setTimeout(() => response.destroy(), 150));
    });
    await run(ONLY);
    expect(server.asked[1]?.headers.range).toBeUndefined();
    expect(text(FILE)).toBe(wanted());
  });

  it.each([
    ["answers another range than the one asked for", status(206, { "Content-Range": "bytes 0-9/500" }, "0123456789")],
    ["says the range is not there", status(416, { "Content-Range": "bytes */50" })],
  ])("whose server %s starts over", async (_name, answer) => {
    const { server, run, text } = at();
    server.next("localidades", cutAfter(100, server.data), answer);
    await run(ONLY);
    expect(server.asked.map(({ headers }) => headers.range)).toEqual([undefined, "bytes=100-", undefined]);
    expect(text(FILE)).toBe(wanted());
  });

  it("by the user has no file of its name, and the next run goes on from there", async () => {
    const { server, run, text, files } = at();
    const stop = new AbortController();
    server.next("localidades", stallAfter(100, server.data));
    const running = run({ ...ONLY, signal: stop.signal, timeouts: { answerMs: 5000, silenceMs: 5000 } });
    setTimeout(() => stop.abort(), 150);
    await expect(running).rejects.toThrow();
    expect(files()).toEqual([`${FILE}.part`, `${FILE}.part.json`]);
    await run(ONLY);
    expect(server.asked[1]?.headers.range).toBe("bytes=100-");
    expect(text(FILE)).toBe(wanted());
    expect(files()).toEqual([FILE, "proveniencia.json"]);
  });

  it("of another request is not continued", async () => {
    const { server, run, text, dir } = at();
    writeFileSync(join(dir, `${FILE}.part`), "[{");
    writeFileSync(join(dir, `${FILE}.part.json`), JSON.stringify({ url: "http://outro/", validator: '"x"' }));
    await run(ONLY);
    expect(server.asked[0]?.headers.range).toBeUndefined();
    expect(text(FILE)).toBe(wanted());
    expect(existsSync(join(dir, `${FILE}.part`))).toBe(false);
  });
});

describe("redirects", () => {
  it("are followed, each hop in its turn, and the provenance says where the file came from", async () => {
    const { server, run, text } = at();
    server.next("localidades", status(302, { Location: "/novo/lugar" }));
    server.next("/novo/lugar", status(301, { Location: `${server.origin}/api/v1/localidades/estados/11/municipios` }));
    expect((await run({ ...ONLY, intervalMs: 1000 })).novos).toEqual([FILE]);
    expect(server.asked.map((request) => request.at - (server.asked[0]?.at ?? 0))).toEqual([0, 1000, 2000]);
    const [entry] = (JSON.parse(text("proveniencia.json")) as { arquivos: { url: string; urlFinal: string }[] }).arquivos;
    expect(entry?.urlFinal).toBe(`${server.origin}/api/v1/localidades/estados/11/municipios`);
  });

  it("that go round are left", async () => {
    const { server, run } = at();
    server.next("localidades", ...Array.from({ length: 6 }, () => status(302, { Location: "/api/v1/localidades/estados/11/municipios" })));
    expect((await run(ONLY)).falhas[0]?.motivo).toBe("O servidor mandou a outro endereço vezes demais.");
  });

  it("from https to http are refused", async () => {
    const { run, lines } = at();
    const elsewhere = (): Promise<Response> => Promise.resolve(new Response(null, { status: 302, headers: { location: "http://exemplo.invalid/x" } }));
    const world = { fetch: elsewhere, now: Date.now, sleep: () => Promise.resolve(), random: () => 0, print: (line: string) => lines.push(line) };
    const bases = { ...at().server.bases, localidades: "https://exemplo.invalid/api" };
    expect((await run({ ...ONLY, world, bases })).falhas).toEqual([
      { arquivo: FILE, motivo: "O servidor mandou a um endereço sem segurança (exemplo.invalid).", conserto: "Confira o endereço base com o órgão." },
    ]);
  });
});

const PAGE = '<!DOCTYPE html>\n<html><head><title>Portal de Acesso</title></head><body>Entre com sua conta</body></html>';
const refusing = (path: string, body: string | Buffer, motivo: string) => [path, says(body, "text/html"), motivo] as const;
const SIDRA_LABELS = { V: "Valor", D1C: "Município (Código)", D2C: "Variável (Código)" };
const HEADER = "codigo_ibge,anomes_s";

describe("an answer that is not what was asked for", () => {
  it.each([
    refusing("localidades", PAGE, "Veio uma página da internet (“Portal de Acesso”) em vez dos dados."),
    refusing("misocial", PAGE, "Veio uma página da internet (“Portal de Acesso”) em vez dos dados."),
    refusing("malhas", `\ufeff\n${PAGE}`, "Veio uma página da internet (“Portal de Acesso”) em vez dos dados."),
    refusing("localidades", "", "A resposta veio vazia."),
    refusing("localidades", wantedCut(), "A resposta não é JSON, ou chegou cortada (“[{\"id\":1100015,\"nome\":\"Alt”)."),
    refusing("localidades", "[]", "A resposta não é uma lista de municípios do IBGE."),
    refusing("localidades", '{"erro":"x"}', "A resposta não é uma lista de municípios do IBGE."),
    refusing("localidades", '[{"id":5100102,"nome":"Acorizal"}]', "Veio o código 5100102, que não é de município de Rondônia."),
    refusing("localidades", '[{"id":1100015,"nome":"A"},{"id":1100015,"nome":"A"}]', "A resposta repete municípios."),
    refusing("localidades", Buffer.from([0x5b, 0xe7, 0x5d]), "A resposta não é texto em UTF-8."),
    refusing("malhas", '{"type":"FeatureCollection","features":[]}', "A resposta não é uma malha de municípios em GeoJSON."),
    refusing("malhas", '{"type":"FeatureCollection","features":[{"properties":{"codarea":"11"},"geometry":{"type":"Polygon","coordinates":[[]]}}]}', "Veio o código 11, que não é de município de Rondônia."),
    refusing("t/4709", "Tabela 4709: parâmetro v inválido", "A resposta não é JSON, ou chegou cortada (“Tabela 4709: parâmetro v inválido”)."),
    refusing("t/4709", "[]", "A resposta não é uma tabela do SIDRA."),
    refusing("t/4709", JSON.stringify([{ V: "Valor" }, { V: "1" }]), "A tabela do SIDRA veio sem o município ou a variável."),
    refusing("t/4709", JSON.stringify([SIDRA_LABELS, { V: "1", D1C: "1100015", D2C: "9324" }]), "Veio a variável 9324 em vez da 93."),
    refusing("t/4709", JSON.stringify([SIDRA_LABELS, { V: "um", D1C: "1100015", D2C: "93" }]), "Veio o valor um, que não é número nem marca do SIDRA."),
    refusing("t/4709", JSON.stringify([SIDRA_LABELS, { V: "1", D1C: "11", D2C: "93" }]), "Veio o código 11, que não é de município de Rondônia."),
    refusing("misocial", "erro interno", "A tabela veio sem as colunas codigo_ibge, anomes_s."),
    refusing("misocial", `${HEADER}\n`, "Não há nenhuma linha para os meses pedidos."),
    refusing("misocial", `${HEADER}\n110001,202601\n110002,2026`, "A tabela chegou cortada no meio de uma linha."),
    refusing("misocial", `${HEADER}\n110001,202601\n110002\n`, "A resposta não é a tabela pedida, ou chegou cortada."),
    refusing("misocial", `${HEADER}\n510340,202601\n`, "Veio o código 510340, que não é de Rondônia."),
    refusing("misocial", `${HEADER}\n110001,202512\n`, "Veio o mês 202512, que não foi pedido."),
  ])("(%s) is refused in words without another try, and leaves the file there was", async (path, answer, motivo) => {
    const { server, run, files, text } = at();
    const campos = ["codigo_ibge", "anomes_s"];
    await run({ campos });
    const before = files().map(text);
    server.next(path, answer);
    const { falhas, iguais } = await run({ campos });
    expect(falhas.map((falha) => falha.motivo)).toEqual([motivo]);
    expect(falhas[0]?.conserto).toMatch(/^(Tente|Confira) /);
    expect(iguais).toHaveLength(4);
    expect(server.asked).toHaveLength(10);
    expect(files().map(text)).toEqual(before);
    expect(at().lines.filter((line) => line.endsWith(" O arquivo de antes continua na pasta."))).toHaveLength(1);
  });

  it("as JSON from MI Social with fewer records than it counts is refused", async () => {
    const { server, run } = at();
    const docs = [{ codigo_ibge: "110001", anomes_s: "202601" }];
    server.next("misocial", says(JSON.stringify({ response: { numFound: 2, docs } })), says(JSON.stringify({ error: { msg: "undefined field" } })));
    const first = await run({ only: ["misocial"], formato: "json" });
    const second = await run({ only: ["misocial"], formato: "json" });
    expect([first.falhas[0]?.motivo, second.falhas[0]?.motivo]).toEqual(["Vieram 1 de 2 registros.", "A resposta não é a do serviço MI Social."]);
  });

  it.each([400, 401, 403, 404, 410])("with status %i is not tried again", async (code) => {
    const { server, run } = at();
    server.next("localidades", status(code));
    expect((await run(ONLY)).falhas[0]?.motivo).toBe(`O servidor respondeu ${String(code)}.`);
    expect(server.asked).toHaveLength(1);
  });

  it("but “nothing changed” to a question not asked is tried again", async () => {
    const { server, run } = at();
    server.next("localidades", status(304, {}, ""));
    expect((await run(ONLY)).novos).toEqual([FILE]);
  });
});

function wantedCut(): string {
  return '[{"id":1100015,"nome":"Alt';
}
