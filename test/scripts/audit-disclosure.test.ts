import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { auditDisclosure } from "../../scripts/audit-disclosure.ts";

const dir = mkdtempSync(join(tmpdir(), "audit-"));

function file(name: string, content: unknown): string {
  const path = join(dir, name);
  writeFileSync(path, typeof content === "string" ? content : JSON.stringify(content));
  return path;
}

/** 2 + 3 hidden in a total of 5: each is from 0 to 5. */
const OPEN = { cells: [{ id: "a", value: 2, primary: true, published: null }, { id: "b", value: 3, primary: true, published: null }, { id: "T", value: 5, published: 5 }], relations: [["T", ["a", "b"]]] };
/** The other part is printed: 5 − 3 = 2. */
const SHUT = { cells: [{ id: "a", value: 2, primary: true, published: null }, { id: "b", published: 3 }, { id: "T", published: 5 }], relations: [["T", ["a", "b"]]] };

describe("npm run audit-disclosure", () => {
  it("prints each hidden cell's interval and passes what is protected", async () => {
    const { stdout, code } = await auditDisclosure([file("open.json", { name: "aberta", k: 5, problem: OPEN })]);
    expect(stdout).toBe("aberta (k = 5)\n  a: de 0 a 5, largura 5, primária: protegida\n  b: de 0 a 5, largura 5, primária: protegida\n  aprovado: nenhuma célula é descoberta.\n");
    expect(code).toBe(0);
  });

  it("fails what can be found out", async () => {
    const { stdout, code } = await auditDisclosure([file("shut.json", { k: 5, problem: SHUT })]);
    expect(stdout).toContain("a: de 2 a 2, largura 0, primária: DESCOBERTA");
    expect(stdout).toContain("reprovado: 1 de 1 células sem proteção, 1 descobertas.");
    expect(code).toBe(1);
  });

  it("gives the same as JSON, of a list of problems or of one without its wrapping", async () => {
    const { stdout, code } = await auditDisclosure([file("two.json", [{ name: "1", k: 5, problem: OPEN }, { name: "sem problema", k: 5 }, { name: "2", k: 5, problem: SHUT }]), "--format", "json"]);
    const [one, two, ...more] = JSON.parse(stdout) as { pass: boolean; n_exact: number; ip: unknown }[];
    expect([one?.pass, one?.n_exact, two?.pass, two?.n_exact, more.length, code]).toEqual([true, 0, false, 1, 0, 1]);
    expect(one?.ip).toEqual([{ id: "a", value: 2, status: "Optimal", lo: 0, up: 5 }, { id: "b", value: 3, status: "Optimal", lo: 0, up: 5 }]);
    expect((await auditDisclosure([file("bare.json", OPEN), "--k", "5"])).code).toBe(0);
  });

  it.each([
    [[], "Falta o arquivo do problema."],
    [["x.json", "--k", "zero"], "--k é um número inteiro a partir de 1, e veio “zero”."],
    [["x.json", "--format", "xml"], "--format é texto ou json, e veio “xml”."],
    [["x.json", "--outra", "1"], "Não existe a opção “--outra”."],
  ])("says what is wrong with the command line %j", async (args, sentence) => {
    const { stderr, code } = await auditDisclosure(args);
    expect(stderr).toContain(sentence);
    expect(code).toBe(2);
  });

  it.each([
    ["broken.json", "{", "broken.json não é um JSON que se leia"],
    ["none.json", [{ name: "A*" }], "none.json não traz nenhum problema"],
    ["nok.json", OPEN, "falta k, a menor contagem que se publica"],
    ["twice.json", { k: 5, problem: { cells: [{ id: "a" }, { id: "a" }], relations: [] } }, "a célula “a” aparece duas vezes"],
    ["ghost.json", { k: 5, problem: { cells: [{ id: "a" }], relations: [["T", ["a"]]] } }, "uma relação fala da célula “T”, que não está na lista"],
    ["ends.json", { k: 5, problem: { cells: [{ id: "a", lo: 3, up: 2 }] } }, "tem o menor valor (3) acima do maior (2)"],
    ["text.json", { k: 5, problem: { cells: [{ id: "a", value: "dois" }] } }, "em problem.cells[0].value esperava-se"],
  ])("says where %s cannot be read", async (name, content, sentence) => {
    const { stderr, code } = await auditDisclosure([file(name, content)]);
    expect(stderr).toContain(sentence);
    expect(code).toBe(1);
  });
});
