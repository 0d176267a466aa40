import { count } from "../../core/format.ts";
import { CONTRACTS } from "../../data/contracts/index.ts";
import type { ImportReport } from "../../data/import/report.ts";
import type { Entrada } from "./import-store.ts";
import { quantidade } from "./model.ts";

/** "denuncias.csv: carregado"; also what is announced when the import ends. */
export function tituloDaEntrada({ arquivo, desfecho }: Entrada, emUso: boolean): string {
  if (desfecho.tipo === "carregado") return `${arquivo}: ${emUso ? "carregado" : "já não está em uso"}`;
  return `${arquivo}: ${desfecho.tipo === "cancelado" ? "cancelado" : "não foi carregado"}`;
}

const INTOCADO = "O que estava carregado antes continua como estava.";

/** What the outcome means for who loaded the file, in sentences. */
export function resumoDaEntrada({ relatorio, desfecho }: Entrada, emUso: boolean): string {
  if (desfecho.tipo === "cancelado") return `A leitura foi cancelada. ${INTOCADO}`;
  if (desfecho.tipo === "falhou") return INTOCADO;
  if (desfecho.tipo === "recusado") return `${recusa(relatorio)} ${INTOCADO}`;
  if (!emUso) return "Os dados deste arquivo foram trocados ou desfeitos; o aplicativo responde com outros.";
  const extrato = relatorio?.extrato ?? null;
  if (relatorio === null || extrato === null) return "";
  const { contagem } = relatorio;
  const fora =
    contagem.separadas === 0
      ? ""
      : ` ${count(contagem.separadas, "linha ficou", "linhas ficaram", "f")} de fora, com o motivo abaixo.`;
  return `${CONTRACTS[extrato].title}: ${quantidade({ id: extrato, linhas: contagem.carregadas })}. Todas as páginas já respondem com estes dados.${fora}`;
}

function recusa(relatorio: ImportReport | null): string {
  const problem = relatorio?.problemas.find(({ gravidade }) => gravidade === "arquivo-recusado");
  return problem === undefined ? "" : `${problem.mensagem} ${problem.conserto}`;
}
