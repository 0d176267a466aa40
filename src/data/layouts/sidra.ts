import { joinPt } from "../../core/format.ts";
import type { PlaceReading } from "../places/places.ts";
import type { RawTable } from "../raw/raw.ts";
import { shownValue } from "./cell-problems.ts";
import { cellText, readYear } from "./cells.ts";
import type { Conversion, ConversionContext, Fit, OfficialLayout, UsedColumn } from "./layout.ts";
import { looksLikeCode } from "./match.ts";
import { questions } from "./questions.ts";
import { eachData } from "./records.ts";
import { withoutFigures } from "./reference-only.ts";
import { sidraHeader, type SidraDimension, type SidraHeader } from "./sidra-header.ts";
import { SIDRA_AGREGADOS, SIDRA_TABELA } from "./sidra-tabela.ts";
import { isTotalCategory, SIDRA_ABSENCES, sidraValue, sidraVariable, type SidraVariable } from "./sidra-variaveis.ts";
import { progressPart, walkPlaces, type PlacedRow } from "./walk.ts";

const MUNICIPAL_LEVEL = "6";

/** SIDRA, the `/values` service: the variable and the classes of each row say what its figure is. */
export const SIDRA: readonly OfficialLayout[] = [
  {
    id: "ibge-sidra",
    titulo: "SIDRA: resposta do serviço /values",
    orgao: "IBGE",
    fonte: "ibge-sidra",
    grao: "Cada linha é um município, uma variável, um período e uma categoria de cada classificação. Só a linha Total de todas as classificações entra; as partes não são somadas a ela.",
    match: matchSidra,
    convert: convertSidra,
  },
  SIDRA_TABELA,
  SIDRA_AGREGADOS,
];

function matchSidra(tabela: RawTable): Fit | null {
  const header = sidraHeader(tabela);
  if (header === null) return null;
  const names = variableNames(tabela, header);
  const known = names.filter(({ variable }) => variable !== null);
  const listed = joinPt(names.slice(0, 4).map(({ texto }) => texto));
  const what = known.length === 0 ? `Traz ${listed}, que não alimenta nenhum indicador do catálogo.` : `Traz ${listed}.`;
  return {
    confianca: header.temRotulos ? 1 : 0.85,
    motivo: `${header.temRotulos ? "Tem os rótulos do SIDRA (nível territorial, variável, período e valor)." : "Tem as chaves do SIDRA (D1C, D2C, V), sem a linha de rótulos."} ${what}`,
    posicao: new Map([["valor", header.valorAt]]),
    faltam: [],
    titulos: header.rotulos,
    linhaCabecalho: header.linha,
    linhasDeCabecalho: 1,
  };
}

interface VariableName {
  readonly texto: string;
  readonly variable: SidraVariable | null;
}

/** The variables of the opening rows, each once. */
function variableNames(tabela: RawTable, header: SidraHeader): readonly VariableName[] {
  const found = new Map<string, VariableName>();
  for (const { linha, campos } of tabela.inicio) if (linha > header.linha) addVariable(found, campos, header);
  return [...found.values()];
}

function addVariable(found: Map<string, VariableName>, campos: readonly string[], { variavel }: SidraHeader): VariableName {
  const codigo = cellText(campos, variavel.codigoAt);
  const nome = cellText(campos, variavel.nomeAt);
  const key = `${codigo}\n${nome}`;
  const known = found.get(key);
  if (known !== undefined) return known;
  const texto = nome === "" ? `a variável ${codigo}` : codigo === "" ? `"${nome}"` : `"${nome}" (variável ${codigo})`;
  const added = { texto, variable: sidraVariable(codigo, nome) };
  found.set(key, added);
  return added;
}

function convertSidra(tabela: RawTable, fit: Fit, context: ConversionContext): Conversion {
  const header = sidraHeader(tabela);
  if (header === null) throw new Error("converted a table that is not of SIDRA");
  const variables = new Map<string, VariableName>();
  eachData(
    tabela,
    fit,
    ({ campos }) => {
      addVariable(variables, campos, header);
    },
    progressPart(context.onProgress, 0, 0.3),
  );
  if ([...variables.values()].every(({ variable }) => variable === null)) {
    const listed = joinPt([...variables.values()].slice(0, 6).map(({ texto }) => texto));
    const mensagem =
      variables.size === 0
        ? "A resposta do SIDRA veio sem nenhuma linha de valores: nada foi carregado."
        : `Esta tabela do SIDRA traz ${listed}${classesOf(header)}: não alimenta nenhum indicador do catálogo, e nada foi carregado.`;
    return withoutFigures(tabela, fit, context, mensagem, "Confira se era esta a tabela que você queria; o catálogo diz que tabelas alimentam cada indicador.");
  }
  const perguntas = questions(context.respostas);
  const contagem = walkPlaces(
    tabela,
    fit,
    context,
    perguntas,
    { lugar: sidraPlace(header, context.lugares), coluna: header.territorio.titulo, linha: (row) => readRow(row, header, variables, context) },
    progressPart(context.onProgress, 0.3, 1),
  );
  return { contagem, ...sidraColumns(header, variables), perguntas: perguntas.open() };
}

function classesOf({ classificacoes }: SidraHeader): string {
  const titles = classificacoes.map(({ titulo }) => titulo.toLocaleLowerCase("pt-BR"));
  return titles.length === 0 ? "" : `, por ${joinPt(titles)}`;
}

/** The place of a municipal row; rows of Brazil, states and regions are told apart from municipalities. */
function sidraPlace({ nivelAt, territorio }: SidraHeader, lugares: ConversionContext["lugares"]): (campos: readonly string[]) => PlaceReading {
  const memo = new Map<string, PlaceReading>();
  return (campos) => {
    const nivel = cellText(campos, nivelAt);
    const codigo = cellText(campos, territorio.codigoAt);
    const nome = cellText(campos, territorio.nomeAt);
    if ((nivel !== "" && nivel !== MUNICIPAL_LEVEL) || (nivel === "" && codigo !== "" && !looksLikeCode(codigo))) return OTHER_LEVEL;
    const key = codigo === "" ? nome : codigo;
    let reading = memo.get(key);
    if (reading === undefined) {
      reading = codigo === "" ? lugares.nome(nome, null) : lugares.codigo(codigo);
      if (memo.size < 20_000) memo.set(key, reading);
    }
    return reading;
  };
}

const OTHER_LEVEL: PlaceReading = {
  tipo: "desconhecido",
  mensagem: "A linha não é de um município: é do país, de um estado ou de uma região.",
  conserto: "Nada a corrigir: o aplicativo só usa as linhas de municípios (nível 6 do SIDRA).",
};

function readRow({ linha, campos, codigo }: PlacedRow, header: SidraHeader, variables: Map<string, VariableName>, { log, figura }: ConversionContext): boolean {
  const aside = (tipo: string, coluna: string, valor: string | null, mensagem: string, conserto: string): boolean => {
    log.add(tipo, { gravidade: "linha-separada", linha, coluna, valor: valor === null ? null : shownValue(valor), mensagem, conserto });
    return false;
  };
  const { texto, variable } = addVariable(variables, campos, header);
  if (variable === null) return aside("variavel-sem-indicador", header.variavel.titulo, texto, "Esta variável não alimenta nenhum indicador do catálogo.", "Nada a corrigir: as outras variáveis do arquivo foram lidas.");
  const part = header.classificacoes.find((dimension) => !isTotalCategory(...category(campos, dimension)));
  if (part !== undefined) {
    const [code, name] = category(campos, part);
    return aside("parte-do-total", part.titulo, name === "" ? code : name, "A linha é uma parte do total: só a linha Total entra, para não contar duas vezes.", "Confira se o arquivo traz a linha Total; se não traz, peça-a ao SIDRA.");
  }
  const ano = readYear(cellText(campos, header.periodo.codigoAt)) ?? readYear(cellText(campos, header.periodo.nomeAt));
  const quando = cellText(campos, header.periodo.nomeAt ?? header.periodo.codigoAt);
  if (ano === null) return aside("periodo-invalido", header.periodo.titulo, quando, "O período não é um ano, e este indicador é anual.", "Peça ao SIDRA a tabela anual.");
  if (variable.anos !== null && !variable.anos.includes(ano)) {
    return aside("ano-fora-do-indicador", header.periodo.titulo, quando, `O indicador do catálogo é só de ${joinPt([...variable.anos])}: este ano não entra nele.`, "Nada a corrigir, se o arquivo traz também o ano do indicador.");
  }
  const valorTexto = cellText(campos, header.valorAt);
  const reading = sidraValue(valorTexto);
  if (reading === "invalido" || (typeof reading === "number" && (reading < 0 || reading > variable.max || (variable.inteiro && !Number.isInteger(reading))))) {
    return aside("numero-invalido", header.rotulos[header.valorAt] ?? "Valor", valorTexto, "Não é um número que esta variável possa ter.", "Baixe a tabela de novo no SIDRA, sem abri-la em planilha.");
  }
  if (typeof reading === "number") {
    figura({ codigo, periodo: ano, indicador: variable.indicador, valor: reading }, linha);
    return true;
  }
  const { mensagem, conserto } = SIDRA_ABSENCES[reading];
  return aside(`sidra-${reading}`, header.rotulos[header.valorAt] ?? "Valor", valorTexto === "" ? null : valorTexto, mensagem, conserto);
}

function category(campos: readonly string[], { codigoAt, nomeAt }: SidraDimension): [codigo: string, nome: string] {
  return [cellText(campos, codigoAt), cellText(campos, nomeAt)];
}

function sidraColumns(header: SidraHeader, variables: ReadonlyMap<string, VariableName>): Pick<Conversion, "usadas" | "ignoradas" | "pessoais"> {
  const title = (at: number | undefined): string => (at === undefined ? "" : (header.rotulos[at] ?? ""));
  const fed = [...new Set([...variables.values()].flatMap(({ variable }) => variable?.indicador ?? []))];
  const uses: [number | undefined, string][] = [
    [header.nivelAt, "só municípios"],
    [header.territorio.codigoAt, "município (código IBGE)"],
    [header.territorio.nomeAt, "município (nome)"],
    [header.variavel.codigoAt, "que número é"],
    [header.variavel.nomeAt, "que número é"],
    [header.periodo.codigoAt, "período"],
    [header.periodo.nomeAt, "período"],
    [header.valorAt, joinPt(fed)],
    ...header.classificacoes.flatMap(({ codigoAt, nomeAt }): [number | undefined, string][] => [[codigoAt, "só o total"], [nomeAt, "só o total"]]),
  ];
  const used = new Map(uses.flatMap(([at, uso]): [number, string][] => (at === undefined ? [] : [[at, uso]])));
  const usadas = [...used].map(([at, uso]): UsedColumn => ({ titulo: title(at), uso }));
  return { usadas, ignoradas: header.rotulos.filter((rotulo, at) => rotulo !== "" && !used.has(at)), pessoais: [] };
}
