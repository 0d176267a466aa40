import { describe, expect, it } from "vitest";
import { registro, type Registro } from "../../../../src/core/mescla/index.ts";
import { FATIA } from "../../../../src/views/cobertura/trabalho/estado-da-parte.ts";
import { fraseDoTrabalho } from "../../../../src/views/cobertura/trabalho/frase.ts";
import { colunasDoTrabalho, detalheDe, filtrarLinhas, linhasDoTrabalho } from "../../../../src/views/cobertura/trabalho/linhas.ts";
import { chegadaEmPalavras, emFrase } from "../../../../src/views/cobertura/trabalho/Previa.tsx";
import type { NomesDosRegistros } from "../../../../src/ui/trabalho/titulos.ts";

const HOJE = "2026-11-22";
const id = (tipo: string, n: number): string => `${tipo}-${String(n).padStart(32, "0")}`;
const PLANO = registro(id("plano", 1), { municipio: 11, especie: "providencias", dificuldade: "Sem equipe", origem: "denuncia", inicio: "2026-02-01" });
const FEITA = registro(id("acao", 1), { plano: PLANO.id, acao: "Contratar", prazo: "2026-06-30", conclusao: "2026-06-01" });
const CEDO = registro(id("acao", 2), { plano: PLANO.id, acao: "Treinar", prazo: "2026-01-31" });
const SOLTA = registro(id("acao", 3), { plano: id("plano", 9), acao: "Conferir" });
const VISITA = registro(id("visita", 1), { municipio: 12, data: "2026-03-01", estrategia: "visita-tecnica", modalidade: "presencial" });
const NOTA = registro(id("nota", 1), { texto: "Falta a ata", sobre: FEITA.id });
const TODOS = [FEITA, CEDO, SOLTA, NOTA, PLANO, VISITA];

const nomesDe = (registros: readonly Registro[]): NomesDosRegistros => ({
  nome: (codigo) => ({ 11: "Alfa", 12: "Beta" })[codigo] ?? `município ${codigo}`,
  listas: { estrategia: [{ valor: "visita-tecnica", rotulo: "Visitas técnicas" }] },
  registro: (outro) => registros.find((cada) => cada.id === outro) ?? null,
});
const nomes = nomesDe(TODOS);
const linhas = linhasDoTrabalho(TODOS, nomes, HOJE);

describe("the list of what was entered", () => {
  it("has each plan followed by its actions, then the others, each with the municipality it is of", () => {
    expect(linhas.map(({ registro: { id: qual }, municipio }) => [qual, municipio])).toEqual([
      [PLANO.id, 11],
      [FEITA.id, 11],
      [CEDO.id, 11],
      [SOLTA.id, null],
      [NOTA.id, 11],
      [VISITA.id, 12],
    ]);
  });

  it("says how far a plan is, whether an action is done, and what a note is about", () => {
    expect(linhas.map((linha) => detalheDe(linha, nomes))).toEqual([
      "Plano de Providências; 1 de 2 ações concluídas",
      "concluída em 01/06/2026; plano: Sem equipe",
      "em aberto; plano: Sem equipe",
      "em aberto; plano: plano que não está aqui",
      "sobre: Contratar",
      "Presencial",
    ]);
  });

  it("says what does not fit, and how to put it right", () => {
    expect(linhas.filter(({ problema }) => problema !== "").map(({ registro: { id: qual }, problema }) => [qual, problema])).toEqual([
      [CEDO.id, "O prazo da ação é anterior ao início do plano. Confira o prazo da ação e o início do plano."],
      [SOLTA.id, "O registro a que este se liga não existe ou foi retirado. Escolha outro registro, ou traga o arquivo em que ele está."],
    ]);
  });

  it("prints a visit by its strategy and day", () => {
    const titulo = colunasDoTrabalho(nomes).find(({ id: coluna }) => coluna === "titulo");
    expect(linhas.map((linha) => titulo?.valor(linha))).toContain("Visitas técnicas, 01/03/2026");
  });

  it("is filtered by kind and by municipality", () => {
    const ids = (filtro: Parameters<typeof filtrarLinhas>[1]): string[] => filtrarLinhas(linhas, filtro).map(({ registro: { id: qual } }) => qual);
    expect(ids({ tipo: "acao", municipio: 11 })).toEqual([FEITA.id, CEDO.id]);
    expect(ids({ tipo: null, municipio: 12 })).toEqual([VISITA.id]);
  });
});

it.each([
  [{ tipo: null, municipio: null }, {}],
  [{ tipo: "visita", municipio: 5103403 }, { registro: "visita", "registro-municipio": "5103403" }],
] as const)("the address holds %j as %j and gives it back", (estado, params) => {
  expect(FATIA.encode(estado)).toEqual(params);
  expect(FATIA.decode(params)).toEqual(estado);
});

it("an address with what is not a kind or a code shows everything", () => {
  expect(FATIA.decode({ registro: "toString", "registro-municipio": "51034" })).toEqual(FATIA.padrao);
});

it("the sentence counts each kind and says where it all is", () => {
  expect(fraseDoTrabalho(TODOS, "navegador")).toBe("Você anotou 1 plano, 3 ações, 1 visita feita e 1 nota. Fica tudo guardado neste navegador.");
  expect(fraseDoTrabalho([PLANO], "memoria")).toBe("Você anotou 1 plano. Fica tudo só nesta página: exporte o arquivo antes de fechá-la.");
});

describe("what a file brings, in words", () => {
  const nada = { novos: 0, mudados: 0, removidos: 0 };

  it("says what it does here, and whether the two had a version in common", () => {
    expect(emFrase({ noArquivo: 3, temBase: true, meus: nada, deles: { novos: 1, mudados: 2, removidos: 0 }, chegam: 2, conflitos: 1, registrosEmConflito: 1 })).toBe(
      "O arquivo tem 3 registros. Desde a última versão que os dois têm, o arquivo traz 1 registro novo e 2 mudados. Entram ou mudam 2 registros sem perguntas; 1 registro precisa de escolha, em 1 campo. Nada do que só você mudou se perde.",
    );
    expect(emFrase({ noArquivo: 1, temBase: false, meus: nada, deles: nada, chegam: 0, conflitos: 0, registrosEmConflito: 0 })).toBe(
      "O arquivo tem 1 registro. Não há versão anterior em comum: tudo que os dois têm e é diferente precisa de escolha. Nada muda aqui. Nada do que só você mudou se perde.",
    );
  });

  it("says of each record whether it comes in, changes or goes", () => {
    expect(chegadaEmPalavras({ antes: null, depois: FEITA, campos: [] }, nomes)).toBe("Entra ação de Alfa: Contratar");
    const mudada = registro(FEITA.id, { ...FEITA.campos, prazo: "2026-07-31", conclusao: null });
    expect(chegadaEmPalavras({ antes: FEITA, depois: mudada, campos: ["conclusao", "prazo"] }, nomes)).toBe(
      "Muda ação de Alfa: Contratar (Conclusão: 01/06/2026 → em branco e Prazo: 30/06/2026 → 31/07/2026)",
    );
    expect(chegadaEmPalavras({ antes: VISITA, depois: { ...VISITA, removido: true, campos: {} }, campos: [] }, nomes)).toBe("Sai visita feita de Beta: Visitas técnicas, 01/03/2026");
  });
});
