/**
 * Publishes: tables after disclosure control, the public edition built beside them, and a look
 * into every file of it for what must not be there.
 */
import { spawnSync } from "node:child_process";
import { rm } from "node:fs/promises";
import { join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { formatBytes, formatNumber } from "../src/core/format.ts";
import { readTerritory } from "./extracts/territory.ts";
import { readNamed } from "./arguments.ts";
import { registrar } from "./publico/anteriores.ts";
import { registrarDadosAbertos } from "./publico/dados-abertos.ts";
import { construirEdicao } from "./publico/edicao.ts";
import { isRecusa, montarPublicacao, STAMP } from "./publico/make.ts";
import { descreverAchado, nadaEscapa } from "./publico/nada-escapa-arquivos.ts";
import { runInTerminal, type Answer } from "./terminal.ts";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const USAGE = `Uso: npm run publish-public -- [--territorio data] [--out publico-dist] [--registrar]

Faz a edição pública: oculta o que poderia revelar pessoas, prova que nada oculto pode ser descoberto,
monta a pasta e abre cada arquivo dela para ver que nenhum registro saiu.

  --territorio PASTA   pasta do território (data, se não for dita)
  --out PASTA          pasta a fazer, que pode ser posta em qualquer servidor (publico-dist)
  --registrar          guarda esta edição em publicacoes/, para que as próximas sejam conferidas com ela

Sai com 1, e não deixa pasta, quando um número oculto pode ser descoberto ou algo escapou.`;
/** Findings that are told one by one. */
const CONTADOS = 20;

interface Pedido {
  readonly dir: string;
  readonly out: string;
  readonly registrar: boolean;
}

/** Runs the command without ending the process. */
export async function publishPublic(args: readonly string[]): Promise<Answer> {
  const pedido = lerPedido(args);
  if (typeof pedido === "string") return { stdout: "", stderr: `${pedido}\n\n${USAGE}\n`, code: 2 };
  try {
    return await publicar(pedido);
  } catch (error) {
    if (isRecusa(error)) return { stdout: "", stderr: `${error.message}\n`, code: 1 };
    throw error;
  }
}

async function publicar({ dir, out, registrar: isRegistrar }: Pedido): Promise<Answer> {
  const extratos = spawnSync(process.execPath, ["--import", "tsx", join(ROOT, "scripts/build-extracts.ts"), "--territorio", dir], { cwd: ROOT, encoding: "utf8" });
  if (extratos.status !== 0) return { stdout: "", stderr: `Os extratos não puderam ser preparados:\n${extratos.stderr}`, code: 1 };
  const publico = join(ROOT, "public", "publico");
  const protegido = await montarPublicacao({ dir, out: publico, force: true, stampFile: STAMP });
  if (protegido === null) throw new Error("a forced release was not made");
  const edicao = await construirEdicao({ publico, out });
  const achados = nadaEscapa(edicao.out, await readTerritory(dir));
  if (achados.length > 0) {
    await rm(edicao.out, { recursive: true, force: true });
    const contados = achados.slice(0, CONTADOS).map((achado) => `- ${descreverAchado(achado)}`);
    const mais = achados.length > CONTADOS ? [`e mais ${formatNumber(achados.length - CONTADOS)}.`] : [];
    return { stdout: "", stderr: `A edição pública traz o que não pode sair:\n${[...contados, ...mais].join("\n")}\n`, code: 1 };
  }
  const linhas = [
    protegido.resumo,
    `Nada escapa: ${formatNumber(edicao.arquivos)} arquivos abertos, nenhum registro, protocolo ou texto de registro.`,
    `Edição pública em ${relative(process.cwd(), edicao.out) || "."}: ${formatBytes(edicao.bytes)}. Veja com: npm start -- --publico`,
  ];
  if (isRegistrar) {
    linhas.push(`Edição registrada em ${relative(process.cwd(), await registrar(dir, protegido))}.`);
    await registrarDadosAbertos({ dir, out: publico });
  }
  return { stdout: `${linhas.join("\n")}\n`, stderr: "", code: 0 };
}

function lerPedido(args: readonly string[]): Pedido | string {
  const nomeados = readNamed(args.filter((arg) => arg !== "--registrar"), ["--territorio", "--out"]);
  if (typeof nomeados === "string") return nomeados;
  return { dir: resolve(nomeados.get("--territorio") ?? join(ROOT, "data")), out: resolve(nomeados.get("--out") ?? join(ROOT, "publico-dist")), registrar: args.includes("--registrar") };
}

await runInTerminal(import.meta.url, publishPublic);
