import { describe, expect, it } from "vitest";
import { registro } from "../../../src/core/mescla/index.ts";
import { lerRascunho, type Rascunho, rascunhoDe } from "../../../src/ui/trabalho/rascunho.ts";
import { ACAO, acao, PLANO, plano } from "../../data/trabalho/exemplos.ts";

const HOJE = "2026-11-22";
const VISITA = `visita-${"c".repeat(32)}`;
const visita: Rascunho = { ...rascunhoDe("visita", {}), municipio: "1100015", data: "2026-03-01" };
const ler = (id: string, rascunho: Rascunho) => lerRascunho(id, rascunho, [plano, acao], HOJE);

describe("what is written in a form", () => {
  it("is the record it came from when nothing is touched", () => {
    expect(ler(ACAO, rascunhoDe("acao", acao.campos))).toEqual({ registro: acao });
    expect(ler(PLANO, rascunhoDe("plano", plano.campos))).toEqual({ registro: plano });
  });

  it.each([
    ["40", 40],
    ["1.250", 1250],
    ["0", 0],
  ])("reads %s participants as %i", (texto, participantes) => {
    expect(ler(VISITA, { ...visita, participantes: texto })).toEqual({ registro: registro(VISITA, { municipio: 1100015, data: "2026-03-01", participantes }) });
  });

  it("leaves out what is blank: how many took part is then not known, not zero", () => {
    const lido = ler(VISITA, { ...visita, participantes: " " });
    expect(lido).toEqual({ registro: registro(VISITA, { municipio: 1100015, data: "2026-03-01" }) });
  });

  it.each(["12,5", "doze", "-3", "12.34"])("does not take %s for a count", (texto) => {
    expect(ler(VISITA, { ...visita, participantes: texto })).toEqual({
      erros: [{ campo: "participantes", mensagem: "O campo “Participantes” não é um número inteiro de 0 a 1.000.000." }],
    });
  });

  it("names each required field that is missing", () => {
    expect(ler(PLANO, rascunhoDe("plano", {}))).toEqual({
      erros: [
        { campo: "municipio", mensagem: "Falta o campo “Município”." },
        { campo: "especie", mensagem: "Falta o campo “Espécie do plano”." },
        { campo: "dificuldade", mensagem: "Falta o campo “Dificuldade”." },
        { campo: "origem", mensagem: "Falta o campo “Origem da dificuldade”." },
      ],
    });
  });

  it("does not stand with a deadline before its plan, nor with a conclusion after today", () => {
    const comInicio = registro(PLANO, { ...plano.campos, inicio: "2026-08-01" });
    const lido = lerRascunho(ACAO, rascunhoDe("acao", { ...acao.campos, prazo: "2026-07-31", conclusao: "2026-11-23" }), [comInicio], HOJE);
    expect(lido).toEqual({
      erros: [
        { campo: "prazo", mensagem: "O prazo da ação é anterior ao início do plano. Confira o prazo da ação e o início do plano." },
        { campo: "conclusao", mensagem: "A conclusão está em um dia que ainda não chegou. Confira a data; uma previsão vai no prazo." },
      ],
    });
    expect(lerRascunho(ACAO, rascunhoDe("acao", { ...acao.campos, prazo: "2026-08-01", conclusao: HOJE }), [comInicio], HOJE)).toHaveProperty("registro");
  });

  it("with a person's data is refused at its field", () => {
    expect(ler(ACAO, rascunhoDe("acao", { ...acao.campos, evidencia: "maria@exemplo.org" }))).toMatchObject({ erros: [{ campo: "evidencia" }] });
  });
});
