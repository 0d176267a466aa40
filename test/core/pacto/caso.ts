import { diaDe } from "../../../src/core/denuncias/dia.ts";
import { classificar, maisNecessitados, montarColunas, type ApoiosEmColunas, type BaseDoPacto, type Classificacao, type LinhaDeApoio } from "../../../src/core/pacto/index.ts";
import { parsePacto } from "../../../src/data/apoio/pacto.ts";
import { dataText } from "../../data/folder.ts";

export const PACTO = parsePacto(JSON.parse(dataText("apoio.json")));

/** Five municipalities: A to E are positions 0 to 4. */
export const [A, B, C, D, E] = [0, 1, 2, 3, 4] as const;
const CODIGOS = [1, 2, 3, 4, 5];

export const HOJE = diaDe("2022-11-30");
export const ANO = { de: diaDe("2022-01-01"), ate: diaDe("2022-12-31") };

/**
 * Inhabitants 1,000 + 2,000 + 3,000 + 4,000 = 10,000; those of E are not known.
 * Scores 90, 80, 50, 20, 80: the third of five is ceil(5 / 3) = 2, the second highest
 * is 80, and B and E tie at it: A, B and E.
 */
export const BASE: BaseDoPacto = {
  municipios: 5,
  populacao: Float64Array.of(1000, 2000, 3000, 4000, Number.NaN),
  necessitados: maisNecessitados([90, 80, 50, 20, 80]),
  dentro: null,
};

const NADA = { tema: null, participantes: null, dataSolicitacao: null, origem: "identificado-acompanhamento" } as const;
const pedido = (dataSolicitacao: string): Pick<LinhaDeApoio, "origem" | "dataSolicitacao"> => ({ origem: "solicitado-municipio", dataSolicitacao });
const eventual = { ...NADA, eixo: "beneficios-programas-projetos", tema: "Benefícios eventuais" } as const;
const monitora = { ...NADA, estrategia: "monitoramento", eixo: "gestao-suas", tema: "Monitoramento e avaliação" } as const;
const visita = { ...NADA, estrategia: "visita-tecnica", eixo: "saas", modalidade: "presencial" } as const;
const online = { ...eventual, apoio: "E1", tema: "BENEFICIOS EVENTUAIS", data: "2022-06-15", estrategia: "videoconferencia", modalidade: "nao-presencial" } as const;
const seminario = { ...NADA, apoio: "P1", data: "2022-12-10", estrategia: "seminario-oficina", eixo: "beneficios-programas-projetos", tema: "PETI", modalidade: "presencial" } as const;

/** Eighteen rows; what each is worth is worked in the tests. */
export const LINHAS: readonly LinhaDeApoio[] = [
  { ...visita, apoio: "V1", codigo: 1, data: "2022-03-10", tema: "Normas e instruções do SUAS", participantes: 10 },
  { ...visita, apoio: "V2", codigo: 2, data: "2022-05-02", ...pedido("2022-04-20") },
  { ...online, codigo: 1, participantes: 5 },
  { ...online, codigo: 3, participantes: 7 },
  { ...online, codigo: 4, participantes: 0 },
  { ...eventual, apoio: "E2", codigo: 3, data: "2022-08-01", estrategia: "encontro", modalidade: "presencial", participantes: 3, ...pedido("2022-07-01") },
  { ...eventual, apoio: "W1", codigo: 5, data: "2022-09-01", estrategia: "email-telefone-mensagem", modalidade: "nao-presencial", participantes: 1, ...pedido("2022-08-31") },
  { ...NADA, apoio: "F1", codigo: 4, data: "2022-04-04", estrategia: "encontro", eixo: "servicos", tema: "PAIF", modalidade: "presencial", participantes: 20 },
  { ...eventual, apoio: "N1", codigo: 2, data: "2022-04-05", estrategia: "outro-evento", eixo: "servicos", modalidade: "presencial", participantes: 2 },
  { ...NADA, apoio: "N2", codigo: 3, data: "2022-04-06", estrategia: "carta", eixo: "gestao-suas", tema: "Cadasto de entidades", modalidade: "nao-presencial", participantes: 4 },
  { ...seminario, codigo: 1, ...pedido("2022-10-01") },
  { ...seminario, codigo: 2 },
  { ...NADA, apoio: "P2", codigo: 4, data: null, estrategia: "encontro", eixo: "gestao-suas", tema: "CNEAS", modalidade: "presencial", ...pedido("2022-11-20") },
  { ...monitora, apoio: "M1", codigo: 1, data: "2021-11-30", modalidade: "presencial" },
  { ...monitora, apoio: "M2", codigo: 2, data: "2021-11-29", modalidade: "nao-presencial" },
  { ...monitora, apoio: "M3", codigo: 4, data: "2020-02-29", modalidade: "presencial" },
  { ...monitora, apoio: "M4", codigo: 3, data: "2022-02-01", modalidade: "nao-presencial" },
  { ...NADA, apoio: "X1", codigo: 99, data: "2022-07-07", estrategia: "encontro", eixo: "gestao-suas", tema: "CNEAS", modalidade: "presencial", participantes: 50 },
];

export function colunasDe(linhas: readonly LinhaDeApoio[] = LINHAS): { readonly colunas: ApoiosEmColunas; readonly classes: Classificacao } {
  const colunas = montarColunas(linhas, PACTO, CODIGOS);
  return { colunas, classes: classificar(colunas, PACTO) };
}

/** Position of a line in the pact. */
export function linha(id: string): number {
  const posicao = PACTO.linhas.findIndex((item) => item.id === id);
  if (posicao < 0) throw new RangeError(`no line "${id}"`);
  return posicao;
}

export function estrategia(id: string): number {
  return PACTO.estrategias.findIndex((item) => item.id === id);
}
