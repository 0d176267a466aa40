import { idDaChave, registro, type Registro } from "../mescla/index.ts";
import type { Plano } from "./plano.ts";

/** Id that a plan of the extract has in the work of whoever continues it: the same for everybody. */
export function idNoTrabalho({ id }: Pick<Plano, "id">): string {
  return idDaChave("plano", [id]);
}

/** A plan of the extract and its actions as records of the work, to be continued there. */
export function registrosDoPlano(plano: Plano): Registro[] {
  const id = idNoTrabalho(plano);
  const { municipio, especie, dificuldade, origem, inicio, aprovacaoCmas, pactuacaoCib } = plano;
  return [
    registro(id, { municipio, especie, dificuldade, origem, inicio, aprovacaoCmas, pactuacaoCib }),
    ...plano.acoes.map(({ id: chave, descricao, orgao, prazo, evidencia, conclusao }) => registro(idDaChave("acao", [chave]), { plano: id, acao: descricao, orgao, prazo, evidencia, conclusao })),
  ];
}

/**
 * The plans of the extract that the work does not continue: of those it does, the work's stand.
 * @param doTrabalho ids of the plans of the work
 */
export function semContinuados(planos: readonly Plano[], doTrabalho: ReadonlySet<string>): readonly Plano[] {
  return doTrabalho.size === 0 ? planos : planos.filter((plano) => plano.fonte === "trabalho" || !doTrabalho.has(idNoTrabalho(plano)));
}
