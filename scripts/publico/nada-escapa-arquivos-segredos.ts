import { fold } from "../../src/core/search.ts";
import { TEMA_DENUNCIA_ROTULO } from "../../src/data/contracts/denuncias.ts";
import type { TextRow } from "../extracts/csv.ts";
import type { TerritoryFolder } from "../extracts/territory.ts";

/** What of a territory's folder may not be in anything that goes out, made ready to be looked for. */
export interface Segredos {
  /** Numbers of records, as written in the extracts. */
  readonly registros: ReadonlySet<string>;
  /** Shapes of those numbers that nothing else has: they find a number of a newer extract too. */
  readonly formas: readonly RegExp[];
  /** Free text of the records, folded (no accents, case or punctuation). */
  readonly textos: readonly string[];
  /** "5103403 2025-03-02": a municipality and a day on which a record of it has an event. */
  readonly eventos: ReadonlySet<string>;
  /** Days on which some record has an event. */
  readonly diasDosRegistros: ReadonlySet<string>;
  /** What a text of a row is: a municipality, a theme of complaints. */
  readonly municipios: ReadonlyMap<string, string>;
  readonly temas: ReadonlySet<string>;
  /** Days that may be written anywhere: of norms, of sources and of the method. */
  readonly dias: ReadonlySet<string>;
}

const DIAS_DOS_REGISTROS = ["denuncias", "planos", "apoios"] as const;
const TEXTO_LIVRE = ["dificuldade", "descricao", "evidencia"] as const;

/** Shorter than this, a sentence of a record is also anybody's. */
const MENOR_TEXTO = 12;

const prontos = new WeakMap<TerritoryFolder, Segredos>();

/** What must not escape out of a territory's folder; made ready once for each folder read. */
export function segredosDe(folder: TerritoryFolder): Segredos {
  const had = prontos.get(folder);
  if (had !== undefined) return had;
  const segredos = prepararSegredos(folder);
  prontos.set(folder, segredos);
  return segredos;
}

function prepararSegredos(folder: TerritoryFolder): Segredos {
  const { denuncias, andamentos, planos, apoios, municipios } = folder.extratos;
  const registros = new Set(
    [
      ...valores(denuncias.rows, "protocolo", "protocolo_principal"),
      ...valores(andamentos.rows, "protocolo"),
      ...valores(planos.rows, "plano"),
      ...valores(apoios.rows, "apoio"),
    ].filter(identifica),
  );
  const lugarDoProtocolo = new Map(denuncias.rows.map((row) => [row["protocolo"] ?? "", row["codigo_ibge"] ?? ""]));
  const eventos = new Set<string>();
  for (const id of DIAS_DOS_REGISTROS) {
    for (const row of folder.extratos[id].rows) {
      for (const valor of Object.values(row)) if (isDia(valor)) eventos.add(`${row["codigo_ibge"] ?? ""} ${valor}`);
    }
  }
  for (const row of andamentos.rows) eventos.add(`${lugarDoProtocolo.get(row["protocolo"] ?? "") ?? ""} ${row["data"] ?? ""}`);

  return {
    registros,
    formas: formasDe(registros),
    textos: [...new Set([...valores(planos.rows, ...TEXTO_LIVRE)].map(fold))].filter((texto) => texto.length >= MENOR_TEXTO),
    eventos,
    diasDosRegistros: new Set([...eventos].map((evento) => evento.slice(evento.indexOf(" ") + 1))),
    municipios: new Map(municipios.rows.flatMap((row): [string, string][] => [row["codigo"] ?? "", row["nome"] ?? ""].map((texto) => [texto, row["codigo"] ?? ""]))),
    temas: new Set(Object.entries(TEMA_DENUNCIA_ROTULO).flat()),
    dias: new Set([
      ...folder.territorio.normas.map(({ data }) => data),
      ...diasEm(JSON.stringify(folder.metodo)).map(({ dia }) => dia),
      ...folder.fontes.flatMap(({ referencia, nota }) => diasEm(`${referencia} ${nota}`).map(({ dia }) => dia)),
    ]),
  };
}

function* valores(rows: readonly TextRow[], ...colunas: readonly string[]): Generator<string> {
  for (const row of rows) {
    for (const coluna of colunas) {
      const valor = row[coluna];
      if (valor !== undefined && valor !== "") yield valor;
    }
  }
}

/** A number long and odd enough to be of nothing else: neither a count nor a year nor a period. */
function identifica(numero: string): boolean {
  if (/^\d{4}([-/]\d{1,2}){0,2}$/.test(numero)) return false;
  return /^\d+$/.test(numero) ? numero.length >= 9 : numero.length >= 5 && /\d/.test(numero);
}

function formasDe(registros: ReadonlySet<string>): RegExp[] {
  const formas = new Set([...registros].filter((numero) => /\p{L}{2}/u.test(numero)).map((numero) => escapeRegExp(numero).replace(/\d+/g, (digitos) => `\\d{${digitos.length}}`)));
  return [...formas].map((forma) => new RegExp(`(?<![\\p{L}\\p{N}])${forma}(?![\\p{L}\\p{N}])`, "gu"));
}

function escapeRegExp(text: string): string {
  return text.replace(/[/\-\\^$*+?.()|[\]{}]/g, (c) => (c === "-" ? "-" : `\\${c}`));
}

const MESES = "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro".split(" ");
const DIA_NO_TEXTO = new RegExp(`(?<![\\d-])(\\d{4})-(\\d{2})-(\\d{2})(?![\\d-])|(?<![\\d/])(\\d{2})/(\\d{2})/(\\d{4})(?![\\d/])|(?<!\\d)(\\d{1,2})º? de (${MESES.join("|")}) de (\\d{4})`, "gi");

/** Days written in a text, in the ways that a day is written here, as `YYYY-MM-DD`, each with its place. */
export function diasEm(texto: string): readonly { readonly dia: string; readonly em: number }[] {
  return [...texto.matchAll(DIA_NO_TEXTO)].flatMap((m) => {
    const [, a1, m1, d1, d2, m2, a2, d3, nome, a3] = m;
    const mes = m1 ?? m2 ?? String(MESES.indexOf((nome ?? "").toLowerCase()) + 1);
    const dia = `${a1 ?? a2 ?? a3 ?? ""}-${mes.padStart(2, "0")}-${(d1 ?? d2 ?? d3 ?? "").padStart(2, "0")}`;
    return Number.isNaN(Date.parse(dia)) ? [] : [{ dia, em: m.index }];
  });
}

/** The whole text is a day. */
export function isDia(texto: string): boolean {
  const [achado] = diasEm(texto);
  return achado?.em === 0 && texto.length === 10;
}
