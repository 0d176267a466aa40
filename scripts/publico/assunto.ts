import { NIVEIS, type LinhaProtegida, type NiveisDaTabela, type TabelaNaoPublicada, type TabelaProtegida } from "../../src/core/publico/publicacao.ts";
import type { PoliticaDePublicacao, TabelaPedida } from "../../src/core/publico/politica.ts";
import { formatPercent } from "../../src/core/format.ts";
import type { Cubo, Dimensao, Fato } from "../../src/core/sdc/cubos.ts";
import { ocultoEm, protegerTabelas, type OcultoNaTabela, type TabelasProtegidas } from "../../src/data/sdc/tabelas.ts";
import type { EdicaoRegistrada } from "./anteriores.ts";
import { coordenadasDe, linhagensDe, niveisCompletos } from "./dimensoes.ts";
import { SITUACOES_DO_SERVICO } from "./fatos.ts";

export type Assunto = TabelaProtegida["assunto"];

/** The tables of one subject, with all that is needed to check them again. */
export interface AssuntoProtegido {
  readonly assunto: Assunto;
  readonly k: number;
  readonly protegidas: TabelasProtegidas;
  /** Every table that goes out and its levels in the system. */
  readonly cubos: readonly Cubo[];
  readonly tabelas: readonly TabelaProtegida[];
  /** What is hidden of each table, for who publishes: the part of it that is of too few persons does not go out. */
  readonly medidas: ReadonlyMap<string, OcultoNaTabela>;
  readonly naoPublicadas: readonly TabelaNaoPublicada[];
}

/** What a subject is counted by, and what there is to count. */
export interface EntradaDoAssunto {
  readonly assunto: Assunto;
  readonly demonstracao: boolean;
  readonly dimensoes: readonly Dimensao[];
  readonly fatos: readonly Fato[];
  /** True where a cell without facts is blank in the source, and not a zero. */
  readonly temBrancos: boolean;
}

interface Base {
  readonly politica: Pick<PoliticaDePublicacao, "k" | "tabelas" | "ocultoAte">;
  readonly highs: Parameters<typeof protegerTabelas>[0];
  readonly anteriores: readonly EdicaoRegistrada[];
}

/** A share goes out in thousandths. */
const MIL = 1000;
const FOLGA = 1e-9;
const LUGARES: readonly string[] = NIVEIS.lugar;
const NOME_DO_LUGAR: Readonly<Record<string, string>> = { regiao: "regiões imediatas", intermediaria: "regiões intermediárias", uf: "estado" };

/** Protects all the tables that the policy asks of a subject, and gives them as they go out. */
export function protegerAssunto(entrada: EntradaDoAssunto, { politica, highs, anteriores }: Base): AssuntoProtegido {
  const { assunto, dimensoes, fatos, temBrancos } = entrada;
  const niveisDeTempo = new Set(dimensoes.flatMap(({ id, membros }) => (id === "tempo" ? membros.map(({ nivel }) => nivel) : [])));
  const pedidas = politica.tabelas.filter((tabela) => tabela.assunto === assunto);
  // A level of time of which no period is over yet is no way to go out.
  const possiveis = pedidas.map((tabela) => ({ ...tabela, tentar: tabela.tentar.filter(({ tempo = "" }) => niveisDeTempo.has(tempo)) })).filter(({ tentar }) => tentar.length > 0);
  const isBranco = temBrancos ? semFatos(dimensoes, fatos) : () => false;
  const protegidas = protegerTabelas(highs, {
    k: politica.k[assunto],
    dimensoes,
    fatos,
    ocultoAte: politica.ocultoAte,
    tabelas: possiveis.map((tabela) => ({ id: tabela.id, tentar: tabela.tentar.map((niveis) => noSistema(dimensoes, tabela, niveis)) })),
    emBranco: isBranco,
    antes: anteriores.flatMap(({ assuntos }) => assuntos[assunto] ?? []),
  });
  const saidas: Saida[] = [];
  for (const saida of [...asPedidas(possiveis, protegidas), ...osTotais(possiveis, protegidas)]) {
    const cubo = { id: saida.id, niveis: noSistema(dimensoes, saida.pedido, saida.niveis) };
    const { sistema, ocultas } = protegidas;
    const medida = ocultoEm(sistema, celulasDe(dimensoes, protegidas, cubo), ocultas);
    const isRepetida = saidas.some((outra) => JSON.stringify(outra.cubo.niveis) === JSON.stringify(cubo.niveis));
    if (isRepetida || medida.parteOculta > politica.ocultoAte) continue;
    const { celulas, primarias, complementares, parteOculta } = medida;
    const resumo = { celulas: celulas.length, ocultas: primarias + complementares, parteOculta: Math.max(0, Math.ceil(MIL * parteOculta - FOLGA)) / MIL };
    const linhas = celulas.map((i) => linhaDe(i, { dimensoes, protegidas, niveis: saida.niveis, isBranco }));
    const { id, titulo, niveis, pedida } = saida;
    saidas.push({ cubo, tabela: { id, titulo, assunto, demonstracao: entrada.demonstracao, niveis, pedida, linhas, resumo }, medida });
  }
  return {
    assunto,
    k: politica.k[assunto],
    protegidas,
    cubos: saidas.map(({ cubo }) => cubo),
    tabelas: saidas.map(({ tabela }) => tabela),
    medidas: new Map(saidas.map(({ tabela, medida }) => [tabela.id, medida])),
    naoPublicadas: pedidas
      .filter(({ id }) => !saidas.some(({ tabela }) => tabela.id === id))
      .map(({ id, titulo, tentar }) => ({ id, titulo, pedida: tentar[0] ?? {}, porque: porqueNao(id, possiveis, protegidas) })),
  };
}

interface Saida {
  readonly cubo: Cubo;
  readonly tabela: TabelaProtegida;
  readonly medida: OcultoNaTabela;
}

interface ASair extends Pick<TabelaProtegida, "id" | "titulo" | "niveis" | "pedida"> {
  readonly pedido: TabelaPedida;
}

function asPedidas(possiveis: readonly TabelaPedida[], { prontas }: TabelasProtegidas): ASair[] {
  return prontas.flatMap(({ id, nivel }) => {
    const pedido = possiveis.find((tabela) => tabela.id === id);
    const niveis = pedido?.tentar[nivel];
    return pedido === undefined || niveis === undefined ? [] : [{ id, titulo: pedido.titulo, niveis, pedida: pedido.tentar[0] ?? niveis, pedido }];
  });
}

/** Whoever has a table has its totals by larger places: they are in the system already, and go out too. */
function osTotais(possiveis: readonly TabelaPedida[], protegidas: TabelasProtegidas): ASair[] {
  return asPedidas(possiveis, protegidas).flatMap(({ id, titulo, niveis, pedido }) =>
    LUGARES.slice(LUGARES.indexOf(niveis.lugar ?? "uf") + 1).map((lugar) => {
      const doLugar: NiveisDaTabela = { ...niveis, lugar };
      return { id: `${id}-${lugar}`, titulo: `${titulo} (${NOME_DO_LUGAR[lugar] ?? lugar})`, niveis: doLugar, pedida: doLugar, pedido };
    }),
  );
}

/** Levels of every dimension of the system; requests of services are counted apart, concluded and in progress. */
function noSistema(dimensoes: readonly Dimensao[], { id, assunto }: TabelaPedida, niveis: NiveisDaTabela): Record<string, string> {
  const situacao = SITUACOES_DO_SERVICO.find((each) => id.includes(each)) ?? SITUACOES_DO_SERVICO[0];
  return niveisCompletos(dimensoes, { ...niveis, ...(assunto === "servicos" ? { situacao } : {}) });
}

function celulasDe(dimensoes: readonly Dimensao[], { posicoes }: TabelasProtegidas, cubo: Cubo): number[] {
  return coordenadasDe(dimensoes, cubo.niveis).flatMap((coordenada) => posicoes.get(coordenada.join("|")) ?? []);
}

interface DaLinha {
  readonly dimensoes: readonly Dimensao[];
  readonly protegidas: TabelasProtegidas;
  readonly niveis: NiveisDaTabela;
  readonly isBranco: (id: string) => boolean;
}

function linhaDe(celula: number, { dimensoes, protegidas: { sistema, ocultas }, niveis, isBranco }: DaLinha): LinhaProtegida {
  const { id = "", value = null } = sistema.cells[celula] ?? {};
  const membros = id.split("|");
  return {
    membros: Object.fromEntries(dimensoes.flatMap((dimensao, d) => (dimensao.id in niveis ? [[dimensao.id, membros[d] ?? ""]] : []))),
    valor: ocultas.has(celula) ? "oculto" : isBranco(id) ? null : value,
  };
}

/** True for a cell none of whose parts has a fact. */
function semFatos(dimensoes: readonly Dimensao[], fatos: readonly Fato[]): (id: string) => boolean {
  const comFatos = new Set([...new Set(fatos.map(({ membros }) => membros.join("|")))].flatMap((folha) => linhagensDe(dimensoes, folha.split("|")).map((coordenada) => coordenada.join("|"))));
  return (id) => !comFatos.has(id);
}

function porqueNao(id: string, possiveis: readonly TabelaPedida[], { semNivel }: TabelasProtegidas): string {
  if (!possiveis.some((tabela) => tabela.id === id)) return "Ainda não há período encerrado com registros.";
  const parte = semNivel.find((tabela) => tabela.id === id)?.parteOculta;
  if (parte === undefined) return "No nível em que poderia sair, é igual a outra tabela que já sai.";
  return `Mesmo no nível mais amplo, ${formatPercent(parte * 100)} do total teria de ficar oculto.`;
}
