import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { createAppServer } from "../../scripts/serve.ts";

const dist = mkdtempSync(join(tmpdir(), "mirante-dist-"));
let server: Server;
let url: string;

beforeAll(async () => {
  mkdirSync(join(dist, "assets"));
  writeFileSync(
    join(dist, "index.html"),
    '<head>\n    <meta http-equiv="Content-Security-Policy" content="default-src \'none\'">\n<title>Mirante</title></head>',
  );
  writeFileSync(join(dist, "assets/worker-12345678.mjs"), "export {};");
  server = createAppServer(dist);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.close();
  server.closeAllConnections();
  rmSync(dist, { recursive: true });
});

it("sends the policy as a header in place of the page's own", async () => {
  const response = await fetch(`${url}/`);
  expect(response.headers.get("content-security-policy")).toContain("frame-ancestors 'none'");
  const html = await response.text();
  expect(html).not.toContain("http-equiv");
  expect(html).toContain("<title>Mirante</title>");
});

it("serves module workers as JavaScript that may be kept for ever", async () => {
  const response = await fetch(`${url}/assets/worker-12345678.mjs`);
  expect(response.headers.get("content-type")).toContain("text/javascript");
  expect(response.headers.get("cache-control")).toContain("immutable");
  expect(response.headers.get("content-security-policy")).toContain("default-src 'none'");
});

it("answers 404 with no page for an unknown address", async () => {
  const response = await fetch(`${url}/ext/anything.wasm`);
  expect(response.status).toBe(404);
  expect(await response.text()).toBe("Não encontrado.");
});

it("does not serve files outside the built folder", async () => {
  const response = await fetch(`${url}/..%2f..%2fetc%2fpasswd`);
  expect(response.status).toBe(404);
});

it("says what to do when there is no built app", () => {
  expect(() => createAppServer(join(dist, "nowhere"))).toThrow('run "npm run build" first');
});
