import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { complaintColumns } from "../../scripts/extracts/complaint-columns.ts";
import { readCsv, writeCsv } from "../../scripts/extracts/csv.ts";
import { readMunicipios } from "../../scripts/extracts/snapshot.ts";
import { readTerritory, type ExtractFile, type TerritoryFolder } from "../../scripts/extracts/territory.ts";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import type { ExtractId } from "../../src/data/contracts/contract.ts";
import { comDimensao } from "../../src/views/prioridades/pesos.ts";

const DATA = fileURLToPath(new URL("../../data", import.meta.url));
const HOJE = "2026-10-31";

function extract(id: ExtractId, rows: readonly Readonly<Record<string, string>>[]): ExtractFile {
  const header = CONTRACTS[id].columns.map(({ name }) => name);
  const csv = writeCsv(header, rows.map((row) => header.map((name) => row[name] ?? null)));
  return { id, csv, rows: readCsv(csv, id).rows, demonstracao: true };
}

const caso = { canal: "presencial", tema: "bpc", situacao: "aguardando-manifestacao" };

/**
 * A was notified in August and is past its day under both counts. B, notified on Monday
 * 2026-10-05, is past it in running days (Sunday 25 moves to Monday 26) but not in
 * business days: 12 October and 2 November are holidays, and the twentieth is
 * 2026-11-04. C had difficulties found within the year; D more than a year before.
 */
const DENUNCIAS = extract("denuncias", [
  { ...caso, protocolo: "A", codigo_ibge: "5100102", data_registro: "2026-07-30", data_notificacao: "2026-08-03" },
  { ...caso, protocolo: "B", codigo_ibge: "5100102", data_registro: "2026-10-01", data_notificacao: "2026-10-05" },
  { ...caso, protocolo: "C", codigo_ibge: "5103403", data_registro: "2026-07-01", situacao: "em-analise-tecnica" },
  { ...caso, protocolo: "D", codigo_ibge: "5103403", data_registro: "2025-07-01", situacao: "em-analise-tecnica" },
]);
const ANDAMENTOS = extract("andamentos", [
  { protocolo: "C", passo: "desfecho", data: "2026-09-10", desfecho: "dificuldade-na-gestao" },
  { protocolo: "D", passo: "desfecho", data: "2025-10-30", desfecho: "dificuldade-na-gestao" },
]);

describe("what the terminal takes from the complaints of a folder", () => {
  it("counts overdue manifestações under both counts and difficulties of the last twelve months, by municipality", async () => {
    const folder = await readTerritory(DATA);
    const made: TerritoryFolder = { ...folder, extratos: { ...folder.extratos, denuncias: DENUNCIAS, andamentos: ANDAMENTOS } };
    const [opcional] = folder.territorio.indice.opcionais;
    if (opcional === undefined) throw new Error("the territory offers no dimension");
    const municipios = readMunicipios(folder.extratos.municipios.rows);
    const colunas = await complaintColumns(DATA, made, comDimensao(folder.metodo, opcional), municipios, HOJE);
    const contadas = colunas.map(({ indicador, valores }) => ({
      indicador,
      maisQueZero: municipios.flatMap(({ codigo }, i) => ((valores[i] ?? 0) > 0 ? [[codigo, valores[i]]] : [])),
      semNumero: valores.filter((valor) => valor === null).length,
    }));
    expect(contadas).toEqual([
      { indicador: "denuncias-dificuldades", maisQueZero: [[5103403, 1]], semNumero: 0 },
      { indicador: "denuncias-manifestacoes-vencidas", maisQueZero: [[5100102, 1]], semNumero: 0 },
    ]);
    expect(await complaintColumns(DATA, made, folder.metodo, municipios, HOJE)).toEqual([]);
  });
});
