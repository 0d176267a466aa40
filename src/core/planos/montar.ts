import type { CivilDate } from "../civil-date.ts";
import { type Registro, type Valor, valorDe } from "../mescla/index.ts";
import { type Acao, ESPECIES, type Fonte, ORIGENS, type Plano } from "./plano.ts";
import type { ProblemaDoPlano } from "./problema.ts";

/** One action with what its row says of the plan, as the extract has it. */
export interface LinhaDePlano {
  readonly plano: string;
  readonly codigo: number;
  readonly especie: string;
  readonly dificuldade: string;
  readonly origem: string;
  readonly inicio: CivilDate | null;
  readonly aprovacaoCmas: CivilDate | null;
  readonly pactuacaoCib: CivilDate | null;
  readonly acao: string;
  readonly descricao: string;
  readonly orgao: string | null;
  readonly prazo: CivilDate | null;
  readonly evidencia: string | null;
  readonly conclusao: CivilDate | null;
}

export interface PlanosMontados {
  /** In the order in which they first come. */
  readonly planos: readonly Plano[];
  /** What kept a row or record from fitting its plan. */
  readonly problemas: readonly ProblemaDoPlano[];
}

/** What the rows of one plan must agree on. */
const COMUNS = [
  ["especie", "espécie"],
  ["dificuldade", "dificuldade"],
  ["origem", "origem"],
  ["inicio", "início"],
  ["aprovacaoCmas", "aprovação pelo CMAS"],
  ["pactuacaoCib", "pactuação na CIB"],
] as const;

/** Puts together plans whose rows come a part at a time. */
export interface Montador {
  /** @throws RangeError for an especie or origem that the contract does not have */
  readonly juntar: (linhas: readonly LinhaDePlano[]) => void;
  readonly fim: () => PlanosMontados;
}

/**
 * Plans of rows, one an action. A plan is of one municipality: one number in two
 * municipalities is two plans and a problem. Where rows of a plan disagree the first
 * one stands, and the others are problems.
 */
export function montadorDePlanos(): Montador {
  const planos = new Map<string, Plano & { readonly acoes: Acao[] }>();
  const donos = new Set<string>();
  const problemas: ProblemaDoPlano[] = [];
  const juntarUma = (linha: LinhaDePlano): void => {
    const { codigo: municipio, plano: numero, acao: daAcao, descricao } = linha;
    const id = `${municipio} ${numero}`;
    const { orgao, prazo, evidencia, conclusao } = linha;
    const acao: Acao = { id: `${id} ${daAcao}`, descricao, orgao, prazo, evidencia, conclusao };
    const plano = planos.get(id);
    if (plano !== undefined) {
      plano.acoes.push(acao);
      for (const [campo, rotulo] of COMUNS) {
        if (linha[campo] !== plano[campo]) problemas.push({ codigo: "plano-diverge", municipio, plano: numero, acao: daAcao, descricao, dado: rotulo });
      }
      return;
    }
    if (donos.has(numero)) problemas.push({ codigo: "plano-em-dois-municipios", municipio, plano: numero, acao: daAcao, descricao, dado: null });
    donos.add(numero);
    const { dificuldade, inicio, aprovacaoCmas, pactuacaoCib } = linha;
    const [especie, origem] = [um(ESPECIES, linha.especie), um(ORIGENS, linha.origem)];
    planos.set(id, { id, numero, municipio, especie, dificuldade, origem, inicio, aprovacaoCmas, pactuacaoCib, fonte: "extrato", acoes: [acao] });
  };
  return {
    juntar: (linhas) => {
      for (const linha of linhas) juntarUma(linha);
    },
    fim: () => ({ planos: [...planos.values()], problemas }),
  };
}

/** Plans of all the rows at once. @throws RangeError as `Montador.juntar` */
export function planosDasLinhas(linhas: readonly LinhaDePlano[]): PlanosMontados {
  const montador = montadorDePlanos();
  montador.juntar(linhas);
  return montador.fim();
}

/** Plans of the work kept in the browser; records taken out are not there. */
export function planosDosRegistros(registros: readonly Registro[]): PlanosMontados {
  const vivos = registros.filter(({ removido }) => !removido);
  const acoesDe = new Map<string, Acao[]>(vivos.flatMap(({ id, tipo }) => (tipo === "plano" ? [[id, []]] : [])));
  const problemas: ProblemaDoPlano[] = [];
  for (const cada of vivos) {
    if (cada.tipo !== "acao") continue;
    const descricao = texto(valorDe(cada, "acao")) ?? "";
    const acoes = acoesDe.get(texto(valorDe(cada, "plano")) ?? "");
    if (acoes === undefined) {
      problemas.push({ codigo: "ligacao-sem-registro", municipio: null, plano: null, acao: cada.id, descricao, dado: null });
      continue;
    }
    acoes.push({
      id: cada.id,
      descricao,
      orgao: texto(valorDe(cada, "orgao")),
      prazo: texto(valorDe(cada, "prazo")),
      evidencia: texto(valorDe(cada, "evidencia")),
      conclusao: texto(valorDe(cada, "conclusao")),
    });
  }
  const fonte: Fonte = "trabalho";
  const planos = vivos.flatMap((cada): Plano[] => {
    const acoes = acoesDe.get(cada.id);
    if (acoes === undefined) return [];
    return [
      {
        id: cada.id,
        numero: null,
        municipio: Number(valorDe(cada, "municipio")),
        especie: um(ESPECIES, texto(valorDe(cada, "especie")) ?? ""),
        dificuldade: texto(valorDe(cada, "dificuldade")) ?? "",
        origem: um(ORIGENS, texto(valorDe(cada, "origem")) ?? ""),
        inicio: texto(valorDe(cada, "inicio")),
        aprovacaoCmas: texto(valorDe(cada, "aprovacaoCmas")),
        pactuacaoCib: texto(valorDe(cada, "pactuacaoCib")),
        fonte,
        acoes,
      },
    ];
  });
  return { planos, problemas };
}

function texto(valor: Valor): string | null {
  return typeof valor === "string" ? valor : null;
}

function um<T extends string>(lista: readonly T[], valor: string): T {
  const achado = lista.find((cada) => cada === valor);
  if (achado === undefined) throw new RangeError(`expected one of ${lista.join(", ")}, got ${JSON.stringify(valor)}`);
  return achado;
}
