import { fold } from "../../core/search.ts";
import type { RawTable } from "../raw/raw.ts";
import { looksLikeCode, openingRows } from "./match.ts";
import { cellText } from "./cells.ts";

/** One dimension of the answer: where its code and its name are. */
export interface SidraDimension {
  readonly titulo: string;
  readonly codigoAt: number | undefined;
  readonly nomeAt: number | undefined;
}

/** Where everything is in an answer of SIDRA. */
export interface SidraHeader {
  /** Line of the record of labels; of the header where the labels are the header itself. */
  readonly linha: number;
  readonly rotulos: readonly string[];
  readonly valorAt: number;
  readonly nivelAt: number | undefined;
  readonly unidadeAt: number | undefined;
  readonly territorio: SidraDimension;
  readonly variavel: SidraDimension;
  readonly periodo: SidraDimension;
  readonly classificacoes: readonly SidraDimension[];
  /** False when the query asked for no labels: the dimensions are taken in the default order. */
  readonly temRotulos: boolean;
}

const KEY = /^(?:[NM][CN]|V|D\d{1,2}[CN])$/;

/**
 * Finds the dimensions: by the record of labels that opens a `/values` answer, by
 * the header where an answer was saved as a table with its labels, or, with
 * neither, by the default order of SIDRA (place, variable, period).
 */
export function sidraHeader(tabela: RawTable): SidraHeader | null {
  const { cabecalho, inicio } = tabela;
  if (cabecalho === null) return null;
  const nomes = cabecalho.nomes;
  if (nomes.includes("V") && nomes.every((nome) => KEY.test(nome))) {
    const first = inicio.find(({ linha }) => linha > cabecalho.linha);
    const valorAt = nomes.indexOf("V");
    if (first !== undefined && fold(first.campos[valorAt] ?? "") === "valor") {
      return headerOf(first.linha, nomes.map((_, at) => cellText(first.campos, at)));
    }
    return withoutLabels(tabela, cabecalho.linha, nomes);
  }
  return nomes.some((nome) => fold(nome) === "nivel territorial codigo") || nomes.some((nome) => fold(nome) === "variavel codigo")
    ? headerOf(cabecalho.linha, nomes)
    : null;
}

const PERIODO = /^(ano|mes|trimestre|semestre|periodo|trimestre movel|data)$/;
const TERRITORIO = /^(municipio|brasil|grande regiao|unidade da federacao|regiao|microrregiao|mesorregiao|distrito|subdistrito|bairro|nivel territorial)/;

function headerOf(linha: number, rotulos: readonly string[]): SidraHeader | null {
  const keys = rotulos.map((rotulo) => fold(rotulo));
  const at = (key: string): number | undefined => (keys.includes(key) ? keys.indexOf(key) : undefined);
  const valorAt = at("valor");
  if (valorAt === undefined) return null;
  const fixed = new Set(["valor", "nivel territorial", "nivel territorial codigo", "unidade de medida", "unidade de medida codigo"]);
  const titles = [...new Set(keys.filter((key) => key !== "" && !fixed.has(key)).map((key) => key.replace(/ codigo$/, "")))];
  const dimensions = titles.map((title): SidraDimension & { readonly key: string } => ({
    key: title,
    titulo: rotulos[at(title) ?? -1] ?? rotulos[at(`${title} codigo`) ?? -1] ?? title,
    codigoAt: at(`${title} codigo`),
    nomeAt: at(title),
  }));
  const territorio = dimensions.find(({ key }) => TERRITORIO.test(key));
  const variavel = dimensions.find(({ key }) => key === "variavel");
  const periodo = dimensions.find(({ key }) => PERIODO.test(key));
  if (territorio === undefined || variavel === undefined || periodo === undefined) return null;
  const classificacoes = dimensions.filter((dimension) => dimension !== territorio && dimension !== variavel && dimension !== periodo);
  return {
    linha,
    rotulos,
    valorAt,
    nivelAt: at("nivel territorial codigo"),
    unidadeAt: at("unidade de medida"),
    territorio,
    variavel,
    periodo,
    classificacoes,
    temRotulos: true,
  };
}

function withoutLabels(tabela: RawTable, linha: number, nomes: readonly string[]): SidraHeader | null {
  const at = (name: string): number | undefined => (nomes.includes(name) ? nomes.indexOf(name) : undefined);
  const dimension = (n: number): SidraDimension => ({ titulo: `D${String(n)}`, codigoAt: at(`D${String(n)}C`), nomeAt: at(`D${String(n)}N`) });
  const [territorio, variavel, periodo] = [dimension(1), dimension(2), dimension(3)];
  const rows = openingRows(tabela, linha);
  const sample = rows[0]?.campos ?? [];
  const place = cellText(sample, territorio.codigoAt);
  const when = cellText(sample, periodo.codigoAt ?? periodo.nomeAt);
  if (!(looksLikeCode(place) || /^\d{1,2}$/.test(place)) || !/^(19|20)\d{2}(0[1-9]|1[0-2])?$/.test(when)) return null;
  const count = Math.max(...nomes.map((nome) => Number(/^D(\d+)[CN]$/.exec(nome)?.[1] ?? 0)));
  return {
    linha,
    rotulos: nomes,
    valorAt: nomes.indexOf("V"),
    nivelAt: at("NC"),
    unidadeAt: at("MN"),
    territorio,
    variavel,
    periodo,
    classificacoes: Array.from({ length: Math.max(0, count - 3) }, (_, i) => dimension(i + 4)),
    temRotulos: false,
  };
}
