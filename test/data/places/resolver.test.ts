import { readFileSync } from "node:fs";
import Papa from "papaparse";
import { describe, expect, it } from "vitest";
import type { PlaceReading } from "../../../src/data/places/places.ts";
import { createPlaceResolver } from "../../../src/data/places/resolver.ts";
import { isTotal } from "../../../src/data/places/totals.ts";
import { sharedPath } from "../../shared.ts";
import { LUGARES, resolverOf } from "./lugares.ts";

const mt = resolverOf("data/territorio.json");
const ce = resolverOf("test/fixtures/territorio-ce.json");

/** The code found, "fora", the codes it may be, or "desconhecido"; "total" for a total. */
function short(reading: PlaceReading): number | string | number[] {
  if (reading.tipo === "achado") return reading.codigo;
  if (reading.tipo === "ambiguo") return reading.candidatos.map(({ codigo }) => codigo);
  return isTotal(reading) ? "total" : reading.tipo;
}

describe("a code", () => {
  it.each([
    ["5103403", 5103403],
    ["510340", 5103403],
    [" 5103403\u00a0", 5103403],
    ["5103403.0", 5103403],
    ["510340,00", 5103403],
    ["5.103.403", 5103403],
    ["510.340", 5103403],
    ['="5103403"', 5103403],
    ["'5103403", 5103403],
    ["5103403 | Cuiabá", 5103403],
    ["510340 - CUIABÁ", 5103403],
    // The newest municipality, which older lists do not have.
    ["5101837", 5101837],
    ["510183", 5101837],
    ["2304400", "fora"],
    ["230440", "fora"],
    ["5300108", "fora"],
    // The last digit of 5103403 is 3.
    ["5103404", "desconhecido"],
    ["5199999", "desconhecido"],
    ["9999999", "desconhecido"],
    ["51034", "desconhecido"],
    ["51034030", "desconhecido"],
    ["", "desconhecido"],
    ["-", "desconhecido"],
    ["Cuiabá", "desconhecido"],
    ["__proto__", "desconhecido"],
    ["51", "total"],
    ["510000", "total"],
    ["5100000", "total"],
    ["23", "total"],
  ])("%j reads as %j", (text, expected) => {
    expect(short(mt.codigo(text))).toEqual(expected);
  });

  it("is of the territory the resolver was made for", () => {
    expect([short(ce.codigo("2304400")), short(ce.codigo("5103403"))]).toEqual([2304400, "fora"]);
    expect([mt.territorio.size, ce.territorio.size]).toEqual([142, 184]);
    expect(mt.territorio.get(5103403)).toEqual({ codigo: 5103403, nome: "Cuiabá", uf: "MT" });
  });

  it("that is wrong in its last digit only is told so, and never mended", () => {
    expect(mt.codigo("5103404")).toMatchObject({ mensagem: expect.stringContaining("o último é outro") as string, conserto: expect.stringMatching(/^Confira/) as string });
  });

  it.each([
    ["51", "00102", 5100102],
    ["51.0", "102", 5100102],
    ["MT", "03403", 5103403],
    ["Mato Grosso", "3403.0", 5103403],
    ["51", "5103403", 5103403],
    ["23", "04400", "fora"],
    ["51", "99999", "desconhecido"],
    ["51", "00000", "total"],
    ["99", "00102", "desconhecido"],
    ["51", "", "desconhecido"],
  ])("split in %j and %j reads as %j", (uf, municipio, expected) => {
    expect(short(mt.partido(uf, municipio))).toEqual(expected);
  });

  it.each([
    // SIAFI of the Tesouro Nacional: Cuiabá 9067, Boa Esperança do Norte 1182, Alta Floresta D'Oeste 0033, Fortaleza 1389.
    ["9067", 5103403],
    ["9067.0", 5103403],
    ["1182", 5101837],
    ["0033", "fora"],
    ["33", "fora"],
    ["1389", "fora"],
    ["0000", "desconhecido"],
    ["90670", "desconhecido"],
    ["AL", "desconhecido"],
  ])("of the SIAFI, %j reads as %j", (text, expected) => {
    expect(short(mt.siafi(text))).toEqual(expected);
  });
});

describe("a name", () => {
  it.each([
    ["Mirassol d'Oeste", null, 5105622],
    ["MIRASSOL DOESTE", null, 5105622],
    ["Mirassol D´oeste", null, 5105622],
    ["Mirassol D Oeste", "MT", 5105622],
    ["mirassol d’oeste", "51", 5105622],
    ["VARZEA GRANDE", "Mato Grosso", 5108402],
    ["\u00a0Cuiabá ", null, 5103403],
    ["Poxoréo", "MT", 5107008],
    ["Poxoréu", null, 5107008],
    ["Boa Esperança do Norte", null, 5101837],
    ["Sorriso (MT)", null, 5107925],
    ["Sorriso - MT", null, 5107925],
    ["Sorriso/MT", null, 5107925],
    ["Sorriso, mt", null, 5107925],
    ["SORRISO MT", null, 5107925],
    ["MT SORRISO", null, 5107925],
    ["MT - Sorriso", null, 5107925],
    ["Sorriso (Mato Grosso)", null, 5107925],
    ["5107925", null, 5107925],
    ["5107925 - Sorriso", null, 5107925],
    // Rio Branco is a municipality of Mato Grosso and the capital of Acre.
    ["Rio Branco", "MT", 5107206],
    ["Rio Branco (MT)", null, 5107206],
    ["MT RIO BRANCO", null, 5107206],
    ["Rio Branco", "AC", "fora"],
    ["Rio Branco/AC", null, "fora"],
    ["Rio Branco", null, [5107206, 1200401]],
    ["Rio Branco (AC)", "MT", "desconhecido"],
    ["Fortaleza", null, "fora"],
    ["Fortaleza", "MT", "desconhecido"],
    // With the marks taken out, Araçatuba of São Paulo; a state's name after a hyphen may be part of the name.
    ["Aracatu (BA)", "SP", "desconhecido"],
    ["Grão-Pará", "SC", "fora"],
    ["Grão-Pará", null, "fora"],
    ["Sorriso", "XX", "desconhecido"],
    ["Sorrizo", null, "desconhecido"],
    ["", null, "desconhecido"],
    ["?", "MT", "desconhecido"],
    ["x".repeat(500), null, "desconhecido"],
    ["constructor", null, "desconhecido"],
  ])("%j with UF %j reads as %j", (name, uf, expected) => {
    expect(short(mt.nome(name, uf))).toEqual(expected);
  });

  it.each([
    // 2509370 is Mato Grosso, a municipality of Paraíba.
    ["Mato Grosso", null, [2509370]],
    ["MATO GROSSO", "PB", "fora"],
    ["Mato Grosso (PB)", null, "fora"],
    ["Mato Grosso", "MT", "total"],
    ["Mato Grosso", "51", "total"],
    ["Mato Grosso do Sul", null, "total"],
    ["MT", null, "total"],
    ["Ceará", null, "total"],
    ["São Paulo", null, [3550308]],
    ["São Paulo", "SP", "fora"],
    ["Brasil", null, "total"],
    ["Total geral", null, "total"],
  ])("that is also a state's, %j with UF %j, reads as %j", (name, uf, expected) => {
    expect(short(mt.nome(name, uf))).toEqual(expected);
  });

  it("that two municipalities bear gives both, with their UF, and the territory's first", () => {
    expect(mt.nome("Planalto da Serra", null)).toEqual({ tipo: "achado", codigo: 5106455 });
    expect(ce.nome("Canindé", null)).toEqual({ tipo: "achado", codigo: 2302800 });
    expect(mt.nome("RIO BRANCO", null)).toEqual({
      tipo: "ambiguo",
      candidatos: [
        { codigo: 5107206, nome: "Rio Branco", uf: "MT" },
        { codigo: 1200401, nome: "Rio Branco", uf: "AC" },
      ],
    });
  });

  it.each([
    ["NOSSA SENHORA DO LIVRAMEN", "MT", 5106109],
    ["Vila Bela da Santíssima T", null, 5105507],
    ["SAO JOSE DOS QUATRO MARCO", null, 5107107],
    ["São José dos Quatro Ma", "MT", 5107107],
    // Cut at 19 characters: too short to be completed.
    ["NOSSA SENHORA DO LI", "MT", "desconhecido"],
    ["Santo Antônio do Leve", "MT", 5107800],
    // São Sebastião do Rio Preto and do Rio Verde, both of Minas Gerais.
    ["São Sebastião do Rio ", null, [3164803, 3164902]],
  ])("cut short, %j with UF %j, reads as %j", (name, uf, expected) => {
    expect(short(mt.nome(name, uf))).toEqual(expected);
  });

  it("that is a whole name is never completed to a longer one that begins with it", () => {
    expect(short(mt.nome("Santo Antônio do Leste", "MT"))).toBe(5107792);
  });
});

describe("the resolver", () => {
  it("gives every unknown place what happened and what to do", () => {
    const readings = [mt.codigo("9"), mt.codigo("9999999"), mt.codigo("51"), mt.siafi("x"), mt.partido("99", "1"), mt.nome("xyz", null), mt.nome("xyz", "MT"), mt.nome("", null), mt.nome("Sorriso", "XX")];
    for (const reading of readings) {
      expect(reading).toMatchObject({ tipo: "desconhecido", mensagem: expect.stringMatching(/\.$/) as string, conserto: expect.stringMatching(/^(Escreva|Confira|Corrija)/) as string });
      expect(JSON.stringify(reading)).not.toMatch(/xyz|9999999|XX/);
    }
  });

  it("finds each of its municipalities by code, by six digits, by SIAFI and by name with UF", () => {
    for (const { codigo, nome, uf, siafi } of LUGARES.brasil) {
      const expected = uf === "MT" ? codigo : "fora";
      expect([short(mt.codigo(String(codigo))), short(mt.codigo(String(codigo).slice(0, 6))), short(mt.siafi(String(siafi))), short(mt.nome(nome.toUpperCase(), uf))]).toEqual([expected, expected, expected, expected]);
    }
  });

  it("knows letters and codes of states without being given their names", () => {
    const bare = createPlaceResolver({ territorio: { codigoUf: 51, uf: "MT" }, brasil: LUGARES.brasil, variantes: [] });
    expect([short(bare.nome("Sorriso", "MT")), short(bare.partido("51", "07925")), short(bare.codigo("51"))]).toEqual([5107925, 5107925, "total"]);
    expect(short(bare.nome("Poxoréo", "MT"))).toBe("desconhecido");
  });

  it("reads a million cells of a column in a moment", () => {
    const names = LUGARES.brasil.map(({ nome }) => nome);
    const start = performance.now();
    let read = 0;
    for (let i = 0; i < 1_000_000; i += 1) if (mt.nome(names[i % names.length] ?? "", null).tipo !== "desconhecido") read += 1;
    expect(read).toBe(1_000_000);
    expect(performance.now() - start).toBeLessThan(5_000);
  });
});

interface Row {
  readonly [column: string]: string | undefined;
}

const rows = (path: string): readonly Row[] =>
  Papa.parse<Row>(readFileSync(path, "utf8").replace(/^\ufeff/, ""), { header: true, skipEmptyLines: true }).data;

describe("the published lists", () => {
  const divergentes = sharedPath("dados-oficiais/nomes_divergentes.csv");
  const dtb = sharedPath("dados-oficiais/samples/ibge/df-municipios_dtb_ibge.csv");
  const ivs = sharedPath("dados-oficiais/samples/indices/coz_atlasivs_municipios_2010.csv");

  it.skipIf(divergentes === null)("the names that differ between sources all lead to one code, with UF and without", () => {
    const spellings = rows(divergentes ?? "").flatMap(({ code7, ...names }) => Object.values(names).map((name) => ({ code7: Number(code7), name: name ?? "" })));
    expect(spellings).toHaveLength(81);
    for (const { code7, name } of spellings) {
      expect({ name, codes: [short(mt.nome(name, "MT")), short(mt.nome(name, null))] }).toEqual({ name, codes: [code7, code7] });
    }
  });

  it.skipIf(dtb === null)("IBGE's DTB has all but the municipality created last, and 26 names written otherwise, each of which is found", () => {
    const official = new Map(rows(dtb ?? "").map((row) => [Number(row["codigo_municipio_completo"]), row["nome_municipio"] ?? ""]));
    expect(official.size).toBe(5570);
    expect(LUGARES.brasil).toHaveLength(5571);
    expect(LUGARES.brasil.filter(({ codigo }) => !official.has(codigo)).map(({ codigo }) => codigo)).toEqual([5101837]);
    expect(LUGARES.brasil.filter(({ codigo, nome }) => official.has(codigo) && official.get(codigo) !== nome)).toHaveLength(26);
    for (const { codigo, uf } of LUGARES.brasil) {
      const territory = createdFor(uf);
      const name = official.get(codigo);
      if (name !== undefined) expect(short(territory.nome(name, uf))).toBe(codigo);
    }
  });

  it.skipIf(ivs === null)("the IVS names every municipality as NAME (UF), and each leads to its code", () => {
    const list = rows(ivs ?? "");
    expect(list).toHaveLength(5565);
    for (const { municipio, nome_municipio_uf: name = "" } of list) {
      const codigo = Number(municipio);
      const uf = LUGARES.brasil.find((place) => place.codigo === codigo)?.uf ?? "";
      expect({ name, code: short(createdFor(uf).nome(name, null)) }).toEqual({ name, code: codigo });
    }
  });
});

const created = new Map<string, ReturnType<typeof createPlaceResolver>>();

function createdFor(uf: string): ReturnType<typeof createPlaceResolver> {
  let resolver = created.get(uf);
  if (resolver === undefined) {
    const codigoUf = LUGARES.ufs.find(({ sigla }) => sigla === uf)?.codigo ?? 0;
    resolver = createPlaceResolver({ territorio: { codigoUf, uf }, ...LUGARES });
    created.set(uf, resolver);
  }
  return resolver;
}
