import { daysBetween, type CivilDate } from "../../core/civil-date.ts";
import type { DiaParado } from "../../core/denuncias/calendario.ts";
import { formatNumber } from "../../core/format.ts";
import type { Problem } from "../../core/problem.ts";
import { fold } from "../../core/search.ts";
import { column } from "../contracts/contract.ts";
import { LIMITS } from "../import/limits.ts";
import { personHeader, personIn } from "../import/person.ts";
import { eachRecord } from "../import/records.ts";
import { cellReader, clean, type CellTextReader } from "../import/values.ts";
import { fileProblem, Refusal } from "../import/whole-file.ts";
import { namedPlace } from "../layouts/named-place.ts";
import type { PlaceResolver } from "../places/places.ts";
import { headerNames } from "../raw/header-names.ts";
import { openRaw } from "../raw/open.ts";
import type { RawTable, TableRecord } from "../raw/raw.ts";

/** The days of a calendar that could be read, and what is wrong with the others. */
export interface LeituraDoCalendario {
  /** By first day; empty when the file was refused. */
  readonly dias: readonly DiaParado[];
  readonly problemas: readonly Problem[];
}

const BYTES = 2 * 1024 * 1024;
const MAIS_LINHAS = 5_000;
const MAIS_PROBLEMAS = 1_000;
const MAIOR_NOME = 80;
const MAIOR_PERIODO = 366;
const PRIMEIRO_DIA: CivilDate = "2000-01-01";
const ULTIMO_DIA: CivilDate = "2099-12-31";
const MES_ANTES = /^\d{1,2}[/.-](1[3-9]|[2-9]\d)[/.-]\d{2,4}$/;

/** Columns of the file with the titles each goes by, folded. */
const TITULOS = {
  data: ["data", "dia"],
  inicio: ["inicio", "data inicio", "data de inicio", "de"],
  fim: ["fim", "data fim", "data de fim", "ate"],
  tipo: ["tipo", "o que e"],
  nome: ["nome", "descricao", "feriado", "evento", "motivo"],
  codigo_ibge: ["codigo ibge", "cod ibge", "ibge", "codigo municipio", "municipio", "codigo"],
} as const;

type Coluna = keyof typeof TITULOS;

const TIPOS: Readonly<Record<string, DiaParado["tipo"]>> = {
  feriado: "feriado",
  "feriado municipal": "feriado",
  facultativo: "facultativo",
  "ponto facultativo": "facultativo",
  suspensao: "suspensao",
  "suspensao de prazos": "suspensao",
  recesso: "suspensao",
};

/** The header of a calendar file, to be filled in: UTF-8 with BOM, `;`. */
export function modeloDoCalendario(): string {
  return `\ufeff${Object.keys(TITULOS).join(";")}\r\n`;
}

/**
 * Reads a calendar of days without business: local holidays, optional days,
 * periods in which terms do not run. Columns `data`, or `inicio` and `fim`; `tipo`
 * (feriado, facultativo, suspensão); `nome`; `codigo_ibge` where it is of one
 * municipality only, by code or name. A row that does not read is a problem with
 * its line and column, and the others stand. Never throws for what is in the file.
 */
export async function readCalendario(file: File, lugares: PlaceResolver): Promise<LeituraDoCalendario> {
  if (file.size > BYTES) return recusado(`O arquivo tem mais de ${BYTES / 1_048_576} MB.`, "Use um arquivo só com os dias do calendário.");
  try {
    const { tabelas } = await openRaw(new Uint8Array(await file.arrayBuffer()), file.name, { ...LIMITS, bytes: BYTES });
    for (const tabela of tabelas) {
      const cabecalho = acharCabecalho(tabela);
      if (cabecalho !== null) return lerTabela(tabela, cabecalho, lugares);
    }
  } catch (error) {
    if (error instanceof Refusal) return recusado(error.message, error.conserto);
    throw error;
  }
  return recusado("O arquivo não tem as colunas de um calendário: data (ou inicio e fim) e tipo.", "Compare com o arquivo-modelo.");
}

function recusado(mensagem: string, conserto: string): LeituraDoCalendario {
  return { dias: [], problemas: [fileProblem("arquivo-recusado", mensagem, conserto)] };
}

interface Cabecalho {
  readonly linha: number;
  readonly nomes: readonly string[];
  readonly porForma: boolean;
  readonly posicao: ReadonlyMap<Coluna, number>;
}

function acharCabecalho({ cabecalho, inicio }: RawTable): Cabecalho | null {
  const candidatos = [
    ...(cabecalho === null ? [] : [{ linha: cabecalho.linha, nomes: cabecalho.nomes, porForma: true }]),
    ...inicio.map(({ linha, campos }) => ({ linha, nomes: headerNames(campos), porForma: false })),
  ];
  for (const candidato of candidatos) {
    const dobrados = candidato.nomes.map(fold);
    const posicao = new Map<Coluna, number>();
    for (const [nome, titulos] of Object.entries(TITULOS) as [Coluna, readonly string[]][]) {
      const at = dobrados.findIndex((titulo) => titulos.includes(titulo));
      if (at !== -1) posicao.set(nome, at);
    }
    if (posicao.has("tipo") && (posicao.has("data") || posicao.has("inicio"))) return { ...candidato, posicao };
  }
  return null;
}

/** What a row says, or the column that keeps it from saying it. */
type Leitura = { readonly dia: DiaParado } | { readonly coluna: Coluna; readonly valor: string | null; readonly mensagem: string; readonly conserto: string };

function lerTabela(tabela: RawTable, cabecalho: Cabecalho, lugares: PlaceResolver): LeituraDoCalendario {
  const dias: DiaParado[] = [];
  const problemas: Problem[] = [];
  const vistos = new Map<string, number>();
  const avisar = (problema: Problem): void => {
    if (problemas.length < MAIS_PROBLEMAS) problemas.push(problema);
  };
  for (const [i, titulo] of cabecalho.nomes.entries()) {
    const dado = [...cabecalho.posicao.values()].includes(i) ? null : personHeader(titulo);
    if (dado === null) continue;
    avisar({
      ...fileProblem("aviso", `A coluna anuncia dado pessoal (${dado}): foi recusada, e nada dela foi lido nem guardado.`, "Retire a coluna do arquivo (LGPD, Lei 13.709/2018, art. 6º, III: só o dado necessário)."),
      coluna: personIn(titulo) === null ? titulo.slice(0, MAIOR_NOME) : "(oculto)",
    });
  }
  const ler = leitor(cabecalho.posicao, lugares);
  let linhas = 0;
  eachRecord({ tabela, ...cabecalho }, (record) => {
    if (record.tipo !== "dados" && record.tipo !== "rodape") return true;
    linhas += 1;
    if (linhas > MAIS_LINHAS) {
      problemas.unshift(fileProblem("aviso", `O calendário tem mais de ${formatNumber(MAIS_LINHAS)} linhas; as seguintes não foram lidas.`, "Deixe no arquivo só os anos de que precisa."));
      return false;
    }
    const leitura = ler(record);
    if ("coluna" in leitura) {
      avisar({ gravidade: "linha-separada", linha: record.linha, ...leitura });
      return true;
    }
    const { inicio, fim, tipo, municipio } = leitura.dia;
    const chave = [inicio, fim, tipo, municipio].join(" ");
    const antes = vistos.get(chave);
    if (antes === undefined) {
      vistos.set(chave, record.linha);
      dias.push(leitura.dia);
    } else {
      avisar({ gravidade: "aviso", linha: record.linha, coluna: null, valor: null, mensagem: `O mesmo dia já está na linha ${antes}; conta uma vez.`, conserto: "Apague uma das linhas." });
    }
    return true;
  });
  if (linhas === 0) return recusado("O calendário tem cabeçalho, mas nenhum dia.", "Preencha o arquivo-modelo e carregue de novo.");
  return { dias: dias.sort((a, b) => (a.inicio < b.inicio ? -1 : a.inicio > b.inicio ? 1 : 0)), problemas };
}

function leitor(posicao: ReadonlyMap<Coluna, number>, lugares: PlaceResolver): (record: TableRecord) => Leitura {
  const data: CellTextReader = cellReader(column("data", "data", "Dia."), { resolveCodigo: () => null, style: "inteiro", ordem: "dia-mes", maxTexto: MAIOR_NOME });
  return ({ campos, defeito }) => {
    const celula = (nome: Coluna): string => clean(campos[posicao.get(nome) ?? -1] ?? "");
    const errado = (coluna: Coluna, mensagem: string, conserto: string): Leitura => ({ coluna, valor: mostrado(coluna, celula(coluna)), mensagem, conserto });
    if (defeito !== null) return errado("data", "A linha não tem as colunas do cabeçalho.", "Confira se falta ou sobra um separador ou aspas.");

    const dias: CivilDate[] = [];
    const primeira: Coluna = celula("inicio") === "" && posicao.has("data") ? "data" : "inicio";
    for (const nome of [primeira, "fim"] as const) {
      // The reader of loads takes such a day as month first; here it would move a holiday unseen.
      if (MES_ANTES.test(celula(nome).trim())) return errado(nome, "O segundo número da data não é um mês.", "Escreva dia, mês e ano, como 25/12/2026.");
      const lida = data(celula(nome));
      if (lida !== null && typeof lida === "object") return errado(nome, lida.mensagem, lida.conserto);
      if (lida === null && nome !== "fim") return errado(nome, "O dia está vazio.", "Escreva a data em data, ou a primeira e a última em inicio e fim.");
      if (lida !== null && (lida < PRIMEIRO_DIA || lida > ULTIMO_DIA)) return errado(nome, "O dia está fora dos anos de 2000 a 2099.", "Confira o ano, com quatro algarismos.");
      if (lida !== null) dias.push(lida);
    }
    const [inicio = "", fim = inicio] = dias;
    if (fim < inicio) return errado("fim", "O período termina antes de começar.", "Troque inicio e fim, ou corrija um deles.");
    if (daysBetween(inicio, fim) >= MAIOR_PERIODO) return errado("fim", "O período passa de um ano.", "Confira os anos; um período longo se escreve em mais de uma linha.");

    const tipo = TIPOS[fold(celula("tipo"))];
    if (tipo === undefined) return errado("tipo", celula("tipo") === "" ? "O tipo está vazio." : "O tipo não é um dos três.", "Escreva feriado, facultativo ou suspensão.");

    const nome = celula("nome");
    if (pareceDePessoa(nome)) return errado("nome", "O nome parece conter dado de pessoa; a linha ficou de fora e o valor não foi guardado.", "Escreva só o nome do dia (LGPD, Lei 13.709/2018, art. 6º, III).");
    if (nome.length > MAIOR_NOME) return errado("nome", `O nome passa de ${MAIOR_NOME} caracteres.`, "Escreva só o nome do dia, como “Aniversário da cidade”.");

    const lugar = celula("codigo_ibge");
    const dia = { inicio, fim, tipo, nome: nome === "" ? NOME_DO_TIPO[tipo] : nome };
    if (lugar === "") return { dia: { ...dia, municipio: null } };
    const leitura = /^[\d.\s]+$/.test(lugar) ? lugares.codigo(lugar) : namedPlace(lugares, lugar, [...lugares.territorio.values()][0]?.uf ?? null);
    if (leitura.tipo !== "achado" || !lugares.territorio.has(leitura.codigo)) {
      return errado("codigo_ibge", "Nenhum município deste território responde por este código ou nome.", "Escreva o código do IBGE com 7 algarismos, ou deixe vazio se o dia vale em todos.");
    }
    return { dia: { ...dia, municipio: leitura.codigo } };
  };
}

const NOME_DO_TIPO: Readonly<Record<DiaParado["tipo"], string>> = {
  feriado: "Feriado",
  facultativo: "Ponto facultativo",
  suspensao: "Suspensão de prazos",
};

/** By its form: a document, a telephone, an address; a name alone cannot be told. */
function pareceDePessoa(texto: string): boolean {
  return personIn(texto) !== null || texto.includes("@") || /\d{6,}/.test(texto.replace(/[\s.-]/g, ""));
}

/** What of a wrong cell is repeated: nothing of a name, which may be of anybody. */
function mostrado(coluna: Coluna, texto: string): string | null {
  const isHidden = texto === "" || coluna === "nome" || personIn(texto) !== null || /\d{9}/.test(texto);
  return isHidden ? null : texto.slice(0, MAIOR_NOME);
}
