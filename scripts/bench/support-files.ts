import { writeFile } from "node:fs/promises";
import { civilDe, diaDe } from "../../src/core/denuncias/dia.ts";
import { CAMPOS, idDaChave, registro, type Registro } from "../../src/core/mescla/index.ts";
import type { Pacto } from "../../src/core/pacto/index.ts";
import { APOIOS, ORIGEM_APOIO_ROTULO } from "../../src/data/contracts/apoios.ts";
import { ESPECIE_ROTULO, ORIGEM_DIFICULDADE_ROTULO, PLANOS } from "../../src/data/contracts/planos.ts";
import type { Snapshot } from "../../src/data/snapshot/snapshot.ts";
import { escreverTrabalho } from "../../src/data/trabalho/arquivo.ts";
import { csvFile } from "./csv-file.ts";
import { generator, pickFrom } from "./generator.ts";

const FIRST_DAY = diaDe("2019-01-01");
const LAST_DAY = diaDe("2026-11-30");
const ACTIONS_A_PLAN = 5;
/** One event in ten reaches this many municipalities. */
const MANY = 5;
/** Themes of no line, so many different ones, in one row in ten. */
const LOOSE_THEMES = 300;

/** @param events number of events; rows are some 40 % more */
export async function writeSupportFile(path: string, events: number, { municipios }: Snapshot, { linhas, estrategias }: Pacto): Promise<number> {
  const random = generator(20_261_124);
  const days = (from: number, to: number): number => from + Math.floor(random() * (to - from + 1));
  const apoios = csvFile(path, APOIOS);
  let rows = 0;
  for (let event = 0; event < events; event += 1) {
    const linha = pickFrom(random, linhas);
    const estrategia = random() < 0.6 ? pickFrom(random, linha.estrategias) : pickFrom(random, estrategias).id;
    const dia = days(FIRST_DAY, LAST_DAY + 60);
    const isAsked = random() < 0.3;
    const happening = random() < 0.03 ? "cancelado" : dia > LAST_DAY ? "previsto" : "realizado";
    const first = days(0, municipios.length - 1);
    const reached = random() < 0.1 ? Math.min(MANY, municipios.length) : 1;
    for (let i = 0; i < reached; i += 1) {
      await apoios.row({
        apoio: `AT-${String(event).padStart(6, "0")}`,
        codigo_ibge: municipios[(first + i) % municipios.length]?.codigo ?? "",
        data: civilDe(dia),
        estrategia,
        eixo: linha.eixo,
        tema: random() < 0.1 ? `assunto livre ${days(1, LOOSE_THEMES)}` : linha.tema,
        modalidade: random() < 0.5 ? "presencial" : "nao-presencial",
        origem: isAsked ? "solicitado-municipio" : pickFrom(random, Object.keys(ORIGEM_APOIO_ROTULO)),
        data_solicitacao: isAsked ? civilDe(dia - days(0, 60)) : "",
        participantes: random() < 0.8 ? days(1, 40) : "",
        situacao: happening,
      });
      rows += 1;
    }
  }
  await apoios.end();
  return rows;
}

/** The actions of made-up plans, five a plan. */
export async function writePlansFile(path: string, actions: number, { municipios }: Snapshot): Promise<void> {
  const random = generator(20_261_125);
  const planos = csvFile(path, PLANOS);
  for (let plan = 0; plan * ACTIONS_A_PLAN < actions; plan += 1) {
    const inicio = FIRST_DAY + Math.floor(random() * (LAST_DAY - FIRST_DAY - 200));
    const doPlano = {
      plano: `PP-${String(plan).padStart(5, "0")}`,
      codigo_ibge: pickFrom(random, municipios).codigo,
      especie: random() < 0.7 ? "providencias" : pickFrom(random, Object.keys(ESPECIE_ROTULO)),
      dificuldade: `Dificuldade inventada ${plan % 40}`,
      origem: pickFrom(random, Object.keys(ORIGEM_DIFICULDADE_ROTULO)),
      inicio: civilDe(inicio),
      aprovacao_cmas: random() < 0.7 ? civilDe(inicio + 20) : "",
      pactuacao_cib: random() < 0.5 ? civilDe(inicio + 40) : "",
    };
    for (let action = 0; action < Math.min(ACTIONS_A_PLAN, actions - plan * ACTIONS_A_PLAN); action += 1) {
      const prazo = inicio + 60 + Math.floor(random() * 400);
      const conclusao = inicio + 30 + Math.floor(random() * 400);
      await planos.row({
        ...doPlano,
        acao: String(action + 1),
        descricao: `Providência inventada ${(plan * 7 + action) % 90}`,
        orgao: `Setor ${(plan + action) % 12}`,
        prazo: random() < 0.9 ? civilDe(prazo) : "",
        conclusao: random() < 0.5 && conclusao <= LAST_DAY ? civilDe(conclusao) : "",
        evidencia: random() < 0.3 ? "Ata de reunião" : "",
      });
    }
  }
  await planos.end();
}

/** The files of two people who began from the same work: `base` is what both had, `meu` and `deles` what each made of it. */
export interface WorkFiles {
  readonly base: string;
  readonly meu: string;
  readonly deles: string;
}

/** Each side changes one action in five, one in fifty both, and adds one in a hundred. */
export async function writeWorkFiles(files: WorkFiles, actions: number, { municipios, territorio }: Snapshot): Promise<void> {
  const random = generator(20_261_126);
  const planos = Array.from({ length: Math.ceil(actions / ACTIONS_A_PLAN) }, (_, i) =>
    registro(idDaChave("plano", [i]), {
      municipio: pickFrom(random, municipios).codigo,
      especie: "providencias",
      dificuldade: `Dificuldade inventada ${i % 40}`,
      origem: "monitoramento",
      inicio: civilDe(FIRST_DAY + (i % 2000)),
    }),
  );
  const planoDe = (i: number): string => planos[Math.floor(i / ACTIONS_A_PLAN) % planos.length]?.id ?? "";
  const acao = (chave: string | number, i: number): Registro =>
    registro(idDaChave("acao", [chave]), { plano: planoDe(i), acao: `Providência inventada ${i % 90}`, orgao: `Setor ${i % 12}`, prazo: civilDe(FIRST_DAY + 100 + (i % 2500)) });
  const acoes = Array.from({ length: actions }, (_, i) => acao(i, i));
  if (!("conclusao" in CAMPOS.acao)) throw new RangeError("an action has no day of conclusion");
  const lado = (nome: string, resto: number): Registro[] => [
    ...planos,
    ...acoes.map((cada, i) => {
      if (i % 50 === 0) return registro(cada.id, { ...cada.campos, orgao: `Setor de ${nome}` });
      return i % 5 === resto ? registro(cada.id, { ...cada.campos, conclusao: civilDe(FIRST_DAY + 150 + (i % 2500)) }) : cada;
    }),
    ...Array.from({ length: actions / 100 }, (_, i) => acao(`${nome} ${i}`, i)),
  ];
  const base = await escreverTrabalho({ territorio: territorio.uf, versoes: [], registros: [...planos, ...acoes] });
  const versoes = [base.sha256];
  const [meu, deles] = [await escreverTrabalho({ territorio: territorio.uf, versoes, registros: lado("uma", 1) }), await escreverTrabalho({ territorio: territorio.uf, versoes, registros: lado("outra", 2) })];
  await Promise.all([writeFile(files.base, base.texto), writeFile(files.meu, meu.texto), writeFile(files.deles, deles.texto)]);
}
