import { addDays, daysBetween, type CivilDate } from "../../src/core/civil-date.ts";
import { FIM, type Lugar } from "./places.ts";
import { DIFICULDADES, EVIDENCIAS, ORGAOS } from "./planos-textos.ts";
import type { Random } from "./random.ts";

/** One row of the demonstration plans; the columns of the contract. */
export interface AcaoDemo {
  readonly plano: string;
  codigo_ibge: number;
  readonly especie: "providencias" | "apoio";
  readonly dificuldade: string;
  readonly origem: "auditoria" | "denuncia" | "censo-suas" | "monitoramento";
  inicio: CivilDate | null;
  readonly aprovacao_cmas: CivilDate | null;
  readonly pactuacao_cib: CivilDate | null;
  readonly acao: string;
  readonly descricao: string;
  readonly orgao: string | null;
  prazo: CivilDate | null;
  readonly evidencia: string | null;
  conclusao: CivilDate | null;
}

const PROVIDENCIAS = 112;
const APOIO = 46;
/** Oldest day on which a plan of the set begins. */
const PRIMEIRO: CivilDate = "2024-05-02";
/** Days before the last one until when plans begin. */
const ULTIMOS = 20;
/** Rows with each defect of real registers. */
const DEFEITOS = 3;

/**
 * The invented plans: of the municipalities, and those the state owes to some of
 * them; concluded, on time, late, without a deadline, not approved, not pacted, and
 * a few rows with days or places that do not fit.
 */
export function inventPlans(places: readonly Lugar[], random: Random): AcaoDemo[] {
  const dosMunicipios = random.sample(places, PROVIDENCIAS);
  const comApoio = random.sample(dosMunicipios, APOIO);
  const rows = [
    ...dosMunicipios.map((place, i) => plan("providencias", `DEMO-P${String(i + 1).padStart(3, "0")}`, place, random)),
    ...comApoio.map((place, i) => plan("apoio", `DEMO-E${String(i + 1).padStart(3, "0")}`, place, random)),
  ].flat();
  return withDefects(rows, places, random);
}

function plan(especie: AcaoDemo["especie"], plano: string, { codigo }: Lugar, random: Random): AcaoDemo[] {
  const { dificuldade, acoes, apoio } = random.pick(DIFICULDADES);
  const inicio = addDays(PRIMEIRO, random.integer(0, daysBetween(PRIMEIRO, FIM) - ULTIMOS));
  const origem = random.weighted({ monitoramento: 40, "censo-suas": 28, auditoria: 17, denuncia: 15 });
  const aprovacao = random.chance(0.8) ? heldBy(addDays(inicio, random.integer(7, 60))) : null;
  const pactuacao = aprovacao !== null && random.chance(0.75) ? heldBy(addDays(aprovacao, random.integer(10, 75))) : null;
  const isDone = aprovacao !== null && random.chance(0.2);
  const descricoes = especie === "apoio" ? apoio : acoes;
  return random.sample(descricoes, random.integer(Math.max(2, descricoes.length - 1), descricoes.length)).flatMap((descricao, i) => {
    const vezes = random.chance(0.15) ? 2 : 1;
    return Array.from({ length: vezes }, (_, vez) => {
      const prazo = random.chance(0.07) ? null : addDays(inicio, random.integer(30, 330));
      const conclusao = conclusionOf(inicio, prazo, isDone, random);
      return {
        plano,
        codigo_ibge: codigo,
        especie,
        dificuldade,
        origem,
        inicio,
        aprovacao_cmas: aprovacao,
        pactuacao_cib: pactuacao,
        acao: vezes === 1 ? String(i + 1) : `${i + 1}.${vez + 1}`,
        descricao: vez === 0 ? descricao : `${descricao} (segunda etapa)`,
        orgao: random.chance(0.05) ? null : random.pick<string>(ORGAOS[especie]),
        prazo,
        evidencia: conclusao !== null && random.chance(0.82) ? random.pick(EVIDENCIAS) : null,
        conclusao,
      };
    });
  });
}

function conclusionOf(inicio: CivilDate, prazo: CivilDate | null, isDone: boolean, random: Random): CivilDate | null {
  const termo = prazo ?? addDays(inicio, 150);
  const isDue = termo <= FIM;
  const feita = random.weighted({ antes: isDue ? 55 : 18, depois: isDue ? 18 : 0, nunca: isDue ? 27 : 82 });
  if (isDone) return earlier(addDays(inicio, random.integer(15, Math.max(16, daysBetween(inicio, termo)))), FIM);
  if (feita === "nunca") return null;
  return heldBy(feita === "depois" ? addDays(termo, random.integer(2, 90)) : addDays(inicio, random.integer(10, Math.max(11, daysBetween(inicio, termo)))));
}

/** Days and places that do not fit, as in real registers; each row gets one at most. */
function withDefects(rows: AcaoDemo[], places: readonly Lugar[], random: Random): AcaoDemo[] {
  const some = random.sample(rows.map((_, i) => i).filter((i) => i > 0 && rows[i]?.plano === rows[i - 1]?.plano), 4 * DEFEITOS);
  some.forEach((at, i) => {
    const row = rows[at];
    if (row === undefined || row.inicio === null) return;
    if (i < DEFEITOS) row.prazo = addDays(row.inicio, -random.integer(10, 200));
    else if (i < 2 * DEFEITOS) row.conclusao = addDays(FIM, random.integer(10, 200));
    else if (i < 3 * DEFEITOS) row.conclusao = addDays(row.inicio, -random.integer(5, 60));
    else row.codigo_ibge = random.pick(places).codigo;
  });
  return rows;
}

/** The day, if it has come. */
function heldBy(dia: CivilDate): CivilDate | null {
  return dia <= FIM ? dia : null;
}

function earlier(a: CivilDate, b: CivilDate): CivilDate {
  return a < b ? a : b;
}
