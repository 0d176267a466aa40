import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { renderToStaticMarkup } from "react-dom/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSnapshot } from "../../../../scripts/extracts/snapshot.ts";
import { readTerritory, type TerritoryFolder } from "../../../../scripts/extracts/territory.ts";
import { rank } from "../../../../scripts/rank.ts";
import { methodFileText, type Metodo } from "../../../../src/core/metodo/method.ts";
import type { Snapshot } from "../../../../src/data/snapshot/snapshot.ts";
import type { Base } from "../../../../src/ui/use-base.ts";
import { escritaDaLista, type EscritaDaLista } from "../../../../src/views/prioridades/ciclo/lista.ts";
import { ESTADO_PADRAO } from "../../../../src/views/prioridades/estado.ts";
import { comPesoDaDimensao } from "../../../../src/views/prioridades/pesos.ts";
import { useModelo } from "../../../../src/views/prioridades/use-model.ts";
import { dataPath } from "../../../data/folder.ts";
import { SNAPSHOT } from "../fixture.ts";

let scratch = "";
let folder: TerritoryFolder;
let snapshot: Snapshot;
let padrao: Metodo;

beforeAll(async () => {
  scratch = mkdtempSync(join(tmpdir(), "mirante-lista-"));
  folder = await readTerritory(dataPath("."));
  // As the browser gets it: through JSON.
  snapshot = JSON.parse(JSON.stringify(buildSnapshot(folder, SNAPSHOT.mesh, "inventado"))) as Snapshot;
  padrao = snapshot.metodo;
});
afterAll(() => rmSync(scratch, { recursive: true }));

/** What the page writes under a method, by the page's own model. */
function daPagina(metodo: Metodo): EscritaDaLista {
  const { municipios, colunas, catalogo, mesh, dataReferencia } = snapshot;
  const base: Base = { municipios, colunas, catalogo, mesh, origem: "instantaneo", dataReferencia, proveniencia: () => null, carregando: false, erro: null };
  const escritas: EscritaDaLista[] = [];
  function Sonda() {
    escritas.push(escritaDaLista(useModelo(snapshot, base, ESTADO_PADRAO, metodo), metodo));
    return null;
  }
  renderToStaticMarkup(<Sonda />);
  const ultima = escritas.at(-1);
  if (ultima === undefined) throw new Error("the page wrote no list");
  return ultima;
}

describe("the list the page saves", () => {
  it("is the terminal's, byte for byte, in both formats", async () => {
    const pagina = daPagina(padrao);
    expect(pagina.csv()).toBe((await rank([])).stdout);
    expect(pagina.json()).toBe((await rank(["--format", "json"])).stdout);
    expect(pagina.csv(10)).toBe((await rank(["--top", "10"])).stdout);
  });

  it("is the terminal's under a method changed by hand and saved by the page", async () => {
    const [primeira, segunda] = padrao.dimensoes;
    if (primeira === undefined || segunda === undefined) throw new Error("the method has fewer than two dimensions");
    const mudado: Metodo = { ...comPesoDaDimensao(comPesoDaDimensao(padrao, primeira.id, 17), segunda.id, 3), k: 20, agregacao: "potencia-2", presencaMinima: 0.5 };
    const file = join(scratch, "metodo.json");
    writeFileSync(file, methodFileText(mudado));
    const pagina = daPagina(mudado);
    expect(pagina.csv()).toBe((await rank(["--method", file])).stdout);
    expect(pagina.json()).toBe((await rank(["--method", file, "--format", "json"])).stdout);
    expect(pagina.csv()).not.toBe(daPagina(padrao).csv());
  });
});
