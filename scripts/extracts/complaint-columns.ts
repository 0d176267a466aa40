import type { CivilDate } from "../../src/core/civil-date.ts";
import type { ColunaIndicador } from "../../src/core/indicador.ts";
import type { Metodo } from "../../src/core/metodo/method.ts";
import type { Municipio } from "../../src/core/municipio.ts";
import { CONTRACTS } from "../../src/data/contracts/index.ts";
import { ajustesDoIndice, TODOS_OS_CASOS } from "../../src/data/denuncias/apoio-do-indice.ts";
import { colunasDasDenuncias, usaDenuncias } from "../../src/data/denuncias/colunas-do-indice.ts";
import type { ApoioPedido } from "../../src/data/denuncias/perguntas.ts";
import type { MensagemDoRelogio } from "../../src/data/denuncias/relogio-mensagens.ts";
import { relogioRunner } from "../../src/data/denuncias/relogio-run.ts";
import { andamentosParaORelogio, denunciasParaORelogio } from "../../src/data/queries/andamentos-colunas.ts";
import { identifier, readCsvSql } from "../../src/data/session/csv-sql.ts";
import { ENGINES, openEngineInNode } from "../engine/engine-in-node.ts";
import { readComplaints } from "./complaints.ts";
import type { TerritoryFolder } from "./territory.ts";

/**
 * Figures that a method takes from a folder's complaints: those of the page, by the
 * same engine, questions and clock. Empty for a method that does not weigh complaints,
 * and for a folder without any.
 * @param hoje day the cases are counted on
 */
export async function complaintColumns(
  dir: string,
  folder: TerritoryFolder,
  metodo: Metodo,
  municipios: readonly Municipio[],
  hoje: CivilDate,
): Promise<ColunaIndicador[]> {
  const { denuncias, andamentos } = folder.extratos;
  if (!usaDenuncias(metodo) || denuncias.rows.length === 0) return [];
  const engine = await openEngineInNode(ENGINES.completo);
  try {
    for (const { id, csv } of [denuncias, andamentos]) {
      const contract = CONTRACTS[id];
      await engine.register("carga.csv", new TextEncoder().encode(csv));
      await engine.run(`CREATE TABLE ${identifier(contract.table)} AS ${readCsvSql(contract, "carga.csv", true)}`);
      await engine.drop("carga.csv");
    }
    const colunas = {
      denuncias: await engine.askBytes(denunciasParaORelogio.sql, []),
      andamentos: denuncias.demonstracao === andamentos.demonstracao ? await engine.askBytes(andamentosParaORelogio.sql, []) : null,
    };
    const registros = denuncias.rows.map((row) => row["data_registro"] ?? "").filter((dia) => dia !== "");
    const inicio = registros.reduce((a, b) => (a === "" || b < a ? b : a), "") || null;
    const padrao = await readComplaints(dir, folder);
    const said: MensagemDoRelogio[] = [];
    const run = relogioRunner({ post: (mensagem) => said.push(mensagem), now: () => 0 });
    run({ tipo: "carregar", pedido: 1, colunas });
    run({ tipo: "ajustar", ajustes: ajustesDoIndice({ padrao, territorio: folder.territorio, hoje, inicio }) });
    run({ tipo: "perguntar", pedido: 2, nome: "apoio", pede: { filtro: TODOS_OS_CASOS } });
    const noticia = said.at(-1)?.noticia;
    if (noticia?.tipo !== "resposta") throw new Error(`the clock did not answer: ${noticia?.tipo === "recusa" ? noticia.detalhe : "no answer"}`);
    return colunasDasDenuncias(noticia.resposta.resposta as readonly ApoioPedido[], municipios, hoje);
  } finally {
    engine.terminate();
  }
}
