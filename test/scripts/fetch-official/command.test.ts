import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeEach, expect, it } from "vitest";
import { type OfficialServer, officialServer, stallAfter, status } from "./official-server.ts";

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const made: string[] = [];
let server: OfficialServer | null = null;
let dir: string;

beforeEach(async () => {
  await server?.close();
  server = await officialServer();
  dir = mkdtempSync(join(tmpdir(), "mirante-comando-"));
  made.push(dir);
});

afterAll(async () => {
  await server?.close();
  for (const each of made) rmSync(each, { recursive: true, force: true });
});

function service(): OfficialServer {
  if (server === null) throw new Error("the server is there inside of tests only");
  return server;
}

function start(args: readonly string[]): ChildProcess {
  const bases = Object.entries(service().bases).flatMap(([source, url]) => [`--base-${source}`, url]);
  const all = ["--import", "tsx", join(ROOT, "scripts/fetch-official.ts"), ...bases, "--to", dir, "--intervalo-ms", "0", ...args];
  return spawn(process.execPath, all, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"] });
}

/** Runs the command to its end. */
async function command(...args: string[]): Promise<{ code: number | null; out: string; err: string }> {
  const child = start(args);
  let out = "";
  let err = "";
  child.stdout?.on("data", (chunk: Buffer) => (out += chunk.toString()));
  child.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  return { code, out, err };
}

const csv = (name: string): string[] => readFileSync(join(dir, "extratos", name), "utf8").trimEnd().split("\n");

it("writes the raw files and the extracts the app reads out of them", async () => {
  const { code, out, err } = await command("--uf", "RO", "--since", "2026-01", "--until", "2026-11");
  expect([code, err]).toEqual([0, ""]);
  expect(out).toContain("5 novos, 0 sem mudança, 0 com falha; proveniencia.json em ");
  // 3 municipalities × 2 months of the service's own figures: families, people, Bolsa Família; its BPC of 0 is "not published".
  const misocial = csv("misocial-ro-2026.indicadores.csv");
  expect(misocial[0]).toMatch(/^codigo,periodo,indicador,valor/);
  const cells = misocial.slice(1).map((line) => line.split(",").slice(0, 4).join(" "));
  expect(cells.filter((line) => line.startsWith("1100023 2026-02")).sort()).toEqual([
    "1100023 2026-02 cadunico-familias 1001",
    "1100023 2026-02 cadunico-pessoas 3001",
    "1100023 2026-02 pbf-familias 501",
  ]);
  expect(cells).toHaveLength(18);
  const census = csv("sidra-ro-t4709.indicadores.csv").slice(1).map((line) => line.split(",").slice(0, 4).join(" "));
  expect(census).toEqual(["1100015 2022 populacao 21494", "1100023 2022 populacao 96833", "1100031 2022 populacao 5351"]);
  const { arquivos } = JSON.parse(readFileSync(join(dir, "proveniencia.json"), "utf8")) as { arquivos: { arquivo: string; extrato: { arquivo: string; linhas: number } | null }[] };
  expect(arquivos.find(({ arquivo }) => arquivo === "misocial-ro-2026.csv")?.extrato).toMatchObject({ arquivo: "extratos/misocial-ro-2026.indicadores.csv", linhas: 18 });
  expect(arquivos.find(({ arquivo }) => arquivo === "malhas-ro.geojson")?.extrato).toBeNull();
});

it("ends with 1 when a file did not come, and with 2 when it is asked wrongly", async () => {
  service().next("localidades", status(404));
  const failed = await command("--uf", "RO", "--only", "localidades,malhas", "--sem-extratos");
  expect([failed.code, failed.err]).toEqual([1, ""]);
  expect(readdirSync(dir).sort()).toEqual(["malhas-ro.geojson", "proveniencia.json"]);
  const wrong = await command("--uf", "Rondônia inteira");
  expect([wrong.code, wrong.out, wrong.err.trim()]).toEqual([2, "", "Diga de que UF: --uf com a sigla ou o código (veio “Rondônia inteira”)."]);
});

it.each(["SIGKILL", "SIGINT"] as const)("stopped by %s in the middle of a file leaves no file of that name, and goes on from there", async (signal) => {
  const { next, data, asked } = service();
  next("localidades", stallAfter(100, data));
  const child = start(["--uf", "RO", "--only", "malhas,localidades", "--sem-extratos"]);
  await expectSoon(() => existsSync(join(dir, "localidades-ro.json.part")) && readFileSync(join(dir, "localidades-ro.json.part")).length === 100);
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  child.kill(signal);
  expect(await ended).toBe(signal === "SIGINT" ? 130 : null);
  expect(existsSync(join(dir, "localidades-ro.json"))).toBe(false);
  const again = await command("--uf", "RO", "--only", "malhas,localidades", "--sem-extratos");
  expect(again.code).toBe(0);
  expect(asked.find(({ headers }) => headers.range !== undefined)?.headers.range).toBe("bytes=100-");
  expect((JSON.parse(readFileSync(join(dir, "localidades-ro.json"), "utf8")) as unknown[]).length).toBe(3);
  expect(readdirSync(dir).filter((name) => name.includes(".part"))).toEqual([]);
});

async function expectSoon(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 400 && !condition(); turn += 1) await new Promise((resolve) => setTimeout(resolve, 25));
  expect(condition()).toBe(true);
}
