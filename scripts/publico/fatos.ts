import type { CivilDate } from "../../src/core/civil-date.ts";
import { resolveCasos, type LinhaEspecial } from "../../src/core/denuncia-casos.ts";
import { PRIMEIRO_DIA_POSSIVEL } from "../../src/core/denuncia.ts";
import type { CasosEmColunas } from "../../src/core/denuncias/colunas.ts";
import { diaDe } from "../../src/core/denuncias/dia.ts";
import { codigoDoPasso, DESFECHOS, MOTIVOS_DE_ARQUIVAMENTO, type Passo, SEM_CODIGO, SEM_DIA } from "../../src/core/denuncias/passos.ts";
import { ESTADOS_DO_PRAZO, type EstadoDoPrazo } from "../../src/core/denuncias/prazos.ts";
import { calcularRelogio } from "../../src/core/denuncias/relogio.ts";
import { ESTADOS, type EstadoDoCaso } from "../../src/core/denuncias/reproducao.ts";
import { reproduzir } from "../../src/core/denuncias/reproduzir.ts";
import type { PoliticaDePublicacao } from "../../src/core/publico/politica.ts";
import type { Fato } from "../../src/core/sdc/cubos.ts";
import { chaveDoServico } from "../../src/core/servicos/registro.ts";
import { SITUACAO_ROTULO } from "../../src/data/contracts/denuncias.ts";
import { anosDoCalendario } from "../../src/data/denuncias/ajustes.ts";
import type { DenunciasDoTerritorio } from "../../src/data/denuncias/padrao.ts";
import { calendariosDe } from "../../src/data/denuncias/relogio-calendarios.ts";
import { paradosDosAnos } from "../../src/data/feriados.ts";
import type { TextRow } from "../extracts/csv.ts";
import type { TerritoryFolder } from "../extracts/territory.ts";

/** How the answer to who complained stands (Res. CIB/MT 012/2025 art. 5 §5). */
export const SITUACAO_DO_PRAZO = {
  "no-prazo": "Respondida em até 15 dias",
  "fora-do-prazo": "Respondida depois de 15 dias",
  "aberta-no-prazo": "Sem resposta, ainda no prazo",
  "aberta-vencida": "Sem resposta, com o prazo vencido",
  "encerrada-sem-resposta": "Encerrada sem resposta registrada",
  "sem-como-contar": "Com data que não permite contar o prazo",
} as const;
export type SituacaoDoPrazo = keyof typeof SITUACAO_DO_PRAZO;

/** What came of a case; of several findings the gravest is told. */
export const RESULTADO = {
  "indicio-de-irregularidade": "Indício de irregularidade",
  "dificuldade-na-gestao": "Dificuldade na gestão municipal",
  "sem-irregularidade": "Sem irregularidade",
  encaminhada: "Encaminhada ao município ou a outro órgão",
  arquivada: "Arquivada",
  "sem-desfecho": "Encerrada sem desfecho registrado",
  "em-apuracao": "Em apuração",
} as const;
export type Resultado = keyof typeof RESULTADO;

/** A complaint to be counted; its place, month, theme, term and outcome are the members of the finest tables. */
export interface FatosDasDenuncias {
  readonly fatos: readonly Fato[];
  /** Month of the first complaint; null without any. */
  readonly primeiroMes: string | null;
  /** Rows that are not a case of their own or have no day they can be placed on. */
  readonly aParte: number;
}

type Entrada = Pick<TerritoryFolder, "territorio" | "extratos">;

/**
 * Cases of the folder, as the technical edition counts them: apensadas and repeated protocols
 * once, at the oldest. Each main protocol stands for one person: the records name nobody.
 * @param hoje the reference date: terms are judged on it
 */
export function fatosDasDenuncias({ territorio, extratos }: Entrada, doTerritorio: DenunciasDoTerritorio, hoje: CivilDate, anonimas: PoliticaDePublicacao["anonimas"]): FatosDasDenuncias {
  const { rows } = extratos.denuncias;
  const casos = casosDe(rows).filter(({ data_registro: dia = "" }) => dia >= PRIMEIRO_DIA_POSSIVEL && dia <= hoje);
  const andamentos = extratos.andamentos.demonstracao === extratos.denuncias.demonstracao ? extratos.andamentos.rows : [];
  const colunas = emColunas(casos, andamentos);
  const reproducao = reproduzir(colunas, diaDe(hoje));
  const prazos = doTerritorio.prazos.filter(({ id }) => id === "resposta");
  const { de, ate } = anosDoCalendario(casos.map(({ data_registro: dia = "" }) => dia).sort()[0] ?? null, hoje);
  const parados = paradosDosAnos(territorio.uf, de, ate, doTerritorio.facultativos);
  const relogio = calcularRelogio(colunas, reproducao, prazos, { hoje: diaDe(hoje), regra: null, calendarioDe: calendariosDe({ hoje, parados, facultativosParados: true, sede: territorio.base }) });
  const fatos = casos.map((linha, i): Fato => {
    const prazo = prazos.length === 0 ? "sem-como-contar" : situacaoDoPrazo(ESTADOS_DO_PRAZO[relogio.estado[i] ?? 0] ?? "sem-como-contar");
    const resultado = resultadoDe(reproducao.desfechos[i] ?? 0, ESTADOS[reproducao.estado[i] ?? 0] ?? "registrada");
    const quem = anonimas === "uma-so-pessoa" && linha["anonima"] === "sim" ? -1 : i;
    return { membros: [linha["codigo_ibge"] ?? "", (linha["data_registro"] ?? "").slice(0, 7), linha["tema"] ?? "", prazo, resultado], quem };
  });
  const primeiroMes = casos.map(({ data_registro: dia = "" }) => dia.slice(0, 7)).sort()[0] ?? null;
  return { fatos, primeiroMes, aParte: rows.length - casos.length };
}

function situacaoDoPrazo(estado: EstadoDoPrazo): SituacaoDoPrazo {
  switch (estado) {
    case "cumprido":
      return "no-prazo";
    case "cumprido-fora":
      return "fora-do-prazo";
    case "no-prazo":
    case "vence-logo":
      return "aberta-no-prazo";
    case "vencido":
      return "aberta-vencida";
    case "encerrado":
      return "encerrada-sem-resposta";
    case "sem-como-contar":
    case "nao-se-aplica":
      return "sem-como-contar";
  }
}

const MAIS_GRAVE_PRIMEIRO = ["indicio-de-irregularidade", "dificuldade-na-gestao", "sem-irregularidade"] as const;

function resultadoDe(desfechos: number, estado: EstadoDoCaso): Resultado {
  const achado = MAIS_GRAVE_PRIMEIRO.find((desfecho) => (desfechos & (1 << DESFECHOS.indexOf(desfecho))) !== 0);
  if (achado !== undefined) return achado;
  if (estado === "arquivada") return "arquivada";
  if (estado === "encaminhada-municipio" || estado === "encaminhada-outro-orgao") return "encaminhada";
  return estado === "encerrada" ? "sem-desfecho" : "em-apuracao";
}

/** Rows that count as a case. */
function casosDe(rows: readonly TextRow[]): TextRow[] {
  const vezes = new Map<string, number>();
  for (const { protocolo = "" } of rows) vezes.set(protocolo, (vezes.get(protocolo) ?? 0) + 1);
  const especiais = rows.flatMap((row, i): LinhaEspecial[] => {
    const { protocolo = "", protocolo_principal: principal = "", data_registro: registro = "" } = row;
    if (principal === "" && vezes.get(protocolo) === 1) return [];
    const ultimo = Object.keys(COLUNAS).flatMap((coluna) => row[coluna] || []).sort().at(-1) ?? null;
    return [{ linha: i + 1, protocolo, principal: principal || null, temPrincipal: vezes.has(principal), registro: registro || null, ultimoPasso: ultimo }];
  });
  const { classes } = resolveCasos(especiais);
  return rows.filter((_, i) => !classes.has(i + 1));
}

/** Dated columns of a complaint and the step that each says. */
const COLUNAS: Readonly<Record<string, Passo>> = {
  data_encaminhamento: "encaminhamento-municipio",
  data_notificacao: "notificacao",
  data_manifestacao: "manifestacao",
  data_visita: "verificacao",
  data_relatorio: "relatorio",
  data_manifestacao_tecnica: "manifestacao-tecnica",
  data_resposta: "resposta",
  data_arquivamento: "arquivamento",
};
const ENCAMINHAMENTOS: Readonly<Record<string, Passo>> = { "encaminhada-outro-orgao": "encaminhamento-outro-orgao", "encaminhada-controle": "encaminhamento-controle" };
const SITUACOES = Object.keys(SITUACAO_ROTULO);

interface Evento {
  readonly passo: Passo;
  readonly dia: number;
  readonly detalhe: number;
  readonly daLinha: number;
}

/** The events of each case: those of the extract, then the days of its row that no event says. */
function emColunas(casos: readonly TextRow[], andamentos: readonly TextRow[]): CasosEmColunas {
  const doProtocolo = new Map<string, Evento[]>();
  for (const { protocolo = "", passo = "", data = "", desfecho = "", motivo_arquivamento: motivo = "" } of andamentos) {
    const evento: Evento = { passo: passo as Passo, dia: data === "" ? SEM_DIA : diaDe(data), detalhe: detalheDe(passo, desfecho, motivo), daLinha: 0 };
    const achados = doProtocolo.get(protocolo);
    if (achados === undefined) doProtocolo.set(protocolo, [evento]);
    else achados.push(evento);
  }
  const eventos = casos.map((linha) => juntar(linha, doProtocolo.get(linha["protocolo"] ?? "") ?? []));
  const todos = eventos.flat();
  const inicio = new Int32Array(casos.length + 1);
  eventos.forEach((dele, i) => (inicio[i + 1] = (inicio[i] ?? 0) + dele.length));
  const vazia = (): Uint8Array => new Uint8Array(casos.length).fill(SEM_CODIGO);
  return {
    n: casos.length,
    registro: Int32Array.from(casos, ({ data_registro: dia = "" }) => diaDe(dia)),
    municipio: Int32Array.from(casos, ({ codigo_ibge: codigo = "" }) => Number(codigo)),
    canal: vazia(),
    tema: vazia(),
    situacao: Uint8Array.from(casos, ({ situacao = "" }) => codigo(SITUACOES, situacao)),
    anonima: vazia(),
    origem: vazia(),
    principal: new Int32Array(casos.length).fill(-1),
    inicio,
    passo: Uint8Array.from(todos, ({ passo }) => codigoDoPasso(passo)),
    dia: Int32Array.from(todos, ({ dia }) => dia),
    detalhe: Uint8Array.from(todos, ({ detalhe }) => detalhe),
    daLinha: Uint8Array.from(todos, ({ daLinha }) => daLinha),
  };
}

function juntar(linha: TextRow, doExtrato: readonly Evento[]): Evento[] {
  const colunas: Readonly<Record<string, Passo>> = { data_registro: "registro", ...COLUNAS, data_encaminhamento: ENCAMINHAMENTOS[linha["situacao"] ?? ""] ?? "encaminhamento-municipio" };
  const daLinha = Object.entries(colunas).flatMap(([coluna, passo]): Evento[] => {
    const texto = linha[coluna] ?? "";
    if (texto === "") return [];
    const dia = diaDe(texto);
    const diz = (outro: Passo): boolean => outro === passo || (coluna === "data_encaminhamento" && outro.startsWith("encaminhamento-"));
    if (doExtrato.some((evento) => evento.dia === dia && diz(evento.passo))) return [];
    return [{ passo, dia, detalhe: passo === "arquivamento" ? codigo(MOTIVOS_DE_ARQUIVAMENTO, linha["motivo_arquivamento"] ?? "") : SEM_CODIGO, daLinha: 1 }];
  });
  return [...doExtrato, ...daLinha];
}

function detalheDe(passo: string, desfecho: string, motivo: string): number {
  if (passo === "desfecho") return codigo(DESFECHOS, desfecho);
  return passo === "arquivamento" ? codigo(MOTIVOS_DE_ARQUIVAMENTO, motivo) : SEM_CODIGO;
}

function codigo(lista: readonly string[], item: string): number {
  const at = lista.indexOf(item);
  return at === -1 ? SEM_CODIGO : at;
}

export const SITUACOES_DO_SERVICO = ["concluidas", "em-andamento"] as const;
export type SituacaoDoServico = (typeof SITUACOES_DO_SERVICO)[number];
const COLUNA_DA_SITUACAO: Readonly<Record<SituacaoDoServico, string>> = { concluidas: "concluidas", "em-andamento": "em_andamento" };

export interface FatosDosServicos {
  readonly fatos: readonly Fato[];
  readonly anos: readonly number[];
  /** Name of each service by its key, as it first comes. */
  readonly nomes: ReadonlyMap<string, string>;
}

/** Requests concluded and in progress, by municipality, year and service; a blank is no fact, a zero is a fact of none. */
export function fatosDosServicos({ extratos }: Pick<TerritoryFolder, "extratos">): FatosDosServicos {
  const nomes = new Map<string, string>();
  const fatos = extratos.servicos.rows.flatMap((row, i) => {
    const { servico = "", codigo_ibge: lugar = "", ano = "" } = row;
    const chave = chaveDoServico(servico);
    if (!nomes.has(chave)) nomes.set(chave, servico);
    return SITUACOES_DO_SERVICO.flatMap((situacao): Fato[] => {
      const texto = row[COLUNA_DA_SITUACAO[situacao]] ?? "";
      return texto === "" ? [] : [{ membros: [lugar, ano, chave, situacao], quem: i, quantos: Number(texto) }];
    });
  });
  return { fatos, anos: extratos.servicos.rows.map(({ ano = "" }) => Number(ano)), nomes };
}
