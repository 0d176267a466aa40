import { mkdtemp, readFile, rm } from "node:fs/promises";
import { readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import loadHighs, { type Highs } from "highs";
import Papa from "papaparse";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readTerritory } from "../../../scripts/extracts/territory.ts";
import type { MontagemPublica } from "../../../scripts/publico/montagem.ts";
import { escreverServicos } from "../../../scripts/publico/servicos.ts";
import type { MunicipioPublico } from "../../../src/core/publico/municipio.ts";
import type { NumeroPublico } from "../../../src/core/publico/numero.ts";
import type { LinhaProtegida, Publicacao, TabelaProtegida } from "../../../src/core/publico/publicacao.ts";
import type { Contagem } from "../../../src/core/publico/contagem.ts";
import type { RelatorioPublico } from "../../../src/core/publico/relatorio.ts";
import { auditar } from "../../../src/core/sdc/auditoria.ts";
import { celulaSdc, type RelacaoSdc } from "../../../src/core/sdc/problema.ts";
import { chaveDoServico } from "../../../src/core/servicos/registro.ts";
import { parsePublicacao } from "../../../src/data/publico/ler-publicacao.ts";
import { parseServicosPublicos } from "../../../src/data/publico/servicos.ts";
import { atacanteHighs } from "../../../src/data/sdc/ataque.ts";
import { dataPath } from "../../data/folder.ts";

/** The attacker has the folder that goes out, and nothing else: everything here is read from it. */
const PASTA = "public/publico";
const ler = (nome: string): unknown => JSON.parse(readFileSync(join(PASTA, nome), "utf8"));
/** Rows of an open table, without the column that marks a demonstration. */
function csv(id: string): string[][] {
  const [titulos = [], ...linhas] = Papa.parse<string[]>(readFileSync(join(PASTA, "dados", `${id}.csv`), "utf8").replace(/^\uFEFF/, ""), { skipEmptyLines: true }).data;
  return titulos.at(-1) === "demonstracao" ? linhas.map((campos) => campos.slice(0, -1)) : linhas;
}

let highs: Highs;
let publicacao: Publicacao;

beforeAll(async () => {
  highs = await loadHighs();
  publicacao = parsePublicacao(ler("publicacao.json"));
});

/** What a table counts: complaints, requests concluded, requests in progress. */
function contado({ id, assunto }: Pick<TabelaProtegida, "id" | "assunto">): string {
  if (assunto === "denuncias") return "denuncias";
  return id.includes("em-andamento") ? "em-andamento" : "concluidas";
}

const DIMENSOES = ["lugar", "tempo", "tema", "prazo", "desfecho", "servico"] as const;
type Membros = LinhaProtegida["membros"];

function chave(oQue: string, membros: Membros): string {
  return [oQue, ...DIMENSOES.map((dimensao) => membros[dimensao] ?? (dimensao === "lugar" ? publicacao.territorio.uf : "*"))].join("|");
}

/** The wider places and times that hold a member, the nearest first, as anyone can tell from the index of municipalities. */
function maisLargos(dimensao: (typeof DIMENSOES)[number], membro: string): string[] {
  if (dimensao === "tempo") return /^\d{4}$/.test(membro) ? [] : [membro.slice(0, 4)];
  if (dimensao !== "lugar") return ["*"];
  const { uf } = publicacao.territorio;
  if (membro === uf) return [];
  if (membro.startsWith("sem-intermediaria")) return [uf];
  const dele = publicacao.municipios.find(({ codigo, regiaoCodigo, intermediariaCodigo }) => [codigo, regiaoCodigo, intermediariaCodigo].map(String).includes(membro));
  const daRegiao = String(dele?.regiaoCodigo ?? `sem-regiao-de-sem-intermediaria-de-${uf}`);
  const daIntermediaria = String(dele?.intermediariaCodigo ?? `sem-intermediaria-de-${uf}`);
  if (membro === String(dele?.intermediariaCodigo)) return [uf];
  return membro === daRegiao || membro.startsWith("sem-regiao") ? [daIntermediaria, uf] : [daRegiao, daIntermediaria, uf];
}

/** Every printed cell, and every total that a table implies, with the sums that bind them; `mostradas` as if they were printed. */
function sistemaDe(assunto: TabelaProtegida["assunto"], mostradas: ReadonlyMap<string, number> = new Map()): { readonly cells: ReturnType<typeof celulaSdc>[]; readonly relations: RelacaoSdc[] } {
  const impressas = new Map<string, NumeroPublico>();
  for (const tabela of publicacao.tabelas.filter((uma) => uma.assunto === assunto)) {
    for (const { membros, valor } of tabela.linhas) impressas.set(chave(contado(tabela), membros), valor ?? 0);
  }
  const partes = new Map<string, Set<string>>();
  const cells = new Set<string>();
  for (const tabela of publicacao.tabelas.filter((uma) => uma.assunto === assunto)) {
    const fila = tabela.linhas.map(({ membros }) => membros);
    const vistas = new Set(fila.map((membros) => chave(contado(tabela), membros)));
    for (const membros of fila) {
      const daqui = chave(contado(tabela), membros);
      cells.add(daqui);
      for (const dimensao of DIMENSOES) {
        const membro = membros[dimensao];
        // One step of one dimension at a time, so that each sum has every part once.
        const acima = membro === undefined ? undefined : maisLargos(dimensao, membro)[0];
        if (acima === undefined) continue;
        const resto: Membros = Object.fromEntries(Object.entries(membros).filter(([qual]) => qual !== dimensao));
        const total: Membros = acima === "*" ? resto : { ...resto, [dimensao]: acima };
        const soma = chave(contado(tabela), total);
        const nome = `${soma} por ${dimensao} de ${tabela.id}`;
        partes.set(nome, (partes.get(nome) ?? new Set()).add(daqui));
        if (!vistas.has(soma)) {
          vistas.add(soma);
          fila.push(total);
        }
      }
    }
  }
  // A year of which some quarter is not over is no sum of the quarters that are.
  const inteiras = [...partes].filter(([nome, daqui]) => !nome.includes(" por tempo ") || daqui.size === 4);
  return {
    cells: [...cells].map((id) => {
      const valor = mostradas.get(id) ?? impressas.get(id);
      return celulaSdc({ id, published: typeof valor === "number" ? valor : null });
    }),
    relations: inteiras.map(([nome, daqui]) => [nome.slice(0, nome.indexOf(" por ")), [...daqui]]),
  };
}

describe("whoever has the release and nothing else", () => {
  it.each(["denuncias", "servicos"] as const)("finds out no hidden number of %s by all the sums of all the tables", (assunto) => {
    const { cells, relations } = sistemaDe(assunto);
    const escondidas = publicacao.tabelas.filter((tabela) => tabela.assunto === assunto).flatMap((tabela) => tabela.linhas.flatMap(({ membros, valor }) => (valor === "oculto" ? [chave(contado(tabela), membros)] : [])));
    expect(escondidas.length).toBeGreaterThan(40);
    const { celulas } = auditar({ k: publicacao.protecao.k[assunto], cells, relations }, atacanteHighs(highs));
    const intervalo = new Map(celulas.map(({ id, exact, width }) => [id, { exact, width }]));
    expect(escondidas.filter((id) => !intervalo.has(id) || intervalo.get(id)?.exact !== false)).toEqual([]);
  });

  it("finds one out as soon as the one beside it is shown: the sums see what they should", () => {
    const { k } = publicacao.protecao;
    const { cells, relations } = sistemaDe("denuncias");
    const impressa = new Map(cells.map(({ id, published }) => [id, published]));
    const pares = relations.flatMap(([total, partes]) => {
      const ocultas = partes.filter((id) => impressa.get(id) === null);
      return typeof impressa.get(total) === "number" && ocultas.length === 2 ? [ocultas] : [];
    });
    expect(pares.length).toBeGreaterThan(3);
    const antes = new Map(auditar({ k: k.denuncias, cells, relations }, atacanteHighs(highs)).celulas.map(({ id, ip }) => [id, ip.lo]));
    for (const [uma = "", outra = ""] of pares) {
      const sistema = sistemaDe("denuncias", new Map([[uma, antes.get(uma) ?? 0]]));
      expect(auditar({ k: k.denuncias, ...sistema }, atacanteHighs(highs)).celulas.find(({ id }) => id === outra)?.exact, outra).toBe(true);
    }
  });

  it("is told of a table nothing but how many numbers it has, how many are hidden, and about which part of the whole they are", () => {
    for (const { id, linhas, resumo } of publicacao.tabelas) {
      const noArquivo = (ler("publicacao.json") as Publicacao).tabelas.find((tabela) => tabela.id === id)?.resumo ?? {};
      // The sum of the cells of few persons, or how many they are, would give a lonely one back.
      expect(Object.keys(noArquivo).sort()).toEqual(["celulas", "ocultas", "parteOculta"]);
      expect([resumo.celulas, resumo.ocultas]).toEqual([linhas.length, linhas.filter(({ valor }) => valor === "oculto").length]);
      expect(resumo.parteOculta).toBe(Math.round(1000 * resumo.parteOculta) / 1000);
    }
    for (const prova of (ler("publicacao.json") as Publicacao).provas) expect(Object.keys(prova)).not.toContain("primarias");
  });

  it("reads in each open table the very cells of the release, hidden where they are", () => {
    for (const { id, linhas } of publicacao.tabelas) {
      const lidas = csv(id).map((campos) => campos.at(-1));
      expect([id, lidas]).toEqual([id, linhas.map(({ valor }) => (valor === "oculto" ? publicacao.protecao.marca : valor === null ? "" : String(valor)))]);
    }
  });

  it("reads on each municipality's page only complaints that some table prints, hidden where they are", () => {
    const impressas = new Map(publicacao.tabelas.flatMap((tabela) => tabela.linhas.map(({ membros, valor }) => [chave(contado(tabela), membros), valor])));
    const codigoDe = ({ nome, regiao }: MunicipioPublico, lugar: MunicipioPublico["denuncias"] extends infer D ? (D extends { lugares: readonly (infer L)[] } ? L : never) : never): string => {
      const dele = publicacao.municipios.find((municipio) => municipio.nome === nome);
      if (lugar.doMunicipio) return String(dele?.codigo);
      if (lugar.nivel === "regiao" && lugar.lugar === regiao) return String(dele?.regiaoCodigo);
      return lugar.nivel === "intermediaria" ? String(dele?.intermediariaCodigo) : publicacao.territorio.uf;
    };
    let lidas = 0;
    for (const arquivo of readdirSync(join(PASTA, "municipio"))) {
      const pagina = ler(`municipio/${arquivo}`) as MunicipioPublico;
      for (const lugar of pagina.denuncias?.lugares ?? []) {
        for (const { periodo, valor } of lugar.linhas) {
          expect([arquivo, lugar.lugar, periodo, valor]).toEqual([arquivo, lugar.lugar, periodo, impressas.get(chave("denuncias", { lugar: codigoDe(pagina, lugar), tempo: periodo }))]);
          lidas += 1;
        }
      }
    }
    expect(lidas).toBeGreaterThan(publicacao.municipios.length);
  });

  it("reads in the annual report, and in its CSV, only sums of numbers that are all printed", () => {
    const visiveis = (oQue: Membros): { readonly ocultas: number; readonly soma: number }[] =>
      publicacao.tabelas
        .filter(({ assunto }) => assunto === "denuncias")
        .map(({ linhas }) => linhas.filter(({ membros }) => Object.entries(oQue).every(([dimensao, membro]) => membros[dimensao as keyof Membros]?.startsWith(membro) === true)))
        .filter((linhas) => linhas.length > 0)
        .map((linhas) => ({ ocultas: linhas.filter(({ valor }) => valor === "oculto").length, soma: linhas.reduce((soma, { valor }) => soma + (typeof valor === "number" ? valor : 0), 0) }));
    const { anos } = ler("relatorio.json") as RelatorioPublico;
    const ditas = anos.flatMap(({ ano, numero, periodos, motivos, prazos, desfechos }): [Membros, Contagem][] => [
      [{ tempo: String(ano) }, numero],
      ...periodos.map((parte): [Membros, Contagem] => [{ tempo: parte.membro }, parte]),
      ...motivos.map((parte): [Membros, Contagem] => [{ tempo: String(ano), tema: parte.membro }, parte]),
      ...prazos.map((parte): [Membros, Contagem] => [{ tempo: String(ano), prazo: parte.membro }, parte]),
      ...desfechos.map((parte): [Membros, Contagem] => [{ tempo: String(ano), desfecho: parte.membro }, parte]),
    ]);
    for (const [oQue, { valor, minimo }] of ditas) {
      const somas = visiveis(oQue);
      expect(somas.map(({ soma }) => soma), JSON.stringify(oQue)).toContain(minimo);
      if (valor !== "oculto") expect(somas.filter(({ ocultas, soma }) => ocultas === 0 && soma === valor), JSON.stringify(oQue)).not.toEqual([]);
    }
    expect(csv("relatorio-anual").map((campos) => [campos.at(-2), campos.at(-1)])).toEqual(ditas.map(([, { valor, minimo }]) => [valor === "oculto" ? publicacao.protecao.marca : String(valor ?? ""), String(minimo)]));
  });

  it("reads of a service whose count is hidden no time, no mark and no answers, on the page or in the CSV", () => {
    const { linhas } = parseServicosPublicos(ler("servicos.json"));
    const concluidas = publicacao.tabelas.find(({ id }) => id === "servicos-concluidas");
    const ocultas = new Set(concluidas?.linhas.flatMap(({ membros, valor }) => (valor === "oculto" ? [`${membros.lugar ?? ""} ${membros.tempo ?? ""} ${membros.servico ?? ""}`] : [])));
    const delas = linhas.filter(({ codigo, ano, chave: servico }) => ocultas.has(`${codigo} ${ano} ${servico}`));
    expect(delas.length).toBeGreaterThan(50);
    expect(delas.filter((l) => l.concluidas !== "oculto" || l.tempoMedio !== "oculto" || l.tempoMediano !== "oculto" || l.satisfacao !== null || l.respostas !== null || l.escala !== null)).toEqual([]);
    expect(linhas.filter(({ concluidas: n }) => n === "oculto")).toHaveLength(delas.length);
    expect(csv("servicos-painel").filter((campos) => campos.includes(publicacao.protecao.marca) && campos.slice(7).some((campo) => campo !== ""))).toEqual([]);
  });
});

describe("another record behind the hidden numbers", () => {
  let out: string;

  beforeAll(async () => {
    out = await mkdtemp(join(tmpdir(), "mirante-de-fora-"));
  });

  afterAll(async () => {
    await rm(out, { recursive: true, force: true });
  });

  it("gives the same panel of services, to the last letter", async () => {
    const folder = await readTerritory(dataPath("."));
    const valores = new Map(publicacao.tabelas.filter(({ id }) => id === "servicos-concluidas").flatMap(({ linhas }) => linhas.map(({ membros: { lugar = "", tempo = "", servico = "" }, valor }) => [`${lugar} ${tempo} ${servico}`, valor])));
    let mexidas = 0;
    const outro = (texto: string | undefined, soma: number): string => ((texto ?? "") === "" ? "" : String(Number(texto) + soma));
    const rows = folder.extratos.servicos.rows.map((row) => {
      const isOculta = valores.get(`${row["codigo_ibge"] ?? ""} ${row["ano"] ?? ""} ${chaveDoServico(row["servico"] ?? "")}`) === "oculto";
      mexidas += isOculta ? 1 : 0;
      // Requests in progress do not go out by municipality at all.
      const emAndamento = outro(row["em_andamento"], 3);
      return isOculta ? { ...row, em_andamento: emAndamento, concluidas: outro(row["concluidas"], 2), tempo_medio_dias: outro(row["tempo_medio_dias"], 1), tempo_mediano_dias: outro(row["tempo_mediano_dias"], 1), satisfacao_respostas: outro(row["satisfacao_respostas"], 1) } : { ...row, em_andamento: emAndamento };
    });
    expect(mexidas).toBeGreaterThan(50);
    const politica = { k: publicacao.protecao.k, marca: publicacao.protecao.marca } as MontagemPublica["politica"];
    const extratos = { ...folder.extratos, servicos: { ...folder.extratos.servicos, rows } };
    await escreverServicos({ dir: dataPath("."), folder: { ...folder, extratos }, publicacao, politica, out, hoje: publicacao.dataReferencia });
    expect(await readFile(join(out, "servicos.json"), "utf8")).toBe(readFileSync(join(PASTA, "servicos.json"), "utf8"));
  });
});
