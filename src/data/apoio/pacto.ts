import type { Pacto } from "../../core/pacto/plano.ts";
import type { Norma } from "../../core/territorio.ts";
import { EIXO_ROTULO, ESTRATEGIA_NAO_PRESENCIAL_ROTULO, ESTRATEGIA_ROTULO } from "../contracts/apoios.ts";
import { parseShape } from "../snapshot/parse.ts";
import { PactoSchema } from "./pacto-schema.ts";

/**
 * Reads `apoio.json`: what a territory pacted of support. Throws a sentence naming the
 * place of the first thing that does not fit.
 */
export function parsePacto(valor: unknown): Pacto {
  return parseShape(PactoSchema, valor, "apoio.json");
}

/** A territory whose folder pacts nothing: the strategies and eixos of the contract, no line, no office, no minimum. */
export function pactoSemArquivo(): Pacto {
  return {
    norma: null,
    ano: null,
    estrategias: Object.entries(ESTRATEGIA_ROTULO).map(([id, nome]) => ({
      id,
      nome,
      modalidade: id in ESTRATEGIA_NAO_PRESENCIAL_ROTULO ? "nao-presencial" : "presencial",
      artigos: [],
    })),
    eixos: Object.entries(EIXO_ROTULO).map(([id, nome]) => ({ id, nome })),
    linhas: [],
    coordenacoes: [],
    minimo: null,
    notas: ["Os dados deste território não dizem o que foi pactuado de apoio técnico: nenhuma linha é cobrada."],
  };
}

/**
 * The entry of a norm that an article is cited by: the article itself or the narrowest
 * one that holds it ("art. 6º, VIII, d" → "art. 6º"); null where the norm has none.
 */
export function referenciaDoArtigo(artigo: string, { artigos }: Pick<Norma, "artigos">): string | null {
  const refs = artigos.map(({ ref }) => ref).filter((ref) => artigo === ref || artigo.startsWith(`${ref},`));
  return refs.sort((a, b) => b.length - a.length)[0] ?? null;
}
