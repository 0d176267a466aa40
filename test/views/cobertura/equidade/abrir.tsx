import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { useState, type ComponentType } from "react";
import { diaDe } from "../../../../src/core/denuncias/dia.ts";
import { montarColunas, type LinhaDeApoio, type Pacto, type PeriodoDoPacto } from "../../../../src/core/pacto/index.ts";
import type { Municipio, Porte } from "../../../../src/core/municipio.ts";
import type { ApoioDaAba } from "../../../../src/data/apoio/apoio-aba.ts";
import { prepararApoio } from "../../../../src/data/apoio/apoio-preparar.ts";
import { responder } from "../../../../src/data/apoio/apoio-responder.ts";
import type { AjustesDoApoio, NomeDaPergunta, Perguntas } from "../../../../src/data/apoio/perguntas.ts";
import { EIXO_ROTULO, ESTRATEGIA_ROTULO } from "../../../../src/data/contracts/apoios.ts";
import type { Answered } from "../../../../src/data/keeper/messages.ts";
import type { ApoioEmUso } from "../../../../src/ui/apoio/use-apoio.ts";
import { PADRAO, type Estado } from "../../../../src/views/cobertura/estado.ts";
import { LugarDaFrase } from "../../../../src/views/cobertura/frase-da-parte.tsx";
import type { ParteDeCoberturaProps } from "../../../../src/views/cobertura/parte.ts";
import { render, settle, type Rendered } from "../../../ui/render.tsx";
import { SessionByHand } from "../../../ui/session-double.ts";
import { SNAPSHOT, TERRITORIO } from "../../prioridades/fixture.ts";

export const HOJE = "2026-10-31";

const REGIOES = [
  { codigo: 990001, nome: "Serra" },
  { codigo: 990002, nome: "Vale" },
] as const;

/** A made-up municipality: the first half of the list is in the first region. */
export function municipio(n: number, quantos: number, porte: Porte | null = "pequeno-1"): Municipio {
  return {
    codigo: 9_900_000 + n,
    nome: `Município ${String(n).padStart(2, "0")}`,
    regiaoImediata: REGIOES[n < quantos / 2 ? 0 : 1] ?? null,
    regiaoIntermediaria: null,
    sede: null,
    areaKm2: null,
    populacao: 1000,
    anoCenso: 2022,
    porte,
  };
}

const PACTO: Pacto = {
  norma: null,
  ano: 2026,
  estrategias: Object.entries(ESTRATEGIA_ROTULO).map(([id, nome]) => ({ id, nome, modalidade: "presencial", artigos: [] })),
  eixos: Object.entries(EIXO_ROTULO).map(([id, nome]) => ({ id, nome })),
  linhas: [],
  coordenacoes: [],
  minimo: null,
  notas: [],
};

/** A visit held on a day, in one municipality. */
export function visita(n: number, codigo: number, data: string): LinhaDeApoio {
  return {
    apoio: `A${n}`,
    codigo,
    data,
    estrategia: "visita-tecnica",
    eixo: "saas",
    tema: null,
    modalidade: "presencial",
    origem: "identificado-acompanhamento",
    dataSolicitacao: null,
    participantes: null,
    situacao: null,
  };
}

interface Cenario {
  readonly municipios: readonly Municipio[];
  readonly notas: readonly (number | null)[] | null;
  readonly linhas: readonly LinhaDeApoio[];
}

/** The tab's record of support with no worker between: the questions are answered by what the worker runs. */
function apoioEm({ municipios, notas, linhas }: Cenario): { readonly apoio: ApoioEmUso; readonly ajustes: AjustesDoApoio } {
  const ajustes: AjustesDoApoio = {
    hoje: HOJE,
    pacto: PACTO,
    codigos: municipios.map(({ codigo }) => codigo),
    populacao: municipios.map(({ populacao }) => populacao),
    notas,
  };
  const { municipio: posicao, ...colunas } = montarColunas(linhas, PACTO, ajustes.codigos);
  const preparado = prepararApoio({ ...colunas, codigo: posicao.map((i) => ajustes.codigos[i] ?? -1) }, ajustes);
  const fixos = { numero: 1, ajustes };
  const dias = linhas.map(({ data }) => diaDe(data ?? HOJE));
  const periodo: PeriodoDoPacto | null = dias.length === 0 ? null : { de: Math.min(...dias), ate: Math.max(...dias) };
  const lido = { linhas: linhas.length, eventos: linhas.length, periodo, dizSituacao: false };
  const aba: ApoioDaAba = {
    extratos: () => ({ demonstracao: true, versao: 1 }),
    fixar: () => fixos,
    carregar: () => Promise.resolve({ ...lido, porMunicipio: [], ms: 0 }),
    perguntar: <N extends NomeDaPergunta>(_: AjustesDoApoio, nome: N, pede: Perguntas[N]["pede"]): Promise<Answered<Perguntas[N]["responde"]>> =>
      Promise.resolve({ resposta: responder[nome](preparado, pede), msDoPreparo: 0, msDaPergunta: 0 }),
  };
  return { apoio: { carga: { estado: "pronto", carga: { ...lido, deFora: 0 } }, demonstracao: true, ajustes: fixos, aba, versao: 1 }, ajustes };
}

export interface ParteAberta extends Rendered {
  readonly session: SessionByHand;
  readonly estado: () => Estado;
  /** The sentence under the page's title. */
  readonly frase: () => string;
}

/** Opens a part of `#/cobertura` over a made-up record of support. */
export async function abrirParte(Parte: ComponentType<ParteDeCoberturaProps>, cenario: Cenario, inicial: Partial<Estado> = {}, snapshot = SNAPSHOT): Promise<ParteAberta> {
  const { apoio, ajustes } = apoioEm(cenario);
  const session = new SessionByHand();
  const client = new QueryClient();
  const lugares = { frase: document.createElement("p"), marca: document.createElement("span") };
  let agora: Estado = { ...PADRAO, ...inicial };
  function Pagina() {
    const [estado, setEstado] = useState(agora);
    const mudar = (mudanca: Partial<Estado>): void => {
      agora = { ...agora, ...mudanca };
      setEstado(agora);
    };
    return (
      <LugarDaFrase value={lugares}>
        <Parte
          territorio={TERRITORIO}
          pacto={PACTO}
          municipios={cenario.municipios}
          mesh={snapshot.mesh}
          nome={(codigo) => cenario.municipios.find((m) => m.codigo === codigo)?.nome ?? ""}
          nomesRegioes={new Map()}
          norma={(id) => TERRITORIO.normas.find((norma) => norma.id === id) ?? null}
          apoio={apoio}
          ajustes={ajustes}
          dentro={null}
          periodo={{ de: "2025-11-01", ate: HOJE, dias: { de: diaDe("2025-11-01"), ate: diaDe(HOJE) } }}
          estado={estado}
          mudar={mudar}
          cabecalho={(titulo) => ({ titulo, fontes: [], filtros: [], dataReferencia: HOJE, demonstracao: true })}
          demonstracao
          hoje={HOJE}
          snapshot={snapshot}
          session={session}
          topologyUrl=""
          lugaresUrl=""
        />
      </LugarDaFrase>
    );
  }
  const aberta = render(
    <QueryClientProvider client={client}>
      <Pagina />
    </QueryClientProvider>,
  );
  await settle();
  return { ...aberta, session, estado: () => agora, frase: () => lugares.frase.textContent };
}

/** Lets answers come until the screen says `texto`. */
export async function ate(host: HTMLElement, texto: string): Promise<void> {
  for (let vez = 0; vez < 100; vez += 1) {
    await settle();
    if (host.textContent.includes(texto)) return;
  }
  throw new Error(`the screen does not say "${texto}": ${host.textContent.slice(0, 300)}`);
}
