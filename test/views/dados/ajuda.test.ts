import { describe, expect, it } from "vitest";
import type { Fonte } from "../../../src/core/indicador.ts";
import { LAYOUTS } from "../../../src/data/layouts/index.ts";
import { orgaosConhecidos } from "../../../src/views/dados/ajuda.ts";
import { dataText } from "../../data/folder.ts";
import { CATALOGO } from "./readings.ts";

const FONTES = JSON.parse(dataText("fontes.json")) as Fonte[];

describe("the help on official files", () => {
  const orgaos = orgaosConhecidos(LAYOUTS, FONTES, CATALOGO);

  it("names every layout once, each body once", () => {
    const ids = orgaos.flatMap(({ fontes }) => fontes.flatMap(({ arquivos }) => arquivos.map(({ id }) => id)));
    expect(ids.sort()).toEqual(LAYOUTS.map(({ id }) => id).sort());
    expect(new Set(orgaos.map(({ orgao }) => orgao)).size).toBe(orgaos.length);
  });

  it("says which indicators the files of a source feed, and of the rest that they feed none", () => {
    const idcras = orgaos.flatMap(({ fontes }) => fontes).find(({ id }) => id === "mds-idcras");
    const fed = CATALOGO.filter(({ fonte }) => fonte === "mds-idcras").map(({ nome }) => nome);
    expect(fed.length).toBeGreaterThan(0);
    for (const nome of fed.slice(0, 6)) expect(idcras?.alimenta).toContain(nome);
    expect(orgaosConhecidos([{ id: "x", titulo: "X", orgao: "Y", fonte: "nenhuma", grao: "Z" }], FONTES, CATALOGO)).toEqual([
      {
        orgao: "Y",
        fontes: [
          {
            id: "nenhuma",
            nome: "nenhuma",
            url: null,
            alimenta: "Reconhecido e conferido; não alimenta nenhum indicador do catálogo.",
            arquivos: [{ id: "x", titulo: "X", grao: "Z" }],
          },
        ],
      },
    ]);
  });

  it("links only to web addresses", () => {
    const urls = orgaos.flatMap(({ fontes }) => fontes.flatMap(({ url }) => url ?? []));
    expect(urls.length).toBeGreaterThan(0);
    expect(urls.filter((url) => !/^https?:\/\//.test(url))).toEqual([]);
  });
});
