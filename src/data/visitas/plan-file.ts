import * as v from "valibot";
import type { CivilDate } from "../../core/civil-date.ts";
import { canonicalText } from "../../core/metodo/method.ts";
import type { Ajustes } from "../../core/visitas/ajustes.ts";
import { hashDaEntrada, semExigidos } from "../../core/visitas/hash.ts";
import { isReservado } from "../../core/visitas/motivos.ts";
import type { DemandaNaoAtendida, EntradaDoPlano, PlanoDeVisitas } from "../../core/visitas/plano.ts";
import { comoAjustes } from "./parse.ts";
import { ArquivoSchema, FORMATO_DO_PLANO, VERSAO_DO_PLANO } from "./plan-schema.ts";

/** Where a plan comes from. */
export interface SeloDoPlano {
  readonly territorio: string;
  /** `methodHash` and name. */
  readonly metodo: { readonly nome: string; readonly sha256: string };
  /** `dataHash` of the figures. */
  readonly dados: { readonly sha256: string };
  /** The last visits are made up. */
  readonly demonstracao: boolean;
  /** Says which visits are required ("uso interno"). */
  readonly interno: boolean;
}

/** What a `.mirante.json` of a plan holds. */
export interface ArquivoDoPlano extends SeloDoPlano {
  readonly hoje: CivilDate;
  readonly ajustes: Ajustes;
  /** Name of the file of distances in use; null when they were estimated. */
  readonly matriz: string | null;
  /** Reasons that only the internal version tells read back as "planejado". */
  readonly plano: PlanoDeVisitas;
  /** State of calendars already exported (EXPORT's), carried as it is; null when none was. */
  readonly calendario: unknown;
}

export interface ProblemaDoArquivo {
  readonly caminho: string;
  readonly mensagem: string;
  readonly conserto: string;
}

export type LeituraDoPlano =
  | { readonly arquivo: ArquivoDoPlano; readonly problemas: readonly [] }
  | { readonly arquivo: null; readonly problemas: readonly ProblemaDoArquivo[] };

/** Longest plan file read, in characters. */
const TAMANHO_MAXIMO = 20_000_000;
const MAIS_PROBLEMAS = 20;

/**
 * Text of a `.mirante.json`: members sorted by name, indented, one line feed at
 * the end. A file that is not internal has no reason decided case by case, no
 * unmet requirement, and is sealed with the hash of the input without them, so
 * that nobody can try municipalities until one gives the hash.
 * @throws TypeError for a `calendario` that JSON cannot hold
 */
export function planFileText(plano: PlanoDeVisitas, entrada: EntradaDoPlano, selo: SeloDoPlano, calendario: unknown = null): string {
  const { territorio, metodo, dados, demonstracao, interno } = selo;
  const { viagens, naoAtendidas, entrada: hash, ...figuras } = plano;
  const arquivo = {
    formato: FORMATO_DO_PLANO,
    versao: VERSAO_DO_PLANO,
    territorio,
    metodo,
    dados,
    demonstracao,
    interno,
    hoje: entrada.hoje,
    ajustes: entrada.ajustes,
    matriz: entrada.matriz?.arquivo ?? null,
    entrada: interno ? hash : hashDaEntrada(semExigidos(entrada)),
    plano: {
      ...figuras,
      naoAtendidas: interno ? naoAtendidas : naoAtendidas.filter((demanda) => !isReservada(entrada, demanda)),
      viagens: viagens.map(({ paradas, ...viagem }) => ({
        ...viagem,
        paradas: paradas.map(({ motivo, ...parada }) => ({ ...parada, motivo: interno || !isReservado(motivo) ? motivo : null })),
      })),
    },
    calendario,
  };
  return `${JSON.stringify(JSON.parse(canonicalText(arquivo)), null, 2)}\n`;
}

/** Reads a `.mirante.json`. None of its problems throws. */
export function readPlanFile(texto: string): LeituraDoPlano {
  if (texto.length > TAMANHO_MAXIMO) return recusado("O arquivo é grande demais para ser um plano.", "Confira se é o arquivo certo.");
  let valor: unknown;
  try {
    valor = JSON.parse(texto.replace(/^\ufeff/, ""));
  } catch (error) {
    const detalhe = error instanceof Error ? error.message : String(error);
    return recusado(`O arquivo não é um JSON que se possa ler (${detalhe}).`, "Abra um plano exportado por esta página (.mirante.json).");
  }
  if (valor === null || typeof valor !== "object" || Array.isArray(valor)) {
    return recusado("O arquivo não tem um plano de visitas.", "Abra um plano exportado por esta página (.mirante.json).");
  }
  const { formato, versao } = valor as Readonly<Record<string, unknown>>;
  if (formato !== FORMATO_DO_PLANO) return recusado("O arquivo não é um plano de visitas.", "Abra um plano exportado por esta página (.mirante.json).");
  if (versao !== VERSAO_DO_PLANO) {
    return recusado("O arquivo é de outra versão do plano.", `Abra um plano da versão ${VERSAO_DO_PLANO}, ou exporte este outra vez pela página.`);
  }
  const lido = v.safeParse(ArquivoSchema, valor);
  if (!lido.success) return { arquivo: null, problemas: lido.issues.slice(0, MAIS_PROBLEMAS).map(daQueixa) };
  const { plano, entrada, ajustes, territorio, metodo, dados, demonstracao, interno, hoje, matriz, calendario } = lido.output;
  return {
    arquivo: {
      territorio,
      metodo,
      dados,
      demonstracao,
      interno,
      hoje,
      matriz,
      calendario,
      ajustes: comoAjustes(ajustes),
      plano: {
        ...plano,
        entrada,
        viagens: plano.viagens.map((viagem) => ({
          ...viagem,
          paradas: viagem.paradas.map((parada) => ({ ...parada, motivo: parada.motivo ?? { tipo: "planejado" } })),
        })),
      },
    },
    problemas: [],
  };
}

/** A demand that only the trigger makes: settings and draw do not have it. */
function isReservada({ ajustes, reserva }: EntradaDoPlano, demanda: DemandaNaoAtendida): boolean {
  if (demanda.tipo === "cota") return false;
  return !reserva.includes(demanda.codigo) && !ajustes.travas.some(({ codigo, tipo }) => codigo === demanda.codigo && tipo === "dentro");
}

function recusado(mensagem: string, conserto: string): LeituraDoPlano {
  return { arquivo: null, problemas: [{ caminho: "arquivo", mensagem, conserto }] };
}

function daQueixa(queixa: v.BaseIssue<unknown>): ProblemaDoArquivo {
  const caminho = (queixa.path ?? []).reduce((lugar, { key }) => {
    if (typeof key === "number") return `${lugar}[${key}]`;
    return lugar === "" ? String(key) : `${lugar}.${String(key)}`;
  }, "");
  const mensagem = queixa.received === "undefined" ? `Falta o campo ${caminho}.` : `O campo ${caminho} não tem o que um plano tem ali.`;
  return { caminho, mensagem, conserto: "O arquivo foi mudado depois de exportado: peça o original." };
}
