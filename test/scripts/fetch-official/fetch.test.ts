import { createHash } from "node:crypto";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { CAMPOS } from "../../../scripts/fetch-official/requests.ts";
import { desk, RO } from "./desk.ts";
import { contentOf, MODIFIED, says } from "./official-server.ts";

const at = desk();
const RAW = ["localidades-ro.json", "malhas-ro.geojson", "misocial-ro-2026.csv", "sidra-ro-t4709.json", "sidra-ro-t6579.json"];
const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

describe("everything of a UF", () => {
  it("comes as the services sent it, with where each file is from", async () => {
    const { server, run, files, text, lines } = at();
    const { novos, falhas, avisos } = await run();
    expect([novos.length, falhas, avisos]).toEqual([5, [], []]);
    expect(files()).toEqual([...RAW, "proveniencia.json"].sort());
    const misocial = server.asked.find(({ path }) => path.endsWith("misocial"));
    expect(text("misocial-ro-2026.csv")).toBe(misocial === undefined ? "" : contentOf(misocial.url, server.data).body);
    const provenance = JSON.parse(text("proveniencia.json")) as { esquema: number; uf: string; arquivos: { arquivo: string }[] };
    expect([provenance.esquema, provenance.uf]).toEqual([1, "RO"]);
    expect(provenance.arquivos.map(({ arquivo }) => arquivo)).toEqual([...RAW].sort());
    const body = text("sidra-ro-t4709.json");
    expect(provenance.arquivos[3]).toEqual({
      fonte: "sidra",
      titulo: "SIDRA: População do Censo 2022 (tabela 4709)",
      orgao: "Instituto Brasileiro de Geografia e Estatística (IBGE)",
      arquivo: "sidra-ro-t4709.json",
      url: `${server.origin}/values/t/4709/n6/in%20n3%2011/v/93/p/all`,
      urlFinal: `${server.origin}/values/t/4709/n6/in%20n3%2011/v/93/p/all`,
      baixadoEm: "2026-11-22T12:00:00.000Z",
      verificadoEm: "2026-11-22T12:00:00.000Z",
      status: 200,
      etag: `"${sha256(body).slice(0, 12)}"`,
      ultimaModificacao: MODIFIED,
      tipo: "application/json; charset=utf-8",
      sha256: sha256(body),
      bytes: Buffer.byteLength(body),
      linhas: 3,
      municipios: ["110001", "110002", "110003"],
      avisos: [],
      licenca: "dado público oficial (Lei 12.527/2011, art. 8º); o serviço não declara licença; citar a fonte",
      extrato: null,
    });
    expect(lines).toEqual([
      "[1/5] MI Social, 2026",
      "  misocial-ro-2026.csv: 6 linhas, 2 KB",
      "[2/5] SIDRA: População do Censo 2022 (tabela 4709)",
      "  sidra-ro-t4709.json: 3 linhas, 1 KB",
      "[3/5] SIDRA: População estimada (tabela 6579)",
      "  sidra-ro-t6579.json: 3 linhas, 1 KB",
      "[4/5] IBGE: municípios e regiões",
      "  localidades-ro.json: 3 linhas, 1 KB",
      "[5/5] IBGE: malha dos municípios",
      "  malhas-ro.geojson: 3 linhas, 1 KB",
      `5 novos, 0 sem mudança, 0 com falha; proveniencia.json em ${at().dir}`,
    ]);
  });

  it("asks MI Social for the municipal months of the UF, a year at a time", async () => {
    const { server, run } = at();
    server.data.mesesPublicados = ["202403", "202411", "202501", "202612"];
    await run({ only: ["misocial"], since: "2024-03", until: "2026-12" });
    const queries = server.asked.map(({ url }) => url.searchParams);
    expect(queries.map((query) => query.getAll("fq"))).toEqual([
      ["tipo_s:mes_mu", "anomes_s:[202403 TO 202412]", "codigo_ibge:11*"],
      ["tipo_s:mes_mu", "anomes_s:[202501 TO 202512]", "codigo_ibge:11*"],
      ["tipo_s:mes_mu", "anomes_s:[202601 TO 202612]", "codigo_ibge:11*"],
    ]);
    expect(queries[0]?.get("q")).toBe("*:*");
    expect(queries[0]?.get("wt")).toBe("csv");
    expect(queries[0]?.get("sort")).toBe("anomes_s asc,codigo_ibge asc");
    expect(queries[0]?.get("fl")?.split(",")).toEqual(CAMPOS);
  });

  it("of some municipalities only has their codes quoted, and may come as JSON", async () => {
    const { server, run, text } = at();
    await run({ only: ["misocial"], municipios: ["110002", "110003"], formato: "json" });
    expect(server.asked[0]?.url.searchParams.getAll("fq")[2]).toBe('codigo_ibge:("110002" OR "110003")');
    const { response } = JSON.parse(text("misocial-ro-2026.json")) as { response: { docs: { codigo_ibge: string }[] } };
    expect(response.docs.map(({ codigo_ibge: code }) => code)).toEqual(["110002", "110003", "110002", "110003"]);
  });

  it("says which months and which sources lack municipalities", async () => {
    const { server, run, lines } = at();
    server.data.semMalha = "1100023";
    server.next("misocial", (request, response) => {
      const { body } = contentOf(new URL(request.url ?? "/", "http://host"), server.data);
      response.end(body.split("\n").filter((line) => !line.startsWith("110003,202602")).join("\n"));
    });
    const { avisos } = await run({ only: ["misocial", "malhas"] });
    expect(lines).toContain("  Atenção: 02/2026 traz 2 de 3 municípios.");
    expect(avisos).toEqual(["malhas-ro.geojson não traz 1 de 3 municípios (110002)"]);
  });

  it("waits a second between two requests to one host", async () => {
    const { server, run } = at();
    await run({ intervalMs: 1000 });
    expect(server.asked.map((request) => request.at - (server.asked[0]?.at ?? 0))).toEqual([0, 1000, 2000, 3000, 4000]);
  });
});

describe("a second run", () => {
  it("asks only whether something changed, fetches nothing again and says when it asked", async () => {
    const { server, run, text, later } = at();
    await run();
    const before = RAW.map(text);
    const sent = server.sent();
    later(86_400_000);
    const { novos, iguais } = await run();
    expect([novos, iguais.length]).toEqual([[], 5]);
    expect(server.sent()).toBe(sent);
    expect(server.asked.slice(5).map(({ headers }) => headers["if-none-match"] !== undefined && headers["if-modified-since"] === MODIFIED)).toEqual([true, true, true, true, true]);
    expect(RAW.map(text)).toEqual(before);
    const { arquivos } = JSON.parse(text("proveniencia.json")) as { arquivos: { baixadoEm: string; verificadoEm: string }[] };
    for (const entry of arquivos) {
      expect([entry.baixadoEm, entry.verificadoEm]).toEqual(["2026-11-22T12:00:00.000Z", "2026-11-23T12:00:00.000Z"]);
    }
  });

  it("replaces what changed and nothing else", async () => {
    const { server, run, text } = at();
    await run();
    server.data.mesesPublicados.push("202603");
    const { novos, iguais } = await run();
    expect([novos, iguais.length]).toEqual([["misocial-ro-2026.csv"], 4]);
    expect(text("misocial-ro-2026.csv")).toContain("\n110003,202603,");
  });

  it("knows the same bytes also from a server without validators", async () => {
    const { server, run } = at();
    Object.assign(server.validators, { etag: false, lastModified: false });
    await run({ only: ["localidades"] });
    expect(await run({ only: ["localidades"] })).toMatchObject({ novos: [], iguais: ["localidades-ro.json"] });
  });

  it.each([
    ["was changed on the disk", (dir: string) => writeFileSync(join(dir, "localidades-ro.json"), "[]")],
    ["has lost its provenance", (dir: string) => writeFileSync(join(dir, "proveniencia.json"), '{"esquema":1,')],
  ])("fetches anew a file that %s", async (_name, damage) => {
    const { server, run, text, dir } = at();
    await run({ only: ["localidades"] });
    const before = text("localidades-ro.json");
    damage(dir);
    expect((await run({ only: ["localidades"] })).novos).toEqual(["localidades-ro.json"]);
    expect(server.asked[1]?.headers["if-none-match"]).toBeUndefined();
    expect(text("localidades-ro.json")).toBe(before);
  });

  it("of another UF in the same folder does not take the first one's validators for its own", async () => {
    const { server, run, text } = at();
    await run({ only: ["localidades"] });
    server.next("/estados/12/", says(JSON.stringify([{ id: 1_200_013, nome: "Acrelândia" }])));
    await run({ only: ["localidades"], uf: { codigo: 12, sigla: "AC", nome: "Acre" } });
    expect(server.asked[1]?.headers["if-none-match"]).toBeUndefined();
    expect(JSON.parse(text("proveniencia.json"))).toMatchObject({ uf: "AC", arquivos: [{ arquivo: "localidades-ac.json" }] });
    expect(RO.sigla).toBe("RO");
  });
});
