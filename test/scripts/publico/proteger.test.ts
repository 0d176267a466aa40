import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import loadHighs, { type Highs } from "highs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTerritory, type TerritoryFolder } from "../../../scripts/extracts/territory.ts";
import { registrar, registroDe } from "../../../scripts/publico/anteriores.ts";
import { montarPublicacao } from "../../../scripts/publico/make.ts";
import { proteger, type Protegido } from "../../../scripts/publico/proteger.ts";
import { chaveDaLinha, conferirTabela } from "../../../src/core/publico/aberto.ts";
import { seededStream } from "../../../src/core/metodo/seeded-random.ts";
import { auditar } from "../../../src/core/sdc/auditoria.ts";
import { publicar } from "../../../src/core/sdc/protecao.ts";
import { atacanteHighs } from "../../../src/data/sdc/ataque.ts";
import { dataPath } from "../../data/folder.ts";

const SORTEADAS = 60;
const scratch = mkdtempSync(join(tmpdir(), "publicar-"));
let highs: Highs;
let folder: TerritoryFolder;
let feita: Protegido;

beforeAll(async () => {
  highs = await loadHighs();
  folder = await readTerritory(dataPath("."));
  feita = await proteger(dataPath("."), folder);
}, 120_000);

afterAll(() => {
  rmSync(scratch, { recursive: true });
});

describe("the bundled release", () => {
  it("stands the attack: nothing hidden is found out, and every hidden count of few persons has an interval of k - 1 or more", () => {
    for (const { k, protegidas } of feita.assuntos) {
      expect(protegidas.auditoria).toMatchObject({ pass: true, exatas: 0 });
      expect(protegidas.auditoria.menorLargura ?? k).toBeGreaterThanOrEqual(k - 1);
    }
    expect(feita.publicacao.provas.map(({ assunto, k, descobertas }) => [assunto, k, descobertas])).toEqual([["denuncias", 10, 0], ["servicos", 5, 0]]);
  });

  it("prints no count from 1 to k - 1, in its tables or in its open data", () => {
    const { tabelas, protecao } = feita.publicacao;
    const impressos = tabelas.flatMap(({ assunto, linhas }) => linhas.flatMap(({ valor }) => (typeof valor === "number" && valor > 0 && valor < protecao.k[assunto] ? [valor] : [])));
    expect(impressos).toEqual([]);
    for (const tabela of feita.abertas) {
      conferirTabela(tabela);
      const k = protecao.k[tabela.id.startsWith("servicos") ? "servicos" : "denuncias"];
      expect(tabela.linhas.filter((linha) => typeof linha.at(-1) === "number" && Number(linha.at(-1)) > 0 && Number(linha.at(-1)) < k).map((linha) => chaveDaLinha(tabela, linha))).toEqual([]);
    }
  });

  it("hides no more than the policy allows of any table, and says of each what was asked", () => {
    const medidas = feita.assuntos.flatMap((assunto) => [...assunto.medidas]);
    expect(medidas.map(([id]) => id)).toEqual(feita.publicacao.tabelas.map(({ id }) => id));
    for (const [, { parteOculta, parteDasPrimarias }] of medidas) {
      expect(parteOculta).toBeLessThanOrEqual(feita.politica.ocultoAte);
      expect(parteDasPrimarias).toBeLessThanOrEqual(parteOculta);
    }
    const ids = new Set([...feita.publicacao.tabelas, ...feita.publicacao.naoPublicadas].map(({ id }) => id));
    expect(feita.politica.tabelas.filter(({ id }) => !ids.has(id))).toEqual([]);
  });

  it("has nothing by municipality and month, nor by municipality and theme, and only periods that are over", () => {
    const { tabelas, dataReferencia } = feita.publicacao;
    expect(tabelas.filter(({ assunto, niveis }) => assunto === "denuncias" && niveis.lugar === "municipio" && (niveis.tempo === "mes" || niveis.tema !== undefined))).toEqual([]);
    expect(dataReferencia).toBe("2026-10-31");
    const periodos = new Set(tabelas.flatMap(({ linhas }) => linhas.map(({ membros }) => membros.tempo ?? "")));
    expect([...periodos].filter((periodo) => ["2026", "2026-T4"].includes(periodo) || periodo > "2026-T4")).toEqual([]);
    expect(periodos.has("2026-T3")).toBe(true);
  });

  it("tells of complaints only months", () => {
    const denuncias = feita.publicacao.extratos.find(({ id }) => id === "denuncias");
    expect([denuncias?.inicio, denuncias?.fim, denuncias?.demonstracao]).toEqual(["2023-11", "2026-10", true]);
  });

  it("is undone by showing any one of the cells that are hidden only to protect others", () => {
    const complementares = feita.assuntos.flatMap(({ k, protegidas: { sistema, ocultas } }) =>
      [...ocultas].filter((i) => sistema.cells[i]?.primary !== true).map((i) => ({ k, sistema, sem: new Set([...ocultas].filter((outra) => outra !== i)) })),
    );
    const stream = seededStream("cells to show");
    const sorteio = complementares.map((celula) => ({ celula, ordem: stream.uniform() })).sort((a, b) => a.ordem - b.ordem).slice(0, SORTEADAS);
    expect(sorteio.length).toBeGreaterThanOrEqual(50);
    const passaram = sorteio.filter(({ celula: { k, sistema, sem } }) => auditar({ k, cells: publicar(sistema.cells, sem), relations: sistema.relations }, atacanteHighs(highs)).pass);
    expect(passaram).toEqual([]);
  }, 120_000);

  it("says in its summary what is hidden, the narrowest interval and the seals", () => {
    expect(feita.resumo).toMatch(/denuncias-lugar-ano .*oculto \d/);
    expect(feita.resumo).toMatch(/denuncias, k = 10: .*nenhum descoberto, menor intervalo \d+; supressão/);
    expect(feita.resumo).toContain(`Publicação SHA-256 ${feita.publicacao.hash}`);
  });
});

describe("a release after others", () => {
  /** A territory that publishes one table, and the register of what it published. */
  const pasta = (nome: string): string => {
    const dir = join(scratch, nome);
    cpSync(dataPath("."), dir, { recursive: true });
    const politica = { ...feita.politica, tabelas: feita.politica.tabelas.filter(({ id }) => id === "denuncias-desfecho") };
    writeFileSync(join(dir, "publicacao.json"), JSON.stringify(politica));
    return dir;
  };
  interface Registro {
    assuntos: { denuncias: { celulas: { id: string; published: number | null }[] } };
  }
  /** Registers the release with one of its hidden cells of few persons as if it had been printed so. */
  const registrarCom = async (dir: string, primeira: Protegido, impresso: (value: number) => number): Promise<string> => {
    await registrar(dir, primeira);
    const path = join(dir, "publicacoes", readdirSync(join(dir, "publicacoes"))[0] ?? "");
    const registro = JSON.parse(readFileSync(path, "utf8")) as Registro;
    const sistema = primeira.assuntos[0]?.protegidas.sistema;
    const alvo = sistema?.cells.find(({ primary, id }) => primary && id.endsWith("|*"))?.id ?? sistema?.cells.find(({ primary }) => primary)?.id;
    for (const celula of registro.assuntos.denuncias.celulas) if (celula.id === alvo) celula.published = impresso(sistema?.cells.find(({ id }) => id === alvo)?.value ?? 0);
    writeFileSync(path, JSON.stringify(registro));
    return alvo ?? "";
  };

  it("with the same figures is the same, and is audited with the one before", async () => {
    const dir = pasta("mesma");
    const primeira = await proteger(dir, folder);
    await registrar(dir, primeira);
    const segunda = await proteger(dir, folder);
    expect(segunda.publicacao.tabelas).toEqual(primeira.publicacao.tabelas);
    expect(segunda.publicacao.provas[0]).toMatchObject({ anteriores: 1, descobertas: 0 });
    expect(registroDe(primeira).assuntos.denuncias?.celulas.some(({ published }) => published === null)).toBe(true);
  });

  it("is refused when a figure printed before is of too few persons, with the cell's name", async () => {
    const dir = pasta("exposta");
    const alvo = await registrarCom(dir, await proteger(dir, folder), (value) => value);
    await expect(proteger(dir, folder)).rejects.toThrow(`A célula ${alvo} já foi publicada e agora é de poucas pessoas`);
  });

  it("is refused, and leaves no folder behind, when it is asked for from the command", async () => {
    const dir = pasta("comando");
    await registrarCom(dir, await proteger(dir, folder), (value) => value);
    const out = join(scratch, "publico-recusado");
    await expect(montarPublicacao({ dir, out })).rejects.toThrow("A publicação foi recusada");
    expect(readdirSync(scratch)).not.toContain("publico-recusado");
  });

  it("needs a policy", async () => {
    const dir = pasta("sem-politica");
    rmSync(join(dir, "publicacao.json"));
    await expect(proteger(dir, folder)).rejects.toThrow("sem política de publicação, nada é publicado");
  });
});
