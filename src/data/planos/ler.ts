import { montadorDePlanos, type PlanosMontados } from "../../core/planos/index.ts";
import { acoesDosPlanos } from "../queries/planos-acoes.ts";
import { EngineError, type Session } from "../session/session.ts";

/** Rows read in one turn of the page's thread. */
const FATIA = 1_000;
const TENTATIVAS = 3;

/**
 * Plans of the extract in use, read some rows a turn so that twenty thousand actions
 * do not hold the page. Rejects with `EngineError`.
 */
export async function lerPlanos(session: Pick<Session, "ask">): Promise<PlanosMontados> {
  for (let tentativa = 0; tentativa < TENTATIVAS; tentativa += 1) {
    const lidos = await lerUmaVez(session);
    if (lidos !== null) return lidos;
  }
  throw new EngineError("Os planos mudaram enquanto eram lidos.", "Espere a carga terminar e tente de novo.", `${TENTATIVAS} tries`);
}

/** Null when the data changed between two slices. */
async function lerUmaVez(session: Pick<Session, "ask">): Promise<PlanosMontados | null> {
  const montador = montadorDePlanos();
  let lidas = 0;
  let primeira: number | null = null;
  for (let isFim = false; !isFim; ) {
    const { rows, version } = await session.ask(acoesDosPlanos, { limite: FATIA, salto: lidas });
    primeira ??= version;
    if (version !== primeira) return null;
    montador.juntar(rows);
    lidas += rows.length;
    isFim = rows.length < FATIA;
  }
  return montador.fim();
}
