import * as v from "valibot";
import { NIVEIS, type NiveisDaTabela } from "../../core/publico/publicacao.ts";
import type { PoliticaDePublicacao } from "../../core/publico/politica.ts";
import { personIn } from "../import/person.ts";
import { ShapeError } from "../snapshot/parse.ts";

const texto = v.pipe(v.string("um texto"), v.trim(), v.nonEmpty("um texto que não esteja em branco"));
const cargo = v.nullable(v.pipe(texto, v.check((valor) => personIn(valor) === null, "o nome de um setor ou cargo, sem telefone, e-mail ou documento")));
const contato = v.nullable(texto);
const k = (minimo: number): v.GenericSchema<unknown, number> =>
  v.pipe(v.number("um número"), v.integer("um número inteiro"), v.minValue(minimo, `${minimo} ou mais`), v.maxValue(1000, "1.000 ou menos"));
const nivel = (dimensao: keyof typeof NIVEIS): v.GenericSchema<unknown, string | undefined> =>
  v.optional(v.picklist(NIVEIS[dimensao] as readonly string[], `um destes níveis: ${NIVEIS[dimensao].join(", ")}`));

const NiveisSchema = v.pipe(
  v.strictObject(
    { lugar: nivel("lugar"), tempo: nivel("tempo"), tema: nivel("tema"), prazo: nivel("prazo"), desfecho: nivel("desfecho"), servico: nivel("servico") },
    "só lugar, tempo, tema, prazo, desfecho e servico",
  ),
  v.check(({ lugar, tempo }) => lugar !== undefined && tempo !== undefined, "um nível de lugar e um de tempo"),
  v.check(
    ({ lugar, tempo, tema, prazo, desfecho }) => !(lugar === "municipio" && (tempo === "mes" || tema !== undefined || prazo !== undefined || desfecho !== undefined)),
    "nada por município e mês, nem por município e assunto, prazo ou desfecho: quase todas as contagens seriam de poucas pessoas",
  ),
);

const TabelaSchema = v.pipe(
  v.strictObject({
    id: v.pipe(texto, v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "um nome de letras minúsculas, algarismos e hifens")),
    assunto: v.picklist(["denuncias", "servicos"], "denuncias ou servicos"),
    titulo: texto,
    tentar: v.pipe(v.array(NiveisSchema, "uma lista de níveis"), v.minLength(1, "ao menos um nível a tentar")),
  }),
  v.check(({ tentar }) => tentar.every((niveis, i) => i === 0 || isMaisGrossa(tentar[i - 1] ?? {}, niveis)), "em “tentar”, cada nível mais grosso que o anterior e com as mesmas divisões"),
  v.check(
    ({ assunto, tentar }) => tentar.every((n) => (assunto === "servicos" ? n.tempo === "ano" && [n.tema, n.prazo, n.desfecho].every((d) => d === undefined) : n.servico === undefined)),
    "denúncias por lugar, tempo, tema, prazo ou desfecho, e serviços por lugar, ano e serviço",
  ),
);

export const PoliticaSchema = v.strictObject({
  $schema: v.optional(texto),
  formato: v.literal(1, "1, o formato que este programa lê"),
  k: v.strictObject({ denuncias: k(3), servicos: k(3) }),
  marca: texto,
  arredondamento: v.strictObject({ regra: v.literal("nenhum", "nenhum: os números saem exatos ou não saem"), porque: texto }),
  anonimas: v.picklist(["uma-por-protocolo", "uma-so-pessoa"], "uma-por-protocolo ou uma-so-pessoa"),
  ocultoAte: v.pipe(v.number("um número"), v.gtValue(0, "uma parte acima de 0"), v.maxValue(1, "1 ou menos")),
  tabelas: v.pipe(
    v.array(TabelaSchema, "uma lista de tabelas"),
    v.minLength(1, "ao menos uma tabela"),
    v.check((tabelas) => new Set(tabelas.map(({ id }) => id)).size === tabelas.length, "cada tabela com um nome só seu"),
  ),
  encarregado: v.strictObject({ cargo, contato }),
  responsavel: v.strictObject({ nome: cargo, contato }),
  licenca: v.strictObject({ nome: texto, titulo: texto, url: v.nullable(v.pipe(texto, v.regex(/^https:\/\//, "um endereço que comece por https://"))) }),
  periodicidade: texto,
});

/**
 * Reads `publicacao.json`, the policy of publication.
 * @throws ShapeError with a sentence that names the place and what was expected there
 */
export function parsePolitica(valor: unknown): PoliticaDePublicacao {
  const lido = v.safeParse(PoliticaSchema, valor, { abortEarly: true });
  if (lido.success) {
    const { formato, marca, arredondamento, anonimas, ocultoAte, encarregado, responsavel, licenca, periodicidade } = lido.output;
    const tabelas = lido.output.tabelas.map((tabela) => ({ ...tabela, tentar: tabela.tentar.map(semVazios) }));
    return { formato, k: lido.output.k, marca, arredondamento, anonimas, ocultoAte, tabelas, encarregado, responsavel, licenca, periodicidade };
  }
  const [{ path, message, type, received }] = lido.issues;
  const lugar = (path ?? []).map(({ key }, i) => (typeof key === "number" ? `[${key + 1}]` : `${i === 0 ? "" : "."}${String(key)}`)).join("");
  const onde = lugar === "" ? "no arquivo" : `em “${lugar}”`;
  const falta = type === "strict_object" ? (received === "undefined" ? "falta este campo" : "há um campo que a política não tem") : `esperava-se ${message}, e veio ${received}`;
  throw new ShapeError(`publicacao.json: ${onde}, ${falta}.`);
}

function isMaisGrossa(fina: NiveisLidos, grossa: NiveisLidos): boolean {
  const passos = (Object.keys(NIVEIS) as (keyof typeof NIVEIS)[]).map((dimensao) => {
    const [a, b] = [fina[dimensao], grossa[dimensao]];
    if (a === undefined || b === undefined) return a === b ? 0 : Number.NaN;
    return (NIVEIS[dimensao] as readonly string[]).indexOf(b) - (NIVEIS[dimensao] as readonly string[]).indexOf(a);
  });
  return passos.every((passo) => passo >= 0) && passos.some((passo) => passo > 0);
}

type NiveisLidos = Partial<Record<keyof typeof NIVEIS, string | undefined>>;

function semVazios(niveis: NiveisLidos): NiveisDaTabela {
  return Object.fromEntries(Object.entries(niveis).filter(([, n]) => n !== undefined));
}
