import { ACHADO_ROTULO, ACHADOS_DO_SERVICO } from "../../core/servicos/conferir.ts";
import type { Column, ColumnType } from "../contracts/contract.ts";
import { SERVICOS } from "../contracts/servicos.ts";
import { DEMONSTRATION_MARK } from "../export/csv.ts";
import { sha256OfText } from "../sha256.ts";
import { camposAbertos } from "./campos.ts";
import { MARCA_DE_COMENTARIO } from "./csv-aberto.ts";

/** A column, as Table Schema describes it, with its unit and scale as properties of its own. */
export interface CampoDoDicionario {
  readonly name: string;
  readonly title: string;
  readonly type: "string" | "integer" | "number" | "boolean" | "year";
  readonly description: string;
  readonly unit?: string;
  /** Where the scale of the figure is told, row by row. */
  readonly scale?: { readonly min: string; readonly max: string; readonly answers: string };
  readonly constraints?: {
    readonly required?: boolean;
    readonly minimum?: number;
    readonly maximum?: number;
    readonly maxLength?: number;
    readonly pattern?: string;
  };
  readonly trueValues?: readonly string[];
  readonly falseValues?: readonly string[];
}

/** A descriptor of the file, as the specification Data Package v1 of Frictionless has it. */
export interface Dicionario {
  readonly profile: "tabular-data-package";
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** Civil date the figures refer to. */
  readonly version: string;
  readonly keywords: readonly string[];
  readonly sources: readonly { readonly title: string }[];
  readonly licenses: readonly { readonly name: string; readonly title: string }[];
  readonly resources: readonly [
    {
      readonly name: string;
      readonly path: string;
      readonly profile: "tabular-data-resource";
      readonly title: string;
      readonly format: "csv";
      readonly mediatype: "text/csv";
      readonly encoding: "utf-8";
      readonly bytes: number;
      readonly hash: string;
      readonly rows: number;
      readonly dialect: {
        readonly delimiter: ",";
        readonly lineTerminator: "\r\n";
        readonly quoteChar: '"';
        readonly doubleQuote: true;
        readonly header: true;
        readonly commentChar?: string;
      };
      readonly schema: {
        readonly fields: readonly CampoDoDicionario[];
        readonly missingValues: readonly [""];
        readonly primaryKey: readonly string[];
      };
    },
  ];
}

export interface EntradaDoDicionario {
  /** Text of the file described. */
  readonly csv: string;
  /** Name of the file, with extension. */
  readonly arquivo: string;
  readonly linhas: number;
  /** "Mato Verde": the place, in words. */
  readonly lugar: string;
  /** Where the figures came from, one a line. */
  readonly fontes: readonly string[];
  /** Filters in words; empty = none. */
  readonly filtros: readonly string[];
  readonly dataReferencia: string;
  readonly demonstracao: boolean;
}

const TIPO: Readonly<Record<ColumnType, CampoDoDicionario["type"]>> = {
  "codigo-ibge": "string",
  texto: "string",
  categoria: "string",
  inteiro: "integer",
  decimal: "number",
  data: "string",
  periodo: "string",
  "sim-nao": "boolean",
};

const COMO_LER = [
  "Célula em branco quer dizer sem dado, nunca zero.",
  "A satisfação só se lê com a escala (satisfacao_min a satisfacao_max) e com o número de respostas da mesma linha; notas de escalas diferentes não se somam.",
  "Médias de tempo se juntam com o peso das concluídas; medianas não se juntam.",
  "Texto que uma planilha poderia executar como fórmula leva um apóstrofo na frente.",
] as const;

/**
 * The dictionary of the open file: columns, types, units, scale, what is missing, source and licence, as a
 * Data Package descriptor (specs.frictionlessdata.io, version 1), to be kept beside the CSV it describes.
 */
export function dicionarioAberto({ csv, arquivo, linhas, lugar, fontes, filtros, dataReferencia, demonstracao }: EntradaDoDicionario): Dicionario {
  const marca = demonstracao ? `${DEMONSTRATION_MARK}: ` : "";
  return {
    profile: "tabular-data-package",
    name: arquivo.replace(/\.csv$/, ""),
    title: `${marca}Desempenho dos serviços, ${lugar}`,
    description: [
      ...(demonstracao ? ["Registros fictícios: não descrevem nenhum município e não servem para decidir."] : []),
      SERVICOS.description,
      ...COMO_LER,
      filtros.length === 0 ? "Sem filtros." : `Filtros: ${filtros.join(" · ")}.`,
    ].join(" "),
    version: dataReferencia,
    keywords: ["assistência social", "SUAS", "desempenho de serviços"],
    sources: [...fontes, SERVICOS.source].map((title) => ({ title })),
    // The identifier that the Open Definition's list of licences keeps for a licence nobody stated.
    licenses: [{ name: "notspecified", title: demonstracao ? "dados inventados pelo aplicativo; licença do aplicativo" : "dado de órgão público; licença não declarada na origem" }],
    resources: [
      {
        name: arquivo.replace(/\.csv$/, ""),
        path: arquivo,
        profile: "tabular-data-resource",
        title: `${marca}${SERVICOS.title}: ${SERVICOS.grain}`,
        format: "csv",
        mediatype: "text/csv",
        encoding: "utf-8",
        bytes: new TextEncoder().encode(csv).length,
        hash: `sha256:${sha256OfText(csv)}`,
        rows: linhas,
        dialect: {
          delimiter: ",",
          lineTerminator: "\r\n",
          quoteChar: '"',
          doubleQuote: true,
          header: true,
          ...(demonstracao ? { commentChar: MARCA_DE_COMENTARIO } : {}),
        },
        schema: {
          fields: camposAbertos().map(({ coluna }) => campo(coluna)),
          missingValues: [""],
          primaryKey: SERVICOS.key,
        },
      },
    ],
  };
}

/** Title of a column, where its name with blanks for underscores would not do. */
const TITULO: Readonly<Record<string, string>> = {
  codigo_ibge: "Código do IBGE",
  municipio: "Município",
  servico: "Serviço",
  concluidas: "Concluídas no ano",
  em_andamento: "Em andamento no fim do ano",
  tempo_medio_dias: "Tempo médio",
  tempo_mediano_dias: "Tempo mediano",
  satisfacao: "Satisfação média",
  satisfacao_min: "Menor nota possível",
  satisfacao_max: "Maior nota possível",
  satisfacao_respostas: "Respostas à pesquisa de satisfação",
  conferencia: "Conferência",
  demonstracao: "Demonstração",
};

function campo(coluna: Column): CampoDoDicionario {
  const { name, type, description, unit, required, min, max, maximo } = coluna;
  const constraints = {
    ...(required ? { required } : {}),
    ...(type === "codigo-ibge" ? { pattern: "^[1-9][0-9]{6}$" } : {}),
    ...(min === null ? {} : { minimum: min }),
    ...(max === null ? {} : { maximum: max }),
    ...(maximo === null ? {} : { maxLength: maximo + 1 }),
  };
  return {
    name,
    title: TITULO[name] ?? name,
    type: TIPO[type],
    description: name === "conferencia" ? `${description} ${ACHADOS_DO_SERVICO.map((tipo) => `${tipo} = ${ACHADO_ROTULO[tipo]}`).join("; ")}.` : description,
    ...(unit === null ? {} : { unit }),
    ...(name === "satisfacao" ? { scale: { min: "satisfacao_min", max: "satisfacao_max", answers: "satisfacao_respostas" } } : {}),
    ...(Object.keys(constraints).length === 0 ? {} : { constraints }),
    ...(type === "sim-nao" ? { trueValues: ["sim"], falseValues: ["nao"] } : {}),
  };
}
