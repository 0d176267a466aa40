import { count, formatNumber, formatPercent } from "../../src/core/format.ts";
import { SemProtecaoError } from "../../src/data/sdc/suprimir.ts";
import { CelulasExpostasError } from "../../src/data/sdc/tabelas.ts";
import type { AssuntoProtegido } from "./assunto.ts";
import type { Protegido } from "./proteger.ts";

/** Cells named in a message before the rest are only counted. */
const NOMEADAS = 10;

/** Why the tables of a subject must not go out, a sentence each; none when they may. */
export function recusas({ assunto, k, protegidas: { auditoria, heranca, sistema } }: AssuntoProtegido): string[] {
  const lugares = new Map(sistema.cells.map(({ id }, i) => [id, i]));
  // A term or an outcome of a closed period goes on changing; a count of what was registered does not.
  const diminuidas = heranca.revistas
    .filter(({ id, agora }) => agora > 0 && sistema.cells[lugares.get(id) ?? -1]?.primary === true && !isMovel(id))
    .map(({ id, antes, agora }) => `${assunto}: a célula ${id} foi publicada como ${antes} e agora é ${agora}, de menos de ${k} pessoas. Quem viu a edição anterior saberia o número aproximado.`);
  const achadas = auditoria.celulas
    .filter(({ ok }) => !ok)
    .map(({ id, exact, ip, width }) => `${assunto}: a célula ${id} ${exact ? `pode ser descoberta (${ip.lo})` : `fica entre ${ip.lo} e ${ip.up}, um intervalo de ${width}, curto demais para k = ${k}`}.`);
  return [...cortadas(diminuidas), ...cortadas(achadas)];
}

/** Why a release cannot be protected at all. */
export function recusaDeAntes(error: unknown): string | null {
  if (error instanceof CelulasExpostasError) {
    return error.celulas.map((id) => `A célula ${id} já foi publicada e agora é de poucas pessoas. Nenhuma ocultação desfaz isso: veja por que ela mudou antes de publicar.`).join("\n");
  }
  if (error instanceof SemProtecaoError) {
    return `Nenhuma ocultação protege a célula ${error.celula}, porque o que a protegeria já foi publicado. Na política, peça essa tabela em um nível mais amplo.`;
  }
  return null;
}

function cortadas(frases: readonly string[]): string[] {
  return frases.length <= NOMEADAS ? [...frases] : [...frases.slice(0, NOMEADAS), `e mais ${count(frases.length - NOMEADAS, "célula", "células", "f")}.`];
}

/** Cells by term or outcome: complaints pass from one to another long after the period is over. */
function isMovel(id: string): boolean {
  const [, , , prazo = "*", desfecho = "*"] = id.split("|");
  return prazo !== "*" || desfecho !== "*";
}

/** What was done, in lines for a terminal. */
export function resumoDoProtegido({ publicacao, assuntos }: Pick<Protegido, "publicacao" | "assuntos">): string {
  const largura = publicacao.tabelas.reduce((maior, { id }) => Math.max(maior, id.length), 0);
  const tabelas = publicacao.tabelas.map(({ id, niveis, pedida, resumo: { celulas, ocultas } }) => {
    const nivel = Object.values(niveis).join(" × ");
    const queria = Object.values(pedida).join(" × ");
    const medida = assuntos.flatMap(({ medidas }) => medidas.get(id) ?? [])[0];
    const quanto = medida === undefined ? "" : `oculto ${formatPercent(medida.parteOculta * 100)} (o mínimo seria ${formatPercent(medida.parteDasPrimarias * 100)}), `;
    return `  ${id.padEnd(largura)}  ${nivel}${nivel === queria ? "" : ` (pedida: ${queria})`}: ${quanto}${formatNumber(ocultas)} de ${formatNumber(celulas)} células`;
  });
  const fora = publicacao.naoPublicadas.map(({ id, porque }) => `  ${id.padEnd(largura)}  não publicada: ${porque}`);
  const provas = assuntos.map(({ assunto, k, protegidas: { auditoria, supressaoS, auditoriaS, ocultas, sistema } }) => {
    const menor = auditoria.menorLargura === null ? "nenhuma célula oculta" : `menor intervalo ${formatNumber(auditoria.menorLargura)}`;
    return `  ${assunto}, k = ${k}: ${formatNumber(ocultas.size)} de ${formatNumber(sistema.cells.length)} números ocultos, ${count(auditoria.exatas, "descoberto", "descobertos")}, ${menor}; supressão ${formatNumber(supressaoS, 2)} s, ataque ${formatNumber(auditoriaS, 2)} s`;
  });
  return [
    `Publicação de ${publicacao.dataReferencia}: ${count(publicacao.tabelas.length, "tabela protegida", "tabelas protegidas", "f")}.`,
    ...tabelas,
    ...fora,
    "Prova:",
    ...provas,
    `Política SHA-256 ${publicacao.politica}`,
    `Publicação SHA-256 ${publicacao.hash}`,
  ].join("\n");
}
