import * as v from "valibot";
import { fold } from "../../core/search.ts";
import { EIXO_ROTULO, ESTRATEGIA_ROTULO, MODALIDADE_ROTULO, type Eixo, type Estrategia, type Modalidade } from "../contracts/apoios.ts";
import { personIn } from "../import/person.ts";

const ESTRATEGIAS = Object.keys(ESTRATEGIA_ROTULO) as Estrategia[];
const EIXOS = Object.keys(EIXO_ROTULO) as Eixo[];
const MODALIDADES = Object.keys(MODALIDADE_ROTULO) as Modalidade[];

const texto = v.pipe(v.string(), v.nonEmpty());
/** Text that could only hold a telephone or an e-mail by mistake. */
const semContato = v.pipe(texto, v.check((valor) => personIn(valor) === null, "no contact outside telefone and emails"));
const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));
const estrategia = v.picklist(ESTRATEGIAS);
const modalidade = v.picklist(MODALIDADES);

const distintos = <T>(valores: readonly T[]): boolean => new Set(valores).size === valores.length;
const distintosAoLer = (valores: readonly string[]): boolean => distintos(valores.map(fold));

/** Shape of `apoio.json`, without what binds it to the territory's norms. */
export const PactoSchema = v.pipe(
  v.strictObject({
    norma: v.nullable(texto),
    ano: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2100))),
    estrategias: v.pipe(
      v.array(v.strictObject({ id: estrategia, nome: semContato, modalidade, artigos: v.array(texto) })),
      v.check((lista) => lista.length === ESTRATEGIAS.length && distintos(lista.map((item) => item.id)), "each strategy of the contract comes once"),
    ),
    eixos: v.pipe(
      v.array(v.strictObject({ id: v.picklist(EIXOS), nome: semContato })),
      v.check((lista) => lista.length === EIXOS.length && distintos(lista.map((item) => item.id)), "each eixo of the contract comes once"),
    ),
    linhas: v.pipe(
      v.array(
        v.strictObject({
          id,
          eixo: v.picklist(EIXOS),
          nome: semContato,
          tema: semContato,
          temas: v.array(semContato),
          qualquerTema: v.boolean(),
          estrategias: v.pipe(v.array(estrategia), v.nonEmpty(), v.check((lista) => distintos(lista), "each strategy once")),
          modalidade,
          modalidadeNaNorma: texto,
          previstos: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
          coordenacao: v.nullable(id),
          artigo: texto,
        }),
      ),
      v.maxLength(200),
      v.check((linhas) => distintos(linhas.map((linha) => linha.id)), "each line has an id of its own"),
      v.check((linhas) => distintos(linhas.flatMap((linha) => [...new Set([linha.nome, linha.tema, ...linha.temas].map(fold))])), "a theme is of one line"),
    ),
    coordenacoes: v.pipe(
      v.array(
        v.strictObject({
          id,
          nome: semContato,
          atende: semContato,
          temas: v.pipe(v.array(semContato), v.check((lista: string[]) => distintosAoLer(lista), "each theme once")),
          telefone: v.nullable(texto),
          emails: v.array(v.pipe(v.string(), v.regex(/^[^@ ]+@[^@ ]+$/))),
          artigo: texto,
        }),
      ),
      v.maxLength(200),
      v.check((lista) => distintos(lista.map((item) => item.id)), "each office has an id of its own"),
      v.check((lista) => distintosAoLer(lista.flatMap(({ temas }) => temas)), "a theme is of one office"),
    ),
    minimo: v.nullable(
      v.strictObject({
        estrategias: v.pipe(v.array(estrategia), v.nonEmpty()),
        meses: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(120)),
        artigos: v.array(texto),
      }),
    ),
    notas: v.array(texto),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { linhas, coordenacoes } = dataset.value;
    const ids = new Set(coordenacoes.map((coordenacao) => coordenacao.id));
    linhas.forEach(({ coordenacao, id: linha }) => {
      if (coordenacao !== null && !ids.has(coordenacao)) addIssue({ expected: `uma coordenação que exista na linha "${linha}"`, received: `"${coordenacao}"` });
    });
  }),
);
