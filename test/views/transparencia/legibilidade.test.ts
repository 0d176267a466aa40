import { readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { frasesDe, legibilidade, palavrasDe } from "../../../src/core/legibilidade/flesch.ts";
import { parsePalavras } from "../../../src/data/publico/ler-glossario.ts";
import { dataText } from "../../data/folder.ts";
import { textosDasTelas, textosDoArquivo } from "./textos-das-telas.ts";

const PASTA = fileURLToPath(new URL("../../../src/views/transparencia", import.meta.url));

/**
 * "Fácil" starts at 50 in the grades of Martins et al. (1996): for who went to school for
 * nine years, which is what is compulsory for everyone. Ten points of room, because the
 * names of offices and laws are long and cannot be changed.
 */
const FACIL_COM_FOLGA = 60;
const MAIS_PALAVRAS = 32;

const modulos = import.meta.glob<Record<string, unknown>>("../../../src/views/transparencia/*/textos.ts", { eager: true });

function textosEm(valor: unknown): string[] {
  if (typeof valor === "string") return [valor];
  return typeof valor === "object" && valor !== null ? Object.values(valor).flatMap(textosEm) : [];
}

function terminado(texto: string): string {
  return /[.!?]["”’)]*$/u.test(texto) ? texto : `${texto}.`;
}

/** Everything that a part always says: its module of texts and what is written in its drawings. */
function textosDaParte(parte: string): string[] {
  const modulo = Object.entries(modulos).find(([caminho]) => caminho.includes(`/${parte}/`))?.[1] ?? {};
  return [...new Set([...textosEm(modulo), ...textosDasTelas(join(PASTA, parte))])].filter((texto) => palavrasDe(texto).length >= 4).map(terminado);
}

const PARTES = readdirSync(PASTA, { withFileTypes: true })
  .filter((entrada) => entrada.isDirectory())
  .map(({ name }) => name);

describe("what the public pages always say", () => {
  it.each(PARTES)("is easy to read: %s", (parte) => {
    const textos = textosDaParte(parte);
    const { indice } = legibilidade(textos.join(" "));
    const dificeis = textos
      .map((texto) => [Math.round(legibilidade(texto).indice), texto] as const)
      .sort(([a], [b]) => a - b)
      .slice(0, 3);
    expect(indice, JSON.stringify(dificeis)).toBeGreaterThanOrEqual(FACIL_COM_FOLGA);
  });

  it.each(PARTES)("has no long sentence: %s", (parte) => {
    expect(textosDaParte(parte).flatMap(frasesDe).filter((frase) => palavrasDe(frase).length > MAIS_PALAVRAS)).toEqual([]);
  });

  it.each(PARTES)("never calls a place worse or critical: %s", (parte) => {
    expect(textosDaParte(parte).filter((texto) => /\bpior(?:es)?\b|\bcrític/i.test(texto))).toEqual([]);
  });

  it("explains its words in easy ones", () => {
    const { verbetes, indicadores } = parsePalavras(JSON.parse(dataText("glossario.json")));
    expect(legibilidade(verbetes.map(({ texto }) => texto).join(" ")).indice).toBeGreaterThanOrEqual(FACIL_COM_FOLGA);
    expect(legibilidade(indicadores.flatMap(({ frase, naoDiz }) => [frase, naoDiz]).join(" ")).indice).toBeGreaterThanOrEqual(75);
  });

  it("would be found hard when written as offices write", () => {
    const fonte = "const A = () => <p>A operacionalização intersetorial do acompanhamento socioassistencial {x} pressupõe a articulação interinstitucional.</p>;";
    expect(textosDoArquivo(fonte, "a.tsx").map((texto) => legibilidade(texto).indice < 0)).toEqual([true]);
  });
});
