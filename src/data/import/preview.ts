import type { RawTable } from "../raw/raw.ts";
import { personHeader, personIn } from "./person.ts";
import type { TablePreview } from "./report.ts";

const PREVIEW_ROWS = 8;
const CELL_LENGTH = 60;
/** Rows looked at to tell that a column shows data of persons. */
const LOOKED_AT = 200;

/** The beginning of a table, to map its columns by; what is of persons is told by header and by value, and left out. */
export function previewOf(tabela: RawTable): TablePreview | null {
  const { cabecalho } = tabela;
  if (cabecalho === null) return null;
  const pessoais: (string | null)[] = cabecalho.nomes.map((titulo) => personHeader(titulo));
  const rows: (readonly string[])[] = [];
  let seen = 0;
  tabela.percorrer(({ tipo, campos }) => {
    if (tipo !== "dados") return true;
    seen += 1;
    if (rows.length < PREVIEW_ROWS) rows.push(campos);
    pessoais.forEach((dado, i) => {
      const shown = dado === null ? personIn(campos[i] ?? "") : null;
      if (shown !== null) pessoais[i] = shown;
    });
    return seen < LOOKED_AT;
  });
  return {
    nome: tabela.nome,
    titulos: cabecalho.nomes.map((titulo) => (personIn(titulo) === null ? titulo : "(oculto)")),
    pessoais,
    linhas: rows.map((campos) =>
      pessoais.map((dado, i) => (dado === null ? (campos[i] ?? "").slice(0, CELL_LENGTH) : null)),
    ),
  };
}

/** True when, apart from what names the place, every column with a title is of persons. */
export function isOnlyNominal({ titulos, pessoais }: TablePreview): boolean {
  const named = titulos.flatMap((titulo, i) => (titulo === "" ? [] : [{ titulo, dado: pessoais[i] ?? null }]));
  const rest = named.filter(({ titulo, dado }) => dado === null && !PLACE_OR_PERIOD.test(titulo));
  return rest.length === 0 && named.some(({ dado }) => dado !== null);
}

const PLACE_OR_PERIOD = /munic|cidade|c[oó]d|ibge|siafi|^uf$|estado|regi[aã]o|^ano|m[eê]s|data|compet|refer|^id$|^n[ºo°]?$|protocolo/i;
