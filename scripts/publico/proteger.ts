import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import loadHighs from "highs";
import type { TabelaAberta } from "../../src/core/publico/aberto.ts";
import type { Publicacao } from "../../src/core/publico/publicacao.ts";
import type { PoliticaDePublicacao } from "../../src/core/publico/politica.ts";
import { TEMA_DENUNCIA_ROTULO } from "../../src/data/contracts/denuncias.ts";
import { parsePolitica } from "../../src/data/publico/politica.ts";
import { readComplaints } from "../extracts/complaints.ts";
import { newestDate, readMunicipios } from "../extracts/snapshot.ts";
import type { TerritoryFolder } from "../extracts/territory.ts";
import { lerAnteriores } from "./anteriores.ts";
import { protegerAssunto, type AssuntoProtegido } from "./assunto.ts";
import { dimensaoDeAnos, dimensaoDeLista, dimensaoDeLugar, dimensaoDeTempo, dimensaoSolta } from "./dimensoes.ts";
import { fatosDasDenuncias, fatosDosServicos, RESULTADO, SITUACAO_DO_PRAZO, SITUACOES_DO_SERVICO } from "./fatos.ts";
import { recusaDeAntes, recusas, resumoDoProtegido } from "./prova.ts";
import { montarPublicada, sha256 } from "./publicada.ts";
import { tabelaAbertaDe } from "./tabela-aberta.ts";

export const POLICY_FILE = "publicacao.json";

export interface Protegido {
  readonly politica: PoliticaDePublicacao;
  readonly publicacao: Publicacao;
  readonly assuntos: readonly AssuntoProtegido[];
  /** The protected tables as open data. */
  readonly abertas: readonly TabelaAberta[];
  /** What was done, for who publishes. */
  readonly resumo: string;
}

/** A release that must not go out; the message says why, cell by cell. */
export class PublicacaoRecusadaError extends Error {
  override readonly name = "PublicacaoRecusadaError";
}

/** Reads and checks the policy of a territory's folder. */
export async function readPolicy(dir: string): Promise<PoliticaDePublicacao> {
  const path = join(dir, POLICY_FILE);
  if (!existsSync(path)) throw new PublicacaoRecusadaError(`Falta ${POLICY_FILE} na pasta do território: sem política de publicação, nada é publicado.`);
  return parsePolitica(JSON.parse(await readFile(path, "utf8")));
}

/**
 * The release of a folder after disclosure control.
 * @throws PublicacaoRecusadaError when an attacker finds out a hidden figure, or when a figure of an earlier release is of too few persons now
 */
export async function proteger(dir: string, folder: TerritoryFolder): Promise<Protegido> {
  const politica = await readPolicy(dir);
  const anteriores = await lerAnteriores(dir);
  const hoje = newestDate(folder);
  const municipios = readMunicipios(folder.extratos.municipios.rows);
  const lugar = dimensaoDeLugar(folder.territorio.uf, municipios);
  const denuncias = fatosDasDenuncias(folder, await readComplaints(dir, folder), hoje, politica.anonimas);
  const servicos = fatosDosServicos(folder);
  const base = { politica, highs: await loadHighs(), anteriores };
  const assuntos = comRecusa(() => [
    protegerAssunto(
      {
        assunto: "denuncias",
        demonstracao: folder.extratos.denuncias.demonstracao,
        dimensoes: [
          lugar,
          dimensaoDeTempo(denuncias.primeiroMes, hoje),
          dimensaoDeLista("tema", Object.keys(TEMA_DENUNCIA_ROTULO)),
          dimensaoDeLista("prazo", Object.keys(SITUACAO_DO_PRAZO)),
          dimensaoDeLista("desfecho", Object.keys(RESULTADO)),
        ],
        fatos: denuncias.fatos,
        temBrancos: false,
      },
      base,
    ),
    protegerAssunto(
      {
        assunto: "servicos",
        demonstracao: folder.extratos.servicos.demonstracao,
        dimensoes: [lugar, dimensaoDeAnos(servicos.anos, hoje), dimensaoDeLista("servico", [...servicos.nomes.keys()]), dimensaoSolta("situacao", SITUACOES_DO_SERVICO)],
        fatos: servicos.fatos,
        temBrancos: true,
      },
      base,
    ),
  ]);
  const problemas = assuntos.flatMap(recusas);
  if (problemas.length > 0) throw new PublicacaoRecusadaError(`A publicação foi recusada:\n${problemas.map((problema) => `- ${problema}`).join("\n")}`);
  const semHash = montarPublicada({ folder, politica, hoje, assuntos, anteriores, nomesDosServicos: servicos.nomes });
  const publicacao: Publicacao = { ...semHash, hash: sha256(semHash.tabelas) };
  const protegido = { politica, publicacao, assuntos, abertas: publicacao.tabelas.map((tabela) => tabelaAbertaDe(publicacao, tabela)) };
  return { ...protegido, resumo: resumoDoProtegido(protegido) };
}

/** A cell that nothing can protect is a release that must not go out. */
function comRecusa<T>(fazer: () => T): T {
  try {
    return fazer();
  } catch (error) {
    const porque = recusaDeAntes(error);
    if (porque === null) throw error;
    throw new PublicacaoRecusadaError(`A publicação foi recusada:\n${porque}`);
  }
}
