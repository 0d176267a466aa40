import type { CivilDate } from "../../../core/civil-date.ts";
import type { ExportHeader } from "../../../core/export-header.ts";
import { formatDate, formatNumber, joinPt } from "../../../core/format.ts";
import type { Municipio } from "../../../core/municipio.ts";
import { hashDaEntrada, semExigidos } from "../../../core/visitas/hash.ts";
import { fraseDoMotivoDentro, fraseDoMotivoFora, type NomeDe } from "../../../core/visitas/motivos.ts";
import type { EntradaDoPlano, PlanoDeVisitas } from "../../../core/visitas/plano.ts";
import { DEMONSTRATION_MARK } from "../../export/csv.ts";
import { linhasDosAjustes } from "./ajustes-em-linhas.ts";

/** Text, a figure with its decimal places, a day, or nothing. */
export type CelulaDaPlanilha = string | { readonly numero: number; readonly casas: number } | { readonly data: CivilDate } | null;

export interface FolhaDaPlanilha {
  readonly nome: string;
  /** Lines above the table: what it is, where it comes from. */
  readonly linhasDoTopo: readonly string[];
  readonly colunas: readonly { readonly titulo: string; readonly largura: number; readonly aDireita?: boolean }[];
  readonly linhas: readonly (readonly CelulaDaPlanilha[])[];
}

export interface EntradaDaPlanilha {
  readonly plano: PlanoDeVisitas;
  /** What the plan was made from. */
  readonly entrada: EntradaDoPlano;
  readonly municipios: readonly Pick<Municipio, "codigo" | "nome" | "regiaoImediata">[];
  /** Name of a team by its id: "Equipe 1". */
  readonly equipe: (id: string) => string;
  readonly cabecalho: ExportHeader;
  readonly metodo: { readonly nome: string; readonly sha256: string };
  readonly dados: { readonly sha256: string };
  /** Says which visits are required, and marks every sheet as of internal use. */
  readonly interno: boolean;
}

/** The sheets of the plan's workbook: visits, tours, who is not planned and why, settings. */
export function folhasDaPlanilha(entrada: EntradaDaPlanilha): FolhaDaPlanilha[] {
  const nomes = new Map(entrada.municipios.map(({ codigo, nome }) => [codigo, nome]));
  const nome = (codigo: number): string => nomes.get(codigo) ?? String(codigo);
  const topo = linhasDoTopo(entrada, nome);
  return [
    { nome: "Plano", linhasDoTopo: topo, ...visitas(entrada, nome) },
    { nome: "Viagens", linhasDoTopo: topo, ...viagens(entrada, nome) },
    { nome: "Não planejados", linhasDoTopo: topo, ...foraDoPlano(entrada, nome) },
    { nome: "Ajustes", linhasDoTopo: topo, ...ajustes(entrada, nome) },
  ];
}

type Tabela = Pick<FolhaDaPlanilha, "colunas" | "linhas">;

const TEXTO = 28;
const DATA = 12;
const NUMERO = 12;

const numero = (valor: number, casas = 0): CelulaDaPlanilha => ({ numero: valor, casas });
const pontos = (valor: number | null): CelulaDaPlanilha => (valor === null ? "sem nota" : { numero: valor, casas: 1 });
const dia = (data: CivilDate): CelulaDaPlanilha => ({ data });

function linhasDoTopo({ plano, entrada, cabecalho, metodo, dados, interno }: EntradaDaPlanilha, nome: NomeDe): string[] {
  // Whole, below.
  const filtros = cabecalho.filtros.filter((filtro) => !filtro.includes("SHA-256"));
  return [
    ...(interno ? ["USO INTERNO: diz quais visitas são exigidas; não publique nem repasse"] : []),
    ...(cabecalho.demonstracao ? [`${DEMONSTRATION_MARK}: registros fictícios, não use para decidir`] : []),
    cabecalho.titulo,
    ...cabecalho.fontes.map((fonte) => `Fonte: ${fonte}`),
    ...(filtros.length > 0 ? [`Filtros: ${filtros.join(" · ")}`] : []),
    `Data de referência: ${formatDate(cabecalho.dataReferencia)}`,
    `Método: ${metodo.nome}, SHA-256 ${metodo.sha256}`,
    `Dados usados: SHA-256 ${dados.sha256}`,
    // As in the plan's own file: without the required visits, which could be tried until one gives the hash.
    `Entrada do plano: SHA-256 ${interno ? plano.entrada : hashDaEntrada(semExigidos(entrada))}`,
    ...semLugar(plano, entrada, nome, interno),
  ];
}

/** What the plan could not meet; of municipalities that only a requirement asks for, nothing outside internal use. */
function semLugar({ naoAtendidas }: PlanoDeVisitas, { ajustes, reserva }: EntradaDoPlano, nome: NomeDe, interno: boolean): string[] {
  const daLista = new Set([...reserva, ...ajustes.travas.flatMap(({ codigo, tipo }) => (tipo === "dentro" ? [codigo] : []))]);
  const municipios = naoAtendidas.flatMap((demanda) =>
    demanda.tipo === "municipio" && (interno || daLista.has(demanda.codigo)) ? [demanda.codigo] : [],
  );
  const cotas = naoAtendidas.flatMap((demanda) =>
    demanda.tipo === "cota" ? [`cota ${demanda.cota + 1}: ${demanda.faltam === 1 ? "falta" : "faltam"} ${formatNumber(demanda.faltam)}`] : [],
  );
  return [
    ...(municipios.length === 0 ? [] : [`Sem lugar no plano: ${joinPt(municipios.map(nome))}`]),
    ...(cotas.length === 0 ? [] : [`Cotas não alcançadas: ${cotas.join("; ")}`]),
  ];
}

function visitas({ plano, equipe, interno }: EntradaDaPlanilha, nome: NomeDe): Tabela {
  return {
    colunas: [
      { titulo: "Equipe", largura: 18 },
      { titulo: "Trimestre", largura: 10, aDireita: true },
      { titulo: "Início da viagem", largura: 16, aDireita: true },
      { titulo: "Ordem na viagem", largura: 16, aDireita: true },
      { titulo: "Código IBGE", largura: NUMERO },
      { titulo: "Município", largura: TEXTO },
      { titulo: "Chegada", largura: DATA, aDireita: true },
      { titulo: "Saída", largura: DATA, aDireita: true },
      { titulo: "Visita (dias úteis)", largura: 18, aDireita: true },
      { titulo: "Prioridade (pontos)", largura: 18, aDireita: true },
      { titulo: "Motivo", largura: 40 },
    ],
    linhas: plano.viagens.flatMap((viagem) =>
      viagem.paradas.map((parada, i) => [
        equipe(viagem.equipe),
        numero(viagem.trimestre),
        dia(viagem.inicio),
        numero(i + 1),
        String(parada.codigo),
        nome(parada.codigo),
        dia(parada.chegada),
        dia(parada.saida),
        numero(parada.dias, 2),
        pontos(parada.valor),
        fraseDoMotivoDentro(parada.motivo, { interno }),
      ]),
    ),
  };
}

function viagens({ plano, equipe }: EntradaDaPlanilha, nome: NomeDe): Tabela {
  return {
    colunas: [
      { titulo: "Equipe", largura: 18 },
      { titulo: "Base", largura: 18 },
      { titulo: "Trimestre", largura: 10, aDireita: true },
      { titulo: "Início", largura: DATA, aDireita: true },
      { titulo: "Fim", largura: DATA, aDireita: true },
      { titulo: "Dias úteis", largura: NUMERO, aDireita: true },
      { titulo: "Estrada e visitas (dias)", largura: 22, aDireita: true },
      { titulo: "Estrada (km)", largura: NUMERO, aDireita: true },
      { titulo: "Municípios", largura: NUMERO, aDireita: true },
      { titulo: "Roteiro", largura: 60 },
      { titulo: "Passagem aérea", largura: 15 },
      { titulo: "Pedir diárias até", largura: 16, aDireita: true },
      { titulo: "Travada", largura: 10 },
    ],
    linhas: plano.viagens.map((viagem) => [
      equipe(viagem.equipe),
      nome(viagem.base),
      numero(viagem.trimestre),
      dia(viagem.inicio),
      dia(viagem.fim),
      numero(viagem.dias),
      numero(viagem.diasDeTrabalho, 2),
      numero(viagem.km, 1),
      numero(viagem.paradas.length),
      viagem.paradas.map(({ codigo }) => nome(codigo)).join(" → "),
      simOuNao(viagem.comPassagem),
      dia(viagem.pedirDiariasAte),
      simOuNao(viagem.travada),
    ]),
  };
}

function foraDoPlano({ plano, entrada }: EntradaDaPlanilha, nome: NomeDe): Tabela {
  const valores = new Map(entrada.municipios.map(({ codigo, valor }) => [codigo, valor]));
  return {
    colunas: [
      { titulo: "Código IBGE", largura: NUMERO },
      { titulo: "Município", largura: TEXTO },
      { titulo: "Prioridade (pontos)", largura: 18, aDireita: true },
      { titulo: "Por que não está no plano", largura: 80 },
    ],
    linhas: plano.fora.map(({ codigo, motivo }) => [
      String(codigo),
      nome(codigo),
      pontos(valores.get(codigo) ?? null),
      fraseDoMotivoFora(motivo, nome),
    ]),
  };
}

function ajustes({ entrada, municipios, equipe }: EntradaDaPlanilha, nome: NomeDe): Tabela {
  const regioes = new Map(municipios.flatMap(({ regiaoImediata: r }) => (r === null ? [] : [[r.codigo, r.nome] as const])));
  return {
    colunas: [
      { titulo: "Ajuste", largura: 44 },
      { titulo: "Valor", largura: 80 },
    ],
    linhas: linhasDosAjustes(entrada, { nome, equipe, regiao: (codigo) => regioes.get(codigo) ?? String(codigo) }).map(
      ({ ajuste, valor }) => [ajuste, valor],
    ),
  };
}

function simOuNao(valor: boolean): string {
  return valor ? "sim" : "não";
}
