// @vitest-environment jsdom
import { beforeAll, describe, expect, it } from "vitest";
import { pacoteAberto, type EdicaoAberta } from "../../../../scripts/publico/dados-abertos-pacote.ts";
import { csvDaTabela } from "../../../../src/data/publico/csv-aberto.ts";
import { parsePacote } from "../../../../src/data/publico/csv-pacote.ts";
import type { TabelaAberta } from "../../../../src/core/publico/aberto.ts";
import type { EdicaoDeMudancas } from "../../../../src/core/publico/mudancas.ts";
import Dados from "../../../../src/views/transparencia/dados/Dados.tsx";
import { comoCitar, fatosDaTabela, linhasDoHistorico, resumoDaEdicao, tamanhoDaTabela } from "../../../../src/views/transparencia/dados/model.ts";
import type { Leitura, ParteDeTransparenciaProps } from "../../../../src/views/transparencia/parte.ts";
import { only, render } from "../../../ui/render.tsx";

const EDICAO: EdicaoAberta = {
  territorio: { uf: "XX", nome: "Terra de Teste" },
  orgao: "Secretaria de Teste",
  responsavel: "Vigilância",
  contato: "dados@exemplo.gov.br",
  licenca: { nome: "CC-BY-4.0", titulo: "Atribuição 4.0", url: "https://exemplo.org/by" },
  dataReferencia: "2026-10-31",
  publicadoEm: "2026-11-02",
  hash: "a".repeat(64),
  politica: "b".repeat(64),
  fontes: [],
};

const TABELA: TabelaAberta = {
  id: "denuncias-ano",
  titulo: "Denúncias por ano",
  descricao: "Quantas denúncias por ano.",
  colunas: [
    { nome: "ano", titulo: "Ano", descricao: "Ano do registro.", tipo: "inteiro", chave: true },
    { nome: "casos", titulo: "Casos", descricao: "Quantas.", tipo: "inteiro", unidade: "denúncias" },
  ],
  linhas: [
    [2024, 57],
    [2025, 61],
  ],
  fontes: ["denuncias"],
  demonstracao: true,
  cobertura: { inicio: "2024", fim: "2025" },
  periodicidade: "trimestral",
};

const HISTORICO: readonly EdicaoDeMudancas[] = [
  {
    data: "2026-11-02",
    hash: "2",
    anterior: "1",
    motivos: { "denuncias-ano": "Registro corrigido." },
    mudancas: [{ tabela: "denuncias-ano", tipo: "alterado", chave: "2024", coluna: "casos", de: "55", para: "57" }],
  },
  { data: "2026-08-02", hash: "1", anterior: null, motivos: {}, mudancas: [] },
];

const CSV = csvDaTabela(TABELA);
const PACOTE: unknown = JSON.parse(JSON.stringify(pacoteAberto([{ tabela: TABELA, csv: CSV }], EDICAO)));

function pagina(arquivos: Readonly<Record<string, unknown>>): HTMLElement {
  const ler = <T,>(caminho: string | null, parse: (value: unknown) => T): Leitura<T> => {
    const valor = arquivos[caminho ?? ""];
    if (valor === undefined) return { estado: "erro", erro: { mensagem: `Faltou ${String(caminho)}.`, conserto: "Tente de novo.", detalhe: "404" }, tentarDeNovo: () => undefined };
    return { estado: "pronto", valor: parse(valor) };
  };
  const props = { ler, arquivo: (caminho: string) => `publico/${caminho}` } as unknown as ParteDeTransparenciaProps;
  return render(<Dados {...props} />).host;
}

describe("the page of open data", () => {
  let host: HTMLElement;
  beforeAll(() => {
    document.head.innerHTML = '<base href="https://exemplo.org/mirante/">';
  });

  it("says how much there is, and offers each file at its stable address", () => {
    host = pagina({ "dados/datapackage.json": PACOTE, "dados/mudancas.json": HISTORICO });
    expect(only(host, ".states-sentence-text").textContent).toBe("1 tabela e 2 linhas para baixar, com a licença Atribuição 4.0.");
    const link = only(host, "a[download]", HTMLAnchorElement);
    expect(link.getAttribute("href")).toBe("publico/dados/denuncias-ano.csv");
    expect(link.textContent).toBe("Baixar CSV: Denúncias por ano (demonstração)");
    expect(host.textContent).toContain("SHA-256");
  });

  it("lists what a column holds, in words, and which make the key", () => {
    host = pagina({ "dados/datapackage.json": PACOTE, "dados/mudancas.json": HISTORICO });
    const linhas = [...host.querySelectorAll(".abertos-colunas tbody tr")].map((tr) => [...tr.children].map((celula) => celula.textContent));
    expect(linhas).toEqual([
      ["ano", "Ano do registro.", "número inteiro; faz parte da chave"],
      ["casos", "Quantas.", "número inteiro, em denúncias"],
    ]);
  });

  it("tells what changed with before, now and why", () => {
    host = pagina({ "dados/datapackage.json": PACOTE, "dados/mudancas.json": HISTORICO });
    expect(host.textContent).toContain("Publicação de 02/11/2026");
    expect(host.textContent).toContain("Nenhum acréscimo, 1 alteração e nenhuma retirada.");
    for (const texto of ["Denúncias por ano (demonstração)", "2024 · casos", "55", "57", "Registro corrigido."]) expect(host.textContent).toContain(texto);
    expect(host.textContent).toContain("Primeira publicação.");
  });

  it("keeps the tables when only the history did not come", () => {
    host = pagina({ "dados/datapackage.json": PACOTE });
    expect(host.querySelectorAll(".abertos-tabela")).toHaveLength(1);
    expect(host.textContent).toContain("Faltou dados/mudancas.json.");
  });

  it("never follows a descriptor out of the release's folder", () => {
    const fora = JSON.parse(JSON.stringify(PACOTE).replace("denuncias-ano.csv", "../../../x.csv")) as unknown;
    expect(() => parsePacote(fora)).toThrow();
  });
});

describe("what the page says of a table", () => {
  const [tabela] = parsePacote(PACOTE).resources;
  if (tabela === undefined) throw new Error("a table expected");

  it("has its size as the file has it", () => {
    // "ano,casos" and two rows of "2024,57", each with CR LF: 11 + 9 + 9 = 29 bytes.
    expect(tamanhoDaTabela(tabela)).toBe("2 linhas, 2 colunas, 29\u00a0bytes");
  });

  it("cites with what finds the same figures again", () => {
    expect(comoCitar(tabela, "https://exemplo.org/x.csv")).toBe(
      `Secretaria de Teste. Denúncias por ano (demonstração). Publicado em 02/11/2026. https://exemplo.org/x.csv. SHA-256 ${tabela.hash.slice(0, 16)}.`,
    );
    expect(tabela.hash).toMatch(/^[0-9a-f]{64}$/);
  });

  it("tells period, place, dates, source and who answers", () => {
    expect(Object.fromEntries(fatosDaTabela(tabela).map(({ nome, valor }) => [nome, valor]))).toEqual({
      Período: "de 2024 a 2025",
      Atualização: "trimestral",
      Lugar: "Terra de Teste, sem recorte por lugar",
      Publicação: "02/11/2026",
      "Dados até": "31/10/2026",
      Tema: "Proteção Social",
      Fonte: "denuncias",
      "Quem responde": "Vigilância, Secretaria de Teste",
      Contato: "dados@exemplo.gov.br",
    });
  });

  it("says that nobody told a reason, and names a table that is gone by its file", () => {
    const edicao: EdicaoDeMudancas = { data: "2026-11-02", hash: "2", anterior: "1", motivos: {}, mudancas: [{ tabela: "velha", tipo: "retirado", chave: null, coluna: null, de: "3 linhas", para: null }] };
    expect(linhasDoHistorico(edicao, new Map())).toEqual([{ ordem: 1, tabela: "velha", tipo: "retirado", lugar: "a tabela inteira", de: "3 linhas", para: "nada", motivo: "não informado" }]);
    expect(resumoDaEdicao(edicao)).toBe("Nenhum acréscimo, nenhuma alteração e 1 retirada.");
  });
});
