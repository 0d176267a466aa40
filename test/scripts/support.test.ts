import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSupport, SUPPORT_FILE } from "../../scripts/extracts/support.ts";
import { parseShape } from "../../src/data/snapshot/parse.ts";
import { TerritorioSchema } from "../../src/data/snapshot/schema.ts";
import { dataPath, dataText } from "../data/folder.ts";

const territorio = parseShape(TerritorioSchema, JSON.parse(dataText("territorio.json")), "territorio.json");
const inteiro = dataText("apoio.json");
let dir = "";

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "mirante-apoio-"));
});
afterAll(() => rm(dir, { recursive: true }));

async function readWith(text: string): Promise<string> {
  await writeFile(join(dir, SUPPORT_FILE), text);
  return readSupport(dir, { territorio }).then(
    () => "read",
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

describe("what a territory pacted of support", () => {
  it("is read from its folder, every article one that the territory's norms have", async () => {
    const pacto = await readSupport(dataPath(""), { territorio });
    expect(pacto.linhas).toHaveLength(20);
    expect(pacto.minimo?.meses).toBe(12);
  });

  it("is nothing in a folder that does not say: strategies to count by, no line, no minimum", async () => {
    await rm(join(dir, SUPPORT_FILE), { force: true });
    const pacto = await readSupport(dir, { territorio });
    expect([pacto.norma, pacto.estrategias.length, pacto.linhas, pacto.minimo]).toEqual([null, 12, [], null]);
  });

  it("stops the build at a norm or an article that the territory does not have, naming it", async () => {
    expect(await readWith(inteiro)).toBe("read");
    expect(await readWith(inteiro.replace('"norma": "cib-mt-02-2022"', '"norma": "cib-zz-99"'))).toBe('apoio.json: "cib-zz-99" is not a norm of territorio.json');
    expect(await readWith(inteiro.replace('"art. 4º, I, c"', '"art. 94, I, c"'))).toContain('"art. 94, I, c" is not an article');
    expect(await readWith(inteiro.replace('"monitoramento"', '"vistoria"'))).toMatch(/^apoio\.json/);
  });
});
