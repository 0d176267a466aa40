import type { CasosEmColunas } from "./colunas.ts";
import { SEM_CODIGO, SEM_DIA } from "./passos.ts";
import { INCONSISTENCIAS, type CodigoDeInconsistencia } from "./reproducao.ts";

/** Through which case each one counts, and what is wrong with the chain that says so. */
export interface Apensamento {
  /** End of the chain; -1 = it counts by itself. */
  readonly contaPor: Int32Array;
  /** Position in `INCONSISTENCIAS`; `SEM_CODIGO` = nothing. */
  readonly problema: Uint8Array;
}

const codigo = (nome: CodigoDeInconsistencia): number => INCONSISTENCIAS.indexOf(nome);

const MAIS_NOVA = codigo("apensada-a-mais-nova");
const EM_CIRCULO = codigo("apensada-em-circulo");
const SEM_PRINCIPAL = codigo("apensada-sem-principal");

const POR_VER = -2;
const CIRCULAR = -3;

/**
 * Follows each apensada to the end of its chain. Repeated complaints on one fact are
 * apensadas, the older one first (Res. CIB/MT 012/2025 art. 5 §4), and count through
 * it, however long the chain; one registered before the complaint it is apensada to
 * counts so too, and is told. Where there is no end — the main protocol is missing,
 * the chain is a circle or leads into one — the case counts by itself, so that none
 * of its terms is lost. Linear.
 * @param registro day of registration; a pair is compared when both are from `de` to `ate`
 */
export function resolverApensadas(
  { n, principal, registro }: Pick<CasosEmColunas, "n" | "principal" | "registro">,
  de: number,
  ate: number,
): Apensamento {
  const contaPor = new Int32Array(n).fill(POR_VER);
  const problema = new Uint8Array(n).fill(SEM_CODIGO);
  const caminho = new Int32Array(n);
  /** Start of the walk that reached each case first, plus one. */
  const passagem = new Int32Array(n);
  for (let partida = 0; partida < n; partida += 1) {
    let passos = 0;
    let em = partida;
    while (contaPor[em] === POR_VER && passagem[em] !== partida + 1) {
      const proximo = principal[em] ?? -1;
      if (proximo === em || proximo < 0) {
        contaPor[em] = -1;
        if (proximo < -1) problema[em] = SEM_PRINCIPAL;
        break;
      }
      passagem[em] = partida + 1;
      caminho[passos] = em;
      passos += 1;
      em = proximo;
    }
    const achado = contaPor[em] ?? -1;
    const fim = achado === POR_VER ? CIRCULAR : achado === -1 ? em : achado;
    for (let i = 0; i < passos; i += 1) contaPor[caminho[i] ?? 0] = fim;
  }
  const isPossivel = (dia: number): boolean => dia !== SEM_DIA && dia >= de && dia <= ate;
  for (let caso = 0; caso < n; caso += 1) {
    if (contaPor[caso] === CIRCULAR) {
      contaPor[caso] = -1;
      problema[caso] = EM_CIRCULO;
    } else if ((contaPor[caso] ?? -1) >= 0) {
      const [seu, doPrincipal] = [registro[caso] ?? SEM_DIA, registro[principal[caso] ?? -1] ?? SEM_DIA];
      if (isPossivel(seu) && isPossivel(doPrincipal) && doPrincipal > seu) problema[caso] = MAIS_NOVA;
    }
  }
  return { contaPor, problema };
}
