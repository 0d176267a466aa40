import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { indicadoresDoMetodo } from "../../src/core/metodo/method.ts";
import type { Municipio } from "../../src/core/municipio.ts";
import { montarMunicipiosPublicos, type EntradaDosMunicipios, type PontoPublicado } from "../../src/core/publico/municipio-montar.ts";
import type { ApoioDoAno, ApoioPublico } from "../../src/core/publico/municipio.ts";
import { apoiosDados, contarPorMunicipio } from "../../src/core/publico/visitas.ts";
import { ESTRATEGIA_ROTULO } from "../../src/data/contracts/apoios.ts";
import { parsePalavras, type Palavras } from "../../src/data/publico/ler-glossario.ts";
import { parseMunicipioPublico } from "../../src/data/publico/ler-municipio.ts";
import type { TextRow } from "../extracts/csv.ts";
import { readMunicipios } from "../extracts/snapshot.ts";
import type { TerritoryFolder } from "../extracts/territory.ts";
import { escreverJson, type Escritor, type MontagemPublica } from "./montagem.ts";
import { tabelaDasComparacoes } from "./municipios-tabela.ts";

/** Where a territory keeps its plain words; those of this repository serve a folder without them. */
export const GLOSSARY_FILE = "glossario.json";

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** Writes `municipio/<codigo>.json`, one file a municipality, and `glossario.json`. */
export const escreverMunicipios: Escritor = async (m) => {
  const palavras = await lerPalavras(m.dir);
  const entrada = entradaDosMunicipios(m, palavras);
  const paginas = montarMunicipiosPublicos(entrada).map((pagina) => parseMunicipioPublico(JSON.parse(JSON.stringify(pagina))));
  await escreverJson(m, "glossario.json", palavras.verbetes);
  await Promise.all(paginas.map((pagina) => escreverJson(m, `municipio/${pagina.codigo}.json`, pagina)));
  return [tabelaDasComparacoes(paginas)];
};

/** The plain words of a territory's folder. */
export async function lerPalavras(dir: string): Promise<Palavras> {
  const daPasta = join(dir, GLOSSARY_FILE);
  const path = existsSync(daPasta) ? daPasta : join(ROOT, "data", GLOSSARY_FILE);
  return parsePalavras(JSON.parse(await readFile(path, "utf8")));
}

/** What the pages are made from: official figures, support given, and complaints only as they were protected. */
export function entradaDosMunicipios({ folder, politica, publicacao }: Pick<MontagemPublica, "folder" | "politica" | "publicacao">, palavras: Palavras): EntradaDosMunicipios {
  const { territorio, catalogo, fontes, metodo, extratos } = folder;
  const municipios = readMunicipios(extratos.municipios.rows);
  return {
    municipios,
    territorio: { uf: territorio.uf, nome: territorio.nome, nomeCom: territorio.nomeCom },
    dataReferencia: publicacao.dataReferencia,
    catalogo,
    fontes,
    doMetodo: indicadoresDoMetodo(metodo).map(({ id }) => id),
    palavras,
    series: seriesDe(extratos.indicadores.rows),
    apoios: apoiosDe(folder, municipios, publicacao.dataReferencia),
    denuncias:
      extratos.denuncias.rows.length === 0
        ? null
        : { k: politica.k.denuncias, demonstracao: extratos.denuncias.demonstracao, inicio: publicacao.extratos.find(({ id }) => id === "denuncias")?.inicio?.slice(0, 7) ?? null, tabelas: publicacao.tabelas.filter(({ assunto }) => assunto === "denuncias") },
  };
}

function seriesDe(rows: readonly TextRow[]): Map<string, Map<number, PontoPublicado[]>> {
  const series = new Map<string, Map<number, PontoPublicado[]>>();
  for (const { indicador = "", codigo = "", periodo = "", valor = "", fonte = "" } of rows) {
    if (valor === "") continue;
    const doIndicador = series.get(indicador) ?? new Map<number, PontoPublicado[]>();
    const pontos = doIndicador.get(Number(codigo)) ?? [];
    pontos.push({ periodo, valor: Number(valor), fonte });
    doIndicador.set(Number(codigo), pontos);
    series.set(indicador, doIndicador);
  }
  for (const doIndicador of series.values()) for (const pontos of doIndicador.values()) pontos.sort((a, b) => (a.periodo < b.periodo ? -1 : 1));
  return series;
}

function apoiosDe({ extratos: { apoios } }: TerritoryFolder, municipios: readonly Municipio[], ate: string): Map<number, ApoioPublico> | null {
  const dados = apoiosDados(
    apoios.rows.map((row) => ({
      apoio: row["apoio"] ?? "",
      codigo: Number(row["codigo_ibge"]),
      data: row["data"] ?? "",
      estrategia: row["estrategia"] ?? "",
      modalidade: row["modalidade"] ?? "",
      situacao: row["situacao"] ?? "",
    })),
    ate,
  );
  const meses = dados.map(({ data }) => data.slice(0, 7)).sort();
  const inicio = meses[0];
  const fim = meses.at(-1);
  if (inicio === undefined || fim === undefined) return null;
  const primeiro = Number(inicio.slice(0, 4));
  const anos = Array.from({ length: Number(fim.slice(0, 4)) - primeiro + 1 }, (_, i) => primeiro + i);
  const contagens = contarPorMunicipio(dados);
  return new Map(
    municipios.map(({ codigo }) => {
      const daqui = contagens.filter((contagem) => contagem.codigo === codigo);
      const doAno = (ano: number): ApoioDoAno => {
        const dele = daqui.filter((contagem) => contagem.ano === ano);
        const presencial = dele.reduce((soma, { presenciais }) => soma + presenciais, 0);
        return {
          ano,
          presencial,
          aDistancia: dele.reduce((soma, { apoios: vezes }) => soma + vezes, 0) - presencial,
          estrategias: dele.map(({ estrategia, apoios: vezes }) => ({ nome: nomeDaEstrategia(estrategia), vezes })).sort((a, b) => b.vezes - a.vezes || (a.nome < b.nome ? -1 : 1)),
        };
      };
      return [codigo, { demonstracao: apoios.demonstracao, inicio, fim, anos: anos.map(doAno) }];
    }),
  );
}

function nomeDaEstrategia(id: string): string {
  return (ESTRATEGIA_ROTULO as Readonly<Record<string, string>>)[id] ?? "Outra forma de apoio";
}
