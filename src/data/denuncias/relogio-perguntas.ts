import { agendar } from "../../core/denuncias/agenda.ts";
import { contarApoio } from "../../core/denuncias/apoio.ts";
import { agruparInconsistencias, casoInteiro, paginaDeInconsistencias } from "../../core/denuncias/caso.ts";
import { civilDe, textoDoMes } from "../../core/denuncias/dia.ts";
import { ordenarFila, resumir } from "../../core/denuncias/fila.ts";
import { calcularFluxo } from "../../core/denuncias/fluxo.ts";
import { DESFECHOS, MOTIVOS_DE_ARQUIVAMENTO, PASSOS, SEM_CODIGO, SUPERINTENDENCIAS } from "../../core/denuncias/passos.ts";
import { INCONSISTENCIAS } from "../../core/denuncias/reproducao.ts";
import { selecionar, type Mesa } from "../../core/denuncias/selecao.ts";
import { contarSeries } from "../../core/denuncias/series.ts";
import { SITUACAO_ROTULO, type Situacao } from "../contracts/denuncias.ts";
import type { CasoInteiro, CasosCarregados, EventoDoCaso, FiltroDeCasos, ItemDaAgenda, LinhaDeInconsistencia, NomeDaPergunta, OrdemDaFila, Perguntas, SerieMensal } from "./perguntas.ts";
import { filtroEmCodigos, posicoesDosPrazos } from "./relogio-filtro.ts";
import { casoDoProtocolo, dataOuNada, item, linhaDoCaso, prazoDoCaso, protocoloDe, registroDe, superintendenciaDe, TEMAS, type CasosContados } from "./relogio-linhas.ts";
import { ordemDosProtocolos } from "./relogio-ordem.ts";

/** What answers each question, from the cases read, replayed and clocked. */
export type Respondedores = { readonly [N in NomeDaPergunta]: (casos: CasosContados, pede: Perguntas[N]["pede"]) => Perguntas[N]["responde"] };

const SITUACOES = Object.keys(SITUACAO_ROTULO) as readonly Situacao[];

/** What the steps that have a detail have: findings, grounds, offices. */
const DESFECHO = PASSOS.indexOf("desfecho");
const ARQUIVAMENTO = PASSOS.indexOf("arquivamento");
const DISTRIBUICAO = PASSOS.indexOf("distribuicao");

/** Every question throws a RangeError for a filter whose months do not exist. */
export const responder: Respondedores = {
  resumo: ({ mesa }, { filtro }) => resumir(mesa, selecao(mesa, filtro), posicoesDosPrazos(filtro.prazos, mesa.relogio.prazos)),

  fila: ({ carregados, mesa }, { filtro, ordem, salto, limite }) => {
    const prazos = posicoesDosPrazos(filtro.prazos, mesa.relogio.prazos);
    const fila = ordenarFila(mesa, selecao(mesa, filtro), ordemEmCodigos(carregados, ordem), prazos);
    const linhas = Array.from(fila.subarray(salto, salto + limite), (caso) => linhaDoCaso(carregados, mesa, caso, prazos));
    return { total: fila.length, linhas };
  },

  agenda: ({ carregados, mesa }, { filtro, dias }) => {
    const { relogio, casos } = mesa;
    const agenda = agendar(mesa, selecao(mesa, filtro), dias, posicoesDosPrazos(filtro.prazos, relogio.prazos));
    return Array.from(agenda.caso, (caso, i): ItemDaAgenda => {
      const prazo = agenda.prazo[i] ?? 0;
      const celula = caso * relogio.prazos.length + prazo;
      const vence = agenda.vence[i] ?? relogio.hoje;
      return {
        protocolo: protocoloDe(carregados, caso),
        prazo: item(relogio.prazos, prazo).id,
        municipio: casos.municipio[caso] ?? 0,
        superintendencia: superintendenciaDe(mesa.superintendencia[caso] ?? SEM_CODIGO),
        vence: civilDe(vence),
        venceCorridos: civilDe(relogio.venceCorridos[celula] ?? vence),
        venceUteis: civilDe(relogio.venceUteis[celula] ?? vence),
        faltam: vence - relogio.hoje,
      };
    });
  },

  fluxo: ({ mesa }, { filtro }) => calcularFluxo(mesa.casos, mesa.reproducao, mesa.relogio, selecao(mesa, filtro)),

  inconsistencias: ({ carregados, mesa }, { filtro, codigo, salto, limite }) => {
    const dentro = selecao(mesa, filtro);
    const { total, posicoes } = paginaDeInconsistencias(mesa, dentro, codigo, salto, limite);
    return { grupos: agruparInconsistencias(mesa, dentro), total, linhas: posicoes.map((i) => linhaDeInconsistencia({ carregados, mesa }, i)) };
  },

  apoio: ({ mesa }, { filtro }) => contarApoio(mesa, selecao(mesa, filtro)),

  series: ({ mesa }, { filtro }): SerieMensal => {
    const { primeiroMes, meses, municipio, tema, contagens } = contarSeries(mesa, selecao(mesa, filtro));
    return {
      meses: Array.from({ length: meses }, (_, i) => textoDoMes(primeiroMes + i)),
      grupos: Array.from(municipio, (codigo, g) => ({ municipio: codigo, tema: item(TEMAS, tema[g]) })),
      contagens,
    };
  },

  caso: ({ carregados, mesa }, { protocolo }) => {
    const caso = casoDoProtocolo(carregados, protocolo);
    return caso === -1 ? null : casoPorInteiro({ carregados, mesa }, caso);
  },
};

function selecao(mesa: Mesa, filtro: FiltroDeCasos): Uint8Array {
  return selecionar(mesa, filtroEmCodigos(filtro, mesa.relogio.prazos));
}

/** IBGE codes of a territory follow its names, so they order its municipalities. */
function ordemEmCodigos(carregados: CasosCarregados, ordem: OrdemDaFila): "urgencia" | "registro" | Int32Array {
  if (ordem === "municipio") return carregados.colunas.municipio;
  return ordem === "protocolo" ? ordemDosProtocolos(carregados) : ordem;
}

function linhaDeInconsistencia({ carregados, mesa }: CasosContados, i: number): LinhaDeInconsistencia {
  const { caso, codigo, passo, evento } = mesa.reproducao.inconsistencias;
  const oCaso = caso[i] ?? -1;
  const oEvento = evento[i] ?? -1;
  return {
    protocolo: protocoloDe(carregados, oCaso),
    municipio: mesa.casos.municipio[oCaso] ?? 0,
    codigo: item(INCONSISTENCIAS, codigo[i]),
    passo: PASSOS[passo[i] ?? SEM_CODIGO] ?? null,
    dia: oEvento === -1 ? null : dataOuNada(mesa.casos.dia[oEvento]),
    registro: registroDe(mesa, oCaso),
  };
}

function casoPorInteiro({ carregados, mesa }: CasosContados, caso: number): CasoInteiro {
  const { casos, reproducao } = mesa;
  const { eventos, prazos, problemas, principal } = casoInteiro(mesa, caso);
  const { codigo, passo } = reproducao.inconsistencias;
  const anonima = casos.anonima[caso];
  return {
    ...linhaDoCaso(carregados, mesa, caso, []),
    situacaoDeclarada: item(SITUACOES, casos.situacao[caso]),
    anonima: anonima === SEM_CODIGO ? null : anonima === 1,
    eventos: eventos.map((evento) => eventoDoCaso(casos, evento)),
    prazos: prazos.map((prazo) => prazoDoCaso(mesa, caso, prazo)),
    problemas: problemas.map((i) => ({ codigo: item(INCONSISTENCIAS, codigo[i]), passo: PASSOS[passo[i] ?? SEM_CODIGO] ?? null })),
    principal: principal < 0 ? null : protocoloDe(carregados, principal),
  };
}

function eventoDoCaso({ passo, dia, detalhe, daLinha }: Mesa["casos"], evento: number): EventoDoCaso {
  const oPasso = passo[evento] ?? -1;
  const oDetalhe = detalhe[evento] ?? SEM_CODIGO;
  return {
    passo: item(PASSOS, oPasso),
    dia: dataOuNada(dia[evento]),
    desfecho: oPasso === DESFECHO ? (DESFECHOS[oDetalhe] ?? null) : null,
    motivo: oPasso === ARQUIVAMENTO ? (MOTIVOS_DE_ARQUIVAMENTO[oDetalhe] ?? null) : null,
    superintendencia: oPasso === DISTRIBUICAO ? (SUPERINTENDENCIAS[oDetalhe] ?? null) : null,
    daLinha: daLinha[evento] === 1,
  };
}
