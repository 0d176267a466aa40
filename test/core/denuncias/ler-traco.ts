import { addDays } from "../../../src/core/civil-date.ts";
import { DESFECHOS, MOTIVOS_DE_ARQUIVAMENTO, PASSOS, SEM_DIA, SUPERINTENDENCIAS } from "../../../src/core/denuncias/passos.ts";
import { ESPERAS, ESTADOS, INCONSISTENCIAS, type Reproducao } from "../../../src/core/denuncias/reproducao.ts";
import { SITUACOES_DECLARADAS } from "../../../src/core/denuncias/reproduzir.ts";
import { type CasoDeTeste, dia, type EventoDeTeste } from "./casos.ts";

export const DIA_ZERO = "2025-10-01";

/** Letters of the traces, in the order of `PASSOS`. */
const LETRAS = "RAOGNMDVLTFCPQ";

const DETALHES: Readonly<Record<string, readonly string[]>> = { D: SUPERINTENDENCIAS, F: DESFECHOS, Q: MOTIVOS_DE_ARQUIVAMENTO };

/** A case from its trace; see `tracos.ts` for the letters. */
export function casoDoTraco(traco: string): CasoDeTeste {
  const eventos: EventoDeTeste[] = [];
  let registro: string | null = null;
  let situacao: number | undefined;
  for (const item of traco.split(" ").filter((texto) => texto !== "")) {
    if (item.startsWith("@")) {
      situacao = SITUACOES_DECLARADAS.findIndex(([nome]) => nome === item.slice(1));
      continue;
    }
    const partes = /^(=?)([A-Z])([a-z]?)(-?\d+|\?)$/.exec(item);
    const [, linha = "", letra = "", inicial = "", quando = ""] = partes ?? [];
    const passo = PASSOS[LETRAS.indexOf(letra)];
    if (partes === null || passo === undefined) throw new RangeError(`not an event of a trace: "${item}"`);
    const data = quando === "?" ? null : addDays(DIA_ZERO, Number(quando));
    const detalhe = inicial === "" ? null : (DETALHES[letra]?.find((nome) => nome.startsWith(inicial)) ?? inicial);
    if (linha === "=" && letra === "R") registro = data;
    else eventos.push(linha === "=" ? [passo, data, detalhe, "linha"] : [passo, data, detalhe]);
  }
  return { registro, eventos, ...(situacao === undefined ? {} : { situacao }) };
}

/** What a case came to, written as in the traces. */
export function resultado(reproducao: Reproducao, caso: number): string {
  const { estado, espera, encerramento, inconsistencias } = reproducao;
  const fim = encerramento[caso] ?? SEM_DIA;
  const partes = [ESTADOS[estado[caso] ?? -1], ESPERAS[espera[caso] ?? -1], ...(fim === SEM_DIA ? [] : [fim - dia(DIA_ZERO)])];
  const problemas = [...inconsistencias.caso.keys()]
    .filter((i) => inconsistencias.caso[i] === caso)
    .map((i) => {
      const letra = LETRAS[inconsistencias.passo[i] ?? -1];
      return `${INCONSISTENCIAS[inconsistencias.codigo[i] ?? -1]}${letra === undefined ? "" : `:${letra}`}`;
    });
  return `${partes.join(", ")}${problemas.length === 0 ? "" : `; ${problemas.join(" ")}`}`;
}
