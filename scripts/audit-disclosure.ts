import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import loadHighs, { type Highs } from "highs";
import { auditar, type AuditoriaSdc, type VereditoSdc } from "../src/core/sdc/auditoria.ts";
import { ContradicaoError } from "../src/core/sdc/sistema.ts";
import { atacanteHighs } from "../src/data/sdc/ataque.ts";
import { lerProblemas, type ProblemaLido } from "../src/data/sdc/ler.ts";
import { ShapeError } from "../src/data/snapshot/parse.ts";
import { readNamed } from "./arguments.ts";
import { runInTerminal, type Answer } from "./terminal.ts";

const USAGE = `Uso: npm run audit-disclosure -- PROBLEMA.json [--k N] [--format texto|json]

Tenta desfazer a proteção de uma publicação: para cada célula oculta, o menor e o maior valor
possíveis, dados todos os números publicados, contagens que não são negativas e inteiras.

  PROBLEMA.json          {"k": 5, "problem": {"cells": [...], "relations": [[total, [partes]]]}}, ou uma lista
  --k N                  menor contagem que se publica, quando o arquivo não diz
  --format texto|json    texto, se não for dito

Passa (sai com 0) quando nenhuma célula é descoberta e cada primária tem largura de k − 1 ou mais e
chega a k ou mais; senão sai com 1.`;

/** Runs the command without touching the process. */
export async function auditDisclosure(args: readonly string[]): Promise<Answer> {
  const [path, ...rest] = args;
  const given = path === undefined || path.startsWith("--") ? "Falta o arquivo do problema." : readNamed(rest, ["--k", "--format"]);
  if (path === undefined || typeof given === "string") return misused(typeof given === "string" ? given : "");
  const format = given.get("--format") ?? "texto";
  if (format !== "texto" && format !== "json") return misused(`--format é texto ou json, e veio “${format}”.`);
  const k = given.get("--k");
  if (k !== undefined && !/^[1-9]\d{0,3}$/.test(k)) return misused(`--k é um número inteiro a partir de 1, e veio “${k}”.`);
  const problems = await readProblems(path, k === undefined ? null : Number(k));
  if (typeof problems === "string") return { stdout: "", stderr: `${problems}\n`, code: 1 };
  const highs = await loadHighs();
  const audited = problems.map((problem) => audit(problem, highs));
  const stdout = format === "json" ? `${JSON.stringify(audited.map(asJson), null, 2)}\n` : audited.map(asText).join("\n");
  return { stdout, stderr: "", code: audited.every(({ auditoria }) => auditoria?.pass === true) ? 0 : 1 };
}

function misused(sentence: string): Answer {
  return { stdout: "", stderr: `${sentence}\n\n${USAGE}\n`, code: 2 };
}

async function readProblems(path: string, k: number | null): Promise<ProblemaLido[] | string> {
  try {
    const problems = lerProblemas(JSON.parse(await readFile(path, "utf8")), basename(path), k);
    return problems.length > 0 ? problems : `${basename(path)} não traz nenhum problema: falta “problem”, com “cells” e “relations”.`;
  } catch (error) {
    if (error instanceof ShapeError) return error.message;
    if (error instanceof SyntaxError) return `${basename(path)} não é um JSON que se leia: ${error.message}`;
    if (error instanceof Error && "code" in error) return `Não foi possível ler ${path}: ${error.message}`;
    throw error;
  }
}

interface Audited {
  readonly nome: string;
  /** Null when the printed numbers cannot all be true. */
  readonly auditoria: AuditoriaSdc | null;
  readonly contradicao: string | null;
}

function audit({ nome, problema }: ProblemaLido, highs: Highs): Audited {
  try {
    return { nome, auditoria: auditar(problema, atacanteHighs(highs)), contradicao: null };
  } catch (error) {
    if (error instanceof ContradicaoError) return { nome, auditoria: null, contradicao: error.message };
    throw error;
  }
}

function asJson({ nome, auditoria, contradicao }: Audited): unknown {
  if (auditoria === null) return { name: nome, error: contradicao, pass: false };
  const { k, celulas, pass, exatas, menorLargura } = auditoria;
  const interval = (de: "lp" | "ip"): unknown[] => celulas.map(({ id, value, [de]: { status, lo, up } }) => ({ id, value, status, lo: ended(lo), up: ended(up) }));
  return {
    name: nome,
    k,
    lp: interval("lp"),
    ip: interval("ip"),
    verdict: celulas.map(({ id, width, exact, primary, ok }) => ({ id, width: ended(width), exact, primary, ok })),
    pass,
    n_exact: exatas,
    smallest_width: menorLargura === null ? null : ended(menorLargura),
  };
}

/** JSON has no infinity: no end is null. */
function ended(value: number): number | null {
  return Number.isFinite(value) ? value : null;
}

function asText({ nome, auditoria, contradicao }: Audited): string {
  if (auditoria === null) return `${nome}\n  reprovado: os números publicados se contradizem (${contradicao ?? ""}).\n`;
  const { k, celulas, pass, exatas } = auditoria;
  const failed = celulas.filter(({ ok }) => !ok).length;
  const verdict = pass ? "aprovado: nenhuma célula é descoberta" : `reprovado: ${failed} de ${celulas.length} células sem proteção, ${exatas} descobertas`;
  return `${nome} (k = ${k})\n${celulas.map((cell) => `  ${cellLine(cell, k)}\n`).join("")}  ${verdict}.\n`;
}

function cellLine({ id, ip, lp, width, exact, primary, ok }: VereditoSdc, k: number): string {
  const kind = primary ? "primária" : "complementar ou arredondada";
  if (ip.status === "Infeasible") return `${id}: nenhum valor cabe, ${kind}: REPROVADA (os números publicados se contradizem)`;
  const real = lp.lo === ip.lo && lp.up === ip.up ? "" : ` (em números reais, de ${end(lp.lo)} a ${end(lp.up)})`;
  const why = exact ? "DESCOBERTA" : ok ? "protegida" : width < k - 1 ? `REPROVADA (largura abaixo de ${k - 1})` : `REPROVADA (não chega a ${k})`;
  return `${id}: de ${end(ip.lo)} a ${end(ip.up)}, largura ${end(width)}, ${kind}: ${why}${real}`;
}

function end(value: number): string {
  return Number.isFinite(value) ? String(value) : "sem limite";
}

await runInTerminal(import.meta.url, auditDisclosure);
