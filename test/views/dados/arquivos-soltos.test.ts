import { describe, expect, it } from "vitest";
import { MAX_ARQUIVOS, soltos } from "../../../src/views/dados/arquivos-soltos.ts";

type Tree = string | { readonly [folder: string]: readonly Tree[] };

/** A folder as the browser hands it over: its entries come in parts of two, then an empty part. */
function entryOf(tree: Tree): FileSystemEntry {
  if (typeof tree === "string") {
    const file = { isFile: true, isDirectory: false, name: tree, file: (done: (file: File) => void) => { done(new File(["x"], tree)); } };
    return file as unknown as FileSystemEntry;
  }
  const [[name, inside] = ["", []]] = Object.entries(tree);
  const createReader = () => {
    const rest = inside.map(entryOf);
    return { readEntries: (done: (entries: FileSystemEntry[]) => void) => { done(rest.splice(0, 2)); } };
  };
  return { isFile: false, isDirectory: true, name, createReader } as unknown as FileSystemEntry;
}

function transfer(trees: readonly Tree[]): DataTransfer {
  const items = trees.map((tree) => ({
    kind: "file",
    webkitGetAsEntry: () => entryOf(tree),
    getAsFile: () => (typeof tree === "string" ? new File(["x"], tree) : null),
  }));
  return { items, files: [] } as unknown as DataTransfer;
}

const names = async (trees: readonly Tree[]): Promise<string[]> => (await soltos(transfer(trees))).files.map(({ name }) => name);

describe("what was dropped", () => {
  it("is each file, in the order dropped", async () => {
    expect(await names(["b.csv", "a.csv"])).toEqual(["b.csv", "a.csv"]);
  });

  it("is, of a folder, every file at any depth, by name, without what the system leaves there", async () => {
    const folder = { dados: ["b 10.csv", "b 2.csv", ".DS_Store", { 2021: ["a.xlsx", "~$a.xlsx", "Thumbs.db"] }, "c.json"] };
    expect(await names([folder, "solto.csv"])).toEqual(["a.xlsx", "b 2.csv", "b 10.csv", "c.json", "solto.csv"]);
  });

  it("is cut at a number, and said to be", async () => {
    const many = Array.from({ length: MAX_ARQUIVOS + 5 }, (_, i) => `${String(i)}.csv`);
    const { files, isCut } = await soltos(transfer([{ muitos: many }]));
    expect([files.length, isCut]).toEqual([MAX_ARQUIVOS, true]);
  });

  it("is taken from the plain list where the browser gives no entries", async () => {
    const plain = { items: [], files: [new File(["x"], "a.csv")] } as unknown as DataTransfer;
    expect((await soltos(plain)).files.map(({ name }) => name)).toEqual(["a.csv"]);
  });
});
