import { formatNumber, joinPt } from "../../../core/format.ts";
import { CASAS_NOTA } from "../explicacao.ts";
import { comSinal } from "./mediana.ts";
import type { Mudanca, PartesDaMudanca } from "./periodo.ts";

const pontos = (x: number): string => formatNumber(x, CASAS_NOTA);

/** What changed in one municipality's score since the end of a year, in words. */
export function fraseDaMudanca(mudanca: Mudanca): string {
  const { ano, antes, agora, partes, haviaDado } = mudanca;
  if (!haviaDado) return `Nenhum número deste município que entra na nota é de ${ano} ou de antes: não há o que comparar.`;
  if (partes === null || antes === null || agora === null) return fraseSemNota(mudanca);
  if (parado(mudanca)) return `De ${ano} para cá nada mudou: os números que entram na nota são os mesmos, e a nota é ${pontos(agora)}.`;
  const comeco = `De ${ano} para cá a nota`;
  if (partes.diferenca === 0) {
    const porque = partes.real === 0 ? ": o que mudou se compensa ou não chega a mover a nota" : `: ${duasPartes(partes, mudanca)}`;
    return `${comeco} ficou igual, em ${pontos(agora)}${porque}.`;
  }
  const moveu = `${comeco} ${partes.diferenca > 0 ? "subiu" : "desceu"} ${pontos(Math.abs(partes.diferenca))}`;
  if (partes.dados === 0) return `${moveu}, tudo porque os números mudaram.`;
  if (partes.real === 0) return `${moveu}, tudo porque ${dosDados(mudanca)}.`;
  return `${moveu}: ${duasPartes(partes, mudanca)}.`;
}

/** Whether no figure that counts appeared, disappeared or changed. */
export function parado({ entraram, sairam, mudaram }: Mudanca): boolean {
  return entraram.length === 0 && sairam.length === 0 && mudaram.length === 0;
}

/** Signs only where the parts pull apart: what both push the same way needs none. */
function duasPartes({ real, dados }: PartesDaMudanca, mudanca: Mudanca): string {
  const juntas = real > 0 === dados > 0;
  const parte = (x: number): string => (juntas ? pontos(Math.abs(x)) : comSinal(x));
  return `${parte(real)} porque os números mudaram e ${parte(dados)} porque ${dosDados(mudanca)}`;
}

function dosDados({ entraram, sairam }: Mudanca): string {
  if (sairam.length === 0) return "há dados que antes não havia";
  return entraram.length === 0 ? "faltam dados que antes havia" : "entraram dados que antes não havia e saíram outros";
}

function fraseSemNota({ ano, antes, agora, dimensoes }: Mudanca): string {
  const falta = (lado: "antes" | "agora", verbo: string): string => {
    const nomes = dimensoes.filter((d) => d.pesa && d[lado] === null).map(({ nome }) => nome);
    return nomes.length === 0 ? "" : `: ${verbo} dados em ${joinPt(nomes)}`;
  };
  if (antes !== null) return `No fim de ${ano} a nota era ${pontos(antes)}; agora o município está sem nota${falta("agora", "faltam")}.`;
  if (agora === null) return `O município estava sem nota no fim de ${ano} e continua sem nota${falta("agora", "faltam")}.`;
  return `No fim de ${ano} o município estava sem nota${falta("antes", "faltavam")}. Agora a nota é ${pontos(agora)}; sem a de antes, não há diferença a repartir.`;
}
