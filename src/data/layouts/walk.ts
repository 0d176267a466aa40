import { joinPt } from "../../core/format.ts";
import type { RowCounts } from "../import/report.ts";
import type { PlaceReading } from "../places/places.ts";
import type { RawTable, TableRecord } from "../raw/raw.ts";
import { cellText } from "./cells.ts";
import { looksLikeCode } from "./match.ts";
import type { ConversionContext, Fit } from "./layout.ts";
import type { Questions } from "./questions.ts";
import { eachRecord } from "./records.ts";

/** A data row whose municipality is of the territory. */
export interface PlacedRow {
  readonly linha: number;
  readonly campos: readonly string[];
  /** 7-digit IBGE code. */
  readonly codigo: number;
}

export interface TableWalk {
  /** How a row names its municipality. */
  readonly lugar: (campos: readonly string[]) => PlaceReading;
  /** Title of the column that names it, for the messages. */
  readonly coluna: string;
  /** Reads a row of the territory; false when the row is set aside (the visitor says why to the log). */
  readonly linha: (row: PlacedRow) => boolean;
  /** True for a data record that is a total or a note, before its place is looked at. */
  readonly isRodape?: (campos: readonly string[]) => boolean;
  /** Why a row is set aside before its place is looked at; null when it is not. */
  readonly recusa?: (campos: readonly string[]) => RowRefusal | null;
}

export interface RowRefusal {
  readonly tipo: string;
  readonly mensagem: string;
  readonly conserto: string;
}

type Counts = { -readonly [K in keyof RowCounts]: RowCounts[K] };

/**
 * Walks a table by a fit. Every record is counted once; rows of the territory
 * reach `linha`, those of other municipalities count as `fora`, rows whose
 * municipality cannot be told, or whose shape is broken, are set aside with a problem.
 */
export function walkPlaces(
  tabela: RawTable,
  fit: Fit,
  { log, lugares }: Pick<ConversionContext, "log" | "lugares">,
  perguntas: Questions,
  walk: TableWalk,
  onProgress?: (share: number) => void,
): RowCounts {
  const contagem: Counts = { lidas: 0, carregadas: 0, separadas: 0, preambulo: 0, cabecalho: 0, branco: 0, rodape: 0, fora: 0 };
  const setAside = (record: TableRecord, tipo: string, mensagem: string, conserto: string, valor: string | null): void => {
    contagem.separadas += 1;
    log.add(tipo, { gravidade: "linha-separada", linha: record.linha, coluna: valor === null ? null : walk.coluna, valor, mensagem, conserto });
  };
  const readPlace = (record: TableRecord): number | null => {
    const reading = walk.lugar(record.campos);
    switch (reading.tipo) {
      case "achado":
        return reading.codigo;
      case "fora":
        contagem.fora += 1;
        return null;
      case "desconhecido":
        setAside(record, "municipio-desconhecido", reading.mensagem, reading.conserto, placeText(record, fit, walk.coluna));
        return null;
      case "ambiguo": {
        const texto = placeText(record, fit, walk.coluna);
        const answer = perguntas.ask({
          id: `lugar:${texto}`,
          pergunta: `"${texto}" pode ser mais de um município. Qual é?`,
          opcoes: reading.candidatos.map(({ codigo, nome, uf }) => ({ valor: String(codigo), rotulo: `${nome} (${uf})` })),
        });
        if (answer !== null) {
          if (lugares.territorio.has(Number(answer))) return Number(answer);
          contagem.fora += 1;
          return null;
        }
        const names = joinPt(reading.candidatos.map(({ nome, uf }) => `${nome} (${uf})`));
        setAside(record, "municipio-ambiguo", `O nome serve a mais de um município: ${names}.`, "Responda qual é o município e leia o arquivo de novo.", texto);
        return null;
      }
    }
  };
  eachRecord(
    tabela,
    fit,
    (record) => {
      contagem.lidas += 1;
      if (record.tipo !== "dados") {
        contagem[record.tipo] += 1;
        return;
      }
      if (record.defeito !== null) {
        const isQuotes = record.defeito === "aspas";
        setAside(
          record,
          isQuotes ? "aspas-sem-par" : "colunas-demais-ou-de-menos",
          isQuotes
            ? "Há aspas abertas e não fechadas nesta linha."
            : `A linha tem ${String(record.campos.length)} ${record.campos.length === 1 ? "coluna" : "colunas"}, número diferente do cabeçalho.`,
          isQuotes ? "Feche as aspas ou apague-as." : "Confira se falta ou sobra um separador; texto com separador dentro precisa de aspas.",
          null,
        );
        return;
      }
      if (looksLikeNote(record.campos) || walk.isRodape?.(record.campos) === true) {
        contagem.rodape += 1;
        return;
      }
      const refusal = walk.recusa?.(record.campos) ?? null;
      if (refusal !== null) {
        setAside(record, refusal.tipo, refusal.mensagem, refusal.conserto, null);
        return;
      }
      const codigo = readPlace(record);
      if (codigo === null) return;
      if (walk.linha({ linha: record.linha, campos: record.campos, codigo })) contagem.carregadas += 1;
      else contagem.separadas += 1;
    },
    onProgress,
  );
  return contagem;
}

function placeText({ campos }: TableRecord, fit: Fit, coluna: string): string {
  const at = fit.titulos.indexOf(coluna);
  return at === -1 ? "" : cellText(campos, at);
}

const NOTE = /^\s*(fontes?|notas?|obs|observa[çc][ãa]o|observa[çc][õo]es|elabora[çc][ãa]o|legenda|total geral|gerado em|emitido em|extra[íi]do em)\b/i;

/** A note under the table: its first cell says so, and nothing but a total stands beside it. */
function looksLikeNote(campos: readonly string[]): boolean {
  const first = campos[0] ?? "";
  if (!NOTE.test(first)) return false;
  return /^\s*total geral/i.test(first) || campos.filter((campo) => campo.trim() !== "").length === 1;
}

/**
 * Reads a row's municipality by value: the code columns of the fit first (6 or 7
 * digits, whatever their titles say; two that disagree name no municipality), then
 * name and UF. Readings of codes and names repeat by the million and are kept.
 */
export function placeReader(
  { posicao }: Fit,
  lugares: ConversionContext["lugares"],
  campos: { readonly codigos: readonly string[]; readonly nome?: string; readonly uf?: string },
): (row: readonly string[]) => PlaceReading {
  const codesAt = campos.codigos.flatMap((campo) => posicao.get(campo) ?? []);
  const nameAt = campos.nome === undefined ? undefined : posicao.get(campos.nome);
  const ufAt = campos.uf === undefined ? undefined : posicao.get(campos.uf);
  const byCode = remembered((texto) => lugares.codigo(texto));
  const byName = remembered((texto) => {
    const [nome = "", uf = ""] = texto.split("\n");
    return lugares.nome(nome, uf === "" ? null : uf);
  });
  return (row) => {
    let found: PlaceReading | null = null;
    let foundText = "";
    for (const at of codesAt) {
      const text = cellText(row, at);
      if (text === "") continue;
      const reading = byCode(text);
      if (found === null || found.tipo === "desconhecido") {
        found = reading;
        foundText = text;
      } else if (reading.tipo !== "desconhecido" && text.slice(0, 6) !== foundText.slice(0, 6)) return CODES_DISAGREE;
    }
    if (found !== null && found.tipo !== "desconhecido") return found;
    const nome = cellText(row, nameAt);
    if (nome === "" || (found !== null && looksLikeCode(foundText))) return found ?? NO_PLACE;
    return byName(`${nome}\n${cellText(row, ufAt)}`);
  };
}

const CODES_DISAGREE: PlaceReading = {
  tipo: "desconhecido",
  mensagem: "As duas colunas de código da linha são de municípios diferentes.",
  conserto: "Confira na origem qual é o município e corrija o código.",
};

const NO_PLACE: PlaceReading = {
  tipo: "desconhecido",
  mensagem: "A linha não diz de que município é.",
  conserto: "Preencha o código do IBGE do município.",
};

function remembered(read: (texto: string) => PlaceReading): (texto: string) => PlaceReading {
  const memo = new Map<string, PlaceReading>();
  return (texto) => {
    const known = memo.get(texto);
    if (known !== undefined) return known;
    const reading = read(texto);
    if (memo.size < 20_000) memo.set(texto, reading);
    return reading;
  };
}

/** A part of the progress, for a reading in more than one pass. */
export function progressPart(onProgress: (share: number) => void, from: number, to: number): (share: number) => void {
  return (share) => {
    onProgress(from + share * (to - from));
  };
}
