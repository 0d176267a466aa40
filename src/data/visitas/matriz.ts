import { formatNumber, joinPt } from "../../core/format.ts";
import type { Municipio } from "../../core/municipio.ts";
import type { Problem } from "../../core/problem.ts";
import { fold } from "../../core/search.ts";
import type { MatrizDeDistancias } from "../../core/visitas/plano.ts";
import { LIMITS } from "../import/limits.ts";
import { numberEvidence, readNumber } from "../import/numbers.ts";
import { fileProblem, Refusal } from "../import/whole-file.ts";
import { namedPlace } from "../layouts/named-place.ts";
import type { PlaceResolver } from "../places/places.ts";
import { openRaw } from "../raw/open.ts";
import type { RawTable } from "../raw/raw.ts";

/** A matrix read, or why it was refused. With problems the matrix in use stays. */
export type LeituraDaMatriz =
  | { readonly matriz: MatrizDeDistancias; readonly problemas: readonly [] }
  | { readonly matriz: null; readonly problemas: readonly Problem[] };

/** The distances of a country's municipalities would not fit; those of a state do. */
const BYTES = 20 * 1024 * 1024;
const MAIS_LUGARES = 1000;
const MAIS_PROBLEMAS = 20;
const SIMETRIA = 1e-9;

interface Linha {
  readonly linha: number;
  readonly campos: readonly string[];
}

/** A place of the header or of the first column; null when nobody of this territory answers to it. */
interface Lugar {
  readonly texto: string;
  readonly codigo: number | null;
}

interface Tabela {
  readonly cabecalho: Linha;
  readonly colunas: readonly Lugar[];
  readonly linhas: readonly { readonly linha: number; readonly lugar: Lugar; readonly valores: readonly string[] }[];
}

/**
 * Reads a square table of road distances: first row and first column name the
 * municipalities (code or name), cells are km or hours. The unit is `unidade`,
 * or what the corner cell says ("km", "horas", "h") when it is null. Every
 * municipality given must be in it. Never throws for what is in the file.
 */
export async function readMatriz(
  file: File,
  lugares: PlaceResolver,
  municipios: readonly Pick<Municipio, "codigo" | "nome">[],
  unidade: MatrizDeDistancias["unidade"] | null,
): Promise<LeituraDaMatriz> {
  if (file.size > BYTES) return recusada([fileProblem("arquivo-recusado", `O arquivo tem mais de ${BYTES / 1_048_576} MB.`, "Use uma tabela só com os municípios do território.")]);
  try {
    const { tabelas } = await openRaw(new Uint8Array(await file.arrayBuffer()), file.name, { ...LIMITS, bytes: BYTES });
    for (const bruta of tabelas) {
      const tabela = acharTabela(bruta, lugares);
      if (tabela !== null) return lerTabela(tabela, municipios, unidade, file.name);
    }
    return recusada([
      fileProblem(
        "arquivo-recusado",
        "O arquivo não tem uma tabela de distâncias: uma linha e uma coluna com os municípios.",
        "Ponha os municípios (código do IBGE ou nome) na primeira linha e na primeira coluna, na mesma ordem.",
      ),
    ]);
  } catch (error) {
    if (error instanceof Refusal) return recusada([fileProblem("arquivo-recusado", error.message, error.conserto)]);
    throw error;
  }
}

/** The table of a sheet whose header row names at least two municipalities after its first cell. */
function acharTabela(bruta: RawTable, lugares: PlaceResolver): Tabela | null {
  const linhas: Linha[] = [];
  bruta.percorrer(({ tipo, linha, campos }) => {
    if (tipo !== "branco" && campos.some((campo) => campo.trim() !== "")) linhas.push({ linha, campos });
    return linhas.length <= MAIS_LUGARES + 60;
  });
  const uf = [...lugares.territorio.values()][0]?.uf ?? null;
  const lugarDe = (texto: string): Lugar => {
    const limpo = texto.trim();
    const leitura = /^[\d.\s]+$/.test(limpo) ? lugares.codigo(limpo) : namedPlace(lugares, limpo, uf);
    return { texto: limpo, codigo: leitura.tipo === "achado" ? leitura.codigo : null };
  };
  const at = linhas.findIndex(({ campos }) => campos.slice(1).filter((campo) => campo.trim() !== "" && lugarDe(campo).codigo !== null).length >= 2);
  const cabecalho = linhas[at];
  if (cabecalho === undefined) return null;
  const ultima = cabecalho.campos.findLastIndex((campo) => campo.trim() !== "");
  return {
    cabecalho,
    colunas: cabecalho.campos.slice(1, ultima + 1).map(lugarDe),
    linhas: linhas.slice(at + 1).map(({ linha, campos }) => ({ linha, lugar: lugarDe(campos[0] ?? ""), valores: campos.slice(1) })),
  };
}

function lerTabela({ cabecalho, colunas, linhas }: Tabela, municipios: readonly Pick<Municipio, "codigo" | "nome">[], pedida: MatrizDeDistancias["unidade"] | null, arquivo: string): LeituraDaMatriz {
  const nomes = new Map(municipios.map(({ codigo, nome }) => [codigo, nome]));
  const nome = (codigo: number): string => nomes.get(codigo) ?? String(codigo);
  const unidade = pedida ?? unidadeDe(cabecalho.campos[0] ?? "");
  if (unidade === null) {
    return recusada([fileProblem("arquivo-recusado", "A tabela não diz se os números são quilômetros ou horas.", "Escolha a unidade, ou escreva “km” ou “horas” no canto da tabela.")]);
  }
  const deLugar = [
    ...lugaresRuins(colunas.map((lugar) => ({ lugar, linha: cabecalho.linha })), "coluna", nome),
    ...lugaresRuins(linhas, "linha", nome),
  ];
  if (colunas.length !== linhas.length) {
    deLugar.unshift(
      fileProblem(
        "arquivo-recusado",
        `A tabela tem ${formatNumber(linhas.length)} linhas e ${formatNumber(colunas.length)} colunas de municípios.`,
        "Use uma tabela quadrada: os mesmos municípios nas linhas e nas colunas.",
      ),
    );
  }
  if (deLugar.length > 0) return recusada(deLugar);
  const naColuna = new Map(colunas.map(({ codigo }, j) => [codigo ?? 0, j]));
  const naLinha = new Map(linhas.map(({ lugar }, i) => [lugar.codigo ?? 0, i]));
  const soDeUmLado = [
    ...[...naColuna.keys()].filter((codigo) => !naLinha.has(codigo)).map((codigo) => `${nome(codigo)} (só nas colunas)`),
    ...[...naLinha.keys()].filter((codigo) => !naColuna.has(codigo)).map((codigo) => `${nome(codigo)} (só nas linhas)`),
  ];
  if (soDeUmLado.length > 0) {
    return recusada([fileProblem("arquivo-recusado", `Linhas e colunas não têm os mesmos municípios: ${resumida(soDeUmLado)}.`, "Use os mesmos municípios nas linhas e nas colunas.")]);
  }
  const faltam = municipios.filter(({ codigo }) => !naLinha.has(codigo)).map((municipio) => municipio.nome);
  if (faltam.length > 0) {
    return recusada([fileProblem("arquivo-recusado", `A tabela não tem todos os municípios: ${faltam.length === 1 ? "falta" : "faltam"} ${resumida(faltam)}.`, "Acrescente as linhas e colunas que faltam.")]);
  }
  const codigos = [...naLinha.keys()].filter((codigo) => nomes.has(codigo)).sort((a, b) => a - b);
  const celula = (i: number, j: number): { readonly linha: number; readonly texto: string } => {
    const linha = linhas[naLinha.get(codigos[i] ?? 0) ?? -1];
    return { linha: linha?.linha ?? 0, texto: (linha?.valores[naColuna.get(codigos[j] ?? 0) ?? -1] ?? "").trim() };
  };
  return lerValores(codigos, celula, nome, unidade, arquivo);
}

function lerValores(
  codigos: readonly number[],
  celula: (i: number, j: number) => { readonly linha: number; readonly texto: string },
  nome: (codigo: number) => string,
  unidade: MatrizDeDistancias["unidade"],
  arquivo: string,
): LeituraDaMatriz {
  const n = codigos.length;
  const evidencia = numberEvidence();
  for (let i = 0; i < n; i += 1) for (let j = 0; j < n; j += 1) evidencia.add(celula(i, j).texto);
  const estilo = evidencia.decide();
  const valores = new Array<number>(n * n).fill(0);
  const problemas: Problem[] = [];
  const par = (i: number, j: number): string => `de ${nome(codigos[i] ?? 0)} a ${nome(codigos[j] ?? 0)}`;
  for (let i = 0; i < n; i += 1) {
    for (let j = 0; j < n; j += 1) {
      const { linha, texto } = celula(i, j);
      const naCelula = (mensagem: string, conserto: string): void => {
        problemas.push({ gravidade: "arquivo-recusado", linha, coluna: nome(codigos[j] ?? 0), valor: texto === "" ? null : texto.slice(0, 80), mensagem, conserto });
      };
      if (texto === "") {
        if (i !== j) naCelula(`Falta a distância ${par(i, j)}.`, "Preencha a célula: em branco não é zero.");
        continue;
      }
      const lido = readNumber(texto, estilo);
      const valor = typeof lido === "object" ? lido.valor : lido === "ambiguo" ? Number(texto.replace(",", ".")) : Number.NaN;
      if (!Number.isFinite(valor)) naCelula(`A distância ${par(i, j)} não é um número.`, "Confira a célula.");
      else if (valor < 0) naCelula(`A distância ${par(i, j)} é negativa.`, "Escreva uma distância de zero para cima.");
      else if (i === j && valor !== 0) naCelula(`A distância de ${nome(codigos[i] ?? 0)} a si mesmo não é zero.`, "Deixe a diagonal em zero ou em branco.");
      valores[i * n + j] = valor;
    }
  }
  if (problemas.length > 0) return recusada(problemas);
  const tortos: string[] = [];
  for (let i = 0; i < n; i += 1) {
    for (let j = i + 1; j < n; j += 1) {
      const [ida, volta] = [valores[i * n + j] ?? 0, valores[j * n + i] ?? 0];
      if (Math.abs(ida - volta) > SIMETRIA) tortos.push(`${par(i, j)} são ${decimal(ida)} e na volta ${decimal(volta)}`);
    }
  }
  if (tortos.length > 0) {
    const lista = tortos.slice(0, MAIS_PROBLEMAS).map((torto) => fileProblem("arquivo-recusado", `Ida e volta são diferentes: ${torto}.`, "Escreva a mesma distância nos dois sentidos, por exemplo a maior."));
    const mais = tortos.length - lista.length;
    if (mais > 0) lista.push(fileProblem("arquivo-recusado", `Há mais ${formatNumber(mais)} pares com ida e volta diferentes.`, "Confira a tabela inteira."));
    return { matriz: null, problemas: lista };
  }
  return { matriz: { unidade, codigos, valores, arquivo }, problemas: [] };
}

function lugaresRuins(lugares: readonly { readonly lugar: Lugar; readonly linha: number }[], onde: "linha" | "coluna", nome: (codigo: number) => string): Problem[] {
  const vistos = new Set<number>();
  return lugares.flatMap(({ lugar: { texto, codigo }, linha }): Problem[] => {
    const problema = (mensagem: string, conserto: string): Problem[] => [{ gravidade: "arquivo-recusado", linha, coluna: null, valor: texto.slice(0, 80), mensagem, conserto }];
    if (texto === "") return problema(`Há uma ${onde} com distâncias e sem município.`, `Escreva o município da ${onde}, ou apague-a.`);
    if (codigo === null) return problema(`O município “${texto}” da ${onde} não é conhecido neste território.`, "Use o código do IBGE ou o nome oficial, e só municípios do território.");
    if (vistos.has(codigo)) return problema(`${nome(codigo)} aparece em mais de uma ${onde}.`, `Deixe uma ${onde} por município.`);
    vistos.add(codigo);
    return [];
  });
}

function unidadeDe(canto: string): MatrizDeDistancias["unidade"] | null {
  const palavras = fold(canto).split(/[^a-z]+/);
  if (palavras.some((palavra) => palavra === "km" || palavra === "quilometros" || palavra === "quilometro")) return "km";
  if (palavras.some((palavra) => palavra === "h" || palavra === "hora" || palavra === "horas")) return "horas";
  return null;
}

/** A list that a sentence can hold. */
function resumida(itens: readonly string[]): string {
  const MAIS = 6;
  return itens.length <= MAIS ? joinPt(itens) : joinPt([...itens.slice(0, MAIS - 1), `mais ${formatNumber(itens.length - MAIS + 1)}`]);
}

function decimal(valor: number): string {
  return formatNumber(valor, Number.isInteger(valor) ? 0 : 1);
}

function recusada(problemas: readonly Problem[]): LeituraDaMatriz {
  return { matriz: null, problemas: problemas.slice(0, MAIS_PROBLEMAS) };
}
