// @vitest-environment jsdom
import { describe, expect, it } from "vitest";
import { planejar } from "../../../../src/core/visitas/planejar.ts";
import { planFileText } from "../../../../src/data/visitas/plan-file.ts";
import { lerPlano } from "../../../../src/views/visitas/plano/AbrirPlano.tsx";
import { ENTRADA } from "./amostra.ts";

const SELO = { territorio: "ZZ", metodo: { nome: "Método", sha256: "a".repeat(64) }, dados: { sha256: "b".repeat(64) }, demonstracao: false, interno: false };
const arquivo = (texto: string): File => Object.assign(new File([texto], "plano.mirante.json"), { text: () => Promise.resolve(texto) });

describe("a plan opened from a file", () => {
  it("is the plan that was saved, with its settings and day, over the municipalities in use", async () => {
    const plano = planejar(ENTRADA);
    const agora = { ...ENTRADA, hoje: "2026-12-01", ajustes: { ...ENTRADA.ajustes, diasPorEquipe: 8 } };
    const lido = await lerPlano(arquivo(planFileText(plano, ENTRADA, SELO)), agora);
    expect(lido.aberto).toBe(true);
    if (!lido.aberto) return;
    const { feito } = lido;
    expect(feito.plano.viagens.map(({ id, inicio, fim, km }) => [id, inicio, fim, km])).toEqual(plano.viagens.map(({ id, inicio, fim, km }) => [id, inicio, fim, km]));
    expect(feito.entrada).toEqual(ENTRADA);
    expect(feito).toMatchObject({ origem: "arquivo", gulosa: null, metodo: "a".repeat(64), dados: "b".repeat(64) });
  });

  it("is refused in a sentence when it is something else", async () => {
    const lido = await lerPlano(arquivo('{"formato":"outro"}'), ENTRADA);
    expect(lido.aberto).toBe(false);
    expect(lido.aberto ? [] : lido.frases).not.toEqual([]);
    for (const frase of lido.aberto ? [] : lido.frases) expect(frase).toMatch(/^[A-ZÁÉÍÓÚ].*\.$/);
  });
});
