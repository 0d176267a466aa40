import { expect, it } from "vitest";
import { lapide, registro, retirar } from "../../../src/core/mescla/index.ts";

const plano = registro(`plano-${"1".repeat(32)}`, { municipio: 1100015, especie: "apoio", dificuldade: "Sem equipe", origem: "auditoria" });
const acao = registro(`acao-${"a".repeat(32)}`, { plano: plano.id, acao: "Contratar" });
const outra = registro(`acao-${"b".repeat(32)}`, { plano: `plano-${"2".repeat(32)}`, acao: "Treinar" });
const visita = registro(`visita-${"c".repeat(32)}`, { municipio: 1100015, data: "2026-03-01", plano: plano.id });
const nota = registro(`nota-${"d".repeat(32)}`, { texto: "Conferir", sobre: acao.id });
const TODOS = [plano, acao, outra, visita, nota];

it("a plan goes with its own actions, and what only points to one of them stays and points to nothing", () => {
  expect(retirar(plano, TODOS)).toEqual([
    { antes: plano, depois: lapide(plano) },
    { antes: acao, depois: lapide(acao) },
    { antes: visita, depois: registro(visita.id, { municipio: 1100015, data: "2026-03-01" }) },
    { antes: nota, depois: registro(nota.id, { texto: "Conferir" }) },
  ]);
});

it("an action goes alone, and a record taken out already is left as it is", () => {
  expect(retirar(acao, [plano, acao, outra, visita, lapide(nota)])).toEqual([{ antes: acao, depois: lapide(acao) }]);
});
