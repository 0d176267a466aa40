import { describe, expect, it } from "vitest";
import { sharedPath } from "../../shared.ts";
import { convert, isConserved, problemsOf } from "./converting.ts";

const sample = (name: string): string | null => sharedPath(`dados-oficiais/samples/ibge/${name}`);
const DTB = sample("df-municipios_dtb_ibge.csv");
const KELVINS = sample("kelvins_municipios.csv");
const LOCALIDADE = sample("ibge_localidades_v1_municipio_1100015.json");
const MALHA_UF = sample("ibge_malhas_v3_uf51_codarea.json");
const GEOJS = sample("tbrugz_geojs-51-mun.json");

describe("IBGE's reference files", () => {
  it.skipIf(DTB === null)("compares the DTB with the installed table: 141 equal, Boa Esperança do Norte missing", async () => {
    const { layout, figuras, conversao, totais } = await convert(DTB ?? "");
    expect([layout.id, figuras.length]).toEqual(["ibge-dtb", 0]);
    expect(totais.find(({ tipo }) => tipo === "municipio-ausente")?.mensagem).toBe("O arquivo não traz Boa Esperança do Norte (5101837), que está na tabela de municípios instalada.");
    expect(totais.find(({ tipo }) => tipo === "sem-numeros")?.mensagem).toContain("141 de 142 municípios; 1 falta.");
    expect(problemsOf(totais, "nome-diferente")).toBe(0);
    expect(conversao.contagem).toMatchObject({ carregadas: 0, separadas: 141, fora: 5429 });
    expect(isConserved(conversao)).toBe(true);
  });

  it.skipIf(KELVINS === null)("finds all 142 in the list of seats", async () => {
    const { layout, figuras, totais } = await convert(KELVINS ?? "");
    expect([layout.id, figuras.length]).toEqual(["municipios-coordenadas", 0]);
    expect(totais.find(({ tipo }) => tipo === "sem-numeros")?.mensagem).toContain("142 de 142 municípios");
    expect(problemsOf(totais, "municipio-ausente")).toBe(0);
  });

  it.skipIf(LOCALIDADE === null)("takes one municipality of another state for what it is, and calls nothing missing", async () => {
    const { layout, conversao, totais } = await convert(LOCALIDADE ?? "");
    expect(layout.id).toBe("ibge-localidades");
    expect(conversao.contagem).toMatchObject({ lidas: 1, fora: 1, separadas: 0 });
    expect(totais.map(({ tipo }) => tipo)).toEqual(["sem-numeros"]);
  });

  it.skipIf(GEOJS === null || MALHA_UF === null)("tells the mesh of municipalities from the outline of a state", async () => {
    const mesh = await convert(GEOJS ?? "");
    expect([mesh.layout.id, mesh.fit.confianca]).toEqual(["ibge-malha", 0.95]);
    expect(mesh.problemas.filter(({ coluna }) => coluna === "name").map(({ valor, mensagem }) => [valor, mensagem])).toEqual([["Poxoréo", "A tabela instalada escreve Poxoréu (5107008)."]]);
    expect(problemsOf(mesh.totais, "municipio-ausente")).toBe(1);
    const state = await convert(MALHA_UF ?? "");
    expect(state.fit.motivo).toContain("não são de municípios");
    expect(state.figuras).toEqual([]);
  });

  it("reads the flat view of the localities service and meshes with IBGE's other names", async () => {
    const flat = await convert({ texto: '[{"municipio-id":5100102,"municipio-nome":"Acorizal","microrregiao-id":51016,"UF-sigla":"MT"},{"municipio-id":5100201,"municipio-nome":"Agua Boa!","microrregiao-id":51010,"UF-sigla":"MT"}]', arquivo: "municipios.json" });
    expect(flat.layout.id).toBe("ibge-localidades");
    expect(problemsOf(flat.totais, "nome-diferente")).toBe(0);
    const mesh = await convert({ texto: '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"CD_MUN":"5199999","NM_MUN":"Novo"},"geometry":{"type":"Polygon","coordinates":[]}}]}', arquivo: "MT_Municipios_2024.json" });
    expect(mesh.layout.id).toBe("ibge-malha");
    expect(problemsOf(mesh.totais, "municipio-desconhecido")).toBe(1);
  });
});
