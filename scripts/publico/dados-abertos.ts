import { cp, mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { conferirTabela, type TabelaAberta } from "../../src/core/publico/aberto.ts";
import type { EdicaoDeMudancas } from "../../src/core/publico/mudancas.ts";
import { csvDaTabela, figuraImpressa } from "../../src/data/publico/csv-aberto.ts";
import { lerAnterior, lerMotivos, PASTA_ANTERIOR } from "./dados-abertos-anterior.ts";
import { historicoCom, tabelaDoHistorico } from "./dados-abertos-historico.ts";
import { indiceAberto } from "./dados-abertos-indice.ts";
import { type ArquivoAberto, type EdicaoAberta, hashDosArquivos, pacoteAberto } from "./dados-abertos-pacote.ts";
import { tabelaDeIndicadores, tabelaDeMunicipios, tabelaDoCatalogo } from "./dados-abertos-referencia.ts";
import type { MontagemPublica } from "./montagem.ts";

/**
 * Writes the open data of a release: `dados/<table>.csv`, `dados/datapackage.json`,
 * `dados/mudancas.json`, `dados/index.txt` and `llms.txt`. Gives back all the tables written,
 * the reference ones and the changelog included.
 * @throws RangeError naming the table, row and column that cannot go out as it says it is
 */
export async function escreverDadosAbertos(m: MontagemPublica, tabelas: readonly TabelaAberta[]): Promise<readonly TabelaAberta[]> {
  const todas = comReferencias(m, tabelas);
  const numeros = todas.map(arquivoDe);
  const anterior = await lerAnterior(m.dir);
  const momento = { data: m.hoje, hash: hashDosArquivos(numeros), motivos: await lerMotivos(m.dir) };
  const historico = historicoCom(anterior, numeros.map(({ tabela }) => tabela), momento);
  const arquivos = [...numeros, arquivoDe(tabelaDoHistorico(historico))];
  await escreverPasta(m.out, arquivos, edicaoDe(m), historico);
  return arquivos.map(({ tabela }) => tabela);
}

/** Keeps the open data of a release in the territory's folder, as what the next one is compared with. */
export async function registrarDadosAbertos({ dir, out }: Pick<MontagemPublica, "dir" | "out">): Promise<void> {
  const pasta = join(dir, PASTA_ANTERIOR);
  await rm(pasta, { recursive: true, force: true });
  await cp(join(out, "dados"), pasta, { recursive: true });
}

/** The tables given and those that the others refer to, each id once. */
function comReferencias({ folder, publicacao }: MontagemPublica, tabelas: readonly TabelaAberta[]): TabelaAberta[] {
  const dadas = new Set<string>();
  for (const { id } of tabelas) {
    if (dadas.has(id)) throw new RangeError(`open table ${id} is given twice`);
    dadas.add(id);
  }
  const referencia = [tabelaDeMunicipios(publicacao), tabelaDoCatalogo(folder), tabelaDeIndicadores(folder, publicacao)];
  return [...referencia.filter(({ id, linhas }) => !dadas.has(id) && linhas.length > 0), ...tabelas];
}

function arquivoDe(dada: TabelaAberta): ArquivoAberto {
  conferirTabela(dada);
  // As printed from here on: a release is compared with what the last one printed.
  const tabela = { ...dada, linhas: dada.linhas.map((linha) => linha.map((valor) => (typeof valor === "number" ? figuraImpressa(valor) : valor))) };
  // The mark goes in every row: a row copied out of its file still says what it is.
  const marca = { nome: "demonstracao", titulo: "Demonstração", descricao: "Sim quando a linha é inventada para demonstrar o aplicativo: não descreve nenhum fato.", tipo: "logico" } as const;
  const marcada = tabela.colunas.some(({ nome }) => nome === marca.nome)
    ? tabela
    : { ...tabela, colunas: [...tabela.colunas, marca], linhas: tabela.linhas.map((linha) => [...linha, tabela.demonstracao]) };
  return { tabela: marcada, csv: csvDaTabela(marcada) };
}

function edicaoDe({ folder, politica, publicacao, hoje }: MontagemPublica): EdicaoAberta {
  return {
    territorio: publicacao.territorio,
    orgao: folder.territorio.orgao,
    responsavel: politica.responsavel.nome,
    contato: politica.responsavel.contato,
    licenca: politica.licenca,
    dataReferencia: publicacao.dataReferencia,
    publicadoEm: hoje,
    hash: publicacao.hash,
    politica: publicacao.politica,
    fontes: folder.fontes,
  };
}

async function escreverPasta(out: string, arquivos: readonly ArquivoAberto[], edicao: EdicaoAberta, historico: readonly EdicaoDeMudancas[]): Promise<void> {
  const pasta = join(out, "dados");
  await rm(pasta, { recursive: true, force: true });
  await mkdir(pasta, { recursive: true });
  const json = (valor: unknown): string => `${JSON.stringify(valor, null, 2)}\n`;
  await Promise.all([
    ...arquivos.map(({ tabela, csv }) => writeFile(join(pasta, `${tabela.id}.csv`), csv)),
    writeFile(join(pasta, "datapackage.json"), json(pacoteAberto(arquivos, edicao))),
    writeFile(join(pasta, "mudancas.json"), json(historico)),
    writeFile(join(pasta, "index.txt"), indiceAberto(arquivos, edicao, "../")),
    writeFile(join(out, "llms.txt"), indiceAberto(arquivos, edicao, "")),
  ]);
}
